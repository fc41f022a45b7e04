"""Take what is found today as known, so that only new findings are reported.

Writes .notelint/baseline.json at the site's root; keep it in git.
"""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from notelint.arguments import add_site_arguments, names


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `notelint baseline`."""
    add = parser.add_argument
    add("paths", nargs="*", type=Path, metavar="PATH", help="notes or folders (default: content/)")
    add("--baseline", type=Path, metavar="FILE", help="write another file")
    add("--select", action="append", metavar="RULE,…", default=[], help="only these rules")
    add("--ignore", action="append", metavar="RULE,…", default=[], help="not these rules")
    add_site_arguments(parser)


def run(options: Namespace) -> int:
    """Write the baseline and say how much it holds."""
    from notelint.baseline import DEFAULT, write_baseline
    from notelint.checking import Wishes, request_of
    from notelint.files import shown_path
    from notelint.present import findings
    from notelint.runner import run as check

    request = request_of(
        Wishes(
            paths=tuple(options.paths),
            site=options.site,
            config=options.config,
            select=names(options.select),
            ignore=names(options.ignore),
        )
    )
    result = check(request)
    file = options.baseline or result.root / DEFAULT
    count = write_baseline(file, findings(result, {}), result.root)
    sys.stdout.write(f"{shown_path(file)}: {count} known findings written\n")
    return 0
