"""Forms of Portuguese verbs, one from another: `funciona` → `funcione`, `criar` → `cria`, `criado`."""

import re
from collections.abc import Iterator
from typing import cast

from notelint.spelling.forms.irregular_verbs import (
    FINITE_ENDINGS,
    FINITES,
    PARTICIPLES,
    PERFECT_ENDINGS,
    SUBJUNCTIVES,
)
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.word_set import word_set

_KEPT = ("infinitives",)
_COMMON_VERB = 3.0
"""How common (zipf) the infinitive of a verb that people use is."""
_PLURAL_OF_NOUN = 2.5
"""How common (zipf) the plural of a noun is, and that of no verb form."""
_NO_NOUNS = word_set("""
pensa usa cria começa deixa acha gosta fica tenta chega manda testa pega cuida olha
""")
"""Forms that look like nouns only because `tu pensas` is so common."""
_NOUNS = word_set("""
coleta janta lava demora partilha censura mescla combate debate embate rebate abate vale
""")
"""Nouns that have hardly any plural."""

_WRITTEN_BEFORE_E = {"c": "qu", "g": "gu", "ç": "c"}
_WRITTEN_BEFORE_A = {"c": "ç", "g": "j", "gu": "g"}

_IRREGULAR = (
    "fazer",
    "dizer",
    "trazer",
    "querer",
    "poder",
    "saber",
    "haver",
    "caber",
    "ver",
    "ler",
    "por",
)


def is_infinitive(word: str, lexicon: Lexicon) -> bool:
    """True for infinitives of verbs that people use, but not for `mar` or `lugar`."""
    kept = cast(dict[str, bool], lexicon.memory.setdefault(_KEPT, {}))
    if word not in kept:
        kept[word] = _is_infinitive(word, lexicon)
    return kept[word]


def _is_infinitive(word: str, lexicon: Lexicon) -> bool:
    if len(word) < 4 or word[-2:] not in ("ar", "er", "ir"):
        return False
    if lexicon.zipf_home(word) < _COMMON_VERB:
        return False
    stem, vowel = word[:-2], word[-2]
    gerund = stem + {"a": "ando", "e": "endo", "i": "indo"}[vowel]
    imperfects = (stem + "ava",) if vowel == "a" else (stem + "ia", stem + "ía", stem + "inha")
    return lexicon.at_home(gerund) and any(map(lexicon.at_home, imperfects))


def is_nominal(word: str, lexicon: Lexicon) -> bool:
    """True when a form of a verb may be a noun or an adjective as well: `busca`, `completa`."""
    if lexicon.zipf_english(word) >= 3.0 and lexicon.in_english(word):
        return True  # `range`
    if word in _NO_NOUNS or (
        word[-1] == "e" and word not in _NOUNS and is_infinitive(word + "r", lexicon)
    ):
        return False
    if word in _NOUNS or lexicon.zipf_home(word + "s") >= _PLURAL_OF_NOUN:
        return True
    stem = word[:-1] + "a" if word[-1] == "o" else word
    return lexicon.zipf_home(stem + "mente") > 0


def is_finite(word: str, lexicon: Lexicon) -> bool:
    """True for the third person of any tense in which notes are written; it may be a noun as well."""
    for ending, infinitives in _THIRD_PERSONS:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            if any(is_infinitive(stem + own, lexicon) for own in infinitives):
                return True
    return False


_THIRD_PERSONS = (
    ("a", ("ar",)), ("e", ("er", "ir")), ("am", ("ar",)), ("em", ("er", "ir")), ("ou", ("ar",)),
    ("eu", ("er",)), ("iu", ("ir",)), ("rá", ("r",)), ("rão", ("r",)), ("ria", ("r",)), ("riam", ("r",)),
    ("ava", ("ar",)), ("avam", ("ar",)), ("z", ("zer", "zir")), ("ui", ("uir",)), ("ia", ("er", "ir")),
    ("aram", ("ar",)), ("eram", ("er",)), ("iram", ("ir",)),
)  # fmt: skip


def finite(infinitive: str, lexicon: Lexicon) -> str | None:
    """The third person singular of the present; None where we do not know it."""
    if infinitive in FINITES:
        return FINITES[infinitive]
    for ending, own in FINITE_ENDINGS:
        if infinitive.endswith(ending) and len(infinitive) > len(ending) + 1:
            form = infinitive.removesuffix(ending) + own
            return form if lexicon.at_home(form) else None
    return None


def first_perfect(infinitive: str, lexicon: Lexicon) -> str | None:
    """`preferi` of `preferir`: the first person singular of the perfect; None where it is irregular."""
    if infinitive.endswith(_IRREGULAR) or len(infinitive) < 5:
        return "fiz" if infinitive == "fazer" else None
    for ending, own in PERFECT_ENDINGS:
        if infinitive.endswith(ending):
            form = infinitive.removesuffix(ending) + own
            return form if lexicon.at_home(form) else None
    return None


def may_be_adjective(infinitive: str, lexicon: Lexicon) -> bool:
    """True for `regular` and its like."""
    return infinitive in _ADJECTIVES or lexicon.zipf_home(infinitive + "mente") > 0


_ADJECTIVES = word_set("""
auxiliar familiar escolar celular militar nuclear modular tabular angular exemplar complementar elementar
circular linear similar particular popular preliminar singular
""")


def participle(infinitive: str, lexicon: Lexicon) -> str | None:
    """`criado` of `criar`; None for a verb that we do not know."""
    if infinitive in ("ver", "prever", "rever"):
        return infinitive[:-2] + "isto"
    if infinitive.endswith(("screver", "abrir", "cobrir", "fazer", "dizer", "vir", "por")):
        for ending, own in PARTICIPLES:
            if infinitive.endswith(ending):
                return infinitive.removesuffix(ending) + own
        return None
    form = infinitive[:-2] + ("ado" if infinitive[-2] == "a" else "ido")
    return form if lexicon.at_home(form) else None


def subjunctive(word: str, lexicon: Lexicon) -> str | None:
    """The present subjunctive of a form of the present, in small letters; None for any other word and for
    what may be a subjunctive itself (`sente` of sentar).
    """
    if word in SUBJUNCTIVES:
        return SUBJUNCTIVES[word]
    if is_subjunctive(word, lexicon):
        return None
    for form, infinitive in _present(word):
        if is_infinitive(infinitive, lexicon) and lexicon.at_home(form):
            return form
    return None


def is_subjunctive(word: str, lexicon: Lexicon) -> bool:
    """True for a form of the present subjunctive that is regular, or in the list of those that are not."""
    return word in _SUBJUNCTIVE_FORMS or any(
        is_infinitive(infinitive, lexicon) and not infinitive.endswith(("ter", "vir"))
        for infinitive in _of_subjunctive(word)
    )


_SUBJUNCTIVE_FORMS = frozenset(SUBJUNCTIVES.values()) | {
    form + ending for form in SUBJUNCTIVES.values() if form[-1] in "ae" for ending in ("m", "mos")
}


def _present(word: str) -> Iterator[tuple[str, str]]:
    """The subjunctive and the infinitive of which `word` may be the present."""
    for ending in ("mos", "m", ""):
        if not word.endswith(ending) or len(word) < len(ending) + 3:
            continue
        theme = word.removesuffix(ending)
        stem, vowel = theme[:-1], theme[-1]
        if vowel == "o" and not ending:
            yield _before(stem, _WRITTEN_BEFORE_E) + "e", stem + "ar"
        elif vowel == "a":
            written = _before(stem, _WRITTEN_BEFORE_E)
            yield f"{written}e{ending}", stem + "ar"
            if stem.endswith("ei"):
                yield f"{written}e{ending}", stem[:-1] + "ar"
        elif vowel == "e" or (vowel == "i" and ending == "mos"):
            written = _before(stem, _WRITTEN_BEFORE_A)
            yield f"{written}a{ending}", stem + ("ir" if vowel == "i" else "er")
            if vowel == "e" and ending != "mos":
                yield f"{_raised(written)}a{ending}", stem + "ir"
        elif theme.endswith("uz") and not ending:
            yield f"{theme}a", theme + "ir"
        elif theme.endswith("ui") and not ending:
            yield f"{stem}a", theme + "r"


def _of_subjunctive(word: str) -> Iterator[str]:
    """The infinitives of which `word` may be the present subjunctive."""
    theme = word.removesuffix("mos") if word.endswith("mos") else word.removesuffix("m")
    stem, vowel = theme[:-1], theme[-1:]
    if vowel == "e":
        yield stem + "ar"
        for letter, written in _WRITTEN_BEFORE_E.items():
            if stem.endswith(written):
                yield stem.removesuffix(written) + letter + "ar"
    elif vowel == "a":
        for ending in ("er", "ir"):
            if ending == "ir" and _raised(stem) != stem:
                break
            yield stem + ending
            for letter, written in _WRITTEN_BEFORE_A.items():
                if stem.endswith(written):
                    yield stem.removesuffix(written) + letter + ending


def _raised(stem: str) -> str:
    """`insir` of `inser`: what the subjunctive of verbs in -ir has for a last e or o."""
    return re.sub(r"([eo])(?=[^aeiou]*\Z)", lambda found: "iu"["eo".index(found[1])], stem)


def _before(stem: str, written: dict[str, str]) -> str:
    """`stem` as it is written before a vowel of the other kind."""
    for letters in sorted(written, key=len, reverse=True):
        if stem.endswith(letters):
            return stem.removesuffix(letters) + written[letters]
    return stem
