"""TOML front matter: values by tomllib, spans by a scanner that reads one statement after the other."""

import re
import tomllib
from typing import Any

from notelint.core import Span
from notelint.note.fault import Fault
from notelint.note.front_matter_fields import Field, Path, Read, Style

_SKIP = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BLANK = re.compile(r"[ \t]*")
_KEY = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
_BARE = re.compile(r"[^\s,\]}#]+(?: \d\d:[^\s,\]}#]+)?")
_STRINGS: tuple[tuple[str, Style, re.Pattern[str]], ...] = (
    ('"""', "basic-lines", re.compile(r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}', re.S)),
    ("'''", "raw-lines", re.compile(r"'''(?:[^']|'(?!''))*'{3,5}", re.S)),
    ('"', "basic", re.compile(r'"(?:[^"\\\n]|\\.)*"')),
    ("'", "raw", re.compile(r"'[^'\n]*'")),
)


class _Stop(Exception):
    def __init__(self, message: str, span: Span) -> None:
        super().__init__(message)
        self.message, self.span = message, span


def read_toml(text: str, inner: Span) -> Read:
    """The fields of the TOML between the fences."""
    read = Read()
    try:
        read.values = tomllib.loads(inner.of(text).replace("\r\n", "\n"))
        whole = True
    except tomllib.TOMLDecodeError:
        whole = False
    scanner = _Scanner(text[: inner.end], inner.start, read, whole)
    scanner.statements()
    return read


class _Scanner:
    def __init__(self, text: str, position: int, read: Read, whole: bool) -> None:
        self.text, self.position, self.read, self.whole = text, position, read, whole
        self.table: Path = ()
        self.counts: dict[Path, int] = {}
        self.seen: dict[Path, Span] = {}

    def statements(self) -> None:
        while True:
            match = _SKIP.match(self.text, self.position)
            self.position = start = match.end() if match else self.position
            if start >= len(self.text):
                return
            try:
                if self.text[start] == "[":
                    self._header()
                else:
                    self._assignment(self.table)
                self._line_end()
            except _Stop as stop:
                self.read.faults.append(Fault("front-matter-syntax", stop.span, stop.message))
                end = self.text.find("\n", max(start, self.position))
                self.position = len(self.text) if end < 0 else end

    def _header(self) -> None:
        start = self.position
        array = self.text.startswith("[[", start)
        self.position += 1 + array
        path, _ = self._key()
        close = "]]" if array else "]"
        if not self.text.startswith(close, self.position):
            raise _Stop(f"a table header ends with «{close}»", Span(start, self.position))
        self.position += len(close)
        path = self._indexed(path[:-1]) + path[-1:]
        if array:
            count = self.counts.get(path, 0)
            self.counts[path] = count + 1
            path = (*path, count)
        span = Span(start, self.position)
        if not array:
            self._once(path, span, header=True)
        self.table = path
        self.read.fields.append(
            Field(path, span, Span(span.end, span.end), self._known(path), "table")
        )

    def _indexed(self, path: Path) -> Path:
        """A header's path with the index of the last item of each array of tables on the way."""
        result: Path = ()
        for part in path:
            result = (*result, part)
            if result in self.counts:
                result = (*result, self.counts[result] - 1)
        return result

    def _once(self, path: Path, span: Span, header: bool = False) -> None:
        if path in self.seen:
            name = ".".join(map(str, path))
            message = f"«{name}» is written twice; Hugo stops here. Keep one of them"
            other = self.seen[path]
            self.read.faults.append(Fault("front-matter-duplicate", span, message, other=other))
        self.seen.setdefault(path, span)

    def _key(self) -> tuple[Path, Span]:
        parts: list[str] = []
        self._blank()
        start = end = self.position
        while True:
            match = _KEY.match(self.text, self.position)
            if match is None:
                raise _Stop("TOML wants «key = value» here", self._rest(start))
            word = match.group()
            parts.append(next(iter(tomllib.loads(f"{word}=0"))) if word[0] in "\"'" else word)
            self.position = end = match.end()
            self._blank()
            if not self.text.startswith(".", self.position):
                return tuple(parts), Span(start, end)
            self.position += 1
            self._blank()

    def _assignment(self, table: Path) -> Any:
        path, key_span = self._key()
        if not self.text.startswith("=", self.position):
            raise _Stop("TOML wants «=» after the key", self._rest(key_span.start))
        self.position += 1
        self._blank()
        path = table + path
        self._once(path, key_span)
        return self._value(path, key_span)

    def _value(self, path: Path, key_span: Span | None) -> Any:
        text, start, fields = self.text, self.position, self.read.fields
        index = len(fields)
        value: Any
        for mark, style, pattern in _STRINGS:
            if text.startswith(mark, start):
                match = pattern.match(text, start)
                if match is None:
                    raise _Stop(f"the quote {mark} is not closed", self._rest(start))
                self.position = match.end()
                value = self._scalar(match.group(), Span(start, match.end()))
                fields.append(Field(path, key_span, Span(start, match.end()), value, style))
                return value
        if text.startswith(("[", "{"), start):
            value = self._items(path) if text[start] == "[" else self._inline(path)
            span = Span(start, self.position)
            fields.insert(index, Field(path, key_span, span, value, "flow"))
            return value
        match = _BARE.match(text, start)
        if match is None:
            raise _Stop("TOML wants a value here", self._rest(start))
        self.position = match.end()
        span = Span(*match.span())
        value = self._scalar(match.group(), span)
        fields.append(Field(path, key_span, span, value, "bare"))
        return value

    def _items(self, path: Path) -> list[Any]:
        values: list[Any] = []
        start = self.position
        self.position += 1
        while True:
            if self._skip() == "]":
                self.position += 1
                return values
            values.append(self._value((*path, len(values)), None))
            if self._skip() == ",":
                self.position += 1
            elif self.text[self.position : self.position + 1] != "]":
                raise _Stop("the list is not closed; write «]»", self._rest(start))

    def _inline(self, path: Path) -> dict[str, Any]:
        start = self.position
        count = len(self.read.fields)
        self.position += 1
        while True:
            self._blank()
            if self.text.startswith("}", self.position):
                self.position += 1
                break
            self._assignment(path)
            self._blank()
            if self.text.startswith(",", self.position):
                self.position += 1
            elif not self.text.startswith("}", self.position):
                raise _Stop("the table is not closed; write «}»", self._rest(start))
        written = Span(start, self.position).of(self.text)
        del count
        value = self._scalar(written, Span(start, self.position))
        return value if isinstance(value, dict) else {}

    def _scalar(self, written: str, span: Span) -> Any:
        try:
            return tomllib.loads(f"v = {written}".replace("\r\n", "\n"))["v"]
        except tomllib.TOMLDecodeError:
            if written[0] in "\"'":
                raise _Stop("this text has an escape that TOML does not know", span) from None
            raise _Stop(f"«{written}» is no TOML value; text needs quotes", span) from None

    def _known(self, path: Path) -> Any:
        value: Any = self.read.values if self.whole else None
        for part in path:
            try:
                value = value[part]
            except (KeyError, IndexError, TypeError):
                return {}
        return value

    def _blank(self) -> None:
        match = _BLANK.match(self.text, self.position)
        self.position = match.end() if match else self.position

    def _skip(self) -> str:
        match = _SKIP.match(self.text, self.position)
        self.position = match.end() if match else self.position
        return self.text[self.position : self.position + 1]

    def _line_end(self) -> None:
        self._blank()
        rest = self._rest(self.position)
        if rest.end > rest.start and self.text[rest.start] != "#":
            raise _Stop("nothing more can stand on this line", rest)

    def _rest(self, start: int) -> Span:
        end = self.text.find("\n", start)
        end = len(self.text) if end < 0 else end
        while end > start and self.text[end - 1] in " \t\r":
            end -= 1
        return Span(start, end)
