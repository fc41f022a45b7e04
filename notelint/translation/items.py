"""What running text is made of, for a translator: words, marks around words, and things that stay as they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from notelint.core import Span

Mode = Literal["markdown", "html", "attribute", "title", "parameter", "field", "plain"]
"""How text is written back: Markdown, text of an HTML block, an HTML attribute, a link's title, a shortcode
parameter, a front matter field, or as it is."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words. `text` is decoded; where it is as long as `span`, they match character for character."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line break that means a space, with what opens the next line (`\\n> `)."""

    span: Span


@dataclass(frozen=True, slots=True)
class Atom:
    """Something kept byte for byte: code, mathematics, an image, a shortcode, a footnote reference, a tag …

    A `boundary` never stands inside a sentence (a hard line break, a tag that nothing closes). A `silent` one is
    no part of the sentence's grammar, so that at an edge the sentence does without it (an image, a footnote).
    """

    span: Span
    kind: str
    boundary: bool = False
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """Markup around words. `label` is not empty for `[text]` and `[text][]`, whose text is also their label."""

    kind: str
    open: Span
    close: Span
    children: "tuple[Item, ...]"
    label: str = ""

    @property
    def span(self) -> Span:
        """All of it, delimiters included."""
        return Span(self.open.start, self.close.end)


Item: TypeAlias = Text | Break | Atom | Mark


TERM = "term:"
"""How the kind of a passage begins that is a taxonomy's term."""


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """One piece of running text: a paragraph, a cell, an alt text, a front matter field …

    `kind` is the word for it in the memory and in reports. `span` is its place in the file; the spans of `items`
    are places in `base`, which is the file's text, or the decoded value (fields, titles, parameters).
    `name` is what else is needed to write it (the path of a field). `starts` says that it begins a line of a
    block. `table` and `heading` change what acts; `twice` says that Hugo reads it as Markdown two times over,
    `quotes` that a straight quote more or less would turn others that are to stay.
    """

    kind: str
    span: Span
    base: str
    items: tuple[Item, ...]
    mode: Mode = "markdown"
    name: str = ""
    starts: bool = False
    table: bool = False
    heading: bool = False
    twice: bool = False
    quotes: bool = False

    @property
    def is_term(self) -> bool:
        """True for a term of a taxonomy, which is translated whole and by the glossary alone."""
        return self.kind.startswith(TERM)

    @property
    def own_text(self) -> bool:
        """True when spans are places in a decoded value."""
        return self.mode in ("attribute", "title", "parameter", "field")


@dataclass(frozen=True, slots=True)
class Segment:
    """What is translated at once: one sentence of a passage, as a rule.

    `span` is its place in the passage's base; `starts` that it begins a block's line, or may; `text` is its source
    as the memory keeps it: Markdown, with a single space for each line break.
    """

    id: str
    passage: Passage
    items: tuple[Item, ...]
    span: Span
    text: str
    starts: bool = False

    @property
    def kind(self) -> str:
        """The passage's kind."""
        return self.passage.kind


def walk(items: Iterable[Item]) -> Iterator[Item]:
    """All items, marks before what they enclose."""
    for item in items:
        yield item
        if isinstance(item, Mark):
            yield from walk(item.children)


def plain(items: Iterable[Item]) -> str:
    """The words alone; nothing for atoms."""
    return "".join(
        item.text if isinstance(item, Text) else " " if isinstance(item, Break) else ""
        for item in walk(items)
    )


def has_letters(items: Iterable[Item]) -> bool:
    """True when there is anything to translate."""
    return any(character.isalpha() for character in plain(items))


def has_text(items: Iterable[Item]) -> bool:
    """True when there are any visible characters of text."""
    return bool(plain(items).strip())
