"""The compiled word lists: dawg2's C++ module where there is one, else the same files in Python."""

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from notelint.core import NotelintError


class Automaton(Protocol):
    """A set of words that answers in a fraction of a microsecond and loads in a millisecond."""

    def __contains__(self, word: str, /) -> bool: ...

    def similar_keys(self, key: str, replaces: Any, /) -> list[str]:
        """The words equal to `key` when letters may also be what `replaces` maps them to."""


@cache
def _classes() -> tuple[Any, Any]:
    try:
        import dawg
    except ImportError:
        import dawg_python as dawg  # the pure reader of the same files
    return dawg.DAWG, dawg.IntDAWG


def load(path: Path) -> Automaton:
    """Read a word automaton; raises NotelintError when the file is missing or damaged."""
    automaton: Automaton = _read(_classes()[0], path)
    return automaton


def compiled(words: Iterable[str]) -> bytes:
    """The words as the content of an automaton file; raises NotelintError without dawg2 in C++."""
    kind = _classes()[0]
    if not hasattr(kind(), "tobytes"):
        raise NotelintError("compiling a dictionary needs the dawg2 package (pip install dawg2)")
    content: bytes = kind(sorted(set(words))).tobytes()
    return content


def load_numbers(path: Path) -> Callable[[str, int], int]:
    """Read an automaton that maps words to numbers, as a function (word, default) → number."""
    lookup: Callable[[str, int], int] = _read(_classes()[1], path).get
    return lookup


def _read(kind: Any, path: Path) -> Any:
    try:
        path.stat()
        return kind().load(str(path))
    except OSError as error:
        raise NotelintError(f"cannot read the dictionary {path}: {error}") from error


@cache
def replacements(pairs: tuple[tuple[str, str], ...]) -> Any:
    """Letters and what may stand for them, in the form that `similar_keys` wants."""
    return _classes()[0].compile_replaces({letter: list(others) for letter, others in pairs})


def own(name: str) -> Path:
    """The path of one of our own data files."""
    return Path(__file__).parent / "data" / name
