"""Which notes a call is about: the paths given, by site, and the notes of each to report on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from notelint.core import NotelintError
from notelint.files import is_note, shown_path, walk_notes
from notelint.site.workspace import Workspace

_NOT_NOTES = ("archetypes", "layouts", "themes", "public", "resources", "assets", "static")


@dataclass(frozen=True, slots=True)
class Targets:
    """The part of a call that falls into one site.

    `notes` are to be reported on, `all_notes` to be known; `gone` are files that do not exist.
    """

    workspace: Workspace
    notes: tuple[Path, ...]
    all_notes: tuple[Path, ...]
    gone: tuple[Path, ...] = ()


def find_targets(
    paths: Iterable[Path], site: Path | None, overlay: Mapping[Path, bytes]
) -> list[Targets]:
    """`paths` (files, folders, or files that are gone) by site, in the order given.

    Raises NotelintError for a path that never was: one whose folder does not exist either.
    """
    groups: dict[Path, tuple[Workspace, list[Path], list[Path]]] = {}
    for path in paths:
        full = path if path.is_symlink() else path.resolve()
        gone = not (full.exists() or full.is_symlink() or full in overlay)
        if gone and not full.parent.is_dir():
            raise NotelintError(f"{shown_path(path)}: no such file or folder")
        workspace = _workspace(full, site)
        group = groups.setdefault(workspace.root, (workspace, [], []))
        group[2 if gone else 1].append(full)
    return [_targets(*group, overlay) for group in groups.values()]


def _workspace(path: Path, site: Path | None) -> Workspace:
    start = site.resolve() if site else path if path.is_dir() else path.parent
    return Workspace.find(start)


def _targets(
    workspace: Workspace, present: list[Path], gone: list[Path], overlay: Mapping[Path, bytes]
) -> Targets:
    roots = [workspace.root / root.folder for root in workspace.content]
    site_notes = dict.fromkeys(note for root in roots if root.is_dir() for note in walk_notes(root))
    site_notes.update(dict.fromkeys(path for path in overlay if _inside(path, roots)))
    wanted: dict[Path, None] = {}
    for path in present:
        if path.is_dir():
            below = [note for note in site_notes if note.is_relative_to(path)]
            wanted.update(dict.fromkeys(below or _loose_notes(workspace, path)))
        elif is_note(path.name):
            wanted[path] = None
    return Targets(workspace, tuple(wanted), tuple({**site_notes, **wanted}), tuple(gone))


def _inside(path: Path, folders: Iterable[Path]) -> bool:
    return any(path.is_relative_to(folder) for folder in folders)


def _loose_notes(workspace: Workspace, folder: Path) -> list[Path]:
    """Notes below a folder that is no content of the site: templates and themes are none."""
    passed_over = [workspace.root / name for name in _NOT_NOTES]
    return [note for note in walk_notes(folder) if not _inside(note, passed_over)]
