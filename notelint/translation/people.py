"""What people changed in a page of the edition since notelint last wrote it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from notelint.core import Edit, Span, apply_edits
from notelint.translation.items import TERM, Passage, Text, walk
from notelint.translation.memory import Entry
from notelint.translation.segments import segments_of

CONTINUED = "+"
"""At the end of an entry's kind: it goes on in the passage of the entry before."""
WORDS = re.compile(r"\S+")
BROKEN = re.compile(r"[ \t]*\r?\n[ \t]*(?:>[ \t]?)*[ \t]*")
"""A line break with what opens the next line."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The entries as the page now has them. `edited` are the indices of those that a person changed.

    `restructured`: blocks were added or taken away, which entries cannot hold.
    """

    entries: tuple[Entry, ...]
    edited: frozenset[int] = frozenset()
    restructured: bool = False


def review(passages: Sequence[Passage], entries: Sequence[Entry]) -> Reviewed:
    """Compare the passages of the page on disk with what was last written there."""
    groups = _grouped(entries)
    used = [p for p in passages if list(segments_of([p]))]
    pairs, whole = _paired(groups, used)
    result: list[Entry] = []
    for group, passage in pairs:
        result += group if passage is None else _reviewed(group, passage)
    pairs_of_entries = enumerate(zip(result, entries, strict=True))
    edited = frozenset(index for index, (new, old) in pairs_of_entries if new != old)
    return Reviewed(tuple(result), edited, not whole)


def with_edits(
    passages: Sequence[Passage], entries: Sequence[Entry], edits: Sequence[Edit]
) -> list[Entry]:
    """The entries of a page after `edits` are made on it: addresses in them change, no words."""
    pairs, _ = _paired(_grouped(entries), [p for p in passages if list(segments_of([p]))])
    result: list[Entry] = []
    for group, passage in pairs:
        places = [None] * len(group) if passage is None else _places(group, passage)
        for entry, place in zip(group, places, strict=True):
            inside = [
                edit
                for edit in edits
                if passage and place and not passage.own_text and _within(edit.span, place)
            ]
            if passage is None or place is None or not inside:
                result.append(entry)
                continue
            moved = [Edit(Span(a - place.start, b - place.start), t) for (a, b), t in inside]
            text = apply_edits(place.of(passage.base), moved)
            result.append(replace(entry, target=BROKEN.sub("\n", text)))
    return result


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _grouped(entries: Sequence[Entry]) -> list[list[Entry]]:
    groups: list[list[Entry]] = []
    for entry in entries:
        if entry.kind.endswith(CONTINUED) and groups:
            groups[-1].append(entry)
        else:
            groups.append([entry])
    return groups


def _paired(
    groups: list[list[Entry]], passages: Sequence[Passage]
) -> tuple[list[tuple[list[Entry], Passage | None]], bool]:
    """Each group with its passage, in order of groups; and whether none of the body's is left over.

    Which fields of the front matter are text, the site's own schema says, and that may have changed.
    """
    kinds = [group[0].kind for group in groups]
    if kinds == [passage.kind for passage in passages]:
        return list(zip(groups, passages, strict=True)), True
    ours = [f"{group[0].kind} {_start(group[0].target)}" for group in groups]
    theirs = [f"{p.kind} {_start(_raw(p))}" for p in passages]
    pairs: list[tuple[list[Entry], Passage | None]] = [(group, None) for group in groups]
    for tag, i, j, k, m in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag == "equal" or (tag == "replace" and kinds[i:j] == [p.kind for p in passages[k:m]]):
            for offset in range(j - i):
                pairs[i + offset] = (groups[i + offset], passages[k + offset])
    found = {id(passage) for _, passage in pairs}
    lost = [group for group, passage in pairs if passage is None and not _of_field(group[0].kind)]
    added = [p for p in passages if id(p) not in found and not _of_field(p.kind)]
    return pairs, not lost and not added


def _of_field(kind: str) -> bool:
    return kind.startswith(("field:", TERM))


def _start(text: str) -> str:
    return " ".join(WORDS.findall(text)[:4])


def _raw(passage: Passage) -> str:
    items = segments_of([passage])
    return items[0].text if items else ""


def _reviewed(group: list[Entry], passage: Passage) -> list[Entry]:
    """The entries of one passage, with the text that stands there now."""
    places = _places(group, passage)
    pieces = _pieces(passage)
    result = list(group)
    taken: set[int] = set()
    index = 0
    while index < len(group):
        if places[index] is not None:
            index += 1
            continue
        end = next((i for i in range(index, len(group)) if places[i]), len(group))
        free = _between(pieces, places[:index], places[end:])
        taken.update(free)
        for offset, share in enumerate(_shares(free, end - index)):
            text = _text(passage, pieces, share)
            result[index + offset] = replace(
                group[index + offset], target=text, origin="human", engine=""
            )
        index = end
    rest = [n for n in _uncovered(passage, places, pieces) if n not in taken]
    return _with_additions(result, passage, places, pieces, rest)


def _between(
    pieces: Sequence[Span], before: Sequence[Span | None], after: Sequence[Span | None]
) -> list[int]:
    """The sentences after the last known place and before the next."""
    start = max((place.end for place in before if place), default=-1)
    end = min((place.start for place in after if place), default=pieces[-1].end if pieces else 0)
    return [n for n, piece in enumerate(pieces) if start <= piece.start and piece.end <= end]


def _shares(free: Sequence[int], number: int) -> list[list[int]]:
    """Sentences dealt to `number` entries in order: the last takes what is left over, or goes without."""
    shares = [[one] for one in free[:number]]
    shares += [[] for _ in range(number - len(shares))]
    shares[-1].extend(free[number:])
    return shares


def _with_additions(
    entries: list[Entry],
    passage: Passage,
    places: Sequence[Span | None],
    pieces: Sequence[Span],
    rest: Sequence[int],
) -> list[Entry]:
    """Sentences that a person added belong to the one before them, or to the first."""
    for number in rest:
        piece = pieces[number]
        earlier = [i for i, place in enumerate(places) if place and place.end <= piece.start]
        index = earlier[-1] if earlier else next((i for i, p in enumerate(places) if p), None)
        if index is None:
            continue
        place = places[index]
        assert place is not None
        span = Span(min(place.start, piece.start), max(place.end, piece.end))
        text = _slice(passage, span)
        entries[index] = replace(entries[index], target=text, origin="human", engine="")
    return entries


def _places(group: Sequence[Entry], passage: Passage) -> list[Span | None]:
    """Where each entry's text still stands in the passage, in order."""
    base = passage.base
    start = passage.items[0].span.start if passage.items else 0
    end = passage.items[-1].span.end if passage.items else 0
    places: list[Span | None] = []
    for entry in group:
        words = WORDS.findall(entry.target)
        pattern = r"(?:\s+(?:>[ \t]*)*)".join(map(re.escape, words))
        match = re.compile(pattern).search(base, start, end) if words else None
        if match:
            places.append(Span(*match.span()))
            start = match.end()
        else:
            places.append(Span(start, start) if not words else None)
    return places


def _pieces(passage: Passage) -> list[Span]:
    """The sentences of the passage as it is now."""
    return [segment.span for segment in segments_of([passage])]


def _uncovered(
    passage: Passage, places: Sequence[Span | None], pieces: Sequence[Span]
) -> list[int]:
    """Sentences with words that no entry's text covers."""
    covered = [place for place in places if place]
    found = []
    for number, piece in enumerate(pieces):
        texts = [
            item
            for item in walk(passage.items)
            if isinstance(item, Text)
            and piece.start <= item.span.start
            and item.span.start < piece.end
            and any(map(str.isalpha, item.text))
        ]
        if texts and not any(c.start < piece.end and piece.start < c.end for c in covered):
            found.append(number)
    return found


def _text(passage: Passage, pieces: Sequence[Span], numbers: Sequence[int]) -> str:
    if not numbers:
        return ""
    return _slice(passage, Span(pieces[numbers[0]].start, pieces[numbers[-1]].end))


def _slice(passage: Passage, span: Span) -> str:
    """The source of a span of the passage, with `\\n` for each line break in it."""
    text = span.of(passage.base)
    if passage.own_text:
        return text
    return BROKEN.sub("\n", text)
