"""The whole of `notelint check`: run, mend, leave out what the baseline knows, show."""

import os
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, TextIO

from notelint.baseline import new_findings
from notelint.core import NotelintError
from notelint.findings import Report, fails
from notelint.present import findings
from notelint.runner import Request, run

DEFAULT_PATH = Path("content")
UNUSABLE = 2
"""Exit code when what was asked for by name could not be done."""


class Wishes(NamedTuple):
    """What the command line asks of a check; see `notelint check --help`."""

    paths: tuple[Path, ...] = ()
    overlay: Mapping[Path, bytes] = {}
    site: Path | None = None
    config: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    jobs: int = 0
    format: str = "text"
    fail_level: str | None = None
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    baseline: Path | None = None
    statistics: bool = False
    grammar: bool = False
    cache: bool = False


def check_and_show(wishes: Wishes, output: TextIO) -> int:
    """Do all that is wished, write it to `output`, and return the exit code."""
    request = request_of(wishes)
    result = run(request)
    if result.unasked:
        sys.stderr.write(f"notelint: {result.unasked}\n")
    fixed = 0
    if wishes.fix or wishes.diff:
        from notelint.fix import mend

        mended = mend(request, result, unsafe=wishes.unsafe_fixes)
        if wishes.diff:
            output.write(mended.diff())
            return int(bool(mended.changed))
        mended.write()
        for line in mended.dropped:
            sys.stderr.write(f"notelint: not mended, since it does not help: {line}\n")
        result, fixed = mended.result, mended.count
    found = tuple(findings(result, request.overlay))
    left = new_findings(found, wishes.baseline, result.root)
    report = Report(
        findings=left,
        notes=result.reported,
        titles={rule_id: rule.title for rule_id, rule in result.rules.items()},
        baselined=len(found) - len(left),
        fixed=fixed,
        colour=_colour(output),
        statistics=wishes.statistics,
    )
    shown = import_module(f"notelint.formats.{wishes.format}").render(report)
    output.write(shown)
    if result.unasked and wishes.grammar:
        return UNUSABLE
    code = int(fails(left, wishes.fail_level or result.config.fail_level))
    if result.memory is not None and not result.unasked:
        result.memory.remember_run(code, shown, result.until)
    return code


def request_of(wishes: Wishes) -> Request:
    """What the runner is asked: without paths, the content of the site."""
    return Request(
        paths=wishes.paths or _content(wishes),
        site=wishes.site,
        config=wishes.config,
        select=wishes.select,
        ignore=wishes.ignore,
        jobs=wishes.jobs,
        grammar=wishes.grammar,
        cache=wishes.cache,
        baseline=wishes.baseline,
        overlay=wishes.overlay,
    )


def _content(wishes: Wishes) -> tuple[Path, ...]:
    """content/ here; where there is none, the content folders of the site around this folder."""
    start = wishes.site or Path()
    usual = start / DEFAULT_PATH
    if usual.is_dir():
        return (usual,)
    from notelint.targets import open_site

    workspace, _ = open_site(start, wishes.config)
    folders = [workspace.root / each.folder for each in workspace.content if workspace.is_site]
    if not any(folder.is_dir() for folder in folders):
        raise NotelintError(f"{usual}: no such folder; say which notes to check")
    return tuple(folder for folder in folders if folder.is_dir())


def _colour(output: TextIO) -> bool:
    return output.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
