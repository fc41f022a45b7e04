"""The structure of a note as a list of records, and whether two notes have the same.

What is compared is what a browser would be given: blocks and their nesting, inline elements with their addresses,
code, mathematics and HTML byte for byte, and for each place whether there is text; never what the text says.
"""

import re
from collections.abc import Hashable, Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

from notelint.core import Span
from notelint.note.nodes import Node
from notelint.note.note import Note
from notelint.note.shortcodes import Shortcode
from notelint.translation.html_items import html_items, text_attributes, with_holes
from notelint.translation.items import Atom, Item, Mark, Text, has_text
from notelint.translation.passages import INLINE, shortcodes_in

Shape: TypeAlias = tuple[Hashable, ...]
TEXT = "text"
WHERE = ("link", "ref", "image", "file")
IGNORED = frozenset({"form", "label", "title", "index", "marker", "style"})
ADDRESSES = frozenset({"url", "id"})
ADDRESS_ATTRIBUTE = re.compile(
    r"((?:href|src|id)\s*=\s*)(\"[^\"]*\"|'[^']*'|[^\s>\"']+)", re.IGNORECASE
)
EMPHASIS = frozenset({"emphasis", "strong", "strikethrough"})
SILENT_KINDS = frozenset({"softbreak"})


class Record(NamedTuple):
    """One block: where it is, and its shape."""

    span: Span
    shape: Shape


def records(note: Note, *, addresses: bool = True, emphasis: bool = True) -> list[Record]:
    """The blocks of a note in order; a container has one record where it begins and one where it ends.

    Without `addresses`, where links lead and what ids headings have is left out; without `emphasis`, what is
    bold, italic or struck out.
    """
    reader = _Reader(note, addresses=addresses, emphasis=emphasis)
    return list(reader.blocks(note.blocks))


def differences(
    source: Sequence[Record], target: Sequence[Record], *, reordered: bool
) -> tuple[list[int], bool]:
    """Which of the source's records the target has not in their place; none when the structures are equal.

    The second value is True when the fault may as well lie in a neighbour: a block more, or of another kind.
    `reordered`: inline elements may stand in another order among their siblings.
    """
    found: list[int] = []
    for index, (one, other) in enumerate(zip(source, target, strict=False)):
        if one.shape == other.shape or (reordered and loose(one.shape) == loose(other.shape)):
            continue
        found.append(index)
        if one.shape[:2] != other.shape[:2]:
            return found, True  # from here on nothing can be put side by side
    if not found and len(source) != len(target):
        return [max(min(len(source), len(target)) - 1, 0)], True
    return found, False


def loose(shape: Hashable) -> Hashable:
    """A shape without order among inline siblings, and with one text for all that they hold."""
    if not isinstance(shape, tuple):
        return shape
    if shape[:1] == ("inline",):
        inside = sorted({repr(loose(part)) for part in shape[1:] if part == TEXT})
        rest = sorted(repr(loose(part)) for part in shape[1:] if part != TEXT)
        return ("inline", *inside, *rest)
    return tuple(loose(part) for part in shape)


class _Reader:
    def __init__(self, note: Note, *, addresses: bool, emphasis: bool) -> None:
        self.note = note
        self.ignored = IGNORED if addresses else IGNORED | ADDRESSES
        self.addresses = addresses
        self.emphasis = emphasis
        self.text = note.source.text
        self.table = note.table
        tags = [one.span for one in note.shortcodes]
        self.masked = with_holes(self.text, Span(0, len(self.text)), tags)

    def blocks(self, nodes: Sequence[Node]) -> Iterator[Record]:
        for node in nodes:
            facts = self.facts(node)
            if node.kind == "block_html":
                yield Record(node.span, ("leaf", node.kind, self.html(node.span)))
            elif node.kind == "shortcode":
                yield Record(node.span, ("open", node.kind, self.tag(node)))
                yield from self.blocks(node.children)
                yield Record(node.span, ("close", node.kind))
            elif node.children and any(child.kind in INLINE for child in node.children):
                inner = [child for child in node.children if child.kind in INLINE]
                yield Record(node.span, ("leaf", node.kind, facts, self.inline(inner)))
                yield from self.blocks([c for c in node.children if c.kind not in INLINE])
            elif node.children:
                yield Record(node.span, ("open", node.kind, facts))
                yield from self.blocks(node.children)
                yield Record(node.span, ("close", node.kind))
            else:
                yield Record(node.span, ("leaf", node.kind, facts, node.text))

    def inline(self, nodes: Sequence[Node]) -> Shape:
        parts: list[Hashable] = ["inline"]
        for node in nodes:
            if node.kind == "text":
                if node.text.strip() and parts[-1] != TEXT:
                    parts.append(TEXT)
            elif node.kind == "inline_html":
                parts.append(("html", self.reduced(node.span)))
            elif node.kind == "image":
                alt = any(child.text.strip() or child.kind != "text" for child in node.children)
                parts.append((node.kind, self.facts(node), alt))
            elif node.kind == "shortcode":
                below = tuple(record.shape for record in self.blocks(node.children))
                parts.append((node.kind, self.tag(node), below))
            elif node.kind == "link" and node.attrs.get("form") in ("autolink", "bare"):
                parts.append(("address", node.attrs["url"]))
            elif node.kind in EMPHASIS and not self.emphasis:
                inside = self.inline(node.children)[1:]
                parts += inside[1:] if parts[-1] == TEXT and inside[:1] == (TEXT,) else inside
            elif node.kind == "attributes" and not self.addresses and not node.attrs["classes"]:
                continue
            elif node.kind not in SILENT_KINDS:
                parts.append((node.kind, self.facts(node), node.text, self.inline(node.children)))
        return tuple(parts)

    def facts(self, node: Node) -> Hashable:
        """What is known of a node but its place and its text."""
        facts: list[tuple[str, str]] = []
        attributes: dict[str, Any] = node.attrs
        for key, value in attributes.items():
            if type(value) is Span or value in (None, (), "") or key in self.ignored:
                continue
            facts.append((key, repr(value)))
        if attributes.get("title"):
            facts.append(("title", "yes"))
        if node.kind in ("footnote_ref", "footnote_definition", "definition"):
            facts.append(("label", str(attributes.get("label"))))
        return tuple(sorted(facts))

    def tag(self, node: Node) -> Hashable:
        """A shortcode's own source with its text parameters (and inner Markdown) taken out."""
        index = node.attrs.get("index", -1)
        if index < 0:
            return node.span.of(self.text)
        shortcode = self.note.shortcodes[index]
        if not self.addresses and shortcode.name.lower() in ("ref", "relref"):
            return str(shortcode.name).lower()
        if node.attrs.get("closing"):
            return node.span.of(self.text)
        holes: list[Span] = []
        position = 0
        for parameter in shortcode.parameters:
            key: str | int = parameter.name if parameter.name is not None else position
            position += parameter.name is None
            if self.table.kind(shortcode.name, key) == "text" and parameter.value.strip():
                quote = 1 if parameter.quote else 0
                span = parameter.value_span
                holes.append(Span(span.start - quote, span.end + quote))
            elif not self.addresses and self.table.kind(shortcode.name, key) in WHERE:
                holes.append(parameter.value_span)
        inner = shortcode.inner_span
        if inner and inner.end <= node.span.end:
            if node.children:
                holes.append(inner)
            elif self.table.inner(shortcode.name) == "text":
                return (self.without(node.span, [*holes, inner]), self.html(inner))
        return self.without(node.span, holes)

    def without(self, span: Span, holes: Sequence[Span]) -> str:
        parts: list[str] = []
        position = span.start
        for hole in holes:
            parts.append(self.text[position : hole.start])
            position = hole.end
        parts.append(self.text[position : span.end])
        return "\0".join(parts)

    def reduced(self, span: Span) -> str:
        """A tag with `has text` for its text attributes."""
        holes = [place for _, place, value in text_attributes(span, self.masked) if value.strip()]
        reduced = self.without(span, holes)
        return reduced if self.addresses else ADDRESS_ATTRIBUTE.sub(r"\1", reduced)

    def html(self, span: Span) -> Shape:
        """A block of raw HTML: its tags and where there is text."""
        shortcodes = [
            one
            for one in self.note.shortcodes
            if span.start <= one.span.start and one.span.end <= span.end
        ]
        holes = shortcodes_in(self.note, span)
        tags = tuple(self.tag_of(one, span) for one in shortcodes)
        return ("html", self.items(html_items(span, self.text, holes)), tags)

    def tag_of(self, shortcode: Shortcode, block: Span) -> Hashable:
        """A shortcode in a block of HTML; of one that is closed elsewhere, its tag."""
        span = shortcode.whole if shortcode.whole.end <= block.end else shortcode.span
        return self.tag(Node("shortcode", span, (), "", {"index": shortcode.index}))

    def items(self, items: Sequence[Item]) -> Shape:
        parts: list[Hashable] = ["inline"]
        for item in items:
            if isinstance(item, Text):
                if item.text.strip() and parts[-1] != TEXT:
                    parts.append(TEXT)
            elif isinstance(item, Mark):
                opening = self.reduced(item.open)
                parts.append((opening, has_text(item.children), self.items(item.children)))
            elif isinstance(item, Atom):
                if item.kind == "shortcode":
                    parts.append("shortcode")
                else:
                    parts.append(self.tags(item.span))
        return tuple(parts)

    def tags(self, span: Span) -> str:
        """Raw HTML with the text attributes of all its tags taken out."""
        raw = span.of(self.masked)
        return re.sub(
            r"<[a-zA-Z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>",
            lambda m: self.reduced(Span(span.start + m.start(), span.start + m.end())),
            raw,
        )


def same_front_matter(
    source: Note, target: Note, text_paths: frozenset[tuple[str | int, ...]]
) -> bool:
    """True when both have the same fields in order, and all but those of `text_paths` the same values."""
    ours, theirs = source.front_matter, target.front_matter
    if ours.format != theirs.format or [f.path for f in ours.fields] != [
        f.path for f in theirs.fields
    ]:
        return False
    for one, other in zip(ours.fields, theirs.fields, strict=True):
        if isinstance(one.value, dict | list):
            continue
        if one.path in text_paths:
            if not isinstance(other.value, str) or not other.value.strip():
                return False
        elif one.value != other.value:
            return False
    return True
