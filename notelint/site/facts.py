"""What the site and the cross-page checks need to know of one note; no text, all of it plain.

Facts are learnt from the note's bytes alone, so they can be kept in a cache: `facts_to_plain`
gives only tuples, dicts, strings and numbers.
"""

import marshal
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from notelint.core import Span
from notelint.note.reference import Reference

if TYPE_CHECKING:
    from notelint.note.note import Note
    from notelint.site.workspace import Workspace

Place = tuple[int, int]


class Heading(NamedTuple):
    """A heading of a note: its id ("" when it has none that a link can use), its text and where
    it stands.
    """

    id: str
    text: str
    span: Span


class OddWord(NamedTuple):
    """A word that no list knows, how often it stands in the note, and its first places (start, end).

    `is_prose`: it is no name, as far as the note tells: it stands among words of its language, and
    nowhere in code, addresses and tags. `like` is a word of the note that it may stand for. A word
    that is only counted has no places.
    """

    word: str
    language: str
    times: int
    places: tuple[tuple[int, ...], ...]
    is_prose: bool
    like: str


class Details(NamedTuple):
    """What is asked for only when a page itself is looked at, or led to.

    `fields` maps the dotted path of a field ("slug", "images.0") to the spans of key and value
    (start, end, start, end). `references` are Reference fields in their order. `anchors` are all
    ids of the rendered note. `headings` are (id, text, start, end).
    """

    fields: Mapping[str, tuple[int, int, int, int]] = {}
    references: tuple[tuple[Any, ...], ...] = ()
    anchors: tuple[str, ...] = ()
    headings: tuple[tuple[str, str, int, int], ...] = ()

    def packed(self) -> bytes:
        """All of it in a twentieth of the memory: a site may have 100,000 notes."""
        return marshal.dumps((dict(self.fields), self.references, self.anchors, self.headings))


@lru_cache(maxsize=256)
def _unpacked(details: bytes) -> Details:
    return Details(*marshal.loads(details))


_NO_DETAILS = Details().packed()


class Facts(NamedTuple):
    """The facts of one note.

    `path` is relative to the site's root. `front` is the front matter with keys in lower case at
    the first level. `details` are packed Details. `anchors_open` says that there may be more ids
    than `anchors` (a shortcode or hook makes ids). `shortcodes` are the names it uses (lower
    case). `has_front_matter_fault` marks a note that Hugo cannot read. `anchor_prefixes` is how
    ids begin that a shortcode makes. `edition_marks` stand for the note's texts and for its
    structure, in a site that has editions: see translation/watch.py. `odd_words` are OddWords.
    """

    path: str
    language: str
    front: Mapping[str, Any] = {}
    details: bytes = _NO_DETAILS
    anchors_open: bool = False
    shortcodes: tuple[str, ...] = ()
    has_front_matter_fault: bool = False
    anchor_prefixes: tuple[str, ...] = ()
    edition_marks: tuple[bytes, bytes] | None = None
    odd_words: tuple[tuple[Any, ...], ...] = ()

    @property
    def fields(self) -> Mapping[str, tuple[int, int, int, int]]:
        """Where the fields of the front matter stand; see Details."""
        return _unpacked(self.details).fields

    @property
    def anchors(self) -> tuple[str, ...]:
        """All ids of the rendered note."""
        return _unpacked(self.details).anchors

    @property
    def plain_references(self) -> tuple[tuple[Any, ...], ...]:
        """The fields of all references, in the order of the file."""
        return _unpacked(self.details).references

    @property
    def references(self) -> tuple[Reference, ...]:
        """Everything the note points to, in the order of the file."""
        return tuple(
            Reference(kind, origin, target, Span(*span), Span(*target_span), *rest)
            for kind, origin, target, span, target_span, *rest in self.plain_references
        )

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The note's headings, in the order of the file."""
        headings = _unpacked(self.details).headings
        return tuple(Heading(id_, text, Span(a, b)) for id_, text, a, b in headings)

    @property
    def odd(self) -> Iterator[OddWord]:
        """The odd words of the note."""
        return (OddWord(*each) for each in self.odd_words)

    def key_span(self, name: str) -> Span | None:
        """Where the key of a front matter field is written; None when the note has no such
        field.
        """
        found = self.fields.get(name)
        return Span(found[0], found[1]) if found else None

    def value_span(self, name: str) -> Span | None:
        """Where the value of a front matter field is written, quotes included."""
        found = self.fields.get(name)
        return Span(found[2], found[3]) if found else None


def facts_to_plain(facts: Facts) -> tuple[Any, ...]:
    """Only tuples, dicts, strings, numbers and None: for marshal."""
    return (*facts[:-1], tuple(map(tuple, facts.odd_words)))


def facts_from_plain(plain: tuple[Any, ...]) -> Facts:
    """The facts that `facts_to_plain` made plain."""
    return Facts(*plain)


def facts_of(note: "Note", workspace: "Workspace") -> Facts:
    """The facts of a note that was read for `workspace`."""
    from notelint.site.extract import extract

    return extract(note, workspace)
