"""Words of a note that no list knows and that nobody reports: coinages, names of things, slips of such.

What they are worth is seen in all notes of a site together: a slip stands alone beside the word that
was meant. https://en.wikipedia.org/wiki/Hapax_legomenon
"""

import re
from collections.abc import Iterable, Iterator

from notelint.note.note import Note
from notelint.note.prose import Prose, ProseGroup
from notelint.site.facts import OddWord
from notelint.site.workspace import Workspace
from notelint.spelling.judge import is_at_home, may_be_wrong
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
                first = _first_place(word, group)
                if first is not None:
                    prose, start, end = first
                    times = group.in_order.count(word)
                    plain = (
                        not _is_set_off(prose, start, end)
                        and _is_prose(word, times, note)
                        and is_at_home(prose, start, known)
                    )
                    base = language.lower().partition("-")[0]
                    found.append(OddWord(word, base, times, *prose.span(start, end), plain))
    return tuple(found)


def _unlisted(words: Iterable[str], known: Lexicon) -> Iterator[str]:
    """Those long enough that no list has: most words need no verdict, which costs far more."""
    for word in words:
        if len(word) >= _SHORTEST and word.isalpha() and word.islower():
            if known.knows(word):
                known.listed.add(word)
            else:
                yield word


def _first_place(word: str, group: ProseGroup) -> tuple[Prose, int, int] | None:
    for prose in group.prose:
        for match in _ALONE.finditer(prose.text) if word in prose.text else ():
            if match[0] == word:
                return prose, *match.span()
    return None


def _is_set_off(prose: Prose, start: int, end: int) -> bool:
    """True for what stands in italics or quotation marks, as foreign words do."""
    if prose.text[start - 1 : start] in ('"', "“", "‘", "'", "«"):
        return True
    return any(
        mark.kind == "emphasis" and mark.start <= start and end <= mark.end for mark in prose.marks
    )


def _is_prose(word: str, times: int, note: Note) -> bool:
    """True when the note has the word nowhere but the `times` that it stands in prose."""
    return len(re.findall(rf"(?<![^\W\d_]){word}(?![^\W\d_])", note.source.text, re.I)) <= times
