"""Names of several words run together (`HealthCheck`), of which one is misspelt."""

import re

from notelint.spelling.kinds import Verdict
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.suggest import in_case_of, nearest

_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_ENDING = re.compile(r"(?:e?[rd]s?|able|ings?)\Z")
_SHORTEST = 5
_COMMON = 3.5
"""How common (zipf) the word must be that was meant: brands are made to look like rarer ones."""
_NEAR = (0.6, 0.9)
"""How unlikely the slip may be: what only wants an accent is a name of code (`servicoNFe`)."""


def misspelt_part(word: str, lexicon: Lexicon) -> Verdict | None:
    """What is wrong with `HealtCheck`: all its parts are known but one, a slip from a common word.

    Only English words count, as nearly all such names are made of them. Names that a list has as a
    whole, or the site in other capitals, are right.
    """
    if not word.isascii() or not word.isalpha() or lexicon.knows_or_names(word.lower()):
        return None
    parts = list(_PARTS.finditer(word))
    if len(parts) < 2:
        return None
    unknown = [part for part in parts if not _is_known(part[0], lexicon)]
    if len(unknown) != 1 or len(unknown[0][0]) < _SHORTEST:
        return None
    start, end = unknown[0].span()
    least, most = _NEAR
    candidates = nearest(word[start:end].lower(), lexicon, english=True)
    if not candidates or not _is_english(candidates[0].word, lexicon):
        return None
    best = candidates[0]
    if best.zipf < _COMMON or not least <= best.cost <= most:
        return None
    right = word[:start] + in_case_of(word[start:end], best.word) + word[end:]
    return Verdict("camel-case", (right,), best.zipf, best.cost, best.foreign)


def _is_known(part: str, lexicon: Lexicon) -> bool:
    """True for words, and what English makes of them: `Recycler`."""
    lower = part.lower()
    if len(part) < _SHORTEST - 1 or lexicon.knows_or_names(lower):
        return True
    stem = _ENDING.sub("", lower)
    return stem != lower and (lexicon.in_english(stem) or lexicon.in_english(stem + "e"))


def _is_english(word: str, lexicon: Lexicon) -> bool:
    return lexicon.in_english(word) or lexicon.is_term(word)
