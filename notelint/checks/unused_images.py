"""Images in the folder of a note that nothing of the site uses."""

from collections.abc import Iterator
from fnmatch import fnmatchcase

from notelint.core import Diagnostic, Span
from notelint.rules import Rule
from notelint.site.page import Page
from notelint.site.site import Site


def check_page(page: Page, rule: Rule, site: Site) -> Iterator[Diagnostic]:
    """Reported at the head of the bundle that has them.

    One that the front matter lists under «resources» is not forgotten: a template may show it.
    """
    if page.bundle is None:
        return
    endings = tuple(f".{one}" for one in rule.options["endings"])
    used = site.used_files
    listed = tuple(_listed(page.values.get("resources")))
    for resource in site.bundles.own(page).values():
        if resource.path.lower().endswith(endings) and resource.path not in used:
            name = resource.path.removeprefix(page.bundle + "/")
            kept = any(word in name.lower() for word in rule.options["kept"])
            if not kept and not any(fnmatchcase(name.lower(), pattern) for pattern in listed):
                yield rule.found(page.facts.value_span("title") or Span(0, 0), image=name)


def _listed(resources: object) -> Iterator[str]:
    """The patterns, in lower case, of files that front matter gives a title or a name."""
    for entry in resources if isinstance(resources, list) else ():
        if isinstance(entry, dict) and isinstance(entry.get("src"), str):
            yield entry["src"].lower()
