"""Front matter that is text: by the site's own schema, at any depth; terms by the glossary alone."""

import json
import shlex
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.commands import Notelint
from tests.small_site import write_site

HUGO = """
defaultContentLanguage = "pt"
[languages.pt]
[languages.en]
[taxonomies]
kind = "kinds"
tag = "tags"
"""
SCHEMA = """
fields:
  hero: {type: map, keys: {heading: {type: text, text: true}, icon: {type: text}}}
  faq: {type: tables, keys: {question: {type: text, text: true}, id: {type: text}}}
"""
VALUES = {
    "title": "Um título",
    "hero": {"heading": "Grande: coisa", "icon": "casa"},
    "faq": [{"question": "O que é?", "id": "que"}, {"question": "Por quê?", "id": "por"}],
    "cover": {"image": "casa.png", "alt": "Uma casa"},
}
YAML = """---
title: Um título # nosso
hero: {heading: "Grande: coisa", icon: casa}
faq:
- question: O que é?
  id: que
- question: >-
    Por
    quê?
  id: por
cover:
  image: casa.png
  alt: 'Uma casa'
---
"""
TOML = """+++
title = "Um título" # nosso
hero = {heading = "Grande: coisa", icon = "casa"}
[[faq]]
question = 'O que é?'
id = "que"
[[faq]]
question = \"\"\"
Por quê?\"\"\"
id = "por"
[cover]
image = "casa.png"
alt = "Uma casa"
+++
"""


def front_of(text: str) -> Any:
    if text.startswith("---"):
        return yaml.safe_load(text.split("---")[1])
    return tomllib.loads(text.split("+++")[1]) if text.startswith("+++") else json.loads(text)


@pytest.mark.parametrize("text", [YAML, TOML, json.dumps(VALUES, ensure_ascii=False, indent=1)])
def test_fields_that_the_site_calls_text(tmp_path: Path, notelint: Notelint, text: str) -> None:
    files = {"a.md": text, "hugo.toml": HUGO, "rules/data/front-matter.yaml": SCHEMA}
    write_site(tmp_path, files)
    assert front_of(text) == VALUES
    assert notelint("translate", "--to", "en", "--engine", "pseudo").code == 0
    page = (tmp_path / "content" / "a.en.md").read_text()
    found = front_of(page)
    assert ("# nosso" in page) == ("# nosso" in text)
    assert [found["title"][-1], found["hero"]["heading"][-1], found["cover"]["alt"][-1]] == 3 * [
        "⟧"
    ]
    assert [one["question"][-1] for one in found["faq"]] == ["⟧", "⟧"]
    assert [one["id"] for one in found["faq"]] == ["que", "por"]
    assert (found["hero"]["icon"], found["cover"]["image"]) == ("casa", "casa.png")


TERMS = "taxonomies:\n- {pt: nota | notas, en: jot | jots}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '---\ntitle: SQL\nkinds: ["Notas"]\ntags:\n- Notas # aqui\n- Teses. Ideias\n- 2024\n---\n',
            '---\ntitle: SQL\nkinds: ["Jots"]\ntags:\n- Jots # aqui\n- Teses. Ideias\n- 2024\n---\n',
        ),
        (
            '+++\ntitle = "SQL"\nkinds = ["Notas", "Ideias"]\n+++\n',
            '+++\ntitle = "SQL"\nkinds = ["Jots", "Ideias"]\n+++\n',
        ),
        ('{"title": "SQL", "kinds": ["Notas"]}\n', '{"title": "SQL", "kinds": ["Jots"]}\n'),
        ("---\ntitle: SQL\ntags: notas\n---\n", "---\ntitle: SQL\ntags: jots\n---\n"),
        ("---\ntitle: SQL\nseries: [Notas]\n---\n", "---\ntitle: SQL\nseries: [Notas]\n---\n"),
    ],
)
def test_terms_become_what_the_glossary_says(
    tmp_path: Path, notelint: Notelint, text: str, expected: str
) -> None:
    write_site(tmp_path, {"a.md": text, "hugo.toml": HUGO, "rules/data/terms.pt-en.yaml": TERMS})
    done = notelint("translate", "--to", "en", "--format", "json")
    assert (tmp_path / "content" / "a.en.md").read_text() == expected
    assert json.loads(done.out)["counts"]["kept"] == 0
    assert notelint("translate", "--to", "en", "--check").code == 0


def test_a_term_with_a_page_of_its_own_keeps_its_name(tmp_path: Path, notelint: Notelint) -> None:
    files = {
        "a.md": "---\ntitle: SQL\nkinds: [Notas]\n---\n",
        "kinds/notas/_index.md": "---\ntitle: SQL\n---\n",
        "hugo.toml": HUGO,
        "rules/data/terms.pt-en.yaml": TERMS,
    }
    write_site(tmp_path, files)
    notelint("translate", "--to", "en")
    assert "kinds: [Notas]" in (tmp_path / "content" / "a.en.md").read_text()


def test_a_new_entry_of_the_glossary_reaches_pages_there_are(
    tmp_path: Path, notelint: Notelint
) -> None:
    write_site(tmp_path, {"a.md": "---\ntitle: SQL\nkinds: [Notas]\n---\n", "hugo.toml": HUGO})
    page = tmp_path / "content" / "a.en.md"
    notelint("translate", "--to", "en")
    assert "kinds: [Notes]" in page.read_text()
    (tmp_path / "rules" / "data").mkdir(parents=True)
    (tmp_path / "rules" / "data" / "terms.pt-en.yaml").write_text(TERMS)
    notelint("translate", "--to", "en")
    assert "kinds: [Jots]" in page.read_text()


def test_a_person_s_term_stays(tmp_path: Path, notelint: Notelint) -> None:
    files = {
        "a.md": "---\ntitle: SQL\nkinds: [Notas]\n---\n\nUm texto.\n",
        "hugo.toml": HUGO,
        "rules/data/terms.pt-en.yaml": TERMS,
    }
    write_site(tmp_path, files)
    notelint("translate", "--to", "en")
    page = tmp_path / "content" / "a.en.md"
    page.write_text(page.read_text().replace("Jots", "Jottings"))
    note = tmp_path / "content" / "a.md"
    note.write_text(note.read_text().replace("Um texto", "Outro texto"))
    notelint("translate", "--to", "en")
    assert "kinds: [Jottings]" in page.read_text()


SLUG = '[translation]\nslug = "translate"\n'
LONGER = "command:" + shlex.join(
    [
        sys.executable,
        "-c",
        "import json, sys; print(json.dumps([t + ' mais' for t in json.load(sys.stdin)]))",
    ]
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntitle: Índices\n---\n", "---\nslug: indices-mais\ntitle: Índices mais\n---\n"),
        (
            "---\ntitle: Índices\nslug: 'curto' # sim\n---\n",
            "---\ntitle: Índices mais\nslug: 'indices-mais' # sim\n---\n",
        ),
        (
            '+++\r\ntitle = "Índices"\r\n[params]\r\nx = 1\r\n+++\r\n',
            '+++\r\nslug = "indices-mais"\r\ntitle = "Índices mais"\r\n[params]\r\nx = 1\r\n+++\r\n',
        ),
        (
            '{\n  "title": "Índices"\n}\n',
            '{\n  "slug": "indices-mais",\n  "title": "Índices mais"\n}\n',
        ),
        (
            "---\ntitle: Índices\nurl: /x/\n---\n",
            "---\ntitle: Índices mais\nurl: /x/\n---\n",
        ),
        ("---\nweight: 1\n---\n", "---\nweight: 1\n---\n"),
    ],
)
def test_addresses_in_the_other_language(
    tmp_path: Path, notelint: Notelint, text: str, expected: str
) -> None:
    files = {"a.md": text.encode(), "_index.md": "---\ntitle: Casa\n---\n"}
    write_site(tmp_path, {**files, "hugo.toml": HUGO})
    (tmp_path / "notelint.toml").write_text(SLUG)
    assert notelint("translate", "--to", "en", "--engine", LONGER).code == 0
    page = tmp_path / "content" / "a.en.md"
    assert page.read_bytes().decode() == expected
    assert "slug" not in (tmp_path / "content" / "_index.en.md").read_text()
    assert "current" in notelint("translate", "--to", "en", "--engine", LONGER).out


def test_an_address_stays_when_the_title_changes(tmp_path: Path, notelint: Notelint) -> None:
    """Made when the setting is new, too; links go to it; a person's own is left alone."""
    files = {
        "a.md": "---\ntitle: Índices\n---\n",
        "b.md": '---\ntitle: B\n---\n\nVeja <a href="/a/">a</a>.\n',
        "hugo.toml": HUGO + "[markup.goldmark.renderer]\nunsafe = true\n",
    }
    write_site(tmp_path, files)
    page = tmp_path / "content" / "a.en.md"
    notelint("translate", "--to", "en", "--engine", LONGER)
    assert '"/en/a/"' in (tmp_path / "content" / "b.en.md").read_text()
    assert "slug" not in page.read_text()
    (tmp_path / "notelint.toml").write_text(SLUG)
    notelint("translate", "--to", "en", "--engine", LONGER)
    assert "slug: indices-mais" in page.read_text()
    assert '"/en/indices-mais/"' in (tmp_path / "content" / "b.en.md").read_text()
    note = tmp_path / "content" / "a.md"
    note.write_text("---\ntitle: Filas\n---\n")
    notelint("translate", "--to", "en", "--engine", LONGER)
    assert page.read_text() == "---\nslug: indices-mais\ntitle: Filas mais\n---\n"
    page.write_text(page.read_text().replace("indices-mais", "mine"))
    note.write_text("---\ntitle: Joins\n---\n")
    notelint("translate", "--to", "en", "--engine", LONGER)
    assert page.read_text() == "---\nslug: mine\ntitle: Joins mais\n---\n"


def test_a_page_takes_no_translation_of_another_that_lacks_its_terms(
    tmp_path: Path, notelint: Notelint
) -> None:
    """The same sentence, about money and about SQL."""
    near = "terms:\n- {pt: banco, en: database, avoid-en: bank, near: SQL}\n"
    files = {
        "a.md": "---\ntitle: Conta\n---\n\nO banco responde.\n",
        "b.md": "---\ntitle: Consultas em SQL\n---\n\nO banco responde.\n",
        "hugo.toml": HUGO,
        "rules/data/terms.pt-en.yaml": near,
    }
    write_site(tmp_path, files)
    for name in "ab":
        assert notelint("translate", "--to", "en", f"content/{name}.md").code == 0
    pages = [(tmp_path / "content" / f"{name}.en.md").read_text() for name in "ab"]
    assert ["database" in page for page in pages] == [False, True]
