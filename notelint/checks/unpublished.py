"""Links and refs to pages that a plain build leaves out: drafts, future and expired ones."""

from collections.abc import Iterator

from notelint.core import Diagnostic, Related, Span
from notelint.rules import Rule
from notelint.site.page import Page
from notelint.site.settling import UNBUILT
from notelint.site.site import Site

_FIELDS = {
    "draft": ("draft", "published"),
    "future": ("publishdate", "pubdate", "date"),
    "expired": ("expirydate", "unpublishdate"),
}


def check_page(page: Page, rule: Rule, site: Site) -> Iterator[Diagnostic]:
    """Every link, ref and image that leads to what is not published yet, or no longer."""
    for reference, found in site.resolved(page):
        other = found.page
        if found.found is False and found.why in UNBUILT and other is not None:
            span = next(
                (
                    place
                    for name in _FIELDS[found.why]
                    if (place := other.facts.value_span(name)) is not None
                ),
                Span(0, 0),
            )
            yield rule.found(
                reference.target_span,
                found.why,
                target=reference.target,
                other=other.path,
                related=(Related(other.path, span, rule.messages[f"{found.why}-here"]),),
            )
