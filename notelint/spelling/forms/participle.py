"""Forms that stand for a participle or a gerund behind an auxiliary: `sendo testa`, `são salvando em`,
`está funcionado`.
"""

import re
from collections.abc import Sequence

from notelint.spelling.forms.conjugation import is_infinitive, is_nominal, participle
from notelint.spelling.forms.infinitive import AUXILIARIES
from notelint.spelling.forms.infinitive import WHY as WHY_INFINITIVE
from notelint.spelling.forms.verb_words import NO_VERBS, VerbWords
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.word_set import word_set

_PASSIVE_ONE = word_set("é foi ser sido sendo será era seja fosse")
_PASSIVE_MANY = word_set("são foram serão eram sejam fossem serem")
_PASSIVE = _PASSIVE_ONE | _PASSIVE_MANY
_I = word_set("estou estamos estávamos estive fiquei ficamos continuo continuamos")
_GOING_ON = _I | word_set(
    "está estão estava estavam esteja estar estando fica ficou ficava ficar continua continuam continuar"
)
_BETWEEN = word_set("não já também sempre ainda apenas só")
BEFORE = _PASSIVE | _GOING_ON | _BETWEEN
"""What stands before such a form, in small letters."""
_ENDINGS = ("ado", "ido", "ndo")
"""How such forms end, besides those of the present."""

_NEVER_DONE = word_set("funcionado acontecido trabalhado rodado falado")
"""Participles of verbs that nothing is done to: nothing `está funcionado`."""
_MINE = _NEVER_DONE | word_set(
    "estudado aprendido pensado pesquisado usado programado lendo tentado"
)
_PROGRESSIVE = word_set("foi foram era eram")
"""What may stand for a form of `ir`: `foi crescendo`."""
_OBJECTS = word_set(
    "o os um uma uns umas isso isto meu meus minha minhas esse essa este esta esses essas"
)
_MANY = word_set("devem podem vão precisam irão deverão poderão")
_SKIPPED = _BETWEEN | AUXILIARIES | _PASSIVE | word_set("precisa precisam estão está sendo")
_BEFORE_SER = word_set("a de para sem por precisa precisam que")
_RELATIVES = word_set("que quem como onde qual se quando assim isso e ou caso")
_AGENTS = word_set(
    "para pra por pelo pela pelos pelas em no na nos nas com como dentro automaticamente ."
)
_WAYS = word_set("""
forma formas jeito maneira maneiras modo modos método opção opções solução soluções ideia meio meios truque
segredo só parte problema problemas primeiro próximo passo passos etapa etapas exemplo exemplos que melhor
caminho caminhos alternativa alternativas estratégia erro erros como quando quem não nós eles elas pessoas
""")
"""Subjects of which a gerund may be said: `a melhor forma é usando`."""
_GOALS = word_set(
    "objetivo ideia meta missão intenção foco função papel desafio passo forma maneira jeito"
)
_GO_ON = re.compile(
    r"(?:cresc|fic|apar|evolu|melhor|aument|diminu|mud|cheg|surg|pass|and|fal)\w*ndo\Z"
)
_FEMININE = re.compile(r"(?:a|ção|são|dade|gem|ões|as|dades|gens)\Z")
_MASCULINE = word_set(
    "problema sistema programa esquema tema dia mapa problemas sistemas programas temas dias"
)
WHY_PARTICIPLE = "aqui cabe o particípio"
WHY_GERUND = "aqui cabe o gerúndio"


def may_follow(words: Sequence[str], at: int, verbs: VerbWords) -> bool:
    """True when the word behind `words[at]`, which is one of `BEFORE`, may have the wrong form."""
    word = words[at + 1]
    last = words[at].lower()
    if last in _BETWEEN:
        last = words[at - 1].lower() if at else ""
    if last in _PASSIVE:
        return word in verbs.plain or (word.endswith("ndo") and last not in _PROGRESSIVE)
    if last not in _GOING_ON:
        return False
    if word.endswith(("ado", "ido")):
        after = words[at + 2] if at + 2 < len(words) else ""
        return word in _MINE or (last in _I and after in _OBJECTS)
    return last in ("está", "estão") and word in verbs.plain


def right_form(words: Sequence[str], at: int, lexicon: Lexicon) -> tuple[str, str] | None:
    """What belongs at `words[at]` and why; None where its form is right."""
    small = [word.lower() for word in words[max(0, at - 10) : at]]
    while small and small[-1] in _BETWEEN:
        small.pop()
    if not small or small[-1] not in _PASSIVE | _GOING_ON:
        return None
    last, before = small[-1], small[:-1]
    word = words[at]
    after = words[at + 1].lower() if at + 1 < len(words) else ""
    if last in _PASSIVE and word.endswith("ndo"):
        rest = [each.lower() for each in words[at + 1 : at + 24]]
        return _for_gerund(before, last, word, rest, lexicon)
    if last in _GOING_ON and word.endswith(("ado", "ido")):
        return _for_participle(last, word, after, lexicon)
    if word.endswith(_ENDINGS) or not is_infinitive(word + "r", lexicon):
        return None
    if word in NO_VERBS or is_nominal(word, lexicon) or len(word) < 4 or after in ("-", "se", ","):
        return None
    if last in _GOING_ON and last not in ("está", "estão"):
        return None
    if last == "ser" and before and before[-1] not in AUXILIARIES | _BEFORE_SER:
        return None  # `um ser usa`
    sentence = _sentence(before)
    if not _RELATIVES.isdisjoint(sentence[-3:]) or not sentence:
        return None  # `quem é usa`
    if last in ("é", "foi", "era", "será", "ser") and not _GOALS.isdisjoint(sentence):
        return word + "r", WHY_INFINITIVE
    if last not in ("ser", "sido", "sendo") and after in _OBJECTS | {"a", "as"}:
        return None  # `é testa as` may be an `e`
    done = participle(word + "r", lexicon)
    return (_agreeing(done, last, sentence), WHY_PARTICIPLE) if done else None


def _for_gerund(
    before: Sequence[str], last: str, word: str, rest: Sequence[str], lexicon: Lexicon
) -> tuple[str, str] | None:
    """The participle that is meant by a gerund: `os dados são salvando em`."""
    sentence = _sentence(before)
    if last in _PROGRESSIVE or not sentence:
        return None  # `foi crescendo`, `foi estudando que aprendi`
    if not sentence[-1].isalpha() or not rest or rest[0] not in _AGENTS or "que" in rest[:12]:
        return None
    if not _WAYS.isdisjoint(sentence) or _GO_ON.match(word):
        return None
    infinitive = word.removesuffix("ndo") + "r"
    done = participle(infinitive, lexicon) if is_infinitive(infinitive, lexicon) else None
    return (_agreeing(done, last, sentence), WHY_PARTICIPLE) if done else None


def _for_participle(last: str, word: str, after: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """The gerund that is meant by a participle: `estou usado o`."""
    mine = last in _I and (word in _MINE or after in _OBJECTS)
    sure = word in _NEVER_DONE or (word == "tentado" and is_infinitive(after, lexicon))
    thinking = word == "pensado" and after == "em" and last != "está"
    if not (mine or sure or thinking) or (word == "falado" and last not in _I | {"está"}):
        return None
    stem = word.removesuffix("do")
    for gerund in (stem + "ndo", stem[:-1] + "endo"):
        infinitive = gerund.removesuffix("ndo") + "r"
        if is_infinitive(infinitive, lexicon):
            return gerund, WHY_GERUND
    return None


def _sentence(before: Sequence[str]) -> Sequence[str]:
    """The words since the last sign that ends a sentence or a part of it."""
    for at in range(len(before) - 1, -1, -1):
        if before[at] in ".!?:;,(":
            return before[at + 1 :]
    return before


def _agreeing(done: str, last: str, sentence: Sequence[str]) -> str:
    """The participle in the gender and number of the noun before the auxiliary."""
    noun = next((each for each in reversed(sentence) if each not in _SKIPPED and len(each) > 3), "")
    if _FEMININE.search(noun) and noun not in _MASCULINE:
        done = done[:-1] + "a"
    many = last in _PASSIVE_MANY or last == "estão" or not _MANY.isdisjoint(sentence[-1:])
    return done + "s" if many else done
