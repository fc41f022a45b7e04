"""The words everything speaks: spans, edits, fixes, diagnostics. Imports nothing of ours."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

Level = Literal["error", "warning", "info"]
Confidence = Literal["high", "medium", "low"]


class Span(NamedTuple):
    """A half-open range of code points of a file as decoded from disk, 0-based.

    CRLF counts as two code points and a byte order mark as one, so that an offset
    found anywhere in notelint can be used on the text of the file as it is.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The part of `text` that this span covers."""
        return text[self.start : self.end]

    def touches(self, other: "Span") -> bool:
        """True when the two overlap, or one is empty and lies inside or at an edge."""
        return (self.start < other.end and other.start < self.end) or self.start == other.start


class Edit(NamedTuple):
    """Put `text` in place of what `span` covers."""

    span: Span
    text: str


class Fix(NamedTuple):
    """One way to mend a finding: all of its edits together, or none.

    `safe` says that the result is certainly what the author meant; other fixes are
    guesses and are applied only when asked for.
    """

    title: str
    edits: tuple[Edit, ...]
    safe: bool = False


class Related(NamedTuple):
    """Another place that explains a finding: the first of two duplicates, say."""

    path: str
    span: Span
    message: str


class Diagnostic(NamedTuple):
    """What is wrong, where, and what to write instead.

    `path` is filled in by the runner: a check speaks only of the note it was given.
    `suggestions` are replacements for the text under `span`, best first.
    """

    rule: str
    span: Span
    level: Level
    message: str
    confidence: Confidence = "high"
    suggestions: tuple[str, ...] = ()
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
    path: str = ""


class NotelintError(Exception):
    """A fault of the call, the configuration or a file: one line, said to the user, exit code 2."""


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """`text` with every edit made.

    Raises ValueError when two edits overlap: nothing is ever half-applied.
    """
    ordered: Sequence[Edit] = sorted(edits)
    parts: list[str] = []
    position = 0
    for edit in ordered:
        if edit.span.start < position:
            raise ValueError(f"overlapping edits at {edit.span.start}")
        parts.append(text[position : edit.span.start])
        parts.append(edit.text)
        position = edit.span.end
    parts.append(text[position:])
    return "".join(parts)
