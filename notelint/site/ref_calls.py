"""ref and relref: by path among the pages of one language.

https://gohugo.io/shortcodes/ref/
"""

from functools import cached_property

from notelint.note.reference import Reference
from notelint.site.addresses import Addresses
from notelint.site.lookup import Lookup
from notelint.site.page import Page
from notelint.site.resolution import MISSING, UNCERTAIN, Resolution, hidden_because
from notelint.site.target_text import take_apart
from notelint.site.tree import Tree


class RefCalls:
    """Resolves the calls of one site."""

    def __init__(self, tree: Tree, addresses: Addresses, lookup: Lookup) -> None:
        self.tree, self.addresses, self.lookup = tree, addresses, lookup

    def resolve(self, reference: Reference, page: Page) -> Resolution:
        """Which page a call finds on `page`, or why none."""
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
            return Resolution(False, found.page, why=hidden_because(found.page))
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
            return Resolution(False, hidden, why=hidden_because(hidden))
        for code in self.tree.by_language:
            if code != language:
                other = self.lookup.find(path, page, code, is_ref=True).page
                if other is not None and not other.hidden:
                    return Resolution(False, other, why="language")
        return UNCERTAIN if self.lookup.may_be_made(path, page, is_ref=True) else MISSING

    @cached_property
    def _all_pages(self) -> Lookup:
        """A look-up that finds pages which are not built too."""
        return Lookup(self.tree, hidden=True)
