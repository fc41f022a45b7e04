"""YAML front matter through PyYAML's C parser: its events give every value its place."""

from typing import Any

import yaml

from notelint.core import Span
from notelint.note.fault import Fault
from notelint.note.front_matter_fields import Field, Path, Read, Style
from notelint.note.front_matter_scalars import plain_value

_LOADER: Any = getattr(yaml, "CLoader", yaml.Loader)
_STYLES: dict[str, Style] = {"'": "single", '"': "double", "|": "literal", ">": "folded"}


def read_yaml(text: str, inner: Span) -> Read:
    """The fields of the YAML between the fences."""
    read = Read()
    try:
        _Composer(text, inner.start, inner.of(text), read).compose()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        start = inner.start + (mark.index if mark else 0)
        problem = getattr(error, "problem", None) or str(error)
        read.faults.append(Fault("front-matter-syntax", Span(start, start), problem))
    return read


class _Composer:
    """Builds fields and values from the parser's events."""

    def __init__(self, text: str, offset: int, inner: str, read: Read) -> None:
        self.text, self.offset, self.read = text, offset, read
        self.events = list(yaml.parse(inner, Loader=_LOADER))
        self.position = 0
        self.anchors: dict[str, Any] = {}

    def compose(self) -> None:
        self.position = 1  # the start of the stream
        if isinstance(self._peek(), yaml.StreamEndEvent):
            return
        self._next()
        event = self._peek()
        value = self._node((), None)
        if isinstance(value, dict):
            self.read.values.update(value)
        elif value is not None:
            message = "front matter must be «key: value» lines"
            self.read.faults.append(Fault("front-matter-syntax", self._span(event), message))

    def _peek(self) -> Any:
        return self.events[self.position]

    def _next(self) -> Any:
        self.position += 1
        return self.events[self.position - 1]

    def _span(self, event: Any) -> Span:
        return Span(self.offset + event.start_mark.index, self.offset + event.end_mark.index)

    def _node(self, path: Path, key_span: Span | None) -> Any:
        event = self._next()
        span = self._span(event)
        fields = self.read.fields
        if isinstance(event, yaml.ScalarEvent):
            style = _STYLES.get(event.style, "plain")
            value: Any = plain_value(event.value) if style == "plain" else event.value
            if style in ("literal", "folded"):
                span = Span(span.start, span.start + len(span.of(self.text).rstrip()))
            fields.append(Field(path, key_span, span, value, style))
        elif isinstance(event, yaml.AliasEvent):
            value = self.anchors.get(event.anchor)
            fields.append(Field(path, key_span, span, value, "alias"))
        else:
            index = len(fields)
            value = (
                self._map(path) if isinstance(event, yaml.MappingStartEvent) else self._list(path)
            )
            end = self.events[self.position - 1]
            close = self.offset + end.end_mark.index
            if not event.flow_style:
                close = max((one.span.end for one in fields[index:]), default=span.start)
            if path:
                style = "flow" if event.flow_style else "block"
                fields.insert(index, Field(path, key_span, Span(span.start, close), value, style))
        if getattr(event, "anchor", None):
            self.anchors[event.anchor] = value
        return value

    def _list(self, path: Path) -> list[Any]:
        values: list[Any] = []
        while not isinstance(self._peek(), yaml.SequenceEndEvent):
            values.append(self._node((*path, len(values)), None))
        self._next()
        return values

    def _map(self, path: Path) -> dict[str, Any]:
        values: dict[str, Any] = {}
        spans: dict[str, Span] = {}
        while not isinstance(self._peek(), yaml.MappingEndEvent):
            key_event = self._next()
            key_span = self._span(key_event)
            key = str(getattr(key_event, "value", ""))
            if key in spans:
                message = f"«{key}» is written twice; Hugo stops here. Keep one of them"
                fault = Fault("front-matter-duplicate", key_span, message, other=spans[key])
                self.read.faults.append(fault)
            spans.setdefault(key, key_span)
            values[key] = self._node((*path, key), key_span)
        self._next()
        return values
