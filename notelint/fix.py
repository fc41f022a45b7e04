"""Mends findings by their fixes: never two that overlap, and none that does not help."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

from notelint.core import Diagnostic, Edit, Fix, NotelintError, Span, apply_edits
from notelint.files import shown_path, write_atomically
from notelint.note.source import Source
from notelint.present import source_of
from notelint.runner import Checked, Request, Result, run

ROUNDS = 5
"""A fix may uncover another finding; after so many rounds what is left stays for the next call."""


class Applied(NamedTuple):
    """One fix that was made, and the finding it is for."""

    diagnostic: Diagnostic
    fix: Fix


@dataclass
class Mended:
    """What mending came to. Nothing is on disk before `write`."""

    result: Result
    before: dict[Path, Source] = field(default_factory=dict)
    after: dict[Path, str] = field(default_factory=dict)
    count: int = 0
    dropped: list[str] = field(default_factory=list)

    @property
    def changed(self) -> list[Path]:
        """The files whose text differs, in order of path."""
        return sorted(file for file, text in self.after.items() if text != self.before[file].text)

    def diff(self) -> str:
        """All changes as one unified diff."""
        return "".join(part for file in self.changed for part in self._diff_of(file))

    def _diff_of(self, file: Path) -> Iterator[str]:
        name = shown_path(file)
        old, new = _lines(self.before[file].text), _lines(self.after[file])
        for line in unified_diff(old, new, f"a/{name}", f"b/{name}"):
            yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"

    def write(self) -> None:
        """Put the mended texts in place, each whole; refuse all when one has changed meanwhile, or
        is read-only: a file is put in the place of another, which its mode alone does not prevent.
        """
        for file in self.changed:
            if file.read_bytes() != self.before[file].text.encode():
                raise NotelintError(f"{shown_path(file)}: changed while it was mended; run again")
        if locked := [file for file in self.changed if not file.stat().st_mode & 0o222]:
            shown = ", ".join(map(shown_path, locked))
            raise NotelintError(f"{shown}: read-only, so nothing was mended; make it writable")
        for file in self.changed:
            write_atomically(file, self.after[file].encode())


def mend(request: Request, result: Result, *, unsafe: bool) -> Mended:
    """Apply fixes (guesses only when `unsafe`), check again, and go on until nothing changes."""
    mended = Mended(result)
    refused: set[tuple[Path, Fix]] = set()
    rounds = 0
    while rounds < ROUNDS:
        sources = {
            checked.file: _source(checked.file, request, mended.after)
            for checked in mended.result.checked
            if any(diagnostic.fixes for diagnostic in checked.diagnostics)
        }
        chosen = {
            checked: fixes
            for checked in mended.result.checked
            if checked.file in sources and sources[checked.file].exact
            if (fixes := list(_choose(checked, unsafe, refused)))
        }
        if not chosen:
            break
        texts = dict(mended.after)
        for checked, fixes in chosen.items():
            source = sources[checked.file]
            mended.before.setdefault(checked.file, source)
            edits = [edit for applied in fixes for edit in _edits(applied.fix, source)]
            texts[checked.file] = apply_edits(source.text, edits)
        again = run(_with(request, texts))
        if bad := _not_mended(chosen, again):
            refused |= bad
            continue
        mended.after, mended.result = texts, again
        mended.count += sum(map(len, chosen.values()))
        rounds += 1
    mended.dropped = sorted(f"{shown_path(file)}: {fix.title}" for file, fix in refused)
    return mended


def _source(file: Path, request: Request, texts: Mapping[Path, str]) -> Source:
    return Source(texts[file]) if file in texts else source_of(file, request.overlay)


def _with(request: Request, texts: Mapping[Path, str]) -> Request:
    changed = {file: text.encode() for file, text in texts.items()}
    return request._replace(overlay={**request.overlay, **changed})


def _choose(checked: Checked, unsafe: bool, refused: set[tuple[Path, Fix]]) -> Iterator[Applied]:
    """The first usable fix of each finding, as long as it touches no fix chosen before."""
    taken: list[Span] = []
    for diagnostic in checked.diagnostics:
        for fix in diagnostic.fixes:
            spans = [edit.span for edit in fix.edits]
            usable = (fix.safe or unsafe) and (checked.file, fix) not in refused
            if usable and not any(span.touches(other) for span in spans for other in taken):
                taken += spans
                yield Applied(diagnostic, fix)
                break


def _edits(fix: Fix, source: Source) -> Iterator[Edit]:
    """The edits of a fix with the line ends of the file."""
    for edit in fix.edits:
        text = edit.text.replace("\r\n", "\n").replace("\n", source.newline)
        yield Edit(edit.span, text)


def _not_mended(chosen: Mapping[Checked, list[Applied]], again: Result) -> set[tuple[Path, Fix]]:
    """The fixes whose findings are still there or gave way to errors, and all of a file that has more
    errors now.
    """
    now = {checked.file: checked.diagnostics for checked in again.checked}
    bad = set()
    for checked, fixes in chosen.items():
        edits = sorted(edit for applied in fixes for edit in applied.fix.edits)
        left = now.get(checked.file, ())
        worse = _errors(left) > _errors(checked.diagnostics)
        for applied in fixes:
            found = applied.diagnostic
            place = _moved(found.span, edits)
            here = [each for each in left if each.span.touches(place)]
            before = [each for each in checked.diagnostics if each.span.touches(found.span)]
            if (
                worse
                or any(each.rule == found.rule for each in here)
                or _errors(here) > _errors(before)
            ):
                bad.add((checked.file, applied.fix))
    return bad


def _errors(diagnostics: Iterable[Diagnostic]) -> int:
    return sum(diagnostic.level == "error" for diagnostic in diagnostics)


def _moved(span: Span, edits: list[Edit]) -> Span:
    """Where `span` stands after sorted `edits`."""
    start, end = span
    for edit in edits:
        grown = len(edit.text) - (edit.span.end - edit.span.start)
        if edit.span.end <= span.start and edit.span.start < span.start:
            start += grown
        if edit.span.end <= span.end:
            end += grown
    return Span(start, max(start, end))


def _lines(text: str) -> list[str]:
    """The lines of a text with their ends; only a line feed ends one."""
    *whole, last = text.split("\n")
    return [f"{line}\n" for line in whole] + ([last] if last else [])
