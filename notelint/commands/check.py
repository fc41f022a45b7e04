"""Check notes: references, images, anchors, front matter, shortcodes, spelling.

Exit code 0: nothing at or above the fail level; 1: something; 2: the call is wrong.
"""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from notelint.arguments import add_site_arguments, names
from notelint.core import NotelintError

FORMATS = ("text", "json", "github", "sarif")


def add_arguments(parser: ArgumentParser) -> None:
    """The options of `notelint check`."""
    add = parser.add_argument
    add(
        "paths",
        nargs="*",
        metavar="PATH",
        help="notes or folders (default: content/); - is standard input",
    )
    add("--format", choices=FORMATS, default="text", help="how findings are shown")
    add("--select", action="append", metavar="RULE,…", default=[], help="only these rules")
    add("--ignore", action="append", metavar="RULE,…", default=[], help="not these rules")
    add(
        "--fail-level",
        choices=("error", "warning", "info"),
        help="exit 1 from this level on (default: warning)",
    )
    add("--fix", action="store_true", help="mend what is certain")
    add("--unsafe-fixes", action="store_true", help="mend what is guessed, too")
    add("--diff", action="store_true", help="show what --fix would change, and change nothing")
    add(
        "--baseline",
        type=Path,
        metavar="FILE",
        help="known findings (.notelint/baseline.json)",
    )
    add("--statistics", action="store_true", help="count findings by rule")
    add(
        "--no-cache",
        action="store_true",
        help="remember nothing",
    )
    add(
        "--jobs",
        type=int,
        default=0,
        metavar="N",
        help="processes (one for each processor)",
    )
    add("--stdin-filename", type=Path, metavar="PATH", help="what standard input is called")
    add("--engine", action="append", choices=("languagetool",), help="grammar by LanguageTool")
    add_site_arguments(parser)


def run(options: Namespace) -> int:
    """Check, perhaps mend, and show what is left."""
    import gc

    from notelint.checking import Wishes, check_and_show
    from notelint.targets import resolved

    gc.disable()  # a check makes much that lives, no cycles (a test sees to it), and ends soon
    overlay = {}
    paths = [Path(path) for path in options.paths]
    if "-" in options.paths:
        if options.stdin_filename is None or len(paths) > 1:
            raise NotelintError("- needs --stdin-filename PATH, and no other path")
        if (options.fix or options.unsafe_fixes) and not options.diff:
            raise NotelintError("standard input cannot be mended; show the changes with --diff")
        paths = [options.stdin_filename]
        overlay = {resolved(options.stdin_filename): sys.stdin.buffer.read()}
    elif options.stdin_filename is not None:
        raise NotelintError("--stdin-filename goes with the path -")
    if options.jobs < 0:
        raise NotelintError("--jobs is 1 or more")
    wishes = Wishes(
        paths=tuple(paths),
        overlay=overlay,
        site=options.site,
        config=options.config,
        select=names(options.select),
        ignore=names(options.ignore),
        jobs=options.jobs,
        format=options.format,
        fail_level=options.fail_level,
        fix=options.fix or options.unsafe_fixes,
        unsafe_fixes=options.unsafe_fixes,
        diff=options.diff,
        baseline=options.baseline,
        statistics=options.statistics,
        grammar=bool(options.engine),
        cache=not options.no_cache,
    )
    return check_and_show(wishes, sys.stdout)
