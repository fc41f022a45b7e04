"""The terms of taxonomies (`tags`, `kinds` …) in the other language: one translation in the whole site.

No engine is asked: a term is the name of a page and of its address. The glossary says what it becomes, and it stays
as it is where the glossary says nothing, or where the term has a page of its own (`tags/sql/_index.md`), which is
found by that name.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property

from notelint.site.taxonomies import taxonomy_fields
from notelint.site.workspace import Workspace
from notelint.translation.glossary import Glossary
from notelint.translation.items import Segment

GLOSSARY = "glossary"
"""Who translated what is a term and nothing else."""


class Terms:
    """What becomes of the terms of a site. Safe to use from several threads. Without `glossary` they all stay."""

    def __init__(self, workspace: Workspace, language: str, glossary: Glossary | None) -> None:
        self._workspace = workspace
        self._language = language
        self._glossary = glossary

    def rendering(self, segment: Segment) -> str:
        """The term that stands for that of `segment`, the term itself when there is no other."""
        taxonomy = segment.kind.partition(":")[2]
        if self._glossary is None or _as_folder(segment.text) in self._pages.get(taxonomy, ()):
            return segment.text
        return self._glossary.term(segment.text) or segment.text

    @cached_property
    def _pages(self) -> Mapping[str, frozenset[str]]:
        """By taxonomy the terms that have a page of their own, as folders are called."""
        fields = taxonomy_fields(self._workspace, self._language)
        return {field: frozenset(self._with_page(field)) for field in fields}

    def _with_page(self, taxonomy: str) -> Iterator[str]:
        for root in self._workspace.content:
            for file in (self._workspace.root / root.folder / taxonomy).glob("*/_index*.md"):
                yield _as_folder(file.parent.name)


def _as_folder(term: str) -> str:
    return "-".join(term.lower().split())
