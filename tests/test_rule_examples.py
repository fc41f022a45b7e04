"""Every rule's own examples: what it calls wrong is found and mended, the rest is not."""

from pathlib import Path

import pytest

from notelint.core import Diagnostic, apply_edits
from notelint.rule_files import load_rules
from notelint.rules import Example, Rule
from notelint.runner import Request, run
from tests.small_site import write, write_site

RULES = list(load_rules().values())
ALONE = [rule for rule in RULES if rule.check != "languagetool"]  # its tests have a server
BAD = [(rule, each) for rule in ALONE for each in rule.bad]
GOOD = [(rule, each) for rule in ALONE for each in rule.good]


def name(value: object) -> str | None:
    if isinstance(value, Rule):
        return value.id
    return value.text[:30] if isinstance(value, Example) else None


def findings(folder: Path, rule: Rule, example: Example) -> list[Diagnostic]:
    """What the rule finds in the example, in the little site that the rule file gives."""
    write_site(folder, {**rule.given, example.path: example.text})
    if not rule.enabled:
        write(folder / "notelint.toml", f'extend-select = ["{rule.id}"]\n')
    result = run(Request((folder / "content" / example.path,), site=folder))
    every = [each for checked in result.checked for each in checked.diagnostics]
    assert not [each.message for each in every if each.rule == "internal-error"]
    return [each for each in every if each.rule == rule.id]


@pytest.mark.parametrize(("rule", "example"), BAD, ids=name)
def test_bad_example(tmp_path: Path, rule: Rule, example: Example) -> None:
    found = findings(tmp_path, rule, example)
    assert found, "nothing is found"
    if example.at is not None:
        assert example.at in [each.span.of(example.text) for each in found]
    if example.fix is not None:
        fixed = apply_edits(example.text, found[0].fixes[0].edits)
        assert fixed == example.fix
        assert not findings(tmp_path, rule, Example(fixed, path=example.path))


@pytest.mark.parametrize(("rule", "example"), GOOD, ids=name)
def test_good_example(tmp_path: Path, rule: Rule, example: Example) -> None:
    assert [each.message for each in findings(tmp_path, rule, example)] == []


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_every_rule_shows_what_it_means(rule: Rule) -> None:
    assert rule.bad
    assert rule.good
    assert len(rule.why) > 30
    assert rule.title
    assert not rule.title.endswith(".")
    if rule.fixable != "no" and rule in ALONE:
        assert any(example.fix is not None for example in rule.bad), "a fix that no example shows"
