"""Front matter keys that nobody reads, and that look like one that somebody does."""

from collections.abc import Iterator, Mapping

from notelint.core import Diagnostic, Edit, Fix
from notelint.note.near_keys import near_key
from notelint.rules import Rule
from notelint.site.page import Page
from notelint.site.site import Site
from notelint.site.taxonomies import taxonomies


def check_page(page: Page, rule: Rule, site: Site) -> Iterator[Diagnostic]:
    """A key is known when Hugo, the schema, a taxonomy or a template on disk has it.

    One that is not known is reported when it is a slip for a known one; with the option
    `undeclared` always. A key that many notes have (`often`, and one in five) is no slip.
    """
    schema = site.workspace.front_matter_schema
    written = {rule.name.lower(): rule.name for rule in schema.fields.values()}
    named = taxonomies(site.workspace, page.language)
    known = {*schema.fields, *schema.required_anywhere, *named.values()}
    for path in page.facts.fields:
        name, _, below = path.partition(".")
        if name == "params" or below.partition(".")[2]:
            continue
        if below:
            parent = schema.fields.get(name)
            if parent is not None and parent.closed and path not in known and not below.isdigit():
                yield _report(page, rule, path, near_key(path, known), written)
        elif name not in known and name not in site.template_keys:
            common = site.key_use.keys.get(name, 0)
            if common >= rule.options["often"] and common * 5 >= site.key_use.notes:
                continue
            near = named.get(name) or near_key(name, {*known, *site.template_keys})
            if near is not None or rule.options["undeclared"]:
                yield _report(page, rule, path, near, written)


def _report(
    page: Page, rule: Rule, path: str, near: str | None, written: Mapping[str, str]
) -> Diagnostic:
    """One unknown key; `written` are the names of the schema in their usual letter case."""
    span = page.facts.key_span(path)
    assert span is not None
    name = path.rpartition(".")[2]
    if near is None:
        return rule.found(span, "undeclared", name=name)
    meant = near.rpartition(".")[2]
    meant = written.get(meant, meant)
    if near in page.facts.fields:  # written twice, it would stop Hugo: the author decides
        return rule.found(span, "near", name=name, near=meant)
    fix = Fix(f"write «{meant}»", (Edit(span, meant),))
    return rule.found(span, "near", name=name, near=meant, suggestions=(meant,), fixes=(fix,))
