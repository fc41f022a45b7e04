"""Values of the wrong kind, most of which Hugo swallows without a word."""

from collections.abc import Iterator
from typing import Any

from notelint.core import Diagnostic, Edit, Fix
from notelint.nearest import nearest
from notelint.note.front_matter_fields import Field
from notelint.note.front_matter_scalars import as_text, plain_value
from notelint.note.front_matter_schema import FieldRule, dotted
from notelint.note.note import Note
from notelint.rules import Rule
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
            yield from _judge(note, rule, field, asked)


def _judge(note: Note, rule: Rule, field: Field, asked: FieldRule) -> Iterator[Diagnostic]:
    value: Any = field.value
    written = field.value_span.of(note.source.text)
    message, fixes = _KINDS.get(asked.type, _anything)(field, value, asked, written)
    if not message and asked.values and as_text_of(value) not in asked.values:
        near = nearest(str(value), asked.values)
        message, fixes = "value", (_put(field, near, safe=False),) if near else ()
    if message:
        yield rule.found(
            field.value_span,
            message,
            name=field.key,
            written=written,
            read=as_text_of(value),
            values=", ".join(asked.values),
            fixes=fixes,
        )


Judgement = tuple[str, tuple[Fix, ...]]
_RIGHT: Judgement = ("", ())


def _text(field: Field, value: Any, asked: FieldRule, written: str) -> Judgement:
    if isinstance(value, dict | list):
        return ("text-empty" if asked.by == "hugo" else "text"), ()
    if field.style == "plain" and not isinstance(value, bool | str) and as_text(value) != written:
        return "number-text", (_put(field, f'"{written}"'),)
    if asked.name == "url" and "://" in str(value):
        return "url", ()
    return _RIGHT


def _boolean(field: Field, value: Any, asked: FieldRule, written: str) -> Judgement:
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


def _whole(field: Field, value: Any, asked: FieldRule, written: str) -> Judgement:
    number = plain_value(value) if isinstance(value, str) else value
    if isinstance(number, bool) or not isinstance(number, int):
        return ("whole-part" if isinstance(number, float) else "whole"), ()
    return _RIGHT


def _number(field: Field, value: Any, asked: FieldRule, written: str) -> Judgement:
    number = plain_value(value) if isinstance(value, str) else value
    return _RIGHT if isinstance(number, int | float) else ("number", ())


def _list(field: Field, value: Any, asked: FieldRule, written: str) -> Judgement:
    if isinstance(value, dict):
        return "list-map", ()
    if isinstance(value, list):
        wrong = any(isinstance(one, dict | list) for one in value)
        return ("list-items", ()) if wrong and asked.by == "hugo" else _RIGHT
    if isinstance(value, str) and "," in value and field.style == "plain":
        items = ", ".join(part.strip() for part in value.split(",") if part.strip())
        return "list-text", (_put(field, f"[{items}]", safe=False),)
    return _RIGHT


def _map(field: Field, value: Any, asked: FieldRule, written: str) -> Judgement:
    return _RIGHT if isinstance(value, dict) else ("map", ())


def _tables(field: Field, value: Any, asked: FieldRule, written: str) -> Judgement:
    return _RIGHT if isinstance(value, dict | list) else ("map", ())


def _anything(field: Field, value: Any, asked: FieldRule, written: str) -> Judgement:
    return _RIGHT


_KINDS = {
    "text": _text,
    "boolean": _boolean,
    "whole": _whole,
    "number": _number,
    "list": _list,
    "map": _map,
    "tables": _tables,
}


def as_text_of(value: Any) -> str:
    """A value for a message; nothing for maps and lists."""
    return "" if isinstance(value, dict | list) else as_text(value)


def _put(field: Field, text: str, *, safe: bool = True) -> Fix:
    return Fix(f"write {text}", (Edit(field.value_span, text),), safe)
