"""The infinitive where the future of the subjunctive has a form of its own: `se ele fazer`, `quando você ver`."""

from collections.abc import Sequence

from notelint.spelling.forms.infinitive import AUXILIARIES, BEFORE, CLITICS
from notelint.spelling.forms.irregular_verbs import FUTURES
from notelint.spelling.forms.plain_subject import place_of_verb
from notelint.spelling.word_set import word_set

_CONDITIONS = word_set("se quando enquanto")
_WRITTEN_CONDITIONS = _CONDITIONS | {word.capitalize() for word in _CONDITIONS}
_RULING = BEFORE - CLITICS
WHY = "o futuro do subjuntivo é irregular"


def may_be_future(words: Sequence[str], at: int) -> bool:
    """True when the infinitive `words[at]` has another form behind a condition, and one is near."""
    word = words[at]
    if word not in FUTURES or (words[at - 1] in _RULING and not word.endswith("mos")):
        return False
    end = at if word.endswith("mos") else at - 1
    return not _WRITTEN_CONDITIONS.isdisjoint(words[max(0, at - 5) : end])


def right_form(words: Sequence[str], at: int) -> str | None:
    """The future of the subjunctive where the infinitive `words[at]` stands for it: `se ele fazer`."""
    if words[at] not in FUTURES:
        return None
    for start in range(at - 1, max(-1, at - 8), -1):
        if not words[start][0].isalpha():
            return None
        if words[start].lower() in _CONDITIONS and (start < at - 1 or words[at].endswith("mos")):
            rest = words[start + 1 : at + 1]
            place, has_subject = place_of_verb([word.lower() for word in rest], rest)
            has_subject = has_subject or words[at].endswith("mos")
            sure = has_subject and place == len(rest) - 1 and words[at - 1] not in AUXILIARIES
            return FUTURES[words[at]] if sure else None
    return None
