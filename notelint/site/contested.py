"""Paths that several files claim, a.md and a/index.md: Hugo takes one, and which may change.

Where the files differ in what a link sees, nothing can be said of links to that page, nor, when one
of them is a section with values for all below it, of links to the pages there, nor of links to the
files of a bundle.
"""

import posixpath
from collections.abc import Container, Iterator

from notelint.site.content_path import normalise, parse
from notelint.site.page import Page
from notelint.site.tree import Tree

_FOR_ALL_BELOW = ("cascade", "slug", "url")


class Contested:
    """The contested paths of one tree."""

    def __init__(self, tree: Tree) -> None:
        self._codes = frozenset(tree.workspace.hugo.codes)
        self.keys = tree.keys
        self.exact: set[str] = set()
        self.below: set[str] = set()
        for language, claims in tree.claims.items():
            for key, pages in claims.items():
                if len({page.directory for page in pages}) == 1:
                    continue  # of two names in one folder Hugo always takes the same
                if key in tree.dropped[language] or any(map(_is_unlike, pages)):
                    self.exact.add(key)
                    self.below.update(key for page in pages if page.kind in ("branch", "leaf"))

    def has_page(self, page: Page) -> bool:
        """True when nobody knows which file `page` is, or what it inherits."""
        return bool(self.exact) and (self._has(page.logical_path) or self._is_below(page.directory))

    def has_target(self, path: str, page: Page) -> bool:
        """True when `path` (decoded), written on `page`, may lead to such a page."""
        return bool(self.exact) and any(map(self._has, _meant(path, page, self._codes)))

    def _has(self, key: str) -> bool:
        if key in self.exact:
            return True
        while key and self.below:
            key = key.rpartition("/")[0]
            if key in self.below:
                return True
        return False

    def _is_below(self, directory: str) -> bool:
        """True when Hugo may count `directory` to a contested section; see Tree.branch_above."""
        while directory.strip("/") and self.below:
            ends = range(len(directory), 0, -1)
            directory = next((directory[:end] for end in ends if directory[:end] in self.keys), "")
            if directory in self.below:
                return True
            directory = directory.rpartition("/")[0]
        return False


def _is_unlike(page: Page) -> bool:
    values = page.facts.front
    return page.hidden not in ("", "shadowed") or any(name in values for name in _FOR_ALL_BELOW)


def _meant(path: str, page: Page, codes: Container[str]) -> Iterator[str]:
    """The logical paths that `path` may mean, by file and by address, below a language too."""
    path = path.rstrip("/").removesuffix("/index.html")
    rooted = path.startswith("/")
    by_file = parse(path if "." in path.rpartition("/")[2] else f"{path}.md", codes).key
    for key in dict.fromkeys((by_file, normalise("/" + path.lstrip("/")))):
        key = key.removesuffix("/_index").removesuffix("/index")
        yield key
        yield "/" + key[1:].partition("/")[2]
        if not rooted:
            for start in (page.directory, posixpath.dirname(page.directory), page.logical_path):
                yield posixpath.normpath(posixpath.join(start or "/", key[1:]))
