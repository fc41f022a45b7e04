"""Real-word errors: phrases that are wrong although each of their words is right.

A phrase is looked for only in blocks that hold one of its words or literals, so that hundreds cost
little.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import eq
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from notelint.note.prose import Prose, ProseGroup, blocks_at, blocks_with, searched
from notelint.spelling.phrase_file import Form, Phrase

if TYPE_CHECKING:
    import ahocorasick

_PART = re.compile(r"\s+|[^\s]+")
_AROUND_HINT = 48
"""How many characters before and behind a hint are looked at."""


class WrongPhrase(NamedTuple):
    """Characters `start:end` of the prose, and what belongs there."""

    start: int
    end: int
    suggestion: str
    phrase: Phrase


class Phrases:
    """The phrases of one language, by the words and literals that call for them.

    All literals are looked for in one pass, so that a hundred phrases more cost next to nothing in
    a note that has none of them.
    """

    def __init__(
        self, phrases: Iterable[Phrase], kept: Callable[[Callable[[], Any]], Any] | None = None
    ) -> None:
        """`kept` gives what its argument makes, or the same that was made before: a plain value."""
        self._phrases = tuple(phrases)
        if kept is None:
            self._callers = _finder(_callers(self._phrases))
        else:
            self._callers = _again(kept(lambda: _parts(_finder(_callers(self._phrases)))))
        numbered = list(enumerate(self._phrases))
        self._repeated = {
            count: numbers
            for count in (1, 2)
            if (numbers := [at for at, phrase in numbered if phrase.repeated == count])
        }
        self._always = [at for at, phrase in numbered if not phrase.is_called]

    def called_by(self, group: ProseGroup) -> Iterator[tuple[int, list[Phrase]]]:
        """The numbers of the blocks that may hold a wrong phrase, and which, in order."""
        for block, numbers in sorted(self._found(group).items()):
            yield block, [self._phrases[number] for number in sorted(numbers)]

    def _found(self, group: ProseGroup) -> Mapping[int, set[int]]:
        """By the number of a block those of the phrases that it calls for, in any order."""
        found: defaultdict[int, set[int]] = defaultdict(set)
        calls = list(self._callers.iter(group.small)) if self._callers else []
        places = (last for last, _ in calls)
        for block, (_, numbers) in zip(blocks_at(group, places), calls, strict=True):
            found[block].update(numbers)
        for count, numbers in self._repeated.items():
            for words in _repeated(group.in_order, count):
                for block in blocks_with(group, f" {words} {words}".lower()):
                    found[block].update(numbers)
        if self._always:
            for block in range(len(group.prose)):
                found[block].update(self._always)
        return found


def made_by() -> tuple[Path, ...]:
    """The code that makes, from a file of phrases, what finds them: see `Phrases`."""
    import ahocorasick

    here = Path(__file__).parent
    return here / "phrase_file.py", here.parent / "note" / "prose.py", Path(ahocorasick.__file__)


def _callers(phrases: Sequence[Phrase]) -> Mapping[str, list[int]]:
    """The numbers of the phrases by the texts that call for them."""
    texts: list[str] = []
    owners: list[int] = []
    for at, phrase in enumerate(phrases):
        mine = phrase.callers()
        texts += mine
        owners += [at] * len(mine)
    callers: defaultdict[str, list[int]] = defaultdict(list)
    spaced = searched("\0".join(texts)).split("\0") if texts else ()
    for text, at in zip(spaced, owners, strict=True):
        callers[text].append(at)
    return callers


def _finder(literals: Mapping[str, list[int]]) -> "ahocorasick.Automaton | None":
    """What finds all `literals` in a text, and gives the last position of each with its value."""
    if not literals:
        return None
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for literal, value in literals.items():
        automaton.add_word(literal, value)
    automaton.make_automaton()
    return automaton


def _parts(automaton: "ahocorasick.Automaton | None") -> tuple[Any, ...]:
    """What an automaton is made of, as plain values: what it says to pickle."""
    return automaton.__reduce__()[1] if automaton is not None else ()


def _again(parts: tuple[Any, ...]) -> "ahocorasick.Automaton | None":
    if not parts:
        return None
    import ahocorasick

    return ahocorasick.Automaton(*parts)


def _repeated(words: Sequence[str], count: int) -> set[str]:
    """Every `count` words, of two letters and more if it is one, that follow themselves."""
    same = bytes(map(eq, words, islice(words, count, None)))
    found = set()
    at = same.find(b"\1" * count)
    while at >= 0:
        found.add(" ".join(words[at : at + count]))
        at = same.find(b"\1" * count, at + 1)
    return {one for one in found if len(one) > 1}


def find_all(group: ProseGroup, phrases: Phrases) -> Iterator[tuple[Prose, WrongPhrase]]:
    """Every wrong phrase of a note in one language, with the block it stands in."""
    for block, called in phrases.called_by(group):
        prose = group.prose[block]
        titled = prose.kind in ("heading", "front-matter")
        for wrong in _find(prose.text, (one for one in called if titled or not one.heading)):
            yield prose, wrong


def _find(text: str, called: Iterable[Phrase]) -> Iterator[WrongPhrase]:
    """The wrong phrases in `text`; of two that overlap, the first in the file of phrases."""
    lower = _lower(text)
    taken = bytearray(len(text))
    for phrase in called:
        for look in phrase.looks:
            if look(lower):
                break
        else:
            continue
        for form, match in _matches(phrase, text, lower):
            if phrase.is_right(text, match):
                continue
            first, last = match.span()
            if any(taken[first:last]):
                continue
            taken[first:last] = b"\1" * (last - first)
            right = _with_case_of(match.group(), match.expand(form.template))
            start, end, suggestion = _narrow(match.start(), match.group(), right)
            suggestion = _with_case_of(text[start:end], suggestion) if suggestion else ""
            yield WrongPhrase(start, end, suggestion, phrase)


def _lower(text: str) -> str:
    """`text` in small letters, each at its place: some letters are two when they are small (`İ`)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(one if len(one.lower()) > 1 else one.lower() for one in text)


def _matches(phrase: Phrase, text: str, lower: str) -> Iterator[tuple[Form, re.Match[str]]]:
    """Where the forms of the phrase are in `text`, around its hints if it has one.

    `lower` is the text in small letters. What ends near the end of such a part may go on behind it, or be
    followed by what makes it right, and is left to a hint of its own.
    """
    if not phrase.hint:
        for form in phrase.patterns:
            for match in _between(form, text, lower, 0, len(text)):
                yield form, match
        return
    hints = [hint.span() for hint in phrase.hints.finditer(lower)]
    for form in phrase.patterns if hints else ():
        for start, end in hints:
            for match in _between(
                form, text, lower, max(start - _AROUND_HINT, 0), end + _AROUND_HINT
            ):
                if match.start() <= end and match.end() <= end + _AROUND_HINT // 2:
                    yield form, match


def _between(form: Form, text: str, lower: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What `form.exact.finditer(text, start, end)` gives, found by its quick expression."""
    quick, exact = form.quick, form.exact
    while found := quick.search(lower, start, end):
        match = exact.match(text, found.start(), end)
        if match is None:
            start = found.start() + 1
        else:
            yield match
            start = max(match.end(), found.start() + 1)


def _with_case_of(wrong: str, right: str) -> str:
    if wrong.isupper() and len(wrong) > 3:
        return right.upper()
    return right[0].upper() + right[1:] if wrong[0].isupper() else right


def _narrow(start: int, wrong: str, right: str) -> tuple[int, int, str]:
    """Leave out the words that both share at either end, so that only what changes is shown."""
    old, new = _PART.findall(wrong), _PART.findall(right)
    head = 0
    while head < min(len(old), len(new)) - 1 and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head - 1 and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    kept = old[head : len(old) - tail]
    first = start + len("".join(old[:head]))
    return first, first + len("".join(kept)), "".join(new[head : len(new) - tail])
