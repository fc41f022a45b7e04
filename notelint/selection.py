"""Which rules are asked of a note, at which level and with which options."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from types import MappingProxyType
from typing import Any

from notelint.config import Config, PerPath, Table
from notelint.core import NotelintError
from notelint.nearest import did_you_mean
from notelint.rule_options import what_is_wanted
from notelint.rules import Rule

_OWN_KEYS = ("level", "enabled", "confidence")


@dataclass(frozen=True, slots=True)
class Selection:
    """All rules there are, the configuration, and what the command line asked for on top of it.

    `also` are asked whatever else is selected. `known` keeps what was chosen for the per-path tables
    that hold: notes come by the thousand, and such sets of tables do not.
    """

    rules: Mapping[str, Rule]
    config: Config
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    known: dict[tuple[int, ...], tuple[Rule, ...]] = field(default_factory=dict)

    def rules_for(self, path: Path) -> tuple[Rule, ...]:
        """The rules asked of the note at `path`, sorted by id."""
        special = tuple(matching(self.config, path))
        key = tuple(map(id, special))  # the tables live as long as the configuration
        if key not in self.known:
            self.known[key] = chosen(self, special)
        return self.known[key]


def chosen(selection: Selection, special: tuple[PerPath, ...]) -> tuple[Rule, ...]:
    """The rules of a note for which these per-path tables hold."""
    config, rules = selection.config, dict(selection.rules)
    for settings in (config.rules, *(part.rules for part in special)):
        for rule_id, table in settings.items():
            rules[rule_id] = configured(rules[rule_id], table)
    names = set(config.select) or {rule.id for rule in rules.values() if rule.enabled}
    names |= set(config.extend_select)
    names -= set(config.ignore)
    for part in special:
        names = (set(part.select) or names) | set(part.extend_select)
        names -= set(part.ignore)
    if selection.select:
        names = set(selection.select)
    names |= set(selection.also)
    names -= set(selection.ignore)
    return tuple(rule for rule_id, rule in sorted(rules.items()) if rule_id in names)


def settings_of(selection: Selection, rule_id: str, option: str) -> Iterator[Any]:
    """Every value that an option of a rule has for some note: its own, and those of the tables."""
    yield selection.rules[rule_id].options.get(option)
    config = selection.config
    for tables in (config.rules, *(part.rules for part in config.per_path)):
        yield tables.get(rule_id, {}).get(option)


def matching(config: Config, path: Path) -> Iterable[PerPath]:
    """The per-path tables that hold for `path`."""
    if not config.per_path or config.folder is None:
        return
    try:
        name = path.resolve().relative_to(config.folder).as_posix()
    except ValueError:
        return
    for table in config.per_path:
        if any(path_matches(name, pattern) for pattern in table.paths):
            yield table


def path_matches(name: str, pattern: str) -> bool:
    """True when `pattern` covers `name`: a folder covers all below it, `*` crosses folders."""
    pattern = pattern.removeprefix("./").rstrip("/")
    patterns = [pattern, f"{pattern}/*"]
    if pattern.startswith("**/"):
        patterns.append(pattern.removeprefix("**/"))
    return any(fnmatchcase(name, each) for each in patterns)


def configured(rule: Rule, table: Table) -> Rule:
    """`rule` with the level and options of a [rules.<id>] table."""
    own = {key: table[key] for key in _OWN_KEYS if key in table and key not in rule.options}
    options = {key.replace("-", "_"): value for key, value in table.items() if key not in own}
    if options:
        known = {key.replace("-", "_"): key for key in rule.options}
        merged = {**rule.options, **{known[key]: value for key, value in options.items()}}
        own["options"] = MappingProxyType(merged)
    return rule._replace(**own)


def validate(selection: Selection) -> None:
    """Raise NotelintError for a rule, level or option that is named and does not exist."""
    config, rules = selection.config, selection.rules
    check_ids(selection.select, rules)
    check_ids(selection.ignore, rules)
    for keys, part in _parts(config):
        for name in ("select", "extend_select", "ignore"):
            with _named(config, (*keys, name.replace("_", "-"))):
                check_ids(getattr(part, name), rules)
        for rule_id, table in part.rules.items():
            with _named(config, (*keys, "rules", rule_id)):
                check_ids((rule_id,), rules)
            for key, value in table.items():
                with _named(config, (*keys, "rules", rule_id, key)):
                    _check_setting(rules[rule_id], key, value)


def _parts(config: Config) -> Iterator[tuple[tuple[str | int, ...], Config | PerPath]]:
    yield (), config
    for number, table in enumerate(config.per_path):
        yield ("per-path", number), table


@contextmanager
def _named(config: Config, keys: tuple[str | int, ...]) -> Iterator[None]:
    """Put the place of `keys` in the configuration file before whatever is wrong with them."""
    try:
        yield
    except NotelintError as error:
        from notelint.config_file import place_of

        raise NotelintError(f"{place_of(config, keys)}: {error}") from None


def check_ids(names: Iterable[str], rules: Mapping[str, Rule]) -> None:
    """Raise NotelintError for a name that is no rule."""
    for name in names:
        if name not in rules:
            near = did_you_mean(name, rules) or "; `notelint rules` lists them"
            raise NotelintError(f"no rule is called “{name}”{near}")


def _check_setting(rule: Rule, key: str, value: object) -> None:
    choices = {"level": ("error", "warning", "info"), "confidence": ("high", "medium", "low")}
    if key in choices:
        if value not in choices[key]:
            near = did_you_mean(str(value), choices[key])
            raise NotelintError(f"“{key}” is one of {', '.join(choices[key])}, not {value!r}{near}")
        return
    known: dict[str, Any] = {
        name.replace("_", "-"): default for name, default in rule.options.items()
    }
    known["enabled"] = True
    name = key.replace("_", "-")
    if name not in known:
        near = did_you_mean(name, (*known, *choices))
        raise NotelintError(f"the rule “{rule.id}” has no option “{key}”{near}")
    if wanted := what_is_wanted(known[name], value):
        raise NotelintError(f"“{key}” is {wanted}, not {value!r}")
