"""Faults of the small offline model, met by asking better and mended where that is certain.

Measured: short texts without a full stop come back doubled or in capitals (`modelo` → `Model
Model`), which a full stop lent for the asking cures; straight quotes get a space inside; and
on odd input the model repeats itself without end.
"""

import re
from collections.abc import Callable

SHORT = 3
"""Words up to which a text whose answer has more of them is asked both ways."""
ENDED = re.compile(r"[.!?…:;,]\W*$")
WORD = re.compile(r"\w+")
QUOTED = re.compile(r'"\s*([^"]*?)\s*"')
POSSESSIVE = re.compile(r'(?<=s)"(?=\s+\w)')
LOOP = re.compile(r"(\b\w[^\n]{0,40}?\W+)\1{3,}", re.IGNORECASE)

NATIONS_AND_DAYS = """
    American Brazilian British Chinese Dutch English European French German Greek Italian Japanese
    Korean Latin Portuguese Russian Spanish Swedish Turkish Monday Tuesday Wednesday Thursday
    Friday Saturday Sunday January February March April June July August September October
    November December Christmas Easter Internet
"""
ALWAYS_CAPITAL = frozenset(NATIONS_AND_DAYS.split())
"""English words that have a capital where Portuguese has none."""


def cautious(translate: Callable[[str], str], text: str) -> str:
    """The translation of one sentence; empty when the model repeats itself without end."""
    if ENDED.search(text):
        answer = translate(text)
    else:
        answer = translate(text + ".").rstrip().removesuffix(".").rstrip()
        words = len(WORD.findall(text))
        if words <= SHORT and len(WORD.findall(answer)) > words:
            answer = _shorter(answer, translate(text))
    if LOOP.search(answer) and not LOOP.search(text):
        return ""
    return _capitals_as(text, _quotes_as(text, answer))


def _shorter(stopped: str, bare: str) -> str:
    """Of a doubtful pair the answer with fewer words: what is invented makes it longer."""
    lengths = [len(WORD.findall(answer)) or 99 for answer in (stopped, bare)]
    return bare if lengths[1] < lengths[0] else stopped


def _capitals_as(source: str, answer: str) -> str:
    """The first letter as large or small as the source's, but for names and `I`."""
    asked, given = WORD.search(source), WORD.search(answer)
    if not asked or not given or not asked[0][0].isalpha():
        return answer
    first, word = given.start(), given[0]
    if asked[0][0].isupper() and word[0].islower() and "." not in source[: asked.start()]:
        return answer[:first] + word[0].upper() + answer[first + 1 :]
    small = word[0].isupper() and word[1:].islower() and word not in ALWAYS_CAPITAL
    if asked[0][0].islower() and small and source == source.lower():
        rest = answer[first:]
        return answer[:first] + rest[0].lower() + rest[1:]
    return answer


def _quotes_as(source: str, answer: str) -> str:
    """No space inside straight quotes where the source has none, and apostrophes where it has no quotes."""
    if '"' not in source:
        return POSSESSIVE.sub("'", answer)
    if answer.count('"') % 2 or any(q != q.strip() for q in re.findall(r'"([^"]*)"', source)):
        return answer
    return QUOTED.sub(r'"\1"', answer)
