"""Verbs whose plural has another accent than the singular, with the accent of the wrong one: `os testes tem`."""

import re
from collections.abc import Callable, Iterator

from notelint.note.prose import Prose, ProseGroup, blocks_with_words
from notelint.spelling.forms.subject import (
    Number,
    clause_before,
    number_of_subject,
    without_adverbs,
)
from notelint.spelling.kinds import WrongForm

_MANY = {
    "tem": "têm",
    "vem": "vêm",
    **{f"{stem}tém": f"{stem}têm" for stem in ("con", "man", "ob", "de", "re", "sus", "entre")},
    **{f"{stem}vém": f"{stem}vêm" for stem in ("pro", "con", "inter", "ad")},
}
"""The third person plural by the singular."""
_ONE = {many: one for one, many in _MANY.items()}

_VERBS = frozenset({*_MANY, *_ONE})
_VERB = re.compile(rf" ({'|'.join(sorted(_VERBS))})(?![\w-])")
_OTHER_CLAUSE = re.compile(r" ?(?:e|ou|mas) que\b")
"""What follows a verb that has its object before it, as punctuation does."""
_WHY = {"one": "o sujeito está no singular", "many": "o sujeito está no plural"}


def disagreements_in(
    group: ProseGroup, known: Callable[[str], bool]
) -> Iterator[tuple[Prose, WrongForm]]:
    """The verbs of a note in Portuguese that do not agree with their subject, with the block each stands in.

    `known` says whether the dictionary has a word, in small letters.
    """
    for number in blocks_with_words(group, group.words & _VERBS):
        prose = group.prose[number]
        for wrong in _disagreements(prose.text, known):
            yield prose, wrong


def _disagreements(text: str, known: Callable[[str], bool]) -> Iterator[WrongForm]:
    for found in _VERB.finditer(text):
        verb = found[1]
        start, end = found.span(1)
        wanted: Number = "many" if verb in _MANY else "one"
        clause = clause_before(text, start)
        after = text[end : end + 16]
        dropped = without_adverbs(clause)
        if verb == "tem" and ("se" in dropped or (dropped - {"não"} and clause[-1:] == ["e"])):
            continue  # `o que se tem`, `e já tem quem reclame`
        if verb == "tem" and clause[-1:] == ["que"] and _OTHER_CLAUSE.match(after):
            continue  # `todos os que tem, e que espera`: somebody else has them
        if clause and number_of_subject(clause, after, known, wanted) == wanted:
            right = _MANY[verb] if wanted == "many" else _ONE[verb]
            yield WrongForm(start, end, right, _WHY[wanted])
