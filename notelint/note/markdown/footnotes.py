"""Footnote definitions, as goldmark's footnote extension reads them: a container of blocks.

https://michelf.ca/projects/php-markdown/extra/#footnotes
"""

import re
from typing import TYPE_CHECKING

from mistune.list_parser import _expand_leading_tabs

from notelint.note.markdown import containers
from notelint.note.markdown.document import State
from notelint.note.nodes import Node

if TYPE_CHECKING:
    from notelint.note.markdown.blocks import Blocks

PATTERN = r"^ {0,3}\[\^(?P<footnote_label>(?:[^\\\[\]\n]|\\.){1,500})\]:"
_WIDTH = 4


def parse_definition(block: "Blocks", match: re.Match[str], state: State) -> int:
    """Read `[^label]: …`."""
    label = match.group("footnote_label")
    if not label.strip():
        return 0
    start = state.cursor
    state.close(start)
    source = state.src
    text = _expand_leading_tabs(
        source[match.end() : state.find_line_end_at(start)], match.end() - start
    )
    content = containers.read(block, state, text.lstrip(" "), start, _WIDTH)
    begin = source.index("[", start)
    first = match.start("footnote_label")
    facts = {"label": label, "label_span": state.span(first, first + len(label))}
    node = Node("footnote_definition", state.span(begin, content.end), (), "", facts)
    state.add_container(node, content.child.nodes)
    state.document.footnotes.setdefault(label, node)
    state.blank = content.blank
    state.tail_open = content.child.open_end and not content.blank
    return content.cursor
