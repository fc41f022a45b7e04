"""The public functions: what `import notelint` offers besides the types."""

from collections.abc import Iterable
from os import PathLike
from pathlib import Path

from notelint.core import Diagnostic
from notelint.learn import read_note
from notelint.note.note import Note
from notelint.runner import Request, run
from notelint.site.workspace import Workspace
from notelint.translation import run as translate

__all__ = ["check", "read", "translate"]


def check(
    paths: Iterable[str | PathLike[str]],
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    site: str | PathLike[str] | None = None,
    config: str | PathLike[str] | None = None,
) -> list[Diagnostic]:
    """Every finding in notes or folders, sorted by path and place.

    `select` and `ignore` are rule ids on top of the configuration; the baseline is not asked.
    Spans are code points of the file, 0-based and half-open. Raises NotelintError for a path or a
    rule that does not exist and for a configuration that cannot be followed.
    """
    request = Request(
        paths=tuple(Path(path) for path in paths),
        select=tuple(select),
        ignore=tuple(ignore),
        site=Path(site) if site is not None else None,
        config=Path(config) if config is not None else None,
    )
    return [each for checked in run(request).checked for each in checked.diagnostics]


def read(path: str | PathLike[str]) -> Note:
    """The note in a file, as its site reads it. Raises OSError when the file cannot be read."""
    file = Path(path).resolve()
    workspace = Workspace.find(file.parent)
    name = file.relative_to(workspace.root).as_posix()
    return read_note(name, file.read_bytes(), workspace)
