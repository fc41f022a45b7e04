"""Where each kind of reference leads, as Hugo and a browser after it would find it."""

import posixpath
import re

from notelint.note.reference import Reference
from notelint.site.addresses import Addresses
from notelint.site.beside import Beside
from notelint.site.browsing import Browser
from notelint.site.bundles import Bundles
from notelint.site.content_files import SiteFiles
from notelint.site.contested import Contested
from notelint.site.hook_lookup import HookLookup
from notelint.site.hooks import EMBEDDED_IMAGE, EMBEDDED_LINK, PLAIN, LinkHook
from notelint.site.lookup import Lookup
from notelint.site.on_use import OnUse
from notelint.site.outputs import Outputs
from notelint.site.page import Page
from notelint.site.ref_calls import RefCalls
from notelint.site.resolution import CONTESTED, EXTERNAL, UNCERTAIN, Resolution
from notelint.site.target_text import TargetText, take_apart
from notelint.site.tree import Tree
from notelint.site.workspace import Workspace

_FILE = re.compile(r"[^/.]\.(?!html?$)[A-Za-z][A-Za-z0-9]{1,8}$")
"""Paths that can only be a file's: they end in something like `.png`."""


_PATTERN = re.compile(r"\*|\{.*\}|\[.*\]")
"""Paths that can only be patterns, for `.Resources.GetMatch` and the like."""


class Resolver:
    """Follows references of one site."""

    def __init__(
        self, tree: Tree, addresses: Addresses, bundles: Bundles, files: SiteFiles
    ) -> None:
        self.tree, self.addresses, self.bundles, self.files = tree, addresses, bundles, files
        self.workspace: Workspace = tree.workspace
        self.lookup = Lookup(tree)
        self.outputs = Outputs(tree, addresses, bundles, files)
        self.hook_lookup = HookLookup(tree, bundles, files, self.lookup)
        on_use = OnUse(tree, bundles, files, self.outputs, self.hook_lookup.find)
        self.browser = Browser(tree, addresses, bundles, self.outputs, on_use)
        self.bases = self.browser.bases
        self.refs = RefCalls(tree, addresses, self.lookup)
        self.beside = Beside(tree, files)
        self.contested = Contested(tree)

    def resolve(self, reference: Reference, page: Page) -> Resolution:
        """Where `reference`, written on `page`, leads."""
        if not reference.certain or page.hidden == "shadowed":
            return UNCERTAIN
        if reference.origin == "html" and not self.workspace.markup.unsafe:
            return UNCERTAIN  # Hugo leaves raw HTML out, and says so
        if reference.shortcode.lower() in ("ref", "relref"):
            found = self.refs.resolve(reference, page)
        else:
            found = self._destination(reference, page)
        if found.found is False and page.kind == "resource":
            return UNCERTAIN  # Hugo does not render it, a template may
        if found.found is not None and self._is_contested(reference, page, found.page):
            return CONTESTED
        return found

    def _is_contested(self, reference: Reference, page: Page, other: Page | None) -> bool:
        if other is not None and other is not page and self.contested.has_page(other):
            return True
        return self.contested.has_target(take_apart(reference.target).path, page)

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
            found = self.browser.follow(target.path or "/", page)
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
            hooks = self.workspace.hooks_for(page.type)
            hook = hooks.image if reference.kind == "image" else hooks.link
        return self._by_hook(hook, reference, target, page)

    def _by_hook(
        self, hook: LinkHook, reference: Reference, target: TargetText, page: Page
    ) -> Resolution:
        if hook.kind == "unknown":
            return self._by_unknown_hook(reference, target, page)
        found = self.hook_lookup.find(hook, target.path, page)
        if found is not None:
            return found
        path, base = target.path, self.bases[page.language]
        kept = "/" if hook.always_prefix else ("/", "../")
        if hook.parent_prefix and page.kind == "page" and not path.startswith(kept):
            path = "../" + path
        if (hook.base_path or base.is_added) and path.startswith("/"):
            path = base.below(path)
        return self.browser.follow(path, page)

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
        found = self.hook_lookup.find(EMBEDDED_LINK, path, page)
        if found is not None and found.found:
            return found
        named = self.lookup.find(path, page, page.language, is_ref=True)
        if named.page is not None and not named.page.hidden:
            return Resolution(True, named.page)
        base = self.bases[page.language].path
        first = self.browser.follow(path, page)
        if first.found is not False:
            return first
        for other in ("/" + path.lstrip("/"), "../" + path):
            again = self.browser.follow(f"{base}{other}" if other.startswith("/") else other, page)
            if again.found:
                return again
        wanted = path.casefold()
        for resource in self.bundles.all(page):
            if wanted in resource.url.rpartition("/")[2].casefold():
                return Resolution(True, file=resource.path)
        beside = self.beside.at(path, page)
        if beside is None and _PATTERN.search(path):
            return UNCERTAIN
        return beside or first

    def _in_folder(self, path: str, page: Page) -> Resolution:
        """In a folder that is no site: what is beside the note is right, the rest cannot all be
        known.
        """
        found = self.beside.at(path, page)
        if found is not None:
            return found
        if path.startswith("/") or not _FILE.search(path):
            return UNCERTAIN
        return self.beside.by_case(path, page)
