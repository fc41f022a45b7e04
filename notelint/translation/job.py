"""One page of an edition: read, compared with what is on disk, translated, written."""

from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from notelint.core import NotelintError
from notelint.files import shown_path, write_atomically
from notelint.learn import read_note
from notelint.note.note import Note
from notelint.site.workspace import Workspace
from notelint.translation.alignment import align
from notelint.translation.asking import Asker, LimitReached
from notelint.translation.drafts import UNREACHABLE, Translator
from notelint.translation.fields import passages_alone, passages_in
from notelint.translation.glossary import Glossary
from notelint.translation.invented import Words
from notelint.translation.items import Passage, Segment
from notelint.translation.meant import Meant
from notelint.translation.memory import Entry, Memory
from notelint.translation.page import Outcome, Page
from notelint.translation.people import Reviewed, review
from notelint.translation.placement import Task
from notelint.translation.plan import Plan, entries_of, plan
from notelint.translation.reading import read_like
from notelint.translation.report import Counts, PageReport, Remark
from notelint.translation.request import Request
from notelint.translation.segments import segments_of
from notelint.translation.slug import with_slug
from notelint.translation.state import State
from notelint.translation.taxonomy import Terms

NONE = Counts()
REBUILT = (
    "its source has changed, and a person has changed how it is built: left alone "
    "(--accept writes it anew)"
)
DOUBTFUL = 0.6
"""Confidence below which a person should look."""


@dataclass(frozen=True, slots=True)
class Run:
    """What all pages of a run share."""

    request: Request
    workspace: Workspace
    asker: Asker
    glossary: Glossary
    memory: Memory | None
    state: State
    terms: Terms
    meant: Meant
    words: Words

    @property
    def mirror(self) -> bool:
        """True when the edition goes to a folder of its own, outside the site."""
        return self.request.output is not None


@dataclass(slots=True)
class Job:
    """A page and how far it is. `settled`: it needs no second look at the next run."""

    task: Task
    report: PageReport
    source: bytes = b""
    entries: list[Entry] = field(default_factory=list)
    stale: dict[str, Entry] = field(default_factory=dict)
    settled: bool = False
    written: bool = False


def do(run: Run, task: Task) -> Job:
    """The whole of one page; a fault is in the report, never raised."""
    shown = PageReport(shown_path(task.source), shown_path(task.target), "failed")
    try:
        return _Doing(run, task, shown).result()
    except LimitReached:
        message = "not translated: --max-characters is reached"
        return Job(task, replace(shown, state="missing", message=message))
    except NotelintError as error:
        return Job(task, replace(shown, message=str(error)))
    except OSError as error:
        return Job(task, replace(shown, message=f"cannot be read: {error.strerror}"))


class _Doing:
    def __init__(self, run: Run, task: Task, shown: PageReport) -> None:
        self.run = run
        self.task = task
        self.shown = shown
        self.data = task.source.read_bytes()
        self.before = _bytes_of(task.target)
        self.before_text = (self.before or b"").decode("utf-8", "replace")

    def result(self) -> Job:
        run, task = self.run, self.task
        again = run.request.force or run.request.accept
        waits = run.memory is not None and run.memory.waits(task.page)
        if self.before is not None and not run.mirror and not again and not waits:
            if run.state.is_current(task.page, self.data, self.before):
                return Job(task, replace(self.shown, state="current"), self.data, settled=True)
        note = read_note(task.page, self.data, run.workspace)
        for fault in note.faults:
            if fault.kind == "file":
                raise NotelintError(fault.message)
        passages = self.passages(note)
        segments = segments_of(passages)
        entries, reviewed = self.entries(note, passages)
        if reviewed is None and waits and run.request.accept:
            reviewed = Reviewed(())
        if reviewed is None:
            message = "written by a person and built otherwise than its source: left alone"
            return self.job("current", [], message=message)
        planned = plan(
            segments,
            entries,
            run.memory,
            task.page,
            force=run.request.force,
            accept=run.request.accept,
            again=not run.request.check,
            terms=run.terms,
            fits=partial(self.fits, run.glossary.on(note.source.text)),
            edited=reviewed.edited,
        )
        same = [entry.source for entry in entries] == [segment.text for segment in segments]
        upright = self.before is not None and not planned.new and same and not planned.stale
        if run.request.check or run.request.dry_run:
            return self.foreseen(planned, segments, current=upright)
        upright = upright and not run.mirror and not _learnt(planned, segments, entries)
        if upright and self.with_slug(note, self.before_text) == self.before_text:
            return self.as_it_is(segments, list(reviewed.entries))
        if reviewed.restructured and not run.request.accept:
            return self.job("stale", entries, message=REBUILT)
        return self.translated(note, passages, segments, planned)

    def fits(self, glossary: Glossary, source: str, target: str) -> bool:
        """True when a translation made for another page has the terms that count on this one."""
        return self.run.asker.mechanical or not glossary.check(source, target)

    def passages(self, note: Note) -> list[Passage]:
        return passages_alone(note) if self.run.mirror else passages_in(self.run.workspace, note)

    def entries(self, note: Note, passages: list[Passage]) -> tuple[list[Entry], Reviewed | None]:
        """What is known of the page, with people's changes; None for a page that is all a person's."""
        memory = self.run.memory
        if memory is None or self.run.mirror:
            return (list(memory.page(self.task.page)) if memory else []), Reviewed(())
        if self.before is None:
            return list(memory.page(self.task.page)), Reviewed(())
        known = memory.page(self.task.page, self.before_text)
        there = self.passages(read_like(note, self.before_text))
        if known:
            reviewed = review(there, known)
            return list(reviewed.entries), reviewed
        aligned = align(passages, there)
        if not aligned.complete:
            return [], None
        return aligned.entries, Reviewed(tuple(aligned.entries))

    def as_it_is(self, segments: list[Segment], entries: list[Entry]) -> Job:
        """The page on disk is right; what people changed in it is learnt."""
        if self.run.memory is not None:
            self.run.memory.save(self.task.page, entries)
        people = sum(entry.origin == "human" for entry in entries)
        counts = Counts(human=people, known=len(entries) - people)
        job = self.job("current", entries, counts=counts)
        job.settled = True
        return job

    def foreseen(self, planned: Plan, segments: list[Segment], *, current: bool) -> Job:
        """What would be done."""
        people = sum(one.origin == "human" for one in planned.known.values()) - len(planned.stale)
        counts = Counts(
            human=people,
            known=len(planned.known) - people - len(planned.stale),
            new=len(planned.new),
            stale=len(planned.stale),
        )
        characters = sum(len(segment.text) for segment in planned.new)
        state = "missing" if self.before is None else "current" if current else "stale"
        report = replace(
            self.shown,
            state="missing" if state == "missing" else "current" if current else "stale",
            counts=counts,
            characters=characters,
        )
        return Job(self.task, report, self.data)

    def translated(
        self, note: Note, passages: list[Passage], segments: list[Segment], planned: Plan
    ) -> Job:
        """The page made (again) from its source, and written if it is another."""
        run, task = self.run, self.task
        title = note.front_matter.get("title")
        name = title.value if title is not None and isinstance(title.value, str) else ""
        asked = run.asker.counted()
        glossary = run.glossary.on(note.source.text)
        translator = Translator(asked, glossary, name, run.meant, run.words)
        page = Page(
            note, passages, translator, planned.known, segments=segments, addresses=run.mirror
        )
        text = self.with_slug(note, page.settle())
        outcomes = page.outcomes()
        failed = [o for o in outcomes if o.fault.startswith(UNREACHABLE)]
        if failed and not any(o.engine or o.known for o in outcomes):
            raise NotelintError(failed[0].fault)
        entries = entries_of(outcomes, planned.stale)
        counts, remarks = _counts(outcomes, planned), _remarks(note, outcomes, planned, run)
        after = text.encode("utf-8", "surrogatepass")
        job = self.job("unchanged", entries, counts=counts, remarks=remarks)
        job.report = replace(job.report, characters=asked.characters)
        job.stale = planned.stale
        job.settled = not failed and not planned.stale
        if after == self.before:
            if run.memory is not None and not run.mirror:
                run.memory.save(task.page, entries)
            return job
        self.write(after, entries)
        job.written = True
        job.report = replace(job.report, state="written")
        return job

    def with_slug(self, note: Note, text: str) -> str:
        """The page with an address in its own language, where the site wants that."""
        if self.run.mirror or self.run.request.settings.slug != "translate":
            return text
        before = read_like(note, self.before_text)
        return with_slug(note, read_like(note, text), before)

    def write(self, after: bytes, entries: list[Entry]) -> None:
        run, task = self.run, self.task
        if run.memory is None or run.mirror:
            write_atomically(task.target, after)
            return
        with run.memory.writing(task.page, entries, after.decode("utf-8", "surrogatepass")):
            write_atomically(task.target, after)

    def job(
        self,
        state: str,
        entries: list[Entry],
        *,
        message: str = "",
        counts: Counts = NONE,
        remarks: tuple[Remark, ...] = (),
    ) -> Job:
        report = replace(
            self.shown,
            state="stale" if state == "stale" else "current" if state == "current" else "unchanged",
            message=message,
            counts=counts,
            remarks=remarks,
        )
        return Job(self.task, report, self.data, entries)


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _learnt(planned: Plan, segments: list[Segment], entries: list[Entry]) -> bool:
    """True when the memory now says something else than the page."""
    return any(
        planned.known[segment.id].text != entry.target
        for segment, entry in zip(segments, entries, strict=True)
        if segment.id in planned.known
    )


def _counts(outcomes: list[Outcome], planned: Plan) -> Counts:
    counts = Counts()
    for outcome in outcomes:
        if outcome.segment.id in planned.stale:
            counts += Counts(stale=1)
        elif outcome.known is not None and outcome.known.origin == "human":
            counts += Counts(human=1)
        elif outcome.known is not None:
            counts += Counts(known=1)
        elif outcome.way == "kept":
            counts += Counts(kept=1)
        else:
            counts += Counts(new=1)
    return counts


def _remarks(note: Note, outcomes: list[Outcome], planned: Plan, run: Run) -> tuple[Remark, ...]:
    """What a person should look at, in page order."""
    remarks: list[Remark] = []
    for outcome in outcomes:
        segment = outcome.segment
        place = segment.passage.span if segment.passage.own_text else segment.span
        line, column = note.source.position(place.start)
        old = planned.stale.get(segment.id)
        texts = (segment.text, outcome.text)
        if old is not None:
            message = f"a person's text, but its source has changed; it was: {old.source}"
            remarks.append(Remark("stale", line, column, message, *texts))
        elif outcome.way == "kept":
            message = f"left in the source language: {outcome.fault}"
            remarks.append(Remark("kept", line, column, message, *texts, 0.0))
        elif outcome.missed:
            terms = ", ".join(f"“{one}” should be “{other}”" for one, other in outcome.missed)
            value = round(outcome.confidence, 2)
            remarks.append(Remark("glossary", line, column, terms, *texts, value))
        elif outcome.known is None and outcome.confidence < DOUBTFUL:
            value = round(outcome.confidence, 2)
            remarks.append(Remark("doubtful", line, column, "worth a look", *texts, value))
    for entry in planned.gone:
        message = "a person's text whose source is gone; it is no longer on the page"
        remarks.append(Remark("stale", 1, 1, message, entry.source, entry.target))
    return tuple(remarks)
