"""The address of every page: permalinks, slug, url, language prefix, ugly URLs.

https://gohugo.io/content-management/urls/
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain

from notelint.site.formats import HTML, Format, Formats
from notelint.site.hugo_config import HugoConfig, Language
from notelint.site.page import Page
from notelint.site.permalinks import Named, Pattern, Tokens, clean, expand, patterns_in
from notelint.site.placing import raw_place
from notelint.site.sanitise import sanitise
from notelint.site.target import Place, Target, target_of
from notelint.site.tree import Tree
from notelint.site.values import text, truth


class Addresses:
    """Where pages go: each one's address, and every file that it is written to."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        hugo = tree.workspace.hugo
        self.prefixes = {one.code: prefix_of(hugo, one.code) for one in hugo.languages}
        self.formats = {one.code: Formats(one) for one in hugo.languages}
        self._patterns = {one.code: patterns_in(one.get("permalinks")) for one in hugo.languages}
        self._rules = {one.code: _Rules(one) for one in hugo.languages}
        self._directories: dict[Page, str] = {}

    def assign(self) -> None:
        """Let all pages, published or not, find their `url` and `folder` here."""
        for page in chain(self._pages(), *map(dict.values, self.tree.dropped.values())):
            if page.kind != "resource":
                page.locate = self.targets

    @cached_property
    def are_by_path(self) -> bool:
        """True when no page asks for an address of its own, nor is given one by a pattern or by
        the date in its name: then logical paths alone tell them apart.
        """
        if any(self._patterns.values()) or self.tree.publishing.date_from_file_name:
            return False
        return not any("url" in one.values or "slug" in one.values for one in self._pages())

    def _pages(self) -> Iterator[Page]:
        yield from self.tree.pages.values()
        for nodes in self.tree.by_language.values():
            yield from nodes.values()

    def rough(self, page: Page) -> str:
        """One text for all pages that may share an address, where addresses are by path."""
        prefix = self.prefixes[page.language]
        path = f"/{prefix}{page.logical_path}" if prefix else page.logical_path
        return sanitise(path, remove_accents=self._rules[page.language].remove_accents)

    def targets(self, page: Page) -> list[tuple[Format, Target]]:
        """Every output format of a page and where it goes; the page keeps its main target."""
        place = self.place(page)
        formats = self.formats[page.language].of(page.hugo_kind, page.values)
        targets = [(format_, target_of(place, format_)) for format_ in formats]
        if page.target is None:
            main = next((target for format_, target in targets if format_.permalinkable), None)
            main = main or (targets[0][1] if targets else target_of(place, HTML))
            # A section that disableKinds leaves out has no folder: its files go to the top.
            page.target = main._replace(folder="") if self.tree.is_disabled(page) else main
        return targets

    def place(self, page: Page) -> Place:
        """What decides the page's address."""
        rules = self._rules[page.language]
        values = page.values
        slug = self._slug(page)
        base_name = page.name
        if rules.keeps_case and page.path:
            base_name = raw_place(self.tree.workspace, page.path).base_name
        url = text(values.get("url"))
        if ":" in url:
            url = expand(url, self._tokens(page, slug), rules.urlize)
        permalink = ""
        for pattern in self._patterns[page.language]:
            if pattern.fits(page.hugo_kind, page.logical_path, page.language):
                permalink = self._expanded(pattern, page, slug)
                break
        return Place(
            page.hugo_kind,
            self.directory(page),
            slug or base_name,
            page.kind in ("leaf", "branch"),
            self.prefixes[page.language],
            rules.is_ugly(page.section),
            url,
            permalink,
            not rules.keeps_case,
            rules.remove_accents,
        )

    def _expanded(self, pattern: Pattern, page: Page, slug: str) -> str:
        rules = self._rules[page.language]
        return clean(expand(pattern.pattern, self._tokens(page, slug), rules.urlize))

    def _slug(self, page: Page) -> str:
        """The slug of front matter, or what follows the date in a file's name where that is
        asked for.
        """
        slug = text(page.values.get("slug")).strip("-")
        if slug or not page.path or not self.tree.publishing.date_from_file_name:
            return slug
        name = page.name
        if page.path:
            name = raw_place(self.tree.workspace, page.path).base_name
        publishing = self.tree.publishing
        named = "date" in page.values and publishing.names["date"][0] != ":filename"
        return "" if named else publishing.date_and_slug(name)[1]

    def _tokens(self, page: Page, slug: str) -> Tokens:
        tree = self.tree
        name = page.name
        if page.path:
            name = raw_place(tree.workspace, page.path).base_name
        section = (
            page if page.kind == "branch" else tree.branch_above(page.language, page.directory)
        )
        key = section.logical_path if section is not None else ""
        names = tuple(part for part in key.split("/") if part)
        pages = tuple(
            Named(text(one.values.get("slug")), one.title or one.name.title())
            for index in range(len(names))
            for one in (tree.by_language[page.language].get("/" + "/".join(names[: index + 1])),)
            if one is not None and one.kind == "branch"
        )
        leaf = page.kind in ("leaf", "page")
        file_name = name if leaf or page.hugo_kind == "term" else ""
        date = tree.publishing.dates(page.values, name).date
        return Tokens(
            page.title,
            slug,
            file_name,
            name,
            page.section,
            names,
            pages,
            date,
            page.hugo_kind in ("taxonomy", "term"),
        )

    def directory(self, page: Page) -> str:
        """The folder part of a page's address, with the slugs of the sections above it."""
        if page.kind == "branch":
            return self._branch_directory(page)
        section = self.tree.branch_above(page.language, page.directory)
        container = _container(page)
        if self._rules[page.language].keeps_case and page.path:
            container = raw_place(self.tree.workspace, page.path).container_directory
        container = "" if container == "/" else container
        if section is None or not section.logical_path:
            return container
        return self._branch_directory(section) + container[len(section.logical_path) :]

    def _branch_directory(self, page: Page) -> str:
        if not page.logical_path:
            return ""
        known = self._directories.get(page)
        if known is not None:
            return known
        parent_key = page.logical_path.rpartition("/")[0]
        parent = self.tree.branch_above(page.language, parent_key or "/")
        above = self._branch_directory(parent) if parent is not None else ""
        used = len(parent.logical_path) if parent is not None else 0
        own = page.logical_path
        if self._rules[page.language].keeps_case:
            own = (
                raw_place(self.tree.workspace, page.path).key if page.path else page.written or own
            )
        rest = own[used:]
        slug = self._slug(page)
        if slug:
            rest = rest[: rest.rfind("/") + 1] + slug
        self._directories[page] = above + rest
        return above + rest


def _container(page: Page) -> str:
    if page.kind == "leaf":
        return page.directory.rpartition("/")[0] or "/"
    return page.directory


class _Rules:
    """What one language's configuration says of addresses."""

    def __init__(self, language: Language) -> None:
        self.keeps_case = truth(language.get("disablepathtolower"))
        self.remove_accents = truth(language.get("removepathaccents"))
        ugly = language.get("uglyurls")
        self._ugly = ugly if isinstance(ugly, Mapping) else {}
        self._all_ugly = truth(ugly)

    def is_ugly(self, section: str) -> bool:
        return self._all_ugly or truth(self._ugly.get(section))

    def urlize(self, name: str) -> str:
        return sanitise(name, lower=not self.keeps_case, remove_accents=self.remove_accents)


def prefix_of(hugo: HugoConfig, code: str) -> str:
    """The folder of a language in addresses: "en", or "" for a default language at the top."""
    if hugo.multihost:
        return ""
    if code == hugo.default_language:
        return code if hugo.default_in_subdir else ""
    return code if len(hugo.languages) > 1 else ""
