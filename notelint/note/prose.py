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


_LETTERS = r"[^\W\d_]++"
_WORD_OR_END = re.compile(rf"{_LETTERS}(?:['’-]{_LETTERS})*+|\n")
_BEYOND_LATIN = re.compile(
    r"[^\x00-\xff\u2010-\u2018\u201a-\u205f\u2190-\u23ff\u2500-\u2775\u2794-\u27bf\ufffc]"
)
"""Letters of other scripts, and the curly apostrophe; other signs beyond Latin are in no word."""


def _stays(character: str) -> bool:
    """True for what `_LETTERS` takes for a letter, and for what may stand in a word or end a block."""
    return (character.isalnum() and not character.isdecimal()) or character in "-'\n"


ENDS_OF_WORDS = " ,.:"
"""What may follow a word in `ProseGroup.small`, besides what joins it to another."""

_APART = "\"#$%&'(*+/;<=>?@[\\]^_`{|}~¡¢£¤¥¦§¨©«¬¯°±´¶·¸»¿×÷"
_LETTERS_ALONE = bytes(each if _stays(chr(each)) else ord(" ") for each in range(256))
_SMALL = bytes(ord(chr(each).lower()) for each in range(256))
_SPACED = _SMALL.translate(
    bytes.maketrans(_APART.encode("latin-1") + b"!)", b" " * len(_APART) + b"..")
)


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

    Most notes have nothing wrong in them, and their words alone tell so. `small` has a line for each
    block, with a line feed before it, its text as `searched` leaves it. `words` are
    the different words, and `in_order` all of them, as written. Parts of addresses and paths are
    words, too: quick, and more than enough to see that nothing needs a closer look.
    """

    language: str
    prose: tuple[Prose, ...]
    small: str
    words: frozenset[str]
    in_order: list[str]


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
    text = "\n".join([each.text for each in members])
    latin = _latin(text)
    if latin is None:
        small, words = searched(f" {text} "), " ".join(_WORD_OR_END.findall(text))
    else:  # bytes are several times as quick as text
        small, words = (
            each.decode("latin-1")
            for each in (b" %b " % latin.translate(_SPACED), _words_alone(latin))
        )
    in_order = words.split()
    small = f"\n{small}".replace("\n", " \n ")
    return ProseGroup(language, members, small, frozenset(in_order), in_order)


def blocks_at(group: ProseGroup, places: Iterable[int]) -> Iterator[int]:
    """The number of the block of each of `places` in `small`, which are in order."""
    block, done = -1, 0
    for at in places:
        block += group.small.count("\n", done, at)
        done = at
        yield block


def blocks_with(group: ProseGroup, text: str) -> Iterator[int]:
    """The number of a block for each place where `small` has `text`, which has no line feed."""
    return blocks_at(group, _places(group.small, text))


def blocks_with_words(group: ProseGroup, texts: Iterable[str]) -> list[int]:
    """The numbers of the blocks that have one of `texts`, words in small letters, in order."""
    places = [
        at
        for text in texts
        for at in _places(group.small, f" {text}")
        if group.small[at + 1 + len(text)] in ENDS_OF_WORDS
    ]
    return list(dict.fromkeys(blocks_at(group, sorted(places))))


def _places(small: str, text: str) -> Iterator[int]:
    at = small.find(text)
    while at >= 0:
        yield at
        at = small.find(text, at + 1)


def searched(text: str) -> str:
    """`text` as it is looked for in `ProseGroup.small`: in small letters, with full stops for
    what else ends a sentence, and spaces for signs that no phrase has and letters beyond Latin-1.
    """
    latin = text.lower().encode("latin-1", "replace")
    return latin.translate(_SPACED).decode("latin-1")


def _latin(text: str) -> bytes | None:
    """`text` in Latin-1, with other signs as `?`; None when it has letters of other scripts."""
    try:
        return text.replace(GAP, " ").encode("latin-1")
    except UnicodeEncodeError:
        return None if _BEYOND_LATIN.search(text) else text.encode("latin-1", "replace")


def _words_alone(text: bytes) -> bytes:
    """`text` with spaces for all that is no word; line feeds stay.

    A word is letters, with single hyphens and apostrophes between them.
    """
    flat = b" %b " % text.translate(_LETTERS_ALONE)
    if b"'" in flat:
        for joiners in (b"-'", b"'-", b"''"):
            flat = flat.replace(joiners, b"  ")
        for edge in (b" '", b"\n'"):
            flat = flat.replace(edge, edge[:1] + b" ")
        for edge in (b"' ", b"'\n"):
            flat = flat.replace(edge, b" " + edge[1:])
    return (
        flat.replace(b"--", b"  ")
        .replace(b" -", b"  ")
        .replace(b"\n-", b"\n ")
        .replace(b"- ", b"  ")
        .replace(b"-\n", b" \n")
    )
