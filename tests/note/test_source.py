"""Offsets, lines and columns of a file as it is on disk, and bytes that are no text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.note.source import decode

TEXTS = [
    "",
    "a",
    "um\ndois\n",
    "um\r\ndois\r\n",
    "\ufeffum\ndois",
    "\n\n",
    "a\rb\nc",
    "😀é\nç",
    "\ufeff",
    "\ufeff\n",
]


@pytest.mark.parametrize("text", TEXTS)
def test_positions_lead_back(text: str) -> None:
    source = decode(text.encode())
    assert (source.text, source.faults, source.exact) == (text, (), True)
    for offset in range(len(text) + 1):
        line, column = source.position(offset)
        if text[offset : offset + 1] not in ("\ufeff", "\n", "\r"):
            assert source.offset(line, column) == offset


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        ("um\ndois", 3, (2, 1)),
        ("um\r\ndois", 4, (2, 1)),
        ("\ufeffum", 0, (1, 1)),
        ("\ufeffum", 1, (1, 1)),
        ("\ufeffum", 2, (1, 2)),
        ("😀é", 1, (1, 2)),
        ("a\n", 2, (2, 1)),
    ],
)
def test_a_position(text: str, offset: int, position: tuple[int, int]) -> None:
    assert decode(text.encode()).position(offset) == position


@given(st.text(st.sampled_from("aé😀\n\r\ufeff"), max_size=30))
def test_lines_are_the_text(text: str) -> None:
    source = decode(text.encode())
    lines = [source.line_text(number) for number in range(1, source.line_count + 1)]
    assert len(lines) == text.count("\n") + 1
    bare = text[1:] if source.bom else text
    assert lines == [
        one.removesuffix("\r") if number < len(lines) else one
        for number, one in enumerate(bare.split("\n"), 1)
    ]


@pytest.mark.parametrize(("text", "newline"), [("a\nb", "\n"), ("a\r\nb", "\r\n"), ("a", "\n")])
def test_newline(text: str, newline: str) -> None:
    assert decode(text.encode()).newline == newline


@pytest.mark.parametrize(
    ("data", "line", "column", "said"),
    [
        (b"um\ncaf\xe9\n", 2, 4, "byte E9 is not UTF-8 («é» in Windows-1252?)"),
        (b"a\xffb", 1, 2, "byte FF is not UTF-8"),
        ("maçã".encode()[:-1], 1, 4, "is not UTF-8"),
        (b"a\nb\0c", 2, 2, "a NUL character"),
        ("título".encode("utf-16"), 1, 1, "the file is UTF-16"),
    ],
)
def test_what_is_no_text(data: bytes, line: int, column: int, said: str) -> None:
    source = decode(data)
    assert said in source.faults[0].message
    assert source.position(source.faults[0].span.start) == (line, column)
    assert source.exact == (b"\0" in data and b"\xff\xfe" not in data)


@given(st.binary(max_size=60))
def test_any_bytes_are_read(data: bytes) -> None:
    source = decode(data)
    assert source.exact == (source.text.encode() == data) or not source.text
    for fault in source.faults:
        assert fault.span.end <= max(len(source.text), 0)


def test_a_file_in_another_encoding_is_no_flood() -> None:
    assert len(decode("ação ".encode("latin-1") * 10_000).faults) <= 20
