"""Pages without a field that every page of their section must have."""

from collections.abc import Iterator

from notelint.core import Diagnostic, Span
from notelint.rules import Rule
from notelint.site.front_matter_use import is_blank
from notelint.site.page import Page
from notelint.site.site import Site


def check_page(page: Page, rule: Rule, site: Site) -> Iterator[Diagnostic]:
    """The fields that the schema requires, with what cascades down to the page.

    Pages that are never shown need none, the home page goes by the site's title, and in a folder
    that is no site a file without front matter is no page.
    """
    facts = page.facts
    if page.kind == "resource" or page.hidden in ("headless", "never", "resource"):
        return
    if facts.has_front_matter_fault or not (facts.front or site.workspace.is_site):
        return
    values = {name.lower(): value for name, value in page.values.items()}
    for name in site.workspace.front_matter_schema.required_in(page.section):
        key = name.lower()
        if page.hugo_kind == "home" and key == "title":
            continue
        if is_blank(values.get(key)):
            span = facts.value_span(key)
            if span is None:
                yield rule.found(Span(0, 0), "missing", name=name)
            else:
                yield rule.found(span, "empty", name=name)
