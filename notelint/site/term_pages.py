"""Taxonomies and their terms, as far as they make pages: their logical paths and spellings.

https://gohugo.io/content-management/taxonomies/
"""

from collections.abc import Mapping

from notelint.site.content_path import normalise
from notelint.site.hugo_config import HugoConfig, Language
from notelint.site.page import HugoKind, Page
from notelint.site.values import text, texts


def taxonomies_of(language: Language) -> dict[str, str]:
    """Plural name (the front matter field) → logical path of the taxonomy."""
    given = language.get("taxonomies")
    if not isinstance(given, Mapping):
        given = {"tag": "tags", "category": "categories"}
    plurals = [text(plural).lower() for plural in given.values() if text(plural)]
    return {plural: "/" + normalise(plural).strip("/") for plural in plurals}


class Taxonomies:
    """The taxonomies of all languages, and the terms met in front matter.

    `terms` maps language → logical path → the term as first written; `spellings` holds all
    spellings of terms that have more than one.
    """

    def __init__(self, hugo: HugoConfig) -> None:
        self.roots = {one.code: taxonomies_of(one) for one in hugo.languages}
        self.terms: dict[str, dict[str, str]] = {one.code: {} for one in hugo.languages}
        self.spellings: dict[str, set[str]] = {}

    def kind_of(self, language: str, key: str) -> HugoKind:
        """The kind of the branch page at the logical path `key`."""
        if not key:
            return "home"
        for root in self.roots[language].values():
            if key == root:
                return "taxonomy"
            if key.startswith(root + "/"):
                return "term"
        return "section"

    def collect(self, page: Page) -> None:
        """Take in the terms of a page, from its front matter or the `params` in it."""
        values = page.values
        params = values.get("params")
        if isinstance(params, Mapping):
            values = {**values, **params}
        terms = self.terms[page.language]
        for plural, root in self.roots[page.language].items():
            for name in texts(values[plural]) if plural in values else ():
                if name:
                    key = normalise(f"{root}/{name}")
                    if terms.setdefault(key, name) != name:
                        self.spellings.setdefault(key, set()).update((name, terms[key]))
