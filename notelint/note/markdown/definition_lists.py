"""Definition lists, as goldmark reads them: every line of the paragraph before `:` is a term.

https://michelf.ca/projects/php-markdown/extra/#def-list
"""

import re
from typing import TYPE_CHECKING

from mistune.list_parser import _count_indent, _expand_leading_tabs

from notelint.core import Span
from notelint.note.markdown import containers
from notelint.note.markdown.attributes import skip
from notelint.note.markdown.document import State
from notelint.note.nodes import Node

if TYPE_CHECKING:
    from notelint.note.markdown.blocks import Blocks

PATTERN = r"^:[ \t][^\n]*"
_CODE_INDENT = 8


def parse_description(block: "Blocks", match: re.Match[str], state: State) -> int:
    """Read a description and the terms above it."""
    start = state.cursor
    if state.paragraph < 0 and (
        not state.nodes or state.nodes[-1].kind not in ("paragraph", "def_list")
    ):
        return 0
    state.close(start)
    last = state.nodes[-1]
    loose = state.blank
    if last.kind == "paragraph":
        terms = _terms(state, last)
    elif last.kind == "def_list":
        terms = []
    else:
        return 0
    if state.nodes and state.nodes[-1].kind == "def_list":
        node, children = state.nodes[-1], state.definition_list
    else:
        node, children = Node("def_list", last.span, (), "", {}), []
        state.definition_list = children
        state.nodes.append(node)
        state.document.containers.append((node, children))
    rest = _expand_leading_tabs(match.group()[1:], 1)
    indent = _count_indent(rest)
    width = 1 + (5 if indent >= _CODE_INDENT else indent)
    text = rest[width - 1 :] + "\n"
    content = containers.read(block, state, text, start, width, "def_list")
    if not loose:
        for child in content.child.nodes:
            if child.kind == "paragraph":
                child.kind = "block_text"
                break  # goldmark leaves the others as they are
    item = Node("def_list_item", state.span(start, content.end), (), "", {})
    state.document.containers.append((item, content.child.nodes))
    children += [*terms, item]
    node.span = Span(node.span.start, item.span.end)
    state.blank = content.blank
    state.tail_open = content.child.open_end and not content.blank
    return content.cursor


def _terms(state: State, paragraph: Node) -> list[Node]:
    """Make terms of the lines of `paragraph`, the last block so far."""
    leaf = state.document.leaves.pop()
    while leaf.node is not paragraph:  # pragma: no cover
        raise AssertionError("the last block is the last leaf")
    state.nodes.pop()
    terms: list[Node] = []
    position = leaf.start
    for line in state.src[leaf.start : leaf.end].split("\n"):
        start = skip(state.src, position, position + len(line))
        end = start + len(state.src[start : position + len(line)].rstrip(" \t"))
        term = Node("def_list_head", state.span(start, end), (), "", {})
        state.document.add_leaf(term, state, start, end)
        terms.append(term)
        position += len(line) + 1
    return terms
