"""Take what is found today as known, so that only new findings are reported.

Writes .notelint/baseline.json at the site's root; keep it in git. With PATH, --select or --ignore what is known of
other notes and other rules stays.
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
    from notelint.baseline import DEFAULT, not_asked_about, write_baseline
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
    kept = not_asked_about(
        file,
        (checked.file for checked in result.checked),
        lambda rule: rule not in request.ignore and (not request.select or rule in request.select),
        result.root,
    )
    count = write_baseline(file, findings(result, {}), result.root, kept)
    known = "1 known finding" if count == 1 else f"{count} known findings"
    before = f", {len(kept)} as before" if kept else ""
    sys.stdout.write(f"{shown_path(file)}: {known} written{before}\n")
    return 0
