"""Findings as one JSON array, for editors and scripts."""

import json

from notelint.findings import Finding, Report


def render(report: Report) -> str:
    """One array; each element has the keys of the contract, in one order."""
    rows = ",\n".join(
        json.dumps(as_table(finding), ensure_ascii=False) for finding in report.findings
    )
    return f"[\n{rows}\n]\n" if rows else "[]\n"


def as_table(finding: Finding) -> dict[str, object]:
    """The public shape of one finding."""
    return {
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "rule": finding.rule,
        "level": finding.level,
        "confidence": finding.confidence,
        "message": finding.message,
        "text": finding.text,
        "suggestions": list(finding.suggestions),
        "fix": finding.fix,
    }
