"""Files that are not text notelint can read: not UTF-8, or with NUL bytes."""

from collections.abc import Iterator

from notelint.core import Diagnostic
from notelint.note.note import Note
from notelint.rules import Rule
from notelint.site.workspace import Workspace


def check(note: Note, rule: Rule, workspace: Workspace) -> Iterator[Diagnostic]:
    """Every fault of the file itself; one that cannot be opened is reported by the runner."""
    for fault in note.faults:
        if fault.kind == "file":
            yield rule.found(fault.span, fault=fault.message, fixes=fault.fixes)
