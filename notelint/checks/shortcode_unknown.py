"""Shortcodes for which Hugo finds no template."""

from collections.abc import Iterator

from notelint.core import Diagnostic, Edit, Fix
from notelint.nearest import nearest
from notelint.note.note import Note
from notelint.rules import Rule
from notelint.site.workspace import Workspace


def check(note: Note, rule: Rule, workspace: Workspace) -> Iterator[Diagnostic]:
    """Names that neither Hugo, the site, its themes nor shortcodes.yaml know.

    Where a theme of the site is not on disk and not in shortcodes.yaml, nothing can be said.
    """
    table = workspace.shortcode_table
    for tag in note.shortcodes:
        if tag.closing or not tag.name or tag.name.endswith(".inline"):
            continue
        if table.knows(tag.name) is not False:
            continue
        near = nearest(tag.name.lower(), sorted(table.names))
        fixes: tuple[Fix, ...] = ()
        if near is not None:
            edits = [Edit(tag.name_span, near)]
            if tag.partner is not None:
                edits.append(Edit(note.shortcodes[tag.partner].name_span, near))
            fixes = (Fix(f"write «{near}»", tuple(edits)),)
        yield rule.found(
            tag.name_span,
            "near" if near else "unknown",
            name=tag.name,
            near=near,
            suggestions=(near,) if near else (),
            fixes=fixes,
            confidence="medium" if table.missing else None,
        )
