"""Images and other files that are not there."""

from collections.abc import Iterator

from notelint.core import Diagnostic
from notelint.note.reference import Reference
from notelint.rules import Rule
from notelint.site.page import Page
from notelint.site.resolution import Resolution
from notelint.site.site import Site


def check_page(page: Page, rule: Rule, site: Site) -> Iterator[Diagnostic]:
    """Images in Markdown, HTML, shortcodes and front matter; names are compared exactly."""
    for reference, found in site.broken(page, ("image", "resource")):
        yield _finding(reference, found, page, rule, site)


def _finding(
    reference: Reference, found: Resolution, page: Page, rule: Rule, site: Site
) -> Diagnostic:
    from notelint.site.suggestions import files, lies_beside

    suggested = files(site, reference, page)
    message: str = found.why if found.why in rule.messages else "missing"
    if message == "missing" and lies_beside(site, reference, page):
        message = "place"
    what = "image" if reference.kind == "image" else "file"
    return rule.found(
        reference.target_span,
        message,
        suggestions=suggested.texts,
        fixes=suggested.fixes(reference.target_span),
        target=reference.target,
        what=what,
        right=suggested.texts[0] if suggested.texts else next(iter(found.candidates), ""),
        hint=suggested.hint(),
        url=page.url,
    )
