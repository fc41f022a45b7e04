"""What the author meant: the likeliest right words for a wrong one, best first."""

from collections.abc import Iterable
from functools import cache

from notelint.spelling.automaton import own
from notelint.spelling.edits import distance_one, slip, without_accents
from notelint.spelling.lexicon import Lexicon

MOST = 5


def nearest(
    word: str, lexicon: Lexicon, *, english: bool = False
) -> list[tuple[float, str, float]]:
    """(cost, word, zipf) of likely right words for `word` in small letters, best first.

    `english` says that the words around are English, so that its words come first.
    The cost weighs how easily the slip is made against how common the right word is.
    """
    key = ("nearest", word, english)
    known = lexicon.memory.get(key)
    if known is None:
        known = lexicon.memory[key] = _nearest(word, lexicon, english)
    return known  # type: ignore[return-value]


def _nearest(word: str, lexicon: Lexicon, english: bool) -> list[tuple[float, str, float]]:
    found: dict[str, float] = {}
    for twin in lexicon.accent_twins(word):
        found[twin] = lexicon.zipf_home(twin)
    for other in distance_one(word):
        zipf = _zipf(other, lexicon, english)
        if zipf > 0 or (len(word) > 5 and lexicon.at_home(other)):
            found[other] = zipf
    if len(word) >= 6 and not any(zipf >= 3 for zipf in found.values()):
        for other in _two_away(word):
            zipf = _zipf(other, lexicon, english)
            if zipf > 0:
                found.setdefault(other, zipf)
    likely = sorted(found.items(), key=lambda pair: -pair[1])[:12]
    for pair in found.items():
        if pair not in likely and without_accents(pair[0]) == without_accents(word):
            likely.append(pair)
    ranked = sorted((slip(word, other) - 0.22 * zipf, other, zipf) for other, zipf in likely)
    return ranked[:MOST]


def _zipf(word: str, lexicon: Lexicon, english: bool) -> float:
    """How likely the word is to be written here, on the scale of zipf."""
    at_home, abroad = lexicon.zipf_home(word), lexicon.zipf_english(word)
    if at_home and not lexicon.at_home(word):
        at_home = 0.0  # English words and names in Portuguese text
    if lexicon.home is None or english:
        return max(abroad, at_home - 1.0)
    return max(at_home, abroad - 1.5)


def _two_away(word: str) -> Iterable[str]:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    table = _frequent()
    for length in range(len(word) - 2, len(word) + 3):
        for other, _, _ in process.extract(
            word, table.get(length, ()), scorer=OSA.distance, score_cutoff=2, limit=6
        ):
            yield other


@cache
def _frequent() -> dict[int, list[str]]:
    """The frequent words of both languages by their length."""
    lines = own("frequent.txt").read_text("utf-8").splitlines()
    return {len(words[0]): words for line in lines if (words := line.split())}


def in_case_of(word: str, suggestion: str) -> str:
    """`suggestion` in capitals where `word` has them."""
    if word.isupper() and len(word) > 1:
        return suggestion.upper()
    if word[0].isupper():
        return suggestion[0].upper() + suggestion[1:]
    return suggestion
