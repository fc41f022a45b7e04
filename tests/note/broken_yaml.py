r"""Front matter as people write and break it, for hypothesis.

Left out is what nobody writes and where we know that we differ from Hugo's reader: anchors and tags on keys, `?` keys,
tabs inside quoted keys, `|+` with no text, a lone `!`, broken `\u` codes, lines that go on with a value and begin
with a hyphen.
"""

from hypothesis import strategies as st

KEYS = (
    "title", "date", "tags", "draft", "a", "b", "summary", '"quoted"', "'single'", "a b", "x-y", "1", "é", "a:b", "a#b",
    "k ", "Title", "true", "~", "-a", "[a]", "@k", "`k",
)  # fmt: skip
VALUES = (
    "x", "yes", "true", "010", "1.5", "2024-05-01", '"dq"', "'sq'", '"a\\nb"', "'it''s'", "'it's'", "a b c", "a: b",
    "a:b", "a #c", "a#c", "@x", "`x`", "%x", '"un', "'un", "[a, b]", "[a, b", "{a: b}", "{a: b", "[a, [b, c]]",
    "{a: [1,2], b: {c: d}}", "|", ">", "|-", "~", "", "{{ x }}", "“q”", "a, b", "- x", 'x  # c', '"x" # c', '"x" y',
    "[a] # c", "{a, b}", "[a: b, c]", "[ ]", "[,]", '"é😀"', "Olá: mundo", "http://a.b/c?d=e#f", "C:\\x", '"C:\\d"',
    "10:30", "- ", "-", "--- x", "#c", '"', "'", "[", "]", "{", "}", "a]", "it's", "<b>", "a & b", "=", "\\x", '"\\',
    "x:", "x :", "1_0", "0x1f", "a - b", '"multi\n  line"', "multi\n  line", '"multi\nline"', "|\n  lit\n  lit2",
    ">\n  fold\n  fold2\n\n  p", "|\n   x\n  y", ">-\n  x", "[a,\n  b]", "[\n  a,\n  b\n]", "[\na,\nb\n]",
    "{\n  a: b\n}", "'a\n  b'", "\n  x", "\n  - x\n  - y", "\n- x\n- y", "\n  k: v\n  l: w",
    "\n  - k: v\n    l: w\n  - m", "\n\tk: v", "\n  k: v\n l: w", "\n    k: v\n  l: w", "\n  # c\n  k: v",
)  # fmt: skip
LINES = ("", "# comment", "  # comment", "  ", "x", "  x", "}", "]", '"', "x: y")
LETTERS = " \n:#\"'[]{},|>%@`a1é"


@st.composite
def _entries(draw: st.DrawFn) -> str:
    lines = []
    for _ in range(draw(st.integers(1, 4))):
        value = draw(st.sampled_from(VALUES))
        sign = (
            ":"
            if value.startswith("\n") or not value
            else draw(st.sampled_from((": ",) * 9 + (":", " : ")))
        )
        indent = draw(st.sampled_from(("",) * 12 + (" ", "  ")))
        lines.append(indent + draw(st.sampled_from(KEYS)) + sign + value)
        if draw(st.integers(0, 11)) == 0:
            lines.append(draw(st.sampled_from(LINES)))
    return "\n".join(lines) + "\n"


@st.composite
def documents(draw: st.DrawFn) -> str:
    """The text between the fences, as often broken as not."""
    text = draw(_entries())
    for _ in range(draw(st.sampled_from((0, 0, 0, 1, 1, 2)))):
        place = draw(st.integers(0, len(text) - 1))
        letter = draw(st.sampled_from(("", *LETTERS)))
        text = text[:place] + letter + text[place + draw(st.integers(0, 1)) :]
    if draw(st.integers(0, 15)) == 0:
        text = text.replace("\n", "\r\n")
    return text.replace("\n---", "\n--").replace("\n...", "\n..").rstrip("\r\n") + "\n"
