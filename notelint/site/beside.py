"""What lies beside a note on disk, by the names that its folder holds."""

import posixpath

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
            if self._is_file(name):
                return Resolution(True, file=name)
        return None

    def by_case(self, path: str, page: Page) -> Resolution:
        """Why nothing is at `path`: another letter case, other accents, or nothing like it."""
        folder = posixpath.dirname(page.path)
        full = posixpath.normpath(posixpath.join(folder, path))
        name = self._respelt(full)
        if name is None:
            return MISSING
        relative = posixpath.relpath(name, folder or ".")
        why: Why = "case" if name.casefold() == full.casefold() else "form"
        return Resolution(False, self.tree.pages.get(name), name, why, (relative,))

    def _is_file(self, path: str) -> bool:
        """True when every part of `path` is spelt as on disk, and it is a file."""
        folder, _, name = path.rpartition("/")
        if name not in self.files.names_in(folder):
            return False
        above = folder
        while above and not above.startswith(".."):
            above, _, part = above.rpartition("/")
            if part not in self.files.names_in(above):
                return False
        return (self.tree.workspace.root / path).is_file()

    def _respelt(self, path: str) -> str | None:
        """`path` in the spelling of the disk, None when there is no such file."""
        found = ""
        for part in path.split("/"):
            names = self.files.names_in(found)
            wanted = fold(part)
            same = part if part in names else next((n for n in names if fold(n) == wanted), None)
            if part == "..":
                same = part
            if same is None:
                return None
            found = f"{found}/{same}" if found else same
        return found if (self.tree.workspace.root / found).is_file() else None
