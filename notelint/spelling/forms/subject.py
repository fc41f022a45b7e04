"""Whether the subject of a verb is one or many, as far as the words before it tell.

Nothing is parsed. The words between the last boundary of a clause and the verb are read from the left,
since what a subject begins with tells its number: `os`, `muitas`, `objetos`, `cada`. Where they begin with
anything else, a preposition above all, nothing is said: `tem` has no subject in `Nos testes tem um erro`.
"""

import re
from collections.abc import Callable, Collection, Sequence
from itertools import dropwhile, pairwise
from typing import Literal

from notelint.note.prose import GAP
from notelint.spelling.forms.plural import is_plural
from notelint.spelling.word_set import word_set

Number = Literal["one", "many"]

_PIECE = re.compile(rf"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d[\w.,%]*|{GAP}|(?<!\S)\.[a-z]+|[^\w\s]")
_REACH = 320
"""How far before the verb a clause may begin, in characters."""
_ENDS = frozenset(".!?;:…|-—–•*>()[]{}")
_JOINING_SIGNS = frozenset("/+&")
_BRACKETED = re.compile(
    r"\([^()]{0,60}\)|, (?:por (?:sua vez|exemplo|padrão)|em geral|no geral|entre outr[oa]s), "
)
"""What stands between a subject and its verb, and is of neither."""
_QUOTES = frozenset("\"'“”‘’«»`")

_MANY_ALONE = word_set("""
eles elas vocês voces ambos ambas todos todas alguns algumas muitos muitas outros outras quais poucos
poucas aqueles aquelas estes estas esses essas
""")
_NUMERALS = word_set("dois duas três quatro cinco seis sete oito nove dez")
_MANY_BEFORE_NOUNS = _NUMERALS | word_set("""
os as uns umas alguns algumas muitos muitas vários várias diversos diversas outros outras esses essas
estes estas aqueles aquelas seus suas nossos nossas meus minhas ambos ambas poucos poucas todos todas
quais quantos quantas inúmeros inúmeras múltiplos múltiplas certos certas tais tantos tantas
""")
_MANY_BEFORE_SUBJECTS = _MANY_BEFORE_NOUNS - {"as"}
_ONE_ALONE = word_set("ele ela você isso isto aquilo ninguém alguém")
_ONE_BEFORE_NOUNS = word_set("""
o a um uma este esta esse essa aquele aquela cada nosso nossa seu sua meu minha outro outra todo toda
qualquer algum alguma nenhum nenhuma
""")
_ASKING = word_set("quais quantos quantas")
_PRONOUNS = word_set("me nos se lhe lhes")
_ADVERBS = word_set("""
não já só também ainda sempre nunca geralmente normalmente hoje apenas agora aqui então assim logo
atualmente
""")
_OPENERS = word_set("""
que mas porém pois porque quando se enquanto embora como onde caso conforme portanto contudo todavia
entretanto logo quem cujo cuja cujos cujas
""")
_JOIN = word_set("e ou nem")
_ALMOST = _JOIN | {"quase"}
_OF = word_set("de do da dos das dum duma")
_PREPOSITIONS = _OF | word_set("""
a à ao em no na num numa por pelo pela para pra com sem sobre entre até desde contra segundo exceto dentre
""")
_WHERE = word_set("nos nas aos às pelos pelas")
_BEFORE_ANTECEDENTS = (
    _JOIN
    | _WHERE
    | word_set("""
para com em sem por entre usando como são temos existem há apenas somente até contra desde sendo mais ,
""")
)
_TIMES = word_set("""
vezes dias anos meses semanas horas minutos segundos décadas casos momentos últimos últimas mais menos
próximos próximas demais manhãs tardes noites segundas terças quartas quintas sextas sábados domingos
feriados fins
""")
"""What stands before a `tem` that has no subject: `todos os dias tem aula`."""
_DEGREES = frozenset({"mais", "menos"})
_GROUPS = word_set("""
maioria minoria parte metade conjunto grupo série número par dupla resto variedade quantidade dezena
centena time equipe gente família lista coleção
""")
"""Nouns in the singular whose verb may agree with what they are made of."""
_ONE_TIME = word_set("dia mês ano semana hora minuto vez manhã tarde noite momento hoje ontem")
_NO_NOUNS_BEHIND_A = word_set("partir rigor princípio priori fim cada meu")
"""What makes an `a` no article: `a partir de`."""
_PLACES = word_set("abaixo acima")
_DISTANCES = _PLACES | {"depois", "adiante"}
"""Behind a measure: `duas linhas depois`."""
_MANY_VERBS = word_set("""
são estão foram eram podem devem ficam usam possuem vão serão fazem permitem funcionam representam
precisam servem utilizam oferecem tem têm vem vêm contém contêm mantém mantêm
""")
_HELPING = word_set("irá vai pode deve deverá poderá ia poderia deveria")
_BEGINS_ONE = _ONE_ALONE | word_set("o um uma este esse cada")
_MANY_FIRST = _MANY_BEFORE_NOUNS | _MANY_ALONE
_ONE_FIRST = _ONE_BEFORE_NOUNS | _ONE_ALONE
_BOUNDARIES = _OPENERS | {","}
_BEFORE_SUBJECTS = _ADVERBS | _ALMOST
_NO_SUBJECTS = _PREPOSITIONS | _HELPING | {","}
_ANTECEDENTS_ALONE = _MANY_ALONE | {"os", "as"}
_ONE_OF = _OF | {"um", "uma"}
_NOT_BEFORE_ONE = _PREPOSITIONS | _JOIN | {","}
_NOT_AFTER_ONE = _ONE_BEFORE_NOUNS | _JOIN | {","}
_NOT_IN_ANTECEDENTS = _JOIN | _GROUPS | _ONE_BEFORE_NOUNS | {"para", "com"}
_NO_VERBS = re.compile(
    r"(?:gem|dem|item|homem|nuvem|jovem|bem|sem|nem|quem|além|também|ninguém|alguém)\Z"
)
_ACTION = re.compile(r".{2,}[aeê]m\Z")
_NOTHING_BEHIND = re.compile(r"\s*(?:[,.;:)!?]|\Z)")
_RULING = re.compile(r"(?!quando).{2,}(?:[aei]r|ndo|mos)\Z")
_REQUIRED_OF_ASKED = re.compile(
    r" (?!n?[oa]s? |uma? |est[ea]|ess[ea]|nest|ness|aquel|naquel|em |aqui|ali\b|lá\b|hoje|dentro|cada |você"
    r"|seus? |suas? |noss[oa]|qualquer|por )\w"
)


def clause_before(text: str, end: int) -> list[str]:
    """The words and commas before `end` and since the last sign that ends a sentence; none where that
    is too far away. Signs that join words are an `ou`.
    """
    start = max(0, end - _REACH)
    start = max(start, *(text.rfind(sign, start, end) + 1 for sign in (". ", ": ", "; ")))
    is_whole = start == 0 or text[start - 1] in _ENDS
    pieces: list[str] = []
    for piece in _PIECE.findall(_BRACKETED.sub(" ", text[start:end])):
        if piece in _ENDS:
            pieces.clear()
            is_whole = True
        elif piece not in _QUOTES:
            pieces.append("ou" if piece in _JOINING_SIGNS else piece)
    return pieces if is_whole else []


def without_adverbs(clause: list[str]) -> set[str]:
    """Take off the end of `clause` what stands between a subject and its verb; gives what was."""
    dropped = set()
    while clause:
        last = clause[-1].lower()
        before = clause[-2].lower() if len(clause) > 1 else ""
        floating = last in ("todos", "todas") and before.endswith("s") and before not in _OPENERS
        seldom = last == "nem" and "sempre" in dropped
        if not (
            floating or seldom or last in _ADVERBS or last in _PRONOUNS or last.endswith("mente")
        ):
            break
        dropped.add(last)
        clause.pop()
    return dropped


def number_of_subject(
    clause: Sequence[str], after: str, known: Callable[[str], bool], wanted: Number
) -> Number | None:
    """How many the subject of the verb behind `clause` is, where that is sure; None where it is not.

    `after` is what follows the verb, `known` says whether the dictionary has a word, in small letters.
    Less has to be sure for the number that is not `wanted`.
    """
    last = clause[-1].lower()
    if last == "que":
        if after.startswith((" como objetivo", " que ser")) or _NOTHING_BEHIND.match(after):
            return None
        if wanted == "one":
            return _of_one_antecedent(clause[:-1])
        return _of_antecedent(clause[:-1], known)
    if last in _JOIN:
        return _shared(clause[:-1], known) if last == "e" else None
    if last in _NO_SUBJECTS:
        return None
    if last in ("eles", "elas", "vocês"):
        return "many" if _are_subject([word.lower() for word in clause[:-1]]) else None
    if _ACTION.match(last) and not _NO_VERBS.search(last):
        return None  # `os elementos que a usam têm`
    return _of_subject(clause, after, known, wanted)


def _are_subject(before: Sequence[str]) -> bool:
    """True where a pronoun in the plural behind these words is a subject, and not an object."""
    last = before[-1] if before else ""
    if last == "como" and len(before) > 1 and before[-2] not in _BOUNDARIES:
        return False  # `uma classe como eles`
    if last in _JOIN and "entre" in before[-4:]:
        return False
    return last not in _PREPOSITIONS and not _RULING.match(last)


def _of_subject(
    clause: Sequence[str], after: str, known: Callable[[str], bool], wanted: Number
) -> Number | None:
    """The number of the subject at the end of `clause`, read from where it begins."""
    start = 0
    for at, word in enumerate(clause):
        if word == "," or word.lower() in _OPENERS:
            start = at + 1
        elif word.lower() in _ASKING:
            start = at
    opener = clause[start - 1].lower() if start else ""
    words = _without_first(_BEFORE_SUBJECTS, clause[start:])
    if not words:
        return None
    small = [word.lower() for word in words]
    if small[1:3] == ["ou", "mais"]:  # `um ou mais polos`
        small, words = small[2:], words[2:]
        return "many" if len(words) > 1 and words[1].endswith("s") else None
    joined = max((at for at, word in enumerate(small) if word in _JOIN), default=-1)
    if joined >= 0:
        if joined + 1 < len(small) and small[joined + 1] in _MANY_FIRST:
            return _of_subject(
                clause[len(clause) - len(words) + joined + 1 :], after, known, wanted
            )
        return _of_several(words, small, joined, known) if opener not in (",", "como") else None
    if small[-1] in _DISTANCES and (small[-1] not in _PLACES or small[0] in _NUMERALS):
        return None
    number = _begins(words, known)
    if number is None and _ends_with_subject(small, known):
        return "many"
    if number == "many":
        if small[0] in _ASKING and not _may_be_asked_for(words, after):
            return None
        return None if _has_another_subject(small) else "many"
    if number == "one" and small[0] in _ONE_ALONE:
        return "one" if len(small) == 1 else None
    if number == "one" and wanted == "one" and opener not in ("como", "que", ","):
        return "one" if _is_plain_singular(small) else None
    return None


def _without_first(skipped: Collection[str], words: Sequence[str]) -> list[str]:
    """`words` without those of `skipped`, and the adverbs, that they begin with."""
    return list(
        dropwhile(lambda word: word.lower() in skipped or word.lower().endswith("mente"), words)
    )


def _may_be_asked_for(words: Sequence[str], after: str) -> bool:
    """True where a question like `quantos testes` has its words for subject: no other one follows."""
    if len(words) > 4 or any(word[0].isupper() for word in words[1:]):
        return False
    return _REQUIRED_OF_ASKED.match(after) is not None


def _is_plain_singular(small: Sequence[str]) -> bool:
    """True for an article and a few words of which none may be a plural or make one."""
    if not 1 < len(small) < 7 or "com" in small or small[1] in _ONE_TIME:
        return False
    if small[0] == "a" and small[1] in _NO_NOUNS_BEHIND_A:
        return False
    return not any(word.endswith("s") or word in _GROUPS or word[0].isdigit() for word in small)


def _ends_with_subject(small: Sequence[str], known: Callable[[str], bool]) -> bool:
    """True where a subject of its own follows what the clause begins with: `apesar disso esses testes`."""
    at = len(small) - 1
    while at > 0 and small[at] not in _MANY_BEFORE_NOUNS and small[at].endswith("s"):
        at -= 1
    nouns = small[at + 1 :]
    if not nouns or small[at] not in _MANY_BEFORE_SUBJECTS:
        return False
    while at > 0 and small[at - 1] in _MANY_BEFORE_NOUNS:
        at -= 1
    before = small[at - 1] if at > 1 else ""
    return _TIMES.isdisjoint(nouns) and before not in _WHERE and is_plural(before, known)


def _begins(words: Sequence[str], known: Callable[[str], bool]) -> Number | None:
    """What number the first words of a subject have."""
    first = words[0].lower()
    if first in _MANY_ALONE and len(words) == 1:
        return "many"
    if first in _MANY_BEFORE_NOUNS and len(words) > 1:
        nouns = [word.lower() for word in words[1:3]]
        if nouns[0] in _MANY_BEFORE_NOUNS:
            if nouns[0] in _NUMERALS and len(words) == 2:
                return "many"  # `os dois`
            nouns = [word.lower() for word in words[2:4]]
        if not nouns or nouns[0] in _TIMES or not (_TIMES - _DEGREES).isdisjoint(nouns[1:]):
            return None
        return "many" if nouns[0].endswith("s") else None
    if first in _ONE_ALONE or first in _ONE_BEFORE_NOUNS:
        return "one"
    if re.fullmatch(r"[A-Z]{2,}s", words[0]):
        return "many"
    return "many" if first not in _TIMES and is_plural(first, known) else None


def _has_another_subject(small: Sequence[str]) -> bool:
    """True when a singular begins within the words: two clauses without a comma between them."""
    for before, word in pairwise(small):
        if word == "a" and not before.endswith(("dos", "das", "vos", "vas", "tes", "todo", "toda")):
            return True
        if word in _BEGINS_ONE:
            if before not in _PREPOSITIONS and before not in ("todo", "toda"):
                return True
    return False


def _of_several(
    words: Sequence[str], small: Sequence[str], joined: int, known: Callable[[str], bool]
) -> Number | None:
    """The number of subjects joined by a conjunction, the last of which stands at `joined`."""
    last = small[joined + 1 :]
    if not last or not _TIMES.isdisjoint(last):
        return None
    if not _MANY_VERBS.isdisjoint(small):
        return None
    if small[joined] == "e" and _are_names(words, joined):
        return "many"
    if last[0] in _ONE_FIRST or _has_another_subject(small):
        return None
    if small[joined] == "e" and joined < 3 and is_plural(last[0], known):
        return "many"  # whatever stands before it
    return "many" if _begins(words, known) == "many" else None


def _are_names(words: Sequence[str], joined: int) -> bool:
    """True for two names and no more: `o Redis e o Postgres`."""
    parts = [list(words[:joined]), list(words[joined + 1 :])]
    for part in parts:
        if part and part[0].lower() in ("o", "a"):
            part.pop(0)
    return all(len(part) == 1 and part[0][0].isupper() for part in parts)


def _shared(words: Sequence[str], known: Callable[[str], bool]) -> Number | None:
    """The number of a subject that has another verb already: `Os testes são lentos e tem`."""
    words = _without_first(_ADVERBS, words)
    small = [word.lower() for word in words]
    verbs = [at for at, word in enumerate(small) if word in _MANY_VERBS]
    if len(verbs) != 1 or not 0 < verbs[0] < 6 or not _BOUNDARIES.isdisjoint(small):
        return None
    if _has_another_subject(small[: verbs[0]]):
        return None
    return "many" if _begins(words[: verbs[0]], known) == "many" else None


def _of_antecedent(words: Sequence[str], known: Callable[[str], bool]) -> Number | None:
    """The number of the plural that a relative `que` behind `words` may stand for."""
    small = [word.lower() for word in words]
    while small and small[-1] == ",":
        small.pop()
    if len(small) > 1 and _is_acronym(words[len(small) - 1]) and is_plural(small[-2], known):
        small.pop()  # `bancos de dados NoSQL que`
    at = len(small)
    while at and small[at - 1] not in _MANY_ALONE and is_plural(small[at - 1], known):
        at -= 1
    if at == len(small) > 1 and small[-1].endswith("s") and small[-2] in _MANY_BEFORE_NOUNS:
        at -= 1  # `múltiplos structs que`
    nouns = small[at:]
    before = small[at - 1] if at else ""
    earlier = small[at - 2] if at > 1 else ""
    if not nouns:
        alone = bool(small) and small[-1] in _ANTECEDENTS_ALONE
        return "many" if alone and earlier not in _ONE_OF else None
    if not _TIMES.isdisjoint(nouns):
        return None
    if before in _MANY_BEFORE_NOUNS:
        return None if earlier in _OF and before in ("os", "as") else "many"
    if before == "de" and is_plural(earlier, known) and (at < 3 or small[at - 3] not in _OF):
        return "many"  # `coleções de dados que`, whichever of them is meant
    if not before or before in _BEFORE_ANTECEDENTS or _RULING.match(before):
        return "many"
    return None


def _is_acronym(word: str) -> bool:
    """True for `CSV` and `NoSQL`, but not for their plurals."""
    return word[-1].isupper() and sum(map(str.isupper, word)) > 1


def _of_one_antecedent(words: Sequence[str]) -> Number | None:
    """`one` where a relative `que` behind `words` stands for a singular: `um portal que contêm`."""
    small = [word.lower() for word in words]
    for at in range(len(small) - 2, max(-1, len(small) - 6), -1):
        if small[at] in ("um", "uma"):
            nouns, before = small[at + 1 :], small[at - 1] if at else ""
            plain = all(word.isalpha() and word[-1] not in "rs" for word in nouns)
            sure = plain and _NOT_IN_ANTECEDENTS.isdisjoint(nouns) and before not in _NOT_BEFORE_ONE
            return "one" if sure else None
        if small[at] in _NOT_AFTER_ONE or small[at].endswith("s"):
            return None
    return None
