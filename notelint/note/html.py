"""Tags and attributes of raw HTML, with their places."""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import NamedTuple

from notelint.core import Span
from notelint.note.prose import GAP

_NAME = r"[a-zA-Z][^\s/>]*"
_ATTRIBUTE = re.compile(
    r"[\s/]*([^\s/>=\"'<][^\s/>=]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?"
)
_TAG = re.compile(
    rf"<!--(?:>|->|.*?(?:-->|\Z))|<[!?][^>]*>|<(/?)({_NAME})((?:[^\"'>]|\"[^\"]*\"|'[^']*')*)>",
    re.S,
)
_RAW_END = {name: re.compile(rf"</{name}\s*>", re.I) for name in ("script", "style")}


class Attribute(NamedTuple):
    """One attribute: `value` is decoded, `value_span` is what stands between the quotes."""

    name: str
    value: str
    span: Span
    value_span: Span


class Tag(NamedTuple):
    """A tag, or with the name "!" a comment or declaration. `name` is in lower case."""

    name: str
    span: Span
    closing: bool = False
    self_closing: bool = False
    attributes: tuple[Attribute, ...] = ()

    def get(self, name: str) -> Attribute | None:
        """The first attribute of that name."""
        return next((one for one in self.attributes if one.name == name), None)


def tags(text: str) -> Iterator[Tag]:
    """Every tag and comment of `text` in order; what stands in `<script>` and `<style>` is none."""
    position = 0
    while match := _TAG.search(text, position):
        position = match.end()
        name = (match.group(2) or "!").lower()
        span = Span(*match.span())
        if name == "!":
            yield Tag("!", span)
            continue
        inside = match.group(3)
        closing = bool(match.group(1))
        found = () if closing else tuple(_attributes(text, *match.span(3)))
        yield Tag(name, span, closing, inside.rstrip().endswith("/"), found)
        if name in _RAW_END and not closing:
            end = _RAW_END[name].search(text, position)
            position = end.start() if end else len(text)


def _attributes(text: str, start: int, end: int) -> Iterator[Attribute]:
    while match := _ATTRIBUTE.match(text, start, end):
        start = match.end()
        group = match.lastindex or 1
        span = Span(match.start(1), match.end())
        if group == 1:
            yield Attribute(match.group(1).lower(), "", span, Span(span.end, span.end))
        else:
            value_span = Span(*match.span(group))
            yield Attribute(match.group(1).lower(), unescape(match.group(group)), span, value_span)


class Aligned(NamedTuple):
    """A text that is not Markdown, and its positions as offsets of the file.

    In `text` shortcodes are replaced by GAPs, character for character: they are not HTML, and hold
    quotes. Inside a quote or a list the text lacks the prefixes that the file has at the start of
    its lines; the ends of the lines are the same. `shifts` are (position, distance to the offset)
    from that position on.
    """

    text: str
    shifts: tuple[tuple[int, int], ...]

    def offset(self, position: int) -> int:
        """The file offset of `position` of the text."""
        shift = 0
        for start, one in self.shifts:
            if start > position:
                break
            shift = one
        return position + shift

    def span(self, span: Span) -> Span:
        """The file's span of a part of the text."""
        start, end = span
        if end == start:
            return Span(self.offset(start), self.offset(start))
        return Span(self.offset(start), self.offset(end - 1) + 1)


def align(text: str, source: str, span: Span, hidden: Sequence[Span] = ()) -> Aligned:
    """`text` as it stands at `span` of the file's `source`, with the `hidden` spans (sorted) as
    GAPs.
    """
    if source.startswith(text.rstrip("\n"), span.start):
        aligned = Aligned(text, ((0, span.start),))
    else:
        aligned = Aligned(text, tuple(_shifts(text, source, span.start)))
    if not hidden:
        return aligned
    parts: list[str] = []
    position = 0
    for start, end in hidden:
        first, last = _position(aligned, start), _position(aligned, end)
        if first >= position:
            parts += (text[position:first], GAP * (last - first))
            position = last
    return Aligned("".join(parts) + text[position:], aligned.shifts)


def _shifts(text: str, source: str, line: int) -> Iterator[tuple[int, int]]:
    start = 0
    for one in text.split("\n"):
        end = source.find("\n", line)
        end = len(source) if end < 0 else end
        stop = end - 1 if source[end - 1 : end] == "\r" else end
        yield start, stop - len(one) - start
        start += len(one) + 1
        line = end + 1


def _position(aligned: Aligned, offset: int) -> int:
    """The position in the text of an offset of the file."""
    found = 0
    for index, (start, shift) in enumerate(aligned.shifts):
        following = aligned.shifts[index + 1 : index + 2]
        end = following[0][0] if following else len(aligned.text)
        if start + shift > offset:
            break
        found = min(offset - shift, end)
    return found
