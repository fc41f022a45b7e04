"""Front matter, case by case, as the real Hugo reads it: what stops it, what the values are."""

import json
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.core import Span
from notelint.note.front_matter import read_front_matter
from notelint.note.front_matter_dates import read_date
from notelint.note.front_matter_fields import Read
from notelint.note.front_matter_json import read_json
from notelint.note.front_matter_toml import read_toml
from notelint.note.front_matter_yaml import read_yaml
from notelint.site.values import truth
from tests.cases import rows
from tests.hugo_answers import AS_DATE, TOGETHER, ask, ask_page, ask_values
from tests.note.broken_yaml import documents

FOLDER = Path(__file__).parent / "front_matter"
READERS = {"yaml": read_yaml, "toml": read_toml, "json": read_json}
CASES = [(ending, *row) for ending in READERS for row in rows(FOLDER / f"{ending}.txt", 3)]
FILES = rows(FOLDER / "fences.txt", 4)
DATES = rows(FOLDER / "dates.txt", 3)


def text_of(ending: str, shown: str) -> str:
    return shown if ending == "json" else f"{shown}\n"


def read(ending: str, text: str) -> Read:
    return READERS[ending](text, Span(0, len(text)))


def stops(found: Read) -> bool:
    return any(fault.fatal for fault in found.faults)


def as_json(value: Any) -> Any:
    """Values as Hugo's JSON shows them: dates as text, whole floats as whole numbers."""
    if isinstance(value, dict):
        return {key: as_json(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_json(one) for one in value]
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date | time) else value


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]} {case[2]!r}")
def test_a_value(case: tuple[str, ...]) -> None:
    ending, verdict, shown, *value = case
    found = read(ending, text_of(ending, shown))
    assert stops(found) == (verdict == "stops"), [fault.message for fault in found.faults]
    if value:
        assert as_json(found.values) == json.loads(value[0])


@pytest.mark.parametrize("case", FILES, ids=repr)
def test_a_file(case: tuple[str, ...]) -> None:
    verdict, text, *rest = case
    found = read_front_matter(text)
    assert found.fatal == (verdict == "stops"), [fault.message for fault in found.faults]
    if rest:
        values, body = rest
        assert found.values == json.loads(values)
        assert text[found.body_start :] == body


@pytest.mark.parametrize("case", DATES, ids=lambda case: case[1])
def test_a_date(case: tuple[str, ...]) -> None:
    verdict, shown, *moment = case
    found = read_date(read("yaml", f"v: {shown}\n").values["v"])
    problems = {"stops": "unreadable", "seconds": "seconds", "no-year": "no-year"}
    assert found.problem == problems.get(verdict, "")
    if moment:
        assert found.moment is not None
        assert f"{found.moment:%m-%d %H:%M:%S}" == moment[0][5:]
        assert found.moment.year == int(moment[0][:4])


@pytest.mark.parametrize("ending", READERS)
def test_hugo_says_so(ending: str) -> None:
    cases = [row for row in CASES if row[0] == ending]
    answers = ask_values([text_of(ending, row[2]) for row in cases], ending)
    for (_, verdict, shown, *value), answer in zip(cases, answers, strict=True):
        assert (verdict == "stops") == (answer is None), shown
        if value:
            assert answer == json.loads(value[0]), shown


def test_hugo_reads_the_files_so() -> None:
    for verdict, text, *rest in FILES:
        page = ask_page(text)
        assert (verdict == "stops") == (page is None), text
        if page is not None:
            assert page["body"] == rest[1], text
            assert page["params"].items() >= json.loads(rest[0]).items()


def test_hugo_reads_the_dates_so() -> None:
    answers = ask([f"v: {row[1]}\n" for row in DATES], AS_DATE, "yaml")
    for (verdict, shown, *moment), answer in zip(DATES, answers, strict=True):
        assert (verdict == "stops") == bool(answer.stops), shown
        if moment:
            assert answer.value[:19] == moment[0], shown
        if verdict == "no-year":
            assert answer.value.startswith("0000"), shown


@settings(TOGETHER)
@given(st.lists(documents(), min_size=60, max_size=120, unique=True))
def test_hugo_agrees_on_what_nobody_thought_of(texts: list[str]) -> None:
    """Random YAML, much of it broken, many to a question: the same ones in every run.

    20,000 others were tried; what they found stands in front_matter/yaml.txt.
    """
    for text, answer in zip(texts, ask_values(texts, "yaml"), strict=True):
        found = read("yaml", text)
        assert stops(found) == (answer is None), (text, [one.message for one in found.faults])
        assert answer is None or found.values == answer, text


PARTS = (
    *("2024", "24", "05", "5", "01", "1", "31", "13", "-", "-", "/", "T", " ", " ", ":", ":", "00", "10", ".5", "Z"),
    *("-03:00", "-0300", "GMT", "May", "Wed,", "UTC", ","),
)  # fmt: skip
WRITTEN = st.lists(st.sampled_from(PARTS), min_size=1, max_size=9).map("".join)
SHAPES = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(
        ("2024-05-01", "2024-02-30", "2024-5-1", "01 May 2024", "1 May 2024", "2024/05/01")
    ),
    st.sampled_from(("", "T", " ", "  ")),
    st.sampled_from(("", "10:00:00", "10:00", "1:02:03", "24:00:00", "10:00:00.5", "10:00:00,25")),
    st.sampled_from(
        ("", "Z", " Z", "-03:00", " -03:00", "-0300", " -0300", " GMT", " -0300 BRT", "+03")
    ),
)


@TOGETHER
@given(st.lists(WRITTEN | SHAPES, min_size=60, max_size=120, unique=True))
def test_hugo_agrees_on_dates(written: list[str]) -> None:
    answers = ask([f'v: "{one}"\n' for one in written], AS_DATE, "yaml")
    for one, answer in zip(written, answers, strict=True):
        found = read_date(one)
        assert (found.problem == "unreadable") == bool(answer.stops), one
        if found.moment is not None:
            assert answer.value.startswith(f"{found.moment:%Y-%m-%d %H:%M:%S}"), one


def test_hugo_agrees_on_drafts() -> None:
    values = (
        "true",
        "false",
        "yes",
        "no",
        "on",
        "sim",
        '"true"',
        '"True"',
        '"t"',
        "T",
        '"1"',
        "1",
        "0",
        "2",
        "-1",
        "1.5",
    )
    values += (
        "TRUE",
        "tRUE",
        "",
        "~",
        "[true]",
        "{a: true}",
        '""',
        '"false"',
        "talvez",
        "010",
        "0x0",
    )
    for value in values:
        page = ask_page(f"---\ntitle: a\ndraft: {value}\n---\n")
        assert page is not None
        draft = read("yaml", f"draft: {value}\n").values["draft"]
        assert page["draft"] == truth(draft), value
