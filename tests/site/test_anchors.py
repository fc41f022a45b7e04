"""Heading ids and other anchors, as the real Hugo makes them, by all three of its rules."""

import json
from pathlib import Path

import pytest

from notelint import check
from notelint.site.anchors import heading_id
from notelint.site.config_files import read_yaml
from notelint.site.site import Site
from tests.hugo import build
from tests.site.differential import load
from tests.site.judged import Public
from tests.site.test_semantics import LAYOUT
from tests.small_site import write_site

HEADINGS: dict[str, list[str]] = read_yaml(
    (Path(__file__).parent / "headings.yaml").read_text(encoding="utf-8")
)
GOLDMARK = {
    "renderer": {"unsafe": True},
    "parser": {"attribute": {"block": True, "title": True}},
    "extensions": {
        "passthrough": {"enable": True, "delimiters": {"inline": [["\\(", "\\)"]], "block": []}}
    },
}


def make(folder: Path, id_type: str, *, typographer: bool = True) -> tuple[Site, Public]:
    """A site with each text of headings.yaml on a page of its own, read by both."""
    extensions = {**GOLDMARK["extensions"], "typographer": {"disable": not typographer}}
    goldmark = {**GOLDMARK, "extensions": extensions}
    goldmark["parser"] = {**goldmark["parser"], "autoIDType": id_type}
    config = {"baseURL": "https://exemplo.org/", "markup": {"goldmark": goldmark}}
    for number, text in enumerate(HEADINGS):
        path = folder / "content" / f"p{number}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"---\ntitle: T\n---\n{text}\n", encoding="utf-8")
    (folder / "hugo.json").write_text(json.dumps(config), encoding="utf-8")
    (folder / "layouts").mkdir()
    (folder / "layouts" / "all.html").write_text(LAYOUT, encoding="utf-8")
    done = build(folder, folder / "public")
    assert done.returncode == 0, done.log
    return load(folder), Public(folder / "public", "https://exemplo.org/")


@pytest.mark.parametrize("id_type", ["github", "github-ascii", "blackfriday"])
@pytest.mark.parametrize("typographer", [True, False])
def test_ids_are_hugos(id_type: str, typographer: bool, tmp_path: Path) -> None:
    site, public = make(tmp_path, id_type, typographer=typographer)
    rendered = {page.source: page.ids for page in public.by_source()}
    wrong = [
        (text, sorted(site.pages[f"content/p{number}.md"].facts.anchors), sorted(theirs))
        for number, text in enumerate(HEADINGS)
        if set(site.pages[f"content/p{number}.md"].facts.anchors)
        != (theirs := rendered[f"p{number}.md"])
    ]
    assert wrong == []


def test_the_usual_rule_gives_what_is_written_down(tmp_path: Path) -> None:
    site, _ = make(tmp_path, "github")
    for number, (text, ids) in enumerate(HEADINGS.items()):
        assert set(site.pages[f"content/p{number}.md"].facts.anchors) == set(ids), text


def test_a_placeholder_in_a_heading_makes_its_id_unusable(tmp_path: Path) -> None:
    layouts = tmp_path / "layouts" / "_shortcodes"
    layouts.mkdir(parents=True)
    (layouts / "v.html").write_text("valor", encoding="utf-8")
    (tmp_path / "hugo.toml").write_text('baseURL = "https://exemplo.org/"\n', encoding="utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "p.md").write_text("## Com {{< v >}}\n\n## Sem\n", encoding="utf-8")
    page = load(tmp_path).pages["content/p.md"]
    assert page.facts.anchors == ("sem",)
    assert [heading.id for heading in page.facts.headings] == ["", "sem"]


def test_what_a_percent_shortcode_prints_ends_an_id(tmp_path: Path) -> None:
    """Hugo expands it before it makes the id; how that begins is known, and no more."""
    write_site(
        tmp_path,
        {
            "hugo.toml": 'baseURL = "https://exemplo.org/"\ndefaultContentLanguage = "pt"\n',
            "layouts/_shortcodes/a.html": "a b",
            "layouts/single.html": "{{ .Content }}",
            "content/p.md": "---\ntitle: P\n---\n\n## Via {{% a %}} fim\n\n"
            "[x](#via-a-b-fim) e [z](#outra)\n",
        },
    )
    build(tmp_path, tmp_path / "public")
    assert '<h2 id="via-a-b-fim">' in (tmp_path / "public/p/index.html").read_text("utf-8")
    found = check([tmp_path / "content"], select=["anchor-missing"])
    assert [one.message for one in found] == ["this note has no “#outra”"]


TEMPLATES = {
    "md": "<div>{{ .Inner | markdownify }}</div>",
    "bloco": '<div>{{ .Page.RenderString (dict "display" "block") .Inner }}</div>',
    "cru": "<div>{{ .Inner | safeHTML }}</div>",
    "nu": "{{ .Inner }}",
    "codigo": '<pre>{{ highlight (trim .Inner "\\n") (.Get 0) "" }}</pre>',
}
INNER: dict[str, list[str]] = read_yaml(
    (Path(__file__).parent / "headings_in_shortcodes.yaml").read_text(encoding="utf-8")
)


def test_inner_texts_are_documents_of_their_own(tmp_path: Path) -> None:
    shortcodes = tmp_path / "layouts" / "_shortcodes"
    shortcodes.mkdir(parents=True)
    for name, text in TEMPLATES.items():
        (shortcodes / f"{name}.html").write_text(text, encoding="utf-8")
    (tmp_path / "layouts" / "all.html").write_text(LAYOUT, encoding="utf-8")
    config = {"baseURL": "https://exemplo.org/", "markup": {"goldmark": GOLDMARK}}
    (tmp_path / "hugo.json").write_text(json.dumps(config), encoding="utf-8")
    (tmp_path / "content").mkdir()
    for number, text in enumerate(INNER):
        note = tmp_path / "content" / f"p{number}.md"
        note.write_text(f"---\ntitle: T\n---\n{text}\n", encoding="utf-8")
    done = build(tmp_path, tmp_path / "public")
    assert done.returncode == 0, done.log
    site = load(tmp_path)
    for page in Public(tmp_path / "public", "https://exemplo.org/").by_source():
        number = int(page.source.removeprefix("p").removesuffix(".md"))
        text, expected = list(INNER.items())[number]
        facts = site.pages[f"content/{page.source}"].facts
        assert page.ids == set(expected), text
        assert set(facts.anchors) == page.ids, text
        assert len(facts.references) == len(page.targets), text


@pytest.mark.parametrize(
    ("text", "github", "ascii_only", "blackfriday"),
    [
        ("Ação & Reação!", "ação--reação", "acao--reacao", "ação-reação"),
        ("É ª º", "é-ª-º", "e--", "é-ª-º"),
        ("barra/x y", "barrax-y", "barrax-y", "barra-x-y"),
        ("fim-", "fim-", "fim-", "fim"),
        ("中文", "中文", "", "中文"),
    ],
)
def test_heading_id(text: str, github: str, ascii_only: str, blackfriday: str) -> None:
    assert heading_id(text, "github") == github
    assert heading_id(text, "github-ascii") == ascii_only
    assert heading_id(text, "blackfriday") == blackfriday
