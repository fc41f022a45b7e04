"""The misspelt words of a note, found once for all checks that ask, and its text without them."""

from collections.abc import Iterator

from notelint.note.note import Note
from notelint.note.prose import Prose, ProseGroup
from notelint.site.workspace import Workspace
from notelint.spelling.judge import Misspelling, judge, suspicious
from notelint.spelling.lexicon import Lexicon

Misspelt = tuple[tuple[Prose, tuple[Misspelling, ...]], ...]
"""The blocks with a misspelt word, and all of each."""

_LAST = ("misspellings of the note last asked about",)


def misspellings(note: Note, group: ProseGroup, known: Lexicon, workspace: Workspace) -> Misspelt:
    """What is misspelt in a group of the note's prose; kept until another note is asked for."""
    last, found = workspace.memo.get(_LAST, (None, {}))
    if last is not note:
        found = {}
        workspace.memo[_LAST] = note, found
    key = id(group), id(known)
    if key not in found:
        pairs = ((prose, tuple(judge(prose, known))) for prose in suspicious(group, known))
        found[key] = tuple(pair for pair in pairs if pair[1])
    misspelt: Misspelt = found[key]
    return misspelt


def mended(misspelt: Misspelt) -> Iterator[tuple[Prose, Prose]]:
    """Each block with a slip, as it is and mended (`Voces tem`, `Vocês tem`).

    Only words as long as what was meant are mended, so that every place stays what it was.
    """
    for prose, wrongs in misspelt:
        text = prose.text
        for wrong in wrongs:
            right = wrong.suggestions[0] if wrong.suggestions else ""
            if len(right) == wrong.end - wrong.start:
                text = text[: wrong.start] + right + text[wrong.end :]
        if text != prose.text:
            yield prose, prose._replace(text=text)
