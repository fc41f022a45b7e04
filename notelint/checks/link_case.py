"""Links that differ from what they lead to only in letter case, or in how accents are made up."""

from collections.abc import Iterator

from notelint.core import Diagnostic, Edit, Fix
from notelint.rules import Rule
from notelint.site.page import Page
from notelint.site.site import Site


def check_page(page: Page, rule: Rule, site: Site) -> Iterator[Diagnostic]:
    """On a server such a link is broken, though it may work on the author's own machine."""
    for reference, found in site.resolved(page):
        if found.found is False and found.why in ("case", "form") and reference.kind == "link":
            from notelint.site.suggestions import respelt

            right = respelt(site, reference, found, page)
            fix = Fix(f"write {right}", (Edit(reference.target_span, right),), safe=True)
            yield rule.found(
                reference.target_span,
                found.why,
                suggestions=(right,) if right else (),
                fixes=(fix,) if right else (),
                target=reference.target,
                right=right or found.candidates[0],
            )
