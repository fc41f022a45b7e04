"""Where a reference leads, or why it leads nowhere."""

from typing import Literal, NamedTuple

from notelint.site.page import Page

Why = Literal[
    "",
    "external",
    "uncertain",
    "missing",
    "draft",
    "future",
    "expired",
    "headless",
    "never",
    "resource",
    "language",
    "no-language",
    "ambiguous",
    "case",
    "form",
    "output-format",
    "base-path",
    "contested",
]


class Resolution(NamedTuple):
    """`found` is None when nothing can be said ("external", "uncertain", or "contested" where
    several files claim to be the page).

    `page` is the page it leads to, also the draft it would lead to; `file` the file on disk,
    relative to the root. `why` says why not: "case" and "form" (accents made up otherwise) when
    only that differs; "case" with `found` when Hugo's own look-up never minded. `candidates` are
    what was meant perhaps: all pages of an ambiguous name (their logical paths), the right address
    for "case" and "form".
    """

    found: bool | None
    page: Page | None = None
    file: str | None = None
    why: Why = ""
    candidates: tuple[str, ...] = ()


EXTERNAL = Resolution(None, why="external")
CONTESTED = Resolution(None, why="contested")
UNCERTAIN = Resolution(None, why="uncertain")
MISSING = Resolution(False, why="missing")


def hidden_because(page: Page) -> Why:
    """Why a page cannot be reached."""
    hidden = page.hidden
    if hidden == "" or hidden == "link" or hidden == "shadowed":
        return "missing"
    return hidden
