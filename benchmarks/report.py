"""docs/benchmarks.md and its plot, from what was measured."""

import os
import platform
import statistics
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.cases import COLD, ONE, WARM
from benchmarks.material import ROOT
from benchmarks.peers import Peers
from benchmarks.plot import Line, plot
from benchmarks.rounds import Ratio, ratio

_TARGETS: Mapping[tuple[str, str], tuple[float, float]] = {
    (WARM, "rumdl, its cache"): (3.0, 1.0),
    (ONE, "rumdl, all notes"): (6.0, 0.5),
    (COLD, "rumdl"): (10.0, 5.0),
    (COLD, "cspell"): (0.1, 0.2),
    (COLD, "hugo"): (0.0, 1.0),
}
"""What we want at most, on 41 notes and on 1,800; 0 where nothing is asked."""

_INTRODUCTION = """\
# Benchmarks

Made by `make bench` (`python -m benchmarks`): every tool as its registry gives it, notelint as an
installed wheel; whole processes, run in turns in a new order each round, so that a busy machine is
unkind to all alike. **A ratio is notelint's time divided by the other's in the same round**: median,
and in brackets the lowest and highest of all rounds. Below 1, notelint is the faster. The second
ratio is of the processor's time in all processes together, which other programs disturb less.

The sites are generated in the manner of our own notes (`python -m benchmarks.generate N FOLDER`):
sections, bundles with images, refs, tables, code and formulas, every note with its own text, and
nothing wrong in any of them.
"""
_WHAT = {
    WARM: "Nothing changed since the last run; both may use their caches.",
    ONE: "A sentence was added to one note, and that note is checked as the pre-commit hook does, "
    "against all others: `notelint check NOTE`. The peer knows no other notes, so it is shown with "
    "all notes, and with that note alone.",
    COLD: "No cache. notelint runs all default rules, spelling and references among them; rumdl its "
    "style rules; Hugo builds the site; cspell checks spelling in English and Portuguese.",
}


def write_report(results: Mapping[str, Any], peers: Peers, docs: Path) -> None:
    """Write the page and the plot below `docs`."""
    docs.mkdir(exist_ok=True)
    sites = sorted(results.get("sites", {}).items(), key=lambda each: each[1]["notes"])
    parts = [_INTRODUCTION, _machine(peers)]
    for case in (WARM, ONE, COLD):
        parts += [f"## {case.capitalize()}\n", _WHAT[case], "", *_times(case, sites), ""]
    parts += ["## Memory\n", *_memory(sites), "", "## More notes\n", *_growth(sites), ""]
    if "quality" in results:
        from benchmarks.quality_report import quality_table

        parts += ["## Spelling: quality\n", *quality_table(results["quality"]), ""]
    (docs / "benchmarks.md").write_text("\n".join(parts), encoding="utf-8")
    (docs / "benchmarks.svg").write_text(plot(list(_lines(sites))), encoding="utf-8")


def _machine(peers: Peers) -> str:
    processors = (
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.strip()
    versions = ", ".join(f"{name} {number}" for name, number in peers.versions.items())
    absent = f" Left out, since not here: {', '.join(peers.absent)}." if peers.absent else ""
    return (
        f"Machine: {processors} processors ({_processor()}), {memory:.0f} GB, {platform.system()}, "
        f"Python {platform.python_version()}. notelint at {commit or 'an unknown commit'}; {versions}."
        f"{absent}\n"
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return (names or [platform.machine()])[0]


def _times(case: str, sites: Sequence[tuple[str, Any]]) -> Iterator[str]:
    yield "| site | notelint | other | other's time | ratio | processor | wanted |"
    yield "|:--|--:|:--|--:|--:|--:|--:|"
    for name, site in sites:
        runs = site["cases"].get(case, {}).get("runs", {})
        ours = runs.get("notelint", [])
        for other, theirs in runs.items():
            if other != "notelint" and ours and theirs:
                both = ratio(ours, theirs)
                yield (
                    f"| {_shown(name, site)} | {_seconds(ours)} | {other} | {_seconds(theirs)} "
                    f"| {both} | {both.processor:.2f} | {_wanted(case, other, site, both)} |"
                )


def _shown(name: str, site: Mapping[str, Any]) -> str:
    return f"{name}, {site['megabytes']:.1f} MB"


def _wanted(case: str, other: str, site: Mapping[str, Any], found: Ratio) -> str:
    few, many = _TARGETS.get((case, other), (0.0, 0.0))
    target = few if site["notes"] <= 60 else many
    if not target:
        return ""
    return f"≤ {target:g}{'' if found.median <= target else ', missed'}"


def _seconds(times: Sequence[Sequence[float]]) -> str:
    middle = statistics.median(each[0] for each in times)
    return f"{middle * 1000:,.0f} ms" if middle < 1 else f"{middle:,.2f} s"


def _memory(sites: Sequence[tuple[str, Any]]) -> Iterator[str]:
    yield "MiB at the worst moment of a run: the largest process, and all together (shared pages once).\n"
    yield "| site | case | program | largest | together |"
    yield "|:--|:--|:--|--:|--:|"
    for name, site in sites:
        for case, found in site["cases"].items():
            for program, (largest, together) in found["memory"].items():
                if program.startswith(("notelint", "rumdl", "hugo", "cspell")):
                    row = f"{largest:,.0f} | {together:,.0f}"
                    yield f"| {name} | {case} | {program} | {row} |"


def _growth(sites: Sequence[tuple[str, Any]]) -> Iterator[str]:
    yield "![Time against number of notes](benchmarks.svg)\n"
    yield "| site | cold, ms a note | to 1,000 notes | nothing changed |"
    yield "|:--|--:|--:|--:|"
    rates = {
        name: statistics.median(each[0] for each in runs) / site["notes"]
        for name, site in sites
        if name.endswith("notes") and (runs := _runs(site, COLD, "notelint"))
    }
    for name, site in sites:
        if name in rates:
            base = rates.get("1,000 notes")
            share = f"{rates[name] / base:.2f}" if base else ""
            warm = _runs(site, WARM, "notelint")
            shown = _seconds(warm) if warm else ""
            yield f"| {_shown(name, site)} | {rates[name] * 1000:.2f} | {share} | {shown} |"


def _lines(sites: Sequence[tuple[str, Any]]) -> Iterator[Line]:
    shown = (
        ("notelint, cold", COLD, "notelint", 0),
        ("notelint, one note changed", ONE, "notelint", 0),
        ("notelint, nothing changed", WARM, "notelint", 0),
        ("rumdl, cold", COLD, "rumdl", 1),
        ("rumdl, its cache", WARM, "rumdl, its cache", 1),
        ("hugo build", COLD, "hugo", 2),
        ("cspell, cold", COLD, "cspell", 3),
    )
    for title, case, program, colour in shown:
        points = tuple(
            (float(site["notes"]), statistics.median(each[0] for each in runs))
            for name, site in sites
            if name.endswith("notes") and (runs := _runs(site, case, program))
        )
        if points:
            yield Line(title, points, colour)


def _runs(site: Mapping[str, Any], case: str, program: str) -> list[Sequence[float]]:
    found: list[Sequence[float]] = site["cases"].get(case, {}).get("runs", {}).get(program, [])
    return found
