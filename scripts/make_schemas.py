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
from notelint.translation.engine import names as engine_names

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
        "properties": {
            key_name(entry.name): schema_of(hints[entry.name]) | entry.metadata for entry in known
        },
        "additionalProperties": False,
    }
    needed = [
        key_name(each.name)
        for each in known
        if each.default is MISSING and each.default_factory is MISSING
    ]
    return schema | ({"required": needed} if needed else {})


def config_schema() -> dict[str, Any]:
    """The schema of a configuration file, with the rules and engines that there are."""
    schema = table_schema(Config)
    keys = schema["properties"]
    rules = {"$ref": "#/$defs/rules"}
    keys["rules"] = keys["per-path"]["items"]["properties"]["rules"] = rules
    keys["engines"]["propertyNames"] = {"enum": list(engine_names())}
    engine = {"type": "string", "pattern": f"^({'|'.join(engine_names())})(:|$)"}
    keys["translation"]["properties"]["engines"]["items"] = engine
    return schema | {"$defs": {"rules": rules_schema()}}


def rules_schema() -> dict[str, Any]:
    """The schema of [rules]: what each of our rules takes, and any table for a site's own."""
    every = {key: {"enum": list(rule_files.CHOICES[key])} for key in ("level", "confidence")}
    every["enabled"] = {"type": "boolean"}
    properties = {}
    for rule in rule_files.load_rules().values():
        options = {
            name: option_schema(value)
            for option, value in rule.options.items()
            if option not in every
            for name in {option: None, option.replace("_", "-"): None}
        }
        properties[rule.id] = {
            "type": "object",
            "description": f"{rule.title}.",
            "properties": every | options,
            "additionalProperties": False,
        }
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": {"type": "object", "properties": every},
    }


def option_schema(default: Any) -> dict[str, Any]:
    """The schema of an option of a rule; notelint.rule_options says what each may be."""
    text = {"type": "string"}
    if isinstance(default, bool):
        return {"type": "boolean"}
    if isinstance(default, int):
        return {"type": "integer", "minimum": 0}
    if isinstance(default, list):
        return {"type": "array", "items": text}
    return {"type": "object", "additionalProperties": text} if isinstance(default, dict) else text


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
        ("notelint", "notelint.toml", config_schema()),
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
