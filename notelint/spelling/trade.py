"""Well-known tools and products, and the English terms of the trade, which notes have on every line
and misspell (`Elasticseach`, `embbeding`)."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from notelint.spelling.automaton import own
from notelint.spelling.edits import distance_one, slip
from notelint.spelling.kinds import Verdict
from notelint.spelling.suggest import Candidate

_SHORTEST = 5
_LONG = 8
"""Letters of a word that is no other, whatever letter it has in place of one."""
_FARTHEST = 1.1
_FARTHEST_OF_TWO = 1.8
_VOWELS = frozenset("aeiouy")


def misspelt_trade_word(word: str, others: Sequence[Candidate] = ()) -> Verdict | None:
    """What is meant by `word`, which is in no list: a name or term one slip away, or two slips if it is long;
    None when one of the `others`, words that it may stand for as well, is as near."""
    lower = word.lower()
    if len(lower) < _SHORTEST:
        return None
    near = min(_near(word, lower), default=None)
    if near is None or any(
        other.cost <= near[0] and other.zipf >= 3.5 and not other.foreign for other in others
    ):
        return None
    cost, meant = near
    return Verdict("trade", (_in_letters_of(word, _trade()[meant]),), cost=cost, foreign=True)


def _near(word: str, lower: str) -> Iterator[tuple[float, str]]:
    """What may be meant, with the cost of the slip."""
    trade = _trade()
    near = [
        one
        for one in distance_one(lower)
        if one in trade and one[0] == lower[0] and not _is_other_name(word, trade[one])
    ]
    for meant in near:
        cost = slip(lower, meant)
        if cost <= _FARTHEST and not _is_longer(lower, meant) and not _is_another(word, meant):
            yield cost, meant
    if not near and len(lower) >= _LONG:
        yield from _two_slips_away(word, lower)


def _two_slips_away(word: str, lower: str) -> Iterator[tuple[float, str]]:
    from rapidfuzz.distance import OSA

    for meant in _by_ends().get(lower[0] + lower[-1], ()):
        if abs(len(meant) - len(lower)) > 1 or _is_other_name(word, _trade()[meant]):
            continue
        if OSA.distance(lower, meant, score_cutoff=2) == 2:
            cost = slip(lower, meant)
            if cost <= _FARTHEST_OF_TWO:
                yield cost, meant


def _is_other_name(word: str, meant: str) -> bool:
    """True when `word` has the capitals of a name and `meant` is none: `Stata` for “state”."""
    if not meant.islower() or word.isupper():
        return False
    if not word[1:].islower():
        return True
    return word[0].isupper() and len(word) < _LONG and len(word) == len(meant)


def _is_longer(lower: str, meant: str) -> bool:
    """True for what is made of the word itself: `dockers`, `Angulara`; not for a letter held down."""
    return lower[:-1] == meant and lower[-1] != lower[-2]


def _is_another(word: str, meant: str) -> bool:
    """True for one letter in place of another that nobody takes it for, or of an acronym's: `OpenML`."""
    lower = word.lower()
    changed = [at for at, (mine, its) in enumerate(zip(lower, meant, strict=False)) if mine != its]
    if len(lower) != len(meant) or len(changed) != 1:
        return False
    (at,) = changed
    if word[at].isupper() and not word.isupper():
        return True
    if len(lower) >= _LONG or lower[at] in lower[max(at - 1, 0) : at] + lower[at + 1 : at + 2]:
        return False  # the wrong letter doubled: `Haddop`
    return (lower[at] in _VOWELS) != (meant[at] in _VOWELS)


def _in_letters_of(word: str, name: str) -> str:
    if word.islower():
        return name.lower()
    if word.isupper():
        return name.upper()
    return name if not name.islower() else name.capitalize()


@cache
def _trade() -> Mapping[str, str]:
    """The words as they are written, by the same in small letters."""
    lines = own("trade.txt").read_text("utf-8").splitlines()
    return {word.lower(): word for line in lines if line[0] != "#" for word in line.split()}


@cache
def _by_ends() -> Mapping[str, Sequence[str]]:
    """The words in small letters by their first and last letter."""
    by_ends: dict[str, list[str]] = {}
    for word in _trade():
        by_ends.setdefault(word[0] + word[-1], []).append(word)
    return by_ends
