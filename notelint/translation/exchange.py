"""The memory as a file that translators' tools read (PO, XLIFF 2, TMX), and back after review."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from notelint.core import NotelintError
from notelint.translation.engine import Pair
from notelint.translation.memory import Entry, Memory
from notelint.translation.memory_file import write_whole

MODULES: Mapping[str, str] = MappingProxyType(
    {".po": "po", ".xlf": "xliff", ".xliff": "xliff", ".tmx": "tmx"}
)
UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]"
)
"""Not in XML 1.0 (2.2, Char), or taken for line ends by readers of PO."""
State = Literal["reviewed", "draft", "empty", "unknown"]
BEST: tuple[State, ...] = ("reviewed", "draft", "empty")


@dataclass(frozen=True, slots=True)
class Row:
    """One segment of a page in a file of exchange.

    `page` is empty where the file does not say it: then the text is meant for the whole site.
    `state`: a person answers for it; it waits for review; there is no translation; or the format
    has no such thing.
    """

    page: str
    source: str
    target: str
    state: State = "unknown"
    kind: str = ""
    engine: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file brought: texts that are new or changed, those accepted as they were, and those
    left out because nobody has reviewed them yet."""

    changed: int = 0
    accepted: int = 0
    unreviewed: int = 0


def export_memory(memory: Memory, pair: Pair, file: Path) -> int:
    """Write all segments to `file`, whose ending says the format; how many there are.

    Machine translations are marked for review, and what was kept in the source language is empty.
    A text that stands twice on a page is there once; one with control characters, which these
    formats cannot hold, is not there.
    """
    module = _module(file)
    rows: dict[tuple[str, str], Row] = {}
    for row in _rows(memory):
        if UNWRITABLE.search(row.source + row.target):
            continue
        other = rows.setdefault((row.page, row.source), row)
        if BEST.index(row.state) < BEST.index(other.state):
            rows[row.page, row.source] = row
    write_whole(file, module.text_of(list(rows.values()), pair))
    return len(rows)


def import_memory(memory: Memory, pair: Pair, file: Path) -> Imported:
    """Learn what was reviewed in `file`; the next `translate` writes it into the edition.

    A text is taken as reviewed when the file says so, or when it is another than was exported and
    the file does not call it a draft. Raises NotelintError when the file cannot be read.
    """
    module = _module(file)
    if not file.is_file():
        raise NotelintError(f"{file}: there is no such file")
    learnt: dict[str, list[Entry]] = {}
    changed = accepted = unreviewed = 0
    for row in _read(module.rows_of, file, pair):
        known = _known(memory, row)
        same = known is not None and known.target == row.target
        if row.state == "empty" or (same and known is not None and known.origin == "human"):
            continue
        if row.state == "draft" or (row.state == "unknown" and same):
            unreviewed += 1
            continue
        changed, accepted = changed + (not same), accepted + same
        learnt.setdefault(row.page, []).append(Entry(row.source, row.target, "human", "", row.kind))
    for page, entries in learnt.items():
        memory.learn(page, entries)
    return Imported(changed, accepted, unreviewed)


def _rows(memory: Memory) -> Iterable[Row]:
    for page in memory.pages():
        for entry in memory.page(page):
            state: State = "reviewed" if entry.origin == "human" else "draft"
            target = "" if entry.kept else entry.target
            yield Row(
                page, entry.source, target, state if target else "empty", entry.kind, entry.engine
            )


def _known(memory: Memory, row: Row) -> Entry | None:
    if not row.page:
        return memory.find(row.source)
    return next((e for e in memory.page(row.page) if e.source == row.source and not e.kept), None)


def _read(rows_of: Callable[[bytes, Pair], list[Row]], file: Path, pair: Pair) -> list[Row]:
    try:
        return rows_of(file.read_bytes(), pair)
    except NotelintError as error:
        raise NotelintError(f"{file}: {error}") from error
    except (OSError, ValueError, SyntaxError, AssertionError) as error:  # what the libraries raise
        why = " ".join(str(error).split())[:200] or type(error).__name__
        raise NotelintError(f"{file}: cannot be read: {why}") from error


def _module(file: Path) -> Any:
    ending = file.suffix.lower()
    if ending not in MODULES:
        raise NotelintError(f"{file}: the name must end in {', '.join(MODULES)}")
    return import_module(f"notelint.translation.exchange_{MODULES[ending]}")


def toolkit(module: str) -> Any:
    """A module of translate-toolkit; NotelintError saying how to get it where it is missing."""
    try:
        return import_module(f"translate.storage.{module}")
    except ImportError as error:
        raise NotelintError("this format needs: pip install 'notelint[exchange]'") from error


def same_languages(pair: Pair, source: str | None, target: str | None) -> None:
    """Raise NotelintError when a file says that it is for other languages."""
    there = Pair(source or pair.source, target or pair.target)
    if there.base != pair.base:
        raise NotelintError(f"this file is for {there}, not {pair}")
