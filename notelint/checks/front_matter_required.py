"""Pages without a field that every page of their section must have."""

from collections.abc import Iterator, Mapping
from typing import Any

from notelint.core import Diagnostic, Span
from notelint.note.front_matter_schema import dotted
from notelint.rules import Rule
from notelint.site.front_matter_use import is_blank
from notelint.site.page import Page
from notelint.site.site import Site


def check_page(page: Page, rule: Rule, site: Site) -> Iterator[Diagnostic]:
    """The fields that the schema requires, with what cascades down to the page. What a section asks
    is asked of its pages, not of the list of them.

    Pages that are never shown need none, the home page goes by the site's title, and in a folder
    that is no site a file without front matter is no page.
    """
    facts = page.facts
    if page.kind == "resource" or page.hidden in ("headless", "never", "resource"):
        return
    if facts.has_front_matter_fault or not (facts.front or site.workspace.is_site):
        return
    schema = site.workspace.front_matter_schema
    folders = page.logical_path.strip("/").split("/")[:-1] if page.hugo_kind == "page" else []
    for name in schema.required_in(folders):
        key = dotted(name.split("."))
        if page.hugo_kind == "home" and key == "title":
            continue
        rule_of_field = schema.fields.get(key)
        paths = [key] if rule_of_field and rule_of_field.by == "hugo" else [key, f"params.{key}"]
        if all(is_blank(_value(page.values, path)) for path in paths):
            span = next(filter(None, map(facts.value_span, paths)), None)
            if span is None:
                yield rule.found(Span(0, 0), "missing", name=name)
            else:
                yield rule.found(span, "empty", name=name)


def _value(values: Mapping[str, Any], path: str) -> Any:
    """What stands at a dotted path in lower case; None where nothing does."""
    found: Any = values
    for name in path.split("."):
        table = found if isinstance(found, Mapping) else {}
        found = next((value for key, value in table.items() if key.lower() == name), None)
    return found
