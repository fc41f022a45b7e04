"""A translation that a person wrote, put beside its source: passage by passage, then sentence by sentence.

Both texts go in the same order, so that the cheapest pairing is found by dynamic programming, as Gale and Church do
for sentences (“A Program for Aligning Sentences in Bilingual Corpora”, 1993): by lengths, and here by what no
translator changes as well: code, addresses, numbers.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import NamedTuple, TypeVar

from notelint.translation.entry import Entry
from notelint.translation.items import Atom, Mark, Passage, Segment, walk
from notelint.translation.people import CONTINUED
from notelint.translation.segments import segments_of

Thing = TypeVar("Thing")
Cost = Callable[[Sequence[Thing], Sequence[Thing]], float]

IMPOSSIBLE = math.inf
LEFT_OUT = 0.7
"""The price of a passage that the other side has not; two that cost more together are no pair."""
JOINED = 0.25
"""The price of two sentences made one, or one made two, beside that of their lengths."""
LOST = 1.0
"""The price of a sentence that the other side has not."""
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
STEPS = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1))


class Aligned(NamedTuple):
    """What was found. `complete` is True when each passage of both has its partner."""

    entries: list[Entry]
    complete: bool


class _Block(NamedTuple):
    """A passage with its sentences and what to know it by."""

    passage: Passage
    segments: tuple[Segment, ...]
    marks: Counter[Hashable]


def align(passages: Sequence[Passage], there: Sequence[Passage]) -> Aligned:
    """The sentences of `passages` with what `there`, a person's translation of them, has for each.

    A sentence that a person joined to the one before has an empty text. Passages without a partner are left out.
    """
    ours, theirs = _blocks(passages), _blocks(there)
    entries: list[Entry] = []
    paired = 0
    for some, others in _aligned(ours, theirs, _passage_cost, steps=STEPS[:3]):
        if some and others:
            entries += _entries(some[0], others[0])
            paired += 1
    return Aligned(entries, paired == len(ours) == len(theirs))


def _blocks(passages: Sequence[Passage]) -> list[_Block]:
    blocks = []
    for passage in passages:
        segments = tuple(segments_of([passage]))
        if segments:
            marks: Counter[Hashable] = Counter()
            for segment in segments:
                marks += _known_by(segment)
            blocks.append(_Block(passage, segments, marks))
    return blocks


def _known_by(segment: Segment) -> Counter[Hashable]:
    """What a translator leaves as it is: code, addresses, numbers; and which markup there is."""
    base = segment.passage.base
    marks: Counter[Hashable] = Counter(NUMBER.findall(segment.text))
    for item in walk(segment.items):
        if isinstance(item, Atom):
            marks[item.kind, item.span.of(base)] += 1
        elif isinstance(item, Mark):
            marks[item.kind] += 1
    return marks


def _passage_cost(some: Sequence[_Block], others: Sequence[_Block]) -> float:
    if not some or not others:
        return LEFT_OUT
    one, other = some[0], others[0]
    if one.passage.kind != other.passage.kind:
        return IMPOSSIBLE
    if one.passage.mode == "field":
        return 0.0
    return _unlike(
        [s.text for s in one.segments], [s.text for s in other.segments], one.marks, other.marks
    )


def _sentence_cost(some: Sequence[Segment], others: Sequence[Segment]) -> float:
    if not some or not others:
        return LOST
    marks = [sum(map(_known_by, side), Counter[Hashable]()) for side in (some, others)]
    extra = JOINED * (len(some) + len(others) - 2)
    return extra + _unlike([s.text for s in some], [s.text for s in others], *marks)


def _unlike(
    some: Sequence[str], others: Sequence[str], one: Counter[Hashable], other: Counter[Hashable]
) -> float:
    """0 for texts of like length with the same marks, 1 and more for texts that have little to do with each other."""
    lengths = [sum(map(len, side)) + 8 for side in (some, others)]
    longer = abs(math.log(lengths[1] / lengths[0]))
    both, all_ = (one & other).total(), (one | other).total()
    return min(longer, 1.5) * 0.6 + (1 - both / all_ if all_ else 0.1)


def _entries(ours: _Block, theirs: _Block) -> list[Entry]:
    """Each sentence of a passage with its own, so that all of the other passage is taken."""
    entries: list[Entry] = []
    for some, others in _aligned(ours.segments, theirs.segments, _sentence_cost):
        text = " ".join(one.text for one in others)
        if not some and entries:
            last = entries[-1]
            entries[-1] = Entry(
                last.source, f"{last.target} {text}".strip(), "human", "", last.kind
            )
        for number, segment in enumerate(some):
            kind = segment.kind + (CONTINUED if entries else "")
            entries.append(Entry(segment.text, "" if number else text, "human", "", kind))
    return entries


def _aligned(
    ours: Sequence[Thing],
    theirs: Sequence[Thing],
    cost: "Cost[Thing]",
    steps: Sequence[tuple[int, int]] = STEPS,
) -> list[tuple[Sequence[Thing], Sequence[Thing]]]:
    """The cheapest way through both, in groups of as many as `steps` allow."""
    if len(ours) == len(theirs) == 1:
        return [(ours, theirs)]
    price = partial(_price, ours, theirs, cost)
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(ours) + 1):
        for j in range(len(theirs) + 1):
            ways = [
                (best[i - a, j - b][0] + price((i - a, i), (j - b, j)), (a, b))
                for a, b in steps
                if i >= a and j >= b
            ]
            if ways:
                best[i, j] = min(ways)
    groups: list[tuple[Sequence[Thing], Sequence[Thing]]] = []
    i, j = len(ours), len(theirs)
    while i or j:
        a, b = best[i, j][1]
        groups.append((ours[i - a : i], theirs[j - b : j]))
        i, j = i - a, j - b
    return groups[::-1]


def _price(
    ours: Sequence[Thing],
    theirs: Sequence[Thing],
    cost: "Cost[Thing]",
    mine: tuple[int, int],
    other: tuple[int, int],
) -> float:
    return cost(ours[slice(*mine)], theirs[slice(*other)])
