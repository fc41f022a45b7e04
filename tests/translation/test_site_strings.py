"""`--site-strings`: the site's title, menus, params and i18n in a file for review."""

import tomllib
from pathlib import Path

import pytest
import yaml

from tests.commands import Notelint
from tests.hugo import build
from tests.small_site import write_site

HUGO = """
baseURL = "https://example.org/"
title = "Caderno de dados"
defaultContentLanguage = "pt"
[languages.pt]
[languages.en.params]
subtitle = "Mine"
[params]
description = "Anotações sobre **bancos de dados**."
subtitle = "Meu"
dateFormat = "2 de January de 2006"
author = "João da Silva Santos"
class = "azul bem claro"
snippet = '<i class="a"> um dois três</i>'
[params.banner]
message = "Novo: veja [a lista](/lista/) de notas"
[[menus.main]]
name = "Início"
url = "/"
weight = 1
[[menus.main]]
name = "GitHub"
pageRef = "/sobre"
"""
I18N = """
readMore: Leia mais
minutes:
  one: "{{ .Count }} minuto de leitura"
  other: "{{ .Count }} minutos de leitura"
known: Já sabido
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {"i18n/pt.yaml": I18N, "i18n/en.toml": 'known = "Known"\n', "hugo.toml": HUGO}
    write_site(tmp_path, {"a.md": "---\ntitle: A\n---\n", **files})
    return tmp_path


def test_what_readers_see_is_translated(site: Path, notelint: Notelint) -> None:
    before = (site / "hugo.toml").read_bytes()
    done = notelint("translate", "--to", "en", "--site-strings", "review.toml")
    assert (done.code, done.out) == (0, "review.toml: 8 texts to review\n")
    text = (site / "review.toml").read_text()
    found = tomllib.loads(text)
    english = found["languages"]["en"]
    assert english["title"] == "Data notebook"
    assert english["params"].keys() == {"description", "banner"}
    assert "**databases**" in english["params"]["description"]
    assert "(/lista/)" in english["params"]["banner"]["message"]
    assert english["menus"]["main"][0]["weight"] == 1
    assert english["menus"]["main"][1]["name"] == "GitHub"
    assert found["i18n"].keys() == {"readMore", "minutes"}
    assert found["i18n"]["minutes"]["other"].startswith("{{ .Count }} ")
    assert "# Caderno de dados\n" in text
    assert (site / "hugo.toml").read_bytes() == before
    assert not (site / "content" / "a.en.md").exists()


def test_yaml_says_the_same(site: Path, notelint: Notelint) -> None:
    for ending in ("toml", "yaml"):
        notelint("translate", "--to", "en", "--site-strings", f"x.{ending}")
    toml = tomllib.loads((site / "x.toml").read_text())
    assert yaml.safe_load((site / "x.yaml").read_text()) == toml


def test_hugo_takes_it(site: Path, notelint: Notelint, tmp_path: Path) -> None:
    notelint("translate", "--to", "en", "--site-strings", "x.toml")
    text = (site / "x.toml").read_text().partition("\n[i18n]")[0]
    (site / "hugo.toml").write_text(HUGO.replace("[languages.en.params]", "[x]") + text)
    page = "{{ site.Title }}{{ range site.Menus.main }}|{{ .Name }}{{ end }}"
    (site / "layouts").mkdir()
    (site / "layouts" / "all.html").write_text(page)
    assert build(site, tmp_path / "public").returncode == 0
    assert (tmp_path / "public" / "en" / "index.html").read_text().startswith("Data notebook|")


def test_names_that_cannot_be_written(site: Path, notelint: Notelint) -> None:
    done = notelint("translate", "--to", "en", "--site-strings", "x.txt")
    assert done.code == 2
    assert "must end in .toml" in done.err
