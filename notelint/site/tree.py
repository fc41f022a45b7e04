"""All pages of the site by language and logical path, with those that Hugo makes without a file."""

from functools import cached_property

from notelint.site.front import Publishing
from notelint.site.page import Page
from notelint.site.settling import Settling
from notelint.site.term_pages import Taxonomies
from notelint.site.workspace import Workspace

Nodes = dict[str, Page]
"""Pages of one language by their logical paths."""


class Tree:
    """`pages` are the file-backed pages by path, `by_language` all live nodes by logical path.

    A page that is not built (a draft …) is in `pages` and in `dropped`, not in `by_language`; a
    section that is not built stays, since the pages below it are. `keys` are the logical paths of
    all of them. `claims` are the logical paths that several files claim, with those files' pages:
    Hugo takes one of them. `open_folders` are addresses below which there may be pages that nobody
    can know, `adapter_folders` logical paths below which content adapters make pages.
    """

    def __init__(self, workspace: Workspace, settling: Settling, taxonomies: Taxonomies) -> None:
        self.workspace = workspace
        self.taxonomies = taxonomies
        self.pages: dict[str, Page] = {}
        self.by_language: dict[str, Nodes] = {code: {} for code in workspace.hugo.codes}
        self.dropped: dict[str, Nodes] = {code: {} for code in workspace.hugo.codes}
        self.keys: set[str] = set()
        self.claims: dict[str, dict[str, list[Page]]] = {}
        self.open_folders: tuple[str, ...] = ()
        self.adapter_folders: tuple[str, ...] = ()
        self._settling = settling
        self._branches: dict[tuple[str, str], Page] = {}

    @property
    def publishing(self) -> Publishing:
        """What the configuration says of dates and drafts."""
        return self._settling.publishing

    def is_disabled(self, page: Page) -> bool:
        """True when disableKinds names this kind of page."""
        return page.hugo_kind in self._settling.disabled[page.language]

    def with_hidden(self) -> dict[str, Nodes]:
        """All nodes, with pages that are not built and the Markdown files of leaf bundles."""
        bundled: dict[str, Nodes] = {code: {} for code in self.by_language}
        for page in self.pages.values():
            if page.kind == "resource":
                bundled[page.language][page.logical_path] = page
        return {
            code: {**bundled[code], **self.dropped[code], **live}
            for code, live in self.by_language.items()
        }

    def branch_above(self, language: str, directory: str) -> Page | None:
        """The section, taxonomy or home page to which Hugo counts `directory` ("/docs").

        At each step up, Hugo looks at the one longest logical path that the directory's text starts
        with: /docs/a is taken for the section of /docs/a-b.
        """
        key = "" if directory == "/" else directory
        known = self._branches.get((language, key))
        if known is not None:
            return known
        keys = self.live_keys
        start = next((key[:end] for end in range(len(key), 0, -1) if key[:end] in keys), "")
        page = self.by_language[language].get(start)
        if (page is None or page.kind != "branch") and key:
            page = self.branch_above(language, key.rpartition("/")[0])
        if page is not None:
            self._branches[language, key] = page
        return page

    @cached_property
    def live_keys(self) -> frozenset[str]:
        """The logical paths of the live nodes of all languages."""
        return frozenset(key for nodes in self.by_language.values() for key in nodes)
