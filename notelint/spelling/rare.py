"""Words that a dictionary has but nobody writes, one slip from a word that everybody writes."""

import re

from notelint.spelling import derivation
from notelint.spelling.kinds import RIGHT, Verdict, likely
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.suggest import nearest


def rare(word: str, lower: str, lexicon: Lexicon) -> Verdict:
    """Words that stand in the dictionary but in no text, one slip from a common word (`tarega`)."""
    own = lexicon.zipf_home(lower)
    if own > 2.3 or len(word) < 4 or "-" in word:
        return RIGHT
    candidates = nearest(lower, lexicon)
    if not candidates:
        return RIGHT
    best = candidates[0]
    if best.foreign or best.cost > 1.1 or _only_ending(lower, best.word):
        return RIGHT
    if best.zipf < max(own + 2.8, 4.0):
        return RIGHT
    if any(lexicon.zipf_home(rest) >= 3 for _, rest in derivation.prefix_splits(lower)):
        return RIGHT
    if max(map(lexicon.zipf_home, derivation.family(lower, lexicon.at_home)), default=0) >= 2.4:
        return RIGHT
    return likely("rare", word, candidates)


_ENDING = re.compile(r"(?:[aeiou]?[srml]?s?|ão|ões|ai|ei|ou)\Z")


def _only_ending(word: str, other: str) -> bool:
    """True when the two differ as two inflections of one word do."""
    same = 0
    while same < min(len(word), len(other)) and word[same] == other[same]:
        same += 1
    return bool(_ENDING.match(word, same) and _ENDING.match(other, same))


def rare_english(word: str, lower: str, lexicon: Lexicon) -> Verdict:
    """English words that hardly anybody writes, one slip from a common Portuguese word."""
    own = max(lexicon.zipf_home(lower), lexicon.zipf_english(lower))
    if not lexicon.portuguese or lexicon.is_term(word) or own > 3.0 or len(word) < 5:
        return RIGHT
    candidates = nearest(lower, lexicon)
    if not candidates:
        return RIGHT
    best = candidates[0]
    if best.zipf < max(own + 2.0, 4.5) or best.cost > 1.0 or best.foreign:
        return RIGHT
    return likely("rare-foreign", word, candidates)
