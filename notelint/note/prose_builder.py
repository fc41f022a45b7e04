"""One block's inline nodes as one string that a reader reads, with the way back to the file."""

import re
from collections.abc import Iterable, Sequence
from html import unescape
from unicodedata import is_normalized, normalize

from notelint.core import Span
from notelint.note.html import Aligned, tags
from notelint.note.nodes import Node
from notelint.note.prose import GAP, Mark, MarkKind, Piece, Prose, ProseKind

_MARKS: dict[str, MarkKind] = {
    "emphasis": "emphasis",
    "strong": "strong",
    "strikethrough": "strikethrough",
    "link": "link",
}
_GAPS = frozenset(("codespan", "math", "shortcode", "image", "emoji"))
CODE_TAGS = frozenset(
    """
    code kbd samp var pre script style svg math textarea template
    """.split()
)
"""What stands in these is not prose."""

SILENT_TAGS = frozenset(
    """
    a abbr acronym b bdi bdo big cite del dfn em font i ins label mark nobr q rp rt ruby s small
    span strike strong sub sup tt u wbr data time center !
    """.split()
)
"""These mark part of a sentence; "!" is a comment."""

_DECOMPOSED = re.compile(r"[^\W\d_][\u0300-\u036f]+")
_NOT_PLAIN = re.compile(
    rf"{GAP}+|\s{{2,}}|[^\S ]|&(?:#[0-9]{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|[a-zA-Z][a-zA-Z0-9]{{1,31}});"
)


class Builder:
    """A Prose being put together."""

    def __init__(self, kind: ProseKind, language: str) -> None:
        self.kind = kind
        self.language = language
        self.parts: list[str] = []
        self.pieces: list[Piece] = []
        self.marks: list[Mark] = []
        self.length = 0
        self.muted = ""  # the tag of inline code that is open

    def text(self, text: str, span: Span) -> None:
        """Add what the reader reads of `span`. A space after a space that is apart from it is none."""
        if text.isascii() or is_normalized("NFC", text) or len(text) != span.end - span.start:
            self._add(text, span)
        else:
            self._composed(text, span)

    def _composed(self, text: str, span: Span) -> None:
        done = 0
        for found in _DECOMPOSED.finditer(text):  # as a Mac may write `á`: a letter and its accent
            start, end = found.span()
            if start > done:
                self._add(text[done:start], Span(span.start + done, span.start + start))
            self._add(normalize("NFC", found[0]), Span(span.start + start, span.start + end))
            done = end
        if done < len(text):
            self._add(text[done:], Span(span.start + done, span.end))

    def _add(self, text: str, span: Span) -> None:
        if text[:1] == " " and (not self.parts or self._after_space(span.start)):
            kept = text.lstrip(" ")
            if len(text) == span.end - span.start:
                span = Span(span.end - len(kept), span.end)
            text = kept
        if text:
            end = self.length + len(text)
            self.pieces.append(Piece(self.length, end, span))
            self.parts.append(text)
            self.length = end

    def _after_space(self, start: int) -> bool:
        apart = not self.pieces or self.pieces[-1].span.end != start
        return apart and self.parts[-1].endswith(" ")

    def gap(self) -> None:
        """Add the sign for something that is not prose; two of them in a row are one."""
        if not self.parts or self.parts[-1] != GAP:
            self.parts.append(GAP)
            self.length += 1

    def space(self) -> None:
        """Add a line break."""
        if self.parts and not self.parts[-1].endswith(" "):
            self.parts.append(" ")
            self.length += 1

    def nodes(self, nodes: Iterable[Node]) -> None:
        """Add inline nodes."""
        for node in nodes:
            self._node(node)

    def _node(self, node: Node) -> None:
        kind = node.kind
        if kind == "inline_html":
            self._tag(node)
        elif self.muted:
            return
        elif kind == "text":
            self.text(node.text, node.span)
        elif kind in ("softbreak", "linebreak"):
            self.space()
        elif kind in _GAPS or (kind == "link" and node.attrs["form"] in ("autolink", "bare")):
            self.gap()
        elif kind in _MARKS:
            start = self.length
            self.nodes(node.children)
            if self.length > start:
                self.marks.append(Mark(start, self.length, _MARKS[kind]))

    def _tag(self, node: Node) -> None:
        for tag in tags(node.text):
            if self.muted:
                if tag.closing and tag.name == self.muted:
                    self.muted = ""
            elif tag.name in CODE_TAGS:
                if not tag.closing:
                    self.gap()
                    self.muted = "" if tag.self_closing else tag.name
            elif tag.name == "br":
                self.space()
            elif tag.name not in SILENT_TAGS:
                self.gap()

    def plain(self, aligned: Aligned, start: int, end: int) -> None:
        """Add `start:end` of a text that is not Markdown: entities decoded, line breaks as
        spaces.
        """
        text, position = aligned.text, start
        for found in _NOT_PLAIN.finditer(text, start, end):
            self.text(text[position : found.start()], aligned.span(Span(position, found.start())))
            position = found.end()
            if found.group()[0] == GAP:
                self.gap()
            elif found.group()[0] == "&":
                self.text(unescape(found.group()), aligned.span(Span(*found.span())))
            else:
                self.space()
        self.text(text[position:end], aligned.span(Span(position, end)))

    def take(self) -> Prose | None:
        """What was put together, or None when there is no word in it; the builder starts anew."""
        text = "".join(self.parts).rstrip(" ")
        end = len(text)
        while self.pieces and self.pieces[-1].end > end:
            start, stop, span = self.pieces.pop()
            if start < end:
                last = (
                    span.end - (stop - end) if stop - start == span.end - span.start else span.end
                )
                self.pieces.append(Piece(start, end, Span(span.start, last)))
        marks = tuple(sorted(_cut(mark, end) for mark in self.marks)) if self.marks else ()
        pieces = tuple(self.pieces)
        self.parts, self.pieces, self.marks, self.length = [], [], [], 0
        if not any(map(str.isalnum, text)):
            return None
        return Prose(self.kind, self.language, text, pieces, marks)


def _cut(mark: Mark, end: int) -> Mark:
    return mark if mark.end <= end else Mark(mark.start, end, mark.kind)


def one_text(kind: ProseKind, language: str, nodes: Sequence[Node]) -> Prose | None:
    """The prose of a block that is one piece of text, as most cells, items and headings are; None
    when it has to be put together.
    """
    if len(nodes) != 1 or nodes[0].kind != "text":
        return None
    text, span = nodes[0].text, nodes[0].span
    if len(text) != span.end - span.start or text[0] == " " or text[-1] == " ":
        return None
    if not any(map(str.isalnum, text)) or not (text.isascii() or is_normalized("NFC", text)):
        return None
    return Prose(kind, language, text, (Piece(0, len(text), span),))


def literal(
    kind: ProseKind, language: str, value: str, aligned: Aligned, span: Span
) -> Prose | None:
    """`value`, which stands at `span` of the text (escapes, entities, line breaks and all), as
    Prose.

    Where its words stand there as they are, each maps to its place; else the whole maps as one.
    """
    builder = Builder(kind, language)
    builder.plain(aligned, *span)
    taken = builder.take()
    wanted = " ".join(value.split())
    if taken is None or GAP in taken.text or taken.text.strip() == normalize("NFC", wanted):
        return taken
    position = span.start
    for number, word in enumerate(wanted.split(" ")):
        start = aligned.text.find(word, position, span.end)
        if start < 0:
            builder.take()
            builder.text(wanted, aligned.span(span))
            break
        if number:
            builder.space()
        position = start + len(word)
        builder.text(word, aligned.span(Span(start, position)))
    return builder.take()
