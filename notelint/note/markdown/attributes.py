"""Attribute lists `{#id .class key=value}` after headings and blocks.

https://gohugo.io/content-management/markdown-attributes/; the grammar is goldmark's.
"""

import re
from typing import Any

from notelint.note.markdown.document import State
from notelint.note.nodes import Node

_WORD = r"[^\s!\"#$%&'()*+,/;<=>?@\[\\\]^`{|}~]++"
_VALUE = (
    r"\"(?:[^\"\\]|\\.)*+\"|[a-zA-Z_:][\w:.-]*+|[-+]?[0-9][\d.eE+-]*+"
    r"|\[[^\[\]{}\n]*+\]|\{[^{}\n]*+\}"
)
_GAP = r"[ \t]*+(?:\n[ \t]*+)?"
_ITEM = rf"(?:[#.]{_WORD}|[a-zA-Z_:][a-zA-Z0-9_:.-]*+{_GAP}={_GAP}(?:{_VALUE}))"
# No way back into what was read once: a long list that is not closed costs no more than its length.
_LIST = rf"\{{{_GAP}(?:{_ITEM}{_GAP}(?:,{_GAP})?)*+\}}"
_AT_END = re.compile(rf"(?<!\\){_LIST}(?=[ \t]*\Z)")
_ENTRY = re.compile(
    rf"[#.]({_WORD})|([a-zA-Z_:][a-zA-Z0-9_:.-]*+)\s*=\s*"
    rf"(?:\"((?:[^\"\\]|\\.)*+)\"|({_VALUE}))"
)

PATTERN = rf"^ {{0,3}}(?P<attribute_list>{_LIST})[^\n]*$"
"""Hugo drops what stands behind the list on its line."""

NOTHING: dict[str, Any] = {"id": None, "id_span": None, "classes": ()}


def skip(source: str, start: int, end: int) -> int:
    """The first position in `start:end` that is not white space."""
    while start < end and source[start] in " \t\n\r\f\v":
        start += 1
    return start


def at_end(state: State, start: int, end: int) -> tuple[Node | None, int]:
    """The attribute list that ends `start:end`, and where the text before it ends."""
    found = _AT_END.search(state.src, start, end)
    if found is None:
        return None, end
    end = found.start()
    while end > start and state.src[end - 1] in " \t":
        end -= 1
    return _node(state, found.start(), found.end()), end


def parse_block(match: re.Match[str], state: State) -> int:
    """An attribute list on a line of its own."""
    state.close(state.cursor)
    state.add(_node(state, *match.span("attribute_list")))
    return match.end() + 1


def _node(state: State, start: int, end: int) -> Node:
    facts = dict(NOTHING)
    classes: list[str] = []
    for found in _ENTRY.finditer(state.src, start + 1, end - 1):
        value, name, *_ = found.groups()
        group = found.lastindex or 1
        if value is None:
            value = found.group(group)
        sign = name or state.src[found.start()]
        if sign in ("#", "id"):
            facts["id"] = value
            facts["id_span"] = state.span(found.start(group), found.end(group))
        elif sign in (".", "class"):
            classes += value.split()
    facts["classes"] = tuple(classes)
    return Node("attributes", state.span(start, end), (), state.src[start:end], facts)
