"""Raw HTML as items: text between tags, and the attributes that hold text."""

import re
from collections.abc import Iterator, Sequence
from html import unescape

from notelint.core import Span
from notelint.translation.inline_items import (
    NOT_FOR_TRANSLATION,
    TAG,
    UNTOUCHED,
    joined,
    with_elements,
    with_whole_breaks,
)
from notelint.translation.items import Atom, Break, Item, Text

TEXT_ATTRIBUTES = frozenset({"alt", "title", "aria-label", "placeholder"})
ATTRIBUTE = re.compile(r"([a-zA-Z][\w:.-]*)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
HOLE = "\ue000"
PIECE = re.compile(
    r"(?P<comment><!--.*?(?:-->|$)|<\?.*?(?:\?>|$)|<![A-Za-z\[].*?(?:>|$))"
    r"|(?P<tag></?[a-zA-Z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,31});)"
    r"|(?P<hole>\ue000+)"
    r"|(?P<break>[ \t]*\r?\n\s*)",
    re.DOTALL,
)


def html_items(span: Span, source: str, holes: Sequence[Span] = ()) -> tuple[Item, ...]:
    """What stands in the raw HTML at `span`; `holes` (shortcodes) are kept whole, in tags too."""
    masked = with_holes(source, span, holes)
    flat = list(_pieces(span, masked))
    return tuple(with_elements(with_whole_breaks(joined(_without_raw(flat, masked))), masked))


def html_tags(span: Span, masked: str) -> Iterator[Span]:
    """The tags of the raw HTML at `span` of a source with covered shortcodes (see with_holes).

    Not those in comments, nor those inside of elements that are left alone, `<script>` and the like.
    """
    for item in _without_raw(list(_pieces(span, masked)), masked):
        if isinstance(item, Atom) and item.kind in ("html", "raw", "code"):
            tag = TAG.match(masked, item.span.start)
            if tag:
                yield Span(*tag.span())


def with_holes(source: str, span: Span, holes: Sequence[Span]) -> str:
    """`source` with shortcodes inside `span` covered, so that nothing in them looks like a tag."""
    parts: list[str] = []
    position = 0
    for hole in holes:
        if span.start <= hole.start and hole.end <= span.end and hole.start >= position:
            parts += [source[position : hole.start], HOLE * (hole.end - hole.start)]
            position = hole.end
    return "".join(parts) + source[position:] if parts else source


def _pieces(span: Span, source: str) -> Iterator[Item]:
    position = span.start
    for match in PIECE.finditer(source, span.start, span.end):
        if position < match.start():
            yield Text(Span(position, match.start()), source[position : match.start()])
        place = Span(*match.span())
        if match["comment"]:
            yield Atom(place, "comment", boundary=True, silent=True)
        elif match["tag"]:
            yield Atom(place, "html")
        elif match["hole"]:
            yield Atom(place, "shortcode", silent=True)
        elif match["entity"]:
            yield Text(place, unescape(match.group()))
        else:
            yield Break(place)
        position = match.end()
    if position < span.end:
        yield Text(Span(position, span.end), source[position : span.end])


def _without_raw(items: list[Item], source: str) -> list[Item]:
    """Elements such as `<script>`, or marked as not for translation, as one atom each."""
    result: list[Item] = []
    index = 0
    while index < len(items):
        item = items[index]
        end = _end_of_raw(items, index, source)
        if end is None:
            result.append(item)
            index += 1
        else:
            span = Span(item.span.start, items[end].span.end)
            name = TAG.match(source, item.span.start)
            code = bool(name) and name is not None and name[2].lower() in ("code", "kbd", "samp")
            result.append(Atom(span, "code" if code else "raw", boundary=not code))
            index = end + 1
    return result


def _end_of_raw(items: list[Item], index: int, source: str) -> int | None:
    """Where the element that opens at `index` closes, when its text must be left alone."""
    item = items[index]
    if not (isinstance(item, Atom) and item.kind == "html"):
        return None
    tag = TAG.fullmatch(item.span.of(source))
    if not tag or tag[1] or tag[4]:
        return None
    name = tag[2].lower()
    if name not in UNTOUCHED and not NOT_FOR_TRANSLATION.search(tag.group()):
        return None
    depth = 0
    for position in range(index, len(items)):
        other = items[position]
        if isinstance(other, Atom) and other.kind == "html":
            found = TAG.fullmatch(other.span.of(source))
            if found and found[2].lower() == name and not found[4]:
                depth += -1 if found[1] else 1
                if depth == 0:
                    return position
    return len(items) - 1 if name in UNTOUCHED else None


def text_attributes(span: Span, source: str) -> Iterator[tuple[str, Span, str]]:
    """(name, span between the quotes, decoded value) of each attribute of a tag that holds text."""
    raw = span.of(source)
    tag = TAG.match(raw)
    if not tag or tag[1] or NOT_FOR_TRANSLATION.search(tag.group()):
        return
    for match in ATTRIBUTE.finditer(raw, tag.start(3), tag.end(3)):
        if match[1].lower() in TEXT_ATTRIBUTES:
            group = 2 if match[2] is not None else 3
            place = Span(span.start + match.start(group), span.start + match.end(group))
            if HOLE not in match[group]:
                yield match[1].lower(), place, unescape(match[group])
