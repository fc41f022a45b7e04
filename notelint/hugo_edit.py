"""Sets values in the text of a Hugo configuration file; comments and order stay as they are.

The new text is read again: when it does not say exactly what was wanted, there is no new text.
"""

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from typing import Any

from notelint.site.config_files import read_yaml

Path = tuple[str, ...]
Settings = Mapping[Path, Any]


def with_settings(text: str, ending: str, settings: Settings) -> str | None:
    """`text` (of a .toml, .yaml, .yml or .json file) with each setting, by its path of keys.

    None when that cannot be done safely: the file has another form than its kind usually has.
    """
    read: Callable[[str], Any] = _READERS.get(ending, read_yaml)
    edit: Callable[[str, Path, Any], str] = _EDITORS.get(ending, _edit_yaml)
    windows = "\r\n" in text
    text = text.replace("\r\n", "\n")
    try:
        wanted = read(text) or {}
        for path, value in settings.items():
            _put(wanted, path, value)
            text = edit(text, path, value)
        if read(text) != wanted:
            return None
    except (ValueError, KeyError, TypeError, AttributeError, IndexError):
        return None
    return text.replace("\n", "\r\n") if windows else text


def snippet(ending: str, settings: Settings) -> str:
    """The settings as lines to paste."""
    table: dict[str, Any] = {}
    for path, value in settings.items():
        _put(table, path, value)
    if ending == "json":
        return json.dumps(table, indent=2, ensure_ascii=False)
    if ending == "toml":
        text = ""
        for path, value in settings.items():
            text = _edit_toml(text, path, value)
        return text
    return _yaml_lines(table, "")


def _put(table: dict[str, Any], path: Path, value: Any) -> None:
    for key in path[:-1]:
        table = table.setdefault(_same_key(table, key), {})
    table[_same_key(table, path[-1])] = value


def _same_key(table: Mapping[str, Any], key: str) -> str:
    """The key as the file writes it: Hugo's keys know no case."""
    return next((each for each in table if each.lower() == key.lower()), key)


def _edit_toml(text: str, path: Path, value: Any) -> str:
    """Put `key = value` at the end of its table; a table that is not there follows its sisters."""
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    *table, key = path
    name = ".".join(table)
    headers = [(at, match[1]) for at, line in enumerate(lines) if (match := _HEADER.match(line))]
    own = [at for at, header in headers if _dotted(header) == name.lower()]
    if not table or own:
        start = own[0] + 1 if own else 0
        end = next((at for at, _ in headers if at >= start), len(lines))
        at = _after_content(lines, start, end)
        indent = re.match(r"[ \t]*", lines[at - 1])[0] if own and at else ""  # type: ignore[index]
        lines.insert(at, f"{indent}{key} = {_toml_value(value)}\n")
        return "".join(lines)
    family = _dotted(name).partition(".")[0]
    sisters = [at for at, header in headers if _dotted(header).partition(".")[0] == family]
    start = sisters[-1] + 1 if sisters else len(lines)
    end = next((at for at, _ in headers if at >= start), len(lines))
    at = _after_content(lines, start, end) if sisters else end
    body = f"[{name}]\n{key} = {_toml_value(value)}\n"
    lines.insert(at, "\n" + body if at else body)
    return "".join(lines)


_HEADER = re.compile(r"[ \t]*\[([^\[\]]+)\]")


def _dotted(header: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in header.split(".")).lower()


def _after_content(lines: list[str], start: int, end: int) -> int:
    """The line after the last of `lines[start:end]` that is neither blank nor a comment."""
    while end > start and (not lines[end - 1].strip() or lines[end - 1].lstrip()[0] == "#"):
        end -= 1
    return end


def _toml_value(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _edit_yaml(text: str, path: Path, value: Any) -> str:
    """Put the setting at the end of the innermost mapping that is there."""
    import yaml

    node = yaml.compose(text, Loader=yaml.SafeLoader)
    depth, mapping = _innermost(node, path)
    if mapping is not None and mapping.flow_style:
        return _edit_flow(text, path, value)
    table: dict[str, Any] = {}
    _put(table, path[depth:], value)
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    if mapping is None:
        return "".join(lines) + _yaml_lines(table, "")
    mark = _last_mark(mapping)
    at = mark.line + (1 if mark.column else 0)
    lines.insert(at, _yaml_lines(table, " " * mapping.start_mark.column))
    return "".join(lines)


def _innermost(node: Any, path: Path) -> tuple[int, Any]:
    """How many keys of `path` lead to a mapping that is there, and the last of these mappings."""
    depth = 0
    while node is not None and depth < len(path) - 1:
        below = {key.value.lower(): value for key, value in node.value}
        child = below.get(path[depth].lower())
        if child is None or not isinstance(child.value, list):
            break
        node, depth = child, depth + 1
    return depth, node


def _last_mark(node: Any) -> Any:
    while isinstance(node.value, list) and node.value and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return node.end_mark


_PLAIN = re.compile(r"(?!(?:y|n|yes|no|true|false|on|off|null)$)[^\W\d_][\w./-]*", re.IGNORECASE)


def _yaml_lines(table: Mapping[str, Any], indent: str) -> str:
    lines = ""
    for key, value in table.items():
        if isinstance(value, dict):
            lines += f"{indent}{key}:\n{_yaml_lines(value, indent + '  ')}"
        else:
            plain = isinstance(value, str) and _PLAIN.fullmatch(value)
            shown = value if plain else json.dumps(value, ensure_ascii=False)
            lines += f"{indent}{key}: {shown}\n"
    return lines


def _edit_flow(text: str, path: Path, value: Any) -> str:
    """Put the setting right after the `{` of the innermost table that is there."""
    import yaml

    depth, mapping = _innermost(yaml.compose(text, Loader=yaml.SafeLoader), path)
    table: dict[str, Any] = {}
    _put(table, path[depth:], value)
    brace = mapping.start_mark.index
    before, after = text[: brace + 1], text[brace + 1 :]
    if text[brace] != "{":
        raise ValueError("no table in braces")
    comma = "," if mapping.value else ""
    first = re.match(r"[ \t]*\r?\n([ \t]*)", after)
    if not first:
        return f"{before}{json.dumps(table, ensure_ascii=False)[1:-1]}{comma and ', '}{after}"
    line = before[before.rfind("\n") + 1 :]
    base = line[: len(line) - len(line.lstrip())]
    unit = max(len(first[1]) - len(base), 1) if mapping.value else 2
    rows = json.dumps(table, ensure_ascii=False, indent=unit).splitlines()[1:-1]
    entry = "\n".join(base + row for row in rows)
    return f"{before}\n{entry}{comma}{after}"


_READERS = {"toml": tomllib.loads, "json": json.loads}
_EDITORS = {"toml": _edit_toml, "json": _edit_flow}
