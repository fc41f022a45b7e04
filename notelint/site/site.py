"""All notes together, as Hugo sees them."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property

from notelint.note.reference import Reference, ReferenceKind
from notelint.site.addresses import Addresses
from notelint.site.bundles import Bundles
from notelint.site.content_files import SiteFiles
from notelint.site.content_path import adapter_folder, parse
from notelint.site.facts import Facts
from notelint.site.front_matter_use import KeyUse, TermUse, keys_of, template_keys, terms_of
from notelint.site.known import Files, Paths
from notelint.site.other_pages import facts_on_disk
from notelint.site.page import Page
from notelint.site.placing import Placed, placed_facts
from notelint.site.planting import plant
from notelint.site.references import Resolver
from notelint.site.resolution import Resolution
from notelint.site.settling import UNBUILT
from notelint.site.values import truth
from notelint.site.workspace import Workspace

__all__ = ["Page", "Resolution", "Site"]


class Site:
    """The pages of a workspace by the path of their file, and what leads where.

    Nothing is looked up on disk before it is needed, but for the names of the content files.
    """

    def __init__(self, workspace: Workspace, facts: Mapping[str, Facts]) -> None:
        self.workspace = workspace
        self.files = SiteFiles(workspace)
        self._bundle_files, other_pages = self.files.other_files(facts.__contains__)
        self._paths: dict[str, Paths] = {}
        self._addresses: dict[str, Paths] = {}
        self._last: tuple[Page | None, tuple[tuple[Reference, Resolution], ...]] = None, ()
        self.tree = plant(workspace, self._placed(facts, other_pages))
        self.addresses = Addresses(self.tree)
        self.addresses.assign()
        self.tree.adapter_folders = tuple(self._adapter_folders())
        self.tree.open_folders = tuple(self._open_folders())

    @staticmethod
    def of(workspace: Workspace, facts: Mapping[str, Facts]) -> "Site":
        """The site made of these notes; `facts` is by path relative to the root."""
        return Site(workspace, facts)

    @property
    def pages(self) -> Mapping[str, Page]:
        """Every note by the path of its file."""
        return self.tree.pages

    @cached_property
    def bundles(self) -> Bundles:
        """The files that belong to pages."""
        return Bundles(self.tree, self._bundle_files)

    @cached_property
    def resolver(self) -> Resolver:
        """What follows references."""
        return Resolver(self.tree, self.addresses, self.bundles, self.files)

    def resolve(self, reference: Reference, page: Page) -> Resolution:
        """Where `reference`, written on `page`, leads."""
        return self.resolver.resolve(reference, page)

    def resolved(self, page: Page) -> tuple[tuple[Reference, Resolution], ...]:
        """All references of a page with where they lead; kept until the next page is asked for."""
        last, found = self._last
        if last is not page:
            found = tuple((one, self.resolve(one, page)) for one in page.facts.references)
            self._last = page, found
        return found

    def broken(
        self, page: Page, kinds: Container[ReferenceKind]
    ) -> Iterator[tuple[Reference, Resolution]]:
        """The references of these kinds that lead nowhere, also not to what is unpublished."""
        for reference, found in self.resolved(page):
            if found.found is False and reference.kind in kinds and found.why not in UNBUILT:
                yield reference, found

    @cached_property
    def _by_address(self) -> dict[str, list[Page]]:
        """The published pages that may have the same address, those of one language and path, or
        all that have it where pages may ask for an address of their own.
        """
        rough = self.addresses.rough if self.addresses.are_by_path else _file_address
        found: dict[str, list[Page]] = {}
        for page in sorted(self.pages.values(), key=lambda one: one.path):
            if page.is_published:
                found.setdefault(rough(page), []).append(page)
        return found

    def others_at_address(self, page: Page) -> tuple[Page, ...]:
        """The other published pages with the address of `page`, in order of path."""
        if not page.is_published:
            return ()
        rough = self.addresses.rough if self.addresses.are_by_path else _file_address
        near = [one for one in self._by_address[rough(page)] if one is not page]
        return tuple(one for one in near if _file_address(one) == _file_address(page))

    def other_claimants(self, page: Page) -> tuple[Page, ...]:
        """The other files that are this page to Hugo: a.md and a/index.md."""
        claims = self.tree.claims.get(page.language, {}).get(page.logical_path, ())
        return tuple(one for one in claims if one is not page) if page in claims else ()

    @cached_property
    def key_use(self) -> KeyUse:
        """The front matter keys that the notes use."""
        return keys_of(self.pages.values())

    @cached_property
    def odd_word_use(self) -> Counter[tuple[str, str]]:
        """In how many notes each word stands that no list knows, by language and word."""
        return Counter(
            (language, word)
            for page in self.pages.values()
            for word, language, *_ in page.facts.odd_words
        )

    def notes_with(self, language: str, word: str) -> int:
        """How many notes have `word`, in small letters, that no list knows."""
        return self.odd_word_use[language, word]

    @cached_property
    def term_use(self) -> TermUse:
        """How the notes write the terms of taxonomies."""
        return terms_of(self.workspace, self.pages.values())

    @cached_property
    def template_keys(self) -> frozenset[str]:
        """The front matter keys (lower case) that the templates on disk read."""
        return template_keys(self.workspace.mounts)

    @cached_property
    def used_files(self) -> frozenset[str]:
        """The files that some page of the site refers to, by their paths."""
        found: set[str] = set()
        for page in self.pages.values():
            for reference in page.facts.references:
                file = self.resolve(reference, page).file
                if file is not None:
                    found.add(file)
        return frozenset(found)

    def known_paths(self, language: str) -> Paths:
        """The published pages of a language by logical path, for suggestions."""
        if language not in self._paths:
            nodes = self.tree.by_language.get(language, {})
            self._paths[language] = Paths((k, p) for k, p in nodes.items() if k and not p.hidden)
        return self._paths[language]

    def known_addresses(self, language: str) -> Paths:
        """The published pages of a language by address, for suggestions."""
        if language not in self._addresses:
            nodes = self.tree.by_language.get(language, {})
            pages = (page for page in nodes.values() if not page.hidden)
            self._addresses[language] = Paths((page.url.rstrip("/"), page) for page in pages)
        return self._addresses[language]

    @cached_property
    def known_files(self) -> Files:
        """The files of the content folders that are no notes, for suggestions."""
        content = self.files.content
        return Files(path for path, _, _, own in content if own and path not in self.pages)

    def has_anchor(self, page: Page, fragment: str) -> bool | None:
        """Whether `page` has an id `fragment` (percent-decoded); None when that cannot be known."""
        if not fragment or fragment.lower() == "top" or fragment.startswith(":~:"):
            return True
        facts = page.facts
        if fragment in facts.anchors:
            return True
        unknown = facts.anchors_open or not page.path or fragment.startswith(facts.anchor_prefixes)
        unknown = unknown or self.resolver.contested.has_page(page)
        return None if unknown else False

    def _placed(
        self, facts: Mapping[str, Facts], others: Iterable[tuple[str, str, str | None]]
    ) -> Iterator[Placed]:
        yield from placed_facts(self.workspace, facts)
        hugo = self.workspace.hugo
        for path, virtual, language in others:
            place = parse(virtual, hugo.codes, hugo.disabled_languages)
            if not place.disabled:
                code = place.language or language or hugo.default_language
                yield Placed(facts_on_disk(self.workspace.root, path, code), code, place)

    def _open_folders(self) -> Iterator[str]:
        """Where content adapters make pages, and terms whose letter case Hugo takes by chance."""
        if truth(self.workspace.hugo.get("disablepathtolower")):
            for key, names in self.tree.taxonomies.spellings.items():
                for prefix in self.addresses.prefixes.values():
                    lead = f"/{prefix}" if prefix else ""
                    yield from (f"{lead}{key.rpartition('/')[0]}/{name}" for name in names)
        for folder in self.tree.adapter_folders:
            for prefix in self.addresses.prefixes.values():
                yield f"/{prefix}{folder}" if prefix else folder

    def _adapter_folders(self) -> Iterator[str]:
        for _, virtual, _, _ in self.files.content if self.workspace.is_site else ():
            folder = adapter_folder(virtual)
            if folder is not None:
                yield folder


def _file_address(page: Page) -> str:
    """One text for the addresses /a/ and /a/index.html, which are one file."""
    return page.url.removesuffix("index.html") if page.url.endswith("/index.html") else page.url
