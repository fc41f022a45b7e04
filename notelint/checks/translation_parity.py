"""A page of the edition that is built otherwise than its source."""

from collections.abc import Iterator

from notelint.core import Diagnostic, Related
from notelint.rules import Rule
from notelint.site.editions import editions
from notelint.site.page import Page
from notelint.site.site import Site


def check_page(page: Page, rule: Rule, site: Site) -> Iterator[Diagnostic]:
    """The first place where the two part, on the edition's page."""
    if page.language not in editions(site) or not page.path:
        return
    from notelint.translation.watch import unlike

    found = unlike(site, page)
    if found is not None:
        yield rule.found(
            found.span,
            "" if found.wanted != found.given else "inside",
            related=(Related(found.path, found.source_span, found.wanted),),
            source=found.path,
            line=found.line,
            wanted=found.wanted,
            given=found.given,
        )
