"""Verbs that lost their final m behind a plural that begins the sentence: `As funções retorna um valor`."""

from collections.abc import Callable, Sequence

from notelint.spelling.forms.conjugation import is_infinitive
from notelint.spelling.forms.plural import is_plural
from notelint.spelling.forms.subject import clause_before, number_of_subject
from notelint.spelling.forms.verb_words import NO_VERBS, VerbWords
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.word_set import word_set

_ARTICLES = word_set(
    "Os As Esses Essas Estes Estas Todos Todas Nossos Nossas Alguns Algumas Ambos Ambas"
)
BETWEEN = word_set("não também já só abaixo acima")
_AFTER = word_set("""
o a os as um uma uns umas em no na nos nas de do da dos das para com por como que isso esse essa este esta seu
sua seus suas muito bastante mais melhor sempre apenas ao à dois duas valores dados
""")
WHY = "o sujeito está no plural"


def may_stand(words: Sequence[str], at: int, verbs: VerbWords) -> bool:
    """True when `words[at]`, behind a plural or one of `BETWEEN`, may stand for the plural."""
    word = words[at]
    if word not in verbs.shortened or word in NO_VERBS or word[-1] not in "aez":
        return False
    return not _ARTICLES.isdisjoint(words[max(0, at - 4) : at - 1])


def right_form(
    words: Sequence[str], at: int, text: str, start: int, lexicon: Lexicon
) -> str | None:
    """The plural that is meant by `words[at]`, which begins at `start` of `text`; None where it is right."""
    first = at - 1
    while first and words[first] in BETWEEN:
        first -= 1
    noun = words[first]
    while first and words[first].islower():
        first -= 1
    if words[first] not in _ARTICLES or (first and words[first - 1] not in (".", "!", "?")):
        return None
    if at + 1 >= len(words) or words[at + 1].lower() not in _AFTER:
        return None
    if not is_plural(noun, lexicon.at_home) or len(words[first + 1 : at]) > 4:
        return None
    clause = clause_before(text, start)
    known: Callable[[str], bool] = lexicon.at_home
    if not clause or number_of_subject(clause, text[start : start + 16], known, "many") != "many":
        return None
    word = words[at]
    right = word + ("em" if word[-1] == "z" else "m")
    infinitive = word + ("er" if word[-1] == "z" else "r")
    return right if is_infinitive(infinitive, lexicon) and lexicon.at_home(right) else None
