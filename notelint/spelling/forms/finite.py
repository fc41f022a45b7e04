"""Finite verbs that gained an r: `ele criar um índice`, `O comando criar a pasta`, `eu preferir usar`.

The infinitive is wrong where its subject begins a sentence or a clause and no other verb is there.
"""

from collections.abc import Sequence

from notelint.note.prose import GAP
from notelint.spelling.forms import infinitive
from notelint.spelling.forms.conjugation import (
    finite,
    first_perfect,
    is_finite,
    is_infinitive,
    is_nominal,
    may_be_adjective,
)
from notelint.spelling.forms.verb_words import SHORT, VerbWords
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.word_set import word_set

_ONE = word_set("ele ela você isso")
_MANY = word_set("eles elas vocês")
_SUBJECTS = _ONE | _MANY | {"eu"}
BETWEEN = word_set("não só já também ainda sempre nunca")
"""Adverbs between a subject and its verb."""
_BEFORE_FINITE = _SUBJECTS | BETWEEN
_CONDITIONS = word_set(
    "se quando quanto caso enquanto assim onde depois antes conforme sempre como"
)
"""What makes the infinitive a future subjunctive, or has it depend on something."""
_BEFORE_SUBJECTS = word_set("""
mas e então agora aqui porém pois logo hoje assim depois aí ou entretanto contudo porque isso
""")
"""What may stand between the start of a clause and its subject, so that it is the subject."""
_BEFORE_I = (
    ["ontem"],
    ["primeiro"],
    ["semana", "passada"],
    ["foi", "aí", "que"],
    ["essa", "semana"],
)
_IN = word_set("em no na nesse nessa neste nesta")
_AFTER = infinitive.OBJECTS | {"a", "as", "de", "em", "com"}
_AFTER_SURE = _AFTER | word_set(
    "que muito bastante mais no na nos nas ao à aos às dois duas dados como do da"
)
"""What follows a verb, the more so when its subject begins the sentence."""
_ARTICLES = word_set("""
o a os as um uma esse essa este esta esses essas estes estas cada nosso nossa seu sua nossos nossas
""")
_WRITTEN_ARTICLES = {word.capitalize() for word in _ARTICLES} | {"Já"}
_NO_HEADS = word_set("""
passo objetivo ideia fato ato desafio problema dica importante ideal foco meta missão tarefa etapa melhor
jeito forma maneira seguir partir hora vontade necessidade intenção primeiro segundo próximo próxima solução
mesmo fim medida
""")
"""Subjects of an infinitive that is what they are (`O objetivo criar uma rede`), or none."""
_NOT_IN_SUBJECT = (infinitive.BEFORE - {"de"}) | word_set("""
que e ou se irá irão precisa consegue visa visam costuma costumam tende pretende procura busca teve há antes
depois após é são foi foram era eram seria será seja for está estão ao aos para pra por pelo pela com sem sobre
a à em até como quando onde não já vai vão pode podem deve devem tem têm faz fez quer mais menos deixar fazer
""")
NO_SUBJECT = (
    _NOT_IN_SUBJECT | word_set("de do da dos das muito o os um uma as seu sua")
) - _BEFORE_FINITE
"""What no subject ends with."""
_FINITE = word_set("""
é foi são será seria está pode deve faz fica vai tem era fez torna dá ajuda custa leva gera causa traz muda
conta requer significa
""")
_ENDS = word_set(". ! ? ; : que para pra quando")
WHY = "o verbo concorda com o sujeito"


def may_stand(words: Sequence[str], at: int, verbs: VerbWords) -> bool:
    """True when the infinitive `words[at]` may stand for a finite verb."""
    last = words[at - 1].lower()
    if last in _BEFORE_FINITE:
        return last in _SUBJECTS or words[at - 2].lower() in _BEFORE_FINITE
    if last in NO_SUBJECT or last in verbs.infinitives:
        return False
    if last in verbs.shortened and words[at - 2].lower() not in _ARTICLES:
        return False
    return not _WRITTEN_ARTICLES.isdisjoint(words[max(0, at - 5) : at - 1])


def right_form(words: Sequence[str], at: int, lexicon: Lexicon) -> str | None:
    """The finite verb that is meant by the infinitive `words[at]`; None where it is right."""
    small = [word.lower() for word in words[max(0, at - 30) : at]]
    word = words[at]
    rest = [each.lower() for each in words[at + 1 : at + 40]]
    after = rest[0] if rest else ""
    if not small:
        return None
    if small[-1] in _BEFORE_FINITE:
        found = _behind_pronoun(list(small), word, after, lexicon)
        if found or small[-1] != "isso":
            return found
    if "." not in rest and "!" not in rest:
        return None  # an item of a list: what should be
    return _behind_noun(small, word, rest, lexicon)


def _behind_pronoun(before: list[str], word: str, after: str, lexicon: Lexicon) -> str | None:
    while before and before[-1] in BETWEEN:
        before.pop()
    if not before or before[-1] not in _SUBJECTS or not _is_infinitive(word, lexicon):
        return None
    if after not in _AFTER and not _is_infinitive(after, lexicon):
        if after not in _AFTER_SURE or before[-1] not in ("eu", "isso"):
            return None
    clause = before[:-1]
    for at in range(len(clause) - 1, -1, -1):
        if clause[at] in ":?(":
            return None  # `o desafio: ele criar um índice`
        if clause[at] in ".!;":
            del clause[: at + 1]
            break
    if before[-1] == "eu" and clause in _BEFORE_I:
        return first_perfect(word, lexicon)
    if not _CONDITIONS.isdisjoint(clause):
        return None  # `se, por acaso, você precisar`
    while clause and clause[-1] in _BEFORE_SUBJECTS:
        clause.pop()
    if (
        clause and clause[-1].isalnum()
    ):  # `na verdade ele criar um`, but not `envolve você criar um`
        if len(clause) != 2 or clause[0] not in _IN or after not in _AFTER:
            return None
    if before[-1] == "eu":
        return first_perfect(word, lexicon)
    return _of_number(word, before[-1] in _MANY, lexicon)


def _behind_noun(before: list[str], word: str, rest: Sequence[str], lexicon: Lexicon) -> str | None:
    """The finite form behind a subject that begins the sentence: `O comando criar a pasta.`"""
    for at in range(len(before) - 1, -1, -1):
        if before[at] in ".!?":
            before = before[at + 1 :]
            break
    if before[:1] == ["já"]:
        before = before[1:]
    if before == ["isso"]:
        before = ["isso", "isso"]
    elif not 1 < len(before) < 6 or before[0] not in _ARTICLES:
        return None
    nouns = before[1:]
    if nouns[0] in _NO_HEADS or not _NOT_IN_SUBJECT.isdisjoint(nouns):
        return None
    if "-" in nouns[-1] or may_be_adjective(word, lexicon):
        return None  # `Esta permite-nos criar`, `A expressão regular`
    if len(nouns) > 1 and is_finite(nouns[-1], lexicon):
        return None  # `O artigo busca mostrar`
    if nouns[-1] in ("de", "do", "da") or any(_is_verb(each, lexicon) for each in nouns):
        return None
    if not rest or (rest[0] not in _AFTER_SURE and not _is_infinitive(rest[0], lexicon)):
        return None
    if rest[0] in ("de", "do", "da", "como") and len(before) < 3:
        return None
    for each in rest:
        if each in _ENDS:
            break
        if each in _FINITE or (_is_verb(each, lexicon) and not _is_infinitive(each, lexicon)):
            return None  # `O usuário criar uma conta exige um e-mail.`
    return (
        _of_number(word, before[0][-1] == "s", lexicon) if _is_infinitive(word, lexicon) else None
    )


def _is_infinitive(word: str, lexicon: Lexicon) -> bool:
    return word in SHORT or is_infinitive(word, lexicon)


def _is_verb(word: str, lexicon: Lexicon) -> bool:
    """True for forms that are no nouns."""
    if word == GAP or not word.isalpha():
        return not (word == GAP or word[0].isalpha())
    if (word.endswith(("ndo", "mos")) and word != "comando") or _is_infinitive(word, lexicon):
        return True
    return is_finite(word, lexicon) and not is_nominal(word, lexicon)


def _of_number(word: str, many: bool, lexicon: Lexicon) -> str | None:
    one = finite(word, lexicon)
    if one is None or not many:
        return one
    return _PLURALS.get(one) or (one + "m" if one[-1] in "ae" else None)


_PLURALS = {
    "é": "são", "está": "estão", "tem": "têm", "vê": "veem", "faz": "fazem", "diz": "dizem", "traz": "trazem",
    "dá": "dão", "vai": "vão", "vem": "vêm", "quer": "querem", "mantém": "mantêm", "contém": "contêm",
    "obtém": "obtêm", "lê": "leem",
}  # fmt: skip
