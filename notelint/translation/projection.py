"""Where the words of a marked span went: finds them in the translation of the whole sentence.

The sentence is translated without markup, each marked span's own text too; the span is then looked for in
the sentence by words (inflections count as near), by the punctuation that encloses it, and by its place.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein  # here: two threads that import it first get half of it

WORD = re.compile(r"\[\d+\]|[^\W_]+(?:['’.,-][^\W_]+)*|[%&+@#$€]+")
"""A word, a number, or a token `[0]` that stands for code."""

STRICT = 0.7
LOOSE = 0.42
"""Scores from which a match is believed, and is taken when nothing better is left."""

FUNCTION_WORDS = frozenset(
    "a an the of to in on at by for with from and or is are be it its this that as into 's "
    "o os as um uma uns umas de do da dos das em no na nos nas por pelo pela para com "
    "e ou é são ao à aos às que se".split()
)
MOST_CANDIDATES = 8


class Wanted(NamedTuple):
    """A marked span: characters `start:end` of the source sentence, and how its own text may be rendered."""

    start: int
    end: int
    renderings: tuple[str, ...]


class Found(NamedTuple):
    """Where it is in the translation, and how sure that is (0 to 1)."""

    start: int
    end: int
    score: float


class _Word(NamedTuple):
    start: int
    end: int
    text: str


def project(
    source: str, target: str, wanted: Sequence[Wanted], threshold: float = STRICT
) -> list[Found] | None:
    """One place in `target` for each of `wanted`, nested and apart as they are in `source`.

    None when one of them cannot be placed with a score of at least `threshold`.
    """
    words = _words(target)
    options = [_candidates(source, target, words, item) for item in wanted]
    options = [[found for found in some if found.score >= threshold] for some in options]
    if not all(options):
        return None
    order = sorted(range(len(wanted)), key=lambda i: (-options[i][0].score, i))
    best = _assign(wanted, options, order, {})
    return None if best is None else [best[i] for i in range(len(wanted))]


def _assign(
    wanted: Sequence[Wanted],
    options: list[list[Found]],
    order: list[int],
    taken: dict[int, Found],
) -> dict[int, Found] | None:
    """Depth-first: the best option of the surest first, then those that go with it."""
    if len(taken) == len(order):
        return taken
    index = order[len(taken)]
    for found in options[index]:
        if all(_agree(wanted[index], found, wanted[i], other) for i, other in taken.items()):
            result = _assign(wanted, options, order, {**taken, index: found})
            if result is not None:
                return result
    return None


def _agree(a: Wanted, found_a: Found, b: Wanted, found_b: Found) -> bool:
    """Apart where the sources are apart, one inside the other where they are."""
    if a.end <= b.start or b.end <= a.start:
        return found_a.end <= found_b.start or found_b.end <= found_a.start
    if a.start <= b.start and b.end <= a.end:
        return found_a.start <= found_b.start and found_b.end <= found_a.end
    return found_b.start <= found_a.start and found_a.end <= found_b.end


def _candidates(source: str, target: str, words: list[_Word], item: Wanted) -> list[Found]:
    """The likely places of one span, best first."""
    start, end = _core(source, item.start, item.end)
    lead, tail = source[item.start : start], source[end : item.end]
    middle = (start + end) / 2 / max(len(source), 1)
    found: dict[tuple[int, int], float] = {}
    texts = (source[start:end], *item.renderings)
    rank = _occurrence(source, start, end)
    for text in texts:
        for a, b, score in _matches(words, _words(text)):
            place = (a + b) / 2 / max(len(target), 1)
            score -= 0.15 * abs(place - middle)
            if rank and (a, b) in _places(target, target[a:b]):
                others = _places(target, target[a:b])
                if len(others) == rank[1]:
                    score += 0.1 if others.index((a, b)) == rank[0] else -0.1
            found[a, b] = max(found.get((a, b), 0.0), score)
    for a, b, score in _enclosed(source, target, start, end):
        found[a, b] = max(found.get((a, b), 0.0) + 0.15, score)
    best = sorted(found.items(), key=lambda entry: (-entry[1], entry[0]))[:MOST_CANDIDATES]
    return [_widened(target, a, b, lead, tail, min(score, 1.0)) for (a, b), score in best]


def _core(text: str, start: int, end: int) -> tuple[int, int]:
    """`start:end` without punctuation and spaces at its edges, unless there is nothing else."""
    words = list(WORD.finditer(text, start, end))
    return (words[0].start(), words[-1].end()) if words else (start, end)


def _widened(target: str, start: int, end: int, lead: str, tail: str, score: float) -> Found:
    """The place with the punctuation that stands inside the markup of the source, where the target has it."""
    lead, tail = lead.strip(), tail.strip()
    while lead and start and target[start - 1] == lead[-1]:
        start, lead = start - 1, lead[:-1]
    while tail and end < len(target) and (target[end] == tail[0] or _alike(target[end], tail[0])):
        end, tail = end + 1, tail[1:]
    return Found(start, end, score)


def _alike(a: str, b: str) -> bool:
    quotes = "\"'“”‘’«»"
    return a in quotes and b in quotes


def _matches(words: list[_Word], wanted: list[_Word]) -> list[tuple[int, int, float]]:
    """Runs of words of the target that say about the same as `wanted`; edges must be shared words."""
    if not wanted:
        return []
    exact = _exact(words, wanted)
    if exact:
        return exact
    near = [[_near(word.text, other.text) for other in wanted] for word in words]
    shared = [max(row) for row in near]
    edges = [index for index, best in enumerate(shared) if best]
    here = [_weight(word.text) for word in words]
    there = [_weight(word.text) for word in wanted]
    results = []
    least, most = max(1, len(wanted) // 2), len(wanted) + 3
    for first in edges:
        recalled = [0.0] * len(wanted)
        weighed = total = 0.0
        for last in range(first, min(first + most, len(words))):
            weighed += shared[last] * here[last]
            total += here[last]
            recalled = [max(pair) for pair in zip(recalled, near[last], strict=True)]
            if not shared[last] or last - first + 1 < least:
                continue
            precision = weighed / total
            recall = sum(map(float.__mul__, recalled, there)) / sum(there)
            score = 0.97 * 2 * precision * recall / (precision + recall)
            if score > 0.35:
                results.append((words[first].start, words[last].end, score))
    return results


def _exact(words: list[_Word], wanted: list[_Word]) -> list[tuple[int, int, float]]:
    """Where exactly these words stand, but for capitals."""
    some = [word.text.lower() for word in words]
    others = [word.text.lower() for word in wanted]
    size = len(others)
    return [
        (words[i].start, words[i + size - 1].end, 1.0 if words[i].text == wanted[0].text else 0.98)
        for i in range(len(some) - size + 1)
        if some[i] == others[0] and some[i : i + size] == others
    ]


def _weight(word: str) -> float:
    return 0.25 if word.lower() in FUNCTION_WORDS else 1.0


@lru_cache(maxsize=65536)
def _near(a: str, b: str) -> float:
    """1 for the same word, less for another form of it, 0 for another word."""
    if a == b:
        return 1.0
    a, b = a.lower(), b.lower()
    if a == b:
        return 0.99
    if any(character.isdigit() for character in a + b):
        return 1.0 if re.sub(r"\D", "", a) == re.sub(r"\D", "", b) != "" and a[0] != "[" else 0.0
    if a in FUNCTION_WORDS or b in FUNCTION_WORDS:
        return 0.0
    if a.startswith("un") != b.startswith("un") and a.removeprefix("un") == b.removeprefix("un"):
        return 0.0
    if a.removesuffix("'s").removesuffix("’s") == b.removesuffix("'s").removesuffix("’s"):
        return 0.95
    common = next(
        (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )
    if common >= 3 and common >= 0.6 * max(len(a), len(b)) - 0.5:
        return 0.85
    if common >= 4 and common >= 0.75 * min(len(a), len(b)):
        return 0.75
    likeness = Levenshtein.normalized_similarity(a, b)
    return float(likeness) * 0.9 if likeness >= 0.7 and len(a) > 3 else 0.0


def _occurrence(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Which of how many equal texts this one is; None when it is the only one."""
    places = _places(text, text[start:end])
    if len(places) < 2 or (start, end) not in places:
        return None
    return places.index((start, end)), len(places)


def _places(text: str, part: str) -> list[tuple[int, int]]:
    pattern = rf"(?<!\w){re.escape(part)}(?!\w)"
    return [m.span() for m in re.finditer(pattern, text, re.IGNORECASE)] if part else []


MARKS = ':;,.!?()[]"“”«»—–/'


def _enclosed(source: str, target: str, start: int, end: int) -> list[tuple[int, int, float]]:
    """The place between the same punctuation (or edges of the sentence) as in the source."""
    before, after = source[:start].rstrip(), source[end:].lstrip()
    left, right = before[-1:], after[:1]
    if (left and left not in MARKS) or (right and right not in MARKS):
        return []
    begin = _nth(target, left, before.count(left) if left else 0)
    stop = _nth(target, right, before.count(right) + source[start:end].count(right) + 1)
    if begin is None or stop is None:
        return []
    from_, to = (begin + 1 if left else 0), (stop if right else len(target))
    words = list(WORD.finditer(target, from_, to)) if from_ < to else []
    if not words:
        return []
    inside = len(WORD.findall(source[start:end]))
    if not 0.4 <= len(words) / max(inside, 1) <= 2.5 and abs(len(words) - inside) > 2:
        return []
    same = target.count(left) == source.count(left) if left else True
    same &= target.count(right) == source.count(right) if right else True
    sure = left in '("“«' or right in ':)"”»' or (not left and right in ":—–")
    return [(words[0].start(), words[-1].end(), 0.82 if same and sure else 0.6 if same else 0.45)]


def _nth(text: str, mark: str, number: int) -> int | None:
    """The offset of the number-th `mark` (from 1); the edges when there is no mark."""
    if not mark:
        return 0
    position = -1
    for _ in range(number):
        position = text.find(mark, position + 1)
        if position < 0:
            return None
    return position


def _words(text: str) -> list[_Word]:
    return [_Word(m.start(), m.end(), m.group()) for m in WORD.finditer(text)]
