"""What is known of words: dictionaries, computing terms, accepted words, how common each is."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import repeat
from math import ceil
from pathlib import Path

from notelint.spelling.accepted import Accepted, parse
from notelint.spelling.automaton import Automaton, load, load_numbers, own, replacements
from notelint.spelling.edits import without_accents

_ACCENTED = (
    ("a", "áâãà"), ("e", "éê"), ("i", "í"), ("o", "óôõ"), ("u", "ú"), ("c", "ç"),
    ("A", "ÁÂ"), ("E", "ÉÊ"), ("I", "Í"), ("O", "ÓÔ"), ("U", "Ú"),
)  # fmt: skip


UNCOUNTED = 4.0
"""The zipf of every word of a language whose words nobody counted for us."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language (its home), and of English, which is at home in every note.

    `home` is None for English notes. All look-ups are by the word as it is written in the note.
    `jargon` is right when it is met, but never what somebody meant.
    `meant` has what is written for another word so often that there is no doubt.
    `common` are words that were judged right when notelint was built (scripts/judge_common_words.py).
    `counted` says that our counts of words are of the home dictionary: how rare a word is tells
    nothing of one that a site brings. `european` says that words are written as in Portugal. `memory`
    keeps what has been judged, `right` the words that need no second look, and `listed` those that
    were found in some list: words come back by the thousand.
    """

    language: str
    home: Automaton | None
    english: Automaton
    terms: Automaton
    jargon: Automaton
    people: Automaton
    misspelt: Automaton
    accepted: Accepted
    meant: Mapping[str, str]
    number: Callable[[str, int], int]
    common: Automaton | frozenset[str] = frozenset()
    guests: Automaton | None = None
    counted: bool = True
    european: bool = False
    memory: dict[object, object] = field(default_factory=dict)
    right: set[str] = field(default_factory=set)
    listed: set[str] = field(default_factory=set)

    @property
    def brazilian(self) -> bool:
        """True when Brazilian Portuguese is meant."""
        return self.counted and self.language == "pt" and not self.european

    @property
    def portuguese(self) -> bool:
        """True when the rules of Portuguese hold: clitics, prefixes, accents by context."""
        return self.language.startswith("pt")

    def at_home(self, word: str) -> bool:
        """True when the dictionary of the language has the word, in this or smaller letters."""
        return self.home is not None and _has(self.home, word)

    def in_english(self, word: str) -> bool:
        """True when the English dictionary has it."""
        return _has(self.english, word.replace("’", "'"))

    def is_term(self, word: str) -> bool:
        """True for computing terms and well-known names, in whatever letters."""
        lower = word.lower()
        return lower in self.terms or lower in self.jargon

    def is_name(self, word: str) -> bool:
        """True when a dictionary has it only with a capital."""
        name = word.capitalize()
        return name in self.english or (self.home is not None and name in self.home)

    def is_person(self, word: str) -> bool:
        """True for names of people, written with their capital."""
        return word in self.people

    def is_guest(self, lower: str) -> bool:
        """True for usual words of Portuguese in English notes: their writers are Brazilian."""
        return self.guests is not None and self.number(lower, 0) >= 2000 and lower in self.guests

    def is_english_slip(self, lower: str) -> bool:
        """True for what is often written in place of an English word (`seperate`)."""
        return lower in self.misspelt

    def knows(self, word: str) -> bool:
        """True when any of the lists has it."""
        return (
            self.at_home(word)
            or self.in_english(word)
            or self.is_term(word)
            or word in self.accepted  # last: inflections are slow to look up
        )

    def knows_or_names(self, lower: str) -> bool:
        """True when any of the lists has the word, in small letters, or the name."""
        return self.knows(lower) or self.is_name(lower) or self.is_person(lower.capitalize())

    def zipf_home(self, lower: str) -> float:
        """How common the word is in text: log10 of its number in 10^9 words; 0 rare or unknown."""
        if not self.portuguese:
            return UNCOUNTED if self.home is not None and lower in self.home else 0.0
        return self.number(lower, 0) // 100 / 10

    def has_common(self, words: Iterable[str], zipf: float) -> bool:
        """True when one of `words`, in small letters, is at least so common in the language."""
        if not self.portuguese:
            return any(self.zipf_home(word) >= zipf for word in words)
        least = ceil(round(zipf * 10, 6)) * 100
        return any(map(least.__le__, map(self.number, words, repeat(0))))

    def zipf_english(self, lower: str) -> float:
        """The same in English."""
        return self.number(lower, 0) % 100 / 10

    def accent_twins(self, word: str) -> list[str]:
        """Words of the language that differ by accents only; names too if `word` has a capital."""
        if self.home is None:
            return []
        found: list[str] = []
        lower = word.lower()
        forms = [lower, word] if len(word) > 1 and word[1:] == lower[1:] else [lower]
        for form in dict.fromkeys(forms):
            found += self.home.similar_keys(without_accents(form), replacements(_ACCENTED))
        return [twin for twin in found if twin not in {word, lower} and not self._only_host(twin)]

    def _only_host(self, word: str) -> bool:
        """True for verb forms that stand before a clitic only: `mapeá` of `mapeá-lo`."""
        if word[-1] not in "áêíô" or not self.portuguese or self.zipf_home(word) >= 2.5:
            return False
        return self.at_home(without_accents(word) + "r")


def _has(automaton: Automaton, word: str) -> bool:
    if word in automaton:
        return True
    lower = word.lower()
    if lower == word:
        return False
    return lower in automaton or (word.isupper() and word.capitalize() in automaton)


@cache
def _own_automaton(name: str) -> Automaton:
    return load(own(name))


@cache
def _frequency() -> Callable[[str, int], int]:
    return load_numbers(own("frequency.dawg"))


@cache
def _meant() -> Mapping[str, str]:
    lines = own("meant.txt").read_text("utf-8").splitlines()
    pairs = (line.partition(" ") for line in lines if line and line[0] != "#")
    return {wrong: right for wrong, _, right in pairs}


_EUROPEAN = ("pt-pt", "pt-ao", "pt-mz")


def lexicon(
    language: str,
    accepted: Iterable[str] = (),
    *,
    dictionary: Path | None = None,
    cache: Path | None = None,
) -> Lexicon | None:
    """The lexicon for notes in `language` ("pt", "pt-br", "en"…), None when there is no dictionary.

    `accepted` are the lines of word lists. `dictionary` is a .dic file that the site names for the
    language, `cache` the folder where it is kept in compiled form.
    Raises NotelintError when the dictionary cannot be read.
    """
    base = language.lower().replace("_", "-").partition("-")[0]
    if dictionary is not None and cache is not None:
        from notelint.spelling.site_dictionary import site_dictionary

        home: Automaton | None = site_dictionary(dictionary, cache)
    elif base == "pt":
        home = _own_automaton("pt_BR.dawg")
    elif base == "en":
        home = None
    else:
        return None
    common: Automaton | frozenset[str] = frozenset()
    if dictionary is None:
        common = _own_automaton(f"common.{base}.dawg")
    return Lexicon(
        language=base,
        home=home,
        english=_own_automaton("en_US.dawg"),
        terms=_own_automaton("terms.dawg"),
        jargon=_own_automaton("jargon.dawg"),
        people=_own_automaton("names.dawg"),
        misspelt=_own_automaton("misspelt.dawg"),
        accepted=parse(accepted),
        meant=_meant() if base == "pt" else {},
        number=_frequency(),
        common=common,
        guests=_own_automaton("pt_BR.dawg") if base == "en" else None,
        counted=dictionary is None,
        european=language.lower().replace("_", "-") in _EUROPEAN,
    )
