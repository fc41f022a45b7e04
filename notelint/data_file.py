"""Rules and data in YAML: their values, and the line of each for errors.

Our own files are kept as they were parsed, beside them in `__pycache__`, as the interpreter keeps
bytecode: reading YAML would take longer than checking a note.
"""

import marshal
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from notelint.cache.writing import put
from notelint.core import NotelintError, Span

Place = tuple[str | int, ...]


class DataFile(NamedTuple):
    """The values of a file, and the line (1-based) of the value at each path of keys and indices.

    The lines are for messages about what is wrong; of our own files they may be missing.
    """

    values: Mapping[str, Any]
    lines: Mapping[Place, int]


def our_rules_folder() -> Path:
    """Where notelint's own rules lie: inside the installed package, or beside it in a checkout."""
    installed = Path(__file__).parent / "_rules"
    return installed if installed.is_dir() else Path(__file__).parent.parent / "rules"


def read_data(path: Path) -> DataFile:
    """What the YAML file at `path` holds, read as Hugo reads YAML.

    Raises NotelintError with file, line and what is wrong when it cannot be read.
    """
    if not path.is_relative_to(our_rules_folder()):
        return _read(path)
    return DataFile(kept_beside(path, "data", lambda: dict(_read(path).values)), {})


def kept_beside(path: Path, name: str, make: Callable[[], Any], also: Iterable[Path] = ()) -> Any:
    """What `make` gives for the file at `path`: kept beside it in `__pycache__`, under `name`, until that
    file or one of those that `also` names changes.

    It must be of plain values: what marshal takes.
    """
    made_from = [sys.hexversion]
    for each in (path, *also):
        status = each.stat()
        made_from += (status.st_mtime_ns, status.st_size)
    kept = path.parent / "__pycache__" / f"{path.name}.{name}"
    try:
        found, made = marshal.loads(kept.read_bytes())
        if found == made_from:
            return made
    except (OSError, ValueError, EOFError, TypeError):
        pass  # not kept yet, or cut off: it is made again below
    made = make()
    if not sys.dont_write_bytecode:
        put(str(kept), [marshal.dumps((made_from, made))])
    return made


def _read(path: Path) -> DataFile:
    from notelint.note.front_matter_yaml import read_yaml
    from notelint.note.source import Source

    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise NotelintError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise NotelintError(f"{path}: not UTF-8 (byte {error.start})") from error
    read = read_yaml(text, Span(0, len(text)))
    source = Source(text)
    for fault in read.faults:
        line = source.position(fault.span.start)[0]
        raise NotelintError(f"{path}:{line}: not valid YAML: {fault.message}")
    lines = {one.path: source.position(one.span.start)[0] for one in read.fields}
    return DataFile(read.values, lines)
