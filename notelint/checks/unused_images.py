"""Images in the folder of a note that nothing of the site uses."""

from collections.abc import Iterator

from notelint.core import Diagnostic, Span
from notelint.rules import Rule
from notelint.site.page import Page
from notelint.site.site import Site


def check_page(page: Page, rule: Rule, site: Site) -> Iterator[Diagnostic]:
    """Reported at the head of the bundle that has them."""
    if page.bundle is None:
        return
    endings = tuple(f".{one}" for one in rule.options["endings"])
    used = site.used_files
    for resource in site.bundles.own(page).values():
        if resource.path.lower().endswith(endings) and resource.path not in used:
            name = resource.path.removeprefix(page.bundle + "/")
            if not any(word in name.lower() for word in rule.options["kept"]):
                yield rule.found(page.facts.value_span("title") or Span(0, 0), image=name)
