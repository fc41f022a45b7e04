"""Our own site, content/ and its layouts, as the real Hugo builds it in both languages."""

import subprocess
import sys
from collections import defaultdict
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.hugo import BuildResult, build

ROOT = Path(__file__).resolve().parent.parent
BASE = "https://example.org/"
LANGUAGES = {"pt": "pt-BR", "en": "en-US"}
# Attributes that lead somewhere; a stylesheet or an icon that is missing hurts as much as an image.
TARGETS = {"a": "href", "img": "src", "link": "href", "source": "src", "script": "src"}


class Page(HTMLParser):
    """What one page refers to, the ids it offers, and what its images and its language say."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.references: list[str] = []
        self.ids: set[str] = set()
        self.repeated: set[str] = set()
        self.without_alt: list[str] = []
        self.language = ""
        self.headings: list[int] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = attributes.get("lang", "")
        if tag == "img" and not attributes.get("alt"):
            self.without_alt.append(attributes.get("src", ""))
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self.headings.append(int(tag[1]))
        if identifier := attributes.get("id"):
            (self.repeated if identifier in self.ids else self.ids).add(identifier)
        if (target := attributes.get(TARGETS.get(tag, ""))) is not None:
            self.references.append(target)

    handle_startendtag = handle_starttag


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BuildResult]:
    out = tmp_path_factory.mktemp("site") / "public"
    return out, build(ROOT, out, "--printPathWarnings", "--panicOnWarning")


@pytest.fixture(scope="module")
def pages(built: tuple[Path, BuildResult]) -> dict[str, Page]:
    """Every page of the site by its URL, such as "https://example.org/en/"."""
    out = built[0]
    found = {}
    for file in sorted(out.rglob("*.html")):
        place = file.relative_to(out).as_posix().removesuffix("index.html")
        found[BASE + place] = Page(file.read_text(encoding="utf-8"))
    return found


def language_of(url: str) -> str:
    return "en" if url.startswith(BASE + "en/") else "pt"


def test_hugo_builds_the_site_without_a_warning(built: tuple[Path, BuildResult]) -> None:
    result = built[1]
    assert result.returncode == 0, result.log
    assert result.warnings == (), result.log
    assert "ERROR" not in result.log


def test_both_languages_are_there(pages: dict[str, Page]) -> None:
    assert {BASE, BASE + "en/"} <= pages.keys()
    assert sum(language_of(url) == "pt" for url in pages) > 30
    for url, page in pages.items():
        # An alias is a page of one line that leads on; Hugo writes it without the layouts.
        assert page.language == LANGUAGES[language_of(url)] or page.headings == [], url


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_local_target_exists(
    language: str, built: tuple[Path, BuildResult], pages: dict[str, Page]
) -> None:
    out = built[0]
    missing: defaultdict[str, list[str]] = defaultdict(list)
    checked = 0
    for url, page in pages.items():
        if language_of(url) != language:
            continue
        for reference in page.references:
            target = urljoin(url, reference)
            if not target.startswith(BASE):
                continue
            checked += 1
            parts = urlsplit(target)
            path, fragment = unquote(parts.path), unquote(parts.fragment)
            file = out / path.lstrip("/")
            if not (file / "index.html" if path.endswith("/") else file).is_file():
                missing[url].append(f"no file: {reference}")
            elif fragment and fragment not in pages[BASE + path.lstrip("/")].ids:
                missing[url].append(f"no anchor: {reference}")
    assert checked > 0
    assert not missing, dict(missing)


def test_pages_are_accessible(pages: dict[str, Page]) -> None:
    faults: defaultdict[str, list[str]] = defaultdict(list)
    for url, page in pages.items():
        faults[url] += [f"image without alt: {image}" for image in page.without_alt]
        faults[url] += [f"id used twice: {name}" for name in sorted(page.repeated)]
        if page.headings and page.headings.count(1) != 1:
            faults[url].append(f"{page.headings.count(1)} headings of level 1")
        for before, after in zip(page.headings, page.headings[1:], strict=False):
            if after > before + 1:
                faults[url].append(f"a heading of level {after} follows one of level {before}")
    assert not {url: found for url, found in faults.items() if found}


def test_pictures_are_what_the_script_draws() -> None:
    run = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "draw_images.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_pictures_are_small_and_used(pages: dict[str, Page]) -> None:
    used = {
        urlsplit(urljoin(url, ref)).path for url, page in pages.items() for ref in page.references
    }
    drawn = [
        *((ROOT / "content").rglob("*.svg")),
        *((ROOT / "content").rglob("*.png")),
    ]
    shared = list((ROOT / "static" / "img").iterdir())
    assert len(drawn) + len(shared) >= 20
    assert [p.name for p in drawn + shared if p.stat().st_size > 10_240] == []
    unused = [p for p in drawn if f"/{p.relative_to(ROOT / 'content').as_posix()}" not in used]
    unused += [p for p in shared if f"/img/{p.name}" not in used]
    assert unused == []
