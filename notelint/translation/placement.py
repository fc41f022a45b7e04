"""Which notes are translated, and where their editions go."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from notelint.core import NotelintError
from notelint.files import is_note, shown_path, walk_notes
from notelint.site.editions import target_of
from notelint.site.workspace import Workspace
from notelint.translation.engine import base_language


@dataclass(frozen=True, slots=True)
class Task:
    """One note and its edition. `page` and `target_page` are their paths below the site's root, with `/`;
    `target_page` is "" when the edition lies outside the site (`--output`). `language` is the note's.
    """

    source: Path
    target: Path
    page: str
    target_page: str
    language: str


def source_language(workspace: Workspace, target: str, asked: str) -> str:
    """The language to translate from: as asked for, else the site's own; "" when only the notes can tell."""
    if asked:
        return asked.lower()
    if not workspace.is_site:
        return workspace.settings.language
    default = workspace.hugo.default_language
    if default != target:
        return default
    others = [code for code in workspace.hugo.codes if code != target]
    if len(others) == 1:
        return others[0]
    for key in ("locale", "languagecode"):
        code = base_language(str(workspace.hugo.get(key) or ""))
        if code and code != base_language(target):
            return code
    raise NotelintError("which language are the notes in? Say it with --from LANGUAGE")


def mirrored(
    workspace: Workspace,
    paths: tuple[Path, ...],
    output: Path,
    languages: tuple[str, str],
    *,
    asked: bool,
) -> Iterator[Task]:
    """Every note below the paths, for the same relative path below `output`.

    `asked`: the user says the language, so that notes of any other but the target's are sources.
    """
    source, target = languages
    for path in paths or tuple(workspace.root / root.folder for root in workspace.content):
        if path.is_dir():
            pairs = [
                (note, output / note.relative_to(path))
                for note in walk_notes(path)
                if not note.resolve().is_relative_to(output.resolve())
            ]
        elif is_note(path.name):
            pairs = [(path, output / path.name)]
        else:
            raise NotelintError(f"{shown_path(path)}: not a note (.md)")
        for note, place in pairs:
            page = _below(note, workspace.root)
            language = workspace.language_of(page)
            if language == target or (workspace.is_site and not asked and language != source):
                continue
            yield Task(note, place, page, "", source or language)


def beside(
    workspace: Workspace, paths: tuple[Path, ...], languages: tuple[str, str]
) -> Iterator[Task]:
    """The site's notes in the source language, each with the place of its edition in the site."""
    source, target = languages
    wanted = [path.resolve() for path in paths]
    unknown = not workspace.is_site or target not in workspace.hugo.codes
    for path in paths:
        if not path.is_dir() and not is_note(path.name):
            raise NotelintError(f"{shown_path(path)}: not a note (.md)")
    for root in workspace.content:
        folder = (workspace.root / root.folder).resolve()
        for note in walk_notes(folder) if folder.is_dir() else ():
            if wanted and not any(note == one or note.is_relative_to(one) for one in wanted):
                continue
            page = _below(note, workspace.root)
            inner = workspace.content_root_of(page)
            if inner is not None and inner.folder != root.folder:
                continue
            language = workspace.language_of(page) or source
            if language != source or (unknown and _named(note.name, target)):
                continue
            place = target_of(workspace, page, source, target)
            yield Task(note, workspace.root / place, page, place, source)


def _named(name: str, language: str) -> bool:
    return PurePosixPath(name).stem.lower().endswith(f".{language}")


def _below(note: Path, root: Path) -> str:
    full = note.parent.resolve() / note.name
    try:
        return full.relative_to(root).as_posix()
    except ValueError:
        return full.as_posix().lstrip("/")
