"""The running text of a note, block by block, with the way back to the file."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
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


_LETTERS = r"[^\W\d_]++"
_WORD = re.compile(rf"{_LETTERS}(?:['’-]{_LETTERS})*+")


def words_in(text: str) -> list[str]:
    """All that looks like a word, hyphens and apostrophes inside it included, in order.

    Parts of addresses and paths are there too: quick, and more than enough to see that nothing in
    a block needs a closer look.
    """
    return _WORD.findall(text)


@dataclass(frozen=True)
class Prose:
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

    @cached_property
    def words(self) -> list[str]:
        """What looks like a word in the text, in order."""
        return words_in(self.text)

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
