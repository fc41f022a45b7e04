"""Diagnostics → findings: offsets become lines and columns of the file as it is."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

from notelint.core import Diagnostic, Fix, Span
from notelint.findings import Finding
from notelint.note.source import Source, decode
from notelint.runner import Result


def findings(result: Result, overlay: Mapping[Path, bytes]) -> Iterator[Finding]:
    """Every finding of a run, in order. Only files with findings are read again."""
    for checked in result.checked:
        if checked.diagnostics:
            source = source_of(checked.file, overlay)
            line_text = cache(source.line_text)  # one line may hold thousands of findings
            for diagnostic in checked.diagnostics:
                yield finding(diagnostic, source, line_text, result.root)


def source_of(file: Path, overlay: Mapping[Path, bytes]) -> Source:
    """The text of a file; empty when it cannot be read, which is itself a finding."""
    try:
        return decode(overlay[file] if file in overlay else file.read_bytes())
    except OSError:
        return decode(b"")


def finding(
    diagnostic: Diagnostic, source: Source, line_text: Callable[[int], str], root: Path
) -> Finding:
    """One diagnostic with its place in lines and columns."""
    line, column, end_line, end_column = _place(diagnostic.span, source)
    return Finding(
        path=diagnostic.path,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        rule=diagnostic.rule,
        level=diagnostic.level,
        confidence=diagnostic.confidence,
        message=diagnostic.message,
        text=diagnostic.span.of(source.text),
        suggestions=diagnostic.suggestions,
        fix=_fix_table(diagnostic.fixes[0], source) if diagnostic.fixes else None,
        source_line=line_text(line),
        related=tuple(_related(diagnostic, root)),
    )


def _place(span: Span, source: Source) -> tuple[int, int, int, int]:
    length = len(source.text)
    return (
        *source.position(min(span.start, length)),
        *source.position(min(span.end, length)),
    )


def _fix_table(fix: Fix, source: Source) -> dict[str, object]:
    edits = []
    for edit in fix.edits:
        line, column, end_line, end_column = _place(edit.span, source)
        edits.append(
            {
                "line": line,
                "column": column,
                "end_line": end_line,
                "end_column": end_column,
                "text": edit.text,
            }
        )
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def _related(diagnostic: Diagnostic, root: Path) -> Iterator[tuple[str, int, int, str]]:
    from notelint.files import shown_path

    for related in diagnostic.related:
        file = root / related.path
        line, column = source_of(file, {}).position(related.span.start)
        yield shown_path(file), line, column, related.message
