"""Text that has changed since its translation was written."""

from collections.abc import Iterator

from notelint.core import Diagnostic, Related, Span
from notelint.rules import Rule
from notelint.site.editions import edition_of, editions, is_source
from notelint.site.page import Page
from notelint.site.site import Site


def check_page(page: Page, rule: Rule, site: Site) -> Iterator[Diagnostic]:
    """The source is compared with what the memory says it was, sentence by sentence."""
    if not is_source(site, page):
        return
    for language in editions(site):
        path = edition_of(site, page, language) if language != page.language else None
        if path is None:
            continue
        from notelint.translation.watch import outdated

        for found in outdated(site.workspace, page, language):
            yield rule.found(
                found.span,
                "changed" if found.before else "new",
                related=(Related(path, Span(0, 0), found.edition or "the edition"),),
                path=path,
                before=found.before,
            )
