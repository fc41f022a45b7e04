"""Where each kind of reference leads, as Hugo and a browser after it would find it."""

import posixpath
from functools import cached_property
from typing import NamedTuple
from urllib.parse import urlsplit

from notelint.note.reference import Reference
from notelint.site.addresses import Addresses
from notelint.site.beside import Beside
from notelint.site.bundles import Bundles
from notelint.site.content_files import SiteFiles
from notelint.site.content_path import normalise
from notelint.site.hooks import EMBEDDED_IMAGE, EMBEDDED_LINK, PLAIN, LinkHook, When
from notelint.site.lookup import Lookup
from notelint.site.on_use import OnUse
from notelint.site.outputs import Outputs
from notelint.site.page import Page
from notelint.site.resolution import EXTERNAL, MISSING, UNCERTAIN, Resolution, Why
from notelint.site.target_text import TargetText, take_apart
from notelint.site.tree import Tree
from notelint.site.workspace import Workspace


class Base(NamedTuple):
    """The site's own address: its host, and its path without the final slash."""

    host: str
    path: str


class Resolver:
    """Follows references of one site."""

    def __init__(
        self, tree: Tree, addresses: Addresses, bundles: Bundles, files: SiteFiles
    ) -> None:
        self.tree, self.addresses, self.bundles, self.files = tree, addresses, bundles, files
        self.workspace: Workspace = tree.workspace
        self.lookup = Lookup(tree)
        self.outputs = Outputs(tree, addresses, bundles, files)
        self.bases = {one.code: _base(one.get("baseurl")) for one in self.workspace.hugo.languages}
        self.beside = Beside(tree, files)
        self._on_use = OnUse(tree, bundles, files, self.outputs, self.looked_up)
        self._hidden_lookup: Lookup | None = None

    def resolve(self, reference: Reference, page: Page) -> Resolution:
        """Where `reference`, written on `page`, leads."""
        if not reference.certain or page.hidden == "shadowed":
            return UNCERTAIN
        if reference.origin == "html" and not self.workspace.markup.unsafe:
            return UNCERTAIN  # Hugo leaves raw HTML out, and says so
        if reference.shortcode.lower() in ("ref", "relref"):
            found = self._ref(reference, page)
        else:
            found = self._destination(reference, page)
        if found.found is False and page.kind == "resource":
            return UNCERTAIN  # Hugo does not render it, a template may
        return found

    def _ref(self, reference: Reference, page: Page) -> Resolution:
        language = reference.language or page.language
        if language not in self.tree.by_language:
            return Resolution(False, why="no-language")
        target = take_apart(reference.target)
        if target.opaque or not target.valid:
            return UNCERTAIN if target.opaque else MISSING
        if not target.path:
            return Resolution(True, page) if target.has_fragment else UNCERTAIN
        found = self.lookup.find(target.path, page, language, is_ref=True)
        if found.ambiguous:
            return Resolution(
                False,
                why="ambiguous",
                candidates=tuple(one.logical_path for one in found.ambiguous),
            )
        if found.page is None:
            return self._why_not(target.path, page, language)
        if found.page.hidden not in ("", "link"):
            return Resolution(False, found.page, why=_hidden(found.page))
        if reference.output_format:
            formats = self.addresses.formats[language].of(found.page.hugo_kind, found.page.values)
            if reference.output_format.lower() not in [one.name for one in formats]:
                return Resolution(False, found.page, why="output-format")
        return Resolution(True, found.page)

    def _why_not(self, path: str, page: Page, language: str) -> Resolution:
        """A page that is there and that a ref cannot find: a draft, a resource, another
        language's.
        """
        hidden = self._all_pages.find(path, page, language, is_ref=True).page
        if hidden is not None:
            return Resolution(False, hidden, why=_hidden(hidden))
        for code in self.tree.by_language:
            if code != language:
                other = self.lookup.find(path, page, code, is_ref=True).page
                if other is not None and not other.hidden:
                    return Resolution(False, other, why="language")
        return MISSING

    @cached_property
    def _bundled_pages(self) -> frozenset[tuple[str, str]]:
        """Language and logical path of the Markdown files inside leaf bundles."""
        return frozenset(
            (one.language, one.logical_path)
            for one in self.tree.pages.values()
            if one.kind == "resource" and "index." not in one.path.rpartition("/")[2]
        )

    @property
    def _all_pages(self) -> Lookup:
        """A look-up that finds pages which are not built too."""
        if self._hidden_lookup is None:
            self._hidden_lookup = Lookup(self.tree, hidden=True)
        return self._hidden_lookup

    def _destination(self, reference: Reference, page: Page) -> Resolution:
        found = self._followed(reference, page)
        if found.found is False and reference.kind == "resource" and reference.origin == "html":
            return self._perhaps_from_assets(reference.path) or found
        return found

    def _perhaps_from_assets(self, path: str) -> Resolution | None:
        """Scripts and styles are published by templates, under names that only those know."""
        stem, ending = posixpath.splitext(posixpath.basename(path))
        if ending not in (".js", ".mjs", ".css", ".map", ".json"):
            return None
        names = (posixpath.basename(name) for name in self.files.assets)
        return UNCERTAIN if any(name.startswith(stem.split(".")[0]) for name in names) else None

    def _followed(self, reference: Reference, page: Page) -> Resolution:
        target = take_apart(reference.target)
        base = self.bases[page.language]
        if target.scheme not in ("", "http", "https") or target.opaque:
            return EXTERNAL
        if target.host and target.host != base.host:
            return EXTERNAL
        if not target.valid:
            return UNCERTAIN
        if target.host:
            found = self._address(target.path or "/", page, base.path)
            other_site = found.why == "base-path" and not found.candidates
            return EXTERNAL if other_site else found  # another site on the same host
        if not target.path:
            if target.has_fragment:
                return Resolution(True, page)
            return UNCERTAIN
        if not self.workspace.is_site:
            return self._in_folder(target.path, page)
        if reference.origin == "shortcode":
            return self._parameter(reference, target, page)
        if reference.origin == "front-matter":
            return self._any_way(target.path, page)
        hook = PLAIN
        if reference.origin in ("markdown", "definition"):
            hooks = self.workspace.hooks
            hook = hooks.image if reference.kind == "image" else hooks.link
        return self._by_hook(hook, reference, target, page)

    def _by_hook(
        self, hook: LinkHook, reference: Reference, target: TargetText, page: Page
    ) -> Resolution:
        if hook.kind == "unknown":
            return self._by_unknown_hook(reference, target, page)
        found = self.looked_up(hook, target.path, page)
        if found is not None:
            return found
        path, base = target.path, self.bases[page.language].path
        if hook.parent_prefix and page.kind == "page" and not path.startswith(("/", "../")):
            path = "../" + path
        if hook.base_path and base and path.startswith("/") and not path.startswith(base + "/"):
            path = base + path
        return self._address(path, page, base)

    def looked_up(self, hook: LinkHook, path: str, page: Page) -> Resolution | None:
        rooted = path.startswith("/")
        path = path.removeprefix("./")

        def at_work(when: When) -> bool:
            return when == "always" or when == ("rooted" if rooted else "relative")

        if at_work(hook.page):
            other = self.lookup.find(path, page, page.language, is_ref=False).page
            if other is not None:
                return Resolution(True, other) if not other.hidden else self._to_hidden(other, page)
        if at_work(hook.resource):
            resource = self.bundles.find(page, path)
            if resource is not None:
                return Resolution(True, file=resource.path)
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
                code == page.language and key.startswith(prefix) and key.endswith(end)
                for code, key in self._bundled_pages
            )
        return (
            page.kind == "leaf"
            and (page.language, f"{page.logical_path}/{name}") in self._bundled_pages
        )

    def _to_hidden(self, other: Page, page: Page) -> Resolution:
        if other is page or other.hidden == "link":
            return Resolution(True, other)
        return Resolution(False, other, why=_hidden(other))

    def _by_unknown_hook(self, reference: Reference, target: TargetText, page: Page) -> Resolution:
        """A hook that nobody here can read: what stands beside the note is right, if the user
        agrees.
        """
        embedded = EMBEDDED_IMAGE if reference.kind == "image" else EMBEDDED_LINK
        if self.workspace.settings.unknown_hooks == "strict":
            use = self.workspace.hugo.use_embedded("image" if reference.kind == "image" else "link")
            hook = embedded if use in ("always", "fallback") else PLAIN
            return self._by_hook(hook, reference, target, page)
        for way in (embedded, PLAIN._replace(parent_prefix=True, base_path=True)):
            found = self._by_hook(way, reference, target, page)
            if found.found is not False:
                return found
        beside = self.beside.at(target.path, page)
        return beside if beside is not None else self._by_hook(PLAIN, reference, target, page)

    def _parameter(self, reference: Reference, target: TargetText, page: Page) -> Resolution:
        hook = self.workspace.shortcode_hook(reference.shortcode)
        if hook is None:
            return self._any_way(target.path, page)
        found = self._by_hook(hook, reference, target, page)
        if found.found is False and (hook.base_path or hook.page or hook.pattern):
            return self._any_way(target.path, page)
        return found

    def _any_way(self, path: str, page: Page) -> Resolution:
        """A file named by front matter or a shortcode whose template is not known: any way is
        right.
        """
        found = self.looked_up(EMBEDDED_LINK, path, page)
        if found is not None and found.found:
            return found
        named = self.lookup.find(path, page, page.language, is_ref=True)
        if named.page is not None and not named.page.hidden:
            return Resolution(True, named.page)
        base = self.bases[page.language].path
        first = self._address(path, page, base)
        if first.found is not False:
            return first
        for other in ("/" + path.lstrip("/"), "../" + path):
            again = self._address(f"{base}{other}" if other.startswith("/") else other, page, base)
            if again.found:
                return again
        wanted = path.casefold()
        for resource in self.bundles.all(page):
            if wanted in resource.url.rpartition("/")[2].casefold():
                return Resolution(True, file=resource.path)
        return self.beside.at(path, page) or first

    def _address(self, path: str, page: Page, base: str) -> Resolution:
        """What a browser finds at `path` (decoded) on `page`; `base` is the site's base path."""
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
            return Resolution(hidden.hidden == "link", hidden, why=_hidden(hidden))
        if self._maybe_made(full):
            return UNCERTAIN
        lazy = self._on_use.file_at(full)
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
        if last.isdigit() and head.endswith("/page") and self.outputs.at(head[:-4]) is not None:
            return True
        if "." in last and any(one.has_unknown for one in self.addresses.formats.values()):
            return self.outputs.at(head + "/") is not None
        return any(f"{full}/".startswith(f"{one}/") for one in self.tree.open_folders)

    def _in_folder(self, path: str, page: Page) -> Resolution:
        """In a folder that is no site: what is beside the note is right, the rest cannot all be
        known.
        """
        found = self.beside.at(path, page)
        if found is not None:
            return found
        last = path.rstrip("/").rpartition("/")[2]
        if path.startswith("/") or "." not in last.strip("."):
            return UNCERTAIN
        return self.beside.by_case(path, page)


def _same_form(one: str, other: str) -> bool:
    """True when only letter case sets two texts apart, not the make-up of accents."""
    return one.casefold() == other.casefold()


def _hidden(page: Page) -> Why:
    hidden = page.hidden
    if hidden == "" or hidden == "link" or hidden == "shadowed":
        return "missing"
    return hidden


def _base(url: object) -> Base:
    parts = urlsplit(url if isinstance(url, str) and url else "https://example.org/")
    return Base(parts.netloc.lower(), parts.path.rstrip("/"))


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
