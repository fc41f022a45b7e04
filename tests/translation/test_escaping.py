"""Plain text stays plain: what our own parser makes of it is that text again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.note.nodes import Node
from notelint.translation.escaping import (
    WORD_JOINER,
    at_line_start,
    attribute,
    escaped,
    parameter,
    starts_safely,
)
from tests.translation.engines import note_of


def words(nodes: tuple[Node, ...]) -> str:
    return "".join(
        node.text if node.kind == "text" else " " if node.kind == "softbreak" else f"<{node.kind}>"
        for node in nodes
    )


@given(st.text(st.sampled_from("ab1 *_[]()`<>#|{}%&$\\:~^!\"'-+=./@"), min_size=1, max_size=40))
def test_any_text_is_read_back(text: str) -> None:
    text = " ".join(text.split())
    if not text:
        return
    written = at_line_start(escaped(text, None))
    blocks = note_of(f"{written}\n").blocks
    assert [block.kind for block in blocks] == ["paragraph"]
    # The word joiner keeps Hugo from seeing `[!NOTE]` in the rendered text.
    assert words(blocks[0].children).replace(WORD_JOINER, "") == text


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("2 * 3 = 6", {"*": ("*",)}, "2 * 3 = 6"),
        ("2 * 3 * 4", {"*": ("*",)}, "2 &#42; 3 &#42; 4"),
        ("a * b", {"*": ("\\*",)}, "a \\* b"),
        ("a & b", {}, "a &amp; b"),
        ("a & b", {"&": ("&",)}, "a & b"),
        ("[x](y)", {}, "&#91;x&#93;(y)"),
        ("{{< x >}}", {}, "&#123;&#123;&lt; x &gt;&#125;&#125;"),
        ("http://x.y", {}, "http&#58;//x.y"),
        ("a@b.co", {}, "a&#64;b.co"),
        ("www.x.y", {}, "www&#46;x.y"),
        ("“aspas” — e… 'estas'", {}, "“aspas” — e… 'estas'"),
        ("a: b (c) 10:30", {}, "a: b (c) 10:30"),
    ],
)
def test_only_what_the_translation_brought(
    text: str, source: dict[str, tuple[str, ...]], expected: str
) -> None:
    assert escaped(text, source) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# a", "&#35; a"),
        ("> a", "&gt; a"),
        ("- a", "&#45; a"),
        ("+ a", "&#43; a"),
        ("=", "&#61;"),
        (": a", "&#58; a"),
        ("1. a", "1&#46; a"),
        ("12) a", "12&#41; a"),
        ("1.5 a", "1.5 a"),
        ("a. b", "a. b"),
    ],
)
def test_what_begins_a_block(text: str, expected: str) -> None:
    assert at_line_start(text) == expected


def test_where_a_line_may_begin() -> None:
    assert starts_safely("palavra")
    assert starts_safely("1986 foi")
    assert not starts_safely("1. um")
    assert not starts_safely("- um")
    assert not starts_safely("[x]: y")


@given(st.text(st.sampled_from("ab *_[]`<>|{}&$\\~^\"'"), max_size=20))
def test_titles_are_read_back(text: str) -> None:
    note = note_of(f'[x](y "{attribute(text, "", "x")}")\n')
    link = note.blocks[0].children[0]
    assert link.kind == "link"
    assert (link.attrs["title"] or "") == text


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ('a "b"', '"', 'a \\"b\\"'),
        ("a", "", "a"),
        ("a b", "", '"a b"'),
        ("a 'b'", "`", "a 'b'"),
    ],
)
def test_parameters(text: str, quote: str, expected: str) -> None:
    written, added = parameter(text, quote)
    assert f"{added}{written}{added}" == expected
