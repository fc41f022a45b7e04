"""A note: one Markdown file of a Hugo site, read into parts that know their place."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from notelint.core import Span
from notelint.note.fault import Fault
from notelint.note.front_matter import FrontMatter, read_front_matter
from notelint.note.html import Aligned, align
from notelint.note.markdown import parse
from notelint.note.markup import Markup
from notelint.note.masking import Masker
from notelint.note.nodes import Node
from notelint.note.outline import Heading, comments, footnote_ids, headings, html_ids
from notelint.note.prose import Prose, ProseGroup, by_language
from notelint.note.prose_of import prose_of
from notelint.note.reference import Reference
from notelint.note.references_of import references_of
from notelint.note.shortcode_table import ShortcodeTable
from notelint.note.shortcodes import Shortcode, scan
from notelint.note.source import Source, decode

__all__ = ["FILE_FIELDS", "TEXT_FIELDS", "Fault", "Heading", "Note", "read"]

TEXT_FIELDS = frozenset(("title", "linktitle", "description", "summary"))
"""Front matter fields that are text where nothing else is known: dotted paths in lower case, no
list positions.
"""

FILE_FIELDS = frozenset(("images",))
"""Front matter fields that name files, likewise."""

_WORDS = re.compile(r"<!--\s*notelint-words:(.*?)-->", re.S)


class Comment(NamedTuple):
    """An HTML comment that speaks to notelint (`<!-- notelint-… -->`)."""

    span: Span
    text: str


@dataclass(frozen=True)
class Note:
    """One file, read. Nothing in it is rendered back: checks read spans, fixes and translations are
    edits on `source.text`.

    `path` is as given, with `/`. `language` is the code the site gives the page ("pt", "en",
    "pt-br"; "" unknown).
    """

    path: str
    source: Source
    language: str
    markup: Markup
    table: ShortcodeTable
    front_matter: FrontMatter
    shortcodes: tuple[Shortcode, ...]
    blocks: tuple[Node, ...]
    faults: tuple[Fault, ...]
    masker: Masker
    text_fields: frozenset[str] = TEXT_FIELDS
    file_fields: frozenset[str] = FILE_FIELDS

    def aligned(self, text: str, span: Span) -> Aligned:
        """`text` of a node that is not Markdown, as it stands at `span`, shortcodes as GAPs."""
        hidden = [mask.span for mask in self.masker.inside(span)]
        return align(text, self.source.text, span, hidden)

    @cached_property
    def _by_kind(self) -> Mapping[str, list[Node]]:
        found: defaultdict[str, list[Node]] = defaultdict(list)
        stack = list(reversed(self.blocks))
        while stack:
            node = stack.pop()
            found[node.kind].append(node)
            if node.children:
                stack.extend(reversed(node.children))
        return found

    def of_kind(self, *kinds: str) -> list[Node]:
        """The nodes of the body of these kinds in document order, those inside others too."""
        groups = [self._by_kind[kind] for kind in kinds if kind in self._by_kind]
        if len(groups) == 1:
            return groups[0]
        return sorted(chain.from_iterable(groups), key=lambda node: node.span)

    @cached_property
    def prose(self) -> tuple[Prose, ...]:
        """The running text: body blocks, alt texts and titles, front matter text fields, shortcode
        texts, HTML text.
        """
        return prose_of(self)

    @cached_property
    def prose_by_language(self) -> tuple[ProseGroup, ...]:
        """The running text by its language, each with all of its words."""
        return tuple(by_language(self.prose, self.language))

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Everything the note points to, in document order."""
        return references_of(self)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The headings of the body."""
        return tuple(headings(self))

    @cached_property
    def html_ids(self) -> tuple[tuple[str, Span], ...]:
        """Ids in raw HTML and attribute lists, and names of anchors."""
        return tuple(html_ids(self))

    @cached_property
    def footnote_ids(self) -> tuple[str, ...]:
        """The ids of footnotes and of the references to them, as Hugo writes them."""
        return tuple(footnote_ids(self))

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        """HTML comments that speak to notelint, in document order; those in code are text."""
        text = self.source.text
        return tuple(Comment(span, span.of(text)) for span in comments(self))

    @cached_property
    def words(self) -> frozenset[str]:
        """Words that the note declares right: `<!-- notelint-words: one, two -->`."""
        found: set[str] = set()
        for comment in self.comments:
            match = _WORDS.match(comment.text)
            if match:
                found.update(re.split(r"[\s,]+", match.group(1)))
        return frozenset(found - {""})


def read(
    path: str,
    data: bytes,
    *,
    language: str,
    markup: Markup,
    shortcodes: ShortcodeTable,
    text_fields: frozenset[str] = TEXT_FIELDS,
    file_fields: frozenset[str] = FILE_FIELDS,
) -> Note:
    """`data` (a file's bytes) as a note; never raises for bad content: what cannot be read becomes
    a fault.

    `text_fields` and `file_fields` are the front matter fields that are prose and that name files:
    dotted paths in lower case, list positions left out ("resources.title").
    """
    source = decode(data)
    text = source.text
    front_matter = read_front_matter(text)
    start = front_matter.body_start
    if not start and source.bom:
        start = 1
    found = scan(text, start, shortcodes)
    masker = Masker(text, found)
    blocks = parse(text, start, len(text), markup, found, shortcodes, masker)
    faults = (*source.faults, *front_matter.faults, *found.faults)
    return Note(
        path,
        source,
        language,
        markup,
        shortcodes,
        front_matter,
        found.shortcodes,
        blocks,
        faults,
        masker,
        text_fields,
        file_fields,
    )
