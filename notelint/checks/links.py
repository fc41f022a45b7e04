"""Links that lead to no page and no file."""

from collections.abc import Iterator

from notelint.core import Diagnostic, Edit, Fix
from notelint.note.reference import Reference
from notelint.rules import Rule
from notelint.site.page import Page
from notelint.site.resolution import Resolution
from notelint.site.site import Site


def check_page(page: Page, rule: Rule, site: Site) -> Iterator[Diagnostic]:
    """Links in Markdown, HTML and shortcodes; other hosts are never asked."""
    for reference, found in site.broken(page, ("link",)):
        if found.why not in ("case", "form"):
            yield _finding(reference, found, page, rule, site)


def _finding(
    reference: Reference, found: Resolution, page: Page, rule: Rule, site: Site
) -> Diagnostic:
    from notelint.site.suggestions import addresses, as_ref, files, is_file

    by_path = as_ref(site, reference, page)
    if by_path and reference.origin in ("markdown", "definition"):
        call = f'{{{{< relref "{by_path}" >}}}}'
        return rule.found(
            reference.target_span,
            "path",
            suggestions=(call,),
            fixes=(Fix(f"write {call}", (Edit(reference.target_span, call),)),),
            target=reference.target,
            call=call,
        )
    suggested = (files if is_file(reference.path) else addresses)(site, reference, page)
    return rule.found(
        reference.target_span,
        found.why if found.why in rule.messages else "missing",
        suggestions=suggested.texts,
        fixes=suggested.fixes(reference.target_span),
        target=reference.target,
        hint=suggested.hint(),
    )
