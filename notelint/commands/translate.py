"""Make or bring up to date the edition of notes in another language.

Exit code 0: done; 1: --check found something missing or stale; 2: a note could not be done.
"""

import math
import sys
import time
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from notelint.arguments import add_site_arguments
from notelint.core import NotelintError

if TYPE_CHECKING:
    from notelint.cache.snapshot import Snapshot


def add_arguments(parser: ArgumentParser) -> None:
    """The options of `notelint translate`."""
    add = parser.add_argument
    add("paths", nargs="*", type=Path, metavar="PATH", help="notes or folders (default: the site)")
    add("--to", required=True, metavar="LANGUAGE", help="the language to translate into: en")
    add("--from", dest="source", default="", metavar="LANGUAGE", help="the notes' own language")
    add("--engine", action="append", metavar="NAME", help="who translates; again: who is next")
    add("--output", type=Path, metavar="DIR", help="write below DIR instead of beside the notes")
    add("--dry-run", action="store_true", help="say what would be done, and its price")
    add("--check", action="store_true", help="exit 1 if a page is missing or stale; write nothing")
    add("--force", action="store_true", help="translate again what is no person's")
    add("--accept", action="store_true", help="write over people's text whose source has changed")
    add("--max-characters", type=int, metavar="N", help="ask engines for no more than that")
    add(
        "--site-strings",
        type=Path,
        metavar="FILE",
        help="only the site's title, menus and params, into FILE (.toml, .yaml) for review",
    )
    add("--jobs", type=int, default=0, metavar="N", help="pages at a time")
    add("--format", choices=("text", "json"), default="text", help="how the report is shown")
    add_site_arguments(parser)


def run(options: Namespace) -> int:
    """Translate, and print the report."""
    from notelint.cache.runs import may_remember, remember
    from notelint.config import load_config
    from notelint.files import shown_path
    from notelint.progress import progress_line
    from notelint.translation import Request, translate_strings
    from notelint.translation import run as translate
    from notelint.translation.report import as_json, as_text

    for path in options.paths:
        if not path.exists():
            raise NotelintError(f"{path}: no such file or folder")
    start = options.site or (options.paths[0] if options.paths else Path())
    config = load_config(start if start.is_dir() else start.parent, options.config)
    request = Request(
        paths=tuple(options.paths),
        target=options.to,
        source=options.source,
        engines=tuple(options.engine or config.translation.engines or ("offline",)),
        engine_options=config.engines,
        output=options.output,
        site=options.site,
        config=options.config,
        settings=config.translation,
        dry_run=options.dry_run,
        check=options.check,
        force=options.force,
        accept=options.accept,
        max_characters=options.max_characters,
        jobs=options.jobs,
        progress=progress_line(sys.stderr),
        warn=_warn,
    )
    if options.site_strings:
        count = translate_strings(request, options.site_strings)
        sys.stdout.write(f"{shown_path(options.site_strings)}: {count} texts to review\n")
        return 0
    started, folder = time.time_ns(), start if start.is_dir() else start.parent
    before = _look(folder, options.config) if may_remember(sys.argv[1:]) else None
    report = translate(request)
    shown = as_json(report) if options.format == "json" else as_text(report)
    shown = shown.rstrip("\n") + "\n"
    sys.stdout.write(shown)
    if before is not None and report.idle:
        cache, snapshot = before
        remember(sys.argv[1:], cache, started, snapshot, math.inf, report.exit_code, shown)
    return report.exit_code


def _look(folder: Path, config: Path | None) -> "tuple[str, Snapshot]":
    """The cache of the site around a folder, and all that the translation depends on as it is now."""
    from notelint.cache.memory import look
    from notelint.cache.runs import FOLDER
    from notelint.targets import open_site

    workspace, found = open_site(folder, config)
    files = [file for file in (found.file, config) if file is not None]
    content, settings = look(workspace, files)
    return str(workspace.root / FOLDER), settings | content


def _warn(line: str) -> None:
    sys.stderr.write(f"notelint: {line}\n")
