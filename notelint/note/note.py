"""A note: one Markdown file of a Hugo site, read into parts that know their place."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from notelint.note.fault import Fault
from notelint.note.front_matter import FrontMatter
from notelint.note.markup import Markup
from notelint.note.nodes import Node
from notelint.note.prose import Prose
from notelint.note.reference import Reference
from notelint.note.shortcodes import Shortcode, ShortcodeTable
from notelint.note.source import Source


@dataclass(frozen=True)
class Note:
    """One file, read. Nothing in it is rendered back: checks read spans, fixes and translations are edits on `source.text`.

    `path` is as given, with `/`. `language` is the code the site gives the page ("pt", "en", "pt-br"; "" unknown).
    """

    path: str
    source: Source
    language: str
    markup: Markup
    front_matter: FrontMatter
    shortcodes: tuple[Shortcode, ...]
    blocks: tuple[Node, ...]
    faults: tuple[Fault, ...]

    def walk(self) -> Iterator[Node]:
        """Every node of the body in document order, definitions and attribute lists included."""
        for block in self.blocks:
            yield from block.walk()

    @cached_property
    def prose(self) -> tuple[Prose, ...]:
        """The running text: body blocks, alt texts and titles, front matter text fields, shortcode texts, HTML text."""

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Everything the note points to, in document order."""


def read(path: str, data: bytes, *, language: str, markup: Markup, shortcodes: ShortcodeTable) -> Note:
    """`data` (a file's bytes) as a note; never raises for bad content: what cannot be read becomes a fault."""
