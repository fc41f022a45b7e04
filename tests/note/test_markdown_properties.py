"""What must hold of the tree of any text at all."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.core import Span, apply_edits
from notelint.note.markdown import parse
from notelint.note.markup import MATH, Markup
from notelint.note.nodes import Node
from notelint.note.shortcodes import scan
from tests.note.stock import difference, our_tokens, stock_tokens

NOTES = sorted((Path(__file__).parent / "fixtures" / "markdown").glob("*.md"))
NOTES += sorted((Path(__file__).parents[2] / "content").rglob("*.md"))

PIECES = st.sampled_from(
    """* ** *** _ __ ~ ~~ ` `` [ ] ( ) ![ ]( ](/u) [ref] [^1] [ref]:_/u [^1]:_x # ## > - + 1. 10) : | |---|
    |-|-| --- === ``` ~~~ $$ \\( \\) \\[ \\] \\ \\* &amp; &x; < > <b> </b> <div> </div> <!-- --> <a_href="
    https://a.b/c www.a.b a@b.c {.a} {#i} { } [!NOTE] [x] {{<_s_>}} {{<_/s_>}} {{%_p_%}} {{% a é 😀 palavra
    . , : ! " ' “ 1 \\0 \ufffc \u00a0""".replace("\\0", "\0").split()
).map(lambda piece: piece.replace("_", " ") if len(piece) > 3 else piece)
SPACES = st.sampled_from(
    ["", " ", " ", "  ", "    ", "\t", "\n", "\n", "\n\n", "\r\n", "\n> ", "\n- ", "\n\t", "\n   "]
)
TEXTS = st.lists(st.tuples(PIECES, SPACES), max_size=25).map(
    lambda parts: "".join(piece + space for piece, space in parts)
)


def nodes_of(text: str, start: int = 0, markup: Markup = MATH) -> list[Node]:
    roots = parse(text, start, len(text), markup, scan(text, start))
    return [node for root in roots for node in root.walk()]


def shape(nodes: list[Node]) -> list[tuple[str, Span, str]]:
    return [(node.kind, node.span, node.text) for node in nodes]


def check_places(text: str, roots: tuple[Node, ...]) -> None:
    """Spans lie in the text, children in their parent and in order; a text is what stands there."""
    stack = [(root, Span(0, len(text))) for root in roots]
    for before, after in pairwise(roots):
        assert before.span.end <= after.span.start
    while stack:
        node, outer = stack.pop()
        assert outer.start <= node.span.start <= node.span.end <= outer.end, node
        for value in node.attrs.values():
            if isinstance(value, Span):
                assert 0 <= value.start <= value.end <= len(text)
        written = node.span.of(text)
        if node.kind == "text" and written != node.text:
            assert written[0] in "\\&", (written, node.text)
            assert len(node.text) <= 2
        position = node.span.start
        for child in node.children:
            assert position <= child.span.start, (node, child)
            position = child.span.end
            stack.append((child, node.span))


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_places_hold_for_any_text(text: str) -> None:
    check_places(text, parse(text, 0, len(text), MATH, scan(text)))


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)
def test_places_hold_for_notes(path: Path) -> None:
    text = path.read_text("utf-8")
    check_places(text, parse(text, 0, len(text), MATH, scan(text)))


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_line_ends_move_places_and_nothing_else(text: str) -> None:
    """The same note with CRLF has the same tree, each place moved by the returns before it."""
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    moved = [0]
    for character in unix:
        moved.append(moved[-1] + 1 + (character == "\n"))
    plain, dos = nodes_of(unix), nodes_of(unix.replace("\n", "\r\n"))
    assert [node.kind for node in plain] == [node.kind for node in dos]
    for before, after in zip(plain, dos, strict=True):
        assert moved[before.span.start] == after.span.start
        end = before.span.end
        allowed = {moved[end], moved[end - 1] + 1 if end else 0}
        assert after.span.end in allowed, (before, after)
        if before.kind in ("text", "codespan"):
            assert before.text == after.text


@given(TEXTS, st.sampled_from(["---\na: b\n---\n", "\ufeff", "x" * 7]))
@settings(max_examples=200, deadline=None)
def test_the_start_moves_places_and_nothing_else(text: str, head: str) -> None:
    plain, later = nodes_of(text), nodes_of(head + text, len(head))
    assert [
        (node.kind, Span(node.span.start + len(head), node.span.end + len(head)), node.text)
        for node in plain
    ] == shape(later)


def changeable(roots: tuple[Node, ...]) -> list[Node]:
    """The texts whose words name nothing else: not a reference's label, not an address."""
    named: set[int] = set()
    for root in roots:
        for node in root.walk():
            form = node.attrs.get("form")
            if form in ("shortcut", "collapsed", "bare", "autolink"):
                named.update(id(one) for one in node.walk())
    return [
        node
        for root in roots
        for node in root.walk()
        if node.kind == "text" and id(node) not in named and any(map(str.isalnum, node.text))
    ]


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)
def test_another_word_changes_its_text_alone(path: Path) -> None:
    """Other letters under one text's span: that node alone is another, in kind and place the same."""
    text = path.read_text("utf-8")
    roots = parse(text, 0, len(text), MATH, scan(text))
    if "<" in text and path.stem in ("html", "calls"):
        roots = tuple(root for root in roots if root.kind != "block_html")
    before = shape(nodes_of(text))
    for node in changeable(roots)[::7]:
        if "<" in node.text or "@" in node.text or "://" in node.text:
            continue
        new = "".join("q" if letter.isalnum() else letter for letter in node.text)
        after = shape(nodes_of(text[: node.span.start] + new + text[node.span.end :]))
        changed = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
        assert all(
            one[:2] == other[:2] and one[1] == node.span and one[0] == "text"
            for one, other in changed
        ), (node, changed[:2])


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_no_edit_gives_the_same_text(text: str) -> None:
    """The texts put back at their places give the text again."""
    from notelint.core import Edit

    edits = {Edit(node.span, node.span.of(text)) for node in nodes_of(text) if node.kind == "text"}
    assert apply_edits(text, edits) == text


UNITS = st.sampled_from(
    [
        *(
            "palavra",
            "**forte**",
            "*ênfase*",
            "_outra_",
            "`código`",
            "[ligação](/u)",
            "![a](b.png)",
        ),
        *(
            "***os dois***",
            "**a *b* c**",
            "[*a*](b)",
            "&amp;",
            "a_b_c",
            "2 * 3",
            "<b>x</b>",
            "(*a*),",
        ),
        *("fim.", "<https://a.b>", "[a][ref]", "[ref]", "x\\*y", "a\\\nb", "a  \nb", "a\nb"),
    ]
)
LINES = st.lists(UNITS, min_size=1, max_size=6).map(" ".join)
BLOCKS = st.one_of(
    LINES,
    LINES.map(lambda line: f"## {line}".replace("\n", " ")),
    st.lists(LINES, min_size=1, max_size=3).map(
        lambda lines: "\n".join("- " + line.replace("\n", "\n  ") for line in lines)
    ),
    st.lists(LINES, min_size=1, max_size=3).map(
        lambda lines: "\n".join("> " + line.replace("\n", "\n> ") for line in lines)
    ),
    LINES.map(lambda line: f"```py\n{line}\n```"),
    LINES.map(lambda line: f"| a | b |\n|---|---|\n| {' '.join(line.split())} | c |"),
)


@given(st.lists(BLOCKS, min_size=1, max_size=6).map("\n\n".join))
@settings(max_examples=200, deadline=None)
def test_stock_mistune_sees_the_same(text: str) -> None:
    """Ordinary Markdown, put together at random, is the same tree for stock mistune."""
    text += "\n\n[ref]: /onde 'título'\n"
    assert difference(our_tokens(text), stock_tokens(text)) == ""
