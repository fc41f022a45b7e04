"""Words of a note that no list knows and that nobody reports: coinages, names of things, slips of such.

What they are worth is seen beside other words, of the same note or of all notes of a site: a slip
stands alone beside the word that was meant. https://en.wikipedia.org/wiki/Hapax_legomenon
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
from notelint.spelling.variants import meant_in, times_written
from notelint.spelling.verdict import verdict
from notelint.spelling.written import groups_of

_SHORTEST = 5  # with a capital
_SHORTEST_SMALL = 6
_MOST_PLACES = 3
_ALONE = re.compile(r"(?<![\w/.@-])[^\W\d_]+(?![\w/@-]|\.\w)")
"""A word that is no part of an address, a path or a hyphenated one."""


def odd_words(
    note: Note, workspace: Workspace, own_dictionaries: frozenset[str] = frozenset()
) -> tuple[OddWord, ...]:
    """The odd words of a note; those with a capital have places only when they look like another word.

    Languages of `own_dictionaries` are passed over: ours cannot tell what the site's knows.
    """
    found: list[OddWord] = []
    for group, language in groups_of(note, workspace):
        base = language.lower().partition("-")[0]
        if not own_dictionaries.isdisjoint((language.lower(), base)):
            continue
        known = site_lexicon(language, workspace, note.words)
        if known is None:
            continue
        for word in sorted(_unlisted(group.words - known.right - known.listed, known)):
            like = meant_in(note.source.text, word, known.knows_or_names)
            if word.islower() and known.knows(like.lower()):
                like = like.lower()  # its capital was that of a sentence or of a title
            places = list(_places(word, group)) if like or word.islower() else []
            times = group.in_order.count(word)
            if not places:  # a name, most likely: only counted
                found.append(OddWord(word, base, times, (), False, ""))
                continue
            prose, start, end = places[0]
            plain = _is_prose(word, times, note) and (
                bool(like)
                or (not _is_set_off(prose, start, end) and is_at_home(prose, start, known))
            )
            spans = tuple(tuple(prose.span(*place)) for prose, *place in places[:_MOST_PLACES])
            found.append(OddWord(word, base, times, spans, plain, like))
    return tuple(found)


def _unlisted(words: Iterable[str], known: Lexicon) -> Iterator[str]:
    """Those that no list has and that nothing is said of: most need no verdict, which costs far more."""
    for word in words:
        shortest = _SHORTEST_SMALL if word.islower() else _SHORTEST
        if len(word) < shortest or not word.isalpha() or not word[1:].islower():
            continue
        if known.knows(word):
            known.listed.add(word)
        elif verdict(word, known).kind == "unknown" and not may_be_wrong(word, known):
            yield word


def _places(word: str, group: ProseGroup) -> Iterator[tuple[Prose, int, int]]:
    for prose in group.prose:
        for match in _ALONE.finditer(prose.text) if word in prose.text else ():
            if match[0] == word:
                yield prose, *match.span()


def _is_set_off(prose: Prose, start: int, end: int) -> bool:
    """True for what stands in italics or quotation marks, as foreign words do."""
    if prose.text[start - 1 : start] in ('"', "“", "‘", "'", "«"):
        return True
    return any(
        mark.kind == "emphasis" and mark.start <= start and end <= mark.end for mark in prose.marks
    )


def _is_prose(word: str, times: int, note: Note) -> bool:
    """True when the note has the word nowhere but the `times` that it stands in prose."""
    text = note.source.text
    if sum(map(text.count, {word, word.lower(), word.capitalize(), word.upper()})) <= times:
        return True
    return times_written(word, text) <= times
