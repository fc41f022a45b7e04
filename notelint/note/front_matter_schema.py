"""rules/data/front-matter.yaml, ours and the site's: what fields there are and what each may be."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, NamedTuple, NoReturn, cast, get_args

from notelint.core import NotelintError
from notelint.data_file import read_data
from notelint.nearest import did_you_mean
from notelint.note.front_matter_fields import Path as FieldPath
from notelint.note.front_matter_scalars import as_text

FieldType = Literal["text", "boolean", "whole", "number", "date", "list", "map", "tables", "any"]
_TYPES = get_args(FieldType)
_TOP = ("required", "sections", "fields")
_KEYS = ("type", "values", "text", "file", "keys", "closed", "by")


class FieldRule(NamedTuple):
    """What one field may be; `name` is as usually written, `values` the only ones, as text."""

    name: str
    type: FieldType = "any"
    values: tuple[str, ...] = ()
    text: bool = False
    file: bool = False
    closed: bool = False
    by: str = ""


@dataclass(frozen=True)
class Schema:
    """All fields by dotted path in lower case, list positions left out ("resources.title").

    `required` holds for every page, `sections` (folders in lower case: "posts", "posts/2024") adds
    to it for the pages of a section and of those below it.
    """

    fields: Mapping[str, FieldRule] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    sections: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def rule(self, path: FieldPath) -> FieldRule | None:
        """The rule for a field of a front matter."""
        return self.fields.get(dotted(path))

    def required_in(self, folders: Sequence[str]) -> tuple[str, ...]:
        """The names that a page in these folders, the outermost first, must have."""
        sections = ("/".join(folders[:depth]).lower() for depth in range(1, len(folders) + 1))
        more = (name for section in sections for name in self.sections.get(section, ()))
        return tuple(dict.fromkeys((*self.required, *more)))

    @cached_property
    def required_anywhere(self) -> frozenset[str]:
        """The dotted paths of all names that some page must have, and of the maps they stand in."""
        names = (*self.required, *(name for names in self.sections.values() for name in names))
        paths = [dotted(name.split(".")) for name in names]
        return frozenset((*paths, *(path.partition(".")[0] for path in paths)))

    @cached_property
    def text_fields(self) -> frozenset[str]:
        """The dotted paths of fields whose text readers see."""
        return frozenset(path for path, rule in self.fields.items() if rule.text)

    @cached_property
    def file_fields(self) -> frozenset[str]:
        """The dotted paths of fields that name files."""
        return frozenset(path for path, rule in self.fields.items() if rule.file)


def dotted(path: Sequence[str | int]) -> str:
    """A path as the schema writes it: lower case, without list positions, and without `params.`."""
    parts = [part.lower() for part in path if isinstance(part, str)]
    return ".".join(parts[1:] if len(parts) > 1 and parts[0] == "params" else parts)


def load_schema(paths: Iterable[Path]) -> Schema:
    """The schema of the files that exist, later ones over earlier ones.

    Raises NotelintError, in one line with file, line and the nearest right word, for what cannot be
    used.
    """
    schema = Schema()
    for path in paths:
        if path.is_file():
            schema = _joined(schema, _read(path))
    return schema


def _joined(first: Schema, second: Schema) -> Schema:
    sections = {
        name: (*first.sections.get(name, ()), *second.sections.get(name, ()))
        for name in (*first.sections, *second.sections)
    }
    return Schema({**first.fields, **second.fields}, (*first.required, *second.required), sections)


def _read(path: Path) -> Schema:
    data = read_data(path)
    return _Validation(path, data.lines).schema(data.values)


class _Validation(NamedTuple):
    path: Path
    lines: Mapping[FieldPath, int]

    def wrong(self, message: str, *place: str | int) -> NoReturn:
        line = next(
            (self.lines[place[:n]] for n in range(len(place), 0, -1) if place[:n] in self.lines), 1
        )
        raise NotelintError(f"{self.path}:{line}: {message}")

    def schema(self, values: Mapping[str, Any]) -> Schema:
        self.known(values, _TOP)
        sections = self.table(values.get("sections"), "sections")
        fields = self.table(values.get("fields"), "fields")
        return Schema(
            dict(self.fields(fields, "", "", ("fields",))),
            self.names(values.get("required"), "required"),
            {
                name.strip("/").lower(): self.section(name, value)
                for name, value in sections.items()
            },
        )

    def section(self, name: str, value: Any) -> tuple[str, ...]:
        table = self.table(value, "sections", name)
        self.known(table, ("required",), "sections", name)
        return self.names(table.get("required"), "sections", name, "required")

    def fields(
        self, table: Mapping[str, Any], prefix: str, by: str, place: FieldPath
    ) -> Iterator[tuple[str, FieldRule]]:
        """The fields of a table; those below a field are by whom it is."""
        for name, value in table.items():
            here = (*place, name)
            rule = self.rule(name, self.table(value, *here), by, here)
            path = f"{prefix}{name.lower()}"
            yield path, rule
            below = self.table((value or {}).get("keys"), *here, "keys")
            yield from self.fields(below, f"{path}.", rule.by, (*here, "keys"))

    def rule(self, name: str, table: Mapping[str, Any], by: str, place: FieldPath) -> FieldRule:
        self.known(table, _KEYS, *place)
        kind = table.get("type", "any")
        if kind not in _TYPES:
            near = did_you_mean(str(kind), _TYPES)
            self.wrong(f"«{kind}» must be one of {', '.join(_TYPES)}{near}", *place, "type")
        by = table.get("by", by)
        if not isinstance(by, str):
            self.wrong("«by» must be a text: who uses the field", *place, "by")
        rule = FieldRule(name, cast(FieldType, kind), by=by)
        values = table.get("values") or []
        if not isinstance(values, list) or any(isinstance(one, list | dict) for one in values):
            self.wrong("«values» must be a list of texts, numbers, true or false", *place, "values")
        marks = {one: table.get(one, False) for one in ("text", "file", "closed")}
        for mark, value in marks.items():
            if not isinstance(value, bool):
                self.wrong(f"«{mark}» must be true or false", *place, mark)
        return rule._replace(values=tuple(map(as_text, values)), **marks)

    def table(self, value: Any, *place: str | int) -> Mapping[str, Any]:
        if value is None:
            return {}
        if not isinstance(value, Mapping):
            self.wrong(f"«{place[-1]}» must be a table of keys and values", *place)
        return value

    def names(self, value: Any, *place: str | int) -> tuple[str, ...]:
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self.wrong(f"«{place[-1]}» must be a list of field names", *place)
        return tuple(value)

    def known(self, table: Mapping[str, Any], keys: Iterable[str], *place: str | int) -> None:
        for key in table:
            if key not in keys:
                self.wrong(f"unknown key «{key}»{did_you_mean(key, keys)}", *place, key)
