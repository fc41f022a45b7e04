"""Verbs whose plural has another accent than the singular, with the accent of the wrong one: `os testes tem`."""

from collections.abc import Callable, Iterable, Iterator

from notelint.note.prose import Prose, ProseGroup, blocks_with_words
from notelint.spelling.kinds import WrongForm
from notelint.spelling.subject import Number, clause_before, number_of_subject, without_adverbs

_MANY = {
    "tem": "têm",
    "vem": "vêm",
    **{f"{stem}tém": f"{stem}têm" for stem in ("con", "man", "ob", "de", "re", "sus", "entre")},
    **{f"{stem}vém": f"{stem}vêm" for stem in ("pro", "con", "inter", "ad")},
}
"""The third person plural by the singular."""
_ONE = {many: one for one, many in _MANY.items()}

_VERBS = frozenset({*_MANY, *_ONE})
_WHY = {"one": "o sujeito está no singular", "many": "o sujeito está no plural"}


def disagreements_in(
    group: ProseGroup, known: Callable[[str], bool]
) -> Iterator[tuple[Prose, WrongForm]]:
    """Those of a note in Portuguese, with the block each stands in; see `disagreements`."""
    verbs = group.words & _VERBS
    for number in blocks_with_words(group, verbs):
        prose = group.prose[number]
        for wrong in disagreements(prose.text, known, verbs):
            yield prose, wrong


def disagreements(
    text: str, known: Callable[[str], bool], verbs: Iterable[str] = _VERBS
) -> Iterator[WrongForm]:
    """Those of `verbs` in `text` that do not agree with their subject.

    `known` says whether the dictionary has a word, in small letters.
    """
    for start, verb in sorted(_places(text, verbs)):
        wanted: Number = "many" if verb in _MANY else "one"
        end = start + len(verb)
        clause = clause_before(text, start)
        after = text[end : end + 16]
        dropped = without_adverbs(clause)
        if verb == "tem" and ("se" in dropped or (dropped - {"não"} and clause[-1:] == ["e"])):
            continue  # `o que se tem`, `e já tem quem reclame`
        if clause and number_of_subject(clause, after, known, wanted) == wanted:
            right = _MANY[verb] if wanted == "many" else _ONE[verb]
            yield WrongForm(start, end, right, _WHY[wanted])


def _places(text: str, verbs: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Where `verbs` stand in `text`, behind other words."""
    for verb in verbs:
        at = text.find(f" {verb}")
        while at >= 0:
            end = at + 1 + len(verb)
            if not text[end : end + 1].isalnum() and text[end : end + 1] not in ("-", "_"):
                yield at + 1, verb
            at = text.find(f" {verb}", end)
