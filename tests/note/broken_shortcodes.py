"""Texts with shortcodes as people write and break them, for hypothesis.

Left out is what nobody writes and where we know that we differ from Hugo: inline shortcodes, backslashes before
letters, a value glued to the closing braces.
"""

from hypothesis import strategies as st

NAMES = ("in", "in", "note", "no", "no", "img", "ns/x")
VALUES = (
    '"a"', '"a b"', "`a b`", "`a\nb`", "abc", "a-b", "1.5", "true", '"x\\"y"', '\\"q\\"', '""', '"}}"', '">}}"', '`"`',
    '"`"', '"é"', "é", "_", "-x", '"a/b.png"',
)  # fmt: skip
BROKEN = (
    "a/b",
    "a,b",
    '"a',
    '"a\nb"',
    "a:",
    "#",
    "😀",
    "²",
    '"a\\\\"',
    "e\u0301",
    "'a'",
    "*",
    "<b>",
    "{",
    "$x",
)
BETWEEN = (
    "",
    " ",
    "\n",
    "texto ",
    "`code` ",
    "<!-- c -->",
    "{{</* x */>}}",
    "{{%/* no */%}}",
    "{{ x }}",
    "{{/* c */}}",
)


@st.composite
def tags(draw: st.DrawFn, name: str) -> str:
    """An opening tag."""
    notation = draw(st.sampled_from("<<<%"))
    named = draw(st.booleans())
    parts = []
    for _ in range(draw(st.sampled_from((0, 0, 1, 1, 2)))):
        value = draw(st.sampled_from(VALUES if draw(st.integers(0, 30)) else BROKEN))
        mixed = draw(st.integers(0, 30)) == 0
        key = draw(st.sampled_from(("a", "src", "data-x"))) + "=" if named != mixed else ""
        parts.append(key + value)
    blank = draw(st.sampled_from((" ", " ", " ", "\n", "  ")))
    right = "%}}" if notation == "%" else ">}}"
    if draw(st.integers(0, 40)) == 0:
        right = draw(st.sampled_from((">", "}}", "", "%}}")))
    return f"{{{{{notation}{blank}{blank.join((name, *parts))} {right}"


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A text with a few shortcodes, most of them closed as they must be."""
    parts: list[str] = []
    opened: list[str] = []
    for _ in range(draw(st.integers(1, 5))):
        name = draw(st.sampled_from(NAMES))
        if opened and draw(st.integers(0, 2)) == 0:
            parts.append(f"{{{{< /{opened.pop()} >}}}}")
        else:
            parts.append(draw(tags(name)))
            if name in ("in", "note"):
                opened.append(name)
        parts.append(draw(st.sampled_from(BETWEEN)))
    if draw(st.integers(0, 12)):
        parts += [f"{{{{< /{name} >}}}}" for name in reversed(opened)]
    return "".join(parts)
