"""Refs that find no page: Hugo stops the build at the first."""

from collections.abc import Iterator

from notelint.core import Diagnostic
from notelint.note.reference import Reference
from notelint.rules import Rule
from notelint.site.page import Page
from notelint.site.resolution import Resolution
from notelint.site.site import Site


def check_page(page: Page, rule: Rule, site: Site) -> Iterator[Diagnostic]:
    """ref and relref, and what they find instead of a page that can be linked to."""
    for reference, found in site.broken(page, ("ref", "relref")):
        yield _finding(reference, found, page, rule, site)


def _finding(
    reference: Reference, found: Resolution, page: Page, rule: Rule, site: Site
) -> Diagnostic:
    from notelint.site.suggestions import NONE, ref_paths

    language = reference.language or page.language
    suggested = NONE if found.why in _NO_HINT else ref_paths(site, reference, page)
    candidates = ", ".join(f"“{one}”" for one in found.candidates)
    other = found.page.language if found.page is not None else ""
    return rule.found(
        reference.target_span,
        found.why if found.why in rule.messages else "missing",
        suggestions=suggested.texts or found.candidates,
        fixes=suggested.fixes(reference.target_span),
        target=reference.target,
        path=reference.path,
        hint=suggested.hint(),
        candidates=candidates,
        language=language,
        other=other,
        format=reference.output_format or "",
    )


_NO_HINT = (
    "ambiguous",
    "language",
    "no-language",
    "output-format",
    "headless",
    "never",
    "resource",
)
