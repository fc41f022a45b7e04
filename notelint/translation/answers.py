"""Is this answer fit for the page? What is wrong with a translation, as far as that can be seen from outside."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from notelint.translation.engine import Pair, base_language

MECHANICAL = frozenset({"identity", "pseudo", "command"})
"""Engines whose answers need not be in the target language."""

FUNCTION_WORDS = {
    "pt": frozenset(
        "o os um uma de do da dos das em na nos nas por pelo pela para com que não é são ao à às se mais mas como "
        "foi ser tem também muito já ou seu sua isso este esta esse essa entre quando até onde você".split()
    ),
    "en": frozenset(
        "the of to in is are and that it for on with as was be by this from or an at not have has which you can "
        "will their its these those when where how more but also".split()
    ),
}
NUMBER_WORDS = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve".split(),
    "pt": "zero um dois três quatro cinco seis sete oito nove dez onze doze".split(),
}
ALSO = {
    "en": {
        "1": ("first", "once", "single", "a", "an"),
        "2": ("second", "twice", "both"),
        "3": ("third",),
    },
    "pt": {
        "1": ("uma", "primeiro", "primeira"),
        "2": ("duas", "segundo", "segunda"),
        "3": ("terceiro", "terceira"),
    },
}
NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*")
TOKEN = re.compile(r"\[/?\d+\]")
WORD = re.compile(r"[^\W\d_]+")
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
LOOP = re.compile(r"(\b\w[^\n]{0,60}?\W+)\1{3,}", re.IGNORECASE)
FORBIDDEN = frozenset({"Cc", "Cs", "Co", "Cn"})
BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class Verdict:
    """`fault` is why the answer is refused, "" when it is not; `confidence` (0 to 1) how good it seems."""

    fault: str = ""
    confidence: float = 1.0


def judge(source: str, answer: str | None, pair: Pair, engine: str) -> Verdict:
    """What is to be thought of `answer`, the plain translation of the plain text `source`."""
    if answer is None or not answer.strip():
        return Verdict("no answer")
    for fault in (_unprintable, _too_long, _looping):
        if why := fault(source, answer):
            return Verdict(why)
    if engine.partition(":")[0] in MECHANICAL:
        return Verdict()
    for check in (_cut_off, _untranslated, _numbers_lost, _unbalanced):
        if why := check(source, answer, pair):
            return Verdict(why)
    return Verdict(confidence=_confidence(source, answer, pair))


def _unprintable(source: str, answer: str) -> str:
    for character in set(answer) - set(source):
        bad = unicodedata.category(character) in FORBIDDEN and character not in "\n\t"
        if bad or character in BIDI or character == "\ufffd":
            return f"unprintable character U+{ord(character):04X}"
    return ""


def _too_long(source: str, answer: str) -> str:
    return "much longer than its source" if len(answer) > 3 * len(source) + 80 else ""


def _looping(source: str, answer: str) -> str:
    return "repeats itself" if LOOP.search(answer) and not LOOP.search(source) else ""


def _cut_off(source: str, answer: str, pair: Pair) -> str:
    if len(answer) < 0.25 * len(source) - 8:
        return "much shorter than its source"
    ended = SENTENCE_END.search(source.rstrip()) and not SENTENCE_END.search(answer.rstrip())
    if ended and len(source) > 60 and len(answer) < 0.5 * len(source):
        return "cut off"
    return ""


def _untranslated(source: str, answer: str, pair: Pair) -> str:
    """Function words tell a language better than anything else that can be counted."""
    here, there = FUNCTION_WORDS.get(pair.base[0]), FUNCTION_WORDS.get(pair.base[1])
    if here is None or there is None:
        return ""
    words = [word.lower() for word in WORD.findall(answer)]
    foreign = sum(word in here - there for word in words)
    own = sum(word in there - here for word in words)
    if len(words) >= 6 and foreign >= 3 and foreign > own:
        return "not translated"
    return ""


def _numbers_lost(source: str, answer: str, pair: Pair) -> str:
    wanted = Counter(_digits(number) for number in NUMBER.findall(TOKEN.sub(" ", source)))
    have = Counter(_digits(number) for number in NUMBER.findall(TOKEN.sub(" ", answer)))
    words = {word.lower() for word in WORD.findall(answer)}
    for number in wanted - have:
        if not words & set(_spelled(number, pair)) and number not in "".join(have):
            return f"lost the number {number}"
    return ""


def _unbalanced(source: str, answer: str, pair: Pair) -> str:
    """A bracket opened and not closed where the source does no such thing: the model went on with something."""
    for opening, closing in ("()", "[]", "{}", "«»", "“”"):
        left = [text.count(opening) - text.count(closing) for text in (source, answer)]
        if left[0] == 0 != left[1]:
            return f"an unclosed {opening}" if left[1] > 0 else f"an unopened {closing}"
    return ""


DOUBLED = re.compile(r"(?<![\w.])([^\W\d_][\w.]*)(?: \1)+(?![\w.])")
AFTER_COLON = re.compile(r":\s+([^\W\d_]+)")
LANGUAGE_ADDED = re.compile(r"\s*\((?:(?:em|in)(?: \w+)?\)?)?$")


def without_remark(source: str, answer: str) -> str:
    """`answer` without the “(em inglês)” that a model adds to a name it does not know."""
    return answer if "(" in source else LANGUAGE_ADDED.sub("", answer)


def tidied(source: str, answer: str) -> str:
    """`answer` without what small models add: a word said twice, a capital after a colon."""
    if not DOUBLED.search(source):
        answer = DOUBLED.sub(r"\1", answer)
    ours, theirs = (list(AFTER_COLON.finditer(text)) for text in (source, answer))
    if len(ours) == len(theirs):
        for one, other in zip(ours, theirs, strict=True):
            word = other[1]
            if one[1].islower() and word.istitle() and word != "I" and word not in source:
                start = other.start(1)
                answer = answer[:start] + word[0].lower() + answer[start + 1 :]
    return answer


def _digits(number: str) -> str:
    """`1.234,50` and `1,234.50` are one number: its digits."""
    return re.sub(r"\D", "", number)


def _spelled(number: str, pair: Pair) -> list[str]:
    language = base_language(pair.target)
    names = NUMBER_WORDS.get(language, [])
    value = int(number) if len(number) < 3 else len(names)
    return [*names[value : value + 1], *ALSO.get(language, {}).get(number, ())]


def _confidence(source: str, answer: str, pair: Pair) -> float:
    """Less for odd lengths, invented numbers, unfinished sentences and words left as they were."""
    value = 1.0
    ratio = (len(answer) + 10) / (len(source) + 10)
    if not 0.6 <= ratio <= 1.6:
        value -= 0.25
    digits = [
        Counter(map(_digits, NUMBER.findall(TOKEN.sub(" ", text)))) for text in (source, answer)
    ]
    if digits[1] - digits[0]:
        value -= 0.3
    if bool(SENTENCE_END.search(source)) != bool(SENTENCE_END.search(answer)):
        value -= 0.1
    if source.count("?") != answer.count("?"):
        value -= 0.15
    left = [w for w in WORD.findall(answer) if len(w) > 4 and w.islower()]
    same = sum(word in set(WORD.findall(source)) for word in left)
    if left and same / len(left) > 0.4:
        value -= 0.2
    if len(WORD.findall(source)) <= 2:
        value -= 0.1
    return max(value, 0.1)


def first_letter_as(source: str, answer: str) -> str:
    """`answer` starting small where `source` does, unless its first word is a name or `I`.

    For pieces of a sentence: engines begin everything with a capital.
    """
    asked, given = WORD.search(source), WORD.search(answer)
    if not asked or not given:
        return answer
    word, start = given[0], given.start()
    if asked[0][0].islower() and word.istitle() and word != "I" and word not in source:
        return answer[:start] + word[0].lower() + answer[start + 1 :]
    return answer
