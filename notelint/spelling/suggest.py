"""What the author meant: the likeliest right words for a wrong one, best first."""

from collections.abc import Iterable
from functools import cache
from itertools import chain
from typing import NamedTuple

from notelint.spelling.automaton import Automaton, load, own
from notelint.spelling.edits import distance_one, slip, sound_alikes, stutters, without_accents
from notelint.spelling.lexicon import Lexicon

MOST = 5
TERM = 3.0
"""How common a term of ours is at least (zipf), whatever general text says."""


class Candidate(NamedTuple):
    """A right word for a wrong one: `cost` of the slip, `zipf` of the word in its own language,
    `foreign` when only English has it; the lowest `score` is the likeliest."""

    score: float
    word: str
    zipf: float
    cost: float
    foreign: bool


def nearest(word: str, lexicon: Lexicon, *, english: bool = False) -> list[Candidate]:
    """Likely right words for `word` in small letters, best first.

    `english` says that the words around are English, so that its words come first.
    """
    key = ("nearest", word, english)
    known = lexicon.memory.get(key)
    if known is None:
        known = lexicon.memory[key] = _nearest(word, lexicon, english)
    return known  # type: ignore[return-value]


def has_commoner(word: str, lexicon: Lexicon, zipf: float) -> bool:
    """Whether a word of the language that is at least so common is one slip from `word`.

    A fraction of the work of `nearest`, for words that are most likely right.
    """
    slips = chain(lexicon.accent_twins(word), distance_one(word), sound_alikes(word))
    return lexicon.has_common(slips, zipf)


def _nearest(word: str, lexicon: Lexicon, around_english: bool) -> list[Candidate]:
    found: dict[str, tuple[float, bool]] = {}
    for twin in lexicon.accent_twins(word):
        found[twin] = (lexicon.zipf_home(twin), False)
    home = lexicon.home if lexicon.home is not None else frozenset[str]()
    english, terms, accepted = lexicon.english, lexicon.terms, lexicon.accepted.plain
    for other in distance_one(word):
        if other in home or other in english or other in terms or other in accepted:
            zipf, foreign = commonness(other, lexicon)
            if not foreign and len(word) >= 8 and word[-1] == other[-1] == "s":
                zipf = max(zipf, lexicon.zipf_home(other[:-1]) - 1.0)  # as common as its singular
            if zipf > 0 or (len(word) > 5 and not foreign):
                found[other] = (zipf, foreign)
    for other in stutters(word) if len(word) >= 10 else ():
        if lexicon.at_home(other):
            found[other] = (lexicon.zipf_home(other), False)
    if lexicon.portuguese:
        for other in sound_alikes(word):
            twins = [other] if lexicon.at_home(other) else lexicon.accent_twins(other)
            for twin in twins:  # `permisao`: `permissao`, `permissão`
                found[twin] = (lexicon.zipf_home(twin), False)
    if len(word) >= 6 and not any(zipf >= 3 for zipf, _ in found.values()):
        for other in _two_away(word):
            found.setdefault(other, commonness(other, lexicon))
    for other in [other for other in found if other in _unsuggested()]:
        del found[other]
    ranked = sorted(found.items(), key=lambda pair: -pair[1][0])
    bare = without_accents(word)
    likely = ranked[:12] + [one for one in ranked[12:] if without_accents(one[0]) == bare]
    candidates = []
    for other, (zipf, foreign) in likely:
        cost = slip(word, other)
        usual = zipf
        if foreign and not word.isascii():
            usual = 0.0
        elif foreign != around_english:  # how common it is among words of the other language
            usual = max(zipf - 1.5, lexicon.zipf_home(other) if foreign else 0.0)
        candidates.append(Candidate(cost - 0.22 * usual, other, zipf, cost, foreign))
    return sorted(candidates)[:MOST]


def commonness(word: str, lexicon: Lexicon) -> tuple[float, bool]:
    """The zipf of a right word in its own language, and whether that is English only.

    An English word may be common in the notes of the home language rather than in English.
    """
    if lexicon.at_home(word):
        return lexicon.zipf_home(word), False
    abroad = lexicon.home is not None
    zipf = max(lexicon.zipf_english(word), lexicon.zipf_home(word))
    if lexicon.is_term(word) or word in lexicon.accepted.plain:
        return max(zipf, TERM), abroad
    return (zipf if lexicon.in_english(word) else 0.0), abroad


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
def _unsuggested() -> Automaton:
    """Words that are right and that nobody wants to be offered."""
    return load(own("unsuggested.dawg"))


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
