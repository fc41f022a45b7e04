"""Everything that Hugo writes, by address, so that a link can be followed as a browser would."""

import posixpath
import unicodedata
from functools import cached_property
from typing import NamedTuple

from notelint.site.addresses import Addresses
from notelint.site.bundles import Bundles
from notelint.site.content_files import SiteFiles
from notelint.site.content_path import folders_above
from notelint.site.page import Page
from notelint.site.tree import Tree
from notelint.site.values import texts, truth


class Output(NamedTuple):
    """One file below public/: a page's HTML, a file on disk, or something else that Hugo makes."""

    page: Page | None = None
    file: str | None = None


MADE = Output()


class Outputs:
    """Address of a file (with a leading slash, decoded, without base path) → what it is."""

    def __init__(
        self, tree: Tree, addresses: Addresses, bundles: Bundles, files: SiteFiles
    ) -> None:
        self.tree, self.addresses, self.bundles, self.files = tree, addresses, bundles, files

    @cached_property
    def published(self) -> dict[str, Output]:
        """What is there when the site is built."""
        found: dict[str, Output] = {
            address: Output(None, path) for address, path in self.files.static.items()
        }
        for nodes in self.tree.by_language.values():
            for page in nodes.values():
                if not page.hidden:
                    self._add_page(page, found)
                for resource in self.bundles.published(page):
                    found.setdefault(resource.url, Output(None, resource.path))
        self._add_aliases(found)
        self._add_standalone(found)
        return found

    def _add_page(self, page: Page, found: dict[str, Output]) -> None:
        for format_, target in self.addresses.targets(page):
            if target.link == page.url:
                found[target.file] = Output(page)
            elif format_.suffix is not None:
                found[target.file] = MADE

    def _add_aliases(self, found: dict[str, Output]) -> None:
        hugo = self.tree.workspace.hugo
        if truth(hugo.get("disablealiases")):
            return
        for nodes in self.tree.by_language.values():
            for page in nodes.values():
                for alias in texts(page.values.get("aliases")) if not page.hidden else ():
                    found.setdefault(_alias_file(alias, page, self.addresses), MADE)

    def _add_standalone(self, found: dict[str, Output]) -> None:
        hugo = self.tree.workspace.hugo
        disabled = self.addresses.formats[hugo.default_language].disabled
        kinds = {"sitemap": "sitemap.xml", "404": "404.html"}
        names = [name for kind, name in kinds.items() if kind not in disabled]
        for name in names:
            found.setdefault(f"/{name}", MADE)
        if truth(hugo.get("enablerobotstxt")) and "robotstxt" not in disabled:
            found.setdefault("/robots.txt", MADE)
        for code, prefix in self.addresses.prefixes.items():
            if prefix:
                for name in names:
                    found.setdefault(f"/{prefix}/{name}", MADE)
            if code == hugo.default_language and not truth(
                hugo.get("disabledefaultlanguageredirect")
            ):
                if prefix:
                    found.setdefault("/index.html", MADE)
                elif len(hugo.languages) > 1:
                    found.setdefault(f"/{code}/index.html", MADE)

    @cached_property
    def doubtful(self) -> frozenset[str]:
        """Addresses of files that Hugo writes or not by chance: a section's that is not built, when
        the languages of the site share their files.
        """
        if len(self.tree.by_language) == 1:
            return frozenset()
        return frozenset(
            resource.url
            for nodes in self.tree.by_language.values()
            for page in nodes.values()
            if page.kind == "branch" and page.hidden not in ("", "link")
            for resource in self.bundles.own(page).values()
        )

    @cached_property
    def unpublished(self) -> dict[str, Page]:
        """The addresses that hidden pages would have."""
        found: dict[str, Page] = {}
        for page in (
            *self.tree.pages.values(),
            *(p for n in self.tree.dropped.values() for p in n.values()),
        ):
            if page.hidden and page.url:
                found.setdefault(page.url.rstrip("/"), page)
        return found

    @cached_property
    def folded(self) -> dict[str, str]:
        """Address with letter case and the make-up of accents taken out → the address."""
        return {fold(address): address for address in self.published}

    @cached_property
    def folders(self) -> frozenset[str]:
        """Every folder below public/, without the final slash."""
        return folders_above(self.published)

    def at(self, path: str) -> Output | None:
        """What a browser gets for `path` (decoded, no base path); None when nothing is there."""
        if "published" not in self.__dict__ and self.addresses.are_by_path:
            found = self._by_logical_path(path)
            if found is not None:
                return found
        published = self.published
        for candidate in candidates(path):
            found = published.get(candidate)
            if found is not None:
                return found
        return None

    def _by_logical_path(self, path: str) -> Output | None:
        """The page at `path`, a static file, or a file of the page in whose folder `path` is, when
        its logical path shows which that is, and only one does. Most links lead to something that
        is there, and so need not wait for the addresses of the whole site.
        """
        files, found = candidates(path), list[Output]()
        name = path.removesuffix("index.html").rstrip("/").removesuffix(".html").lower()
        for code, prefix in self.addresses.prefixes.items():
            if prefix and not f"{name}/".startswith(f"/{prefix}/"):
                continue
            nodes = self.tree.by_language[code]
            key = name[len(prefix) + 1 :] if prefix else name
            page = nodes.get(key)
            if page is not None and not page.hidden:
                for _, target in self.addresses.targets(page):
                    if target.link == page.url and target.file in files:
                        found.append(Output(page))
            owner = nodes.get(self.bundles.owner_of(key.rpartition("/")[0]))
            if owner is not None and path not in self.files.static:
                for resource in self.bundles.published(owner):
                    if resource.url == path:
                        found.append(Output(None, resource.path))
        if not found and path in self.files.static:
            return Output(None, self.files.static[path])
        return found[0] if len(found) == 1 else None

    def near(self, path: str) -> str | None:
        """The address that differs from `path` only by letter case or the make-up of accents."""
        for candidate in candidates(path):
            found = self.folded.get(fold(candidate))
            if found is not None:
                if found.endswith("/index.html") and not path.endswith("/index.html"):
                    found = found.removesuffix("index.html")
                    return found if path.endswith("/") else found.rstrip("/") or "/"
                return found
        return None


def candidates(path: str) -> tuple[str, ...]:
    """The files that may answer for an address."""
    if path.endswith("/"):
        return (path + "index.html", path.rstrip("/") + ".html")
    return (path, path + "/index.html", path + ".html")


def fold(text: str) -> str:
    """`text` without letter case and in one make-up of accents."""
    return unicodedata.normalize("NFC", text).casefold()


def _alias_file(alias: str, page: Page, addresses: Addresses) -> str:
    """The file of a redirect; a relative alias starts beside the folder of the page's files."""
    prefix = "/" + addresses.prefixes[page.language]
    base = prefix if alias.startswith("/") else posixpath.dirname(page.folder or "/")
    clean = posixpath.normpath(f"{base}/{alias}").replace("//", "/")
    if clean.endswith((".html", ".htm")):
        return clean
    if addresses.place(page).ugly:
        return clean + ".html"
    return clean.rstrip("/") + "/index.html"
