"""Headings that skip a level."""

from collections.abc import Iterator

from notelint.core import Diagnostic, Edit, Fix, Span
from notelint.note.nodes import Node
from notelint.note.note import Note
from notelint.rules import Rule
from notelint.site.workspace import Workspace


def check(note: Note, rule: Rule, workspace: Workspace) -> Iterator[Diagnostic]:
    """One level deeper at a time; `first` is the deepest level that a note may start with."""
    previous = max(rule.options["first"], 1) - 1
    for heading in note.of_kind("heading"):
        level = heading.attrs["level"]
        if level > previous + 1:
            span = marker(heading)
            fix = Fix(f"make it level {previous + 1}", (Edit(span, "#" * (previous + 1)),))
            yield rule.found(
                span,
                level=level,
                previous=previous,
                expected=previous + 1,
                fixes=(fix,) if heading.attrs["style"] == "atx" else (),
            )
        previous = level


def marker(heading: Node) -> Span:
    """The `###` of a heading, or the heading itself when it is underlined."""
    if heading.attrs["style"] != "atx":
        return heading.span
    start = heading.span.start
    return Span(start, start + heading.attrs["level"])
