"""Writes schemas/: JSON Schemas of notelint.toml and of rule files, for editors."""

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from notelint import rule_files
from notelint.config import Config
from notelint.config_file import NOT_KEYS, can_be_switched, key_name

ROOT = Path(__file__).parent.parent
DRAFT = "https://json-schema.org/draft/2020-12/schema"
SCALARS = {str: "string", bool: "boolean", int: "integer", float: "number"}


def schema_of(kind: Any) -> dict[str, Any]:
    """The schema of the values that a field of this type accepts."""
    origin, arguments = get_origin(kind), get_args(kind)
    if is_dataclass(kind) and isinstance(kind, type):
        table = table_schema(kind)
        return {"anyOf": [{"type": "boolean"}, table]} if can_be_switched(kind) else table
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return {"type": "array", "items": schema_of(arguments[0])}
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": schema_of(arguments[1])}
    return {"type": SCALARS[kind]} if kind in SCALARS else {}


def table_schema(kind: type) -> dict[str, Any]:
    """The schema of a table of the configuration."""
    hints = get_type_hints(kind)
    known = [entry for entry in fields(kind) if entry.name not in NOT_KEYS]
    schema: dict[str, Any] = {
        "type": "object",
        "description": " ".join((kind.__doc__ or "").split()),
        "properties": {key_name(entry.name): schema_of(hints[entry.name]) for entry in known},
        "additionalProperties": False,
    }
    needed = [
        key_name(each.name)
        for each in known
        if each.default is MISSING and each.default_factory is MISSING
    ]
    return schema | ({"required": needed} if needed else {})


def rule_schema() -> dict[str, Any]:
    """The schema of a file in rules/."""
    text = {"type": "string"}
    example = {
        "type": "object",
        "properties": dict.fromkeys(rule_files.EXAMPLE_KEYS, text),
        "required": ["text"],
        "additionalProperties": False,
    }
    examples = {"type": "array", "items": {"anyOf": [text, example]}}
    texts = {"type": "object", "additionalProperties": text}
    properties: dict[str, Any] = dict.fromkeys(rule_files.TEXTS, text)
    properties |= {key: {"enum": list(each)} for key, each in rule_files.CHOICES.items()}
    properties |= {
        "messages": texts,
        "enabled": {"type": "boolean"},
        "options": {"type": "object"},
        "given": texts,
        "bad": examples,
        "good": examples,
    }
    return {
        "type": "object",
        "properties": properties,
        "required": list(rule_files.REQUIRED),
        "oneOf": [{"required": ["message"]}, {"required": ["messages"]}],
        "additionalProperties": False,
    }


def generated() -> Iterator[tuple[Path, str]]:
    """Each schema file and the text that it should have."""
    for name, title, schema in (
        ("notelint", "notelint.toml", table_schema(Config)),
        ("rule", "A rule of notelint", rule_schema()),
    ):
        whole = {"$schema": DRAFT, "title": title, **schema}
        text = json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
        yield ROOT / "schemas" / f"{name}.json", text


def main() -> int:
    """Write the files."""
    for path, text in generated():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
