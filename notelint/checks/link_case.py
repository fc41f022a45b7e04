"""Links that differ from what they lead to only in letter case, or in how accents are made up."""

from collections.abc import Iterator

from notelint.core import Diagnostic, Edit, Fix
from notelint.note.reference import Reference
from notelint.rules import Rule
from notelint.site.page import Page
from notelint.site.resolution import Resolution
from notelint.site.site import Site


def check_page(page: Page, rule: Rule, site: Site) -> Iterator[Diagnostic]:
    """On a server such a link is broken, though it may work on the author's own machine; where
    Hugo's look-up finds it all the same, that is worth a hint.
    """
    for reference, found in site.resolved(page):
        if found.why not in ("case", "form"):
            continue
        if found.found:
            yield _forgiven(reference, found, rule)
        elif found.found is False and reference.kind == "link":
            from notelint.site.suggestions import respelt

            yield _finding(reference, found, found.why, respelt(site, reference, found, page), rule)


def _finding(
    reference: Reference,
    found: Resolution,
    message: str,
    right: str,
    rule: Rule,
) -> Diagnostic:
    fix = Fix(f"write {right}", (Edit(reference.target_span, right),), safe=True)
    return rule.found(
        reference.target_span,
        message,
        suggestions=(right,) if right else (),
        fixes=(fix,) if right else (),
        target=reference.target,
        right=right or found.candidates[0],
    )


def _forgiven(reference: Reference, found: Resolution, rule: Rule) -> Diagnostic:
    path, rest = reference.path, reference.target[len(reference.path) :]
    right = found.candidates[0] + rest if "%" not in path else ""
    return _finding(reference, found, "forgiven", right, rule._replace(level="info"))
