"""JSON front matter: a small scanner that keeps the span of every key and value."""

import json
import re
from typing import Any

from notelint.core import Edit, Fix, Span
from notelint.note.fault import Fault
from notelint.note.front_matter_fields import DEEPEST, TOO_DEEP, Field, Path, Read

_BLANK = re.compile(r"[ \t\r\n]*")
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"')
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?", re.ASCII)
_SURROGATE = re.compile("[\ud800-\udfff]")
_WORDS = {"true": True, "false": False, "null": None}


class _Stop(Exception):  # noqa: N818 - it ends a reading, it is not an error of ours
    """The JSON cannot be read further than here."""

    def __init__(self, message: str, start: int, end: int, *fixes: Fix) -> None:
        super().__init__(message)
        self.message, self.span, self.fixes = message, Span(start, end), fixes


def read_json(text: str, inner: Span) -> Read:
    """The fields of the JSON object that `inner` covers, braces included."""
    read = Read()
    scanner = _Scanner(text[: inner.end], inner.start, read)
    try:
        scanner.members((), read.values)
    except _Stop as stop:
        fault = Fault("front-matter-syntax", stop.span, stop.message, fixes=stop.fixes)
        read.faults.append(fault)
    return read


class _Scanner:
    def __init__(self, text: str, position: int, read: Read) -> None:
        self.text, self.position, self.read = text, position, read

    def blank(self) -> str:
        """Skips blanks; the next character."""
        match = _BLANK.match(self.text, self.position)
        self.position = match.end() if match else self.position
        return self.text[self.position : self.position + 1]

    def members(self, path: Path, values: dict[str, Any]) -> None:
        """An object, whose brace is next, into `values`."""
        seen: dict[str, Span] = {}
        self.position += 1
        if self.blank() == "}":
            self.position += 1
            return
        while True:
            if self.blank() != '"':
                self._wrong("a key in double quotes")
            key, key_span = self._string()
            if self.blank() != ":":
                self._wrong("«:»")
            self.position += 1
            if key in seen:
                message = f"«{key}» is written twice; Hugo takes the last without a word. Keep one"
                kind = "front-matter-duplicate"
                self.read.faults.append(
                    Fault(kind, key_span, message, fatal=False, other=seen[key])
                )
            seen.setdefault(key, key_span)
            values[key] = self._value((*path, key), key_span)
            if self._ends("}", "«,» or «}»"):
                return

    def _ends(self, close: str, wanted: str) -> bool:
        character = self.blank()
        if character == close:
            self.position += 1
            return True
        if character != ",":
            self._wrong(wanted)
        comma = self.position
        self.position += 1
        if self.blank() == close:
            fix = Fix("remove the comma", (Edit(Span(comma, comma + 1), ""),), safe=True)
            message = f"JSON has no comma before «{close}»; remove it"
            raise _Stop(message, comma, comma + 1, fix)
        return False

    def _value(self, path: Path, key_span: Span | None) -> Any:
        character, fields = self.blank(), self.read.fields
        start, index = self.position, len(fields)
        value: Any
        if character == '"':
            value, span = self._string()
            fields.append(Field(path, key_span, span, value, "string"))
            return value
        if character in ("{", "["):
            if len(path) > DEEPEST:
                raise _Stop(TOO_DEEP, start, start + 1)
            if character == "{":
                value = {}
                self.members(path, value)
            else:
                value = self._items(path)
            span = Span(start, self.position)
            fields.insert(index, Field(path, key_span, span, value, "flow"))
            return value
        if match := _NUMBER.match(self.text, start):
            value = self._number(match)
        elif word := next((one for one in _WORDS if self.text.startswith(one, start)), None):
            value = _WORDS[word]
            self.position = start + len(word)
        else:
            self._wrong("a value (text needs double quotes)")
        fields.append(Field(path, key_span, Span(start, self.position), value, "bare"))
        return value

    def _number(self, match: re.Match[str]) -> int | float:
        self.position = match.end()
        written = match.group()
        number = float(written)
        if number in (float("inf"), float("-inf")):
            raise _Stop("this number is too large", *match.span())
        return int(written) if written.lstrip("-").isdigit() else number

    def _items(self, path: Path) -> list[Any]:
        values: list[Any] = []
        self.position += 1
        if self.blank() == "]":
            self.position += 1
            return values
        while True:
            values.append(self._value((*path, len(values)), None))
            if self._ends("]", "«,» or «]»"):
                return values

    def _string(self) -> tuple[str, Span]:
        match = _STRING.match(self.text, self.position)
        if match is None:
            line = self.text.find("\n", self.position)
            end = len(self.text) if line < 0 else line
            message = 'this text cannot be read; inside quotes write «\\"», «\\\\» and «\\n»'
            raise _Stop(message, self.position, end)
        self.position = match.end()
        value = match.group()[1:-1]
        if "\\" in value:
            value = _SURROGATE.sub("\ufffd", json.loads(match.group()))
        return value, Span(*match.span())

    def _wrong(self, wanted: str) -> None:
        found = self.text[self.position : self.position + 1]
        what = f"«{found}»" if found else "the end"
        message = f"JSON wants {wanted} here, not {what}"
        raise _Stop(message, self.position, min(self.position + 1, len(self.text)))
