"""Words of a note that no list knows and that nobody reports: coinages, names of things, slips of such.

What they are worth is seen in all notes of a site together: a slip stands alone beside the word that
was meant. https://en.wikipedia.org/wiki/Hapax_legomenon
"""

import re
from collections.abc import Iterator

from notelint.note.note import Note
from notelint.note.prose import ProseGroup
from notelint.site.facts import OddWord
from notelint.site.workspace import Workspace
from notelint.spelling.judge import may_be_wrong
from notelint.spelling.site_lexicon import site_lexicon
from notelint.spelling.verdict import verdict
from notelint.spelling.written import groups_of

_SHORTEST = 6


def odd_words(note: Note, workspace: Workspace) -> tuple[OddWord, ...]:
    """The odd words of a note in small letters, each with its first place."""
    found: list[OddWord] = []
    for group, language in groups_of(note, workspace):
        known = site_lexicon(language, workspace, note.words)
        if known is None:
            continue
        for word in sorted(group.words - known.right):
            if len(word) < _SHORTEST or not (word.isalpha() and word.islower()):
                continue
            if verdict(word, known).kind == "unknown" and not may_be_wrong(word, known):
                found += _placed(word, language.lower().partition("-")[0], group)
    return tuple(found)


def _placed(word: str, language: str, group: ProseGroup) -> Iterator[OddWord]:
    alone = re.compile(rf"(?<![\w/.@-]){word}(?![\w/@-]|\.\w)")
    for prose in group.prose:
        match = alone.search(prose.text)
        if match:
            yield OddWord(word, language, group.in_order.count(word), *prose.span(*match.span()))
            return
