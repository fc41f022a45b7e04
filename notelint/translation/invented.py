"""Words that a model invents (`Filas` → “Philes”), and other ways to ask for the text in which it did."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from notelint.spelling.lexicon import lexicon
from notelint.translation.answers import first_letter_as
from notelint.translation.engine import Pair

Knows = Callable[[str], bool]

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
ASIDE = re.compile(r"\(([^()\[\]]+)\)")
CLAUSE = re.compile(r"(?<=\w), (?=\w)")
LEAST_WORDS = 4
"""Of a clause that can be asked for alone."""
FOREIGN_ENDS = frozenset("bcdfghjkpqtvwy")
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


def lost_names(source: str, answer: str, words: Words, language: str) -> list[str]:
    """Names that the answer has not: words of no dictionary that end as no Portuguese word does (`qdbmd`)."""
    if language != "pt":
        return []
    there = answer.lower()
    return [
        word
        for word in dict.fromkeys(WORD.findall(source))
        if len(word) >= SHORTEST and word[-1] in FOREIGN_ENDS and word.lower() not in there
        if not words.here(word) and not words.there(word)
    ]


class Way(NamedTuple):
    """Texts to ask for instead of one, and what makes one answer of theirs (None when they do not fit together)."""

    texts: list[str]
    join: Callable[[Sequence[str]], str | None]


def other_ways(text: str) -> Iterator[Way]:
    """Without its capital; what stands in brackets by itself; clause by clause."""
    capital = text[:1].isupper()
    if capital and not text[1:2].isupper():
        yield Way([text[0].lower() + text[1:]], lambda answers: _begun(answers[0], capital))
    if asides := ASIDE.findall(text):
        yield Way([ASIDE.sub("()", text), *asides], lambda answers: _with_asides(answers, capital))
    clauses = CLAUSE.split(text)
    if len(clauses) > 1 and all(len(WORD.findall(one)) >= LEAST_WORDS for one in clauses):
        yield Way(clauses, lambda answers: _clauses(clauses, answers))


def _begun(answer: str, capital: bool) -> str:
    return answer[:1].upper() + answer[1:] if capital else answer


def _with_asides(answers: Sequence[str], capital: bool) -> str | None:
    first, *asides = answers
    if len(asides) != first.count("()"):
        return None
    for aside in asides:
        first = first.replace("()", f"({aside.rstrip('.')})", 1)
    return _begun(first, capital)


def _clauses(sources: Sequence[str], answers: Sequence[str]) -> str:
    whole = answers[0].rstrip(" .,")
    for source, answer in zip(sources[1:], answers[1:], strict=True):
        whole = f"{whole.rstrip(' .,')}, {first_letter_as(source, answer)}"
    return whole
