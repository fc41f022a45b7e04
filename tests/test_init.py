"""`notelint init`: what it writes, what it leaves, and another language that real Hugo takes."""

import json
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

from tests.commands import Notelint
from tests.hugo import build
from tests.small_site import write, write_site

NOTE = "---\ntitle: Nota\ndate: 2026-01-10\n---\n\nTexto.\n"


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".git/" not in path.as_posix()
    }


def test_it_writes_what_is_missing_and_says_what_it_found(
    tmp_path: Path, notelint: Notelint
) -> None:
    write_site(tmp_path, {"a.md": NOTE, "b.md": NOTE})
    done = notelint("init")
    assert done.code == 0
    assert done.out.splitlines() == [
        "found a Hugo site by hugo.toml: 2 notes, languages: pt",
        "wrote notelint.toml: the configuration, all of it as comments",
        "wrote .pre-commit-config.yaml: notelint on the notes of each commit",
    ]
    assert tomllib.loads((tmp_path / "notelint.toml").read_text("utf-8")) == {}
    hooks = yaml.safe_load((tmp_path / ".pre-commit-config.yaml").read_text("utf-8"))
    assert hooks["repos"][0]["hooks"][0]["id"] == "notelint"
    assert notelint("check").code == 0


def test_a_second_time_it_changes_nothing(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"a.md": NOTE})
    notelint("init")
    before = files(tmp_path)
    assert "nothing is missing" in notelint("init").out
    assert files(tmp_path) == before


def test_diff_changes_nothing(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"a.md": NOTE})
    before = files(tmp_path)
    done = notelint("init", "--to", "en", "--diff")
    assert files(tmp_path) == before
    assert "--- /dev/null\n+++ b/notelint.toml\n" in done.out
    assert "+[languages.en]\n" in done.out


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "# ours\nrepos:\n- repo: local # a\n  hooks:\n  - id: a\n\nci:\n  skip: [a]\n",
            "# ours\nrepos:\n- repo: local # a\n  hooks:\n  - id: a\n- repo: local\n  hooks:\n"
            "    - id: notelint\n      name: notelint\n      entry: notelint check\n"
            "      language: system\n      types: [markdown]\n      require_serial: true\n"
            "\nci:\n  skip: [a]\n",
        ),
        ("repos: []\n", None),
        ("repos: {}\n", None),
        ("- nothing\n", None),
    ],
)
def test_a_hook_is_added_where_that_is_safe(
    tmp_path: Path, notelint: Notelint, before: str, after: str | None
) -> None:
    write_site(tmp_path, {"a.md": NOTE})
    file = write(tmp_path / ".pre-commit-config.yaml", before)
    done = notelint("init")
    assert done.code == 0
    assert file.read_text("utf-8") == (after or before)
    assert ("left to you: add to .pre-commit-config.yaml" in done.out) == (after is None)


def test_the_hook_goes_to_the_root_of_the_repository(tmp_path: Path, notelint: Notelint) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    write_site(tmp_path / "site", {"a.md": NOTE})
    notelint("init", "--site", "site")
    assert (tmp_path / ".pre-commit-config.yaml").is_file()
    assert (tmp_path / "site" / "notelint.toml").is_file()


LAYOUTS = {
    "layouts/home.html": "{{ .Title }}{{ .Content }}",
    "layouts/page.html": "{{ .Content }}",
    "layouts/section.html": "{{ .Content }}",
    "layouts/taxonomy.html": "",
    "layouts/term.html": "",
}
CONFIGURATIONS = {
    "toml": {
        "hugo.toml": '# nosso\nbaseURL = "/"\ndefaultContentLanguage = "pt" # sim\n[params]\n  a = 1\n'
    },
    "toml without language": {"hugo.toml": 'baseURL = "/"\nlocale = "pt-BR"\n'},
    "yaml": {
        "hugo.yaml": "# nosso\nbaseURL: /\ndefaultContentLanguage: pt\nparams:\n  a: 1 # um\n"
    },
    "json": {"hugo.json": '{\n  "baseURL": "/",\n  "defaultContentLanguage": "pt"\n}\n'},
    "languages": {
        "hugo.toml": 'baseURL = "/"\ndefaultContentLanguage = "pt"\n[languages.pt]\n  weight = 5\n'
    },
    "content folders": {
        "hugo.toml": 'baseURL = "/"\ndefaultContentLanguage = "pt"\n'
        '[languages.pt]\ncontentDir = "content/pt"\n'
    },
    "split": {
        "config/_default/hugo.toml": 'baseURL = "/"\ndefaultContentLanguage = "pt"\n',
        "config/_default/languages.toml": "[pt]\n  weight = 1 # um\n",
    },
}


@pytest.mark.parametrize("name", CONFIGURATIONS)
def test_another_language_that_hugo_takes(tmp_path: Path, notelint: Notelint, name: str) -> None:
    configuration = CONFIGURATIONS[name]
    folder = "content/pt" if name == "content folders" else "content"
    write_site(tmp_path, {**configuration, **LAYOUTS, f"{folder}/a.md": NOTE})
    done = notelint("init", "--to", "en")
    assert done.code == 0, done.err
    assert "left to you" not in done.out
    for file, before in configuration.items():
        after = (tmp_path / file).read_text("utf-8").splitlines()
        kept = [line for line in before.splitlines() if line.strip("{} ")]
        assert [line for line in after if line in kept] == kept
    english = "content/en/a.md" if name == "content folders" else "content/a.en.md"
    write(tmp_path / english, NOTE.replace("Texto", "Text"))
    built = build(tmp_path, tmp_path / "public")
    assert (built.returncode, built.warnings) == (0, ()), built.log
    assert "Texto" in (tmp_path / "public" / "a" / "index.html").read_text("utf-8")
    assert "Text." in (tmp_path / "public" / "en" / "a" / "index.html").read_text("utf-8")
    again = notelint("init", "--to", "en")
    assert "nothing is missing" in again.out


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("![um](desenho.png)\n", False),
        ('<img src="desenho.png" alt="um">\n', True),
        ("![um](../pacote/desenho.png)\n", True),
        ('<img src="/desenho.png" alt="um">\n', False),
    ],
)
def test_bundle_files_are_copied_where_a_note_needs_it(
    tmp_path: Path, notelint: Notelint, text: str, wanted: bool
) -> None:
    write_site(tmp_path, {"pacote/index.md": NOTE + text, "pacote/desenho.png": b"x"})
    assert notelint("init", "--to", "en").code == 0
    settings = tomllib.loads((tmp_path / "hugo.toml").read_text("utf-8"))
    assert settings.get("markup", {}).get("goldmark", {}) == (
        {"duplicateResourceFiles": True} if wanted else {}
    )


def test_what_cannot_be_edited_is_printed(tmp_path: Path, notelint: Notelint) -> None:
    text = 'defaultContentLanguage = "pt"\nlanguages = {pt = {weight = 1}}\n'
    write_site(tmp_path, {"hugo.toml": text, "a.md": NOTE})
    done = notelint("init", "--to", "en")
    assert done.code == 0
    assert "left to you: add to hugo.toml:\n[languages.en]\nweight = 2\n" in done.out
    assert (tmp_path / "hugo.toml").read_text("utf-8") == text


@pytest.mark.parametrize(
    ("configuration", "message"),
    [({}, "no Hugo configuration"), ({"hugo.toml": ""}, "Say it with --from")],
)
def test_when_it_cannot_be_done(
    tmp_path: Path, notelint: Notelint, configuration: dict[str, str], message: str
) -> None:
    for name, text in {**configuration, "content/a.md": NOTE}.items():
        write(tmp_path / name, text)
    done = notelint("init", "--to", "en")
    assert done.code == 2
    assert message in done.err
    assert not (tmp_path / "notelint.toml").exists()


def test_the_source_language_may_be_given(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"hugo.json": "{}", "a.md": NOTE})
    assert notelint("init", "--to", "en", "--from", "pt").code == 0
    settings = json.loads((tmp_path / "hugo.json").read_text("utf-8"))
    assert settings == {
        "defaultContentLanguage": "pt",
        "languages": {"pt": {"weight": 1}, "en": {"weight": 2}},
    }


BY_FOLDER = """\
baseURL: https://example.org/
contentDir: content/pt
defaultContentLanguage: pt
# as línguas
languages:
  pt:
    label: Português
  no:
    label: Norsk
    contentDir: content/no # norsk
params: {}
"""


def test_a_site_with_languages_by_folder(tmp_path: Path, notelint: Notelint) -> None:
    """`no` is a language to Hugo; a language without weight stays behind those there are."""
    write(tmp_path / "hugo.yaml", BY_FOLDER)
    write(tmp_path / "content" / "pt" / "a.md", NOTE)
    write(tmp_path / "content" / "no" / "a.md", NOTE)
    write(tmp_path / "layouts" / "page.html", "{{ .Content }}")
    assert notelint("init", "--to", "en").code == 0
    expected = BY_FOLDER.replace(
        "# norsk\n", "# norsk\n  en:\n    label: English\n    contentDir: content/en\n"
    )
    assert (tmp_path / "hugo.yaml").read_text("utf-8") == expected
    assert notelint("translate", "--to", "en", "--engine", "pseudo").code == 0
    assert (tmp_path / "content" / "en" / "a.md").is_file()
    assert build(tmp_path, tmp_path / "public").returncode == 0
    assert (tmp_path / "public" / "en" / "a" / "index.html").is_file()


@pytest.mark.parametrize(
    ("files", "changed"),
    [
        (
            {
                "config/_default/hugo.toml": 'baseURL = "https://example.org/" # casa\n',
                "config/_default/languages.toml": "# as línguas\n[pt]\nweight = 1\n",
            },
            {
                "config/_default/languages.toml": "# as línguas\n[pt]\nweight = 1\n\n[en]\nweight = 2\n",
                "config/_default/hugo.toml": 'baseURL = "https://example.org/" # casa\ndefaultContentLanguage = "pt"\n',
            },
        ),
        (
            {"config/_default/hugo.yaml": "baseURL: https://example.org/ # casa\n"},
            {
                "config/_default/hugo.yaml": "baseURL: https://example.org/ # casa\n"
                "defaultContentLanguage: pt\nlanguages:\n  pt:\n    weight: 1\n  en:\n    weight: 2\n"
            },
        ),
    ],
)
def test_a_configuration_in_several_files(
    tmp_path: Path, notelint: Notelint, files: dict[str, str], changed: dict[str, str]
) -> None:
    write_site(tmp_path, {"a.md": NOTE, **files})
    assert notelint("init", "--to", "en", "--from", "pt").code == 0
    for name, text in changed.items():
        assert (tmp_path / name).read_text("utf-8") == text


@pytest.mark.parametrize(
    ("name", "text"),
    [("pyproject.toml", '[tool.notelint]\nignore = ["spelling"]\n'), ("notelint.toml", "")],
)
def test_a_configuration_of_the_repository_stays_the_one(
    tmp_path: Path, notelint: Notelint, name: str, text: str
) -> None:
    """One beside the site would take its place."""
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    write(tmp_path / name, text)
    write_site(tmp_path / "docs", {"a.md": NOTE})
    notelint.folder = tmp_path / "docs"
    assert "notelint.toml" not in notelint("init").out
    assert not (tmp_path / "docs" / "notelint.toml").exists()


def test_one_note_in_the_language_that_hugo_assumes(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"hugo.toml": 'languageCode = "pt-br"\n', "a.md": NOTE})
    assert notelint("init").out.splitlines()[0] == (
        "found a Hugo site by hugo.toml: 1 note, languages: en "
        "(Hugo's default, since the site has no “defaultContentLanguage”)"
    )


def test_the_line_ends_of_a_hook_file_are_kept(tmp_path: Path, notelint: Notelint) -> None:
    before = b"repos:\r\n- repo: local\r\n  hooks: []\r\n"
    write_site(tmp_path, {"a.md": NOTE})
    file = write(tmp_path / ".pre-commit-config.yaml", before)
    assert notelint("init").code == 0
    after = file.read_bytes()
    assert after.startswith(before)
    assert after.count(b"\n") == after.count(b"\r\n") > 3
    file.write_bytes(b"\xff")
    done = notelint("init")
    assert (done.code, done.err) == (2, "notelint: .pre-commit-config.yaml: not UTF-8 (byte 0)\n")
