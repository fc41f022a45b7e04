"""YAML values: scalars of every style, aliases, and flow collections `[a, b]` and `{a: b}`."""

import re
from typing import Any

from notelint.core import Span
from notelint.note.front_matter_fields import DEEPEST, Field, Path, Style
from notelint.note.front_matter_scalars import key_text, plain_value, tagged_value
from notelint.note.yaml_scalars import YamlStop, block_text, double_quoted, single_quoted

TAIL = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|\Z)")
_BLANK = re.compile(r"[ \t]*")
_LINE = re.compile(r"[^\r\n]*")
_BREAK = re.compile(r"\r\n?|\n")
_PLAIN_END = re.compile(r"[ \t]+#|:(?=[ \t]|\Z)")
_PROPERTY = re.compile(r"([&!])([^ \t\r\n,\[\]{}]*)[ \t]*")
_ALIAS = re.compile(r"\*([^ \t\r\n,\[\]{}]+)")
_MARK = re.compile(r"[?:](?=[ \t\r\n]|\Z)")
_FLOW_GAP = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?:[\r\n][ \t]*(?:#[^\r\n]*)?)*")
_FLOW_END = {
    "[": re.compile(r"[,\[\]{\r\n]|[ \t]+#|:(?=[ \t\r\n])"),
    "{": re.compile(r"[,{}\[\r\n]|[ \t]+#|:"),
    "": re.compile(r"[,{}\[\r\n]|[ \t]+#"),
}
_RESERVED = "@`%"
_MOST_ALIASES = 10_000
"""Hugo reads no more aliases of lists and maps, and fewer of nested ones: a few lines of them may
stand for a terabyte.
"""


class ValueReader:
    """Reads one value at `position`; block structures are the business of YamlReader."""

    def __init__(self, text: str, start: int) -> None:
        self.text, self.position = text, start
        self.fields: list[Field] = []
        self.floor = -1  # the column of the key above a flow collection
        self.duplicates: list[tuple[Span, Span, str]] = []
        self.anchors: dict[str, Any] = {}
        self.aliases = 0  # of lists and maps, those inside them counted each time
        self._inside: dict[str, int] = {}  # by anchor, the aliases in its value
        self.notices: list[YamlStop] = []  # what is read otherwise than it looks

    def _at(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return pattern.match(self.text, self.position)

    def _once(self, key: str, span: Span, seen: dict[str, Span]) -> None:
        if key in seen:
            self.duplicates.append((span, seen[key], key))
        else:
            seen[key] = span

    def _after_mark(self, path: Path, key_span: Span | None, column: int, *, in_map: bool) -> Any:
        raise NotImplementedError

    def _value(self, path: Path, key_span: Span | None, parent: int) -> Any:
        """A scalar, flow collection or alias that begins here; the rest of its line must be empty.

        `parent` is the column of the key: lines that go on with the value are deeper.
        """
        tag, anchor = self._properties()
        before = self.aliases
        if (tag or anchor) and self._at(TAIL):
            value = self._after_mark(path, key_span, parent, in_map=True)
        else:
            value = self._untagged(path, key_span, parent, tag)
        if anchor:
            self.anchors[anchor] = value
            self._inside[anchor] = self.aliases - before
        return value

    def _properties(self) -> tuple[str, str]:
        tag = anchor = ""
        while match := self._at(_PROPERTY):
            if match.group(1) == "&":
                if not match.group(2) or anchor:
                    raise YamlStop("alias", *match.span())
                anchor = match.group(2)
            else:
                tag = match.group().strip()
            self.position = match.end()
        return tag, anchor

    def _untagged(self, path: Path, key_span: Span | None, parent: int, tag: str) -> Any:
        text, start, index = self.text, self.position, len(self.fields)
        character = text[start : start + 1]
        style: Style = "plain"
        value: Any
        if character in ("|", ">"):
            block = block_text(text, start, parent)
            style = "literal" if character == "|" else "folded"
            self.fields.append(Field(path, key_span, Span(start, block.end), block.value, style))
            self.position = max(block.end, block.next_line - 1)
            if self.position > block.end and text[self.position - 1] == "\r":
                self.position -= 1
            return block.value
        if character in ("[", "{"):
            self.floor = parent
            value = self._flow(path, key_span)
            style = "flow"
        elif (quoted := self._quoted()) is not None:
            value, style = quoted
        elif character == "*":
            value, style = self._alias(), "alias"
        else:
            self._refuse(character)
            value = plain_value(self._plain(parent))
        if tag and not isinstance(value, dict | list):
            value = tagged_value(tag, value)
        if style != "flow":
            self.fields.append(Field(path, key_span, Span(start, self.position), value, style))
        self._end_of_line(start, index, style)
        return value

    def _quoted(self) -> tuple[str, Style] | None:
        character = self.text[self.position : self.position + 1]
        if character == '"':
            value, self.position = double_quoted(self.text, self.position)
            return value, "double"
        if character == "'":
            value, self.position = single_quoted(self.text, self.position)
            return value, "single"
        return None

    def _alias(self) -> Any:
        match = self._at(_ALIAS)
        if match is None or match.group(1) not in self.anchors:
            end = match.end() if match else self.position + 1
            raise YamlStop("alias", self.position, end, value=self.position)
        start, self.position = self.position, match.end()
        name = match.group(1)
        value = self.anchors[name]
        if isinstance(value, dict | list):
            self.aliases += 1 + self._inside.get(name, 0)
            if self.aliases > _MOST_ALIASES:
                raise YamlStop("aliases", start, self.position)
        return value

    def _refuse(self, character: str) -> None:
        """Stops at a character with which no unquoted value can begin."""
        start = self.position
        if character and character in _RESERVED and (character != "%" or not self._indented()):
            raise YamlStop("reserved", start, start + 1, character, start)
        if character == "]":
            raise YamlStop("reserved", start, start + 1, character, start)
        if self._at(_MARK) and not (
            character == "?" and self.text[start + 1 : start + 2] in "\r\n"
        ):
            raise YamlStop("reserved", start, start + 1, character, start)

    def _indented(self) -> bool:
        """True in an indented line, and right after a tab: there goccy reads `%` like any
        character.
        """
        start = self.position - self._column(self.position)
        return self.text[start] in " \t" or self.text[self.position - 1] == "\t"

    def _end_of_line(self, start: int, index: int, style: Style) -> None:
        if self._at(TAIL):
            return
        del self.fields[index:]
        line = _LINE.match(self.text, self.position)
        assert line is not None
        if style in ("single", "double") and _BREAK.search(self.text, start, self.position):
            raise YamlStop("quote", start, start + 1, self.text[start], start)
        raise YamlStop("after", self.position, line.end(), self.text[start], start)

    def _plain(self, parent: int) -> str:
        """An unquoted scalar, with the deeper lines that go on with it."""
        text, line_start, empty = self.text, self.position, 0
        parts: list[str] = []
        raw = (
            False  # goccy reads all that is deeper, whatever it is, after a line that begins with -
        )
        while True:
            match = _LINE.match(text, line_start)
            assert match is not None
            line = match.group()
            raw = raw or bool(parts and line.startswith("-"))
            stop = None if raw else _PLAIN_END.search(line)
            if stop and stop.group() == ":":
                colon = line_start + stop.start()
                if parts:
                    raise YamlStop("indent", line_start, line_start + len(line.rstrip()))
                raise YamlStop("colon", colon, colon + 1, value=line_start)
            piece = (line[: stop.start()] if stop else line).rstrip(" \t")
            if parts and line.startswith("- "):
                self.notices.append(YamlStop("lost-dash", line_start, line_start + 1))
            parts.append(("\n" * empty or " ") + piece if parts else piece)
            self.position = line_start + len(piece)
            following = None if stop else self._continuation(match.end(), parent, raw)
            if following is None:
                return self._untabbed("".join(parts))
            line_start, empty = following

    def _continuation(self, position: int, parent: int, raw: bool) -> tuple[int, int] | None:
        """Where the next line's text starts if it goes on with a scalar, and the empty lines before
        it.
        """
        text, empty = self.text, -1
        while match := _BREAK.match(text, position):
            empty += 1
            blank = _BLANK.match(text, match.end())
            assert blank is not None
            position = blank.end()
            if text[match.end() : match.end() + 1] == "\t":
                return None
            if position < len(text) and text[position] not in "\r\n":
                deeper = position - match.end() > parent
                return (position, empty) if deeper and (raw or text[position] != "#") else None
        return None

    # -- flow collections

    def _flow(self, path: Path, key_span: Span | None) -> Any:
        start, index = self.position, len(self.fields)
        if len(path) > DEEPEST:
            raise YamlStop("deep", start, start + 1)
        listed = self.text[start] == "["
        close = "]" if listed else "}"
        value: Any = [] if listed else {}
        seen: dict[str, Span] = {}
        self.position += 1
        while True:
            character = self._flow_next()
            if character == close:
                self.position += 1
                break
            if character == "," and not listed and not value:
                self.position += 1  # goccy takes a comma at the head of a map
                continue
            if character == ",":
                raise YamlStop("comma", self.position, self.position + 1)
            if character == "":
                raise YamlStop("unclosed", start, start + 1, close, start)
            if listed:
                self._flow_item(path, value)
            else:
                self._flow_pair(path, value, seen)
            character = self._flow_next()
            if character == ",":
                self.position += 1
            elif character != close:
                raise YamlStop("unclosed", start, start + 1, close, start)
        self.fields.insert(index, Field(path, key_span, Span(start, self.position), value, "flow"))
        return value

    def _flow_next(self) -> str:
        """Skips blanks, line breaks and comments; the next character."""
        match = _FLOW_GAP.match(self.text, self.position)
        assert match is not None
        self.position = match.end()
        return self.text[self.position : self.position + 1]

    def _flow_item(self, path: Path, values: list[Any]) -> None:
        here = (*path, len(values))
        start, index = self.position, len(self.fields)
        value = self._flow_value(here, None, "[")
        if self._flow_next() != ":":
            values.append(value)
            return
        del self.fields[index:]
        pair: dict[str, Any] = {}
        self.position = start
        self._flow_pair(here, pair, {}, in_list=True)
        self.fields.insert(index, Field(here, None, Span(start, self.position), pair, "flow"))
        values.append(pair)

    def _flow_pair(
        self, path: Path, values: dict[str, Any], seen: dict[str, Span], *, in_list: bool = False
    ) -> None:
        start, index = self.position, len(self.fields)
        if self.text[start] in "[{:":
            if self.text[start - 1 : start + 1] == "{{":
                raise YamlStop("template", start - 1, start + 1, value=start - 1)
            raise YamlStop("flow-key", start, start + 1)
        value = self._flow_value(path, None, "[" if in_list else "{")
        key_span = Span(start, self.position)
        del self.fields[index:]
        key = value if isinstance(value, str) else key_text(key_span.of(self.text))
        here = (*path, key)
        self._once(key, key_span, seen)
        values[key] = None
        if self._flow_next() != ":":
            empty = Span(key_span.end, key_span.end)
            self.fields.append(Field(here, key_span, empty, None, "plain"))
            return
        self.position += 1
        if in_list and self.text[self.position : self.position + 1] not in (" ", "\t", "\r", "\n"):
            raise YamlStop("flow-colon", self.position - 1, self.position)
        before = self.position
        if self._flow_next() in ("", ",", "]" if in_list else "}"):
            if in_list and not _BREAK.search(self.text, before, self.position):
                raise YamlStop("flow-colon", self.position - 1, self.position)
            empty = Span(self.position, self.position)
            self.fields.append(Field(here, key_span, empty, None, "plain"))
            return
        floor, self.floor = self.floor, self._column(key_span.start)
        values[key] = self._flow_value(here, key_span, "[" if in_list else "")
        self.floor = floor

    def _flow_value(self, path: Path, key_span: Span | None, kind: str) -> Any:
        tag, anchor = self._properties()
        before, start = self.aliases, self.position
        character = self.text[start : start + 1]
        style: Style = "plain"
        value: Any
        if character in ("[", "{"):
            value = self._flow(path, key_span)
        else:
            if (quoted := self._quoted()) is not None:
                value, style = quoted
            elif character == "*":
                value, style = self._alias(), "alias"
            else:
                if character in ("|", ">"):
                    raise YamlStop("reserved", start, start + 1, character)
                self._refuse(character)
                value = plain_value(self._flow_plain(kind))
            if tag:
                value = tagged_value(tag, value)
            self.fields.append(Field(path, key_span, Span(start, self.position), value, style))
        if anchor:
            self.anchors[anchor] = value
            self._inside[anchor] = self.aliases - before
        return value

    def _flow_plain(self, kind: str) -> str:
        """An unquoted scalar in `[ ]` or `{ }`; it goes on in lines that are deeper than its key."""
        parts: list[str] = []
        while True:
            match = _FLOW_END[kind].search(self.text, self.position)
            end = match.start() if match else len(self.text)
            piece = self.text[self.position : end].rstrip(" \t")
            parts.append(piece)
            self.position += len(piece)
            if match is None or match.group() not in ("\r", "\n"):
                break
            before = self.position
            closed = self._flow_next() in ("", ",", "]", "}", ":")
            if closed or self._column(self.position) <= self.floor:
                self.position = before
                break
            breaks = self.text.count("\n", before, self.position)
            parts.append("\n" * (breaks - 1) or " ")
        return self._untabbed("".join(parts))

    def _column(self, position: int) -> int:
        return position - 1 - max(self.text.rfind(one, 0, position) for one in "\r\n")

    def _untabbed(self, value: str) -> str:
        """goccy drops the tabs of an unquoted value."""
        if "\t" not in value:
            return value
        tab = self.text.rfind("\t", 0, self.position)
        self.notices.append(YamlStop("lost-tab", tab, tab + 1))
        return value.replace("\t", "")
