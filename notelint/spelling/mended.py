"""Text with its plain slips mended, in which phrases are recognised that a slip hid."""

from collections.abc import Iterator

from notelint.note.prose import Prose, ProseGroup
from notelint.spelling.judge import judge, suspicious
from notelint.spelling.lexicon import Lexicon


def mended(group: ProseGroup, known: Lexicon) -> Iterator[tuple[Prose, Prose]]:
    """Each block with a slip, as it is and mended (`Voces tem`, `Vocês tem`).

    Only words as long as what was meant are mended, so that every place stays what it was.
    """
    for prose in suspicious(group, known):
        text = prose.text
        for wrong in judge(prose, known):
            right = wrong.suggestions[0] if wrong.suggestions else ""
            if len(right) == wrong.end - wrong.start:
                text = text[: wrong.start] + right + text[wrong.end :]
        if text != prose.text:
            yield prose, prose._replace(text=text)
