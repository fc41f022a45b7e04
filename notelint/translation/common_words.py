"""What the commonest words become, for finding them in a sentence: alone, an engine renders them otherwise."""

from functools import cache

from notelint.translation.engine import Pair

PORTUGUESE_ENGLISH = """
não: not, no, don't, doesn't, didn't, isn't, aren't, won't, can't, cannot, never
nunca: never, ever
sempre: always
apenas, só, somente: only, just, merely, solely
também: also, too, as well
muito, muita: very, much, a lot, highly, too
muitos, muitas: many, several
mais: more, most
menos: less, fewer, least
maior, maiores: bigger, larger, greater, higher, largest, biggest
menor, menores: smaller, lower, less, smallest
melhor, melhores: better, best
pior, piores: worse, worst
todo, toda, todos, todas: all, every, each, whole
cada: each, every, per
algum, alguma, alguns, algumas: some, any, a few
nenhum, nenhuma: no, none, any
antes: before, first
depois: after, then, later, afterwards
durante: during, while
quando: when, whenever
onde: where
como: how, as, like
por que, por quê, porque: why, because
se: if, whether
mas: but
e: and
ou: or
então: then, so
ainda: still, yet
já: already, now
aqui: here
ali, lá: there
agora: now
hoje: today, nowadays
deve, devem: must, should, has to, have to
pode, podem: can, may, might, could
precisa, precisam: needs, need, must, has to
quase: almost, nearly
cerca de: about, around, roughly
mesmo, mesma: same, even, itself
outro, outra, outros, outras: other, another, others
primeiro, primeira: first
segundo, segunda: second
último, última: last, latest, final
novo, nova, novos, novas: new
grande, grandes: large, big, great
pequeno, pequena, pequenos, pequenas: small, little
importante: important, note
atenção: attention, caution, warning, note, beware
cuidado: care, careful, caution, beware
nota, observação: note
dica: tip, hint
exemplo: example
qualquer: any, anyone, whatever
sem: without, no, -free
com: with
tudo: everything, all
nada: nothing, anything
ninguém: nobody, no one, anyone
obrigatório, obrigatória: mandatory, required, compulsory
opcional: optional
possível: possible, can
fácil: easy, easily
difícil: hard, difficult
rápido, rápida: fast, quick, quickly
lento, lenta: slow, slowly
certo, certa: right, correct, certain
errado, errada: wrong, incorrect
mentira: lie, false
verdade: truth, true
confiança: trust, confidence, reliability
leia: read
veja: see, look
use: use
faça: do, make
evite: avoid
"""


@cache
def _table(reverse: bool) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for line in PORTUGUESE_ENGLISH.strip().splitlines():
        left, right = ([word.strip() for word in side.split(",")] for side in line.split(":"))
        for word in right if reverse else left:
            found.setdefault(word, []).extend(left if reverse else right)
    return {word: tuple(others) for word, others in found.items()}


def common_renderings(text: str, pair: Pair) -> tuple[str, ...]:
    """What `text`, when it is one common word, may have become."""
    if pair.base not in (("pt", "en"), ("en", "pt")):
        return ()
    word = text.strip(" \t.,:;!?()\"'“”").lower()
    return _table(pair.base[0] == "en").get(word, ())
