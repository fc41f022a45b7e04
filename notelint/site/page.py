"""One note as a page of the site."""

from dataclasses import dataclass
from typing import Literal

from notelint.site.facts import Facts

Kind = Literal["page", "leaf", "branch", "resource"]


@dataclass(slots=True, eq=False)
class Page:
    """A note in its place. `path` is that of the file; pages that exist without a file have no Page.

    `kind` is "page" (x.md), "leaf" (x/index.md), "branch" (x/_index.md) or "resource" (a Markdown file inside a
    leaf bundle, which is no page). `logical_path` is what refs find: folders and name, lower case, no language, no
    extension; "" is home. `section` is its first folder. `bundle` is the folder of the bundle it is or lies in, or None.
    `url` starts and ends with `/` (no base path, percent-decoded) and is "" for what is not published.
    `hidden` says why it is not published: "draft", "future", "expired", "headless", "never", "resource" or "".
    """

    path: str
    language: str
    kind: Kind
    section: str
    logical_path: str
    facts: Facts
    url: str = ""
    hidden: str = ""
    bundle: str | None = None

    @property
    def is_published(self) -> bool:
        """True when Hugo writes this page."""
        return not self.hidden

    @property
    def is_draft(self) -> bool:
        """True when the page is a draft, by its own front matter or by a cascade."""
        return self.hidden == "draft"
