"""Words of a note that no list knows and that nobody reports: coinages, names of things, slips of such.

What they are worth is seen in all notes of a site together: a slip stands alone beside the word that
was meant. https://en.wikipedia.org/wiki/Hapax_legomenon
"""

import re
from collections.abc import Iterable, Iterator

from notelint.note.note import Note
from notelint.note.prose import ProseGroup
from notelint.site.facts import OddWord
from notelint.site.workspace import Workspace
from notelint.spelling.judge import may_be_wrong
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.site_lexicon import site_lexicon
from notelint.spelling.verdict import verdict
from notelint.spelling.written import groups_of

_SHORTEST = 6
_ALONE = re.compile(r"(?<![\w/.@-])[^\W\d_]+(?![\w/@-]|\.\w)")
"""A word that is no part of an address, a path or a hyphenated one."""


def odd_words(
    note: Note, workspace: Workspace, own_dictionaries: frozenset[str] = frozenset()
) -> tuple[OddWord, ...]:
    """The odd words of a note in small letters, each with its first place.

    Languages of `own_dictionaries` are passed over: ours cannot tell what the site's knows.
    """
    found: list[OddWord] = []
    for group, language in groups_of(note, workspace):
        if not own_dictionaries.isdisjoint((language.lower(), language.lower().partition("-")[0])):
            continue
        known = site_lexicon(language, workspace, note.words)
        if known is None:
            continue
        for word in sorted(_unlisted(group.words - known.right - known.listed, known)):
            if verdict(word, known).kind == "unknown" and not may_be_wrong(word, known):
                found += _placed(word, language.lower().partition("-")[0], group)
    return tuple(found)


def _unlisted(words: Iterable[str], known: Lexicon) -> Iterator[str]:
    """Those long enough that no list has: most words need no verdict, which costs far more."""
    for word in words:
        if len(word) >= _SHORTEST and word.isalpha() and word.islower():
            if known.knows(word):
                known.listed.add(word)
            else:
                yield word


def _placed(word: str, language: str, group: ProseGroup) -> Iterator[OddWord]:
    for prose in group.prose:
        for match in _ALONE.finditer(prose.text) if word in prose.text else ():
            if match[0] == word:
                times = group.in_order.count(word)
                yield OddWord(word, language, times, *prose.span(*match.span()))
                return
