"""Shortcodes, case by case, as the real Hugo takes them: what stops it, what it calls with what."""

import json
import random
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.note.shortcode_lexer import OPENING, lex, lex_slowly
from notelint.note.shortcode_table import ShortcodeTable
from notelint.note.shortcodes import ScanResult, Shortcode, scan
from tests.cases import rows
from tests.hugo_answers import RENDER, SHORTCODES, TOGETHER, ask
from tests.note.broken_shortcodes import texts

CASES = rows(Path(__file__).parent / "shortcodes" / "tags.txt", 3)
TABLE = ShortcodeTable().for_site({name: "Inner" in text for name, text in SHORTCODES.items()})
CALL = re.compile(r"[BL]\[([^\]]*)\]")
LEAD = "{{< no >}}"  # RenderString looks for shortcodes only in a text that has one


def stops(found: ScanResult) -> bool:
    unknown = any(one.name and TABLE.knows(one.name) is False for one in found.shortcodes)
    return unknown or any(fault.fatal for fault in found.faults)


def calls(found: ScanResult) -> list[list[Any]]:
    return [[one.name, parameters(one)] for one in found.shortcodes if not one.closing]


def parameters(one: Shortcode) -> Any:
    if one.parameters and one.parameters[0].name is None:
        return [each.value for each in one.parameters]
    return {each.name: each.value for each in one.parameters}


def shown_calls(rendered: str) -> list[list[Any]]:
    """What the templates of tests/hugo_answers.py say they were called with."""
    found = []
    for match in CALL.finditer(rendered):
        value, _ = json.JSONDecoder().raw_decode(rendered, match.end())
        found.append([match.group(1), {} if value is None else as_text(value)])
    return found


def as_text(value: Any) -> Any:
    """Parameters as they are written; Hugo makes unquoted ones numbers and truth values."""
    if isinstance(value, dict):
        return {key: as_text(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_text(one) for one in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[1])
def test_a_text(case: tuple[str, ...]) -> None:
    verdict, text, *expected = case
    found = scan(text, 0, TABLE)
    assert stops(found) == (verdict == "stops"), [fault.message for fault in found.faults]
    if expected:
        assert calls(found) == json.loads(expected[0])


def test_hugo_says_so() -> None:
    answers = ask([LEAD + text for _, text, *_ in CASES], RENDER)
    for (verdict, text, *expected), answer in zip(CASES, answers, strict=True):
        assert (verdict == "stops") == bool(answer.stops), (text, answer)
        if expected and '"%' not in text and "{{%" not in text:
            assert shown_calls(answer.value)[1:] == json.loads(expected[0]), text


@settings(TOGETHER)
@given(st.lists(texts(), min_size=60, max_size=120, unique=True))
def test_hugo_agrees_on_what_nobody_thought_of(questions: list[str]) -> None:
    """Random texts with shortcodes, some broken, many to a question; the same ones in every run.

    40,000 others were tried; what they found stands in shortcodes/tags.txt.
    """
    for text, answer in zip(questions, ask([LEAD + one for one in questions], RENDER), strict=True):
        found = scan(text, 0, TABLE)
        assert stops(found) == bool(answer.stops), (text, found.faults, answer)


def test_no_text_is_too_strange() -> None:
    """Every tag and fault lies in the text, tags do not overlap, and pairs point to each other."""
    dice = random.Random(7)
    pieces = (
        "{{<",
        "{{%",
        ">}}",
        "%}}",
        "}}",
        "/",
        " in ",
        " no ",
        '"',
        "`",
        "=",
        "a",
        "\n",
        "*/",
        "/*",
        "\\",
        "é",
    )
    for _ in range(3000):
        text = "".join(dice.choices(pieces, k=dice.randrange(1, 25)))
        found = scan(text, 0, TABLE)
        end = 0
        for mask in found.masks:
            assert end <= mask.span.start < mask.span.end <= len(text)
            end = mask.span.end
        for fault in found.faults:
            assert 0 <= fault.span.start <= fault.span.end <= len(text)
        for one in found.shortcodes:
            assert one.span.of(text).startswith("{{")
            assert one.name_span.of(text) == one.name
            if one.partner is not None:
                assert found.shortcodes[one.partner].partner == one.index


@given(texts())
@settings(max_examples=300, deadline=None)
def test_the_quick_way_is_the_slow_way(text: str) -> None:
    for opening in OPENING.finditer(text):
        assert lex(text, opening.start()) == lex_slowly(text, opening.start())
