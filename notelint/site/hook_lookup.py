"""Finding what a render hook finds: a page, a file of the page, an asset."""

import posixpath
from collections.abc import Iterable
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
        if hook.strips_dot:
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
        if at_work(hook.page) and self.lookup.may_be_made(path, page, is_ref=False):
            return UNCERTAIN
        return None

    def _is_bundled_page(self, path: str, page: Page) -> bool:
        if not path.endswith((".md", ".markdown")):
            return False
        stem = posixpath.splitext(path)[0]
        name = normalise(stem)
        if name != stem.casefold():
            return False  # Hugo calls «kiwi roxo.md» kiwi-roxo.md, and finds it by that only
        if page.kind == "page":  # it has the files of bundles below it, too, under their last names
            prefix, end = page.logical_path + "/", "/" + name
            return any(
                owner.kind == "leaf"
                and code == page.language
                and key.startswith(prefix)
                and key[len(prefix) - 1 :].endswith(end)
                and not key.endswith("/index")
                for (code, key), owner in self._bundled_pages.items()
            )
        place = page.language, f"{page.logical_path}/{name}"
        return self._bundled_pages.get(place) is page

    @cached_property
    def _bundled_pages(self) -> dict[tuple[str, str], Page]:
        """By language and logical path of the Markdown files inside leaf bundles, the page that has
        them: where the bundle is of another language and not built, that is the section around it;
        where it is built, none has them.
        """
        found: dict[tuple[str, str], Page] = {}
        for one in self.tree.pages.values():
            if one.kind != "resource":
                continue
            nodes, dropped = self.tree.by_language[one.language], self.tree.dropped[one.language]
            folder = one.directory
            live = self.tree.live_keys
            while folder.strip("/") and folder not in live and folder not in dropped:
                folder = folder.rpartition("/")[0]
            owner = nodes.get(folder.rstrip("/"))
            if owner is not None:
                is_index = one.path.rpartition("/")[2].startswith("index.")
                key = one.logical_path + ("/index" if is_index else "")
                found[one.language, key] = owner
        return found


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
