"""Which pages of an edition are known to be up to date, by the content of both files.

A convenience: .notelint/cache/edition.<language>.json may be deleted at any time; the pages are then looked at again.
"""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from notelint.files import write_atomically

VERSION = 1


class State:
    """What the last run left. `settings` is anything that changes what an up-to-date page is."""

    def __init__(self, root: Path, language: str, settings: str, *, read_only: bool) -> None:
        self._file = root / ".notelint" / "cache" / f"edition.{language}.json"
        self._settings = digest(f"{VERSION}\0{settings}".encode())
        self._read_only = read_only
        self._pages: dict[str, list[str]] = self._read()
        self._found = dict(self._pages)

    def is_current(self, page: str, source: bytes, target: bytes) -> bool:
        """True when the last run ended with exactly these two files."""
        return self._pages.get(page) == [digest(source), digest(target)]

    def settle(self, page: str, source: bytes, target: bytes) -> None:
        """These two files belong together."""
        self._pages[page] = [digest(source), digest(target)]

    def forget(self, page: str) -> None:
        """The page must be looked at again."""
        self._pages.pop(page, None)

    def save(self) -> None:
        """Write what has changed; a state that cannot be written is only slower."""
        if self._read_only or self._pages == self._found:
            return
        data = {"settings": self._settings, "pages": dict(sorted(self._pages.items()))}
        self._file.parent.mkdir(parents=True, exist_ok=True)
        ignore = self._file.parent / ".gitignore"
        if not ignore.exists():
            write_atomically(ignore, b"*\n")
        write_atomically(self._file, json.dumps(data, indent=0).encode())

    def _read(self) -> dict[str, list[str]]:
        try:
            data = json.loads(self._file.read_bytes())
        except (OSError, ValueError):
            return {}
        if not isinstance(data, Mapping) or data.get("settings") != self._settings:
            return {}
        pages = data.get("pages")
        return dict(pages) if isinstance(pages, Mapping) else {}


def digest(data: bytes) -> str:
    """What tells two contents apart."""
    return sha256(data).hexdigest()[:24]
