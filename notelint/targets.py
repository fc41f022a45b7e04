"""Which notes a call is about: the paths given, by site, and the notes of each to report on."""

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from notelint.config import Config, load_config
from notelint.core import NotelintError
from notelint.files import is_note, shown_path, walk_notes
from notelint.site.hugo_config import HugoConfig
from notelint.site.workspace import Settings, Workspace, find_root

_NO_NOTES = ("archetypes", "layouts", "themes", "public", "resources", "assets", "static")
"""Folders of a site whose Markdown files are templates, or somebody else's."""


class Targets(NamedTuple):
    """The part of a call that falls into one site.

    `notes` are to be reported on, `all_notes` to be known; `gone` are files that do not exist.
    `pages` is False for Markdown files of the repository that Hugo never reads, such as a README.
    `linked` are content folders that are links: where they lead, and how the site names them.
    """

    workspace: Workspace
    config: Config
    notes: tuple[Path, ...]
    all_notes: tuple[Path, ...]
    gone: tuple[Path, ...] = ()
    pages: bool = True
    linked: tuple[tuple[Path, Path], ...] = ()

    def site_path(self, note: Path) -> str:
        """How the site names a note: relative to its root, with `/`; absolute when it lies elsewhere."""
        return _site_path(note, self.workspace.root, self.linked)


def find_targets(
    paths: Iterable[Path],
    overlay: Mapping[Path, bytes],
    site: Path | None = None,
    config: Path | None = None,
) -> list[Targets]:
    """`paths` (files, folders, or files that are gone) by site, in the order given.

    `overlay` holds files that need not exist on disk. Raises NotelintError for a path whose folder
    does not exist either.
    """
    groups: dict[Path, list[Path]] = {}
    for path in paths:
        full = resolved(path)
        if not _exists(full, overlay) and not full.parent.is_dir():
            raise NotelintError(f"{shown_path(path)}: no such file or folder")
        groups.setdefault(_root(full, site), []).append(full)
    found: list[Targets] = []
    for root, group in groups.items():
        found += _site_targets(open_workspace(root, config), group, overlay)
    return found


def resolved(path: Path) -> Path:
    """The absolute path, links followed in its folders but not in the file itself."""
    return path.parent.resolve() / path.name if path.name not in ("", "..") else path.resolve()


def open_workspace(root: Path, given: Path | None = None) -> tuple[Workspace, Config]:
    """The site at `root` as its configuration (or the one given) wants it read."""
    config = load_config(root, given)
    settings = Settings(
        theme_dirs=config.theme_dirs,
        unknown_hooks=config.unknown_hooks,
        language=config.language,
    )
    return Workspace.open(root, settings), config


def open_site(start: Path, given: Path | None = None) -> tuple[Workspace, Config]:
    """The site at or above the folder `start`, for commands that are about all of it."""
    return open_workspace(root_of_site(start), given)


def root_of_site(start: Path) -> Path:
    """The root of the site at or above the folder `start`, or the folder where there is none."""
    if not start.is_dir():
        raise NotelintError(f"{start}: no such folder")
    return find_root(start.resolve()) or start.resolve()


def _exists(path: Path, overlay: Mapping[Path, bytes]) -> bool:
    return path in overlay or path.is_symlink() or path.exists()


def _root(path: Path, site: Path | None) -> Path:
    """The site's root; without a Hugo configuration the current folder, or the folder given."""
    if site is not None:
        if not site.is_dir():
            raise NotelintError(f"{site}: no such folder")
        return site.resolve()
    folder = path if path.is_dir() else path.parent
    here = Path.cwd()
    too_wide = here in (Path.home(), Path(here.anchor))
    plain = here if folder.is_relative_to(here) and not too_wide else folder
    return find_root(folder) or plain


def _site_targets(
    opened: tuple[Workspace, Config], paths: Sequence[Path], overlay: Mapping[Path, bytes]
) -> Iterable[Targets]:
    workspace, config = opened
    named = [workspace.root / each.folder for each in workspace.content]
    roots = [folder.resolve() for folder in named]
    linked = tuple(pair for pair in zip(roots, named, strict=True) if pair[0] != pair[1])

    def is_content(note: Path) -> bool:
        if not any(each.files for each in workspace.content):
            return _inside(note, roots)
        return workspace.content_root_of(_site_path(note, workspace.root, linked)) is not None

    known = dict.fromkeys(note for root in roots for note in _notes_of(root) if is_content(note))
    known.update(dict.fromkeys(path for path in overlay if is_content(path)))
    wanted: dict[Path, None] = {}
    gone: list[Path] = []
    for path in paths:
        if not _exists(path, overlay):
            gone.append(path)
        elif path.is_dir():
            below = [note for note in known if note.is_relative_to(path)]
            wanted.update(dict.fromkeys(below or _loose_notes(workspace, path)))
        elif is_note(path.name):
            wanted[path] = None
    inside = tuple(note for note in wanted if note in known or is_content(note))
    reported = set(inside)
    loose = tuple(note for note in wanted if note not in reported)
    if inside or gone or not loose:
        everything = tuple({**known, **dict.fromkeys(inside)})
        yield Targets(workspace, config, inside, everything, tuple(gone), linked=linked)
    if loose:
        plain = Workspace(workspace.root, HugoConfig(), workspace.settings)
        yield Targets(plain, config, loose, loose, pages=False)


def _notes_of(folder: Path) -> Iterable[Path]:
    """The notes of a content folder; one that is a single file is the note itself."""
    if folder.is_dir():
        return walk_notes(folder)
    return (folder,) if is_note(folder.name) and folder.exists() else ()


def _site_path(note: Path, root: Path, linked: Iterable[tuple[Path, Path]]) -> str:
    for real, named in linked:
        if note.is_relative_to(real):
            note = named / note.relative_to(real)
    name, start = str(note), os.path.join(root, "")  # noqa: PTH118 - for each note
    return name.removeprefix(start).replace(os.sep, "/")


def _inside(path: Path, folders: Iterable[Path]) -> bool:
    return any(path.is_relative_to(folder) for folder in folders)


def _loose_notes(workspace: Workspace, folder: Path) -> list[Path]:
    """Notes below a folder that is no content of the site: templates and themes are none."""
    passed_over = [workspace.root / name for name in _NO_NOTES]
    return [note for note in walk_notes(folder) if not _inside(note, passed_over)]
