"""What may be said of a word."""

from typing import Literal, NamedTuple

from notelint.spelling.suggest import Candidate, in_case_of

Kind = Literal[
    "right",
    "unknown",
    "accent",
    "twin",
    "foreign-twin",
    "clitic",
    "hyphen",
    "apart",
    "camel-case",
    "trade",
    "slip",
    "rare",
    "rare-foreign",
]
"""What may be said of a word: wrong by itself (`unknown`, `accent`, `clitic`, `hyphen`, `apart`: two
words run together, `camel-case`: one of several that are, `trade`: a name or term that everybody knows,
`slip`: a well-known one), or by what stands around it (`twin`: its accented twin is far commoner,
`rare`: a common word is one slip away)."""


class Verdict(NamedTuple):
    """What was noticed of a word, and the likeliest right one.

    `zipf` says how common the first suggestion is, for twins how much commoner than the word;
    `cost` how unlikely the slip; `foreign` that only English has the suggestion; `common` that
    the slip is a well-known one.
    """

    kind: Kind
    suggestions: tuple[str, ...] = ()
    zipf: float = 0.0
    cost: float = 9.0
    foreign: bool = False
    common: bool = False


RIGHT = Verdict("right")


class WrongForm(NamedTuple):
    """The word at `start:end` of a text (code points, half-open) is right by itself, but where it stands
    its form should be `right`; `why` says so to the writer, in his language."""

    start: int
    end: int
    right: str
    why: str


def likely(kind: Kind, word: str, candidates: list[Candidate]) -> Verdict:
    """The verdict that `word` stands for the first of `candidates`, in the capitals of `word`."""
    best = candidates[0]
    suggestions = tuple(in_case_of(word, one.word) for one in candidates)
    return Verdict(kind, suggestions, best.zipf, best.cost, best.foreign)
