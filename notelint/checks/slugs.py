"""Two pages with one address: Hugo writes both to one file, and one is lost without a word."""

from collections.abc import Iterator

from notelint.core import Diagnostic, Related, Span
from notelint.rules import Rule
from notelint.site.page import Page
from notelint.site.site import Site


def check_page(page: Page, rule: Rule, site: Site) -> Iterator[Diagnostic]:
    """The second page of an address, in order of path, is the one reported."""
    first = site.first_at_address(page)
    if first is None or first is page or not page.is_published:
        return
    yield rule.found(
        _place(page),
        related=(Related(first.path, _place(first), "the same address"),),
        url=page.url,
        other=first.path,
    )


def _place(page: Page) -> Span:
    """The field that makes the address, or the start of the note."""
    for name in ("url", "slug", "title"):
        span = page.facts.value_span(name)
        if span is not None:
            return span
    return Span(0, 0)
