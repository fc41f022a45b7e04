"""Which language the words around a word are in, decided by how common each is in either."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from notelint.spelling.lexicon import Lexicon
from notelint.spelling.tokens import Token
from notelint.spelling.word_set import word_set

NOMINAL_LEFT = word_set("""
o a os as um uma uns umas do da dos das no na nos nas ao à aos às pelo pela pelos pelas dum duma
num numa este esta estes estas esse essa esses essas aquele aquela aqueles aquelas neste nesta
nesse nessa deste desta desse dessa daquele daquela cada nosso nossa nossos nossas seu sua seus
suas meu minha outro outra outros outras mesma mesmo primeiro primeira segundo segunda terceira
toda todo algum alguma nenhum nenhuma qualquer de em com por sem entre sobre duas dois três
várias vários muitas muitos boa bom má nova novo grande melhor maior menor boas bons novas novos
grandes melhores piores maiores menores diversas diversos algumas alguns outras outros primeiras
primeiros últimas últimos última último principais seguinte seguintes tal tais próxima próximo
próximas próximos própria próprio próprias próprios única único antiga antigo quais quantas quantos
mesmas mesmos poucas poucos certas certos
""")
"""Words before a noun or an adjective, hardly ever before a finite verb."""

PREDICATE_LEFT = word_set("""
é são era eram foi foram ser for forem seja sejam fosse fossem sendo sido será serão seria seriam está estão
estava estavam esteja estejam estar estiver estiverem fica ficam ficar ficou parece parecem muito mais menos tão
bem pouco bastante extremamente
""")
"""Words before an adjective."""

FINITE = word_set("""
é são era foi está fica ficam será seria tem têm deve devem pode podem precisa precisam vai vão faz fazem
""")
"""Verbs that say something of what stands before them."""

INDEFINITE = word_set("uma nenhuma qualquer alguma de com sem em por para como")
"""Words before a noun that is not the subject of a verb behind it, most often."""

FUNCTIONAL = FINITE | word_set("""
de do da dos das para que ou com em no na nos nas por pelo pela quando se como mas porque
""")
"""Words that are no object of the verb before them."""

PREPOSED = word_set("para pra pro na da pela à numa no do pelo ao num")
"""Prepositions, most with an article in them: what follows is no finite verb."""

BEFORE_OBJECT = word_set("""
faz fazer fazem fez fazendo fazemos tem têm ter tenho temos há havia houve pedir peço pede dar dando
receber oferece até existe existem existir haver sem usa usar usando criar cria fazia possui possuem exige
sofre sofrem sofrer sofreu exerce exercem exercer
""")
"""Words whose object often has no article (`faz referência`)."""

VERBAL_LEFT = word_set("""
eu tu ele ela você vocês nós eles elas que quem se não nunca sempre já também me te lhe lhes
quando onde como isso isto aquilo qual quais e então depois agora só
""")
DETERMINERS = word_set("""
o a os as um uma uns umas se cada todos todas seu sua seus suas este esta esse essa estes estas
isso isto aquilo com
""")


_ELSEWHERE = word_set("""
el los las una muy pero hacia y en del con nosotros también aquí dónde qué le les des et est dans
pour avec une sur pas vous nous je il gli della che sono per der die das und ist nicht mit ein eine
für ergo sum cum sunt
""")
"""Little words of Spanish, French, Italian, German and Latin that are not Portuguese."""


class Leaning(NamedTuple):
    """How far words lean to the home language: above 0 they do, below 0 they are English."""

    near: float
    group: float
    words: int
    unknown: float


def leanings(
    words: Sequence[Token], lexicon: Lexicon, is_strange: Callable[[str], bool]
) -> list[Leaning]:
    """For each word: how its neighbours and its whole group of words lean, itself left out.

    `is_strange` says of a word that it is not of either language, nor a slip of one that is.

    A group is what stands between full stops, quotation marks, brackets and gaps.
    """
    weights = [_lean(word.text, lexicon) for word in words]
    elsewhere = _ELSEWHERE if lexicon.portuguese or lexicon.home is None else frozenset()
    unknown = [
        word.text.lower() in elsewhere or (not weight and is_strange(word.text))
        for word, weight in zip(words, weights, strict=True)
    ]
    result: list[Leaning] = []
    start = 0
    for at in range(1, len(words) + 1):
        if at < len(words) and not words[at].break_before:
            continue
        total = sum(weights[start:at])
        strangers = sum(unknown[start:at])
        count = at - start
        for one in range(start, at):
            near = weights[max(start, one - 2) : one] + weights[one + 1 : min(at, one + 3)]
            result.append(
                Leaning(
                    sum(near) / len(near) if near else 0.0,
                    (total - weights[one]) / (count - 1) if count > 1 else 0.0,
                    count,
                    (strangers - unknown[one]) / (count - 1) if count > 1 else 0.0,
                )
            )
        start = at
    return result


def _lean(word: str, lexicon: Lexicon) -> float:
    lower = word.lower()
    key = ("lean", lower)
    known = lexicon.memory.get(key)
    if known is None:
        at_home, abroad = lexicon.zipf_home(lower), lexicon.zipf_english(lower)
        if at_home == 0 and lexicon.at_home(lower):
            at_home = 1.5 if abroad == 0 else 0.0
        if abroad == 0 and lexicon.in_english(lower):
            abroad = 1.5 if at_home == 0 else 0.0
        known = lexicon.memory[key] = max(-2.0, min(2.0, at_home - abroad))
    return known  # type: ignore[return-value]
