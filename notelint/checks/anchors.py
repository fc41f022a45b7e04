"""Fragments that no heading, footnote or id of the page has. Hugo never looks at them."""

from collections.abc import Iterator

from notelint.core import Diagnostic, Related
from notelint.note.reference import Reference
from notelint.rules import Rule
from notelint.site.page import Page
from notelint.site.site import Site
from notelint.site.target_text import take_apart

_KINDS = ("ref", "relref", "link")


def check_page(page: Page, rule: Rule, site: Site) -> Iterator[Diagnostic]:
    """In refs and links, on this page and on others."""
    for reference, found in site.resolved(page):
        if "#" not in reference.target or not found.found or found.page is None:
            continue
        fragment = take_apart(reference.target).fragment
        if reference.kind in _KINDS and site.has_anchor(found.page, fragment) is False:
            yield _finding(reference, fragment, found.page, page, rule)


def _finding(
    reference: Reference, fragment: str, other: Page, page: Page, rule: Rule
) -> Diagnostic:
    from notelint.site.suggestions import anchors

    suggested = anchors(other, fragment)
    here = other is page
    same = next((one for one in other.facts.headings if one.id in suggested.texts[:1]), None)
    related: tuple[Related, ...] = ()
    if same is not None:
        related = (Related(other.path, same.span, f"the heading “{same.text}”"),)
    return rule.found(
        reference.fragment_span,
        "here" if here else "there",
        suggestions=suggested.texts,
        fixes=suggested.fixes(reference.fragment_span),
        related=related,
        fragment=fragment,
        other=other.path,
        hint=suggested.hint("#"),
    )
