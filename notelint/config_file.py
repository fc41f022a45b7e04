"""Reads a configuration file into the classes of notelint.config; a fault is one line."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, cast, get_args, get_origin, get_type_hints

from notelint.config import Config
from notelint.core import NotelintError
from notelint.nearest import did_you_mean

NOT_KEYS = ("folder", "file")
_NAMES = {str: "text", bool: "true or false", int: "a whole number", float: "a number"}


class _SettingError(Exception):
    """Something the file may not say, and the keys that lead to it."""

    def __init__(self, keys: Sequence[str | int], message: str) -> None:
        super().__init__(message)
        self.keys = keys


def read_config(path: Path) -> Config:
    """The configuration in `path`; of a pyproject.toml, its [tool.notelint].

    Raises NotelintError when it cannot be used.
    """
    text, table = _read(path)
    if path.name == "pyproject.toml":
        return _config(path, text, _ours(table) or {}, ("tool", "notelint"))
    return _config(path, text, table, ())


def read_pyproject(path: Path) -> Config | None:
    """The configuration in a pyproject.toml, None when it has no [tool.notelint], however written.

    Raises NotelintError when it cannot be used.
    """
    text, table = _read(path)
    ours = _ours(table)
    return None if ours is None else _config(path, text, ours or {}, ("tool", "notelint"))


def _config(path: Path, text: str, table: object, prefix: tuple[str, ...]) -> Config:
    try:
        settings = _object(Config, table, prefix)
        _check_engines(settings, prefix)
    except _SettingError as fault:
        line = line_of(text, fault.keys)
        raise NotelintError(f"{path}:{line}: {fault}") from None
    return Config(**settings, folder=path.resolve().parent, file=path)


def _read(path: Path) -> tuple[str, dict[str, Any]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise NotelintError(f"{path}: the configuration cannot be read: {reason}") from error
    try:
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise NotelintError(f"{path}: not valid TOML: {error}") from error


def _ours(pyproject: Mapping[str, Any]) -> Any:
    tools = pyproject.get("tool")
    return tools.get("notelint") if isinstance(tools, dict) else None


def _check_engines(settings: Mapping[str, Any], prefix: tuple[str, ...]) -> None:
    """Raise when an engine is named that does not exist; `command:CMD` is the engine `command`."""
    named = [(("engines", name), name) for name in settings.get("engines", ())]
    if translation := settings.get("translation"):
        named += [(("translation", "engines"), name) for name in translation.engines]
    if named:
        from notelint.translation.engine import known_engine

        for keys, name in named:
            try:
                known_engine(name)
            except NotelintError as error:
                raise _SettingError((*prefix, *keys), str(error)) from None


def key_name(field_name: str) -> str:
    """The name of a field as the file writes it."""
    return field_name.replace("_", "-")


def _object(kind: type, table: object, keys: tuple[str | int, ...]) -> dict[str, Any]:
    if not isinstance(table, dict):
        raise _SettingError(keys, _should_be_a_table(keys))
    hints = get_type_hints(kind)
    known = {key_name(entry.name): entry for entry in fields(kind) if entry.name not in NOT_KEYS}
    result = {}
    for key, value in table.items():
        here = (*keys, key)
        if key not in known:
            near = did_you_mean(key, known) or f"; there are {', '.join(known)}"
            raise _SettingError(here, f"unknown key “{key}”{near}")
        entry = known[key]
        result[entry.name] = _value(hints[entry.name], value, here)
        _check_limits(entry.metadata, value, here)
    return result


def _should_be_a_table(keys: Sequence[str | int]) -> str:
    names = [str(key) for key in keys if isinstance(key, str)]
    header = f"[[{'.'.join(names)}]]" if isinstance(keys[-1], int) else f"[{'.'.join(names)}]"
    return f"“{names[-1]}” is a table: write {header} with its keys below"


def _check_limits(limits: Mapping[str, Any], value: object, keys: tuple[str | int, ...]) -> None:
    """Raise for what is of the right type, and still cannot be used; see notelint.config."""
    if "pattern" in limits and not re.fullmatch(limits["pattern"], str(value)):
        raise _SettingError(keys, f"“{keys[-1]}” is like http://localhost:8081, not {value!r}")
    least = limits.get("exclusiveMinimum")
    if least is not None and isinstance(value, int | float) and value <= least:
        raise _SettingError(keys, f"“{keys[-1]}” is more than {least}, not {value!r}")


def _value(kind: Any, value: Any, keys: tuple[str | int, ...]) -> Any:
    origin, arguments = get_origin(kind), get_args(kind)
    if is_dataclass(kind) and isinstance(kind, type):
        if isinstance(value, bool) and can_be_switched(kind):
            return cast(Any, kind)(enabled=value)
        settings = _object(kind, value, keys)
        for entry in fields(kind):
            if entry.name == "paths" and "paths" not in settings:
                raise _SettingError(keys, f"“{keys[-2]}” needs “paths”")
        return kind(**settings)
    if origin is Literal:
        if value not in arguments:
            near = did_you_mean(str(value), arguments)
            raise _SettingError(
                keys, f"“{keys[-1]}” is one of {', '.join(arguments)}, not {value!r}{near}"
            )
        return value
    if origin is tuple:
        if not isinstance(value, list):
            if is_dataclass(arguments[0]):
                raise _SettingError(keys, _should_be_a_table((*keys, 0)))
            raise _SettingError(keys, f"“{keys[-1]}” is a list, not {value!r}")
        return tuple(_value(arguments[0], item, (*keys, at)) for at, item in enumerate(value))
    if origin is not None and issubclass(origin, Mapping):
        if not isinstance(value, dict):
            raise _SettingError(keys, _should_be_a_table(keys))
        return MappingProxyType(
            {name: _value(arguments[1], item, (*keys, name)) for name, item in value.items()}
        )
    return _scalar(kind, value, keys)


def can_be_switched(kind: type) -> bool:
    """True for a table that may be a bare true or false: `languagetool = true`."""
    return any(entry.name == "enabled" for entry in fields(kind))


def _scalar(kind: Any, value: Any, keys: tuple[str | int, ...]) -> Any:
    if kind is Any:
        return value
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        name = next((str(key) for key in reversed(keys) if isinstance(key, str)), "")
        raise _SettingError(keys, f"“{name}” is {_NAMES[kind]}, not {value!r}")
    return value


def place_of(config: Config, keys: Sequence[str | int]) -> str:
    """`file:line` of what sets `keys` in the file that `config` was read from."""
    if config.file is None:
        return "the configuration"
    prefix = ("tool", "notelint") if config.file.name == "pyproject.toml" else ()
    text = config.file.read_text(encoding="utf-8-sig")
    return f"{config.file}:{line_of(text, (*prefix, *keys))}"


def line_of(text: str, keys: Sequence[str | int]) -> int:
    """The 1-based line of `text` (TOML) that sets `keys`, or of the table that holds them."""
    names = [str(key) for key in keys if isinstance(key, str)]
    numbers = [key for key in keys if isinstance(key, int)]
    table: list[str] = []
    seen: dict[tuple[str, ...], int] = {}
    best, depth = 1, 0
    for number, line in enumerate(text.splitlines(), 1):
        here = table
        if header := re.match(r"\s*\[(\[?)([^\]]+)\]", line):
            table = here = _split_key(header[2])
            if header[1]:
                seen[tuple(table)] = seen.get(tuple(table), -1) + 1
        elif key := re.match(r"""\s*((?:[\w-]|"[^"]*"|'[^']*'|[ \t]*\.[ \t]*)+)\s*=""", line):
            here = [*table, *_split_key(key[1])]
        else:
            continue
        if numbers and seen.get(tuple(table), numbers[0]) != numbers[0]:
            continue
        shared = len(here) if names[: len(here)] == here else 0
        if shared > depth:
            best, depth = number, shared
    return best


def _split_key(dotted: str) -> list[str]:
    return [part.strip().strip("\"'") for part in re.findall(r'"[^"]*"|\'[^\']*\'|[^.\s]+', dotted)]
