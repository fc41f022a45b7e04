"""Values of the wrong kind, most of which Hugo swallows without a word."""

from collections.abc import Iterator
from typing import Any

from notelint.core import Diagnostic, Edit, Fix
from notelint.nearest import nearest
from notelint.note.date_repair import meant_date
from notelint.note.front_matter_dates import DATE_FIELDS, read_date
from notelint.note.front_matter_edit import text_edit
from notelint.note.front_matter_fields import Field
from notelint.note.front_matter_scalars import as_text, plain_value
from notelint.note.front_matter_schema import FieldRule, dotted
from notelint.note.note import Note
from notelint.rules import Rule
from notelint.site.front_matter_stops import stops_at
from notelint.site.taxonomies import taxonomy_fields
from notelint.site.values import truth
from notelint.site.workspace import Workspace

_YES = frozenset(("yes", "y", "on", "sim", "s", "verdadeiro", "verdade"))
_NO = frozenset(("no", "n", "off", "não", "nao", "falso"))
_GO_FALSE = frozenset(("0", "f", "F", "false", "False", "FALSE", ""))


def check(note: Note, rule: Rule, workspace: Workspace) -> Iterator[Diagnostic]:
    """Each field of the schema, and the site's taxonomies, against what it may be."""
    schema = workspace.front_matter_schema
    taxonomies = taxonomy_fields(workspace, note.language)
    for field in note.front_matter.fields:
        if field.value is None or not isinstance(field.key, str):
            continue
        asked = schema.rule(field.path)
        if asked is None and dotted(field.path) in taxonomies:
            asked = FieldRule(field.key, "list", by="hugo")
        if asked is not None:
            above = schema.rule(field.path[:-1])
            strict = above is not None and above.closed and asked.by == "hugo"
            yield from _judge(note, rule, field, asked, strict) or _stops(
                note, rule, field, workspace
            )


def _judge(
    note: Note, rule: Rule, field: Field, asked: FieldRule, strict: bool
) -> list[Diagnostic]:
    """What is wrong with one value. Hugo takes a map like «build» whole and `strict`ly, or stops; of
    fields that are not its own it makes nothing, so that nothing can be said of that.
    """
    value: Any = field.value
    written = field.value_span.of(note.source.text)
    message, fixes = _KINDS.get(asked.type, _anything)(note, field, asked, written)
    if not message and asked.values and as_text_of(value) not in asked.values:
        near = nearest(str(value), asked.values)
        message, fixes = "value", (_put_text(note, field, near),) if near else ()
    if message and message != "value" and strict:
        message = "stops"
    elif message in _BY_HUGO and asked.by != "hugo":
        message = "other"
    if not message:
        return []
    found = rule.found(
        field.value_span,
        message,
        name=field.key,
        kind=_CALLED.get(asked.type, ""),
        written=_in_short(written),
        read=as_text_of(int(value) if message == "whole-part" else value),
        values=", ".join(asked.values),
        fixes=fixes,
    )
    return [found]


def _stops(note: Note, rule: Rule, field: Field, workspace: Workspace) -> Iterator[Diagnostic]:
    """Hugo's own fields whose value is of the right kind, and stops Hugo."""
    if len(field.path) != 1:
        return
    for stop in stops_at(str(field.key).lower(), field.value, workspace, note.language):
        yield rule.found(
            field.value_span,
            stop.why,
            name=field.key,
            written=_in_short(stop.part),
            values=", ".join(sorted(stop.known)),
        )


LONGEST = 60
"""Characters of a value that a message shows."""

_BY_HUGO = frozenset(("whole", "whole-part", "number", "list-map", "map"))
"""Messages that tell what Hugo makes of the value."""

_CALLED = {
    "text": "a text",
    "boolean": "true or false",
    "whole": "a whole number",
    "number": "a number",
    "date": "a date like 2024-05-31",
    "list": "a list",
    "map": "a map («key: value» lines)",
    "tables": "a map («key: value» lines)",
}

Judgement = tuple[str, tuple[Fix, ...]]
_RIGHT: Judgement = ("", ())


def _text(note: Note, field: Field, asked: FieldRule, written: str) -> Judgement:
    value: Any = field.value
    if isinstance(value, dict | list):
        return ("text-empty" if asked.by == "hugo" else "text"), ()
    if field.style == "plain" and not isinstance(value, bool | str) and as_text(value) != written:
        return "number-text", (_put(field, f'"{written}"'),)
    return _RIGHT


def _boolean(note: Note, field: Field, asked: FieldRule, written: str) -> Judgement:
    value: Any = field.value
    if isinstance(value, bool | int | float):
        return _RIGHT
    if isinstance(value, str) and (truth(value) or value in _GO_FALSE):
        return _RIGHT
    word = str(value).lower()
    meant = "true" if word in _YES else "false" if word in _NO else ""
    fixes = (_put(field, meant),) if meant else ()
    if asked.by != "hugo":
        return ("boolean-text", fixes) if meant else _RIGHT
    return ("draft" if asked.name == "draft" and meant != "false" else "boolean"), fixes


def _whole(note: Note, field: Field, asked: FieldRule, written: str) -> Judgement:
    value: Any = field.value
    number = plain_value(value) if isinstance(value, str) else value
    if isinstance(number, bool) or not isinstance(number, int):
        return ("whole-part" if isinstance(number, float) else "whole"), ()
    return _RIGHT


def _number(note: Note, field: Field, asked: FieldRule, written: str) -> Judgement:
    value: Any = field.value
    number = plain_value(value) if isinstance(value, str) else value
    return _RIGHT if isinstance(number, int | float) else ("number", ())


def _list(note: Note, field: Field, asked: FieldRule, written: str) -> Judgement:
    value: Any = field.value
    if isinstance(value, dict):
        return "list-map", ()
    if isinstance(value, list):
        wrong = any(isinstance(one, dict | list) for one in value)
        return ("list-items", ()) if wrong and asked.by == "hugo" else _RIGHT
    unquoted = field.style == "plain" or note.front_matter.format != "yaml"
    if isinstance(value, str) and "," in value and unquoted:
        quote = "" if field.style == "plain" else written[0]
        parts = (part.strip() for part in value.split(","))
        items = ", ".join(f"{quote}{part}{quote}" for part in parts if part)
        return "list-text", (_put(field, f"[{items}]", safe=False),)
    return _RIGHT


def _date(note: Note, field: Field, asked: FieldRule, written: str) -> Judgement:
    """A date of the site's own; Hugo's are front-matter-date's."""
    value: Any = field.value
    if dotted(field.path) in DATE_FIELDS or not read_date(value).problem:
        return _RIGHT
    meant = meant_date(str(value)) if isinstance(value, str | int) else None
    return "other", (_put_text(note, field, meant.text),) if meant else ()


def _map(note: Note, field: Field, asked: FieldRule, written: str) -> Judgement:
    return _RIGHT if isinstance(field.value, dict) else ("map", ())


def _tables(note: Note, field: Field, asked: FieldRule, written: str) -> Judgement:
    return _RIGHT if isinstance(field.value, dict | list) else ("map", ())


def _anything(note: Note, field: Field, asked: FieldRule, written: str) -> Judgement:
    return _RIGHT


_KINDS = {
    "text": _text,
    "boolean": _boolean,
    "whole": _whole,
    "number": _number,
    "date": _date,
    "list": _list,
    "map": _map,
    "tables": _tables,
}


def as_text_of(value: Any) -> str:
    """A value for a message; nothing for maps and lists."""
    return "" if isinstance(value, dict | list) else as_text(value)


def _in_short(written: str) -> str:
    """A value for a message: on one line, and not all of a long one."""
    line = " ".join(written.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


def _put_text(note: Note, field: Field, text: str) -> Fix:
    """Another text in the place of a value, quoted as it is there."""
    edit = text_edit(note.source.text, note.front_matter, field, text)
    return Fix(f"write {text}", (edit or Edit(field.value_span, text),), safe=False)


def _put(field: Field, text: str, *, safe: bool = True) -> Fix:
    return Fix(f"write {text}", (Edit(field.value_span, text),), safe)
