"""One page of the site: a note in its place, or a page that Hugo makes without a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from notelint.site.facts import Facts

Kind = Literal["page", "leaf", "branch", "resource"]
HugoKind = Literal["home", "section", "page", "taxonomy", "term"]
Hidden = Literal[
    "", "draft", "future", "expired", "headless", "never", "link", "resource", "shadowed"
]  # fmt: skip


@dataclass(slots=True, eq=False)
class Page:
    """A page in one language.

    `path` is that of its file relative to the site's root, "" for a home page, section, taxonomy or
    term that has no file. `kind` is "page" (x.md), "leaf" (x/index.md), "branch" (x/_index.md) or
    "resource" (a Markdown file inside a leaf bundle, which is no page of its own).

    `logical_path` is what refs find: folders and name in lower case, without language and
    extension, "" for home. `section` is the first folder; `directory` the folder of the file below
    content/ ("/" at the top), where relative refs start. `values` is the front matter with what
    cascades down to it.

    `url` is the address without base path, percent-decoded, also of a page that is not published
    (where it would be); `folder` is the address of the folder that its files go to. `hidden` says
    why it is not published, "" when it is; "link" is a page with an address and no file. `written`
    is the logical path of a page without a file, in the letters in which it was asked for.
    """

    path: str
    language: str
    kind: Kind
    hugo_kind: HugoKind
    logical_path: str
    section: str
    directory: str
    facts: Facts
    values: Mapping[str, Any]
    url: str = ""
    folder: str = ""
    hidden: Hidden = ""
    written: str = ""

    @property
    def is_published(self) -> bool:
        """True when Hugo writes this page."""
        return not self.hidden

    @property
    def is_draft(self) -> bool:
        """True when the page is a draft, by its own front matter or by a cascade."""
        return self.hidden == "draft"

    @property
    def bundle(self) -> str | None:
        """The folder of the note when it is a bundle, relative to the site's root."""
        return self.path.rpartition("/")[0] if self.kind in ("leaf", "branch") else None

    @property
    def title(self) -> str:
        """The title as text."""
        value = self.values.get("title")
        return value if isinstance(value, str) else ""

    @property
    def name(self) -> str:
        """The bare name by which a ref may find it: the folder's for bundles."""
        return self.logical_path.rpartition("/")[2]
