"""Words right by themselves that stand where only their accented twin can (`a analise`)."""

import re
from collections.abc import Sequence

from notelint.spelling.context import (
    BEFORE_OBJECT,
    DETERMINERS,
    FINITE,
    FUNCTIONAL,
    INDEFINITE,
    NOMINAL_LEFT,
    PREDICATE_LEFT,
    PREPOSED,
    VERBAL_LEFT,
    Leaning,
)
from notelint.spelling.edits import without_accents
from notelint.spelling.kinds import Verdict
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.tokens import Token
from notelint.spelling.word_set import word_set

ENOUGH = 1.25
"""How much commoner (zipf) the twin must be, with what the neighbours say added."""

_ADJECTIVE = re.compile(r"(?:ic|ári|íd|[áéíóú][a-zç]{1,2}id|ídu|íqu|ún|ímp|éri|óri|ístic)[ao]s?\Z")
_LEAST_VERB = 2.5
"""How common (zipf) an infinitive must be for anybody to use its verb: nobody says `obviar`."""
_BEFORE_FIRST_PERSON = word_set("eu que não e se já também quando me")
_OF = frozenset({"de", "do", "da", "dos", "das"})
_ARTICLES = frozenset({"a", "da", "na", "à", "uma", "o", "do", "no", "um"})
_FEMININE = word_set("""
chave classe rede sub-rede base fase frase parte fonte série interface hipótese análise tese api url gpu
cpu query string thread branch tag flag feature lib view role subnet key issue
""")
_NEUTRAL = frozenset({"de", "em", "com", "por", "sem", "mais", "menos", "entre", "sobre", "cada"})


def is_wrong_twin(
    said: Verdict, leaning: Leaning, words: Sequence[Token], at: int, lexicon: Lexicon
) -> bool:
    """True when word `at`, whose twin `said` names, wants its accents where it stands."""
    if not lexicon.portuguese:
        return False
    word = words[at]
    if said.kind == "foreign-twin" and (leaning.near <= 0.2 or leaning.words < 3):
        return False
    lower, twin = word.text.lower(), said.suggestions[0].lower()
    before = "" if word.break_before else words[at - 1].text.lower()
    after = ""
    if at + 1 < len(words) and words[at + 1].start == word.end + 1:  # no comma between
        after = words[at + 1].text.lower()
        if _is_capital(word) and words[at + 1].text[0].isupper():
            if said.zipf < 1.5 or lexicon.zipf_home(after) < 3.5:
                return False  # a name of several words
    if _is_capital(word) and not _may_be_common(said, before, words[at - 1], after):
        return False
    if lexicon.in_english(lower) and lexicon.zipf_english(lower) >= 3.0:
        if _is_english_only(after, lexicon) or _is_english_only(before, lexicon):
            return False  # radio button, staging area
    evidence = said.zipf
    verb = is_verb_form(lower, lexicon) and not twin.endswith(("ém", "êm"))
    if twin.endswith("rá") and before in PREPOSED | _NEUTRAL:
        return False
    if twin.endswith("rá"):  # `conseguira alterar`: nobody writes the pluperfect
        evidence += -1.0 if before in NOMINAL_LEFT and before not in _NEUTRAL else 0.3
    elif before in NOMINAL_LEFT and agree(before, lower):
        evidence += 0.8
    elif before in BEFORE_OBJECT or (
        before in PREDICATE_LEFT
        and words[at - 1].end + 1 == word.start  # `ou seja, pre`
        and not twin.endswith(("ncia", "ncias"))
    ):
        evidence += 0.6
    elif verb and not before and after in _OF and not lower.startswith("duvid"):
        evidence += 0.4  # `Analise do conceito`
    elif verb and before == "e" and after == "de" and not lower.startswith("duvid"):
        evidence += 0.4  # `custo e analise de risco`
    elif verb:
        if not before or before in VERBAL_LEFT:
            evidence -= 1.0
        elif not _ADJECTIVE.search(twin):  # a noun may be its subject
            evidence -= 0.5
        elif not agree_in_gender(before, lower):  # or be what it says more of
            evidence -= 0.2
        elif _says_more_of_noun(words, at, after):
            evidence += 0.6
        elif after:
            evidence -= 0.2
    elif said.kind == "foreign-twin":
        pass
    elif lower.endswith("o"):  # `eu publico`, which notes hardly ever say
        is_verb = before in _BEFORE_FIRST_PERSON or after in ("isso", "isto", "aquilo", "aqui")
        evidence += -0.6 if is_verb else 0.3
    elif lower.endswith("as"):  # nobody says `tu pendencias`
        evidence += 0.3
    if verb and after in DETERMINERS and before not in PREPOSED | BEFORE_OBJECT:
        evidence -= 1.0
    return evidence >= ENOUGH and leaning.near > -0.5


def _says_more_of_noun(words: Sequence[Token], at: int, after: str) -> bool:
    """True where word `at`, behind a noun of its gender, is no verb: `uma senha valida para o teste`.

    Another verb follows it, or what is before the noun says that it is no subject, and no object follows.
    """
    if after in FINITE:
        return True
    if after and after not in FUNCTIONAL:
        return False
    return not words[at - 1].break_before and words[at - 2].text.lower() in INDEFINITE


def _is_english_only(word: str, lexicon: Lexicon) -> bool:
    return bool(word) and lexicon.in_english(word) and not lexicon.at_home(word)


def _is_capital(word: Token) -> bool:
    """True for a capital that no beginning of a sentence explains; most are those of names."""
    return word.text[0].isupper() and not (word.sentence_start or word.text.isupper())


def _may_be_common(said: Verdict, before: str, preceding: Token, after: str) -> bool:
    """True when a capital may be one of a title: behind an article, or an adjective behind its noun."""
    if said.kind == "foreign-twin":
        return before in _ARTICLES and after in _OF and said.zipf >= ENOUGH  # `da Area de redes`
    adjective = _ADJECTIVE.search(without_accents(said.suggestions[0].lower())) is not None
    return before in NOMINAL_LEFT or (
        adjective and (preceding.text[0].isupper() or (bool(before) and said.zipf >= 2.5))
    )


def agree(before: str, word: str) -> bool:
    """True unless one of the two is plural and the other is not."""
    if before in _NEUTRAL:
        return True
    plural = before.endswith("s")
    return plural == word.endswith("s")


def agree_in_gender(noun: str, word: str) -> bool:
    """True when both end as words of the same gender do (`experiência prática`)."""
    noun, word = noun.removesuffix("s"), word.removesuffix("s")
    feminine = noun in _FEMININE or noun.endswith(("ão", "dade", "gem"))
    return noun[-1:] == word[-1:] or (word[-1:] == "a" and feminine)


def is_verb_form(lower: str, lexicon: Lexicon) -> bool:
    """True when the word may be a Portuguese verb in the third person, present or imperative.

    Notes hardly ever say `eu publico` or `tu analisas`: those forms do not count.
    """
    for ending in ("a", "e", "am", "em"):
        if lower.endswith(ending):
            stem = lower[: -len(ending)]
            verbs = (stem + infinitive for infinitive in ("ar", "er", "ir"))
            if any(
                lexicon.zipf_home(verb) >= _LEAST_VERB for verb in verbs if lexicon.at_home(verb)
            ):
                return True
    return False
