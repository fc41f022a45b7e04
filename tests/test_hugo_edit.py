"""Settings put into a Hugo configuration: everything else stays as it was written."""

# ruff: noqa: E501 - each text is shown whole

import pytest

from notelint.hugo_edit import snippet, with_settings

ENGLISH = {("languages", "en", "weight"): 2}
BOTH = {("languages", "pt", "weight"): 1, **ENGLISH}
COPIES = {("markup", "goldmark", "duplicateResourceFiles"): True}


@pytest.mark.parametrize(
    ("ending", "settings", "before", "after"),
    [
        (
            "toml",
            BOTH,
            'title = "x" # o nome\n',
            'title = "x" # o nome\n\n[languages.pt]\nweight = 1\n\n[languages.en]\nweight = 2\n',
        ),
        (
            "toml",
            ENGLISH,
            "a = 1\n\n[languages]\n  [languages.pt]\n    weight = 1 # primeiro\n\n# o resto\n[params]\nx = 1",
            "a = 1\n\n[languages]\n  [languages.pt]\n    weight = 1 # primeiro\n\n[languages.en]\nweight = 2\n\n# o resto\n[params]\nx = 1\n",
        ),
        (
            "toml",
            COPIES,
            "[markup]\n  [markup.goldmark]\n    # nada\n    [markup.goldmark.renderer]\n      unsafe = true\n",
            "[markup]\n  [markup.goldmark]\n  duplicateResourceFiles = true\n    # nada\n    [markup.goldmark.renderer]\n      unsafe = true\n",
        ),
        (
            "toml",
            {("defaultContentLanguage",): "pt"},
            '# nosso site\nbaseURL = "/"\n\n[params]\n',
            '# nosso site\nbaseURL = "/"\ndefaultContentLanguage = "pt"\n\n[params]\n',
        ),
        ("toml", ENGLISH, "", "[languages.en]\nweight = 2\n"),
        (
            "toml",
            ENGLISH,
            'languages.pt.weight = 1 # um\ntitle = "x"\n\n[params]\nx = 1\n',
            'languages.pt.weight = 1 # um\ntitle = "x"\n\n[params]\nx = 1\n\n[languages.en]\nweight = 2\n',
        ),
        (
            "yaml",
            {("languages", "en", "contentDir"): "content/en"},
            "languages:\n  no:\n    contentDir: content/no\n  # fim\n\nyes: no\n",
            "languages:\n  no:\n    contentDir: content/no\n  en:\n    contentDir: content/en\n  # fim\n\nyes: no\n",
        ),
        (
            "yaml",
            BOTH,
            "# site\ntitle: x # nome\n",
            "# site\ntitle: x # nome\nlanguages:\n  pt:\n    weight: 1\n  en:\n    weight: 2\n",
        ),
        (
            "yaml",
            ENGLISH,
            "languages:\n    pt:\n        weight: 1 # um\n\n# fim\nparams:\n  a: 1\n",
            "languages:\n    pt:\n        weight: 1 # um\n    en:\n      weight: 2\n\n# fim\nparams:\n  a: 1\n",
        ),
        (
            "yaml",
            COPIES,
            "markup:\n  goldmark:\n    renderer: {unsafe: true}\ntitle: x",
            "markup:\n  goldmark:\n    renderer: {unsafe: true}\n    duplicateResourceFiles: true\ntitle: x\n",
        ),
        (
            "yaml",
            ENGLISH,
            "languages: {pt: {weight: 1}}\n",
            'languages: {"en": {"weight": 2}, pt: {weight: 1}}\n',
        ),
        (
            "json",
            ENGLISH,
            '{\n  "title": "x",\n  "languages": {\n    "pt": {"weight": 1}\n  }\n}\n',
            '{\n  "title": "x",\n  "languages": {\n    "en": {\n      "weight": 2\n    },\n    "pt": {"weight": 1}\n  }\n}\n',
        ),
        ("json", ENGLISH, '{"title": "x"}', '{"languages": {"en": {"weight": 2}}, "title": "x"}'),
        ("json", {("a",): "é"}, "{}", '{"a": "é"}'),
    ],
)
def test_only_the_setting_is_new(
    ending: str, settings: dict[tuple[str, ...], object], before: str, after: str
) -> None:
    assert with_settings(before, ending, settings) == after


@pytest.mark.parametrize(
    ("ending", "before"),
    [
        ("toml", "languages = {pt = {weight = 1}}\n"),
        ("toml", "not toml"),
        ("yaml", "languages: [pt]\n"),
        ("yaml", "- a\n"),
        ("yaml", "a: b: c\n"),
        ("json", '["a"]'),
        ("json", "{"),
    ],
)
def test_what_cannot_be_edited_safely_is_left(ending: str, before: str) -> None:
    assert with_settings(before, ending, ENGLISH) is None


def test_line_ends_are_kept() -> None:
    assert with_settings("a = 1\r\n", "toml", {("b",): 2}) == "a = 1\r\nb = 2\r\n"
    assert with_settings("a: 1\r\n", "yaml", {("b",): 2}) == "a: 1\r\nb: 2\r\n"


@pytest.mark.parametrize("ending", ["toml", "yaml", "json"])
def test_a_snippet_to_paste(ending: str) -> None:
    assert "languages" in snippet(ending, BOTH)
    assert "en" in snippet(ending, BOTH)
