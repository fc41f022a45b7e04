"""Infinitives that lost their last letter, and finite verbs that gained one: `vai exporta`, `ele criar um`.

Both are words. What tells them apart is what stands before: an auxiliary or a preposition wants the
infinitive, a pronoun that is the subject a finite verb.
"""

import re
from collections.abc import Iterator
from itertools import compress
from typing import cast

from notelint.note.prose import Prose, ProseGroup, blocks_with_words
from notelint.spelling.kinds import WrongForm
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.word_set import word_set

_AUXILIARIES = word_set("""
vai vou vamos vão pode podem podemos posso poderá poderão poderia poderiam poderemos poderíamos deve devem
devemos devo deverá deverão deveria deveriam deveremos deveríamos irá irão iremos irei
""")
"""Before an infinitive and nothing else."""
_PREPOSITIONS = word_set("para pra sem em após ao")
_GOVERNORS = _PREPOSITIONS | word_set("""
basta bastando permite permitem permitindo precisa precisam precisamos preciso
precisaremos precisaria tente tentar tentando quero quer queremos quiser quiserem consegue conseguem
conseguimos consigo conseguirá possível necessário prática
""")
"""Before an infinitive, but before nouns as well: a verb only where an object follows."""
_WANT_BEFORE = {
    "preciso": {"é", "eu", "só"},
    "possível": {"é"},
    "necessário": {"é"},
    "prática": {"boa"},
}
_STOP = word_set("quando sistema processo que ele ela e não só nunca")
"""Before a `para` that is a verb: the system stops."""
_EASY = word_set(
    "normal comum importante fácil difícil possível necessário preciso bom ótimo interessante legal"
)
_BE = word_set("é ser era foi seria será acho")
_QUIT = word_set("parou parei deixou deixei acabei acabou capaz capazes")
_DE = _QUIT | word_set(
    "antes depois gosto gosta gostaria tenho tem temos além hora vez fim invés forma maneira"
)
_OBJECTS = word_set("""
o os um uma uns umas seu seus sua suas meu minha nosso nossa nossos nossas isso isto esse essa este esta
esses essas estes estas cada todos todas tudo
""")
_CONDITIONS = word_set(
    "se quando quanto caso enquanto assim onde depois antes conforme sempre como"
)
"""What makes the infinitive a future subjunctive, or has it depend on something."""
_PERHAPS_OBJECTS = word_set("a as ao aos")
"""What follows nouns as well: `permite consulta a dados`."""
_ANY_OBJECT = _OBJECTS | _PERHAPS_OBJECTS | {"se"}
_NOUN = 2.5
"""How common (zipf) the plural of a noun is, and that of no verb form."""
_COMMON = 4.0
"""How common the words are that end like a verb and may be nouns."""
_NO_INFINITIVE = word_set("""
para nada casa volta conta fora parte frente causa base cara vista ajuda tudo segue embora junta pratica
mas sua suas falta nota pauta busca troca consulta compra entrega segura
""")
"""Words that stand in such places for themselves."""
_BEFORE_SUBJECTS = word_set("""
mas e então agora aqui porém pois logo hoje assim depois aí ou entretanto contudo porque isso
""")
"""What may stand between the start of a clause and its subject, so that it is the subject."""
_ONE = word_set("ele ela você isso")
_MANY = word_set("eles elas vocês")
_SUBJECTS = _ONE | _MANY
_IN = word_set("em no na nesse nessa neste nesta")
_BETWEEN = word_set("não só já também ainda sempre nunca")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|[^\w\s]")
_REACH = 30
"""How many words before the verb are looked at."""
_BEFORE_FINITE = _SUBJECTS | _BETWEEN
_AFTER_FINITE = _OBJECTS | {"a", "as", "de", "em", "com"}
_BEFORE = _AUXILIARIES | _GOVERNORS | _EASY | _BEFORE_FINITE | {"de"}
_WRITTEN_BEFORE = _BEFORE | {word.capitalize() for word in _BEFORE}

_WANTS_INFINITIVE = "aqui cabe o infinitivo"
_WANTS_FINITE = "o verbo concorda com o sujeito"
_KEPT = ("forms of verbs",)


def wrong_infinitives_in(group: ProseGroup, lexicon: Lexicon) -> Iterator[tuple[Prose, WrongForm]]:
    """The verbs of a note in Portuguese that have the form of another place, with the block each stands in."""
    for number in blocks_with_words(group, _suspicious_pairs(group, lexicon)):
        prose = group.prose[number]
        for wrong in _wrong_infinitives(prose.text, lexicon):
            yield prose, wrong


def _suspicious_pairs(group: ProseGroup, lexicon: Lexicon) -> set[str]:
    """The words of the note that may be a wrong form, each with the word before it, in small letters."""
    kept = lexicon.memory.setdefault(_KEPT, (set(), set()))
    forms, seen = cast(tuple[set[str], set[str]], kept)
    new = group.words - seen
    seen |= new
    forms.update(word for word in new if _may_be_wrong(word, lexicon))
    words = group.in_order
    pairs = set()
    for at in compress(range(len(words) - 1), map(_WRITTEN_BEFORE.__contains__, words)):
        word = words[at + 1]
        if word not in forms:
            continue
        last = words[at].lower()
        before = words[at - 1].lower() if at else ""
        after = words[at + 2] if at + 2 < len(words) else ""
        if word[-1] == "r":
            fits = last in _SUBJECTS or (last in _BETWEEN and before in _BEFORE_FINITE)
        elif last in _GOVERNORS:
            fits = after in _ANY_OBJECT
        elif last == "de":
            fits = before in _DE
        else:
            fits = last in _AUXILIARIES or (last in _EASY and word[-1] == "s")
        if fits:
            pairs.add(f"{last} {word}")
    return pairs


def _may_be_wrong(word: str, lexicon: Lexicon) -> bool:
    if word in _NO_INFINITIVE or len(word) < 3 or not word.islower():
        return False
    if word[-1] == "r":
        return is_infinitive(word, lexicon)
    return is_infinitive(word + "r", lexicon) or (
        word[-1] in "sm" and is_infinitive(word[:-1] + "r", lexicon)
    )


def _wrong_infinitives(text: str, lexicon: Lexicon) -> Iterator[WrongForm]:
    words = list(_WORD.finditer(text))
    small = [word[0].lower() for word in words]
    for at in range(1, len(words)):
        if small[at - 1] not in _BEFORE:
            continue
        word = words[at]
        start, end = word.span()
        if words[at - 1].end() + 1 != start or not word[0].islower() or text.startswith("-", end):
            continue
        before = small[max(0, at - _REACH) : at]
        right = _right_form(before, word[0], small[at + 1] if at + 1 < len(small) else "", lexicon)
        if right:
            why = _WANTS_FINITE if word[0][-1] == "r" else _WANTS_INFINITIVE
            yield WrongForm(start, end, right, why)


def _right_form(before: list[str], word: str, after: str, lexicon: Lexicon) -> str | None:
    last = before[-1]
    if last in _BEFORE_FINITE:
        return _finite(before, word, after, lexicon)
    if word in _NO_INFINITIVE or len(word) < 3:
        return None
    earlier = before[-2] if len(before) > 1 else ""
    if last in _AUXILIARIES:
        if earlier == "quem" or (
            word[-1] in "sm" and lexicon.zipf_home(word) >= _COMMON and after in _PERHAPS_OBJECTS
        ):
            return None  # `quem pode paga`, `ele deve contas ao banco`
        return _infinitive(word, lexicon, "sm")
    if last in _EASY and earlier in _BE and word[-1] == "s":
        return _infinitive(word, lexicon, "s")
    if last == "de":
        sure = earlier in _QUIT or (earlier in _DE and after in _OBJECTS)
        return _infinitive(word, lexicon) if sure else None
    if last not in _GOVERNORS or earlier in ("quem", "qual"):
        return None
    if last in _WANT_BEFORE and earlier not in _WANT_BEFORE[last]:
        return None
    if last in ("para", "pra") and earlier in _STOP:
        return None
    is_noun = lexicon.zipf_home(word + "s") >= _NOUN
    if (
        after in _OBJECTS
        or (after == "se" and last == "em")
        or (after in _PERHAPS_OBJECTS and not is_noun)
    ):
        return _infinitive(word, lexicon, "m" if last in _PREPOSITIONS else "")
    return None


def _infinitive(word: str, lexicon: Lexicon, instead: str = "") -> str | None:
    """The infinitive of which `word` lost the last letter, or has one of `instead` in its place."""
    for full in (word + "r", word[:-1] + "r" if word[-1] in instead else ""):
        if full and is_infinitive(full, lexicon):
            return full
    return None


def _finite(before: list[str], word: str, after: str, lexicon: Lexicon) -> str | None:
    """The finite form of an infinitive behind a pronoun that is its subject."""
    before = list(before)
    while before and before[-1] in _BETWEEN:
        before.pop()
    if not before or before[-1] not in _SUBJECTS or not is_infinitive(word, lexicon):
        return None
    if after not in _AFTER_FINITE and not is_infinitive(after, lexicon):
        return None
    clause = before[:-1]
    for at in range(len(clause) - 1, -1, -1):
        if clause[at] in ":?(":
            return None  # `o desafio: ele criar um índice`
        if clause[at] in ".!;":
            del clause[: at + 1]
            break
    if not _CONDITIONS.isdisjoint(clause):
        return None  # `se, por acaso, você precisar`
    while clause and clause[-1] in _BEFORE_SUBJECTS:
        clause.pop()
    if (
        clause and clause[-1].isalnum()
    ):  # `na verdade ele criar um`, but not `envolve você criar um`
        if len(clause) != 2 or clause[0] not in _IN or after not in _OBJECTS:
            return None
    if word[-3:] in ("uir", "air", "oer", "zer"):
        return None  # `constrói`
    stem = word[:-1] if word[-2] != "i" else word[:-2] + "e"
    right = stem if before[-1] in _ONE else stem + "m"
    return right if lexicon.zipf_home(right) >= 2.0 else None


def is_infinitive(word: str, lexicon: Lexicon) -> bool:
    """True for infinitives of verbs that people use, but not for `mar` or `lugar`."""
    if len(word) < 4 or word[-2:] not in ("ar", "er", "ir") or lexicon.zipf_home(word) < 3.0:
        return False
    stem, vowel = word[:-2], word[-2]
    gerund = stem + {"a": "ando", "e": "endo", "i": "indo"}[vowel]
    imperfect = stem + ("ava" if vowel == "a" else "ia")
    return lexicon.at_home(gerund) and lexicon.at_home(imperfect)
