"""What was found while reading the note: a rule reports the faults that bear its name."""

from collections.abc import Iterator

from notelint.core import Diagnostic, Related
from notelint.note.note import Note
from notelint.rules import Rule
from notelint.site.workspace import Workspace


def check(note: Note, rule: Rule, workspace: Workspace) -> Iterator[Diagnostic]:
    """Every fault whose kind is the rule's id."""
    for fault in note.faults:
        if fault.kind == rule.id:
            other = fault.other
            related = (Related(note.path, other, rule.messages["other"]),) if other else ()
            yield rule.found(
                fault.span, "fault", fault=fault.message, fixes=fault.fixes, related=related
            )
