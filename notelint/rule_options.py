"""What the options of a rule may be: the rules that come with notelint show it by their defaults."""

from collections.abc import Iterable
from types import MappingProxyType

from notelint.core import NotelintError
from notelint.nearest import did_you_mean
from notelint.rules import Rule

_ITS_LIST = {"existence": "words", "substitution": "swap"}
"""The option without which a rule of such a check asks nothing."""


def what_is_wanted(default: object, value: object) -> str:
    """What an option with this default should be when `value` is no such thing, else "".

    Numbers are counts; lists are of texts, and so are the values of tables.
    """
    if isinstance(default, bool):
        return "" if isinstance(value, bool) else "true or false"
    if isinstance(default, int):
        right = isinstance(value, int) and not isinstance(value, bool) and value >= 0
        return "" if right else f"something like {default!r}"
    if isinstance(default, list):
        right = isinstance(value, list) and all(isinstance(one, str) for one in value)
        return "" if right else "a list of texts"
    if isinstance(default, dict):
        right = isinstance(value, dict) and all(isinstance(one, str) for one in value.values())
        return "" if right else "a table of names and texts"
    return "" if isinstance(value, str) else "a text"


def completed(rule: Rule, ours: Iterable[Rule]) -> Rule:
    """A rule of a site with the options that it leaves out, as ours with the same check have them.

    Raises NotelintError for an option that the check does not have or cannot use, and for a list
    that is missing.
    """
    alike = [one for one in ours if one.check == rule.check]
    if not alike:
        return rule
    model = next((one for one in alike if one.id == rule.id), alike[0])
    for name, value in rule.options.items():
        if name not in model.options:
            near = did_you_mean(name, model.options)
            raise NotelintError(f"the check “{rule.check}” has no option “{name}”{near}")
        if wanted := what_is_wanted(model.options[name], value):
            raise NotelintError(f"“options.{name}” is {wanted}, not {value!r}")
    needed = _ITS_LIST.get(rule.check)
    if needed and needed not in rule.options:
        raise NotelintError(f"the check “{rule.check}” needs “{needed}” under “options”")
    return rule._replace(options=MappingProxyType({**model.options, **rule.options}))
