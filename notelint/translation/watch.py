"""Whether a page of an edition still says what its source says, and is built like it."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import NamedTuple

from notelint.cache.snapshot import digest
from notelint.core import Span
from notelint.learn import read_note
from notelint.note.note import Note
from notelint.site.editions import is_source
from notelint.site.page import Page
from notelint.site.site import Site
from notelint.site.workspace import Workspace
from notelint.translation.fields import passages_in
from notelint.translation.items import Segment
from notelint.translation.memory import Entry, Memory
from notelint.translation.segments import segments_of
from notelint.translation.verify import Record, differences, loose, records

NAMES = {
    "block_text": "paragraph",
    "block_code": "code block",
    "block_quote": "quote",
    "block_html": "HTML block",
    "thematic_break": "rule",
    "table_cell": "cell",
    "footnote_definition": "footnote",
}
"""What people call the kinds of blocks that have other names in the tree."""


class Outdated(NamedTuple):
    """A segment of the source that has changed: its place, what it was, and what the edition says."""

    span: Span
    before: str
    edition: str


def marks_of(note: Note, workspace: Workspace) -> tuple[bytes, bytes]:
    """What stands for the texts of a note, and for its structure: as long as they are the same,
    neither has to be read again.
    """
    structure = [loose(record.shape) for record in _records(note)]
    return _mark(_texts(_segments(note, workspace))), digest(repr(structure).encode())


def _mark(texts: list[str]) -> bytes:
    return digest("\0".join(texts).encode("utf-8", "surrogatepass"))


def _segments(note: Note, workspace: Workspace) -> list[Segment]:
    return segments_of(passages_in(workspace, note))


def _texts(segments: list[Segment]) -> list[str]:
    return [segment.text for segment in segments]


def _records(note: Note) -> list[Record]:
    return records(note, addresses=False, emphasis=False)


def outdated(workspace: Workspace, page: Page, language: str) -> Iterator[Outdated]:
    """Where the source `page` says something else than when its edition was written."""
    entries = _memory(workspace.root, language).page(page.path)
    sources = [entry.source for entry in entries]
    marks = page.facts.edition_marks
    if not entries or (marks and marks[0] == _mark(sources)):
        return
    segments = _segments(_note(workspace, page.path), workspace)
    texts = _texts(segments)
    matcher = SequenceMatcher(None, sources, texts, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag in ("replace", "insert"):
            yield from _changed(entries[i:j], segments[k:m])


class Unlike(NamedTuple):
    """Where an edition parts from its source: its own place and kind of block, and the source's."""

    span: Span
    given: str
    path: str
    source_span: Span
    line: int
    wanted: str


def unlike(site: Site, page: Page) -> Unlike | None:
    """The first place where `page`, a note of an edition, is built otherwise than its source; None when it is not."""
    default = site.workspace.hugo.default_language
    source = site.tree.by_language.get(default, {}).get(page.logical_path)
    if source is None or not is_source(site, source):
        return None
    marks, source_marks = page.facts.edition_marks, source.facts.edition_marks
    if marks and source_marks and marks[1] == source_marks[1]:
        return None
    ours, theirs = _note(site.workspace, source.path), _note(site.workspace, page.path)
    one, other = _records(ours), _records(theirs)
    found, _ = differences(one, other, reordered=True)
    if not found:
        return None
    wanted = one[found[0]] if found[0] < len(one) else None
    given = other[min(found[0], len(other) - 1)] if other else None
    place = wanted.span if wanted else Span(0, 0)
    return Unlike(
        given.span if given else Span(0, 0),
        _kind(given),
        source.path,
        place,
        ours.source.position(place.start)[0],
        _kind(wanted),
    )


def _kind(record: Record | None) -> str:
    name = str(record.shape[1]) if record else "nothing"
    return NAMES.get(name, name.replace("_", " "))


def _changed(before: tuple[Entry, ...], after: list[Segment]) -> Iterator[Outdated]:
    for index, segment in enumerate(after):
        old = before[index] if index < len(before) else None
        place = segment.passage.span if segment.passage.own_text else segment.span
        yield Outdated(place, old.source if old else "", old.target if old else "")


def _note(workspace: Workspace, page: str) -> Note:
    return read_note(page, (workspace.root / page).read_bytes(), workspace)


@cache
def _memory(root: Path, language: str) -> Memory:
    return Memory(root, language, read_only=True)
