"""The running text of a note, block by block, with the way back to the file."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from notelint.core import Span

GAP = "\ufffc"
"""Stands in prose where something that is not prose was: code, math, a shortcode, an image, a URL."""

ProseKind = Literal[
    "paragraph",
    "heading",
    "cell",
    "alt",
    "title",
    "caption",
    "html",
    "front-matter",
    "shortcode",
    "term",
]
MarkKind = Literal["emphasis", "strong", "link", "strikethrough"]


class Piece(NamedTuple):
    """Characters `start:end` of the prose come from `span` of the file.

    Equal lengths mean character for character; an entity or an escape is a piece of its own whose
    lengths may differ, and it maps as a whole.
    """

    start: int
    end: int
    span: Span


class Mark(NamedTuple):
    """Characters `start:end` of the prose are inside this markup."""

    start: int
    end: int
    kind: MarkKind


BLOCK_END = "\n"
_LETTERS = r"[^\W\d_]++"
_WORD_OR_END = re.compile(rf"{_LETTERS}(?:['’-]{_LETTERS})*+|\n")
"""All that looks like a word, hyphens and apostrophes inside it included, and the end of a block.

Parts of addresses and paths are there too: quick, and more than enough to see that nothing in a block
needs a closer look.
"""


class Prose(NamedTuple):
    """What a reader reads of one block, as one string.

    `text` has line breaks as single spaces, markup left out, escapes and entities decoded, and GAP where
    code, math, shortcodes, images and bare addresses stand. `pieces` are sorted and cover all of `text`
    but the GAPs and line breaks that have no source of their own.
    """

    kind: ProseKind
    language: str
    text: str
    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Where characters `start:end` of the text stand in the file."""
        return Span(self._offset(start, False), self._offset(end, True))

    def _offset(self, position: int, ending: bool) -> int:
        probe = position - 1 if ending else position
        index = bisect_right(self.pieces, probe, key=lambda piece: piece.start) - 1
        piece = self.pieces[max(index, 0)]
        if piece.end - piece.start == piece.span.end - piece.span.start:
            return piece.span.start + min(max(position - piece.start, 0), piece.end - piece.start)
        return piece.span.end if ending else piece.span.start


class ProseGroup(NamedTuple):
    """The prose of a note in one language, and the words of all its blocks, found at once.

    Most notes have nothing wrong in them, and their words alone tell so. `words` are different
    ones as written; `lower` has them in order and in small letters, BLOCK_END after each block.
    """

    language: str
    prose: tuple[Prose, ...]
    words: frozenset[str]
    lower: list[str]


def by_language(prose: Iterable[Prose], language: str) -> Iterator[ProseGroup]:
    """`prose` by its language; `language` is that of prose which has none of its own."""
    groups: dict[str, list[Prose]] = {}
    for each in prose:
        groups.setdefault(each.language or language, []).append(each)
    for name, members in groups.items():
        yield group_of(name, members)


def group_of(language: str, prose: Iterable[Prose]) -> ProseGroup:
    """All of `prose` as one group."""
    members = tuple(prose)
    words = _WORD_OR_END.findall(BLOCK_END.join([each.text for each in members]))
    lower = " ".join(words).lower().split(" ")
    return ProseGroup(language, members, frozenset(words) - {BLOCK_END}, lower)
