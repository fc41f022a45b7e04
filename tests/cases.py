"""Fixture files with one case a line: columns between ` | `, a comment after `#`."""

from pathlib import Path

_SHOWN = (("⏎", "\n"), ("␍", "\r"), ("⇥", "\t"))


def rows(path: Path, columns: int) -> list[tuple[str, ...]]:
    """The cases of `path`: the first column, the text in the middle, and up to `columns` - 2 more.

    The text may hold the separator itself; ⏎, ␍ and ⇥ stand for a line feed, a carriage return and a tab.
    """
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            first, _, rest = line.partition(" | ")
            more = columns - 2 if first in ("reads", "runs", "date") else 0
            found.append((first, *map(plain, rest.rsplit(" | ", more) if more else [rest])))
    return found


def plain(shown: str) -> str:
    """The text that a fixture shows with signs for its blanks."""
    for sign, character in _SHOWN:
        shown = shown.replace(sign, character)
    return shown
