"""Where a reference leads, or why it leads nowhere."""

from dataclasses import dataclass, field
from typing import Literal

from notelint.site.page import Page

Why = Literal[
    "",  # found
    "external", "uncertain",  # no verdict
    "missing", "draft", "future", "expired", "headless", "never", "resource", "language", "ambiguous",
    "case", "output-format", "base-path", "no-language",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Resolution:
    """`found` is None when nothing can be said. `page` is the page it leads to (also the draft
    it would lead to), `file` the file on disk, relative to the root. `why` says why not.
    `candidates` are pages or paths that were meant perhaps: for "ambiguous" all of them, for
    "case" the right spelling.
    """

    found: bool | None
    page: Page | None = None
    file: str | None = None
    why: Why = ""
    candidates: tuple[str, ...] = field(default=())
