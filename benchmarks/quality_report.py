"""The part of docs/benchmarks.md that tells how right the spell-checkers are."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_INTRODUCTION = """\
Text of which every misspelling is labelled: our own marked sentences in the manner of study notes
(half of them right ones that look suspicious), and notes labelled by hand where some were given.
All tools but notelint get the prose alone, with blanks for code, formulas and addresses. Precision is
the share of findings that touch a misspelling, recall the share of misspellings found; *first* is
how often the right word stands first among notelint's suggestions. Time is that of the whole process.
"""


def quality_table(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """The introduction and one row for each text and tool."""
    yield _INTRODUCTION
    yield "| text | tool | precision | recall | F1 | false alarms | first | time |"
    yield "|:--|:--|--:|--:|--:|--:|--:|--:|"
    for row in rows:
        first = f"{row['first']:.2f}" if row["first"] else ""
        yield (
            f"| {row['text']} ({row['misspellings']}) | {row['tool']} | {row['precision']:.2f} "
            f"| {row['recall']:.2f} | {row['f1']:.2f} | {row['false']:g} | {first} "
            f"| {row['seconds']:.2f} s |"
        )
