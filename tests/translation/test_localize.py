"""The edition's links: English ids, pages without an edition, addresses; both languages built by the real Hugo."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest

from notelint.config import Translation
from notelint.translation import Request, run
from tests.hugo import build

ENGINE = Path(__file__).parents[1] / "fixtures" / "dictionary_engine.py"
CONFIGURATION = """
baseURL = "https://example.org/"
defaultContentLanguage = "pt"
disableKinds = ["taxonomy", "term", "rss", "sitemap", "robotsTXT", "404"]
refLinksErrorLevel = "WARNING"
[markup.goldmark]
[markup.goldmark.renderer]
unsafe = true
"""
LANGUAGES = {
    "by name": "[languages.pt]\nweight = 1\n[languages.en]\nweight = 2\n",
    "by folder": (
        '[languages.pt]\nweight = 1\ncontentDir = "content/pt"\n'
        '[languages.en]\nweight = 2\ncontentDir = "content/en"\n'
    ),
}
NOTES = {
    "_index.md": "---\ntitle: Início\n---\n\nBem-vindo à [instalação](/guia/instalacao/#primeiro-passo).\n",
    "guia/_index.md": "---\ntitle: Guia\n---\n\nUm guia.\n",
    "guia/instalacao.md": """---
title: Instalação
---

Leia [o primeiro passo](#primeiro-passo), [o resumo]({{< relref "#resumo" >}}) e <a href="#primeiro-passo">de novo</a>.

## Primeiro passo

Veja {{< relref "uso#primeiro-passo" >}} e [a outra página]({{< relref path="/guia/uso#exemplo-1" >}}).

## Exemplo

## Exemplo

## Resumo

[ref]: /guia/uso/#resumo "título"

Um [link por referência][ref], [um externo](https://example.com/#primeiro-passo) e [outro](../uso/#resumo).
Em HTML: <a href="/guia/uso/#resumo">resumo</a>.

## Título fixo {#fixo}

Para o [fixo](#fixo), [em outra língua]({{< relref "rascunho#x" >}}).
""",
    "guia/uso.md": """---
title: Uso
---

## Primeiro passo

Como na [instalação]({{< ref "instalacao#fixo" >}}).

## Exemplo

## Exemplo

## Resumo

![figura](/f.png)
""",
    "guia/so-portugues.md": "---\ntitle: Só em português\n---\n\n## Parte única\n\nTexto.\n",
    "guia/leva.md": """---
title: Leva
---

Para [só em português]({{< relref "so-portugues#parte-única" >}}), [pelo endereço](/guia/so-portugues/#parte-única)
e [pelo arquivo](so-portugues.md).
""",
}
LAYOUTS = {
    "page.html": "{{ .Content }}",
    "section.html": "{{ .Content }}",
    "home.html": "{{ .Content }}",
}


@pytest.fixture(params=LANGUAGES)
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    site = tmp_path / "site"
    below = "content/pt" if request.param == "by folder" else "content"
    files = {
        "hugo.toml": CONFIGURATION.replace(
            "[markup.goldmark]", LANGUAGES[request.param] + "[markup.goldmark]", 1
        ),
        **{f"{below}/{name}": text for name, text in NOTES.items()},
        **{f"layouts/{name}": text for name, text in LAYOUTS.items()},
        "static/f.png": "",
    }
    for name, text in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text)
    return site


def translate(site: Path, **settings: str) -> None:
    import sys

    engine = f"command:{sys.executable} {ENGINE}"
    report = run(
        Request(site=site, engines=(engine,), settings=Translation(**settings))  # type: ignore[arg-type]
    )
    assert report.exit_code == 0
    assert report.messages == ()


def edition(site: Path, name: str) -> Path:
    """The file of a note's edition, wherever this site has it."""
    if (site / "content" / "pt").exists():
        return site / "content" / "en" / f"{name}.md"
    return site / "content" / f"{name}.en.md"


class _Links(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for key, value in attributes:
            if key in ("href", "src"):
                self.targets.append(unquote(value or ""))
            if key == "id":
                self.ids.add(value or "")


def broken(site: Path, tmp_path: Path) -> list[str]:
    """Warnings of Hugo, and fragments and addresses of the built pages that lead nowhere."""
    public = tmp_path / "public"
    result = build(site, public, "--cleanDestinationDir")
    assert result.returncode == 0, result.log
    faults = [line for line in result.warnings if "rascunho" not in line]
    pages = {
        f"https://example.org/{path.parent.relative_to(public).as_posix()}/".replace(
            "/./", "/"
        ): _Links(path.read_text())
        for path in public.rglob("index.html")
    }
    for url, page in pages.items():
        for target in page.targets:
            full, _, fragment = urljoin(url, target).partition("#")
            if not full.startswith("https://example.org/") or full.endswith(".png"):
                continue
            if full not in pages:
                faults.append(f"{url}: {target} leads nowhere")
            elif fragment and fragment not in pages[full].ids:
                faults.append(f"{url}: no id {fragment} on {full}")
    return faults


def test_every_link_of_both_languages_leads_somewhere(site: Path, tmp_path: Path) -> None:
    translate(site)
    assert broken(site, tmp_path) == []


def test_fragments_are_those_of_the_english_headings(site: Path) -> None:
    translate(site)
    text = edition(site, "guia/instalacao").read_text()
    assert "(#first-step)" in text
    assert '"#summary"' in text
    assert '<a href="#first-step">' in text
    assert '"uso#first-step"' in text
    assert "uso#example-1" in text
    assert "[ref]: /guia/uso/#summary" in text  # Hugo's own hook finds the page of the language
    assert 'href="/en/guia/uso/#summary"' in text
    assert "https://example.com/#primeiro-passo" in text
    assert "(#fixo)" in text
    assert "{#fixo}" in text


def test_a_page_without_edition_is_linked_in_its_own_language(site: Path, tmp_path: Path) -> None:
    only = site / "content" / ("pt/" if (site / "content/pt").exists() else "")
    note = only / "guia" / "so-portugues.md"
    kept = note.read_text()
    note.unlink()
    translate(site)
    note.write_text(kept)
    edition(site, "guia/leva").unlink()
    report_for(site, only / "guia" / "leva.md")
    text = edition(site, "guia/leva").read_text()
    assert 'path="so-portugues#parte-única" lang="pt"' in text
    assert "(/guia/so-portugues/#parte-única)" in text
    assert broken(site, tmp_path) == []
    translate(site)
    text = edition(site, "guia/leva").read_text()
    assert "lang=" not in text
    assert (
        '{{< relref "so-portugues#only-part" >}}' in text or 'path="so-portugues#only-part"' in text
    )
    assert broken(site, tmp_path) == []


def report_for(site: Path, note: Path) -> None:
    import sys

    engine = f"command:{sys.executable} {ENGINE}"
    run(Request(site=site, paths=(note,), engines=(engine,)))


def test_doing_it_again_changes_nothing(site: Path) -> None:
    translate(site)
    before = {path: path.read_bytes() for path in site.rglob("*.md")}
    import shutil

    shutil.rmtree(site / ".notelint" / "cache")
    translate(site)
    assert {path: path.read_bytes() for path in site.rglob("*.md")} == before


def test_a_renamed_heading_is_followed_by_the_links_of_other_pages(
    site: Path, tmp_path: Path
) -> None:
    translate(site)
    page = edition(site, "guia/uso")
    page.write_text(page.read_text().replace("## First step", "## The very first step"))
    translate(site)
    assert '"uso#the-very-first-step"' in edition(site, "guia/instalacao").read_text()
    assert broken(site, tmp_path) == []


def test_pinned_anchors_keep_the_source_s_ids(site: Path, tmp_path: Path) -> None:
    translate(site, anchors="pin")
    text = edition(site, "guia/instalacao").read_text()
    assert "## First step {#primeiro-passo}" in text
    assert "(#primeiro-passo)" in text
    assert "## Example {#exemplo-1}" in text
    assert broken(site, tmp_path) == []


@pytest.mark.parametrize("copies", ["true", "false"])
def test_a_picture_of_the_edition_is_preferred(tmp_path: Path, copies: str) -> None:
    """`plan.en.png` beside `plan.png`: its page has no other, so that what Hugo does not look up must name it."""
    site = tmp_path / "site"
    note = (
        "---\ntitle: Guia\n---\n\n![Uso](plan.png) <img alt='Uso' src='plan.png'> ![Uso](map.png)\n"
    )
    files = {
        "hugo.toml": CONFIGURATION.replace("[markup.goldmark]\n", "")
        + f"[markup.goldmark]\nduplicateResourceFiles = {copies}\n"
        + LANGUAGES["by name"],
        "content/guia/index.md": note,
        "content/guia/plan.png": "pt",
        "content/guia/plan.en.png": "en",
        "content/guia/map.png": "both",
        "layouts/all.html": "{{ .Content }}",
    }
    for name, text in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text)
    run(Request(site=site, engines=("pseudo",)))
    assert build(site, tmp_path / "public").warnings == ()
    page = tmp_path / "public" / "en" / "guia" / "index.html"
    shown = re.findall(r"src=[\"']([^\"']*)", page.read_text())
    files_shown = [tmp_path / "public" / urljoin("/en/guia/", one).lstrip("/") for one in shown]
    assert [file.read_text() for file in files_shown] == ["en", "en", "both"]
