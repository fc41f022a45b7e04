"""Files on disk: which are notes, how the user names them, how one is replaced safely."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from notelint.core import NotelintError

NOTE_ENDINGS = (".md", ".markdown", ".mdown")
_PASSED_OVER = {"node_modules", "__pycache__"}


@contextmanager
def reading(file: Path) -> Iterator[None]:
    """Inside, what keeps a text file in UTF-8 from being read is a NotelintError that names it."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise NotelintError(f"{shown_path(file)}: not UTF-8 (byte {error.start})") from error
    except OSError as error:
        raise NotelintError(f"{shown_path(file)}: cannot be read: {error.strerror}") from error


def lines_of(file: Path) -> list[str]:
    """The lines of a text file in UTF-8, none for one that is not there.

    Raises NotelintError, naming the file, when it cannot be read.
    """
    with reading(file):
        try:
            return file.read_text("utf-8-sig").splitlines()
        except FileNotFoundError:
            return []


def is_note(name: str) -> bool:
    """True for the name of a Markdown file."""
    return name.lower().endswith(NOTE_ENDINGS)


def walk_notes(folder: Path) -> Iterator[Path]:
    """Every Markdown file below `folder`, in order of name; hidden and linked folders are left out,
    and pipes and devices, which never end.

    A link that leads nowhere is a file that cannot be read, not one that is not there.
    """
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        raise NotelintError(f"{folder}: cannot be listed: {error.strerror}") from error
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if not entry.name.startswith(".") and entry.name not in _PASSED_OVER:
                yield from walk_notes(Path(entry.path))
        elif is_note(entry.name) and _is_file_or_broken(entry):
            yield Path(entry.path)


def _is_file_or_broken(entry: "os.DirEntry[str]") -> bool:
    if entry.is_file(follow_symlinks=False):
        return True
    try:
        return stat.S_ISREG(entry.stat().st_mode)
    except OSError:
        return True


def shown_path(path: Path) -> str:
    """`path` as the user sees it: relative to the current folder, with `/`."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive
        return path.as_posix()


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` in place of the file, whole or not at all; mode and links are kept.

    Raises NotelintError when that cannot be done.
    """
    import tempfile

    target = Path(os.path.realpath(path))
    temporary = ""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(temporary).chmod(_mode(target))
        Path(temporary).replace(target)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise NotelintError(f"{path}: cannot be written: {error.strerror}") from error


def _mode(target: Path) -> int:
    try:
        return target.stat().st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
