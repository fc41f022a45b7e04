"""Words that a model invents (`Filas` → “Philes”), and other ways to ask for the text in which it did."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from notelint.spelling.lexicon import lexicon
from notelint.translation.engine import Pair

Knows = Callable[[str], bool]

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
ASIDE = re.compile(r"\(([^()\[\]]+)\)")
SHORTEST = 4
"""Letters of a word about which one can be sure."""


def everything(word: str) -> bool:
    """For languages without a dictionary."""
    return True


class Words(NamedTuple):
    """Which words exist in the note's language, and in that of the edition."""

    here: Knows = everything
    there: Knows = everything


UNKNOWN = Words()
"""Nothing is known of either language."""


def words_between(pair: Pair) -> Words:
    """The words of both languages; a language without a dictionary knows everything."""
    return Words(_words_of(pair.source), _words_of(pair.target))


def _words_of(language: str) -> Knows:
    known = lexicon(language)
    if known is None:
        return everything
    return lambda word: known.knows(word) or known.knows(word.removesuffix("'s"))


def invented(source: str, answer: str, words: Words) -> list[str]:
    """Words of the answer that do not exist in its language, and are no name or other word that stays as it is.

    A word of the note's own language that was left as it was counts too.
    """
    own = {word.lower() for word in WORD.findall(source)}
    found: list[str] = []
    for word in WORD.findall(answer):
        if len(word) < SHORTEST or word.isupper():
            continue
        if word.lower() in own and not (word.islower() and words.here(word)):
            continue
        parts = [part for part in re.split("[-’]", word) if len(part) >= SHORTEST]
        found += [] if all(words.there(part) for part in parts) else [word]
    return found


def other_ways(text: str) -> Iterator[list[str]]:
    """Texts to ask for instead, whose answers are joined again by `joined`: without its capital, then in pieces."""
    if text[:1].isupper() and not text[1:2].isupper():
        yield [text[0].lower() + text[1:]]
    if asides := ASIDE.findall(text):
        yield [ASIDE.sub("()", text), *asides]


def joined(text: str, answers: list[str]) -> str | None:
    """The answers to one of `other_ways` as the answer to the text; None when they do not fit together."""
    first, *asides = answers
    if len(asides) != first.count("()") and asides:
        return None
    for aside in asides:
        first = first.replace("()", f"({aside.rstrip('.')})", 1)
    if text[:1].isupper():
        first = first[:1].upper() + first[1:]
    return first
