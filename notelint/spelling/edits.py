"""Words one step away from a word: accents taken off, letters dropped, changed, added, swapped."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

LETTERS = "abcdefghijklmnopqrstuvwxyzáéíóúâêôãõàç"

_BARE = {
    ord(letter): unicodedata.normalize("NFD", letter)[0] for letter in "áéíóúâêôãõàçüèìòùïöäëñîûýå"
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


_ALIKE = (
    ("ss", "ç"), ("ç", "ss"), ("s", "ç"), ("ç", "s"), ("ss", "c"), ("c", "ss"), ("sc", "c"), ("c", "sc"),
    ("xc", "x"), ("x", "xc"), ("xc", "ss"), ("ch", "x"), ("x", "ch"), ("s", "ss"), ("cc", "x"), ("ct", "t"),
    ("ão", "am"), ("am", "ão"), ("isa", "iza"), ("iza", "isa"), ("ph", "f"), ("y", "i"), ("ein", "en"),
)  # fmt: skip


@lru_cache(maxsize=256)
def sound_alikes(word: str) -> tuple[str, ...]:
    """The word with letters put for others that sound the same in Brazil (`excessão`, `exceção`)."""
    return tuple(
        word[:at] + other + word[at + len(one) :]
        for one, other in _ALIKE
        for at in range(1, len(word))
        if word.startswith(one, at) and (one not in {"ão", "am"} or at == len(word) - 2)
    )


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
    """How unlikely it is to write `wrong` for `right`: about 1 for an ordinary slip of one letter."""
    if right in sound_alikes(wrong):
        return 0.7
    rows = [[0.0] * (len(right) + 1) for _ in range(len(wrong) + 1)]
    for at in range(1, len(wrong) + 1):
        rows[at][0] = rows[at - 1][0] + 1.2
    for to in range(1, len(right) + 1):
        rows[0][to] = rows[0][to - 1] + 1.2
    for at in range(1, len(wrong) + 1):
        mine = wrong[at - 1]
        for to in range(1, len(right) + 1):
            its = right[to - 1]
            best = rows[at - 1][to - 1] + _change(mine, its, at == 1)
            # A letter too many, cheap when it is there twice; a letter too few, likewise.
            best = min(best, rows[at - 1][to] + _extra(wrong, at - 1))
            best = min(best, rows[at][to - 1] + (0.6 if to > 1 and its == right[to - 2] else 0.9))
            if at > 1 and to > 1 and mine != its and mine == right[to - 2] and its == wrong[at - 2]:
                best = min(best, rows[at - 2][to - 2] + 0.7)
            rows[at][to] = best
    return rows[-1][-1]


def _extra(wrong: str, at: int) -> float:
    """The cost of a letter too many: low when it is there twice, high at either end of the word."""
    if at > 0 and wrong[at] == wrong[at - 1]:
        return 0.6
    return 1.2 if at in {0, len(wrong) - 1} else 1.0


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
