"""Rule files: what makes one, and how a bad one is refused."""

from pathlib import Path

import pytest

from notelint.core import NotelintError, Span
from notelint.rule_files import load_rules, read_rule
from tests.commands import Notelint
from tests.small_site import write_site

MINIMAL = """\
id: minha
title: Uma regra
check: existence
level: info
message: "not {text}"
why: because
options: {words: [isto]}
"""


def test_our_rules_are_sorted_by_id() -> None:
    rules = load_rules()
    assert list(rules) == sorted(rules)
    assert rules["heading-increment"].options["first"] == 2


def test_a_site_adds_rules_and_replaces_ours(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "minha.yaml").write_text(MINIMAL, "utf-8")
    own = MINIMAL.replace("id: minha", "id: spelling")
    (tmp_path / "rules" / "spelling.yaml").write_text(own, "utf-8")
    rules = load_rules(tmp_path)
    assert rules["minha"].title == "Uma regra"
    assert rules["spelling"].check == "existence"
    assert load_rules()["spelling"].check == "spelling"


def test_a_message_is_filled_in(tmp_path: Path) -> None:
    path = tmp_path / "minha.yaml"
    path.write_text(MINIMAL, "utf-8")
    found = read_rule(path).found(Span(0, 1), text="isto")
    assert (found.rule, found.level, found.message) == ("minha", "info", "not isto")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("title: Uma regra\n", "", "“title” is missing"),
        ("title:", "titel:", "unknown key “titel”: did you mean “title”?"),
        ("level: info", "level: warn", "“level” is one of error, warning, info, not “warn”"),
        ("id: minha", "id: outra", "the id is “outra”, but the file is called “minha”"),
        ('message: "not {text}"\n', "", "give “message”, or “messages” by name"),
        ("why: because", "why: 3", "“why” is text, not 3: quote it"),
        ("why: because", "why: because\nbad: x", "“bad” is a list of examples"),
        ("why: because", "why: because\nbad:\n- at: x", "an example in “bad” has no “text”"),
        ("why: because", "why: because\nbad:\n- text: x\n  as: y", "unknown key in “bad” “as”"),
        (
            "why: because",
            "why: because\nenabled: talvez",
            "“enabled” is true or false, not 'talvez'",
        ),
        ("why: because", "why: [", "not valid YAML"),
        (MINIMAL, "- a", "not valid YAML"),
    ],
)
def test_a_bad_rule_is_refused_in_one_line(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    path = tmp_path / "minha.yaml"
    path.write_text(MINIMAL.replace(old, new), "utf-8")
    with pytest.raises(NotelintError) as caught:
        read_rule(path)
    assert str(caught.value).startswith(f"{path}:")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("options: {words: [isto]}", "", "the check “existence” needs “words” under “options”"),
        ("words: [isto]", "words: isto", "“options.words” is a list of texts, not 'isto'"),
        ("words: [isto]", "words: [3]", "“options.words” is a list of texts, not [3]"),
        ("words:", "wrds:", "“existence” has no option “wrds”: did you mean “words”?"),
        (
            "words: [isto]",
            "words: [isto], ignore_case: 1",
            "“options.ignore_case” is true or false",
        ),
        ("check: existence", "check: substitution", "“substitution” has no option “words”"),
        (
            "check: existence",
            "check: existenc",
            "does not exist: “existenc”: did you mean “existence”?",
        ),
        ("not {text}", "not {texto}", "cannot be filled in: “existence” gives {text}"),
        ("not {text}", "not {", "cannot be filled in: “existence” gives {text}"),
        ('message: "not {text}"', "messages: {um: dois}", "the rule has no “message”"),
    ],
)
def test_a_rule_of_a_site_that_cannot_work_is_one_line(
    tmp_path: Path, notelint: Notelint, old: str, new: str, message: str
) -> None:
    write_site(tmp_path, {"rules/minha.yaml": MINIMAL.replace(old, new), "a.md": "Isto aqui.\n"})
    done = notelint("check", "--select", "minha")
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert "minha" in done.err
    assert done.err.count("\n") == 1


def test_options_that_a_site_leaves_out_are_as_ours(tmp_path: Path, notelint: Notelint) -> None:
    text = MINIMAL.replace("check: existence", "check: headings").replace("id: minha", "id: h")
    text = text.replace("options: {words: [isto]}", "").replace("{text}", "{level}")
    write_site(tmp_path, {"rules/h.yaml": text, "a.md": "Isto.\n\n#### Fundo\n"})
    assert "not 4 [h]" in notelint("check", "--select", "h").out
