"""From notes and their places to the tree of pages, in the steps in which Hugo takes them.

https://gohugo.io/content-management/organization/ and /content-management/page-bundles/
"""

from collections.abc import Iterable

from notelint.site.content_path import ContentPath
from notelint.site.facts import Facts
from notelint.site.front import Cascade, with_cascades
from notelint.site.list_titles import list_title
from notelint.site.page import Kind, Page
from notelint.site.placing import InLeaf, Placed, raw_place
from notelint.site.settling import UNBUILT, Settling
from notelint.site.term_pages import Taxonomies
from notelint.site.tree import Nodes, Tree
from notelint.site.workspace import Workspace

_NO_FACTS = Facts("", "")


def plant(workspace: Workspace, placed: Iterable[Placed]) -> Tree:
    """The tree of all pages, those that Hugo makes without a file with them."""
    return _Planting(workspace).plant(list(placed))


class _Planting:
    """The steps, and what they hand on."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.settling = Settling(workspace)
        self.taxonomies = Taxonomies(workspace.hugo)
        self.tree = Tree(workspace, self.settling, self.taxonomies)
        self.bundled: list[Page] = []
        self.shadowed: list[Page] = []

    def plant(self, placed: list[Placed]) -> Tree:
        """All steps in order."""
        seedlings: dict[str, Nodes] = {code: {} for code in self.tree.by_language}
        in_leaf = InLeaf({one.place.directory for one in placed if one.place.type == "leaf"})
        for one in placed:
            if one.language in seedlings:
                self._sow(one, in_leaf(one.place), seedlings[one.language])
        for language, nodes in seedlings.items():
            self._add_missing(language, nodes)
            self.tree.keys.update(nodes)
        for language, nodes in seedlings.items():
            self._settle_all(language, nodes)
            if "term" not in self.settling.disabled[language] and self.workspace.is_site:
                self._add_terms(language, nodes)
        for page in self.shadowed:
            self._drop_both(page)
        return self.tree

    def _sow(self, placed: Placed, nested: bool, nodes: Nodes) -> None:
        """Put a note among the pages of its language, unless it is a part of a bundle."""
        page = self._page(placed, nested)
        self.tree.pages.setdefault(page.path, page)  # first of the languages that it is for
        if nested:
            page.hidden = "resource"
            self.bundled.append(page)
            return
        first = nodes.get(page.logical_path)
        if first is None:
            nodes[page.logical_path] = page
            return
        claims = self.tree.claims.setdefault(page.language, {})
        claims.setdefault(page.logical_path, [first]).append(page)
        winner, loser = (page, first) if self._rank(page) > self._rank(first) else (first, page)
        nodes[page.logical_path] = winner
        loser.hidden = "shadowed"
        if loser.directory != winner.directory:  # of two names in one folder Hugo reads only one
            self.shadowed.append(loser)

    def _page(self, placed: Placed, nested: bool) -> Page:
        facts, language, place = placed
        is_branch = place.type == "branch" and not nested
        kind = self.taxonomies.kind_of(language, place.key) if is_branch else "page"
        return Page(
            facts.path,
            language,
            _kind(place, nested),
            kind if place.key else "home",
            place.key,
            place.section,
            place.directory,
            facts,
            facts.front,
        )

    def _rank(self, page: Page) -> tuple[bool, bool, bool, str]:
        """Of two files with one logical path Hugo takes the one whose name says the language,
        then a leaf, then a section, then the later one.
        """
        named = raw_place(self.workspace, page.path).language != ""
        return named, page.kind == "leaf", page.kind == "branch", page.path

    def _add_missing(self, language: str, nodes: Nodes) -> None:
        """Home, the first sections and the taxonomies: they exist without a file."""
        kind_of = self.taxonomies.kind_of
        sections: dict[str, str] = {}
        for page in nodes.values():
            if page.section and kind_of(language, "/" + page.section) == "section":
                sections.setdefault("/" + page.section, page.path)
        roots = list(self.taxonomies.roots[language].values())
        if not self.workspace.is_site or {"taxonomy", "term"} <= self.settling.disabled[language]:
            roots = []
        for key in ("", *sorted(sections), *roots):
            if key not in nodes:
                path = sections.get(key)
                written = "/" + raw_place(self.workspace, path).section if path else key
                nodes[key] = self._made(language, key, written)

    def _made(self, language: str, key: str, written: str) -> Page:
        """A page without a file."""
        kind = self.taxonomies.kind_of(language, key)
        section = key[1:].partition("/")[0]
        values: dict[str, str] = {}
        if kind == "section":
            settings = self.workspace.hugo.language(language)
            values["title"] = list_title(written.rpartition("/")[2], settings)
        page = Page("", language, "branch", kind, key, section, key or "/", _NO_FACTS, values)
        page.written = written
        return page

    def _settle_all(self, language: str, nodes: Nodes) -> None:
        """Let the cascades flow down; pages that are not built are dropped, sections are kept."""
        live, dropped = self.tree.by_language[language], self.tree.dropped[language]
        for key in sorted(nodes):
            page = nodes[key]
            page.hidden = self.settling.settle(page, nodes)
            unbuilt = page.hidden in UNBUILT or self.tree.is_disabled(page)
            if unbuilt and page.hugo_kind in ("page", "term"):
                dropped[key] = page
                continue
            live[key] = page
            if page.hidden in ("", "link"):
                self.taxonomies.collect(page)
        for page in self.bundled:
            if page.language == language and self.settling.settle(page, nodes) in ("", "link"):
                self.taxonomies.collect(page)

    def _add_terms(self, language: str, nodes: Nodes) -> None:
        """A page for each term that has no file."""
        live, dropped = self.tree.by_language[language], self.tree.dropped[language]
        chains: dict[str, tuple[Cascade, ...]] = {}
        for key, name in self.taxonomies.terms[language].items():
            if key in live or key in dropped:
                continue
            root = key[1:].partition("/")[0]
            page = Page("", language, "branch", "term", key, root, key, _NO_FACTS, {"title": name})
            page.written = f"/{root}/{name}"
            above = key.rpartition("/")[0]
            if above not in chains:
                chains[above] = self.settling.cascades(language, above, nodes)
            if chains[above]:
                page.values = with_cascades(page.values, chains[above], "term", key, language)
                page.hidden = self.settling.hidden(page)
            (dropped if page.hidden in UNBUILT else live)[key] = page
        self.tree.keys.update(live)

    def _drop_both(self, page: Page) -> None:
        """Of two files with one logical path Hugo drops both when one of them is not built."""
        nodes = self.tree.by_language[page.language]
        if page.hugo_kind == "page" and self.settling.settle(page, nodes) in UNBUILT:
            other = nodes.pop(page.logical_path, None)
            if other is not None:
                other.hidden = "shadowed"
                self.tree.dropped[page.language][page.logical_path] = other


def _kind(place: ContentPath, nested: bool) -> Kind:
    if nested:
        return "resource"
    return place.type if place.type in ("leaf", "branch") else "page"
