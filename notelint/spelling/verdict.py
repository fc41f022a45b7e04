"""What can be said of a word by itself, before looking at the words around it."""

from typing import Literal

from notelint.spelling import orthography
from notelint.spelling.camel_case import misspelt_part
from notelint.spelling.edits import without_accents
from notelint.spelling.hyphenated import hyphenated
from notelint.spelling.kinds import RIGHT, Verdict, likely
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.made import is_made_of_known
from notelint.spelling.rare import pluperfect, rare, rare_english
from notelint.spelling.suggest import Candidate, commonness, in_case_of, nearest
from notelint.spelling.tokens import LONGEST
from notelint.spelling.trade import misspelt_trade_word


def verdict(word: str, lexicon: Lexicon, *, english: bool = False) -> Verdict:
    """What to think of one word; `english`: the words around it are."""
    if word in lexicon.right:
        return RIGHT
    key = ("verdict", word, english)
    known = lexicon.memory.get(key)
    if known is None:
        known = RIGHT if word in lexicon.common else judged(word, lexicon, english)
        if known is RIGHT:
            lexicon.right.add(word)
        else:
            lexicon.memory[key] = known
    return known  # type: ignore[return-value]


def judged(word: str, lexicon: Lexicon, english: bool) -> Verdict:
    """What all lists and rules say of a word, whatever was thought of it before."""
    if not 1 < len(word) <= LONGEST:
        return RIGHT
    if _is_shape(word):
        return _misspelt_shape(word, lexicon) or RIGHT
    if word in lexicon.accepted:  # an inflection may hide an accent: `inferencia` of `inferenciar*`
        listed = lexicon.accepted.lists(word)
        return (not listed and _common_twin(word, lexicon, "twin")) or RIGHT
    lower = word.lower()
    if lower in lexicon.meant:
        return Verdict("slip", (in_case_of(word, lexicon.meant[lower]),))
    brazilian = orthography.without_mute(lower) if lexicon.brazilian else lower
    if brazilian != lower and not lexicon.in_english(word) and lexicon.at_home(brazilian):
        if lexicon.zipf_home(brazilian) >= max(lexicon.zipf_home(lower) + 0.3, 3.0):
            return Verdict("slip", (in_case_of(word, brazilian),))
    if lexicon.at_home(word):
        return (
            pluperfect(word, lower, lexicon)
            or _common_twin(word, lexicon, "twin")
            or rare(word, lower, lexicon)
        )
    if lexicon.in_english(word) or lexicon.is_term(word):
        return _common_twin(word, lexicon, "foreign-twin") or rare_english(word, lower, lexicon)
    bare = without_accents(word)
    if lexicon.is_person(word) or (bare != word and _is_name(bare, lexicon)):
        return RIGHT
    old_spelling = word == lower and not word.isascii() and lexicon.accent_twins(word)
    if lexicon.is_name(lower) and not old_spelling:
        found = _common_twin(word, lexicon, "foreign-twin")
        if found is None and word == lower and lexicon.portuguese:
            usual = max(lexicon.zipf_home(lower), lexicon.zipf_english(lower))
            found = rare(word, lower, lexicon, usual)
        return found or RIGHT
    if lexicon.is_guest(lower):
        return RIGHT
    return _unknown(word, lower, lexicon, english)


def _apart(lower: str, candidates: list[Candidate], lexicon: Lexicon) -> str | None:
    """The two words that were written as one, when no other word is likelier."""

    def zipf(one: str) -> float:
        return lexicon.zipf_home(one) if lexicon.at_home(one) else 0.0

    def english(one: str) -> float:
        return commonness(one, lexicon)[0] if lexicon.in_english(one) else 0.0

    apart = next(orthography.run_together(lower, zipf, english), None)
    if apart is None or not candidates or candidates[0].cost > 1.1:
        return apart
    best = candidates[0]
    return apart if best.zipf < 3.5 and zipf(max(apart.split(), key=len)) >= 5.0 else None


def _by_its_ending(word: str, lower: str, lexicon: Lexicon) -> Verdict | None:
    """What is wrong with the end of a word that no list has, when that is plain."""
    glued = orthography.wanting_pronoun(lower, lexicon.zipf_home)
    if glued is not None and (word == lower or glued.endswith("-se")):
        return Verdict("clitic", (in_case_of(word, glued),))
    usual = orthography.with_usual_ending(lower)
    if usual == lower:
        return None
    if lexicon.at_home(usual) or is_made_of_known(usual, lexicon):
        return Verdict("accent", (in_case_of(word, usual),), 3.0)
    candidates = [one for one in nearest(usual, lexicon) if one.zipf >= 3 and one.cost <= 1.1]
    return likely("unknown", word, candidates) if candidates else None


def _is_better(candidates: list[Candidate], twins: list[str], lexicon: Lexicon) -> bool:
    """True when another word is far likelier than any of the rare `twins`: `voê` is no `voe`."""
    usual = max(map(lexicon.zipf_home, twins))
    best = candidates[0] if candidates else None
    if best is None or best.word in twins or best.zipf < 3.5:
        near = (one for one in candidates if one.word not in twins and one.cost <= 0.9)
        return usual == 0.0 and any(one.zipf >= 1.8 and not one.foreign for one in near)
    return usual < 2.0 or (best.zipf >= usual + 3.0 and best.cost <= 0.9)


def _is_name(bare: str, lexicon: Lexicon) -> bool:
    """True for names that some language writes with other accents (`Ángela`)."""
    if bare[0].islower() or lexicon.at_home(bare.lower()) or lexicon.in_english(bare.lower()):
        return False
    return lexicon.is_person(bare) or lexicon.is_name(bare)


def _is_shape(word: str) -> bool:
    """True for acronyms, their plurals and CamelCase, which are nobody's spelling."""
    capitals = sum(letter.isupper() for letter in word)
    if capitals == 0 or (capitals == 1 and word[0].isupper()) or "-" in word:
        return False
    return capitals < len(word) or len(word) <= 6


def _misspelt_shape(word: str, lexicon: Lexicon) -> Verdict | None:
    """What is wrong with `MonogDB`, `HealtCheck`, `CRTL`, `NÂO` or `vocÊ`, which are no names of anything."""
    lower = word.lower()
    if word in lexicon.accepted:
        return None
    if word.isupper():
        meant = lexicon.meant.get(lower)
        if meant is None and not word.isascii():
            said = verdict(lower, lexicon)
            meant = said.suggestions[0] if said.kind == "accent" else None
        return Verdict("slip", (meant.upper(),), common=True) if meant else None
    if not word.isascii() and all(one.islower() or one in _CAPITALS for one in word):
        return Verdict("slip", (lower,), common=True) if lexicon.at_home(lower) else None
    if lexicon.knows(word):
        return None
    return misspelt_part(word, lexicon) or misspelt_trade_word(word)


_CAPITALS = frozenset("ÁÉÍÓÚÂÊÔÃÕÀÇ")
"""Letters that a key makes capitals of by itself: no name of code has them."""


def _common_twin(
    word: str, lexicon: Lexicon, kind: Literal["twin", "foreign-twin"]
) -> Verdict | None:
    """The same letters with accents, when they are far commoner."""
    if word != without_accents(word):
        return None
    own = lexicon.zipf_home(word.lower())
    twins = [(lexicon.zipf_home(twin.lower()), twin) for twin in lexicon.accent_twins(word)]
    best, twin = max(twins, default=(0.0, ""))
    if best < 2.5 or best - own < 0.5:
        return None
    return Verdict(kind, (in_case_of(word, twin),), best - own)


def _unknown(word: str, lower: str, lexicon: Lexicon, english: bool) -> Verdict:
    if "'" in lower or "’" in lower:
        parts = lower.replace("’", "'").split("'")
        if all(len(part) <= 2 or lexicon.knows(part) for part in parts):
            return RIGHT
    if "-" in lower:
        return hyphenated(word, lower, lexicon, verdict)
    plural = orthography.with_english_plural(lower, lexicon.in_english)
    if plural is not None:
        return Verdict("slip", (in_case_of(word, plural),))
    hyphened = orthography.wanting_hyphen(lower, lexicon.knows)
    if hyphened and lexicon.portuguese:
        return Verdict("hyphen", (in_case_of(word, hyphened),))
    doubled = orthography.wanting_double(
        lower, lambda rest: lexicon.at_home(rest) and lexicon.zipf_home(rest) >= 1.5
    )
    if doubled and lexicon.portuguese:
        return Verdict("hyphen", (in_case_of(word, doubled),))
    noun = orthography.without_second_suffix(lower) if lexicon.portuguese else None
    if noun is not None and lexicon.zipf_home(noun.replace("ções", "ção")) >= 3:
        return Verdict("slip", (in_case_of(word, noun),))
    reformed = orthography.after_the_agreement(lower) if lexicon.portuguese else None
    twins = [reformed] if reformed else lexicon.accent_twins(word)
    early = orthography.with_late_accent(lower) if lexicon.portuguese else None
    if early is not None and not any(lexicon.zipf_home(twin.lower()) >= 2 for twin in twins):
        if lexicon.at_home(early) or is_made_of_known(early, lexicon):
            return Verdict("accent", (in_case_of(word, early),), 3.0)
    if not twins and is_made_of_known(lower, lexicon):
        return RIGHT
    if lexicon.portuguese and not twins:
        found = _by_its_ending(word, lower, lexicon)
        if found is not None:
            return found
    candidates = nearest(lower, lexicon, english=english)
    if twins and not _is_better(candidates, twins, lexicon):
        twin = max(twins, key=lambda one: lexicon.zipf_home(one.lower()))
        others = tuple(in_case_of(word, one.word) for one in candidates if one.word != twin)
        return Verdict("accent", (in_case_of(word, twin), *others), lexicon.zipf_home(twin.lower()))
    candidates = [one for one in candidates if one.zipf > 0 or one.word not in twins]
    if lexicon.portuguese:
        apart = _apart(lower, candidates, lexicon)
        if apart is not None:
            return Verdict("apart", (in_case_of(word, apart),))
    meant = misspelt_trade_word(word, candidates)
    if meant is not None:
        return meant
    if not candidates:
        return Verdict("unknown")
    if candidates[0].word == lower:
        return RIGHT  # a word of another language that is as common as they come
    return likely("unknown", word, candidates)._replace(common=lexicon.is_english_slip(lower))
