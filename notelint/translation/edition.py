"""A whole edition: which notes, in what order, and what is written where."""

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from notelint.core import NotelintError
from notelint.files import shown_path, write_atomically
from notelint.site.workspace import Workspace, find_root
from notelint.targets import open_workspace
from notelint.translation.answers import MECHANICAL
from notelint.translation.asking import Asker
from notelint.translation.engine import Engine, Pair, load
from notelint.translation.glossary import load_glossary
from notelint.translation.invented import Words, words_between
from notelint.translation.job import Job, Run, do
from notelint.translation.linking import link_pages
from notelint.translation.meant import as_written, meant_in
from notelint.translation.memory import Memory
from notelint.translation.placement import Task, beside, mirrored, source_language
from notelint.translation.report import Counts, PageReport, Report
from notelint.translation.request import Request
from notelint.translation.state import State
from notelint.translation.tally import Tally
from notelint.translation.taxonomy import Terms


def translate_edition(request: Request) -> Report:
    """See `notelint.translation.run`."""
    start = time.monotonic()
    workspace = _workspace(request)
    source = source_language(workspace, request.target, request.source or request.settings.source)
    pair = Pair(source or "pt", request.target)
    if pair.source == pair.target:
        raise NotelintError(f"the notes are in “{pair.target}” already: say another with --to")
    tasks = _tasks(request, workspace, (source, request.target))
    tally = Tally(request.progress, tasks)
    run = _run(request, workspace, pair, tally)
    if not request.check and not request.dry_run:
        _tidy(tasks)
    jobs = list(_all(run, tasks, tally))
    messages = [] if run.mirror else _after(run, jobs)
    if run.memory is not None and not run.mirror and not request.check and not request.dry_run:
        run.state.save()
        if not any(job.report.state in ("missing", "failed") for job in jobs):
            run.memory.finish()
    return _report(run, jobs, messages, time.monotonic() - start)


def translate_site_strings(request: Request, file: Path) -> int:
    """Write the site's own texts, translated, to `file` for review; how many they are.

    Raises NotelintError for a file that cannot be written so, or when the site has no configuration.
    """
    from notelint.translation import site_strings

    site_strings.check_name(file)
    workspace = _workspace(request)
    if not workspace.is_site:
        raise NotelintError(f"{shown_path(workspace.root)}: no Hugo configuration with texts in it")
    source = source_language(workspace, request.target, request.source or request.settings.source)
    run = _run(request, workspace, Pair(source, request.target))
    strings = site_strings.strings_of(workspace, source, request.target)
    done = site_strings.translated(strings, run.asker, run.glossary)
    text = site_strings.as_file(done, file.suffix.lower(), request.target)
    write_atomically(file, text.encode())
    if run.memory is not None:
        run.memory.finish()
    return sum(bool(one.source) for one in done)


def _workspace(request: Request) -> Workspace:
    if request.site is not None and not request.site.is_dir():
        raise NotelintError(f"{request.site}: no such folder")
    start = request.site or (request.paths[0] if request.paths else Path())
    folder = start if start.is_dir() else start.parent
    root = request.site.resolve() if request.site else find_root(folder.resolve())
    if root is None:
        plain = folder.resolve() if request.output is not None else Path.cwd()
        root = plain if folder.resolve().is_relative_to(plain) else folder.resolve()
    workspace, _ = open_workspace(root, request.config)
    return workspace.with_settings(
        replace(workspace.settings, language=request.source or workspace.settings.language)
    )


def _tasks(request: Request, workspace: Workspace, languages: tuple[str, str]) -> list[Task]:
    if request.output is None:
        return list(beside(workspace, request.paths, languages))
    asked = bool(request.source or request.settings.source)
    return list(mirrored(workspace, request.paths, request.output, languages, asked=asked))


def _run(request: Request, workspace: Workspace, pair: Pair, tally: Tally | None = None) -> Run:
    mirror = request.output is not None
    names = [name.partition(":")[0] for name in request.engines]
    engines = _engines(request, pair)
    memory = None
    if not (mirror and all(name in MECHANICAL for name in names)):
        read_only = mirror or request.check or request.dry_run
        memory = Memory(workspace.root, pair.target, read_only=read_only, warn=request.warn)
    most = request.max_characters
    answered = tally.answered if tally else lambda characters: None
    asker = Asker(pair, engines, memory=memory, most=most, tell=request.warn, answered=answered)
    glossary = load_glossary(pair, workspace.root, request.settings.never_translate)
    settings = repr(
        (
            (str(pair), request.settings.anchors, request.settings.slug, str(workspace.root)),
            (glossary.terms, glossary.taxonomies, glossary.untouched),
            (memory.everywhere() if memory else ()),
        )
    )
    state = State(workspace.root, pair.target, settings, read_only=mirror)
    terms = Terms(workspace, pair.source, None if asker.mechanical else glossary)
    speaking = bool(engines) and not asker.mechanical
    meant = meant_in(workspace, pair.source) if speaking else as_written
    words = words_between(pair) if speaking else Words()
    return Run(request, workspace, asker, glossary, memory, state, terms, meant, words)


def _tidy(tasks: Sequence[Task]) -> None:
    """Remove what a killed run left of a file it was about to put in place."""
    names: dict[Path, set[str]] = {}
    for task in tasks:
        names.setdefault(task.target.parent, set()).add(task.target.name)
    for folder, targets in names.items():
        for path in folder.glob(".*.*.????????") if folder.is_dir() else ():
            if path.name[1:].rpartition(".")[0] in targets:
                path.unlink(missing_ok=True)


def _engines(request: Request, pair: Pair) -> dict[str, Engine]:
    """The engines asked for; a fault in one is said before any note is touched."""
    if request.check:
        return {}
    options = request.engine_options
    return {name: load(name, pair, options.get(name.partition(":")[0])) for name in request.engines}


def _all(run: Run, tasks: Sequence[Task], tally: Tally) -> Iterator[Job]:
    """Every page, several at a time, in order."""
    from concurrent.futures import ThreadPoolExecutor

    number = run.request.jobs or min((os.cpu_count() or 1) + 1, 8)
    pool = ThreadPoolExecutor(max(number, 1), thread_name_prefix="page")
    try:
        for job in pool.map(lambda task: do(run, task), tasks):
            tally.done(job)
            yield job
    finally:
        pool.shutdown(cancel_futures=True)


def _after(run: Run, jobs: Sequence[Job]) -> list[str]:
    """Links between the pages, and what the user should know of the site."""
    request, workspace = run.request, run.workspace
    messages = []
    if workspace.is_site and request.target not in workspace.hugo.codes:
        messages.append(
            f"“{request.target}” is not yet a language of the site: notelint init --to {request.target}"
        )
    if request.check or request.dry_run:
        return messages
    messages += link_pages(run, jobs)
    for job in jobs:
        if job.settled:
            run.state.settle(job.task.page, job.source, job.task.target.read_bytes())
        else:
            run.state.forget(job.task.page)
    return messages


def _report(run: Run, jobs: Sequence[Job], messages: list[str], seconds: float) -> Report:
    pages: tuple[PageReport, ...] = tuple(job.report for job in jobs)
    characters = run.asker.characters
    counts = sum((page.counts for page in pages), Counts())
    if run.request.dry_run:
        characters = sum(page.characters for page in pages)
        seconds = run.asker.duration(counts.new, characters)
    return Report(
        pages,
        run.asker.calls,
        characters,
        run.asker.price(characters),
        seconds,
        tuple(messages),
        run.request.check,
        foreseen=run.request.dry_run or run.request.check,
        command=f"notelint translate --to {run.request.target}",
        counts=counts,
    )
