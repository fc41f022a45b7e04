"""Pages of the edition that people wrote before notelint came: what can be learnt from them."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from notelint.core import NotelintError
from notelint.files import is_note, shown_path
from notelint.learn import read_note
from notelint.note.note import Note
from notelint.site.workspace import Workspace
from notelint.targets import resolved
from notelint.translation.alignment import align
from notelint.translation.engine import Pair
from notelint.translation.fields import passages_in
from notelint.translation.memory import Memory
from notelint.translation.placement import beside
from notelint.translation.segments import segments_of


class Lesson(NamedTuple):
    """How many of a note's sentences have a translation in the page at `path`."""

    path: Path
    learnt: int
    of: int


def learn_pages(
    workspace: Workspace, memory: Memory, pair: Pair, paths: Sequence[Path], of: Path | None = None
) -> Iterator[Lesson]:
    """Learn from the pages of the edition at `paths`, which people translated.

    A page built as its source is taken as it is; of another, the sentences that have a partner are learnt for its
    source. `of` is the note that the one page translates, where the site does not say so. Pages that notelint wrote
    are passed over: what people change there it sees by itself.
    """
    wanted = [resolved(path) for path in paths]
    for path in wanted:
        if not path.exists():
            raise NotelintError(f"{shown_path(path)}: no such file or folder")
    if of is not None:
        if not of.is_file() or not is_note(of.name):
            raise NotelintError(f"{shown_path(of)}: not a note (.md)")
        page = resolved(of)
        inside = page.is_relative_to(workspace.root)
        name = page.relative_to(workspace.root).as_posix() if inside else ""
        yield _learn(workspace, memory, page, wanted[0], name, whole=False)
        return
    for task in beside(workspace, (), (pair.source, pair.target)):
        target = resolved(task.target)
        if task.target.is_file() and any(target == p or target.is_relative_to(p) for p in wanted):
            if not memory.page(task.page):
                yield _learn(workspace, memory, task.source, target, task.page, whole=True)


def _learn(
    workspace: Workspace, memory: Memory, source: Path, target: Path, page: str, *, whole: bool
) -> Lesson:
    ours, theirs = (_read(workspace, path) for path in (source, target))
    passages = passages_in(workspace, ours)
    aligned = align(passages, passages_in(workspace, theirs))
    entries = [entry for entry in aligned.entries if entry.target]
    if aligned.complete and whole:
        memory.save(page, aligned.entries)
    else:
        memory.learn(page, entries)
    return Lesson(target, len(entries), len(segments_of(passages)))


def _read(workspace: Workspace, path: Path) -> Note:
    inside = path.is_relative_to(workspace.root)
    name = path.relative_to(workspace.root).as_posix() if inside else path.name
    return read_note(name, path.read_bytes(), workspace)
