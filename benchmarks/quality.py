"""How right each spell-checker is on text of which every misspelling is known."""

import statistics
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.labelled import Label, Labelled, read_labelled
from benchmarks.material import ROOT
from benchmarks.peers import Peers
from benchmarks.processes import run_timed
from benchmarks.spellers import Finding, spellers
from notelint.languagetool.server import home

_OWN = ROOT / "tests" / "spelling"
_ROUNDS = 3


def judge(peers: Peers, notelint: Path, given: Sequence[Path]) -> list[dict[str, Any]]:
    """Precision, recall, F1 and seconds of each tool on each labelled text."""
    rows: list[dict[str, Any]] = []
    languagetool = any(home().glob("*languagetool*.jar"))
    if not languagetool:
        print("without LanguageTool: no jars in NOTELINT_LANGUAGETOOL")
    for place, path in enumerate([*sorted(_OWN.glob("labelled*")), *given]):
        text = read_labelled(path, peers.folder / "labelled" / str(place))
        real = sum(not label.ignored for label in text.labels)
        print(f"{text.name}: {real} misspellings")
        for speller in spellers(notelint, peers, languagetool):
            found = speller.findings(text)
            times = [run_timed(speller.command(text)).clock for _ in range(_ROUNDS)]
            row = {"text": text.name, "misspellings": real, "tool": speller.name}
            row |= figures(found, text) | {"seconds": statistics.median(times)}
            rows.append(row)
            print(
                f"  {speller.name:28} precision {row['precision']:.2f}  recall {row['recall']:.2f}"
                f"  F1 {row['f1']:.2f}  {row['seconds']:.2f} s"
            )
    return rows


def figures(found: Sequence[Finding], text: Labelled) -> dict[str, float]:
    """A finding is right when it touches a misspelling, and a misspelling found when touched.

    `first` is the share of the right findings of one word whose first suggestion is the right one.
    """
    right = wrong = first = suggested = 0
    hit: set[Label] = set()
    for finding in found:
        touched = [label for label in text.labels if _touch(finding, label)]
        real = [label for label in touched if not label.ignored]
        hit.update(real)
        right += bool(real)
        wrong += not touched
        same = [label for label in real if label.wrong == finding.text]
        if same and finding.suggestions:
            suggested += 1
            first += finding.suggestions[0] == same[0].right
    labels = sum(not label.ignored for label in text.labels)
    precision = right / (right + wrong) if right + wrong else 0.0
    recall = len(hit) / labels if labels else 0.0
    both = precision + recall
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / both if both else 0.0,
        "first": first / suggested if suggested else 0.0,
        "false": wrong,
    }


def _touch(finding: Finding, label: Label) -> bool:
    return (
        finding.line == label.line
        and finding.column < label.column + len(label.wrong)
        and label.column < finding.column + len(finding.text)
    )
