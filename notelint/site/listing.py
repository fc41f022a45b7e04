"""The files of a folder, by the exact names that its directories hold.

Names are never asked of the file system one by one: some systems fold letter case, Hugo's
servers do not.
"""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from notelint.site.content_path import is_ignored_name
from notelint.site.hugo_config import HugoConfig, as_list

_HISTORY = frozenset((".git",))
_NEVER = _HISTORY.union(("node_modules", "__pycache__"))


def list_files(
    folder: Path,
    exclude: frozenset[str] = frozenset(),
    ignored: Callable[[str], bool] | None = None,
    *,
    verbatim: bool = False,
) -> Iterator[str]:
    """Every file below `folder` as a path relative to it, with `/`; a file gives the empty path.

    Left out: what Hugo ignores by name, folders in `exclude` (relative), linked folders, and what
    `ignored` says of the whole path on disk. `verbatim`: all names count, as in folders of
    static files and assets.
    """
    passed_over = _HISTORY if verbatim else _NEVER
    if folder.is_file():
        yield ""
        return
    stack = [("", str(folder))]
    while stack:
        prefix, path = stack.pop()
        try:
            entries = sorted(os.scandir(path), key=lambda entry: entry.name)
        except OSError:
            continue  # a folder that cannot be listed has no files for Hugo either
        for entry in entries:
            name = entry.name
            if not verbatim and is_ignored_name(name):
                continue
            if ignored is not None and ignored(entry.path):
                continue
            if entry.is_dir(follow_symlinks=False):
                if prefix + name not in exclude and name not in passed_over:
                    stack.append((f"{prefix}{name}/", entry.path))
            elif _is_file(entry):
                yield prefix + name


def _is_file(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_file()
    except OSError:
        return False  # a link to itself


def ignored_files(hugo: HugoConfig) -> Callable[[str], bool] | None:
    """What `ignoreFiles` says of a whole path on disk; None when it says nothing."""
    compiled: list[re.Pattern[str]] = []
    for pattern in as_list(hugo.get("ignorefiles")):
        try:
            compiled.append(re.compile(str(pattern)))
        except re.error:
            continue  # Go's patterns are nearly Python's; one that is not ignores nothing
    if not compiled:
        return None
    return lambda path: any(one.search(path) for one in compiled)
