"""Why a part of a note cannot be read, or is read otherwise than it looks."""

from typing import NamedTuple

from notelint.core import Fix, Span


class Fault(NamedTuple):
    """One thing wrong with the writing of a note, found while reading it.

    `kind` is "front-matter-syntax", "front-matter-duplicate", "shortcode-syntax",
    "shortcode-unclosed" or "file" (not UTF-8, NUL bytes …). `message` says what is wrong and what
    to write instead. `fatal` is False where Hugo reads on without a word. `fixes` are kept as the
    rule's own: safe only when certain. `other` is another place that explains it: the first of two
    duplicates.
    """

    kind: str
    span: Span
    message: str
    fatal: bool = True
    fixes: tuple[Fix, ...] = ()
    other: Span | None = None
