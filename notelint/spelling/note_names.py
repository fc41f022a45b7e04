"""Words that a note means as they are, though they look like slips: names that it has in its code too, or
that it says again and again."""

import re
from functools import lru_cache

from notelint.note.prose import ProseGroup
from notelint.spelling.judge import Misspelling, looks_foreign
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.variants import times_written

_DOUBTFUL = frozenset({"unknown", "rare", "rare-foreign", "trade", "camel-case"})
"""What may be said of a name; accents, clitics and well-known slips are no names."""
_ANCHOR = re.compile(r"\(#[^)\s]*")
"""Links to a heading repeat its slips."""
_OFTEN = 3
_SHORT = 6


def is_name_of_note(wrong: Misspelling, group: ProseGroup, text: str, lexicon: Lexicon) -> bool:
    """True when the note, whose whole source is `text` and whose prose `group`, means the word."""
    word, lower = wrong.word, wrong.word.lower()
    if wrong.certain or wrong.kind not in _DOUBTFUL:
        return False
    if any(map(lexicon.is_english_slip, lower.split("-"))):
        return False
    forms = {word, lower, word.capitalize(), word.upper()}
    times = sum(map(group.in_order.count, forms & group.words))
    if times_written(word, _without_anchors(text)) > times:
        return True  # in code, a link, the name of a file
    if times < _OFTEN:
        return False
    only_name = word[0].isupper() and lower not in group.words
    return only_name or len(word) <= _SHORT or looks_foreign(word)


@lru_cache(maxsize=1)
def _without_anchors(text: str) -> str:
    """A note is asked about once for each word that looks like a slip."""
    return _ANCHOR.sub("", text)
