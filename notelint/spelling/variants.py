"""Two spellings of one word that no list knows, and which of them the notes of a site mean."""

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
