"""A note as a whole: prose, references, outline and comments against fixtures, and any bytes at all."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.note.prose import GAP, Prose
from tests.note.listing import listing, note_of

NOTES = sorted((Path(__file__).parent / "fixtures" / "notes").glob("*.md"))
ALL = [*NOTES, *sorted((Path(__file__).parents[2] / "content").rglob("*.md"))]


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)
def test_listing(path: Path) -> None:
    """What the note says of itself is what the .txt file says (`python -m tests.note.listing` writes it)."""
    assert listing(note_of(path.read_bytes())) == path.with_suffix(".txt").read_text("utf-8")


def check_prose(prose: Prose, text: str) -> None:
    """Pieces are in order and cover all but gaps and spaces; equal lengths mean equal characters."""
    position = 0
    for start, end, span in prose.pieces:
        assert position <= start < end <= len(prose.text)
        assert not prose.text[position:start].strip(GAP + " ")
        position = end
        if end - start == span.end - span.start:
            assert prose.text[start:end] == span.of(text)
    assert not prose.text[position:].strip(GAP + " ")
    for mark in prose.marks:
        assert 0 <= mark.start <= mark.end <= len(prose.text)


@pytest.mark.parametrize("path", ALL, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_prose_leads_back_to_the_file(path: Path) -> None:
    """With LF and CRLF, with and without a byte order mark, each word of prose is found under its span."""
    text = path.read_text("utf-8")
    plain = note_of(text.encode())
    for changed in (text.replace("\n", "\r\n"), "\ufeff" + text, text.rstrip("\n")):
        note = note_of(changed.encode())
        assert [one.text for one in note.prose] == [one.text for one in plain.prose]
        assert [one.target for one in note.references] == [one.target for one in plain.references]
        for prose in note.prose:
            check_prose(prose, changed)
            for word in prose.text.split(" "):
                start = prose.text.index(word)
                span = prose.span(start, start + len(word))
                assert 0 <= span.start <= span.end <= len(changed)


@given(st.binary(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_a_note(data: bytes) -> None:
    note = note_of(data)
    listing(note)
    for prose in note.prose:
        check_prose(prose, note.source.text)


@given(st.text(alphabet="ab é*_[]()<>!`\\\n \"'#-|:{}%/=&;@.$~^0\r\t", max_size=80))
@settings(max_examples=400, deadline=None)
def test_any_text_is_a_note(text: str) -> None:
    note = note_of(text.encode())
    listing(note)
    for prose in note.prose:
        check_prose(prose, note.source.text)
    for reference in note.references:
        assert reference.span.start <= reference.target_span.start
        assert reference.target_span.end <= len(note.source.text)


HOSTILE = {
    "one megabyte on one line": "palavra outra " * 75_000,
    "lists in lists": "- " * 2_000 + "a",
    "lists in lists, line by line": "\n".join("  " * depth + "- a" for depth in range(500)),
    "quotes in quotes": ">" * 2_000 + " a",
    "quotes in quotes, line by line": "\n".join("> " * depth + "a" for depth in range(500)),
    "quotes and lists": "> - " * 500 + "a",
    "footnotes in footnotes": "[^a]: " * 2_000,
    "descriptions in descriptions": "a\n" + "".join("  " * n + ": a\n" for n in range(300)),
    "open brackets": "[" * 20_000,
    "brackets": "[" * 20_000 + "]" * 20_000,
    "images in images": "![" * 5_000 + "a" + "](x)" * 5_000,
    "links that are none": "[a](b " * 10_000,
    "stars": "*" * 100_000,
    "open emphasis": "*a **b " * 10_000,
    "closed emphasis": "a** b* " * 10_000,
    "backquotes": " ".join("`" * size for size in range(1, 500)),
    "angles": '<a href="' * 10_000,
    "comments": "<!-- " * 10_000,
    "formulas": "\\( $$ " * 5_001,
    "addresses": "www.a.b http://a@b " * 3_000,
    "attributes": "# x {" + ".a " * 20_000,
    "attribute blocks": "{.a " * 10_000 + "\n",
    "wide table": "|a" * 1_000 + "\n" + "|-" * 1_000 + "\n" + "|b\n" * 1_000,
    "delimiter rows": "a\n" + "|-|-|\n" * 5_000,
    "definitions": "".join(f"[r{n}]: /u\n[r{n}]\n\n" for n in range(3_000)),
    "unclosed definitions": "[a]: <b\n[a]: b 'c\n" * 3_000,
    "descriptions": "T\n: d\n\n" * 5_000,
    "lazy lines": "> 1a\nb\n" * 3_000,
    "blank lines": "\n" * 100_000 + " " * 100_000,
    "shortcodes in shortcodes": "{{< a >}}" * 500 + "{{< /a >}}" * 500,
    "lists in shortcodes in lists": ("- " * 25 + "{{< a >}}\n") * 25 + "x\n" + "{{< /a >}}\n" * 25,
    "open shortcodes": "{{< a " * 5_000,
    "NUL": "a\0 *b\0* " * 5_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_take_seconds_at_most(text: str) -> None:
    """No exception, no deep recursion, and time that grows with the length of the text."""
    start = time.process_time()
    note = note_of(text.encode())
    assert note.prose is not None
    assert note.references is not None
    assert time.process_time() - start < 10
