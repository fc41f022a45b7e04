"""Findings that are known and put up with: kept by rule and text around, not by line number."""

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from notelint.core import NotelintError
from notelint.files import write_atomically
from notelint.findings import Finding

VERSION = 1
ANEW = "notelint baseline"
DEFAULT = Path(".notelint") / "baseline.json"

AROUND = 60
"""Characters of the line before and after a finding by which it is known again."""


class Entry(NamedTuple):
    """One known finding; `path` is relative to the site's root, `around` stands for its line."""

    path: str
    rule: str
    text: str
    around: str


def entry_of(finding: Finding, root: Path) -> Entry:
    """The entry that knows `finding` again, wherever its line has moved to in the file."""
    from hashlib import sha256

    file = Path(finding.path).absolute()
    line, start = finding.source_line, finding.column - 1
    end = start + len(finding.text.partition("\n")[0])
    beside = f"{line[max(start - AROUND, 0) : start]}\0{line[end : end + AROUND]}"
    around = f"{finding.rule}\0{finding.text}\0{' '.join(beside.split())}"
    return Entry(
        path=_relative(file, root),
        rule=finding.rule,
        text=" ".join(finding.text.split())[:60],
        around=sha256(around.encode("utf-8", "surrogatepass")).hexdigest()[:12],
    )


def new_findings(found: Iterable[Finding], file: Path | None, root: Path) -> tuple[Finding, ...]:
    """`found` without what the baseline in `file` (or in its usual place) knows.

    Each entry is used once. Raises NotelintError when a file that was asked for is not there, or
    is no baseline.
    """
    if file is None and not (root / DEFAULT).is_file():
        return tuple(found)
    known = Counter(read_baseline(file or root / DEFAULT))
    left = []
    for finding in found:
        entry = entry_of(finding, root)
        if known[entry]:
            known[entry] -= 1
        else:
            left.append(finding)
    return tuple(left)


def read_baseline(file: Path) -> list[Entry]:
    """The entries of a baseline file."""
    import json

    try:
        content = json.loads(file.read_bytes())
        if content["version"] != VERSION:
            message = f"{file}: made by another version of notelint; write it anew with: {ANEW}"
            raise NotelintError(message)
        return [Entry(*map(str, row)) for row in content["findings"]]
    except OSError as error:
        raise NotelintError(f"{file}: the baseline cannot be read: {error.strerror}") from error
    except (ValueError, TypeError, KeyError) as error:
        message = f"{file}: not a baseline; write it anew with: {ANEW}"
        raise NotelintError(message) from error


def not_asked_about(
    file: Path, notes: Iterable[Path], asked: Callable[[str], bool], root: Path
) -> list[Entry]:
    """The entries of the baseline in `file` that a run on `notes` says nothing of: those of other
    notes that are still there, and of rules that were not `asked`.

    Nothing of a file that is not there, or no baseline: it is written anew.
    """
    if not file.is_file():
        return []
    try:
        known = read_baseline(file)
    except NotelintError:
        return []
    looked_at = {_relative(note.absolute(), root) for note in notes}
    return [
        entry
        for entry in known
        if (root / entry.path).is_file() and (entry.path not in looked_at or not asked(entry.rule))
    ]


def write_baseline(
    file: Path, found: Iterable[Finding], root: Path, kept: Iterable[Entry] = ()
) -> int:
    """Write all of `found` as known, and `kept`, sorted, one a line for git to merge; return how many."""
    import json

    entries = sorted([*(entry_of(finding, root) for finding in found), *kept])
    rows = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)
    body = f"[\n{rows}\n]" if rows else "[]"
    write_atomically(file, f'{{"version": {VERSION}, "findings": {body}}}\n'.encode())
    return len(entries)


def _relative(file: Path, root: Path) -> str:
    import os

    return Path(os.path.relpath(file, root)).as_posix()
