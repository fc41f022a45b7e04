"""Engines' answers as they come, so that a killed run loses nothing: in .notelint/cache/."""

from functools import cached_property
from pathlib import Path
from typing import IO

from notelint.core import NotelintError
from notelint.translation.entry import Entry, entry_of, row_of
from notelint.translation.memory_file import read_rows, rows_as_text, write_whole


class Journal:
    """A file that only grows, until the run has ended well. Its owner does the locking.

    A last line that was cut off by the kill is left out without a word.
    """

    def __init__(self, path: Path, *, read_only: bool) -> None:
        self._path = path
        self._read_only = read_only
        self._stream: IO[str] | None = None

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        rows = read_rows(self._path, ("source", "target", "engine"), lambda line: None)
        return {row["source"]: entry_of(row) for row in rows}

    def find(self, source: str) -> Entry | None:
        """What an engine answered to `source`."""
        return self._entries.get(source)

    def add(self, entry: Entry) -> None:
        """Note one answer; it is on disk when this returns."""
        self._entries[entry.source] = entry
        if self._read_only:
            return
        try:
            if self._stream is None:
                ignore(self._path.parent)
                self._stream = self._path.open("a", encoding="utf-8", newline="\n")
                if self._stream.tell():
                    self._stream.write("\n")  # what a kill left may not have ended its line
            self._stream.write(rows_as_text([row_of(entry)]))
            self._stream.flush()
        except OSError as error:
            raise NotelintError(f"{self._path}: cannot be written: {error.strerror}") from error

    def finish(self) -> None:
        """Forget everything."""
        self._entries.clear()
        if self._stream is not None:
            self._stream.close()
            self._stream = None
        if not self._read_only:
            write_whole(self._path, "")


def ignore(cache: Path) -> None:
    """Make the cache folder one that git does not see."""
    write_whole(cache / ".gitignore", "*\n")
