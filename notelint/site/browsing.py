"""Following an address as a browser does, on what Hugo has written."""

from typing import NamedTuple
from urllib.parse import urlsplit

from notelint.site.addresses import Addresses
from notelint.site.bundles import Bundles
from notelint.site.hugo_config import Language
from notelint.site.on_use import OnUse
from notelint.site.outputs import Outputs
from notelint.site.page import Page
from notelint.site.resolution import CONTESTED, MISSING, UNCERTAIN, Resolution, Why, hidden_because
from notelint.site.tree import Tree
from notelint.site.values import text, truth


class Base(NamedTuple):
    """The site's own address: its host, and its path without the final slash.

    `is_added` says that Hugo puts the path before every address that begins with a slash, when it
    writes the page: https://gohugo.io/configuration/all/#canonifyurls
    """

    host: str
    path: str
    is_added: bool = False

    def below(self, path: str) -> str:
        """The rooted `path` with the site's own path before it, unless that is there already."""
        return path if path.startswith(self.path + "/") else self.path + path


class Browser:
    """Follows addresses of one site."""

    def __init__(
        self, tree: Tree, addresses: Addresses, bundles: Bundles, outputs: Outputs, on_use: OnUse
    ) -> None:
        self.tree, self.addresses, self.bundles = tree, addresses, bundles
        self.outputs, self.on_use = outputs, on_use
        languages = tree.workspace.hugo.languages
        self.bases = {one.code: base_of(one) for one in languages}
        self.pager_words = {_pager_word(one) for one in languages}

    def follow(self, path: str, page: Page) -> Resolution:
        """What a browser finds at `path` (decoded, relative or not) on `page`."""
        base = self.bases[page.language].path
        full = join(base + page.url, path)
        if base:
            if full != base and not full.startswith(base + "/"):
                inside = self.outputs.at(full)
                return Resolution(
                    False,
                    inside.page if inside else None,
                    why="base-path",
                    candidates=(base + full,) if inside else (),
                )
            full = full[len(base) :] or "/"
        if full in self.outputs.doubtful:
            return CONTESTED
        output = self.outputs.at(full)
        if output is not None:
            return Resolution(True, output.page, output.file)
        return self._no_output(full, page)

    def _no_output(self, full: str, page: Page) -> Resolution:
        if page.hidden and page.hidden != "resource":
            if full.rstrip("/") == page.url.rstrip("/"):
                return Resolution(True, page)
            for resource in self.bundles.own(page).values():
                if resource.url == full:
                    return Resolution(True, file=resource.path)
        hidden = self.outputs.unpublished.get(full.removesuffix(".html").rstrip("/"))
        if hidden is not None:
            return Resolution(hidden.hidden == "link", hidden, why=hidden_because(hidden))
        if self._maybe_made(full):
            return UNCERTAIN
        lazy = self.on_use.file_at(full)
        if lazy is not None:
            return Resolution(True, file=lazy)
        near = self.outputs.near(full)
        if near is not None:
            why: Why = "case" if _same_form(near, full) else "form"
            output = self.outputs.at(near)
            page_near, file = (output.page, output.file) if output else (None, None)
            return Resolution(False, page_near, file, why, (near,))
        return MISSING

    def _maybe_made(self, full: str) -> bool:
        """Addresses that templates make: pages of a list, processed assets, unread content
        adapters.
        """
        head, _, last = full.rstrip("/").rpartition("/")
        lists, _, word = head.rpartition("/")
        if last.isdigit() and word in self.pager_words and self.outputs.at(lists + "/") is not None:
            return True
        if _may_be_an_output(last) and any(
            one.has_unknown for one in self.addresses.formats.values()
        ):
            return self.outputs.at(head + "/") is not None
        return any(f"{full}/".startswith(f"{one}/") for one in self.tree.open_folders)


def _pager_word(language: Language) -> str:
    """The folder of a list's further pages: https://gohugo.io/configuration/pagination/"""
    written = language.get("pagination", "path") or language.get("paginatepath")
    return text(written).strip("/").lower() or "page"


_NO_OUTPUT = frozenset(("png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "pdf", "zip", "mp4"))


def _may_be_an_output(name: str) -> bool:
    """Whether an output format that a theme defines may write a file of this name: index.md,
    feed.json, but neither pictures nor other.md, which is the name of a note.
    """
    stem, dot, ending = name.rpartition(".")
    if ending.lower() in ("md", "markdown"):
        return stem == "index"
    return bool(dot) and ending.lower() not in _NO_OUTPUT


def _same_form(one: str, other: str) -> bool:
    """True when only letter case sets two texts apart, not the make-up of accents."""
    return one.casefold() == other.casefold()


def base_of(language: Language) -> Base:
    """The base of a language's `baseURL`."""
    parts = urlsplit(text(language.get("baseurl")) or "https://example.org/")
    is_added = any(truth(language.get(key)) for key in ("canonifyurls", "relativeurls"))
    return Base(parts.netloc.lower(), parts.path.rstrip("/"), is_added)


def join(base: str, path: str) -> str:
    """The address that `path` means on the page at `base`, dots resolved, never above the top."""
    if not path.startswith("/"):
        path = base[: base.rfind("/") + 1] + path
    if "/." not in path and "//" not in path:
        return path
    parts: list[str] = []
    pieces = path.split("/")
    for piece in pieces[1:]:
        if piece == "..":
            if parts:
                parts.pop()
        elif piece != ".":
            parts.append(piece)
    joined = "/" + "/".join(parts)
    if pieces[-1] in (".", "..") and not joined.endswith("/"):
        joined += "/"
    return joined
