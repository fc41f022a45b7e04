"""One line of the memory: a segment's text in both languages, and who answers for it."""

from dataclasses import asdict, dataclass
from typing import Literal

from notelint.translation.memory_file import Row

Origin = Literal["human", "engine"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One segment of a page: its source text, and its text in the edition as last written.

    `kind` is the pipeline's word for what it is (`paragraph`, `heading`, `field:title` …). An entry
    of origin `engine` with no engine name was kept in the source language: it is never reused.
    """

    source: str
    target: str
    origin: Origin = "engine"
    engine: str = ""
    kind: str = ""

    @property
    def kept(self) -> bool:
        """True when nobody translated it and the source text stands in the edition."""
        return self.origin == "engine" and not self.engine


def entry_of(row: Row) -> Entry:
    """A line as read; what is missing is taken as an engine's."""
    return Entry(
        row["source"],
        row["target"],
        "human" if row.get("origin") == "human" else "engine",
        str(row.get("engine", "")),
        str(row.get("kind", "")),
    )


def row_of(entry: Entry) -> Row:
    """A line as written: always the same fields in the same order, so that git can merge."""
    return asdict(entry)
