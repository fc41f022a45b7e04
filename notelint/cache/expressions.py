"""Regular expressions, compiled once for an installation instead of at every start.

`re` compiles in Python, and several hundred patterns (ours and those of the libraries) are a fifth of a
run that checks one note. The interpreter keeps the code of modules in `__pycache__`; this keeps the code
of patterns there, by pattern and flags. What is kept is checked again by the engine itself when it is
loaded, and belongs to one version of it.
"""

import _sre  # type: ignore[import-not-found]  # the engine itself
import _thread
import marshal
import os
import sys
from array import array
from collections.abc import Callable
from re import DEBUG, _compiler  # type: ignore[attr-defined]  # what re.compile asks, 3.11 and later
from typing import Any

from notelint import __version__
from notelint.cache.writing import put

MOST = 2_000
"""Patterns kept at the most; a site's own hooks and delimiters make some, too."""

_FILE = os.path.join(os.path.dirname(__file__), "__pycache__", "expressions.data")
_MADE_BY = f"{__version__} {sys.hexversion:x} {_sre.MAGIC} {_sre.CODESIZE}"
_Key = tuple[str | bytes, int]
_Compile = Callable[[Any, int], Any]
_Code = Callable[[Any, int], list[int]]
_Kept = tuple[int, bytes, int, dict[str, int]]


def keep_expressions() -> "Expressions":
    """From now on `re.compile` takes from what is kept; `save` keeps what was new."""
    kept = Expressions(_compiler.compile, _compiler._code, _read())
    _compiler.compile, _compiler._code = kept.compile, kept.code
    return kept


class Expressions:
    """What is kept, and what was compiled anew in this process."""

    def __init__(self, compile_: _Compile, code: _Code, kept: dict[_Key, _Kept]) -> None:
        self._compile = compile_
        self._code = code
        self._kept = kept
        self._new: dict[_Key, _Kept] = {}
        self._last: dict[int, list[int]] = {}

    def compile(self, pattern: Any, flags: int = 0) -> Any:
        """What `re` makes of a pattern."""
        if type(pattern) not in (str, bytes) or flags & DEBUG:
            return self._compile(pattern, flags)
        key = pattern, int(flags)
        if key in self._kept:
            try:
                return _loaded(pattern, *self._kept[key])
            except (RuntimeError, ValueError, TypeError, IndexError):
                self._kept.pop(key, None)  # damaged: the engine refuses it
        made = self._compile(pattern, flags)
        code = array("I", self._last.pop(_thread.get_ident())).tobytes()
        self._new[key] = made.flags, code, made.groups, dict(made.groupindex)
        return made

    def code(self, parsed: Any, flags: int) -> list[int]:
        """What the engine runs for a parsed pattern."""
        made = self._last[_thread.get_ident()] = self._code(parsed, flags)
        return made

    def save(self) -> None:
        """Keep what was new, unless nothing is to be written beside the code."""
        if self._new and not sys.dont_write_bytecode:
            both = {**self._kept, **self._new}
            put(_FILE, [marshal.dumps((_MADE_BY, dict(list(both.items())[-MOST:])))])


def _loaded(pattern: Any, flags: int, code: bytes, groups: int, names: dict[str, int]) -> Any:
    numbers: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        numbers[number] = name
    return _sre.compile(pattern, flags, array("I", code).tolist(), groups, names, tuple(numbers))


def _read() -> dict[_Key, _Kept]:
    try:
        with open(_FILE, "rb") as file:
            made_by, kept = marshal.loads(file.read())
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return kept if made_by == _MADE_BY and isinstance(kept, dict) else {}
