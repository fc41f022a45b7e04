"""The front matter and shortcode rules on small sites: each finding is expected, and no other."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from notelint.core import NotelintError
from notelint.note.front_matter_schema import load_schema
from notelint.note.near_keys import near_key
from notelint.note.source import decode
from notelint.runner import Request, run
from tests.hugo import build
from tests.small_site import write, write_site

SITES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("front_matter_sites.yaml").read_text(encoding="utf-8")
)
OURS = ("front-matter-", "shortcode-", "term-")


def findings(root: Path) -> list[str]:
    found = []
    for checked in run(Request((root / "content",), site=root)).checked:
        for each in checked.diagnostics:
            if each.rule.startswith(OURS):
                path = Path(each.path).resolve()
                line = decode(path.read_bytes()).position(each.span.start)[0]
                shown = path.relative_to(root.resolve()).as_posix()
                found.append(f"{shown}:{line} {each.rule}: {each.message}")
    return found


@pytest.mark.parametrize("site", SITES, ids=lambda site: site["title"])
def test_a_site(tmp_path: Path, site: dict[str, Any]) -> None:
    write_site(tmp_path, site["files"])
    assert sorted(findings(tmp_path)) == sorted(site["found"])


@pytest.mark.parametrize(
    ("line", "stops"),
    [
        ("url: /wiki/Especial:Busca/", True),
        ("url: '/a\\:b/ :x/'", True),
        ("url: '/:year/:Slug/'", True),
        ("url: '/a\\:b/10:30/:year/:Jan-:06/:sections[1:]/'", False),
        ("url: ftp://a/", False),
        ("aliases: [/a/, https://exemplo.org/b/]", True),
        ("aliases: http://exemplo.org/", True),
        ("aliases: [/]", True),
        ("aliases: [//a/, /http://b/, ftp://c/, httpd/e]", False),
        ("outputs: [html, jsn]", True),
        ("outputs: [HTML, json, alias]", False),
        ("outputs: ''", False),
    ],
)
def test_values_of_the_right_kind_at_which_hugo_stops(
    tmp_path: Path, line: str, stops: bool
) -> None:
    text = f"---\ntitle: A\n{line}\n---\n"
    write_site(tmp_path, {"a.md": text, "layouts/all.html": "x"})
    assert (build(tmp_path, tmp_path / "public").returncode != 0) is stops
    assert len(findings(tmp_path)) == stops


def test_output_formats_of_the_site_and_of_themes(tmp_path: Path) -> None:
    config = 'theme = "t"\n[outputFormats.Meu]\nmediaType = "text/plain"\n'
    write(tmp_path / "hugo.toml", config)
    write(tmp_path / "themes/t/hugo.toml", '[outputFormats.dela]\nmediaType = "text/plain"\n')
    write_site(
        tmp_path, {"hugo.toml": config, "a.md": "---\ntitle: a\noutputs: [meu, dela]\n---\n"}
    )
    assert findings(tmp_path) == []
    write_site(tmp_path, {"hugo.toml": config, "a.md": "---\ntitle: a\noutputs: [nao]\n---\n"})
    assert len(findings(tmp_path)) == 1
    write(tmp_path / "hugo.toml", config.replace('"t"', '["t", "longe"]'))
    assert findings(tmp_path) == []


def test_every_undeclared_key_when_asked_for(tmp_path: Path) -> None:
    write_site(tmp_path, {"a.md": "---\ntitle: a\nminha_chave: x\n---\n"})
    write(tmp_path / "notelint.toml", "[rules.front-matter-unknown]\nundeclared = true\n")
    assert findings(tmp_path) == [
        "content/a.md:3 front-matter-unknown: "
        "«minha_chave» is no field that Hugo, a template or the schema knows"
    ]


NEAR = [
    ("titel", "title"),
    ("categoris", "categories"),
    ("drfat", "draft"),
    ("tag", "tags"),
    ("descripton", "description"),
    ("summry", "summary"),
    ("data", "date"),
    ("category", None),
    ("kinds", None),
    ("toc", None),
    ("math", None),
]


@pytest.mark.parametrize(("name", "meant"), NEAR)
def test_a_slip_of_the_pen(name: str, meant: str | None) -> None:
    known = (
        "title",
        "categories",
        "draft",
        "tags",
        "description",
        "summary",
        "date",
        "links",
        "url",
    )
    assert near_key(name, known) == meant


REFUSED = [
    ("feilds: {}\n", ":1: unknown key «feilds»: did you mean “fields”?"),
    ("fields:\n  a: {type: txt}\n", ":2: «txt» must be one of"),
    ("fields:\n  a: {txt: true}\n", ":2: unknown key «txt»: did you mean “text”?"),
    ("required: title\n", ":1: «required» must be a list"),
    ("fields:\n  a: [b]\n", ":2: «a» must be a table"),
    ("fields:\n  a: {text: yes}\n", ":2: «text» must be true or false"),
    ("fields:\n  a: @x\n", ":2:"),
]


@pytest.mark.parametrize(("text", "said"), REFUSED)
def test_a_schema_that_is_refused(tmp_path: Path, text: str, said: str) -> None:
    path = write(tmp_path / "front-matter.yaml", text)
    with pytest.raises(NotelintError) as error:
        load_schema([path])
    assert said in str(error.value)
    assert "\n" not in str(error.value)
