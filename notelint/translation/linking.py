"""After the pages: their links to each other, on the whole edition at once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from notelint.core import Edit, NotelintError, apply_edits
from notelint.files import write_atomically
from notelint.learn import read_note
from notelint.note.note import Note
from notelint.site.facts import Facts, facts_of
from notelint.site.site import Site
from notelint.site.workspace import Workspace
from notelint.translation.fields import passages_in
from notelint.translation.job import Job, Run
from notelint.translation.localize import Edition, edits_of, pins
from notelint.translation.people import with_edits
from notelint.translation.placement import Task, beside
from notelint.translation.reading import read_like
from notelint.translation.verify import differences, records


def link_pages(run: Run, jobs: Sequence[Job]) -> Iterator[str]:
    """Write the links of all pages of the edition anew where they need it; says what is still wrong."""
    if not run.workspace.is_site or not any(_worked_on(job) for job in jobs):
        return
    # Folders may be there now that were not when the run began.
    run = replace(run, workspace=Workspace.open(run.workspace.root, run.workspace.settings))
    source, target = run.asker.pair.source, run.asker.pair.target
    tasks = list(beside(run.workspace, (), (source, target)))
    by_page = {job.task.page: job for job in jobs}
    notes = dict(_notes(run, tasks))
    if run.request.settings.anchors == "pin":
        _pin(run, tasks, notes, by_page)
    edition = _edition(run, tasks, notes)
    for task in tasks:
        note, page = notes.get(task.target_page), edition.site.pages.get(task.target_page)
        source_page = edition.site.pages.get(task.page)
        if note is None or page is None or source_page is None:
            continue
        edits = edits_of(edition, source_page, page, note)
        if edits:
            yield from _write(run, task, note, edits, by_page.get(task.page))


def _worked_on(job: Job) -> bool:
    """True when the page was looked at, not only found unchanged by its hash."""
    return job.report.state in ("written", "unchanged") or bool(job.entries)


def _notes(run: Run, tasks: Iterable[Task]) -> Iterator[tuple[str, Note]]:
    """Every note of the site, read; the edition's too."""
    from notelint.files import walk_notes

    seen: set[str] = set()
    for root in run.workspace.content:
        folder = (run.workspace.root / root.folder).resolve()
        for file in walk_notes(folder) if folder.is_dir() else ():
            path = file.relative_to(run.workspace.root).as_posix()
            if path not in seen:
                seen.add(path)
                try:
                    yield path, read_note(path, file.read_bytes(), run.workspace)
                except OSError:
                    continue  # it is in the report already


def _edition(run: Run, tasks: Sequence[Task], notes: dict[str, Note]) -> Edition:
    facts: dict[str, Facts] = {path: facts_of(note, run.workspace) for path, note in notes.items()}
    pair = run.asker.pair
    editions = {task.page: task.target_page for task in tasks if task.target_page in notes}
    return Edition(Site.of(run.workspace, facts), pair.source, pair.target, editions)


def _pin(run: Run, tasks: Sequence[Task], notes: dict[str, Note], jobs: dict[str, Job]) -> None:
    """Headings of the edition get the source's ids."""
    edition = _edition(run, tasks, notes)
    for task in tasks:
        note, page = notes.get(task.target_page), edition.site.pages.get(task.page)
        if note is None or page is None:
            continue
        edits = pins(page, note, len(note.headings))
        if edits:
            for _ in _write(run, task, note, edits, jobs.get(task.page)):
                pass
            notes[task.target_page] = read_like(note, apply_edits(note.source.text, edits))


def _write(
    run: Run, task: Task, note: Note, edits: Sequence[Edit], job: Job | None
) -> Iterator[str]:
    """One page with its links, and the memory of it."""
    text = apply_edits(note.source.text, edits)
    before, after = records(note, addresses=False), records(read_like(note, text), addresses=False)
    wrong, _ = differences(before, after, reordered=False)
    if wrong:
        line, _ = note.source.position(before[wrong[0]].span.start)
        yield f"{task.target_page}:{line}: a link cannot be written for the other language"
        return
    memory = run.memory
    if memory is None:
        return
    known = list(job.entries) if job and job.entries else list(memory.page(task.page))
    passages = passages_in(run.workspace, note)
    entries = with_edits(passages, known, edits)
    try:
        with memory.writing(task.page, entries, text):
            write_atomically(task.target, text.encode("utf-8", "surrogatepass"))
    except NotelintError as error:
        yield str(error)
        return
    if job is not None:
        job.entries = entries
        job.report = replace(job.report, state="written")
