"""Run notelint and its peers on the same sites, and write docs/benchmarks.md.

python -m benchmarks [--quick | --large] [--site PATH …] [--rounds N] [--no-quality]
"""

import argparse
import json
import shutil
import time
from pathlib import Path
from typing import Any

from benchmarks.cases import cases
from benchmarks.material import ROOT
from benchmarks.peers import cache_folder, install, install_notelint
from benchmarks.report import write_report
from benchmarks.rounds import measure
from benchmarks.sites import BenchSite, copied, generated

SIZES = (41, 1_000, 1_800, 10_000)
QUICK = (41, 1_000)
LARGE = 100_000
_SETTLE = 2.5
"""Seconds after which a file that was just written is no longer looked at twice."""


def main() -> None:
    """Parse the arguments and do all of it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="41 and 1,000 notes only")
    parser.add_argument("--large", action="store_true", help="100,000 notes, too")
    parser.add_argument("--notes", type=int, nargs="*", help="sites of so many notes instead")
    parser.add_argument("--site", type=Path, nargs="*", default=[], help="sites on disk, too")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--case", action="append", help="only these cases, by name")
    parser.add_argument("--without", action="append", default=[], help="leave this peer out")
    parser.add_argument("--labelled", type=Path, nargs="*", default=[], help="labelled text, too")
    parser.add_argument("--no-quality", action="store_true", help="no spelling quality")
    parser.add_argument("--report", action="store_true", help="only write what was measured before")
    options = parser.parse_args()
    folder = cache_folder()
    folder.mkdir(parents=True, exist_ok=True)
    store = folder / "results.json"
    results: dict[str, Any] = json.loads(store.read_text("utf-8")) if store.exists() else {}
    peers = install(folder)
    for name, reason in peers.absent.items():
        print(f"without {name}: {reason}")
    if not options.report:
        notelint = install_notelint(folder, ROOT)
        sizes = options.notes if options.notes is not None else QUICK if options.quick else SIZES
        sizes = [*sizes, LARGE] if options.large else sizes
        sites = [generated(size, folder) for size in sizes]
        sites += [copied(path, folder, place) for place, path in enumerate(options.site, 1)]
        for site in sites:
            print(f"{site.name}: {len(site.notes):,} notes, {site.megabytes:.1f} MB")
            _forget(site)
            time.sleep(_SETTLE)
            found = results.setdefault("sites", {}).setdefault(site.name, {"cases": {}})
            found |= {"notes": len(site.notes), "megabytes": site.megabytes}
            for case in cases(site, notelint, peers):
                if options.case and case.name not in options.case:
                    continue
                print(f" {case.name}")
                for name in options.without:
                    case.contestants.pop(name, None)
                found["cases"][case.name] = measure(case, options.rounds, print)
                _keep(store, results)
        if not options.no_quality:
            from benchmarks.quality import judge

            results["quality"] = judge(peers, notelint, options.labelled)
            _keep(store, results)
    write_report(results, peers, ROOT / "docs")


def _forget(site: BenchSite) -> None:
    for cache in (".notelint/cache", ".rumdl_cache", "public", "resources"):
        shutil.rmtree(site.root / cache, ignore_errors=True)


def _keep(store: Path, results: dict[str, Any]) -> None:
    draft = store.with_suffix(".draft")
    draft.write_text(json.dumps(results, indent=1), "utf-8")
    draft.replace(store)


if __name__ == "__main__":
    main()
