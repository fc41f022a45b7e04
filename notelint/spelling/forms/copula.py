"""`é` that lost its accent: sentences that have an `e` where only their verb can stand.

`O melhor caminho e estudar.` has no verb but the one that its writer took for a conjunction. Said only of
sentences that begin with their subject in the singular and have no other verb, and only before what is no
second subject: an infinitive, `um` behind `o`, an adjective with `muito` or `mais`.
"""

import re
from collections.abc import Iterator, Sequence

from notelint.note.prose import Prose, ProseGroup, blocks_at, searched
from notelint.spelling.context import NOMINAL_LEFT
from notelint.spelling.forms.conjugation import is_infinitive
from notelint.spelling.kinds import WrongForm
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.word_set import word_set

_NEXT = re.compile(r" e (?=(?:uma?|muito|mais|bem|bastante|tão|(?:não )?[^\W\d]++(?<=[aei]r))\b)")
"""Quick, as it is looked for in whole notes."""
_REST = re.compile(r"([^.:;\n]*)")
_NO_PART = re.compile(r"[,;()\"“]")
"""Signs that no plain subject has."""
_LONGEST = 72
"""How many characters a subject has at most."""
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|,")
_PRONOUNS = word_set("ele ela isso isto")
_DEFINITE = word_set(
    "o a este esta esse essa aquele aquela meu minha nosso nossa seu sua cada outro outra"
)
_SUBJECTS = _PRONOUNS | _DEFINITE
_DEGREES = word_set("muito mais bem bastante tão")
_PREPOSITIONS = word_set("""
de do da dos das em no na nos nas com para por pelo pela sem sobre entre desse dessa deste desta nesse nessa
neste nesta a ao à
""")
_BEFORE_NOUNS = NOMINAL_LEFT | _PREPOSITIONS | _DEFINITE
_NO_SUBJECT = word_set("""
que quem onde quando como se cada um uma os as ou entre além apesar tanto nem e só então depois assim
""")
"""Words of which none stands in a plain subject."""
_VERBS = word_set("""
é são está estão foi foram era eram tem têm há vai vão pode podem deve devem faz fazem diz traz põe quer sabe
vê lê dá fica ficam vem vêm será serão seria sei sou estou temos somos vamos podemos devemos precisamos
existe existem preciso havia teve tinha fez veja use
""")
_SHORT = word_set("ser ter ver ler dar vir ir pôr")
"""Infinitives of three letters or fewer."""
_TO_DO = frozenset({"fazer", "ser"})
"""Infinitives that a subject may have behind an `a`: `a primeira coisa a fazer`."""
_OPENERS = word_set("que quem onde quando como se pois porque para cujo cuja")
"""Behind these a verb may follow that is not the verb of the sentence."""
_FINITE = ("a", "e", "am", "em")
_SURE = re.compile(r"(?:[aeio]u|[auó]i|ói|uz|quer|am|õem|ava|ia|[aeiâêí]mos|[aei]rá|[aei]rão)\Z")
"""Endings that words of a subject hardly ever have."""
_WHY = "a oração não tem outro verbo: «é»"


def lost_copulas_in(group: ProseGroup, lexicon: Lexicon) -> Iterator[tuple[Prose, WrongForm]]:
    """Each `e` of a note in Portuguese that should be `é`, with the block it stands in."""
    places = [end for _, end in _lost_copulas(group.small, lexicon)]
    for number in dict.fromkeys(blocks_at(group, places)):
        prose = group.prose[number]
        text = prose.text
        for start, end in _lost_copulas(f"\n {searched(text)} ", lexicon):
            if text[start - 2].isupper() and text[end - 1] == "e":
                yield prose, WrongForm(end - 1, end, "é", _WHY)


def _lost_copulas(small: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Where their sentences begin, and the place before each, in a text as `searched` leaves it."""
    for found in _NEXT.finditer(small):
        end = found.start()
        far = max(0, end - _LONGEST)
        start = 2 + max(
            small.rfind(". ", far, end), small.rfind(": ", far, end), small.rfind("\n ", far, end)
        )
        if start < 2:
            continue
        if small[start] == " ":
            start += 1
        first = small[start : small.find(" ", start, end + 1)]
        if first not in _SUBJECTS and first[-1:] != "r":
            continue
        rest = _REST.match(small, found.end())
        if rest and not _NO_PART.search(small, start, end):
            subject = _WORD.findall(small[start:end])
            if subject and _wants_verb(subject, _WORD.findall(rest[1]), lexicon):
                yield start, end


def _wants_verb(subject: Sequence[str], rest: Sequence[str], lexicon: Lexicon) -> bool:
    """True where `subject` and `rest`, the words before and behind an `e`, are no two of a kind."""
    first = subject[0]
    if len(rest) < 2:
        return False
    acts = _is_infinitive(first, lexicon)
    if not acts and first not in _DEFINITE and first not in _PRONOUNS:
        return False
    if (first in _PRONOUNS) != (len(subject) == 1) and not acts:
        return False
    if not _NO_SUBJECT.isdisjoint(subject[1:]) or subject[-1] in _BEFORE_NOUNS:
        return False
    if any(_may_be_verb(subject, at, lexicon) for at in range(1, len(subject))):
        return False
    if _is_infinitive(rest[0], lexicon) or (rest[0] == "não" and _is_infinitive(rest[1], lexicon)):
        return not acts and not any(
            word.endswith(("ar", "er", "ir")) and not (subject[at] == "a" and word in _TO_DO)
            for at, word in enumerate(subject[1:])
        )
    if rest[0] in _DEGREES:
        if (
            acts
            or rest[1] in ("um", "uma", "mais", "menos")
            or (rest[1].endswith("s") and rest[1] != "simples")
        ):
            return False
        return len(rest) < 9 and not _has_verb(rest, 2, lexicon)
    return rest[0] in ("um", "uma") and not _has_verb(rest, 2, lexicon)


def _is_infinitive(word: str, lexicon: Lexicon) -> bool:
    return word in _SHORT or is_infinitive(word, lexicon)


def _has_verb(words: Sequence[str], start: int, lexicon: Lexicon) -> bool:
    """True where a word from `start` on may be the verb of the sentence."""
    for at in range(start, len(words)):
        if words[at] in _OPENERS:
            return not _VERBS.isdisjoint(words[at + 3 :]) and words[at] != "que"
        if words[at] in _VERBS or _may_be_verb(words, at, lexicon):
            return True
    return False


def _may_be_verb(words: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """True where word `at` may be a finite verb: no article or preposition stands before it."""
    word, before = words[at], words[at - 1]
    if word in _BEFORE_NOUNS:
        return False
    if word in _VERBS or "-" in word or _SURE.search(word):
        return True
    is_object = at > 1 and before == "o" and word.endswith(("a", "e"))  # `isso o ajuda`
    if (before in _BEFORE_NOUNS and not is_object) or len(word) < 3 or not word.endswith(_FINITE):
        return False
    stem = word.removesuffix("m")[:-1]
    return any(_is_infinitive(stem + ending, lexicon) for ending in ("ar", "er", "ir"))
