"""Findings as workflow commands, which GitHub shows beside the changed lines.

Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from notelint.findings import Finding, Report

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report) -> str:
    """One command a line."""
    return "".join(f"{command(finding)}\n" for finding in report.findings)


def command(finding: Finding) -> str:
    """The workflow command of one finding; GitHub takes an end column on a single line only."""
    properties = {
        "file": finding.path,
        "line": str(finding.line),
        "endLine": str(finding.end_line),
        "col": str(finding.column),
        "endColumn": str(finding.end_column),
        "title": f"notelint {finding.rule}",
    }
    if finding.end_line != finding.line:
        del properties["endColumn"]
    message = finding.message
    if finding.suggestions:
        message += f" (write “{finding.suggestions[0]}”)"
    listed = ",".join(f"{key}={escape_property(value)}" for key, value in properties.items())
    return f"::{_COMMANDS[finding.level]} {listed}::{escape(message)}"


def escape(text: str) -> str:
    """Text of a message: what would end the command or start an escape is percent-encoded."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """Text of a property, where colon and comma end it too."""
    return escape(text).replace(":", "%3A").replace(",", "%2C")
