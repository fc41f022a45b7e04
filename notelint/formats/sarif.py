"""Findings as SARIF 2.1.0, for code scanning and editors.

Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

import json
from collections.abc import Mapping
from urllib.parse import quote

from notelint import __version__
from notelint.findings import Finding, Report

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def render(report: Report) -> str:
    """One run. Columns are 1-based code points, as everywhere in notelint."""
    ids = sorted({finding.rule for finding in report.findings})
    driver = {
        "name": "notelint",
        "version": __version__,
        "rules": [
            {"id": rule, "shortDescription": {"text": report.titles.get(rule, rule)}}
            for rule in ids
        ],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [result(finding, ids.index(finding.rule)) for finding in report.findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def result(finding: Finding, rule_index: int) -> Mapping[str, object]:
    """One finding. A fix is given whole, as replacements of regions."""
    table: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": rule_index,
        "level": _LEVELS[finding.level],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": _location(finding)}],
        "properties": {"confidence": finding.confidence, "suggestions": list(finding.suggestions)},
    }
    if finding.related:
        table["relatedLocations"] = [
            {
                "message": {"text": message},
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(path)},
                    "region": {"startLine": line, "startColumn": column},
                },
            }
            for path, line, column, message in finding.related
        ]
    if finding.fix:
        table["fixes"] = [_fix(finding, finding.fix)]
    return table


def _location(finding: Finding) -> Mapping[str, object]:
    return {
        "artifactLocation": {"uri": quote(finding.path)},
        "region": {
            "startLine": finding.line,
            "startColumn": finding.column,
            "endLine": finding.end_line,
            "endColumn": finding.end_column,
            "snippet": {"text": finding.text},
        },
    }


def _fix(finding: Finding, fix: Mapping[str, object]) -> Mapping[str, object]:
    edits = fix["edits"]
    assert isinstance(edits, list)
    return {
        "description": {"text": fix["title"]},
        "artifactChanges": [
            {
                "artifactLocation": {"uri": quote(finding.path)},
                "replacements": [
                    {
                        "deletedRegion": {
                            "startLine": edit["line"],
                            "startColumn": edit["column"],
                            "endLine": edit["end_line"],
                            "endColumn": edit["end_column"],
                        },
                        "insertedContent": {"text": edit["text"]},
                    }
                    for edit in edits
                ],
            }
        ],
    }
