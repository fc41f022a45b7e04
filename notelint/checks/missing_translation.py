"""Notes that the edition of another language does not have yet."""

from collections.abc import Iterator

from notelint.core import Diagnostic, Span
from notelint.rules import Rule
from notelint.site.editions import edition_of, editions, expected_edition, is_source
from notelint.site.page import Page
from notelint.site.site import Site


def check_page(page: Page, rule: Rule, site: Site) -> Iterator[Diagnostic]:
    """For each language that notelint keeps an edition of, or that the rule names."""
    if not is_source(site, page):
        return
    for language in editions(site, tuple(rule.options["languages"])):
        if language != page.language and edition_of(site, page, language) is None:
            span = page.facts.value_span("title") or Span(0, 0)
            path = expected_edition(site.workspace, page, language)
            yield rule.found(span, language=language, path=path)
