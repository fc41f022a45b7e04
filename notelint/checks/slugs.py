"""Two pages with one address, or two files of one page: one is lost without a word."""

from collections.abc import Iterator

from notelint.core import Diagnostic, Related, Span
from notelint.rules import Rule
from notelint.site.page import Page
from notelint.site.site import Site


def check_page(page: Page, rule: Rule, site: Site) -> Iterator[Diagnostic]:
    """Each of the pages, so that whichever of them is looked at shows it."""
    for message, others in (
        ("address", site.others_at_address(page)),
        ("page", site.other_claimants(page)),
    ):
        if others:
            same = rule.messages[f"same-{message}"]
            yield rule.found(
                _place(page),
                message,
                related=tuple(Related(one.path, _place(one), same) for one in others),
                url=page.url,
                other=others[0].path,
            )


def _place(page: Page) -> Span:
    """The field that makes the address, or the start of the note."""
    for name in ("url", "slug", "title"):
        span = page.facts.value_span(name)
        if span is not None:
            return span
    return Span(0, 0)
