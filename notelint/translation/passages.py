"""All the text of a note that a translator reads: body, alt texts, titles, HTML, parameters."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from notelint.core import Span
from notelint.note.nodes import Node
from notelint.note.note import Note
from notelint.note.shortcodes import Shortcode
from notelint.translation.escaping import QUOTES
from notelint.translation.html_items import html_items, html_tags, text_attributes, with_holes
from notelint.translation.inline_items import TAG, image_mark, items_of, with_alert_marker
from notelint.translation.items import Atom, Mode, Passage, Text, walk

INLINE = frozenset(
    "text softbreak linebreak emphasis strong strikethrough link image codespan inline_html math footnote_ref "
    "emoji shortcode attributes".split()
)
PLAIN_PARAMETERS = frozenset(
    "title subtitle caption alt description summary label text tooltip".split()
)
"""Names under which every theme means text."""

OFF = re.compile(r"<!--\s*notelint-translate\s+(off|on)\s*-->")


def passages_of(note: Note, fields: Iterable[Passage], *, themed: bool = True) -> list[Passage]:
    """The passages of a note: `fields`, those of its front matter (see fields.py), then those of the body in order.

    Those inside others (an image's alt text) follow them. A note with `translate: false` has none. `themed`: the
    site is at hand, so that shortcodes.yaml can be believed in what it says of the theme's shortcodes; without it,
    only parameters that are text everywhere are translated.
    """
    switch = note.front_matter.get("translate")
    if switch is not None and switch.value in (False, "false", "no"):
        return []
    found = [*fields, *_with_quotes(list(_Walker(note, themed=themed).blocks(note.blocks)))]
    off = list(_off(note))
    return [p for p in found if not any(s.start <= p.span.start < s.end for s in off)]


def _with_quotes(passages: list[Passage]) -> list[Passage]:
    """The passages, marked when their quotes decide which way others turn.

    To goldmark's typographer the text between `<code>` and `</code>` is text like any other, and it counts the
    quotes that are open from one block to the next.
    """
    if any(_quotes_in_kept_html(passage) for passage in passages):
        return [replace(passage, quotes=True) for passage in passages]
    return passages


def _quotes_in_kept_html(passage: Passage) -> bool:
    if passage.mode != "markdown" or "<" not in passage.span.of(passage.base):
        return False
    kept = [item.span.of(passage.base) for item in walk(passage.items) if isinstance(item, Atom)]
    return any(QUOTES & set(TAG.sub("", text)) for text in kept if text.startswith("<"))


def _off(note: Note) -> Iterator[Span]:
    """Where translation is switched off by comments in the body (not in code)."""
    text = note.source.text
    start: int | None = None
    for node in note.of_kind("block_html", "inline_html"):
        for match in OFF.finditer(text, node.span.start, node.span.end):
            if match[1] == "off" and start is None:
                start = match.start()
            elif match[1] == "on" and start is not None:
                yield Span(start, match.end())
                start = None
    if start is not None:
        yield Span(start, len(text))


class _Walker:
    """One walk over the blocks of a note."""

    def __init__(self, note: Note, *, themed: bool) -> None:
        self.note = note
        self.themed = themed
        self.text = note.source.text
        self.table = note.table
        tags = [one.span for one in note.shortcodes]
        self.masked = with_holes(self.text, Span(0, len(self.text)), tags)
        self.parameters_done: set[int] = set()
        self.twice = [
            one.inner_span
            for one in note.shortcodes
            if one.notation == "%" and one.parent is not None and one.inner_span
        ]

    def blocks(self, nodes: Sequence[Node], *, table: bool = False) -> Iterator[Passage]:
        """The passages of block nodes."""
        for node in nodes:
            if node.kind == "block_html":
                yield from self.html(node.span)
            elif node.kind == "shortcode":
                yield from self.shortcode(node)
            elif node.kind == "definition":
                yield from self.title(node, table=False)
            elif any(child.kind in INLINE for child in node.children):
                yield from self.inline(node)
            else:
                yield from self.blocks(node.children)

    def inline(self, node: Node) -> Iterator[Passage]:
        """A block of running text, and what lies inside."""
        inner = [child for child in node.children if child.kind in INLINE]
        items = with_alert_marker(items_of(inner, self.text))
        table = node.kind == "table_cell"
        span = Span(inner[0].span.start, inner[-1].span.end)
        starts = node.kind not in ("table_cell", "heading", "alert_title")
        starts |= node.attrs.get("style") == "setext"
        kind = {"block_text": "paragraph", "table_cell": "cell"}.get(node.kind, node.kind)
        yield Passage(
            kind,
            span,
            self.text,
            items,
            starts=starts,
            table=table,
            heading=node.kind == "heading",
            twice=any(one.start < span.end and span.start < one.end for one in self.twice),
        )
        yield from self.inside(inner, table=table)
        rest = [child for child in node.children if child.kind not in INLINE]
        yield from self.blocks(rest)

    def inside(self, nodes: Iterable[Node], *, table: bool) -> Iterator[Passage]:
        """Text that stands within inline nodes but is not part of their sentence."""
        for node in nodes:
            if node.kind == "image":
                if node.children:
                    mark = image_mark(node, self.text)
                    yield Passage("alt", node.span, self.text, (mark,), table=table)
                yield from self.title(node, table=table)
                yield from self.inside(node.children, table=table)
            elif node.kind == "shortcode":
                yield from self.shortcode(node)
            elif node.kind == "inline_html":
                yield from self.attributes(node.span, table=table)
            else:
                if node.kind == "link":
                    yield from self.title(node, table=table)
                yield from self.inside(node.children, table=table)

    def title(self, node: Node, *, table: bool) -> Iterator[Passage]:
        """The title of a link, an image or a definition."""
        span, title = node.attrs.get("title_span"), node.attrs.get("title")
        if span is not None and title:
            yield self.value("title", span, title, "title", table=table)

    def value(
        self, kind: str, span: Span, value: str, mode: Mode, *, name: str = "", table: bool = False
    ) -> Passage:
        """A passage whose text is decoded from a value."""
        text = Text(Span(0, len(value)), value)
        return Passage(kind, span, value, (text,), mode, name, table=table)

    def attributes(self, span: Span, *, table: bool = False) -> Iterator[Passage]:
        """The text attributes of a tag."""
        for name, place, value in text_attributes(span, self.masked):
            yield self.value(name, place, value, "attribute", table=table)

    def html(self, span: Span) -> Iterator[Passage]:
        """A block of raw HTML: its text, the text attributes of its tags, and the shortcodes in it."""
        inside = [one for one in self.note.shortcodes if _within(one.span, span)]
        holes = shortcodes_in(self.note, span)
        items = html_items(span, self.text, holes)
        yield Passage("html", span, self.text, items, "html")
        for place in html_tags(span, self.masked):
            if not any(_within(place, hole) for hole in holes):
                yield from self.attributes(place)
        for one in inside:
            yield from self.parameters(one)

    def shortcode(self, node: Node) -> Iterator[Passage]:
        """The text parameters of a shortcode, and its inner Markdown."""
        index = node.attrs.get("index", -1)
        if index >= 0 and not node.attrs.get("closing"):
            shortcode = self.note.shortcodes[index]
            yield from self.parameters(shortcode)
            kind = self.table.inner(shortcode.name)
            if kind == "text" and shortcode.inner_span and not node.children:
                yield from self.inner_text(shortcode)
        yield from self.blocks(node.children)

    def inner_text(self, shortcode: Shortcode) -> Iterator[Passage]:
        """Inner text that is no Markdown."""
        span = shortcode.inner_span
        if span is None:
            return
        raw = span.of(self.text)
        start = span.start + len(raw) - len(raw.lstrip())
        end = span.start + len(raw.rstrip())
        if start < end and "{{" not in raw and "<" not in raw:
            items = html_items(Span(start, end), self.text)
            yield Passage("shortcode", Span(start, end), self.text, items, "html")

    def parameters(self, shortcode: Shortcode) -> Iterator[Passage]:
        """The text parameters of one tag."""
        if shortcode.closing or shortcode.index in self.parameters_done:
            return
        self.parameters_done.add(shortcode.index)
        position = 0
        for parameter in shortcode.parameters:
            key: str | int = parameter.name if parameter.name is not None else position
            position += parameter.name is None
            if self.table.kind(shortcode.name, key) != "text" or not parameter.value.strip():
                continue
            if not self.themed and str(key).lower() not in PLAIN_PARAMETERS:
                continue
            name = f"{shortcode.name}.{key}"
            yield self.value(
                f"parameter:{name}",
                parameter.value_span,
                parameter.value,
                "parameter",
                name=parameter.quote or "",
            )


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def shortcodes_in(note: Note, span: Span) -> list[Span]:
    """What shortcodes take of `span`, sorted and apart: all of one that is closed there, else its tag alone."""
    found: list[Span] = []
    for one in note.shortcodes:
        if _within(one.span, span) and not (found and one.span.start < found[-1].end):
            found.append(one.whole if _within(one.whole, span) else one.span)
    return found
