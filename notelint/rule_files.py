"""Reads rules/*.yaml, ours first, then the site's own; says what is wrong in one line."""

from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from notelint.core import Confidence, Level, NotelintError
from notelint.data_file import our_rules_folder, read_data
from notelint.nearest import did_you_mean
from notelint.rule_options import completed
from notelint.rules import Example, Rule

TEXTS = ("id", "title", "check", "level", "confidence", "message", "why", "fixable", "since")
KEYS = (*TEXTS, "messages", "enabled", "options", "given", "bad", "good")
REQUIRED = ("id", "title", "check", "level", "why")
EXAMPLE_KEYS = ("text", "at", "fix", "why", "path")
CHOICES = {
    "level": ("error", "warning", "info"),
    "confidence": ("high", "medium", "low"),
    "fixable": ("no", "safe", "suggestion"),
}


def load_rules(site_root: Path | None = None) -> dict[str, Rule]:
    """Every rule by id, sorted; those of `site_root`/rules add to ours or replace them by id.

    Raises NotelintError when a rule file cannot be used.
    """
    rules = dict(_our_rules())
    own = (site_root / "rules") if site_root else None
    if own and own.is_dir() and own.resolve() != our_rules_folder().resolve():
        rules.update(_rules_in(own, rules.values()))
    return dict(sorted(rules.items()))


@cache
def _our_rules() -> Mapping[str, Rule]:
    return _rules_in(our_rules_folder())


def _rules_in(folder: Path, ours: Collection[Rule] = ()) -> Mapping[str, Rule]:
    rules = (read_rule(path, ours) for path in sorted(folder.glob("*.yaml")))
    return {rule.id: rule for rule in rules}


def read_rule(path: Path, ours: Collection[Rule] = ()) -> Rule:
    """The rule in one file; its options are completed and judged by those of `ours`.

    Raises NotelintError with the file's name when it is not a rule.
    """
    content = read_data(path).values
    try:
        return completed(rule_from(content, path.stem), ours)
    except NotelintError as error:
        raise NotelintError(f"{path}: {error}") from None


def rule_from(content: object, name: str) -> Rule:
    """A rule from what its file holds; `name` is the file's name, which must be the rule's id."""
    table = _table(content, "a rule")
    _refuse_unknown(table, KEYS, "key")
    for key in REQUIRED:
        if key not in table:
            raise NotelintError(f"“{key}” is missing")
    if table["id"] != name:
        raise NotelintError(f"the id is “{table['id']}”, but the file is called “{name}”")
    if "fixable" in table and isinstance(table["fixable"], bool):
        table["fixable"] = "safe" if table["fixable"] else "no"
    for key in TEXTS:
        if key in table:
            table[key] = _text(table[key], key)
    for key, choices in CHOICES.items():
        if key in table and table[key] not in choices:
            raise NotelintError(f"“{key}” is one of {', '.join(choices)}, not “{table[key]}”")
    if not isinstance(table.get("enabled", True), bool):
        raise NotelintError(f"“enabled” is true or false, not {table['enabled']!r}")
    return Rule(
        id=name,
        title=table["title"],
        check=table["check"],
        level=cast(Level, table["level"]),
        messages=_messages(table),
        why=table["why"].strip(),
        enabled=table.get("enabled", True),
        confidence=cast(Confidence, table.get("confidence", "high")),
        fixable=table.get("fixable", "no"),
        since=table.get("since", "0.1"),
        options=MappingProxyType(_table(table.get("options", {}), "options")),
        given=MappingProxyType(_texts(table.get("given", {}), "given")),
        bad=_examples(table.get("bad", []), "bad"),
        good=_examples(table.get("good", []), "good"),
    )


def _messages(table: Mapping[str, Any]) -> Mapping[str, str]:
    if ("message" in table) == ("messages" in table):
        raise NotelintError("give “message”, or “messages” by name")
    if "message" in table:
        return MappingProxyType({"": table["message"]})
    return MappingProxyType(_texts(table["messages"], "messages"))


def _examples(content: object, where: str) -> tuple[Example, ...]:
    if not isinstance(content, list):
        raise NotelintError(f"“{where}” is a list of examples")
    examples = []
    for entry in content:
        table = _texts({"text": entry} if isinstance(entry, str) else entry, where)
        _refuse_unknown(table, EXAMPLE_KEYS, f"key in “{where}”")
        if "text" not in table:
            raise NotelintError(f"an example in “{where}” has no “text”")
        examples.append(Example(**table))
    return tuple(examples)


def _table(content: object, what: str) -> dict[str, Any]:
    if not isinstance(content, dict) or not all(isinstance(key, str) for key in content):
        raise NotelintError(f"{what} is a table of names and values")
    return dict(content)


def _texts(content: object, what: str) -> dict[str, str]:
    return {key: _text(value, f"{what}.{key}") for key, value in _table(content, what).items()}


def _text(value: object, what: str) -> str:
    if not isinstance(value, str):
        raise NotelintError(f"“{what}” is text, not {value!r}: quote it")
    return value


def _refuse_unknown(table: Mapping[str, Any], known: tuple[str, ...], what: str) -> None:
    for key in table:
        if key not in known:
            raise NotelintError(f"unknown {what} “{key}”{did_you_mean(key, known)}")
