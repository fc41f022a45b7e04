"""Every format shows the same findings at the same place."""

import json
import re
from importlib import import_module

import pytest

from notelint.findings import Finding, Report

FIX = {
    "title": "use «guia»",
    "safe": False,
    "edits": [{"line": 3, "column": 5, "end_line": 3, "end_column": 8, "text": "guia"}],
}
ONE = Finding(
    path="content/a, b:c.md",
    line=3,
    column=5,
    end_line=3,
    end_column=8,
    rule="ref-missing",
    level="error",
    confidence="high",
    message="100% wrong: no page «gui»\nhere",
    text="gui",
    suggestions=("guia",),
    fix=FIX,
    source_line="veja gui ali",
    related=(("content/b.md", 1, 2, "this is near"),),
)
TWO = ONE._replace(
    path="content/b.md", level="info", rule="spelling", end_line=4, fix=None, suggestions=()
)
REPORT = Report((ONE, TWO), notes=7, titles={"ref-missing": "A ref leads nowhere"})


def rendered(name: str, report: Report = REPORT) -> str:
    answer = import_module(f"notelint.formats.{name}").render(report)
    assert isinstance(answer, str)
    return answer


def test_text() -> None:
    lines = rendered("text", REPORT._replace(findings=(ONE._replace(message="no page «gui»"),)))
    assert lines == (
        "content/a, b:c.md:3:5: error: no page «gui» [ref-missing]\n"
        "    veja gui ali\n"
        "        ^^^\n"
        "    write: guia\n"
        "    see content/b.md:1:2: this is near\n"
        "\n"
        "1 finding (1 error) in 1 file; 7 notes checked.\n"
    )


def test_text_says_that_all_is_well() -> None:
    report = Report((), notes=1, titles={}, baselined=2)
    assert rendered("text", report) == (
        "All is well: 1 note checked, no finding, 2 known from the baseline.\n"
    )


def test_text_in_colour_is_the_same_text() -> None:
    coloured = rendered("text", REPORT._replace(colour=True))
    assert "\x1b[31m" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == rendered("text")


def test_statistics_come_most_frequent_first() -> None:
    report = Report((TWO, ONE, TWO), 3, {"spelling": "A word"}, statistics=True)
    assert "     2  spelling  A word\n     1  ref-missing  \n" in rendered("text", report)


def test_text_shows_no_control_character_of_a_note() -> None:
    report = REPORT._replace(findings=(ONE._replace(message="\x1b[2J", source_line="\x1b[2J"),))
    assert "\x1b" not in rendered("text", report)


def test_json_has_the_keys_of_the_contract() -> None:
    rows = json.loads(rendered("json"))
    assert list(rows[0]) == [
        "path",
        "line",
        "column",
        "end_line",
        "end_column",
        "rule",
        "level",
        "confidence",
        "message",
        "text",
        "suggestions",
        "fix",
    ]
    assert rows[0]["fix"] == FIX
    assert rows[1]["fix"] is None
    assert json.loads(rendered("json", Report((), 0, {}))) == []


def test_github_escapes_what_would_end_the_command() -> None:
    assert rendered("github").splitlines() == [
        "::error file=content/a%2C b%3Ac.md,line=3,endLine=3,col=5,endColumn=8,"
        "title=notelint ref-missing::100%25 wrong: no page «gui»%0Ahere (write “guia”)",
        "::notice file=content/b.md,line=3,endLine=4,col=5,title=notelint spelling"
        "::100%25 wrong: no page «gui»%0Ahere",
    ]


def test_sarif_has_the_same_place() -> None:
    run = json.loads(rendered("sarif"))["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    first = run["results"][0]
    location = first["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "content/a%2C%20b%3Ac.md"
    assert location["region"] == {
        "startLine": 3,
        "startColumn": 5,
        "endLine": 3,
        "endColumn": 8,
        "snippet": {"text": "gui"},
    }
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"]


@pytest.mark.parametrize("name", ["text", "json", "github", "sarif"])
def test_every_format_stands_an_empty_report(name: str) -> None:
    rendered(name, Report((), 0, {}))
