"""Finding what a render hook finds: a page, a file of the page, an asset."""

import posixpath
from collections.abc import Iterable, Iterator
from functools import cached_property

from notelint.site.bundles import Bundles
from notelint.site.content_files import SiteFiles
from notelint.site.content_path import normalise
from notelint.site.hooks import LinkHook, When
from notelint.site.letters import other_letters, spellings_of
from notelint.site.lookup import Lookup
from notelint.site.page import Page
from notelint.site.resolution import UNCERTAIN, Resolution, hidden_because
from notelint.site.tree import Tree


class HookLookup:
    """Looks up for the hooks of one site."""

    def __init__(self, tree: Tree, bundles: Bundles, files: SiteFiles, lookup: Lookup) -> None:
        self.tree, self.bundles, self.files, self.lookup = tree, bundles, files, lookup

    def find(self, hook: LinkHook, path: str, page: Page) -> Resolution | None:
        """What `hook` finds for the decoded `path` on `page`; None: nothing, so it stays as
        written.
        """
        rooted = path.startswith("/")
        path = path.removeprefix("./")

        def at_work(when: When) -> bool:
            return when == "always" or when == ("rooted" if rooted else "relative")

        if at_work(hook.page):
            other = self.lookup.find(path, page, page.language, is_ref=False).page
            if other is not None and not other.hidden:
                return _found(path, spellings_of(other), page=other)
            if other is not None:
                return _to_hidden(other, page)
        if at_work(hook.resource):
            resource = self.bundles.find(page, path)
            if resource is not None:
                return _found(path, (resource.path,), file=resource.path)
            if self._is_bundled_page(path, page):
                return UNCERTAIN  # Hugo finds it, and it has no address: href=""
        if at_work(hook.asset):
            asset = self.files.assets.get(posixpath.normpath(path.lstrip("/")))
            if asset is not None:
                return Resolution(True, file=asset)
        return None

    def _is_bundled_page(self, path: str, page: Page) -> bool:
        if not path.endswith((".md", ".markdown")):
            return False
        name = normalise(posixpath.splitext(path)[0])
        if page.kind == "page":  # it has the files of bundles below it, too, under their last names
            prefix, end = page.logical_path + "/", "/" + name
            return any(
                code == page.language
                and key.startswith(prefix)
                and key[len(prefix) - 1 :].endswith(end)
                for code, key in self._bundled_pages
            )
        place = page.language, f"{page.logical_path}/{name}"
        return page.kind == "leaf" and (
            place in self._bundled_pages or place in self._bundled_indexes
        )

    @cached_property
    def _bundled_pages(self) -> frozenset[tuple[str, str]]:
        """Language and logical path of the Markdown files inside leaf bundles of that language."""
        return frozenset(
            (one.language, one.logical_path)
            for one in self._bundled()
            if "index." not in one.path.rpartition("/")[2]
        )

    @cached_property
    def _bundled_indexes(self) -> frozenset[tuple[str, str]]:
        """The same of each index.md in a folder of a leaf bundle."""
        return frozenset(
            (one.language, one.logical_path + "/index")
            for one in self._bundled()
            if one.path.rpartition("/")[2].startswith("index.")
        )

    def _bundled(self) -> Iterator[Page]:
        for one in self.tree.pages.values():
            nodes, folder = self.tree.by_language[one.language], one.directory
            while one.kind == "resource" and folder.strip("/"):
                if folder in nodes and nodes[folder].kind == "leaf":
                    yield one
                    break
                folder = folder.rpartition("/")[0]


def _found(
    path: str, right: Iterable[str], *, page: Page | None = None, file: str | None = None
) -> Resolution:
    respelt = other_letters(path, right)
    if respelt:
        return Resolution(True, page, file, "case", (respelt,))
    return Resolution(True, page, file)


def _to_hidden(other: Page, page: Page) -> Resolution:
    if other is page or other.hidden == "link":
        return Resolution(True, other)
    return Resolution(False, other, why=hidden_because(other))
