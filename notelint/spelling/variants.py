"""Two spellings of one word that no list knows, and which of them a note or a site means."""

import re
from collections import Counter
from collections.abc import Callable

from notelint.spelling.accepted import are_inflections
from notelint.spelling.derivation import prefix_splits
from notelint.spelling.edits import distance_one, slip, sound_alikes

LIKELIEST = 0.95
"""The greatest cost of a slip (see `slip`) that two spellings of one word differ by."""


def usual_spelling(word: str, notes: Callable[[str], int]) -> tuple[str, int]:
    """The other spelling of `word` that most notes have, and how many; ("", 0) when there is none.

    `notes` says how many notes have a word.
    """
    near = {*distance_one(word), *sound_alikes(word)}
    counted = [(count, other) for other in near if (count := notes(other))]
    likely = [each for each in counted if is_same_word(word, each[1])]
    count, other = min(
        likely, key=lambda each: (-each[0], slip(word, each[1]), each[1]), default=(0, "")
    )
    return other, count


def is_same_word(word: str, other: str) -> bool:
    """True when the two differ as a slip does, and not as two forms or two terms do."""
    if word[0] != other[0] or (word[-1] != other[-1] and sorted(word) != sorted(other)):
        return False
    if slip(word, other) > LIKELIEST or are_inflections(word, other):
        return False
    rests = {rest for _, rest in prefix_splits(word)}
    return not any(rest in rests for _, rest in prefix_splits(other))  # `micro…`, `macro…`


_FAR = 2.0
_NEAR = 1.2


def meant_in(text: str, word: str, known: Callable[[str], bool]) -> str:
    """The word of `text` that `word` of it stands for, as it is written there; "" when there is none.

    It is a word that a list knows (as `known` tells), that `text` has more often, or that is a name where
    `word` has no capital. It differs by a slip, or by two when letters are only wanting or only too many:
    `dikstra`, `Dijkstra`.
    """
    lower = word.lower()
    rest = rf"[^\W\d_]{{{len(word) - 3},{len(word) + 1}}}"
    written = re.findall(whole_word(lower[0], rest), text)
    times = Counter(map(str.lower, written))
    best, meant = _FAR + 0.01, ""
    for other, count in times.items():
        if other == lower or len(set(other) ^ set(lower)) > 3:
            continue
        cost = slip(lower, other)
        if cost >= best or are_inflections(lower, other):
            continue
        if cost > _NEAR and (len(word) < 7 or not _is_part(lower, other)):
            continue
        is_name = word == lower and other not in written
        if count > times[lower] or is_name or known(other):
            best, meant = cost, other
    return next((one for one in written if one.lower() == meant), "")


def whole_word(first: str, rest: str) -> str:
    """An expression for words by their first letter, small or capital, and an expression for the rest.

    It looks for the first letter first, and only then at what is before it: that is quick.
    """
    return rf"[{first}{first.upper()}](?<![^\W\d_].){rest}(?![^\W\d_])"


def times_written(word: str, text: str) -> int:
    """How often `text` has `word` as a word of its own, in whatever letters."""
    lower = word.lower()
    return len(re.findall(whole_word(lower[0], f"(?i:{re.escape(lower[1:])})"), text))


def _is_part(word: str, other: str) -> bool:
    """True when one has all letters of the other, in whatever order."""
    mine, its = Counter(word), Counter(other)
    return mine <= its or its <= mine
