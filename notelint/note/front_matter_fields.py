"""One value of a front matter and where it is written; what the three readers give back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from notelint.core import Span
from notelint.note.fault import Fault

Format = Literal["yaml", "toml", "json", ""]
Path = tuple[str | int, ...]
Style = Literal[
    "plain", "single", "double", "literal", "folded",  # YAML scalars
    "block", "flow",  # maps and lists (TOML inline tables and arrays, and JSON's, are flow)
    "basic", "raw", "basic-lines", "raw-lines", "table",  # TOML "a", 'a', three of them, [a]
    "string",  # JSON
    "bare",  # TOML and JSON values without quotes
    "alias",  # YAML *name
]  # fmt: skip

DEEPEST = 100
"""How many maps and lists may lie inside one another; Hugo reads thousands, and nobody writes them."""

TOO_DEEP = f"values inside more than {DEEPEST} others are not read; put fewer inside one another"
"""What is said of more, in each of the three formats."""


class Field(NamedTuple):
    """One value of the front matter, at any depth; containers are fields too.

    `path` holds keys as written and list indices; `key_span` is None for the items of a list.
    `value_span` has the quotes in it, and is empty (where the value would stand) for a key without
    a value. `value` is Hugo's reading: in YAML `yes` is a string, `010` is 8, a date is a string;
    in TOML a date is a `datetime` object.
    """

    path: Path
    key_span: Span | None
    value_span: Span
    value: Any
    style: Style

    @property
    def key(self) -> str | int:
        """The last part of the path."""
        return self.path[-1]

    @property
    def span(self) -> Span:
        """From the key to the end of the value."""
        return Span(
            (self.key_span or self.value_span).start,
            max(self.value_span.end, (self.key_span or self.value_span).end),
        )


@dataclass(slots=True)
class Read:
    """What a reader makes of the text between the fences."""

    fields: list[Field] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)


Reader = Callable[[str, Span], Read]
"""(the whole text, the span between the fences) → fields with spans of the whole text."""


def items_of(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value below a map or list with its path, containers included; for comparing two
    readings.
    """
    if isinstance(value, dict):
        for key, below in value.items():
            yield (*path, key), below
            yield from items_of(below, (*path, key))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield (*path, index), below
            yield from items_of(below, (*path, index))
