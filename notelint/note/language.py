"""Which of our two languages a text is written in, where neither its path nor a site says it."""

import re
from collections import Counter

SMALL_WORDS = {
    "pt": frozenset(
        (
            "à ao aos até com como da das de dos é em entre essa esse está foi isso já mais mas "
            "muito não nas nos o os ou para pela pelo por porque quando que são se sem ser seu "
            "também um"
        ).split()
    ),
    "en": frozenset(
        (
            "about an and are be been but can from has have if in into is it its not of on or "
            "such than that the their there these they this to was we were what when which will "
            "with you your"
        ).split()
    ),
}
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 20_000
"""Characters that are looked at: a note does not change its language after some pages."""


def guess_language(text: str) -> str:
    """The language whose small words are more frequent; "pt" when nothing tells."""
    counts = Counter(_WORD.findall(text[:_ENOUGH].lower()))
    scores = {code: sum(counts[word] for word in words) for code, words in SMALL_WORDS.items()}
    return "en" if scores["en"] > scores["pt"] else "pt"
