"""Taxonomy terms that differ from the rest of the site by letter case, accents or hyphens only."""

from collections.abc import Iterator

from notelint.core import Diagnostic, Edit, Fix, Span
from notelint.rules import Rule
from notelint.site.page import Page
from notelint.site.site import Site
from notelint.site.taxonomies import taxonomy_fields


def check_page(page: Page, rule: Rule, site: Site) -> Iterator[Diagnostic]:
    """Each term that most other notes write in another way."""
    for name in sorted(taxonomy_fields(site.workspace, page.language)):
        value = page.facts.front.get(name)
        items = enumerate(value) if isinstance(value, list | tuple) else [(None, value)]
        for index, term in items:
            if not isinstance(term, str):
                continue
            usual = site.term_use.usual(page.language, name, term)
            span = page.facts.value_span(name if index is None else f"{name}.{index}")
            if usual != term and span is not None:
                inner = _inside(span, term)
                fixes = (Fix(f"write {usual}", (Edit(inner, usual),)),) if inner else ()
                suggestions = (usual,) if inner else ()
                where = inner or span
                yield rule.found(
                    where, name=name, term=term, usual=usual, fixes=fixes, suggestions=suggestions
                )


def _inside(span: Span, term: str) -> Span | None:
    """Where the letters of the term stand, when they are written as they are."""
    extra = span.end - span.start - len(term)
    if extra not in (0, 2) or not all(one.isalnum() or one in " -_.+/&" for one in term):
        return None
    return Span(span.start + extra // 2, span.end - extra // 2)
