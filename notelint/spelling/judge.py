"""Which words of a prose are misspelt, judged in their sentence."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from notelint.note.prose import Prose, ProseGroup
from notelint.spelling.agreement import fitting
from notelint.spelling.context import Leaning, leanings
from notelint.spelling.kinds import Kind, Verdict
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.tokens import Token, tokens
from notelint.spelling.twins import is_wrong_twin
from notelint.spelling.verdict import verdict


class Misspelling(NamedTuple):
    """A wrong word at `start:end` of the prose (code points, half-open); `certain` when there is
    no doubt what was meant: then the first suggestion may be written without asking."""

    start: int
    end: int
    word: str
    suggestions: tuple[str, ...]
    certain: bool
    kind: Kind


def suspicious(group: ProseGroup, lexicon: Lexicon) -> Iterator[Prose]:
    """The blocks that hold a word which is not right by itself; most notes have none."""
    unsure = group.words - lexicon.right
    strange = [word for word in unsure if may_be_wrong(word, lexicon)]
    for prose in group.prose:
        if any(word in prose.text for word in strange) or _is_shouted(prose):
            yield prose


def may_be_wrong(word: str, lexicon: Lexicon) -> bool:
    """False for a word that is reported nowhere, whatever stands around it."""
    key = ("may be wrong", word)
    known = lexicon.memory.get(key)
    if known is None:
        said = verdict(word, lexicon)
        known = said.kind not in ("right", "unknown") or (
            said.kind == "unknown"
            and any(
                _is_unknown_wrong(word, each, first, lexicon)
                for each in (said, verdict(word, lexicon, english=True))
                for first in (True, False)
            )
        )
        lexicon.memory[key] = known
    return bool(known)


def judge(prose: Prose, lexicon: Lexicon) -> Iterator[Misspelling]:
    """The misspelt words of one block, in order."""
    if _is_shouted(prose):
        yield from _shouted(prose, lexicon)
        return
    text = prose.text
    words = list(tokens(text))
    suspects = [at for at, word in enumerate(words) if verdict(word.text, lexicon).kind != "right"]
    if not suspects:
        return
    around = _around(words, lexicon)
    titled = prose.kind in ("heading", "front-matter") and _is_titled(words)
    for at in suspects:
        word, leaning = words[at], around[at]
        said = verdict(word.text, lexicon)
        if said.kind == "unknown" and leaning.near < -0.4 and leaning.group < 0.3:
            said = verdict(word.text, lexicon, english=True)
        if titled and not word.sentence_start:
            word = words[at] = word._replace(sentence_start=True)  # its capital says nothing
        elif is_surname(words, at, lexicon) or (
            is_abbreviated(text, word)
            and not (said.kind == "accent" and said.zipf >= 4.0 and len(word.text) >= 5)
            and not (said.kind == "twin" and said.zipf >= 1.0 and len(word.text) >= 6)
        ):
            continue
        if lexicon.accepted.has_expression(word.text, text, word.start):
            continue
        if is_wrong(said, leaning, words, at, lexicon):
            certain = is_certain(word.text, said)
            offered = said.suggestions
            if len(offered) > 1 and not certain and not word.break_before:
                offered = fitting(offered, words[at - 1].text.lower(), word.text)
            yield Misspelling(word.start, word.end, word.text, offered, certain, said.kind)


def is_at_home(prose: Prose, start: int, lexicon: Lexicon) -> bool:
    """True when the word at `start` is no abbreviation, and those around it are of the language."""
    words = list(tokens(prose.text))
    for word, leaning in zip(words, _around(words, lexicon), strict=True):
        if word.start == start:
            elsewhere = leaning.near <= 0 or _is_elsewhere(leaning)
            return not elsewhere and not is_abbreviated(prose.text, word)
    return False


def _around(words: Sequence[Token], lexicon: Lexicon) -> list[Leaning]:
    return leanings(words, lexicon, lambda word: _is_strange(verdict(word, lexicon)))


def _is_shouted(prose: Prose) -> bool:
    return prose.text.isupper() and " " in prose.text.strip()


def _shouted(prose: Prose, lexicon: Lexicon) -> Iterator[Misspelling]:
    """Missing accents and long misspelt words in a heading all in capitals; short ones may be acronyms."""
    for found in judge(Prose(prose.kind, prose.language, prose.text.lower(), ()), lexicon):
        length = found.end - found.start
        if found.kind in ("accent", "twin", "foreign-twin"):
            if length <= 3:
                continue
        elif length < _SHORTEST_SHOUTED or lexicon.is_person(found.word.capitalize()):
            continue
        said = tuple(word.upper() for word in found.suggestions)
        yield found._replace(word=found.word.upper(), suggestions=said)


_SHORTEST_SHOUTED = 7
"""Letters of a word in capitals that is no acronym."""


def _is_titled(words: Sequence[Token]) -> bool:
    """True when most words have a capital, as in an English title."""
    long = [word.text[0].isupper() for word in words if len(word.text) > 3]
    return len(long) > 1 and sum(long) >= 0.75 * len(long)


def is_abbreviated(text: str, word: Token) -> bool:
    """True for a short word with a full stop that ends no sentence: `o ender. de hardware`."""
    if len(word.text) > 7 or text[word.end : word.end + 1] != ".":
        return False
    rest = text[word.end + 1 : word.end + 3]
    return rest[:1] in (",", ";", ":") or (rest[:1] == " " and rest[1:].islower())


def is_surname(words: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """True for a word with a capital beside a given name: `Jim Meyering`, `Fabio Akita`."""
    word = words[at]
    if not word.text[0].isupper():
        return False
    before = words[at - 1] if at and not word.break_before else None
    if before and word.start == before.end + 1 and lexicon.is_person(before.text):
        return True
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or after.start != word.end + 1 or not after.text[0].isupper():
        return False
    twins = lexicon.accent_twins(word.text)  # `Fábio`, and no word without its capital
    return bool(twins) and not any(lexicon.at_home(twin.lower()) for twin in twins)


def _is_strange(said: Verdict) -> bool:
    return said.kind == "unknown" and (not said.suggestions or said.cost > 1.0 or said.zipf < 3.5)


def is_wrong(
    said: Verdict, leaning: Leaning, words: Sequence[Token], at: int, lexicon: Lexicon
) -> bool:
    """True when word `at`, of which `said` is known, is wrong where it stands."""
    word = words[at]
    text, length = word.text, len(word.text)
    if _is_elsewhere(leaning) and not _is_plain(said, leaning):
        return False
    capital = text[0].isupper()
    match said.kind:
        case "clitic" | "hyphen" | "slip":
            return said.common or not (capital and text.isupper())
        case "twin" | "foreign-twin":
            return is_wrong_twin(said, leaning, words, at, lexicon)
        case "accent":
            if capital and not word.sentence_start and length < 7 and said.zipf < 4.0:
                return False
            if said.zipf < 1.3 and not _HOLDS.search(said.suggestions[0]):
                return False  # the dictionary has holes: it may lack the very word
            return length > 3 or said.zipf >= 4.0
        case "apart":
            return not capital or (word.sentence_start and not text.isupper())
        case "camel-case" | "trade":
            return True
        case "rare":
            return not capital or word.sentence_start
        case "rare-foreign":
            return not capital and leaning.near > 0.5 and leaning.words >= 3
        case "unknown":
            return _is_unknown_wrong(text, said, word.sentence_start, lexicon)
        case _:
            return False


def _is_elsewhere(leaning: Leaning) -> bool:
    """True among words of some other language."""
    return leaning.words >= 4 and leaning.unknown >= 0.4


def _is_plain(said: Verdict, leaning: Leaning) -> bool:
    """True for slips of common words beside words of the language: among others, its writer's."""
    common = said.kind in ("apart", "slip") or (said.kind == "accent" and said.zipf >= 4.0)
    return common and leaning.near > 0.3


def _is_unknown_wrong(text: str, said: Verdict, first: bool, lexicon: Lexicon) -> bool:
    if not said.suggestions or (len(text) <= 3 and not lexicon.portuguese):
        return False
    if text.startswith("py") and not said.suggestions[0].startswith("py"):
        return False  # the name of something for Python
    strange = said.foreign or (lexicon.portuguese and looks_foreign(text))
    return _is_wrong_unknown(text, said, strange, first)


def _is_wrong_unknown(text: str, said: Verdict, strange: bool, first: bool) -> bool:
    """Whether the nearest word is near and common enough to have been meant.

    `strange`: the word or its suggestion is not of the language; `first`: it begins a sentence.
    """
    capital = text[0].isupper()
    length, zipf, cost = len(text), said.zipf, said.cost
    if text.isupper() and length > 1:  # acronyms, most of them, but none has accents
        return length >= (9 if text.isascii() else 6) and zipf >= 2.8 and cost <= 1.1
    single = cost <= 1.5
    if first and not said.foreign and cost <= 0.6 and zipf >= 6.5:
        return True  # a key held down: `Emm 2013`
    if said.common and strange and cost <= 1.9:
        return length >= 5 or zipf >= 4.5
    if strange:
        same_start = text[0].lower() == said.suggestions[0][0].lower()
        if not _is_easy_slip(said, length, capital) or (not same_start and said.cost > 0.7):
            return False
        return not capital or first or length >= 7 or (length == 6 and said.foreign and zipf >= 4.5)
    if capital and not first:
        if length >= 5 and zipf >= 3.5 and cost <= 0.7 and _has_same_letters(text, said):
            return True  # `Auzre`
        return length >= 7 and zipf >= 2.8 and single
    if capital:
        if length < 7:
            return length >= 5 and zipf >= 4.5 and cost <= 0.9
        if single:
            near = 1.1 if length >= 10 else 1.0
            return zipf >= (2.8 if cost <= near else 4.5)
        return length >= 8 and zipf >= 3.5 and cost <= 2.0
    if single:
        if length >= 8 and cost <= (1.0 if length >= 10 else 0.9):
            return True
        if length == 5 and cost <= 0.7 and zipf >= 2.5:
            return True  # letters swapped
        return zipf >= _LEAST.get(length, 1.8) or (length == 3 and zipf >= 6.0 and cost <= 0.9)
    if length == 6:
        return zipf >= 4.5 and cost <= 2.0
    return (length >= 7 and zipf >= 3.5 and cost <= 2.2) or (
        length >= 10 and zipf >= 2.5 and cost <= 2.2
    )


def _has_same_letters(text: str, said: Verdict) -> bool:
    """True when letters were swapped, no more."""
    return sorted(said.suggestions[0].lower()) == sorted(text.lower())


def _is_easy_slip(said: Verdict, length: int, capital: bool) -> bool:
    """Jargon is often one letter away from some word: only slips that are easily made count."""
    if length < 6:
        sure = (said.zipf >= 5.5 and said.cost <= 0.7) or (said.zipf >= 4.0 and said.cost < 0.3)
        return length >= 4 and (sure or (not said.foreign and said.zipf >= 4.5 and said.cost < 1))
    if said.cost <= 0.7:
        return said.zipf >= (2.5 if length < 9 else 1.0)
    if said.foreign:
        if said.cost > 0.9:
            usual = 4.0 if length < 9 else 2.9
            farthest = 1.1 if said.zipf >= 4.0 and not capital else 0.99
            return said.cost <= farthest and said.zipf >= usual and length >= 7
        return said.zipf >= (2.9 if length < 7 else 2.5)
    return (said.cost <= 1.0 and said.zipf >= 3.5) or (said.cost <= 1.2 and said.zipf >= 4.3)


_LEAST = {2: 9.0, 3: 6.3, 4: 4.5, 5: 3.5}
"""How common (zipf) the suggestion for a word of so many letters must be."""

_HOLDS = re.compile(
    r"(?:[áéíô]ssemos|[áí]vamos|íamos|[eo]id[aeo]s?|ção|ções|são|sões|[áíú]ve(?:l|is)|[êâ]ncias?|ári[ao]s?|óri[ao]s?|[áéíóúâêô][a-z]{1,2}ic[ao]s?)\Z"
)
_FOREIGN = re.compile(
    r"[kwyñ]|[^aeiouáéíóúâêôãõàmrslzn]\Z|([^rsoecaiu])\1|\As[^aeiouáéíóúâêôãõàh]|[ao]n\Z"
    r"|[bcdfgjpqtvx]s\Z",
    re.IGNORECASE,
)


def looks_foreign(word: str) -> bool:
    """True when the letters do not go together as they do in Portuguese."""
    return _FOREIGN.search(word) is not None


def is_certain(text: str, said: Verdict) -> bool:
    """True when there is no doubt what was meant."""
    match said.kind:
        case "clitic" | "hyphen" | "slip":
            return True
        case "accent":
            return len(said.suggestions) == 1 or said.zipf >= 3
        case "twin":
            return said.zipf >= 1.8
        case "unknown" if said.suggestions and len(text) >= 7:
            return said.cost <= 0.75 and _has_same_letters(text, said)
        case _:
            return False
