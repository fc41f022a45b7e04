"""Findings for people: place, message, the line with the part underlined, what to write."""

from notelint.columns import excerpt, shown
from notelint.findings import LEVELS, Finding, Report

_COLOURS = {"error": "31", "warning": "33", "info": "36"}


def render(report: Report) -> str:
    """All findings and a last line that sums them up."""
    parts = [finding_text(finding, report.colour) for finding in report.findings]
    if report.statistics:
        parts.append(statistics(report))
    parts.append(summary(report))
    return "\n".join(parts) + "\n"


def finding_text(finding: Finding, colour: bool) -> str:
    """One finding, three lines or four, with a blank one after it."""
    place = _paint(f"{finding.path}:{finding.line}:{finding.column}", "1", colour)
    level = _paint(finding.level, _COLOURS[finding.level], colour)
    lines = [f"{place}: {level}: {shown(finding.message)} [{finding.rule}]"]
    if finding.source_line.strip():
        source, marks = excerpt(finding)
        lines += [f"    {source}", f"    {_paint_marks(marks, _COLOURS[finding.level], colour)}"]
    said = len(finding.suggestions) == 1 and f"“{finding.suggestions[0]}”" in finding.message
    if finding.suggestions and not said:
        lines.append(f"    write: {', '.join(map(_visible, finding.suggestions[:5]))}")
    elif finding.fix and not said:
        lines.append(f"    fix: {finding.fix['title']}")
    for path, line, column, message in finding.related:
        lines.append(f"    see {path}:{line}:{column}: {message}")
    return "\n".join(lines) + "\n"


def statistics(report: Report) -> str:
    """How often each rule was broken, most often first."""
    counts: dict[str, int] = {}
    for finding in report.findings:
        counts[finding.rule] = counts.get(finding.rule, 0) + 1
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return "".join(f"{count:6}  {rule}  {report.titles.get(rule, '')}\n" for rule, count in ordered)


def summary(report: Report) -> str:
    """The last line: counts, or that all is well."""
    extra = ""
    if report.fixed:
        extra += f", {report.fixed} fixed"
    if report.baselined:
        extra += f", {report.baselined} known from the baseline"
    if not report.findings:
        return _paint(
            f"All is well: {_count(report.notes, 'note')} checked, no finding{extra}.",
            "32",
            report.colour,
        )
    levels = [finding.level for finding in report.findings]
    counts = [_count(levels.count(level), level) for level in LEVELS if level in levels]
    files = len({finding.path for finding in report.findings})
    total = _count(len(levels), "finding")
    return (
        f"{total} ({', '.join(counts)}) in {_count(files, 'file')}; "
        f"{_count(report.notes, 'note')} checked{extra}."
    )


def _count(number: int, name: str) -> str:
    plural = name if name == "info" or number == 1 else f"{name}s"
    return f"{number:,} {plural}"


def _visible(text: str) -> str:
    return text if text.isprintable() and text == text.strip() and text else repr(text)


def _paint(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text


def _paint_marks(marks: str, code: str, colour: bool) -> str:
    indent = len(marks) - len(marks.lstrip(" "))
    return marks[:indent] + _paint(marks[indent:], code, colour)
