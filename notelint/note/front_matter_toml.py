"""TOML front matter, statement by statement: values, the place of each, and all that stops Hugo."""

import re
from typing import Any, Literal

from notelint.core import Edit, Fix, Span
from notelint.note.fault import Fault
from notelint.note.front_matter_fields import DEEPEST, TOO_DEEP, Field, Path, Read
from notelint.note.toml_values import TomlStop, key_part, scalar

_GAP = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BLANK = re.compile(r"[ \t]*")
_KEY = re.compile(r"[A-Za-z0-9_-]+")
_TAIL = re.compile(r"[ \t]*(?:#[^\n]*)?(?=\r?\n|\Z)")

Kind = Literal["implicit", "table", "dotted", "value", "array"]
"""How a path came to be: on the way to a header, by a header, by a dotted key, as a value, by `[[
]]`.
"""

_MESSAGES = {
    "array-header": "«{name}» is no list of tables; give the header another name",
    "bare": "«{detail}» is no TOML value; put it in quotes",
    "comma": "this comma follows no item; remove it",
    "control": "a control character cannot stand in a TOML text; remove it",
    "date": "«{detail}» is no date of the calendar",
    "deep": TOO_DEEP,
    "equals": "TOML wants «key = value» here",
    "escape": "«{detail}» is no escape in double quotes; write «\\{detail}», or use single quotes",
    "header": "a table header is «[name]» or «[[name]]»; close it",
    "key": "TOML wants «key = value» here; a key with such characters needs quotes",
    "line": "nothing more can stand on this line; a text with quotes needs other ones around it",
    "quote": "the quote {detail} is never closed; close it",
    "unclosed": "«{written}» is never closed; write «{detail}»",
    "value": "TOML wants a value here",
    "yaml": "TOML wants «key = value», not «key: value»",
}


def read_toml(text: str, inner: Span) -> Read:
    """The fields of the TOML between the fences; `inner` is their span in `text`."""
    reader = _Reader(text[: inner.end], inner.start)
    reader.statements()
    return reader.read


class _Reader:
    def __init__(self, text: str, position: int) -> None:
        self.text, self.position = text, position
        self.read = Read()
        self.table: Path = ()
        self.kinds: dict[Path, Kind] = {(): "table"}
        self.spans: dict[Path, Span] = {}
        self.targets: dict[Path, Any] = {(): self.read.values}

    def statements(self) -> None:
        """All of it; after a fault it goes on with the next line."""
        self.position += self.text.startswith("\ufeff", self.position)
        while self._skip(_GAP):
            start = self.position
            try:
                if self.text[start] == "[":
                    self._header()
                else:
                    self._assignment(self.table)
                if not self._skip(_TAIL, moved=True):
                    raise TomlStop("line", self.position, self._line_end(self.position))
            except TomlStop as stop:
                if stop.code:
                    self.read.faults.append(self._fault(stop))
                self.position = self._line_end(max(start, stop.start))

    # -- headers

    def _header(self) -> None:
        start = self.position
        listed = self.text.startswith("[[", start)
        self.position += 1 + listed
        parts, _ = self._key("header")
        close = "]]" if listed else "]"
        if not self.text.startswith(close, self.position):
            raise TomlStop("header", start, self._line_end(start))
        self.position += len(close)
        span = Span(start, self.position)
        path = self._walk((), parts[:-1], span, "implicit")
        path = (*path, parts[-1])
        kind = self.kinds.get(path)
        if listed:
            if kind not in (None, "array"):
                raise TomlStop("array-header", span.start, span.end)
            items = self._place(path, "array", [])
            items.append({})
            path = (*path, len(items) - 1)
            self.kinds[path], self.targets[path] = "table", items[-1]
        else:
            if kind not in (None, "implicit"):
                self._twice(path, span)
                self.targets.setdefault(path, {})
            self._place(path, "table", {})
            self.kinds[path] = "table"
        self.spans.setdefault(path, span)
        self.table = path
        end = Span(span.end, span.end)
        self.read.fields.append(Field(path, span, end, self.targets[path], "table"))

    def _walk(self, base: Path, parts: Path, span: Span, made: Kind) -> Path:
        """The path of the table `parts` below `base`; those that are missing are made."""
        path = base
        for part in parts:
            path = (*path, part)
            if len(path) > DEEPEST:
                raise TomlStop("deep", *span)
            kind = self.kinds.get(path)
            if kind == "array" and made == "implicit":
                path = (*path, len(self.targets[path]) - 1)
            elif kind in ("value", "array") or (made == "dotted" and kind in ("table", "implicit")):
                self._twice(path, span)
                raise TomlStop("", span.start, span.end)  # said already
            else:
                self._place(path, made, {})
        return path

    def _place(self, path: Path, kind: Kind, value: Any) -> Any:
        """Puts a new table or list at `path` if there is none; what is there."""
        if path not in self.kinds:
            self.kinds[path], self.targets[path] = kind, value
            parent = self.targets[path[:-1]]
            parent[path[-1]] = value
        return self.targets[path]

    def _twice(self, path: Path, span: Span) -> None:
        name = ".".join(str(part) for part in path)
        message = f"«{name}» is written twice, and Hugo stops; keep one of the two"
        other = self.spans.get(path)
        self.read.faults.append(Fault("front-matter-duplicate", span, message, other=other))

    # -- keys and values

    def _key(self, code: str = "key") -> tuple[Path, Span]:
        parts: list[str] = []
        self._skip(_BLANK)
        start = self.position
        while True:
            if self.text[self.position : self.position + 1] in ('"', "'"):
                part, end = key_part(self.text, self.position)
            elif match := _KEY.match(self.text, self.position):
                part, end = match.group(), match.end()
            else:
                raise TomlStop(code, start, self._line_end(start))
            parts.append(part)
            self.position = end
            self._skip(_BLANK)
            if not self.text.startswith(".", self.position):
                return tuple(parts), Span(start, end)
            self.position += 1
            self._skip(_BLANK)

    def _assignment(self, table: Path) -> None:
        parts, span = self._key()
        if not self.text.startswith("=", self.position):
            code = "yaml" if self.text.startswith(":", self.position) else "equals"
            raise TomlStop(code, span.start, self._line_end(span.start))
        self.position += 1
        self._skip(_BLANK)
        path = (*self._walk(table, parts[:-1], span, "dotted"), parts[-1])
        if path in self.kinds:
            self._twice(path, span)
        self.kinds[path] = "value"
        self.spans.setdefault(path, span)
        self.targets[path[:-1]][path[-1]] = self._value(path, span)

    def _value(self, path: Path, key_span: Span | None) -> Any:
        start, index = self.position, len(self.read.fields)
        if self.text.startswith(("[", "{"), start):
            if len(path) > DEEPEST:
                raise TomlStop("deep", start, start + 1)
            value = self._items(path) if self.text[start] == "[" else self._inline(path)
            span = Span(start, self.position)
            self.read.fields.insert(index, Field(path, key_span, span, value, "flow"))
            return value
        value, self.position, style = scalar(self.text, start)
        span = Span(start, self.position)
        self.read.fields.append(Field(path, key_span, span, value, style))
        return value

    def _items(self, path: Path) -> list[Any]:
        values: list[Any] = []
        for _ in self._separated("]"):
            values.append(self._value((*path, len(values)), None))
        return values

    def _inline(self, path: Path) -> dict[str, Any]:
        values: dict[str, Any] = {}
        self.targets[path] = values
        for _ in self._separated("}"):
            self._assignment(path)
        return values

    def _separated(self, close: str) -> Any:
        """Once for each item of `[a, b]` or `{a = 1}`, over as many lines as it takes."""
        start = self.position
        self.position += 1
        while True:
            self._skip(_GAP)
            character = self.text[self.position : self.position + 1]
            if character == close:
                self.position += 1
                return
            if character == ",":
                raise TomlStop("comma", self.position, self.position + 1)
            if character == "":
                raise TomlStop("unclosed", start, start + 1, close)
            yield
            self._skip(_GAP)
            character = self.text[self.position : self.position + 1]
            if character == ",":
                self.position += 1
            elif character != close:
                raise TomlStop("unclosed", start, start + 1, close)

    # -- where things stand

    def _skip(self, pattern: re.Pattern[str], *, moved: bool = False) -> bool:
        """Skips what matches; whether there is more text (with `moved`: whether it matched)."""
        match = pattern.match(self.text, self.position)
        if match is None:
            return False
        self.position = match.end()
        return moved or self.position < len(self.text)

    def _line_end(self, position: int) -> int:
        end = self.text.find("\n", position)
        end = len(self.text) if end < 0 else end
        return max(position, position + len(self.text[position:end].rstrip()))

    def _fault(self, stop: TomlStop) -> Fault:
        span = Span(stop.start, stop.end)
        written = span.of(self.text)
        message = _MESSAGES[stop.code].format(detail=stop.detail, written=written, name=written)
        fixes: tuple[Fix, ...] = ()
        if stop.code == "bare" and self.text[stop.start - 1] in "= \t":
            line = Span(stop.start, self._line_end(stop.start))
            quoted = '"' + line.of(self.text).replace("\\", "\\\\").replace('"', '\\"') + '"'
            safe = self.text[stop.start].isalpha() and "#" not in quoted
            fixes = (Fix("put the value in quotes", (Edit(line, quoted),), safe),)
        return Fault("front-matter-syntax", span, message, fixes=fixes)
