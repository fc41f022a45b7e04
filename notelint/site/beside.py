"""What lies beside a note on disk, by the names that its folder holds."""

import posixpath
from functools import cached_property

from notelint.site.content_files import SiteFiles
from notelint.site.outputs import fold
from notelint.site.page import Page
from notelint.site.resolution import MISSING, Resolution, Why
from notelint.site.tree import Tree


class Beside:
    """Files and notes of the content folders by their paths."""

    def __init__(self, tree: Tree, files: SiteFiles) -> None:
        self.tree, self.files = tree, files

    def at(self, path: str, page: Page) -> Resolution | None:
        """The file or note at `path` from the note's own folder, or from the root for `/path`."""
        folder = "" if path.startswith("/") else posixpath.dirname(page.path)
        full = posixpath.normpath(posixpath.join(folder, path.lstrip("/")))
        for name in (full, f"{full}.md", f"{full}/index.md", f"{full}/_index.md"):
            other = self.tree.pages.get(name)
            if other is not None:
                return Resolution(True, other)
            if name in self._names:
                return Resolution(True, file=name)
        return None

    def by_case(self, path: str, page: Page) -> Resolution:
        """Why nothing is at `path`: another letter case, other accents, or nothing like it."""
        folder = posixpath.dirname(page.path)
        full = posixpath.normpath(posixpath.join(folder, path))
        name = self._folded.get(fold(full))
        if name is None:
            return MISSING
        relative = posixpath.relpath(name, folder or ".")
        why: Why = "case" if name.casefold() == full.casefold() else "form"
        return Resolution(False, self.tree.pages.get(name), name, why, (relative,))

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(path for path, *_ in self.files.content)

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {fold(name): name for name in self._names}
