"""What the real Hugo makes of notes, reduced to what a translation may not change.

Tags with their attributes, code and mathematics to the letter, and whether there is text; not what it says.
"""

import re
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser
from pathlib import Path

from tests.hugo import build

TEXT_ATTRIBUTES = frozenset({"alt", "title", "aria-label", "placeholder"})
EXACT = frozenset({"pre", "code", "script", "style", "x-math"})
VOID = frozenset({"br", "hr", "img", "input", "wbr"})
CONFIGURATION = """
baseURL = "https://example.org/"
disableKinds = ["home", "section", "taxonomy", "term", "rss", "sitemap", "robotsTXT", "404"]
[markup.goldmark.parser]
autoHeadingID = false
attribute.block = true
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.extensions.passthrough]
enable = true
[markup.goldmark.extensions.passthrough.delimiters]
block = [['\\\\[', '\\\\]'], ['$$', '$$']]
inline = [['\\\\(', '\\\\)']]
"""
LAYOUTS = {
    "single.html": "<x-title>{{ .Title }}</x-title><x-text>{{ .Description }}</x-text>{{ .Content }}",
    "_markup/render-codeblock.html": '<pre data-lang="{{ .Type }}">{{ .Inner }}</pre>',
    "_markup/render-passthrough.html": "<x-math>{{ .Inner }}</x-math>",
    "_markup/render-blockquote.html": (
        '<blockquote class="{{ .Type }} {{ .AlertType }} {{ .AlertSign }}">'
        "{{ if ne (lower .AlertTitle) .AlertType }}<b>{{ .AlertTitle }}</b>{{ end }}{{ .Text }}</blockquote>"
    ),
    "_shortcodes/aviso.html": (
        '<div class="{{ .Get "tipo" }}" title="{{ .Get "title" }}">'
        '{{ .Inner | $.Page.RenderString (dict "display" "block") }}</div>'
    ),
    "_shortcodes/passo.html": "\n\n{{ .Inner }}\n\n",
    "_shortcodes/icone.html": "/icone-{{ .Get 0 }}",
    "_shortcodes/caixa.html": "<section>\n\n{{ .Inner }}\n\n</section>",
    "_shortcodes/figure.html": (
        '<img src="{{ .Get "src" }}" title="{{ .Get "title" }}" alt="{{ .Get "alt" }}">'
        '{{ .Get "caption" | markdownify | plainify }}'
    ),
}


def skeletons(folder: Path, notes: Mapping[str, str]) -> dict[str, list[str]]:
    """The skeleton of each note, by name, from one build in `folder`."""
    site = folder / "site"
    _write(site / "hugo.toml", CONFIGURATION.replace("\\\\", "\\"))
    for name, text in LAYOUTS.items():
        _write(site / "layouts" / name, text)
    for name, text in notes.items():
        _write(site / "content" / "n" / f"{name}.md", text)
    result = build(site, folder / "public", "--buildDrafts", "--buildFuture")
    assert result.returncode == 0, result.log
    return {
        name: skeleton((folder / "public" / "n" / name / "index.html").read_text())
        for name in notes
    }


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.events: list[str] = []
        self.exact: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        pairs = sorted(
            f"{key}={'T' if key in TEXT_ATTRIBUTES and (value or '').strip() else value}"
            for key, value in attributes
        )
        self.events.append(" ".join([f"<{tag}", *pairs]))
        if tag in EXACT:
            self.exact.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.exact and self.exact[-1] == tag:
            self.exact.pop()
        if tag not in VOID:
            self.events.append(f"</{tag}")

    def handle_comment(self, data: str) -> None:
        self.events.append(f"<!--{data}")

    def handle_data(self, data: str) -> None:
        if self.exact:
            self.events.append(f"={data}")
            return
        for part in re.split(r"(/icone-\w+)", data):
            if part.startswith("/icone-"):
                self.events.append(part)
            elif part.strip() and self.events[-1:] != ["T"]:
                self.events.append("T")


def skeleton(html: str) -> list[str]:
    """The events of a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.events


def without_order(events: Iterable[str]) -> list[str]:
    """What is left when a translation may move inline elements: how many there are of each."""
    return sorted(event for event in events if event != "T")
