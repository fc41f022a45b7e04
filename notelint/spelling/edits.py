"""Words one step away from a word: accents taken off, letters dropped, changed, added, swapped."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

LETTERS = "abcdefghijklmnopqrstuvwxyzáéíóúâêôãõàç"

_BARE = {
    ord(letter): unicodedata.normalize("NFD", letter)[0]
    for letter in "áéíóúâêôãõàçüèìòùïöäëñîûýåẽĩũ"
}
_BARE |= {ord(chr(letter).upper()): bare.upper() for letter, bare in _BARE.items()}


def without_accents(word: str) -> str:
    """`word` with its accents, tildes and cedillas taken off."""
    return word if word.isascii() else word.translate(_BARE)


@lru_cache(maxsize=256)
def distance_one(word: str) -> tuple[str, ...]:
    """All different strings one edit away (a swap of neighbours counts as one)."""
    return tuple(dict.fromkeys(one for one in _edits(word) if one != word))


def _edits(word: str) -> Iterator[str]:
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    for at in range(len(word)):
        before, after = word[:at], word[at + 1 :]
        yield before + after
        for letter in LETTERS:
            yield before + letter + after
            yield before + letter + word[at:]
    for letter in LETTERS:
        yield word + letter


_ALIKE = tuple(
    tuple(pair.split("="))
    for pair in (
        *("ss=ç", "ç=ss", "s=ç", "ç=s", "ss=c", "c=ss", "sc=c", "c=sc", "xc=x", "x=xc", "xc=ss"),
        *("ch=x", "x=ch", "s=ss", "cc=x", "ct=t", "ão=am", "am=ão", "isa=iza", "iza=isa", "ph=f"),
        *("y=i", "ein=en", "ea=eia", "eam=eiam", "ero=eiro", "era=eira", "ejo=eijo", "u=ou"),
    )
)


_FINAL = {"ão", "am", "ea", "eam", "ero", "era", "ejo", "u"}


@lru_cache(maxsize=256)
def sound_alikes(word: str) -> tuple[str, ...]:
    """The word with letters for others that sound the same in Brazil (`excessão`, `exceção`)."""
    return tuple(
        word[:at] + other + word[at + len(one) :]
        for one, other in _ALIKE
        for at in range(1, len(word))
        if word.startswith(one, at) and (one not in _FINAL or at == len(word) - len(one))
    )


def stutters(word: str) -> Iterator[str]:
    """The word without two letters that stand there twice: `indicatitiva`, `indicativa`.

    Not at its end, where `modode` is more likely `modo de`.
    """
    for at in range(len(word) - 4):
        if word[at : at + 2] == word[at + 2 : at + 4]:
            yield word[:at] + word[at + 2 :]


_ROWS = ("qwertyuiop", "asdfghjklç", "zxcvbnm")
_NEIGHBOURS = frozenset(
    pair
    for row, below in zip(_ROWS, (*_ROWS[1:], ""), strict=True)
    for at, letter in enumerate(row)
    for other in (row[at + 1 : at + 2], below[at : at + 1], below[max(at - 1, 0) : at])
    if other
    for pair in (letter + other, other + letter)
)
"""Keys that touch on the ABNT2 keyboard."""

_SOUNDS = frozenset(
    pair
    for one in ("sz", "sç", "sc", "gj", "mn", "ei", "ou", "xs", "lu", "cq", "vw", "yi")
    for pair in (one, one[::-1])
)
"""Letters that are taken for each other by ear."""


def slip(wrong: str, right: str) -> float:
    """How unlikely it is to write `wrong` for `right`: about 1 for an ordinary slip of a letter."""
    if right in sound_alikes(wrong):
        return 0.4 if right.endswith(("am", "eia")) else 0.7
    if len(wrong) == len(right) + 2 and right in stutters(wrong):
        return 0.7
    # What is the same at both ends costs nothing; one letter more is kept, for doubled ones.
    shorter = min(len(wrong), len(right))
    start = 0
    while start < shorter and wrong[start] == right[start]:
        start += 1
    end = 0
    while end < shorter - start and wrong[-1 - end] == right[-1 - end]:
        end += 1
    cost = _aligned(wrong, right, max(start - 1, 0), max(end - 1, 0))
    by_ear = cost > 0.7 and without_accents(right) in sound_alikes(wrong)
    return 0.7 if by_ear else cost  # `progresao`


def _aligned(wrong: str, right: str, start: int, end: int) -> float:
    """The cheapest way from one to the other, `start` and `end` letters left aside."""
    last, final = len(wrong) - end, len(right) - end
    before: list[float] = []
    row = [1.2 * steps for steps in range(final - start + 1)]
    for at in range(start, last):
        mine = wrong[at]
        earlier, before = before, row
        row = [before[0] + _extra(wrong, at)]
        for to in range(start, final):
            its = right[to]
            column = to - start + 1
            missing = 0.6 if to > 0 and its == right[to - 1] else 0.9
            best = min(
                before[column - 1] + _change(mine, its, at == 0),
                before[column] + _extra(wrong, at),
                row[column - 1] + missing,
            )
            crossed = at > start and to > start and mine == right[to - 1] and its == wrong[at - 1]
            if crossed and mine != its:
                lost = at == len(wrong) - 1 and mine == "s"  # the plural of `pasos`
                best = min(best, earlier[column - 2] + (0.85 if lost else 0.7))
            row.append(best)
    return row[-1]


def _extra(wrong: str, at: int) -> float:
    """The cost of a letter too many: low when it is there twice or by a finger that touched two
    keys, high at either end of the word."""
    if at > 0 and wrong[at] == wrong[at - 1]:
        return 0.6
    if at == 0:
        return 1.5
    if at == len(wrong) - 1:
        return 1.2
    beside = wrong[at - 1] + wrong[at], wrong[at] + wrong[at + 1]
    return 0.95 if not _NEIGHBOURS.isdisjoint(beside) else 1.0


def _change(mine: str, its: str, first: bool) -> float:
    if mine == its:
        return 0.0
    if without_accents(mine) == without_accents(its):
        return 0.25
    cost = 1.1
    pair = without_accents(mine + its)
    if pair in _SOUNDS:
        cost = 0.8
    elif pair in _NEIGHBOURS:
        cost = 0.9
    return cost + (0.4 if first else 0.0)
