"""The mark stands right under what it marks, whatever the width of the characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.columns import excerpt, shown, width
from notelint.findings import Finding


def finding(line: str, start: int, end: int) -> Finding:
    return Finding("a.md", 1, start + 1, 1, end + 1, "r", "error", "high", "m", source_line=line)


@pytest.mark.parametrize(
    ("line", "text", "source", "marks"),
    [
        ("um dois três", "dois", "um dois três", "   ^^^^"),
        ("\tum dois", "dois", "    um dois", "       ^^^^"),
        ("um\tdois", "\t", "um    dois", "  ^^^^"),
        ("日本 dois", "dois", "日本 dois", "     ^^^^"),
        ("日本 dois", "本", "日本 dois", "  ^^"),
        ("cafe\u0301 dois", "dois", "cafe\u0301 dois", "     ^^^^"),
        ("a\x1b[31mb dois", "dois", "a\ufffd[31mb dois", "        ^^^^"),
        ("soft\u00adhyphen x", "x", "soft\ufffdhyphen x", "            ^"),
    ],
)
def test_marks_stand_under_the_text(line: str, text: str, source: str, marks: str) -> None:
    start = line.index(text)
    assert excerpt(finding(line, start, start + len(text))) == (source, marks)


def test_an_empty_finding_has_one_mark() -> None:
    assert excerpt(finding("abc", 3, 3)) == ("abc", "   ^")


def test_a_long_line_is_cut_around_the_finding() -> None:
    line = "x " * 500_000 + "aqui" + " y" * 500_000
    source, marks = excerpt(finding(line, 1_000_000, 1_000_004))
    assert len(source) < 120
    assert source.startswith("…")
    assert source.endswith("…")
    assert source[marks.index("^") :].startswith("aqui")
    assert marks.count("^") == 4


def test_a_finding_over_several_lines_is_marked_to_the_end_of_the_first() -> None:
    long = finding("abc def", 4, 6)._replace(end_line=3, end_column=1)
    assert excerpt(long) == ("abc def", "    ^^^")


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300))
def test_whatever_the_line_the_marks_are_below_it(line: str, first: int, second: int) -> None:
    line = line.replace("\n", " ")
    start, end = sorted((min(first, len(line)), min(second, len(line))))
    source, marks = excerpt(finding(line, start, end))
    assert set(marks) <= {" ", "^"}
    assert "^" in marks
    assert width(marks) <= width(source) + 1
    assert "\x1b" not in source


def test_shown_keeps_plain_text() -> None:
    assert shown("ação, ñ, 日本") == "ação, ñ, 日本"
