"""A finding as it is shown: a diagnostic with its place in lines and columns, all of it plain."""

from collections.abc import Mapping
from typing import Any, NamedTuple

LEVELS = ("error", "warning", "info")


class Finding(NamedTuple):
    """What every output format shows; lines and columns are 1-based, in code points of the file.

    `text` is the source under the finding, `source_line` the whole first line it stands on, `fix`
    a table as in the JSON output (title, safe, edits) or None, `related` places that explain it
    (path, line, column, message).
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    rule: str
    level: str
    confidence: str
    message: str
    text: str = ""
    suggestions: tuple[str, ...] = ()
    fix: Mapping[str, Any] | None = None
    source_line: str = ""
    related: tuple[tuple[str, int, int, str], ...] = ()


class Report(NamedTuple):
    """All that a run has to say.

    `titles` names the rules that found something; `notes` counts what was checked, `baselined` the
    findings left out because the baseline has them, `fixed` those that were mended.
    """

    findings: tuple[Finding, ...]
    notes: int
    titles: Mapping[str, str]
    baselined: int = 0
    fixed: int = 0
    colour: bool = False
    statistics: bool = False


def fails(findings: tuple[Finding, ...], fail_level: str) -> bool:
    """True when a finding is at or above `fail_level`."""
    limit = LEVELS.index(fail_level)
    return any(LEVELS.index(finding.level) <= limit for finding in findings)
