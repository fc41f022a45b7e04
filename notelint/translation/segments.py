"""Passages cut into segments: sentence by sentence, never inside a mark, wrappers left outside."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from notelint.core import Span
from notelint.translation.items import Atom, Break, Item, Mark, Passage, Segment, Text, has_letters
from notelint.translation.sentences import split_sentences

GAP = "\ufffc"


def segments_of(passages: Iterable[Passage]) -> list[Segment]:
    """The segments of a note in order, each with an id that stays the same while its text does."""
    segments: list[Segment] = []
    seen: Counter[str] = Counter()
    for passage in passages:
        for items in _whole(passage) if passage.is_term else _sentences(passage.items):
            span = Span(items[0].span.start, items[-1].span.end)
            text = as_kept(passage.base, items)
            key = sha256(f"{passage.kind}\0{text}".encode()).hexdigest()[:12]
            seen[key] += 1
            starts = (passage.starts and _begins(passage, span)) or _follows_tag(passage, span)
            segments.append(Segment(f"{key}.{seen[key]}", passage, items, span, text, starts))
    return segments


def as_kept(base: str, items: Iterable[Item]) -> str:
    """The source of items as the memory keeps it: line breaks with what opens the next line are one space."""
    parts: list[str] = []
    position = None
    for item in items:
        if position is not None:
            parts.append(base[position : item.span.start])
        if isinstance(item, Mark):
            parts.append(base[item.open.start : item.open.end])
            inner = as_kept(base, item.children)
            edge = item.children[0].span.start if item.children else item.close.start
            tail = item.children[-1].span.end if item.children else item.close.start
            parts.append(base[item.open.end : edge] + inner + base[tail : item.close.start])
            parts.append(base[item.close.start : item.close.end])
        else:
            parts.append(" " if isinstance(item, Break) else base[item.span.start : item.span.end])
        position = item.span.end
    return "".join(parts)


def _whole(passage: Passage) -> list[tuple[Item, ...]]:
    return [passage.items] if has_letters(passage.items) else []


def _begins(passage: Passage, span: Span) -> bool:
    """True when nothing but markup's blank edge stands before the segment on its line."""
    before = passage.base[passage.items[0].span.start : span.start]
    return not before.strip() or before.rstrip(" \t>").endswith("\n")


def _follows_tag(passage: Passage, span: Span) -> bool:
    """True right after a shortcode's tag: what stands there may begin a block in what the shortcode makes of it."""
    if passage.mode != "markdown":
        return False
    return passage.base[: span.start].rstrip(" \t").endswith(("%}}", ">}}"))


def _sentences(items: tuple[Item, ...]) -> Iterator[tuple[Item, ...]]:
    for run in _runs(items):
        run = _trimmed(run)
        if not has_letters(run):
            continue
        if _only_marks(run):
            for item in run:
                if isinstance(item, Mark):
                    yield from _sentences(item.children)
            continue
        pieces = [_trimmed(piece) for piece in _cut(run)]
        if len(pieces) == 1:
            yield run
            continue
        for piece in pieces:
            if _only_marks(piece):
                for item in piece:
                    if isinstance(item, Mark):
                        yield from _sentences(item.children)
            elif has_letters(piece):
                yield piece


def _only_marks(items: tuple[Item, ...]) -> bool:
    """True when all words stand in marks: one bold sentence, or a row of links. Each is translated alone."""
    return any(isinstance(item, Mark) for item in items) and not has_letters(
        item for item in items if not isinstance(item, Mark)
    )


def _runs(items: tuple[Item, ...]) -> Iterator[tuple[Item, ...]]:
    """The items between boundaries; a mark with a boundary in it is opened, as nothing may cross that."""
    run: list[Item] = []
    for item in items:
        if isinstance(item, Atom) and item.boundary:
            yield tuple(run)
            run = []
        elif isinstance(item, Mark) and _holds_boundary(item):
            yield tuple(run)
            yield from _runs(item.children)
            run = []
        else:
            run.append(item)
    yield tuple(run)


def _holds_boundary(mark: Mark) -> bool:
    return any(
        (isinstance(item, Atom) and item.boundary)
        or (isinstance(item, Mark) and _holds_boundary(item))
        for item in mark.children
    )


def _trimmed(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Without spaces, line breaks and silent things at the edges."""
    start, end = 0, len(items)
    while start < end and _drops(items[start]):
        start += 1
    while end > start and _drops(items[end - 1]):
        end -= 1
    kept = list(items[start:end])
    if kept and isinstance(kept[0], Text):
        kept[0] = _slice(kept[0], len(kept[0].text) - len(kept[0].text.lstrip()), len(kept[0].text))
    if kept and isinstance(kept[-1], Text):
        kept[-1] = _slice(kept[-1], 0, len(kept[-1].text.rstrip()))
    return tuple(kept)


def _drops(item: Item) -> bool:
    if isinstance(item, Text):
        return not item.text.strip()
    if isinstance(item, Mark):
        return not has_letters([item]) and all(_drops(child) for child in item.children)
    return isinstance(item, Break) or item.silent


def _slice(item: Text, start: int, end: int) -> Text:
    if len(item.text) != item.span.end - item.span.start:
        return item
    return Text(Span(item.span.start + start, item.span.start + end), item.text[start:end])


@dataclass(slots=True)
class _Piece:
    item: Item
    start: int
    end: int


def _cut(items: tuple[Item, ...]) -> list[tuple[Item, ...]]:
    """The items cut where sentences end outside all marks."""
    pieces: list[_Piece] = []
    clean = ""
    for item in items:
        text = _spoken(item)
        pieces.append(_Piece(item, len(clean), len(clean) + len(text)))
        clean += text
    ends: list[int] = []
    position = 0
    for sentence in split_sentences(clean)[:-1]:
        position += len(sentence)
        ends.append(position)
    result: list[list[Item]] = [[]]
    for piece in pieces:
        item, start = piece.item, piece.start
        while ends and ends[0] <= start:
            ends.pop(0)
            result.append([])
        while ends and start < ends[0] < piece.end:
            cut = ends.pop(0)
            whole = isinstance(item, Text) and len(item.text) == item.span.end - item.span.start
            if not (isinstance(item, Text) and whole):
                continue
            result[-1].append(_slice(item, 0, cut - start))
            item, start = _slice(item, cut - start, len(item.text)), cut
            result.append([])
        result[-1].append(item)
    return [tuple(some) for some in result if some]


def _spoken(item: Item) -> str:
    if isinstance(item, Text):
        return item.text
    if isinstance(item, Break):
        return " "
    if isinstance(item, Atom):
        return "" if item.silent else GAP
    return "".join(_spoken(child) for child in item.children)
