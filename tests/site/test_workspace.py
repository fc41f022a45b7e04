"""Reading a site's configuration: its files, languages, mounts, themes, words and data."""

import json
import pickle
from pathlib import Path

import pytest

from notelint.core import NotelintError
from notelint.site.hugo_config import hugo_config
from notelint.site.workspace import Settings, Workspace
from tests.site.differential import load
from tests.small_site import write


def test_all_forms_of_configuration_are_merged_in_hugos_order(tmp_path: Path) -> None:
    write(tmp_path / "hugo.toml", 'baseURL = "https://a.org/"\ntitle = "a"\n[params]\nx = 1\n')
    write(tmp_path / "config/_default/hugo.yaml", "title: b\nparams:\n  y: 2\n")
    write(tmp_path / "config/_default/params.toml", "z = 3\n")
    write(tmp_path / "config/_default/languages.en.yaml", "weight: 2\ncontentDir: content/en\n")
    write(tmp_path / "config/_default/languages.pt.json", json.dumps({"weight": 1}))
    write(tmp_path / "config/_default/params.en.yaml", "x: 9\n")
    write(tmp_path / "config/_default/menu.yaml", "main: []\n")
    write(tmp_path / "config/production/hugo.yaml", "title: c\nbuildDrafts: false\n")
    write(tmp_path / "config/staging/hugo.yaml", "title: d\n")
    hugo = Workspace.find(tmp_path).hugo
    assert hugo.get("title") == "c"
    assert hugo.get("params") == {"x": 1, "y": 2, "z": 3}
    assert hugo.codes == ("pt", "en")
    assert hugo.language("en").content_dir == "content/en"
    assert hugo.language("en").get("params", "x") == 9
    assert hugo.language("pt").get("params", "x") == 1
    assert hugo.get("menus", "main") == []


def test_words_of_yaml_are_hugos() -> None:
    """YAML 1.2: `no` and `yes` are words, so a language may be called no."""
    config = "languages:\n  no:\n    weight: 1\n  en:\n    weight: 2\ndefaultContentLanguage: no\n"
    from notelint.site.config_files import read_yaml

    values = read_yaml(config)
    assert list(values["languages"]) == ["no", "en"]
    assert read_yaml("a: yes\nb: false\nc: 010\nd: 1.5\ne: 'false'") == {
        "a": "yes",
        "b": False,
        "c": 8,
        "d": 1.5,
        "e": "false",
    }


@pytest.mark.parametrize(
    ("values", "codes", "default"),
    [
        ({}, ("en",), "en"),
        ({"defaultcontentlanguage": "pt"}, ("pt",), "pt"),
        ({"languages": {"pt": {}, "en": {}}}, ("en", "pt"), "en"),
        ({"languages": {"pt": {"weight": 1}, "fr": {}}}, ("pt", "fr"), "pt"),
        ({"languages": {"pt": {"disabled": True}, "fr": {}}}, ("fr",), "fr"),
        ({"languages": {"pt": {}, "fr": {}}, "disablelanguages": ["fr"]}, ("pt",), "fr"),
    ],
)
def test_languages(values: dict[str, object], codes: tuple[str, ...], default: str) -> None:
    hugo = hugo_config(values)
    assert hugo.codes == codes
    assert hugo.default_language in (default, *codes)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, "auto"),
        ({"languages": {"pt": {}, "en": {}}}, "fallback"),
        ({"languages": {"pt": {}, "en": {"disabled": True}}}, "fallback"),
        ({"languages": {"pt": {}}}, "fallback"),
        ({"languages": {"pt": {"baseurl": "https://x/"}, "en": {}}}, "auto"),
        (
            {
                "languages": {"pt": {}, "en": {}},
                "markup": {"goldmark": {"duplicateresourcefiles": True}},
            },
            "auto",
        ),
        ({"markup": {"goldmark": {"renderhooks": {"link": {"useembedded": "always"}}}}}, "always"),
        ({"markup": {"goldmark": {"renderhooks": {"link": {"enabledefault": True}}}}}, "fallback"),
    ],
)
def test_when_hugos_own_hook_is_at_work(values: dict[str, object], expected: str) -> None:
    assert hugo_config(values).use_embedded("link") == expected


def test_the_language_of_a_path(tmp_path: Path) -> None:
    config = 'defaultContentLanguage = "pt"\n[languages.pt]\ncontentDir = "content/pt"\n'
    write(tmp_path / "hugo.toml", config + '[languages.en]\ncontentDir = "content/en"\n')
    for folder in ("content/pt", "content/en"):
        (tmp_path / folder).mkdir(parents=True)
    workspace = Workspace.find(tmp_path)
    assert workspace.language_of("content/en/a.md") == "en"
    assert workspace.language_of("content/pt/a.md") == "pt"
    assert workspace.language_of("content/pt/a.en.md") == "en"
    assert workspace.language_of("content/pt/a.fr.md") == "pt"


def test_a_folder_without_configuration(tmp_path: Path) -> None:
    write(tmp_path / "a.pt.md", "x")
    workspace = Workspace.find(tmp_path, Settings(language="pt"))
    assert not workspace.is_site
    assert workspace.root == tmp_path
    assert workspace.language_of("b.md") == "pt"
    assert workspace.language_of("b.en.md") == "en"


def test_the_nearest_configuration_above(tmp_path: Path) -> None:
    write(tmp_path / "config.yml", "title: x\n")
    write(tmp_path / "content/docs/a.md", "x")
    assert Workspace.find(tmp_path / "content/docs").root == tmp_path


@pytest.mark.parametrize("name", ["hugo.toml", "hugo.yaml", "hugo.json", "config/_default/a.toml"])
def test_a_broken_configuration_is_one_line(name: str, tmp_path: Path) -> None:
    if "/" in name:
        write(tmp_path / "hugo.toml", "")
    write(tmp_path / name, "{ a: [")
    with pytest.raises(NotelintError) as caught:
        Workspace.find(tmp_path)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_mounts_themes_and_modules(tmp_path: Path) -> None:
    write(
        tmp_path / "hugo.toml",
        'theme = ["tema"]\n[[module.imports]]\npath = "github.com/x/perdido"\n'
        '[[module.mounts]]\nsource = "notas"\ntarget = "content/n"\n'
        '[[module.mounts]]\nsource = "fotos"\ntarget = "static/f"\n',
    )
    write(tmp_path / "notas/a.md", "x")
    write(tmp_path / "fotos/a.png", "")
    write(tmp_path / "themes/tema/static/t.css", "")
    write(tmp_path / "themes/tema/layouts/_shortcodes/nota.html", "{{ .Inner }}")
    write(tmp_path / "themes/tema/hugo.toml", '[[module.imports]]\npath = "outro"\n')
    write(tmp_path / "themes/outro/layouts/shortcodes/Caixa.html", "x")
    workspace = Workspace.find(tmp_path)
    assert [(root.folder, root.target) for root in workspace.content] == [("notas", "n")]
    assert workspace.missing_themes == ("github.com/x/perdido",)
    assert {"nota", "caixa", "figure"} <= workspace.known_shortcodes
    assert workspace.shortcode_table.uses_inner("nota") is True
    assert workspace.shortcode_table.uses_inner("caixa") is False
    given = Workspace.find(tmp_path, Settings(theme_dirs=("themes/perdido",)))
    assert given.missing_themes == ("github.com/x/perdido",)
    write(tmp_path / "themes/perdido/go.mod", "module github.com/x/perdido\n")
    assert Workspace.find(tmp_path, Settings(theme_dirs=("themes/perdido",))).missing_themes == ()


def test_words_and_data_of_the_site_are_added(tmp_path: Path) -> None:
    write(tmp_path / "hugo.toml", "")
    write(tmp_path / "rules/data/words.pt.txt", "# as minhas\nfoobarar\n")
    write(tmp_path / "rules/data/coisas.yaml", "a: [1]\n")
    workspace = Workspace.find(tmp_path)
    assert "foobarar" in workspace.words("pt-br")
    assert "foobarar" not in workspace.words("en")
    assert workspace.data("coisas") == {"a": [1]}
    assert workspace.front_matter_schema


def test_a_workspace_is_small_and_can_be_sent_to_another_process(tmp_path: Path) -> None:
    write(tmp_path / "hugo.toml", 'defaultContentLanguage = "pt"\n')
    workspace = Workspace.find(tmp_path)
    again = pickle.loads(pickle.dumps(workspace))
    assert again.hugo.codes == ("pt",)
    assert len(pickle.dumps(workspace)) < 10_000


def test_a_theme_adds_output_formats_and_what_the_site_asks_for(tmp_path: Path) -> None:
    write(
        tmp_path / "hugo.toml",
        'theme = "tema"\n[outputs]\nhome = ["html", "llms", "outro"]\n'
        '[markup]\n_merge = "deep"\n[params]\na = 1\n',
    )
    write(
        tmp_path / "themes/tema/hugo.toml",
        '[outputFormats.llms]\nbaseName = "llms"\nmediaType = "text/plain"\n'
        "[markup.goldmark.renderer]\nunsafe = true\n[params]\na = 2\nb = 3\n"
        '[permalinks]\nposts = "/x/:slug/"\n[taxonomies]\nx = "xs"\n',
    )
    workspace = Workspace.find(tmp_path)
    assert workspace.markup.unsafe
    assert workspace.hugo.get("params") == {"a": 1, "b": 3}
    assert workspace.hugo.get("permalinks") is None
    assert workspace.hugo.get("taxonomies") is None
    write(tmp_path / "content/a.md", "[x](/llms.txt) [y](/outro.txt) [z](/sub/outro.txt)\n")
    site = load(tmp_path)
    page = site.pages["content/a.md"]
    assert [found.found for _, found in site.resolved(page)] == [True, None, False]


def test_a_note_that_was_not_read_is_still_a_page(tmp_path: Path) -> None:
    from notelint.site.site import Site

    write(tmp_path / "hugo.toml", "")
    write(tmp_path / "content/a.md", '[x]({{< relref "b#y" >}})\n')
    write(tmp_path / "content/b.md", "---\ntitle: B\n---\n")
    full = load(tmp_path)
    facts = {"content/a.md": full.pages["content/a.md"].facts}
    site = Site.of(full.workspace, facts)
    ((_, found),) = site.resolved(site.pages["content/a.md"])
    assert found.found
    assert found.page is not None
    assert site.has_anchor(found.page, "y") is None
