"""A verb with the pronoun `se` where the past subjunctive belongs: `se eu usa-se`, `que o site fica-se`."""

from collections.abc import Sequence

from notelint.spelling.forms.conjugation import is_infinitive
from notelint.spelling.forms.finite import BETWEEN
from notelint.spelling.forms.plain_subject import place_of_verb
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.word_set import word_set

_NEVER_REFLEXIVE = word_set("eu você gente")
"""Subjects whose verb has no `se`."""
_CONDITIONS = word_set("se caso talvez embora")
_BEFORE_QUE = word_set("achei pensei pedi pediu fosse antes sem para mesmo ainda")
_PAST = ("ria", "ava")
"""How verbs of the past end behind which a `que` has the subjunctive: `queria que`."""
_STEMS = word_set("tive fize pude quise soube estive vie puse")
"""Stems of the past subjunctive alone: nothing `tive-se`."""
WHY = "o imperfeito do subjuntivo se escreve com «sse»"


def may_stand(words: Sequence[str], at: int) -> bool:
    """True when `words[at]`, which ends in -se, may stand for a past subjunctive."""
    if words[at].removesuffix("-se") in _STEMS or words[at - 1] in _NEVER_REFLEXIVE:
        return True
    near = words[max(0, at - 6) : at]
    return any(
        word.lower() in _CONDITIONS or word == "que" or word.endswith("sse") for word in near
    )


def right_form(words: Sequence[str], at: int, lexicon: Lexicon) -> str | None:
    """The past subjunctive that is meant by `words[at]`; None where it is right."""
    verb = words[at].removesuffix("-se")
    if verb in _STEMS:
        return verb + "sse"
    return _past(verb, lexicon) if _wants_past(words, at) else None


def _wants_past(words: Sequence[str], at: int) -> bool:
    start = at
    while start and words[start - 1].lower() in BETWEEN:
        start -= 1
    if start and words[start - 1].lower() in _NEVER_REFLEXIVE:
        return True
    if (
        start
        and words[start - 1] in ("e", "ou")
        and any(word.endswith("sse") and len(word) > 5 for word in words[max(0, at - 9) : start])
    ):
        return True  # `se tivesse testado e coloca-se`
    for before in range(at - 2, max(-1, at - 8), -1):
        if not words[before][0].isalpha():
            return False
        word = words[before].lower()
        earlier = words[before - 1].lower() if before else ""
        if word in _CONDITIONS or (
            word == "que" and (earlier in _BEFORE_QUE or earlier.endswith(_PAST))
        ):
            if word == "se" and earlier != "como" and not _is_unreal(words[at + 1 :]):
                return False  # `se a luz aplica-se à cena, ela`
            rest = words[before + 1 : at + 1]
            place, has_subject = place_of_verb([each.lower() for each in rest], rest)
            return has_subject and place == len(rest) - 1
    return False


def _is_unreal(rest: Sequence[str]) -> bool:
    """True when the main clause says what would be: `seria mais rápido`."""
    for word in rest:
        if word in (".", "!", "?"):
            return False
        if len(word) > 4 and word.endswith(("ria", "riam", "ava", "avam")):
            return True
    return False


def _past(verb: str, lexicon: Lexicon) -> str | None:
    for infinitive in (verb + "r", verb[:-1] + "ir"):
        if is_infinitive(infinitive, lexicon):
            form = infinitive[:-1] + "sse"
            return form if lexicon.at_home(form) else None
    return None
