"""One page of the site: a note in its place, or a page that Hugo makes without a file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from notelint.site.facts import Facts
from notelint.site.target import Target

Kind = Literal["page", "leaf", "branch", "resource"]
HugoKind = Literal["home", "section", "page", "taxonomy", "term"]
Hidden = Literal[
    "", "draft", "future", "expired", "headless", "never", "link", "resource", "shadowed"
]  # fmt: skip

NOWHERE = Target("", "", "")


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

    `hidden` says why it is not published, "" when it is; "link" is a page with an address and no
    file. `written` is the logical path of a page without a file, in the letters in which it was
    asked for. `target` is where the page goes, found when first asked for, since most runs ask for
    few of a site's addresses: `locate` puts it there, and is None for a page without an address.
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
    hidden: Hidden = ""
    written: str = ""
    locate: "Callable[[Page], object] | None" = None
    target: Target | None = None

    @property
    def url(self) -> str:
        """The address without base path, percent-decoded, also of a page that is not published
        (where it would be); "" for a part of a bundle.
        """
        return self._main_target().link

    @property
    def folder(self) -> str:
        """The address of the folder that the page's files go to."""
        return self._main_target().folder

    def _main_target(self) -> Target:
        if self.target is None and self.locate is not None:
            self.locate(self)
        return self.target or NOWHERE

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
    def type(self) -> str:
        """What templates are chosen by: the type of front matter, else the section."""
        value = self.values.get("type")
        return value if isinstance(value, str) and value else self.section

    @property
    def name(self) -> str:
        """The bare name by which a ref may find it: the folder's for bundles."""
        return self.logical_path.rpartition("/")[2]
