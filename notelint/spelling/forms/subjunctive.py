"""The present where a conjunction or a wish wants the subjunctive: `espero que funciona`, `talvez precisa`.

The verb is looked for right behind the conjunction, or behind a plain subject. Where anything else stands
between, nothing is said.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from notelint.note.prose import ProseGroup
from notelint.spelling.forms.conjugation import is_nominal, is_subjunctive, subjunctive
from notelint.spelling.forms.plain_subject import place_of_verb
from notelint.spelling.forms.verb_words import VerbWords
from notelint.spelling.kinds import WrongForm
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.word_set import word_set

_WISHES = word_set("""
espero esperamos quero queremos quer querem recomendo recomendamos recomenda-se sugiro sugerimos peço pedimos
pede prefiro desejo desejamos preciso precisamos precisa precisam exige exigem exigir permite permitem
permitir permitindo permitirá permita impede impedem impedir impedindo evita evitam evitar evitando basta
tomara aconselho
""")
"""What has a `que` with the subjunctive behind it."""
_JUDGED = word_set("""
importante necessário essencial fundamental preciso possível provável imprescindível recomendado
recomendável interessante indispensável aconselhável bom comum normal raro obrigatório desejável ideal
""")
_CONJUNCTIONS = word_set("talvez caso embora")
_WRITTEN_CONJUNCTIONS = _CONJUNCTIONS | {word.capitalize() for word in _CONJUNCTIONS}
_BEFORE_QUE = {
    "para": "purpose", "pra": "purpose", "mesmo": "even", "ainda": "even", "sem": "but", "antes": "but",
    "contanto": "but", "menos": r"a", "ser": "pode|a não", "com": "f(?:az|aça|azer|azem|azendo|aria)",
    "é": "o (?:ideal|recomendado|recomendável)", **dict.fromkeys(_WISHES, "but"),
    **dict.fromkeys(
        _JUDGED, "(?:é|seja|será|foi|era|acho)(?: (?:muito|bem|super|extremamente|também|sempre))?"
    ),
}  # fmt: skip
"""What stands before such a `que`, with the kind of it, or with what must stand before that."""
_WRITTEN_BEFORE_QUE = _BEFORE_QUE.keys() | {word.capitalize() for word in _BEFORE_QUE}
_KINDS = {"purpose", "even", "but"}

_NOT_BEFORE_CASE = re.compile(
    r"(?<!\w)(?:o|n?[oa]|[nd]?est[ea]s?|[nd]?ess[ea]s?|n?aquele|daquele|um|uns|num|do|ao|cada|noss[oa]"
    r"|meu|seu|em|outro|qualquer|pior|melhor|de|mesmo|único|primeiro|segundo|último|tal|todo|nenhum|algum"
    r"|teste|pelo|dum|é|vir ao) \Z",
    re.I,
)
_GOING = re.compile(r"(?:ir|vai|vou|vão|foi|fui|foram|indo|ido|for|mand\w+|jog\w+|lev\w+) \Z", re.I)
_ASKED = re.compile(
    r"(?:saber|sei|sabe|entend\w+|explic\w+|descobr\w+|ver|vê|mostr\w+|pergunt\w+|motivo|razão|e|,|:|sobre"
    r"|dizer|diz|d[eoa]) \Z",
    re.I,
)
_CLAUSE_BEGINS = re.compile(r"(?:\A|[.,;:!?(–—-] ?|\bmas |\be )\Z", re.I)
_SENTENCE_ENDS = re.compile(r"[.!?]")
_NOT_BEFORE_PERHAPS = re.compile(r"(?<!\w)(?:o|um|do|esse|quem|só) \Z", re.I)

_NO_CONJUNCTION = {
    "caso": _NOT_BEFORE_CASE,
    "embora": _GOING,
    "talvez": _NOT_BEFORE_PERHAPS,
}

_PIECE = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\S")
_NO_VERBS = word_set("""
para pra esta estas uma umas cada nada toda fora entre sobre como até desde contra segundo conforme cerca
outra outras algo conta parte vista lida base mesma própria única nova ora agora quase hoje meta
""")
_ENDS = word_set("que quando porque mas e ou para pra pois onde como ao por enquanto")
_USED = re.compile(
    r"(?:serve|usa|utiliza|existe|precisa|quer)(?:m|mos)?\b|\w+ (?:us|utiliz)ad[oa]s?\Z"
)
"""What is said in questions and titles: `Para que o Docker serve`."""
_REACH = 12
"""How many words behind the conjunction are looked at."""
_NEAR = 6
"""How many words behind it the verb may be, at most."""
WHY = "aqui cabe o subjuntivo"


def triggers_in(group: ProseGroup, verbs: VerbWords) -> set[str]:
    """The conjunctions of a note that may have a wrong form behind them, in small letters."""
    words = group.in_order
    found = set()
    for at in _places(words, "que") if "que" in group.words else ():
        if words[at - 1] in _WRITTEN_BEFORE_QUE and not verbs.indicatives.isdisjoint(
            words[at + 1 : at + _NEAR]
        ):
            found.add(f"{words[at - 1].lower()} que")
    for word in group.words & _WRITTEN_CONJUNCTIONS:
        for at in _places(words, word):
            if not verbs.indicatives.isdisjoint(words[at + 1 : at + _NEAR]):
                found.add(word.lower())
                break
    return found


def _places(words: Sequence[str], word: str) -> Iterator[int]:
    at = -1
    with suppress(ValueError):
        while True:
            at = words.index(word, at + 1)
            yield at


def missing_subjunctives(
    text: str, triggers: Iterable[str], verbs: VerbWords, lexicon: Lexicon
) -> Iterator[WrongForm]:
    """The verbs behind one of `triggers` that should be in the subjunctive."""
    lower = text.lower()
    for trigger in triggers:
        start = lower.find(trigger)
        while start >= 0:
            end = start + len(trigger)
            if text[end : end + 1] == " " and _ends_word(lower, start):
                wrong = _wrong(text, lower, start, trigger, lexicon, verbs)
                if wrong:
                    yield wrong
            start = lower.find(trigger, end)


def _ends_word(lower: str, start: int) -> bool:
    return start == 0 or not (lower[start - 1].isalnum() or lower[start - 1] == "-")


def _wrong(
    text: str, lower: str, start: int, trigger: str, lexicon: Lexicon, verbs: VerbWords
) -> WrongForm | None:
    """The verb behind the conjunction at `start` if it should be in the subjunctive."""
    kind = _kind(lower[max(0, start - 32) : start], trigger)
    if kind is None or text[start : start + 4].isupper():
        return None
    pieces: list[re.Match[str]] = []
    for piece in _PIECE.finditer(text, start + len(trigger)):
        if not piece[0][0].isalpha() or len(pieces) == _REACH:
            break
        pieces.append(piece)
    words = [piece[0] for piece in pieces]
    small = [word.lower() for word in words]
    at, has_subject = place_of_verb(small, words)
    if at >= len(words) or words[at] not in verbs.indicatives or words[at] in _NO_VERBS:
        return None
    right = _right(small, at, lexicon)
    if right is None:
        return None
    if not has_subject and (
        kind == "purpose" or trigger == "embora" or is_nominal(small[at], lexicon)
    ):
        return None
    if kind == "purpose" and _is_question(text, start, " ".join(small[at : at + 2])):
        return None
    if _has_other_verb(small[at + 1 :], lexicon):
        return None
    return WrongForm(*pieces[at].span(), right, WHY)


def _kind(before: str, trigger: str) -> str | None:
    """What kind of conjunction `trigger` is behind `before`; None where it is none: `nesse caso`."""
    if trigger in _CONJUNCTIONS:
        return None if _NO_CONJUNCTION[trigger].search(before) else trigger
    kind = _BEFORE_QUE[trigger.removesuffix(" que")]
    if kind not in _KINDS:
        return "but" if re.search(rf"(?<![\w-])(?:{kind}) \Z", before) else None
    if kind == "even" and not _CLAUSE_BEGINS.search(before):
        return None  # `é isso mesmo que ele faz`
    return kind


def _is_question(text: str, start: int, verb: str) -> bool:
    """True where `para que` asks for what: `Para que você usa Docker?`."""
    end = _SENTENCE_ENDS.search(text, start)
    asked = end is not None and end[0] == "?"
    before = text[max(0, start - 24) : start]
    return asked or _USED.match(verb) is not None or _ASKED.search(before) is not None


def _right(small: Sequence[str], at: int, lexicon: Lexicon) -> str | None:
    word = small[at]
    if word[-1] == "o" and small[:at][-1:] != ["eu"]:
        return None
    return subjunctive(word, lexicon)


def _has_other_verb(small: Sequence[str], lexicon: Lexicon) -> bool:
    """True when a subjunctive follows in the clause, so that the word before is no verb."""
    for word in small:
        if word in _ENDS:
            return False
        if is_subjunctive(word, lexicon) and word not in _NO_VERBS:
            return True
    return False
