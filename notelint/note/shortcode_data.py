"""Reads and validates shortcodes.yaml: what is wrong is said in one line, with a remedy."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NoReturn, cast, get_args

from notelint.core import NotelintError
from notelint.data_file import read_data
from notelint.nearest import did_you_mean
from notelint.note.shortcode_table import Inner, ParameterKind, ShortcodeEntry, ShortcodeTable

_KEYS = ("by", "inner", "optional", "named", "positional")
_INNER = get_args(Inner)
_KINDS = get_args(ParameterKind)


def load_table(path: Path) -> ShortcodeTable:
    """The table in the file `path`; raises NotelintError with file and line for what is wrong."""
    data = read_data(path)
    return table_of(data.values, str(path), data.lines)


def table_of(
    data: Mapping[str, Any], path: str, lines: Mapping[tuple[str | int, ...], int] | None = None
) -> ShortcodeTable:
    """The table of parsed `data`; `lines` gives the line of each place, as far as it is known."""
    where = _Where(path, lines or {})
    where.known(data, ("shortcodes",))
    shortcodes = data.get("shortcodes") or {}
    where.table(shortcodes, "shortcodes")
    entries = {
        str(name).lower(): _entry(str(name), value, where) for name, value in shortcodes.items()
    }
    return ShortcodeTable(entries)


class _Where:
    """The file being read, for errors."""

    def __init__(self, path: str, lines: Mapping[tuple[str | int, ...], int]) -> None:
        self.path, self.lines = path, lines

    def wrong(self, message: str, *place: str | int) -> NoReturn:
        line = next(
            (self.lines[place[:n]] for n in range(len(place), 0, -1) if place[:n] in self.lines), 0
        )
        at = f":{line}" if line else ""
        raise NotelintError(f"{self.path}{at}: {message}")

    def known(self, table: Mapping[str, Any], keys: Iterable[str], *place: str | int) -> None:
        for key in table:
            if key not in keys:
                self.wrong(f"unknown key «{key}»{did_you_mean(str(key), keys)}", *place, key)

    def table(self, value: Any, *place: str | int) -> None:
        if not isinstance(value, Mapping):
            self.wrong(f"«{place[-1]}» must be a table of keys and values", *place)

    def choice(self, value: Any, choices: tuple[str, ...], *place: str | int) -> None:
        if value not in choices:
            allowed = ", ".join(choices)
            near = did_you_mean(str(value), choices)
            self.wrong(f"«{value}» must be one of {allowed}{near}", *place)


def _entry(name: str, value: Any, where: _Where) -> ShortcodeEntry:
    place = ("shortcodes", name)
    value = {} if value is None else value
    where.table(value, *place)
    where.known(value, _KEYS, *place)
    inner = value.get("inner")
    if inner is not None:
        where.choice(inner, _INNER, *place, "inner")
    optional = value.get("optional", False)
    if not isinstance(optional, bool):
        where.wrong("«optional» must be true or false", *place, "optional")
    named = value.get("named") or {}
    where.table(named, *place, "named")
    for parameter, kind in named.items():
        where.choice(kind, _KINDS, *place, "named", parameter)
    positional = value.get("positional") or []
    if not isinstance(positional, list):
        where.wrong("«positional» must be a list, such as [text, link]", *place, "positional")
    for number, kind in enumerate(positional):
        if kind is not None:
            where.choice(kind, _KINDS, *place, "positional", number)
    kinds = {str(one).lower(): cast(ParameterKind, kind) for one, kind in named.items()}
    return ShortcodeEntry(
        name,
        str(value.get("by", "site")),
        inner,
        optional,
        kinds,
        tuple(positional),
    )
