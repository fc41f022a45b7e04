"""Translations that people reviewed elsewhere, until a run has written them into the edition."""

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path

from notelint.translation.entry import Entry, entry_of, row_of
from notelint.translation.memory_file import read_rows, rows_as_text, write_whole


class Learnt:
    """.notelint/memory/<lang>.learnt.jsonl: a page, or "" for any, and an entry on each line.

    Its owner does the locking.
    """

    def __init__(self, path: Path, warn: Callable[[str], None], *, read_only: bool) -> None:
        self._path = path
        self._warn = warn
        self._read_only = read_only

    @cached_property
    def _entries(self) -> dict[tuple[str, str], Entry]:
        rows = read_rows(self._path, ("page", "source", "target"), self._warn)
        return {(row["page"], row["source"]): entry_of(row) for row in rows}

    def find(self, source: str, page: str) -> Entry | None:
        """What was learnt for exactly this page ("" is any)."""
        return self._entries.get((page, source))

    def waits(self, page: str) -> bool:
        """True when something was learnt that the page has not yet."""
        return any(place[0] == page for place in self._entries)

    def everywhere(self) -> list[tuple[str, str]]:
        """What was learnt for any page: sources and targets."""
        return sorted((source, e.target) for (page, source), e in self._entries.items() if not page)

    def add(self, page: str, entries: Iterable[Entry]) -> int:
        """Take in texts, as a person's; how many were new."""
        new = 0
        for entry in entries:
            entry = Entry(entry.source, entry.target, "human", "", entry.kind)
            new += self._entries.get((page, entry.source)) != entry
            self._entries[page, entry.source] = entry
        self._save()
        return new

    def forget(self, page: str, entries: Iterable[Entry]) -> None:
        """These stand on the page now."""
        targets = {(page, entry.source): entry.target for entry in entries}
        used = [place for place, e in self._entries.items() if targets.get(place) == e.target]
        for place in used:
            del self._entries[place]
        if used:
            self._save()

    def _save(self) -> None:
        if not self._read_only:
            rows = [{"page": page, **row_of(entry)} for (page, _), entry in self._entries.items()]
            write_whole(self._path, rows_as_text(sorted(rows, key=lambda row: row["page"])))
