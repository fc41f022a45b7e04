"""The files that belong to pages: images beside a note, shared between languages as Hugo shares
them.

https://gohugo.io/content-management/page-resources/
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from notelint.site.content_path import folders_above, normalise
from notelint.site.front import build_of
from notelint.site.globs import matches
from notelint.site.page import Page
from notelint.site.settling import UNBUILT
from notelint.site.tree import Tree
from notelint.site.values import text


class ContentFile(NamedTuple):
    """A file of a content folder that is no note.

    `path` is relative to the site's root, `virtual` below content/ with a leading slash, `key` the
    same in lower case and without language; `language` is the one it counts for.
    """

    path: str
    virtual: str
    key: str
    language: str


class Resource(NamedTuple):
    """A file as a page's own, and where it is published when it is."""

    path: str
    url: str


class Bundles:
    """Which page owns each content file, in each language."""

    def __init__(self, tree: Tree, files: Iterable[ContentFile]) -> None:
        self.tree = tree
        self._owners: dict[str, str] = {}
        self._duplicates = {
            one.code: bool(one.get("markup", "goldmark", "duplicateresourcefiles"))
            or tree.workspace.hugo.multihost
            for one in tree.workspace.hugo.languages
        }
        self.by_owner: dict[str, dict[str, list[ContentFile]]] = {}
        for one in files:
            folder = one.key.rpartition("/")[0]
            owned = self.by_owner.setdefault(self.owner_of(folder), {})
            owned.setdefault(one.key, []).append(one)
        self._resources: dict[tuple[str, str], dict[str, Resource]] = {}
        self._losses: dict[str, frozenset[str]] = {}
        self._taking: dict[tuple[str, str], tuple[tuple[tuple[str, bool], ...], ...]] = {}

    def owner_of(self, folder: str) -> str:
        """The logical path of the page that owns the files of `folder` ("/docs/img")."""
        known = self._owners.get(folder)
        if known is None:
            is_owner = not folder or folder in self.tree.keys
            known = folder if is_owner else self.owner_of(folder.rpartition("/")[0])
            self._owners[folder] = known
        return known

    def own(self, page: Page) -> Mapping[str, Resource]:
        """The files that are published for `page` itself, by their key."""
        place = page.language, page.logical_path
        found = self._resources.get(place)
        if found is None:
            found = dict(self._assigned(page))
            self._resources[place] = found
        return found

    def _assigned(self, page: Page) -> Iterator[tuple[str, Resource]]:
        owned = self.by_owner.get(page.logical_path)
        if not owned or page.kind == "resource":
            return
        base = len(page.logical_path) + 1
        for key, files in owned.items():
            file = self._given(page.logical_path, key, files).get(page.language)
            if file is not None:
                yield key, Resource(file.path, f"{page.folder}/{file.virtual[base:]}")

    def _given(self, owner: str, key: str, files: list[ContentFile]) -> Mapping[str, ContentFile]:
        """Which file stands for `key` in each language.

        Hugo hands the files out page by page, and what one page's languages did not take is gone
        for the next: home before sections that have no file, /a.md before /a/b/index.md.
        """
        given = {one.language: one for one in reversed(files)}
        for languages in self._takers(owner, key.rpartition("/")[0]):
            taken: dict[str, ContentFile] = {}
            for code, may_copy in languages:
                if code in given:
                    taken[code] = given[code]
                elif may_copy and given:
                    taken[code] = self._nearest(given.values(), code)
            given = taken
        lost = self._lost(key.rpartition("/")[0])
        return {code: one for code, one in given.items() if code not in lost} if lost else given

    def _lost(self, folder: str) -> frozenset[str]:
        """The languages that lose the files of `folder`: with a draft /a.md, all below /a/ is
        dropped.
        """
        known = self._losses.get(folder)
        if known is None:
            above = self._lost(folder.rpartition("/")[0]) if folder else frozenset()
            own = (
                code
                for code, nodes in self.tree.dropped.items()
                if folder in nodes
                and (nodes[folder].kind == "page" or nodes[folder].hidden == "shadowed")
            )
            known = above.union(own)
            self._losses[folder] = known
        return known

    def _takers(self, owner: str, folder: str) -> tuple[tuple[tuple[str, bool], ...], ...]:
        """The languages of the pages that are handed the files of `folder`, in Hugo's order,
        each with whether it may copy another language's file.
        """
        known = self._taking.get((owner, folder))
        if known is None:
            takers: list[tuple[tuple[str, bool], ...]] = []
            nodes = self._nodes(owner)
            made = not any(one.path for one in nodes)
            if made and owner and nodes and nodes[0].hugo_kind == "section":
                takers.append(self._languages(self._nodes("")))
            above = owner.rpartition("/")[0] if owner else ""
            while above:
                if any(one.kind in ("page", "leaf") for one in self._nodes(above)):
                    takers.insert(1 if made else 0, self._languages(self._nodes(above)))
                above = above.rpartition("/")[0]
            takers.append(self._languages(nodes))
            known = tuple(one for one in takers if one)
            self._taking[owner, folder] = known
        return known

    def _nodes(self, key: str) -> list[Page]:
        trees = (*self.tree.by_language.values(), *self.tree.dropped.values())
        return [nodes[key] for nodes in trees if key in nodes]

    def _languages(self, nodes: list[Page]) -> tuple[tuple[str, bool], ...]:
        """The languages in which a page has a file; nothing for one that Hugo made in all of
        them.
        """
        if nodes and nodes[0].hugo_kind in ("taxonomy", "term"):
            return tuple(
                (one.language, bool(one.path) and self._duplicates[one.language]) for one in nodes
            )
        return tuple((one.language, self._duplicates[one.language]) for one in nodes if one.path)

    def _nearest(self, files: Iterable[ContentFile], language: str) -> ContentFile:
        codes = self.tree.workspace.hugo.codes
        here = codes.index(language)
        return min(files, key=lambda one: abs(codes.index(one.language) - here))

    def published(self, page: Page) -> Iterator[Resource]:
        """The files that Hugo writes because of `page`: its own, and other languages' for it."""
        if page.hidden in UNBUILT or self.tree.is_disabled(page):
            return
        if build_of(page.values).resources:
            yield from self.all(page)

    def all(self, page: Page) -> Iterator[Resource]:
        """All that `.Resources` of a page has: its own files, and those of other languages."""
        seen: set[str] = set()
        for translation in self._translations(page):
            if translation.logical_path not in self.by_owner:
                continue
            for node in self._languages_of(translation):
                base = len(node.logical_path)
                for key, resource in self.own(node).items():
                    if key[base:] not in seen:
                        seen.add(key[base:])
                        yield resource

    def find(self, page: Page, name: str) -> Resource | None:
        """The file that `.Resources.Get name` finds for `page`: its own, or another language's."""
        name = name[2:] if name.startswith("./") else name.lstrip("/")
        if not name or page.kind == "resource":
            return None
        wanted = name.casefold()
        for translation in self._translations(page):
            names = list(_given_names(translation.values.get("resources")))
            for node in self._languages_of(translation):
                resources = self.own(node)
                if not resources:
                    continue
                found = resources.get(f"{node.logical_path}/{normalise(name)}")
                if found is not None and not names:
                    return found
                for resource in self._named(node, wanted, names):
                    return resource
        for translation in self._translations(page):
            found = self._below(translation, wanted) if translation.kind == "page" else None
            if found is not None:
                return found
        return None

    def _below(self, page: Page, wanted: str) -> Resource | None:
        """A file of a bundle in the folder /a/ of the page /a.md, which has it too by its last
        name.
        """
        prefix = page.logical_path + "/"
        if prefix[:-1] not in self._owner_folders:
            return None
        trees = self.tree.by_language
        for nodes in (trees[page.language], *trees.values()):
            for owner in self.by_owner:
                if owner.startswith(prefix) and owner in nodes:
                    for resource in self._named(nodes[owner], wanted, []):
                        return resource
        return None

    @cached_property
    def _owner_folders(self) -> frozenset[str]:
        """Every folder that has a page with files somewhere below it."""
        return folders_above(self.by_owner)

    def _translations(self, page: Page) -> Iterator[Page]:
        """The page, then the pages with its translationKey."""
        yield page
        key = text(page.values.get("translationkey"))
        for node in self._by_translation_key.get(key, ()):
            if node is not page:
                yield node

    @cached_property
    def _by_translation_key(self) -> Mapping[str, list[Page]]:
        """The pages that have a translationKey; a section that is not built stays among them."""
        keyed: dict[str, list[Page]] = {}
        for node in self.tree.pages.values():
            key = text(node.values.get("translationkey"))
            unbuilt = node.hidden in UNBUILT and node.kind != "branch"
            if key and not unbuilt and node.hidden != "shadowed":
                keyed.setdefault(key, []).append(node)
        return keyed

    def _languages_of(self, page: Page) -> Iterator[Page]:
        """The page, then the pages of that logical path in the other languages, nearest first."""
        yield page
        codes = self.tree.workspace.hugo.codes
        here = codes.index(page.language) if page.language in codes else 0
        others = sorted(
            (code for code in codes if code != page.language),
            key=lambda code: (abs(codes.index(code) - here), codes.index(code) > here),
        )
        for code in others:
            node = self.tree.by_language[code].get(page.logical_path)
            if node is not None:
                yield node

    def _named(self, page: Page, wanted: str, names: list[tuple[str, str]]) -> Iterator[Resource]:
        """Files found by the name that front matter gives them, else by that on disk."""
        prefix = len(page.logical_path) + 1
        for key, resource in self.own(page).items():
            raw = resource.url[len(page.folder) + 1 :]
            given = next((name for one, name in names if matches(one.lower(), raw.lower())), None)
            same = raw.casefold() == wanted if given is None else _is_name(given, wanted)
            if same or key[prefix:] == wanted:
                yield resource


def _is_name(given: str, wanted: str) -> bool:
    """True when `wanted` is the name that front matter gives, a number standing for `:counter`."""
    head, counter, tail = given.casefold().partition(":counter")
    if not counter:
        return head == wanted
    middle = wanted[len(head) : len(wanted) - len(tail)]
    return wanted == f"{head}{middle}{tail}" and middle.isdigit()


def _given_names(value: Any) -> Iterator[tuple[str, str]]:
    for table in value if isinstance(value, list) else ():
        if isinstance(table, Mapping):
            lowered = {str(key).lower(): each for key, each in table.items()}
            if text(lowered.get("src")) and text(lowered.get("name")):
                yield text(lowered["src"]), text(lowered["name"])
