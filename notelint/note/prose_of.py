"""The running text of a note: which parts of it a reader reads, each as Prose."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from notelint.core import Span
from notelint.note.html import Aligned, Tag, tags
from notelint.note.nodes import Node
from notelint.note.prose import Prose, ProseKind
from notelint.note.prose_builder import CODE_TAGS, SILENT_TAGS, Builder, literal, one_text

if TYPE_CHECKING:
    from notelint.note.note import Note

_BLOCKS: dict[str, ProseKind] = {
    "paragraph": "paragraph",
    "block_text": "paragraph",
    "heading": "heading",
    "table_cell": "cell",
    "def_list_head": "term",
    "alert_title": "title",
}
_TEXT_ATTRIBUTES: dict[str, ProseKind] = {
    "alt": "alt",
    "title": "title",
    "aria-label": "title",
    "placeholder": "title",
}
_LANGUAGE = re.compile(r"<!--\s*notelint-language:\s*([\w-]+)\s*-->")


def prose_of(note: "Note") -> tuple[Prose, ...]:
    """All Prose of a note, in the order of the file."""
    collector = _Collector(note)
    collector.front_matter()
    collector.blocks(note.blocks, note.language)
    collector.parameters()
    found = collector.found
    found.sort(key=lambda prose: prose.pieces[0].span.start if prose.pieces else -1)
    return tuple(found)


class _Collector:
    def __init__(self, note: "Note") -> None:
        self.note = note
        self.source = note.source.text
        self.found: list[Prose] = []
        self.languages: list[tuple[Span, str]] = []
        self.hidden: list[Span] = []

    def _keep(self, prose: Prose | None) -> None:
        if prose is not None:
            self.found.append(prose)

    def _literal(self, kind: ProseKind, language: str, value: str, span: Span) -> None:
        """Keep a value that stands at `span` of the file."""
        aligned = self.note.aligned(span.of(self.source), span)
        self._keep(literal(kind, language, value, aligned, Span(0, len(aligned.text))))

    def front_matter(self) -> None:
        note = self.note
        for field in note.front_matter.fields:
            if isinstance(field.value, str) and dotted(field.path) in note.text_fields:
                span = _unquoted(field.value_span, self.source)
                self._literal("front-matter", note.language, field.value, span)

    def blocks(self, nodes: Sequence[Node], language: str) -> None:
        """The Prose of `nodes`; a language comment is for the block after it."""
        following = ""
        for node in nodes:
            own = following or language
            if node.kind == "block_html":
                named = _LANGUAGE.search(node.text)
                following = named.group(1).lower() if named else ""
                self._html(node, own)
                continue
            if following:
                self.languages.append((node.span, own))
            if node.kind != "attributes":
                following = ""
            kind = _BLOCKS.get(node.kind)
            if kind:
                alone = one_text(kind, own, node.children)
                if alone is not None:
                    self.found.append(alone)
                    continue
                builder = Builder(kind, own)
                builder.nodes(node.children)
                self._keep(builder.take())
                self._inside(node.children, own)
            elif node.kind == "shortcode":
                self._shortcode(node, own)
            elif node.kind == "definition":
                if node.attrs["title_span"]:
                    self._literal("title", own, node.attrs["title"], node.attrs["title_span"])
            elif node.kind == "block_code" or node.kind == "math":
                self.hidden.append(node.span)
            elif node.children:
                self.blocks(node.children, own)

    def _inside(self, nodes: Sequence[Node], language: str) -> None:
        """Texts that stand inside a block's inline nodes but are not part of its sentence."""
        for node in nodes:
            kind = node.kind
            if kind == "image":
                builder = Builder("alt", language)
                builder.nodes(node.children)
                self._keep(builder.take())
            if kind in ("link", "image") and node.attrs["title_span"]:
                span, title = node.attrs["title_span"], node.attrs["title"]
                self._literal("title", language, title, span)
            elif kind == "inline_html":
                self._tags(self.note.aligned(node.text, node.span), language)
            elif kind == "shortcode":
                self._shortcode(node, language)
            elif kind in ("codespan", "math"):
                self.hidden.append(node.span)
            if node.children and kind != "shortcode":
                self._inside(node.children, language)

    def _shortcode(self, node: Node, language: str) -> None:
        if node.children:
            self.blocks(node.children, language)
            return
        index = node.attrs.get("index", -1)
        if index < 0 or node.attrs.get("closing"):
            return
        shortcode = self.note.shortcodes[index]
        inner = shortcode.inner_span
        if inner is None or shortcode.notation == "%":
            return
        how = self.note.table.inner(shortcode.name)
        if how == "text":
            builder = Builder("shortcode", language)
            text = inner.of(self.source)
            builder.plain(self.note.aligned(text, inner), 0, len(text))
            self._keep(builder.take())
        elif how == "html":
            self._html_text(self.note.aligned(inner.of(self.source), inner), language)

    def _html(self, node: Node, language: str) -> None:
        self._html_text(self.note.aligned(node.text, node.span), language)
        for child in node.children:
            self._shortcode(child, language)

    def _html_text(self, aligned: Aligned, language: str) -> None:
        builder = Builder("html", language)
        position = 0
        hidden = ""
        for tag in tags(aligned.text):
            start, end = tag.span
            if not hidden:
                builder.plain(aligned, position, start)
            position = end
            if tag.name == "!":
                self.hidden.append(aligned.span(tag.span))
            elif hidden:
                if tag.closing and tag.name == hidden:
                    hidden = ""
            elif tag.name in CODE_TAGS and not tag.closing and not tag.self_closing:
                builder.gap()
                hidden = tag.name
            elif tag.name == "img":
                builder.gap()
            elif tag.name == "br":
                builder.space()
            elif tag.name not in SILENT_TAGS:
                self._keep(builder.take())
            self._attributes(tag, aligned, language)
        if not hidden:
            builder.plain(aligned, position, len(aligned.text))
        self._keep(builder.take())

    def _tags(self, aligned: Aligned, language: str) -> None:
        for tag in tags(aligned.text):
            if tag.name == "!":
                self.hidden.append(aligned.span(tag.span))
            self._attributes(tag, aligned, language)

    def _attributes(self, tag: Tag, aligned: Aligned, language: str) -> None:
        for attribute in tag.attributes:
            kind = _TEXT_ATTRIBUTES.get(attribute.name)
            if kind and attribute.value:
                value, span = attribute.value, attribute.value_span
                self._keep(literal(kind, language, value, aligned, span))

    def parameters(self) -> None:
        """Parameters of shortcodes that are text; not of shortcodes in code or comments."""
        table = self.note.table
        for shortcode in self.note.shortcodes:
            if shortcode.closing:
                continue
            position = 0
            for parameter in shortcode.parameters:
                key: str | int = position if parameter.name is None else parameter.name
                position += parameter.name is None
                if table.kind(shortcode.name, key) == "text":
                    if _within(shortcode.span, self.hidden):
                        break
                    language = self._language(shortcode.span)
                    value, span = parameter.value, parameter.value_span
                    self._literal("shortcode", language, value, span)

    def _language(self, span: Span) -> str:
        for where, language in reversed(self.languages):
            if where.start <= span.start and span.end <= where.end:
                return language
        return self.note.language


def dotted(path: Sequence[str | int]) -> str:
    """A field's path as text: keys in lower case with dots, list positions left out."""
    return ".".join(part.lower() for part in path if isinstance(part, str))


def _within(span: Span, spans: Sequence[Span]) -> bool:
    return any(one.start <= span.start and span.end <= one.end for one in spans)


def _unquoted(span: Span, source: str) -> Span:
    start, end = span
    for quotes in ('"""', "'''", '"', "'"):
        size = len(quotes)
        if source.startswith(quotes, start) and source.endswith(quotes, start, end):
            return Span(start + size, max(end - size, start + size))
    return span
