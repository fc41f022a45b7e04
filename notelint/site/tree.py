"""All pages of the site by language and logical path, with those that Hugo makes without a file.

https://gohugo.io/content-management/organization/ and /content-management/page-bundles/
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from notelint.site.content_path import ContentPath, is_ignored_name, normalise, parse
from notelint.site.facts import Facts
from notelint.site.front import Cascade, Publishing, build_of, cascades_in, with_cascades
from notelint.site.hugo_config import Language
from notelint.site.listing import ignored_files
from notelint.site.page import Hidden, HugoKind, Kind, Page
from notelint.site.values import text, texts
from notelint.site.workspace import Workspace

Branches = Mapping[str, Page]
NOTHING = Facts("", "")


class Placed(NamedTuple):
    """A note and where it lies below content/."""

    facts: Facts
    language: str
    place: ContentPath


class Tree:
    """`pages` are the file-backed pages by path, `by_language` all live nodes by logical path.

    A page that is not built (a draft …) is in `pages` and in `dropped`, not in `by_language`.
    """

    def __init__(self, workspace: Workspace, placed: Iterable[Placed]) -> None:
        hugo = workspace.hugo
        self.workspace = workspace
        self.pages: dict[str, Page] = {}
        self.by_language: dict[str, dict[str, Page]] = {code: {} for code in hugo.codes}
        self.dropped: dict[str, dict[str, Page]] = {code: {} for code in hugo.codes}
        self.keys: set[str] = set()
        """Every logical path that is a page in some language, dropped or not."""
        self.leaf_folders: set[str] = set()
        """Folders below content/ that are leaf bundles ("/docs/a")."""
        self.open_folders: tuple[str, ...] = ()
        """Addresses below which there may be pages that nobody here can know."""
        self.spellings: dict[str, set[str]] = {}
        """The spellings of terms that are written in more than one ("/tags/x" → {"X", "x"})."""
        self._term_keys: dict[tuple[str, str], str] = {}
        self._branches: dict[tuple[str, str], Page] = {}
        self._chains: dict[tuple[str, str], tuple[Cascade, ...]] = {}
        self._taxonomies = {one.code: taxonomies_of(one) for one in hugo.languages}
        self._site_cascades = tuple(
            cascade
            for one in hugo.languages
            for cascade in (
                *cascades_in(hugo.get("cascade")),
                *cascades_in(one.own.get("cascade"), one.code),
            )
        )
        self._publishing = Publishing(hugo, workspace.settings.now)
        self._disabled = {
            one.code: frozenset(text(kind).lower() for kind in texts(one.get("disablekinds")))
            for one in hugo.languages
        }
        self._fill(list(placed))

    def _fill(self, placed: list[Placed]) -> None:
        self.leaf_folders = {one.place.directory for one in placed if one.place.type == "leaf"}
        in_leaf = _InLeaf(self.leaf_folders)
        drafts: dict[str, dict[str, Page]] = {code: {} for code in self.by_language}
        bundled: list[Page] = []
        shadowed: list[Page] = []
        for facts, language, place in placed:
            if language not in drafts:
                continue
            nested = in_leaf(place)
            kind = _kind(place, nested)
            page = self._page(facts, language, place, kind)
            self.pages[facts.path] = page
            if kind == "resource":
                page.hidden = "resource"
                bundled.append(page)
                continue
            nodes = drafts[language]
            if place.type == "branch" and place.directory in self.leaf_folders:
                page.kind = page.hidden = "resource"  # beside an index.md, in whatever language
                bundled.append(page)
                continue
            first = nodes.get(place.key)
            if first is None:
                nodes[place.key] = page
                continue
            winner, loser = (page, first) if self._prefers(page, first) else (first, page)
            nodes[place.key] = winner
            loser.hidden = "shadowed"
            if loser.directory != winner.directory:  # two names in one folder: Hugo reads only one
                shadowed.append(loser)
        for language, nodes in drafts.items():
            self.keys.update(nodes)
            self._add_missing(language, nodes)
        for language, nodes in drafts.items():
            self._finish(language, nodes, [one for one in bundled if one.language == language])
        for page in shadowed:
            self._drop_both(page)

    def _page(self, facts: Facts, language: str, place: ContentPath, kind: Kind) -> Page:
        hugo_kind = self._hugo_kind(language, place.key) if place.type == "branch" else "page"
        if not place.key:
            hugo_kind = "home"
        section = place.section
        return Page(
            facts.path,
            language,
            kind,
            hugo_kind,
            place.key,
            section,
            place.directory,
            facts,
            facts.front,
        )

    def _hugo_kind(self, language: str, key: str) -> HugoKind:
        if not key:
            return "home"
        for root in self._taxonomies[language].values():
            if key == root:
                return "taxonomy"
            if key.startswith(root + "/"):
                return "term"
        return "section"

    def _add_missing(self, language: str, nodes: dict[str, Page]) -> None:
        """Home, the first sections and the taxonomies: they exist without a file."""
        sections: dict[str, str] = {}
        for page in nodes.values():
            if page.section and self._hugo_kind(language, "/" + page.section) == "section":
                sections.setdefault(page.section, page.path)
        roots = [] if not self.workspace.is_site else self._taxonomies[language].values()
        off = self._disabled[language]
        if {"taxonomy", "term"} <= off:
            roots = []
        for key in ("", *(f"/{section}" for section in sorted(sections)), *roots):
            if key not in nodes:
                path = sections.get(key[1:], "")
                written = raw_place(self.workspace, path).section if path else ""
                nodes[key] = self._made(language, key, f"/{written}" if written else "")
                self.keys.add(key)

    def _made(self, language: str, key: str, written: str = "") -> Page:
        kind = self._hugo_kind(language, key)
        section = key[1:].partition("/")[0]
        page = Page("", language, "branch", kind, key, section, key or "/", NOTHING, {})
        page.written = written
        return page

    def _finish(self, language: str, nodes: dict[str, Page], bundled: list[Page]) -> None:
        live, dropped = self.by_language[language], self.dropped[language]
        terms: dict[str, str] = {}
        for key in sorted(nodes):
            page = nodes[key]
            page.hidden = self._settle(page, nodes)
            unbuilt = page.hidden in ("draft", "future", "expired") or self.is_disabled(page)
            if unbuilt and page.hugo_kind in ("page", "term"):
                dropped[key] = page
            else:
                live[key] = page
                if page.hidden in ("", "link"):
                    self._collect_terms(page, terms)
        for page in bundled:
            if self._settle(page, nodes) in ("", "link"):
                self._collect_terms(page, terms)
        if "term" not in self._disabled[language] and self.workspace.is_site:
            for key, name in terms.items():
                if key not in live and key not in dropped:
                    root = key[1:].partition("/")[0]
                    page = self._made(language, key, f"/{root}/{name}")
                    page.values = {"title": name}
                    page.values = with_cascades(
                        page.values, self._chain(language, key, nodes), "term", key, language
                    )
                    live[key] = page
                    self.keys.add(key)

    def _drop_both(self, page: Page) -> None:
        """Of two files with one logical path Hugo drops both when one of them is not built."""
        nodes = self.by_language[page.language]
        if page.hugo_kind == "page" and self._settle(page, nodes) in ("draft", "future", "expired"):
            other = nodes.pop(page.logical_path, None)
            if other is not None:
                other.hidden = "shadowed"
                self.dropped[page.language][page.logical_path] = other

    def _prefers(self, page: Page, other: Page) -> bool:
        """Which of two files with one logical path Hugo takes.

        One whose name says the language before one whose does not, then a bundle before a file, a
        leaf before a section, then the later one.
        """
        return self._rank(page) > self._rank(other)

    def _rank(self, page: Page) -> tuple[bool, bool, bool, str]:
        named = raw_place(self.workspace, page.path).language != ""
        return named, page.kind == "leaf", page.kind == "branch", page.path

    def _settle(self, page: Page, nodes: Mapping[str, Page]) -> Hidden:
        """Give the page what cascades to it, and say whether it is hidden."""
        language, key = page.language, page.logical_path
        cascades = self._chain(language, key, nodes)
        own = page.facts.front.get("cascade")
        if page.kind == "resource" and own is not None:
            cascades = (*cascades_in(own, language), *cascades)
        if cascades:
            page.values = with_cascades(page.values, cascades, page.hugo_kind, key, language)
        if page.hugo_kind in self._disabled[language]:
            return "never"
        values = page.values
        if not (
            {"draft", "published", "date", "publishdate", "expirydate"} & values.keys()
        ) and not (self._publishing.custom & values.keys() or self._publishing.date_from_file_name):
            hidden: Hidden = ""
        else:
            name = page.directory.rpartition("/")[2] if page.kind == "leaf" else page.name
            hidden = self._publishing.hidden(values, name)
        if hidden:
            return hidden
        if "build" in values or "headless" in values or "_build" in values:
            render = build_of(values).render
            if render == "never":
                return "headless" if "headless" in values else "never"
            if render == "link":
                return "link"
        return ""

    def _chain(self, language: str, key: str, nodes: Mapping[str, Page]) -> tuple[Cascade, ...]:
        """The cascades that reach `key`, nearest first: its own, those above it, the site's."""
        known = self._chains.get((language, key))
        if known is not None:
            return known
        above = self._chain(language, key.rpartition("/")[0], nodes) if key else self._site_cascades
        page = nodes.get(key)
        own = page.facts.front.get("cascade") if page is not None else None
        chain = (*cascades_in(own, language), *above) if own is not None else above
        self._chains[language, key] = chain
        return chain

    def _collect_terms(self, page: Page, terms: dict[str, str]) -> None:
        params = page.values.get("params")
        params = params if isinstance(params, Mapping) else {}
        for plural, root in self._taxonomies[page.language].items():
            for name in texts(params.get(plural, page.values.get(plural))):
                if name:
                    key = self._term_key(root, name)
                    if terms.setdefault(key, name) != name:
                        self.spellings.setdefault(key, set()).update((name, terms[key]))

    def _term_key(self, root: str, name: str) -> str:
        known = self._term_keys.get((root, name))
        if known is None:
            known = parse(f"{root}/{name}/_index.md", self.workspace.hugo.codes).key
            self._term_keys[root, name] = known
        return known

    def is_disabled(self, page: Page) -> bool:
        """True when disableKinds names this kind of page."""
        return page.hugo_kind in self._disabled[page.language]

    def with_hidden(self) -> dict[str, dict[str, Page]]:
        """All nodes, with pages that are not built and the Markdown files of leaf bundles."""
        bundled: dict[str, dict[str, Page]] = {code: {} for code in self.by_language}
        for page in self.pages.values():
            if page.kind == "resource":
                bundled[page.language][page.logical_path] = page
        return {
            code: {**bundled[code], **self.dropped[code], **live}
            for code, live in self.by_language.items()
        }

    @property
    def publishing(self) -> Publishing:
        """What the configuration says of dates and drafts."""
        return self._publishing

    def branch_above(self, language: str, directory: str) -> Page | None:
        """The section, taxonomy or home page to which Hugo counts `directory` ("/docs").

        At each step up, Hugo looks at the one longest logical path that the directory's text starts
        with: /docs/a is taken for the section of /docs/a-b.
        """
        key = "" if directory == "/" else directory
        known = self._branches.get((language, key))
        if known is not None:
            return known
        keys = self._live_keys
        start = next((key[:end] for end in range(len(key), 0, -1) if key[:end] in keys), "")
        page = self.by_language[language].get(start)
        if (page is None or page.kind != "branch") and key:
            page = self.branch_above(language, key.rpartition("/")[0])
        if page is not None:
            self._branches[language, key] = page
        return page

    @cached_property
    def _live_keys(self) -> frozenset[str]:
        return frozenset(key for nodes in self.by_language.values() for key in nodes)


class _InLeaf:
    """Says whether a file lies inside a leaf bundle, other than as its own index."""

    def __init__(self, folders: Container[str]) -> None:
        self.folders = folders
        self.known: dict[str, bool] = {}

    def __call__(self, place: ContentPath) -> bool:
        directory = place.directory
        if place.type == "leaf":
            return directory != "/" and self._below(directory.rpartition("/")[0] or "/")
        if place.type == "branch" and directory in self.folders:
            return False
        return self._below(directory)

    def _below(self, directory: str) -> bool:
        found = self.known.get(directory)
        if found is None:
            found = directory in self.folders or (
                directory != "/" and self._below(directory.rpartition("/")[0] or "/")
            )
            self.known[directory] = found
        return found


def _kind(place: ContentPath, nested: bool) -> Kind:
    if nested:
        return "resource"
    return place.type if place.type in ("leaf", "branch") else "page"


def _prefers(page: Page, other: Page) -> bool:
    """Which of two files with one logical path Hugo takes: a leaf before all, then the later
    one.
    """
    if (page.kind == "leaf") != (other.kind == "leaf"):
        return page.kind == "leaf"
    return page.path > other.path


def taxonomies_of(language: Language) -> dict[str, str]:
    """Plural name (the front matter field) → logical path of the taxonomy."""
    given = language.get("taxonomies")
    if not isinstance(given, Mapping):
        given = {"tag": "tags", "category": "categories"}
    plurals = [text(plural).lower() for plural in given.values() if text(plural)]
    return {plural: "/" + normalise(plural).strip("/") for plural in plurals}


def placed_facts(workspace: Workspace, facts: Mapping[str, Facts]) -> Iterator[Placed]:
    """Where each note lies below content/; notes outside the content folders are left out."""
    hugo = workspace.hugo
    codes = frozenset(hugo.codes) if workspace.is_site else frozenset[str]()
    disabled = frozenset(hugo.disabled_languages)
    ignored = ignored_files(hugo)
    for path, one in facts.items():
        root = workspace.content_root_of(path)
        if root is None:
            continue
        inside = path if root.folder == "." else path[len(root.folder) + 1 :]
        virtual = f"{root.target}/{inside}" if root.target else inside
        place = parse(virtual, codes, disabled)
        hidden = any(map(is_ignored_name, inside.split("/")))
        if ignored is not None and not hidden:
            hidden = ignored(str(workspace.root / path))
        if not place.disabled and not hidden:
            yield Placed(one, place.language or root.language or hugo.default_language, place)


def raw_place(workspace: Workspace, path: str) -> ContentPath:
    """The place of the note at `path` with letters and spaces as on disk."""
    root = workspace.content_root_of(path)
    inside = path if root is None or root.folder == "." else path[len(root.folder) + 1 :]
    virtual = f"{root.target}/{inside}" if root is not None and root.target else inside
    codes = workspace.hugo.codes if workspace.is_site else ()
    return parse(virtual, codes, workspace.hugo.disabled_languages, lower=False)
