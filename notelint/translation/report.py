"""What a translation run did: for people as text, for programs as JSON."""

import json
from dataclasses import asdict, dataclass, field
from typing import Literal

State = Literal["written", "unchanged", "current", "missing", "stale", "failed"]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a person should look at. `line` and `column` are of the source note, 1-based.

    `kind`: "kept" (source text stands in the edition), "doubtful" (translated, with little confidence),
    "stale" (a person's text whose source has changed), "glossary", "shortcode" (parameters left alone),
    "front-matter", "reference".
    """

    kind: str
    line: int
    column: int
    message: str
    source: str = ""
    target: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Counts:
    """Segments of a page by what became of them."""

    human: int = 0
    known: int = 0
    new: int = 0
    kept: int = 0
    stale: int = 0

    @property
    def all(self) -> int:
        """Every segment of the page."""
        return self.human + self.known + self.new + self.kept + self.stale

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.human + other.human,
            self.known + other.known,
            self.new + other.new,
            self.kept + other.kept,
            self.stale + other.stale,
        )


@dataclass(frozen=True, slots=True)
class PageReport:
    """One note. Paths are relative to the current folder where they can be, with `/`.

    `state`: "written", "unchanged" (worked on, same bytes), "current" (nothing to do), "missing" or "stale"
    (dry run and check), "failed" (`message` says why, in one line). `characters`: asked of engines.
    """

    source: str
    target: str
    state: State
    counts: Counts = Counts()
    characters: int = 0
    message: str = ""
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The whole run. `calls` and `characters` are those of engines; `price` in US dollars, estimated.

    `foreseen`: nothing was done, and what counts is what there is to do; `seconds` is then an estimate for
    `command`, which would do it.
    """

    pages: tuple[PageReport, ...] = ()
    calls: int = 0
    characters: int = 0
    price: float = 0.0
    seconds: float = 0.0
    messages: tuple[str, ...] = ()
    check: bool = False
    failed: bool = False
    foreseen: bool = False
    command: str = ""
    counts: Counts = field(default_factory=Counts)

    @property
    def idle(self) -> bool:
        """True when there was nothing to do and there is nothing to say."""
        settled = all(page.state == "current" and not page.message for page in self.pages)
        return settled and bool(self.pages) and not self.messages and not self.failed

    @property
    def exit_code(self) -> int:
        """0; 1 when `--check` found something missing or stale, or a limit left something missing; 2 when a note
        could not be done.
        """
        if self.failed or any(page.state == "failed" for page in self.pages):
            return 2
        states = {page.state for page in self.pages}
        if self.foreseen and not self.check:
            return 0
        return int("missing" in states or (self.check and "stale" in states))


def as_json(report: Report) -> str:
    """The report as one JSON object."""
    return json.dumps(
        {**asdict(report), "exit_code": report.exit_code}, ensure_ascii=False, indent=1
    )


def as_text(report: Report) -> str:
    """The report in lines for a terminal; pages that were current are only counted."""
    lines: list[str] = []
    for page in report.pages:
        if page.state != "current" or page.remarks:
            why = f": {page.message}" if page.message else ""
            lines.append(f"{page.state:9} {page.target or page.source}{why}")
        lines += [_line(page.source, remark) for remark in page.remarks]
    lines += report.messages
    lines.append(_summary(report))
    return "\n".join(lines)


def _line(path: str, remark: Remark) -> str:
    text = f"  {path}:{remark.line}:{remark.column}: {remark.kind}: {remark.message}"
    if remark.source:
        text += f"\n      {_short(remark.source)}"
    if remark.target and remark.target != remark.source:
        text += f"\n    → {_short(remark.target)}"
    return text


def _short(text: str, width: int = 110) -> str:
    text = " ".join(text.split())
    return text if len(text) <= width else text[: width - 1] + "…"


def _summary(report: Report) -> str:
    counts = report.counts
    states = [page.state for page in report.pages]
    pages = ", ".join(
        f"{states.count(state)} {state}"
        for state in ("written", "unchanged", "current", "missing", "stale", "failed")
        if state in states
    )
    segments = ", ".join(
        f"{number} {name}"
        for name, number in (
            ("new", counts.new),
            ("known", counts.known),
            ("by people", counts.human),
            ("stale", counts.stale),
            ("kept in the source language", counts.kept),
        )
        if number
    )
    return (
        f"{_number(len(states), 'note')} ({pages or 'none'}); "
        f"{_number(counts.all, 'segment')} ({segments or 'none'}); {_effort(report)}"
    )


def _effort(report: Report) -> str:
    """What was asked of engines, or what would be."""
    asked = f"{report.characters:,} characters"
    price = f", about ${report.price:.2f}" if report.price else ""
    if not report.foreseen:
        return f"{asked} asked{price}; {report.seconds:.1f} s"
    if not report.check:
        return f"{asked} to ask, about {_duration(report.seconds)}{price}"
    wanting = any(page.state in ("missing", "stale") for page in report.pages)
    stale = (
        "; what people wrote stays until they edit it, or --accept" if report.counts.stale else ""
    )
    return f"to bring it up to date: {report.command}{stale}" if wanting else "nothing to do"


def _number(count: int, word: str) -> str:
    return f"{count:,} {word}{'s' * (count != 1)}"


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{max(round(seconds), 1)} s"
    return f"{round(seconds / 60)} min" if seconds < 5_400 else f"{seconds / 3600:.1f} h"
