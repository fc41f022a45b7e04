"""Words that a model invents (`Filas` → “Philes”), and other ways to ask for the text in which it did."""

import re
from collections.abc import Callable, Iterator

from notelint.spelling.lexicon import lexicon

Knows = Callable[[str], bool]

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
ASIDE = re.compile(r"\(([^()\[\]]+)\)")
SHORTEST = 4
"""Letters of a word about which one can be sure."""


def everything(word: str) -> bool:
    """For languages without a dictionary."""
    return True


def words_of(language: str) -> Knows:
    """Whether a word exists in a language, technical terms and names included."""
    known = lexicon(language)
    if known is None:
        return everything
    return lambda word: known.knows(word) or known.knows(word.removesuffix("'s"))


def invented(source: str, answer: str, knows: Knows) -> list[str]:
    """Words of the answer that exist in neither text nor language; names are not counted."""
    own = {word.lower() for word in WORD.findall(source)}
    return [
        word
        for word in WORD.findall(answer)
        if len(word) >= SHORTEST and not word.isupper() and word.lower() not in own
        if not all(knows(part) for part in re.split("[-’]", word) if len(part) >= SHORTEST)
    ]


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
