"""Finding a page by a path, as ref, relref and .GetPage do.

The order follows Hugo's page finder: relative to the page, then from the top, then for a bare
name in a ref the only page of that name. https://gohugo.io/functions/urls/ref/
"""

import posixpath
from typing import NamedTuple

from notelint.site.content_path import ContentPath, parse
from notelint.site.page import Page
from notelint.site.tree import Tree


class Found(NamedTuple):
    """The page, or None; `ambiguous` are the pages of one bare name."""

    page: Page | None
    ambiguous: tuple[Page, ...] = ()


NOTHING_FOUND = Found(None)


class Lookup:
    """Looks pages up in one tree; with `hidden`, also those that Hugo does not build."""

    def __init__(self, tree: Tree, *, hidden: bool = False) -> None:
        self.tree = tree
        self._nodes = tree.with_hidden() if hidden else tree.by_language
        self._codes = frozenset(tree.workspace.hugo.codes)
        self._names: dict[str, dict[str, list[Page]]] = {}
        self._known: dict[tuple[str, str, str, bool], Found] = {}

    def find(self, path: str, context: Page, language: str, *, is_ref: bool) -> Found:
        """The page of `language` that `path` (decoded, no query, no fragment) means on
        `context`.
        """
        place = "" if path.startswith("/") else context.path or context.logical_path
        known = self._known.get((path, place, language, is_ref))
        if known is None:
            known = self._look(path, context, language, is_ref=is_ref)
            self._known[path, place, language, is_ref] = known
        return known

    def may_be_made(self, path: str, context: Page, *, is_ref: bool) -> bool:
        """True when a content adapter may make the page that `path` means on `context`."""
        folders = self.tree.adapter_folders
        if not folders:
            return False
        if is_ref and "/" not in path.strip("/"):
            return True
        places = [path]
        if not path.startswith("/"):
            places.append(
                posixpath.normpath(posixpath.join(_start(context, from_folder=False), path))
            )
        keys = [f"{self._parse(place).key}/" for place in places]
        return any(key.startswith(f"{folder}/") for folder in folders for key in keys)

    def _look(self, path: str, context: Page, language: str, *, is_ref: bool) -> Found:
        ref = path.removesuffix("/")
        written = ref
        if not ref:
            ref = "/"
        if "." in ref.rpartition("/")[2]:
            return self._find(ref, written, context, language, is_ref=is_ref, had_ending=True)
        if ref == "/":
            candidates = ["/_index.md"]
        elif ref.endswith("/index"):
            candidates = [f"{ref}/index.md", f"{ref}.md"]
        else:
            candidates = [f"{ref}.md"]
        for candidate in candidates:
            found = self._find(
                candidate, written, context, language, is_ref=is_ref, had_ending=False
            )
            if found.page is not None or found.ambiguous:
                return found
        return NOTHING_FOUND

    def _find(
        self,
        ref: str,
        written: str,
        context: Page,
        language: str,
        *,
        is_ref: bool,
        had_ending: bool,
    ) -> Found:
        nodes = self._nodes.get(language, {})
        if not ref.startswith("/"):
            base = _start(context, from_folder=had_ending and ref.startswith("../"))
            page = nodes.get(self._parse(posixpath.normpath(posixpath.join(base, ref))).key)
            if page is None and had_ending and context.path:
                page = self._beside(context, written, language)
            if page is not None:
                return Found(page)
        if ref.startswith("."):
            return NOTHING_FOUND
        place = self._parse(ref)
        page = nodes.get(place.key)
        if page is not None:
            return Found(page)
        if had_ending:
            home = nodes.get("")
            if home is not None and home.path:
                page = self._beside(home, written, language)
                if page is not None:
                    return Found(page)
        if not is_ref or "/" in written:
            return NOTHING_FOUND
        named = self.names(language).get(place.base_name, [])
        if len(named) > 1:
            return Found(None, tuple(named))
        return Found(named[0]) if named else NOTHING_FOUND

    def _parse(self, path: str) -> ContentPath:
        return parse(path, self._codes)

    def _beside(self, context: Page, written: str, language: str) -> Page | None:
        """A page whose file, or whose folder, is at `written` from the folder of `context` on
        disk.
        """
        full = posixpath.normpath(posixpath.join(posixpath.dirname(context.path), written))
        other = self.tree.pages.get(full)
        if other is not None:
            return self._nodes.get(language, {}).get(other.logical_path)
        workspace = self.tree.workspace
        root = workspace.content_root_of(full + "/")
        if root is None:
            return None
        inside = full[len(root.folder) + 1 :] if root.folder != "." else full
        virtual = "/".join(part for part in (root.target, inside) if part)
        if not self._is_folder(virtual):
            return None
        return self._nodes.get(language, {}).get(self._parse(virtual).key)

    def _is_folder(self, virtual: str) -> bool:
        """True when some content folder, of whatever language, has this folder."""
        workspace = self.tree.workspace
        for root in workspace.content:
            below = f"{virtual}/".startswith(f"{root.target}/") if root.target else True
            inside = virtual[len(root.target) :].strip("/") if below else ""
            if inside and (workspace.root / root.folder / inside).is_dir():
                return True
        return False

    def names(self, language: str) -> dict[str, list[Page]]:
        """The pages of a language by their bare names."""
        known = self._names.get(language)
        if known is None:
            known = {}
            for page in self._nodes.get(language, {}).values():
                known.setdefault(page.name, []).append(page)
            self._names[language] = known
        return known


def _start(page: Page, *, from_folder: bool) -> str:
    if page.kind == "leaf" and not from_folder:
        return posixpath.dirname(page.directory)
    if page.kind == "branch" and not page.path:
        return page.logical_path or "/"
    return page.directory
