"""A reader of YAML that keeps every value's place and goes on after a fault, line by line.

It takes what goccy/go-yaml, Hugo's reader, takes, and stops where that stops. PyYAML is YAML 1.1,
stops at the first fault, and takes longer to import than a hundred notes take here.
"""

import re
from typing import Any

from notelint.core import Span
from notelint.note.front_matter_fields import DEEPEST, Field, Path
from notelint.note.front_matter_scalars import key_text, plain_value
from notelint.note.yaml_scalars import YamlStop, double_quoted, single_quoted
from notelint.note.yaml_values import TAIL, ValueReader

# What lies between one value and the next content: the end of the line, empty lines, comments.
_GAP = re.compile(
    r"[ \t]*(?:#[^\r\n]*)?"
    r"(?:(?:\r\n?|\n)(?: [ \t]*)?(?:#[^\r\n]*)?(?=[\r\n]|\Z))*(\r\n?|\n)?( [ \t]*)?"
)
_HEAD = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n))*")
_BLANK = re.compile(r"[ \t]*")
_LINE = re.compile(r"[^\r\n]*")
_BREAK = re.compile(r"\r\n?|\n")
_DASH = re.compile(r"-(?=[ \t\r\n]|\Z)")
_DOTS = re.compile(r"\.\.\.(?=[ \t\r\n]|\Z)")
_KEY = re.compile(
    r"""(?:[&!][^ \t\r\n]*[ \t]+)?
    (?:"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\r\n]|'')*'
      |(?![-?:](?:[ \t\r\n]|\Z))(?:[^ \t\r\n\#:\["'{|>@`%&*!\]]|(?<=[ \t])%|:(?![ \t\r\n]|\Z))
        (?:[^\r\n:\#]|:(?![ \t\r\n]|\Z)|(?<![ \t])\#)*?
      |[-?](?=[ \t]*:)
    )[ \t]*:(?=[ \t\r\n]|\Z)""",
    re.X,
)
_KEY_START = re.compile(r"(?:[&!][^ \t\r\n]*[ \t]+)?")
# The commonest line, whole: a key of the first level with a value that ends on its line.
_SIMPLE = re.compile(
    r"""([A-Za-z_][A-Za-z0-9_-]*):[ ]+
    (?:"([^"\\\r\n]*)"|'([^'\r\n]*)'|([A-Za-z0-9/](?:[^:\#\t\r\n]|:(?![ \t\r\n]|\Z))*))
    (?:\r\n|\n)(?![ \t\r\n\#])""",
    re.X,
)


class YamlReader(ValueReader):
    """Reads `text[start:end]`; `fields`, `stops` and `duplicates` are filled as it goes."""

    def __init__(self, text: str, start: int, end: int) -> None:
        super().__init__(text[:end], start)
        self.line_start = start
        self.content = -1  # where _next() went last
        self.stops: list[YamlStop] = []

    def document(self) -> Any:
        """The value of the whole; None when there is nothing."""
        try:
            here = self._first()
            if here is None:
                return None
            value = None if self._at(_DOTS) else self._top(here)
        except YamlStop as stop:
            self.stops.append(stop)
            return None
        if self.position < len(self.text) and not self.stops:
            self._rest()
        return value

    def _top(self, column: int) -> Any:
        """The map of the whole; a first line that is no key is a fault, and the map begins below."""
        if self._at(_KEY) or self._at(_DASH) or self.text[self.position] == "{":
            return self._block((), None, -1)
        start = self.position
        self.stops.append(YamlStop("key", start, self._line_end(start)))
        return self._map((), column) if self._recover(start, column, _KEY) else None

    def _rest(self) -> None:
        """What stands after the value of the whole: nothing, or `...` and then what Hugo reads but
        forgets.
        """
        try:
            if self._next() is None:
                return
            if not self._at(_DOTS):
                raise YamlStop("indent", self.position, self._line_end(self.position))
            self.notices.append(YamlStop("dots", self.position, self.position + 3))
            self.position += 3
            count = len(self.fields)
            if self._next() is not None:
                start = self.position
                value = self._block((), None, -1)
                if not isinstance(value, dict | list):
                    raise YamlStop("key", start, self._line_end(start))
            del self.fields[count:]
        except YamlStop as stop:
            self.stops.append(stop)

    # -- where things stand

    def _first(self) -> int | None:
        match = _HEAD.match(self.text, self.position)
        assert match is not None
        self.line_start = match.end()
        blank = _BLANK.match(self.text, match.end())
        assert blank is not None
        self.position = blank.end()
        if self.position >= len(self.text) or self._at(TAIL):
            self.position = len(self.text)
            return None
        if "\t" in blank.group() and self._at(_KEY) and self.text[self.position] not in "\"'":
            raise YamlStop("tab", *blank.span())
        return self.position - self.line_start

    def _next(self) -> int | None:
        """Goes to the next content, unless it is there already; its column, or None at the end."""
        if self.position == self.content:
            return self.position - self.line_start
        match = _GAP.match(self.text, self.position)
        assert match is not None
        self.position = match.end()
        if self.position >= len(self.text) or match.start(1) < 0:
            self.position = len(self.text)
            return None
        self.line_start = match.end(1)
        if self.text[self.line_start] == "\t":
            blank = _BLANK.match(self.text, self.line_start)
            assert blank is not None
            raise YamlStop("tab", *blank.span())
        self.content = self.position
        return self.position - self.line_start

    # -- block structures

    def _block(self, path: Path, key_span: Span | None, parent: int) -> Any:
        """The map, list or scalar that begins here, deeper than column `parent`."""
        column = self.position - self.line_start
        start, index = self.position, len(self.fields)
        if len(path) > DEEPEST:
            raise YamlStop("deep", start, self._line_end(start))
        value: Any
        if self._at(_DASH):
            value = self._list(path, column)
        elif self._at(_KEY):
            value = self._map(path, column)
        else:
            return self._value(path, key_span, parent)
        if path:
            end = max((one.span.end for one in self.fields[index:]), default=start)
            self.fields.insert(index, Field(path, key_span, Span(start, end), value, "block"))
        return value

    def _map(self, path: Path, column: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        seen: dict[str, Span] = {}
        while True:
            start = self.position
            try:
                if column == 0 and (match := _SIMPLE.match(self.text, start)):
                    self._simple(match, path, values, seen)
                    here: int | None = 0 if self.position < len(self.text) else None
                else:
                    self._entry(path, column, values, seen)
                    here = self._next()
                if here is None or here < column or (column == 0 and self._at(_DOTS)):
                    return values
                if here > column:
                    raise YamlStop("indent", self.position, self._line_end(self.position))
                if not self._at(_KEY):
                    raise YamlStop("key", self.position, self._line_end(self.position))
            except YamlStop as stop:
                self.stops.append(stop)
                if not self._recover(max(start, stop.start), column, _KEY):
                    return values

    def _simple(
        self, match: re.Match[str], path: Path, values: dict[str, Any], seen: dict[str, Span]
    ) -> None:
        key, double, single, plain = match.groups()
        key_span = Span(*match.span(1))
        self._once(key, key_span, seen)
        here = (*path, key)
        if plain is not None:
            written = plain.rstrip(" ")
            start = match.start(4)
            values[key] = value = plain_value(written)
            field = Field(here, key_span, Span(start, start + len(written)), value, "plain")
        elif double is not None:
            values[key] = double
            start, end = match.span(2)
            field = Field(here, key_span, Span(start - 1, end + 1), double, "double")
        else:
            values[key] = single
            start, end = match.span(3)
            field = Field(here, key_span, Span(start - 1, end + 1), single, "single")
        self.fields.append(field)
        self.position = self.line_start = self.content = match.end()

    def _entry(
        self, path: Path, column: int, values: dict[str, Any], seen: dict[str, Span]
    ) -> None:
        key, key_span = self._key()
        self._once(key, key_span, seen)
        value = self._after_mark((*path, key), key_span, column, in_map=True)
        if key == "<<":
            if not isinstance(value, dict):
                raise YamlStop("merge", *key_span)
            values.update({name: one for name, one in value.items() if name not in seen})
        else:
            values[key] = value

    def _key(self) -> tuple[str, Span]:
        match = self._at(_KEY)
        if match is None:
            raise YamlStop("key", self.position, self._line_end(self.position))
        lead = _KEY_START.match(self.text, self.position)
        start = lead.end() if lead and lead.end() < match.end() else self.position
        written = self.text[start : match.end() - 1].rstrip(" \t")
        if written[:1] == '"':
            key, end = double_quoted(self.text, start)
        elif written[:1] == "'":
            key, end = single_quoted(self.text, start)
        else:
            key, end = key_text(written.replace("\t", "")), start + len(written)
        self.position = match.end()
        return key, Span(start, end)

    def _list(self, path: Path, column: int) -> list[Any]:
        values: list[Any] = []
        while True:
            start = self.position
            try:
                self.position += 1
                values.append(None)
                here_path = (*path, len(values) - 1)
                values[-1] = self._after_mark(here_path, None, column, in_map=False)
                here = self._next()
                if here is None or here < column:
                    return values
                if here > column:
                    raise YamlStop("indent", self.position, self._line_end(self.position))
                if not self._at(_DASH):
                    return values
            except YamlStop as stop:
                self.stops.append(stop)
                if not self._recover(max(start, stop.start), column, _DASH):
                    return values

    def _after_mark(self, path: Path, key_span: Span | None, column: int, *, in_map: bool) -> Any:
        """What follows `key:` or `-`: on the same line, or deeper on the next ones."""
        mark_end = self.position
        if not self._at(TAIL):
            blank = _BLANK.match(self.text, mark_end)
            assert blank is not None
            self.position = blank.end()
            if in_map and self._at(_DASH):
                raise YamlStop("dash", self.position, self.position + 1)
            if not in_map and (self._at(_DASH) or self._at(_KEY)):
                return self._block(path, None, column)
            return self._value(path, key_span, column)
        here = self._next()
        if here is not None:
            deeper = here > column or (in_map and here == column and self._at(_DASH))
            if deeper:
                return self._block(path, key_span, column)
            if in_map and here == column and not self._at(_KEY) and not self._at(_DOTS):
                line = self._line_end(self.position)
                self.notices.append(YamlStop("lost-key", self.position, line))
                return self._value(path, key_span, column)  # goccy takes it for the value
        self.fields.append(Field(path, key_span, Span(mark_end, mark_end), None, "plain"))
        self.position = mark_end
        return None

    # -- after a fault

    def _line_end(self, position: int) -> int:
        match = _LINE.match(self.text, position)
        assert match is not None
        return position + len(match.group().rstrip(" \t"))

    def _recover(self, position: int, column: int, wanted: re.Pattern[str]) -> bool:
        """Goes to the next line of this block that can be read; False when the block ends before
        one.
        """
        while (match := _BREAK.search(self.text, position)) is not None:
            position = match.end()
            blank = _BLANK.match(self.text, position)
            assert blank is not None
            here = blank.end() - position
            self.position = self.content = blank.end()
            self.line_start = position
            if self._at(TAIL) or "\t" in blank.group() or here > column:
                continue
            if here < column:
                return False
            if self._at(wanted):
                return True
        self.position = len(self.text)
        return False
