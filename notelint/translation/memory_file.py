"""Lines of JSON on disk: read with patience for damage, written whole or not at all."""

import json
import os
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from notelint.core import NotelintError

Row = dict[str, Any]


def read_rows(path: Path, fields: tuple[str, ...], warn: Callable[[str], None]) -> list[Row]:
    """The objects of a file, one a line, in order; nothing when there is no such file.

    A row has all `fields`, as strings. A line that has not is left out, and `warn` is told of the
    first in one line; so a merge that left its marks costs those lines and no others.
    """
    try:
        text = path.read_text("utf-8", errors="replace")
    except FileNotFoundError:
        return []
    except OSError as error:
        warn(f"{path}: cannot be read: {error.strerror}")
        return []
    lines = text.split("\n")
    try:  # all at once is several times faster, and nearly always right
        values = json.loads(f"[{','.join(line for line in lines if line.strip())}]")
        if all(_is_row(value, fields) for value in values):
            return list(values)
    except ValueError:
        values = []
    return list(_each(path, lines, fields, warn))


def _each(
    path: Path, lines: list[str], fields: tuple[str, ...], warn: Callable[[str], None]
) -> Iterable[Row]:
    told = False
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except ValueError:
            value = None
        if _is_row(value, fields):
            yield value
        elif not told:
            told = True
            mark = (
                " (a merge left its marks?)"
                if line[:7] in ("<<<<<<<", "=======", ">>>>>>>")
                else ""
            )
            warn(f"{path}:{number}: not a line of the memory{mark}; it is left out")


def _is_row(value: object, fields: tuple[str, ...]) -> bool:
    return isinstance(value, dict) and all(isinstance(value.get(field), str) for field in fields)


def rows_as_text(rows: Iterable[Row]) -> str:
    """One object a line, fields in the order given, accents as themselves."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def write_whole(path: Path, text: str) -> bool:
    """Make `path` hold `text`, atomically; no text removes it. True when something changed.

    Raises NotelintError when the folder does not take it.
    """
    try:
        if not text:
            existed = path.exists()
            path.unlink(missing_ok=True)
            return existed
        data = text.encode()
        if path.is_file() and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        mine = f"{os.getpid()}.{threading.get_ident()}"  # several pages at once need the same file
        temporary = path.with_name(f".{path.name}.{mine}.tmp")
        try:
            temporary.write_bytes(data)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise NotelintError(f"{path}: cannot be written: {error.strerror}") from error
    return True
