"""Blocks of raw HTML, by the seven start and end conditions of CommonMark.

https://spec.commonmark.org/0.31.2/#html-blocks
"""

import re
from typing import TYPE_CHECKING

from mistune.helpers import BLOCK_TAGS, HTML_ATTRIBUTES, PRE_TAGS

from notelint.note.markdown.attributes import skip
from notelint.note.markdown.document import State
from notelint.note.nodes import Node

if TYPE_CHECKING:
    from notelint.note.markdown.blocks import Blocks

_OPEN_TAG_END = re.compile(HTML_ATTRIBUTES + r"[ \t]*/?>[ \t]*(?:\n|$)", re.A)
_CLOSE_TAG_END = re.compile(r"[ \t]*>[ \t]*(?:\n|$)")
_TAG_BREAK = re.compile(r"[ \t\n>]|/>|$")
_PRE_END = re.compile(r"</(?:pre|script|style|textarea)>", re.I)

PATTERN = (
    rf"^ {{0,3}}(?:(?i:</?(?:{'|'.join((*BLOCK_TAGS, *PRE_TAGS))}))(?=[ \t>]|/>|$)"
    r"|<!--|<\?|<!\[CDATA\[|<![A-Z])"
)
"""The blocks of raw HTML that may interrupt a paragraph."""


def parse_html(block: "Blocks", match: re.Match[str], state: State) -> int:
    """Read raw HTML. Returns where to go on; 0 when it is no block."""
    marker = match.group().strip()
    source = state.src
    for opening, closing in (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">")):
        if marker.startswith(opening):
            close = source.find(closing, match.end() - (2 if marker == "<!--" else 0))
            return _html(block, state, close)
    name = marker.lstrip("</").lower()
    ends = bool(_TAG_BREAK.match(source, match.end()))
    if name in PRE_TAGS and ends and marker[1] != "/":
        found = _PRE_END.search(source, match.end())
        return _html(block, state, found.start() if found else -1)
    if name not in BLOCK_TAGS or not ends:
        if state.paragraph >= 0:  # the seventh kind does not interrupt a paragraph
            return 0
        pattern = _CLOSE_TAG_END if marker[1] == "/" else _OPEN_TAG_END
        if not pattern.match(source, match.end(), state.find_line_end()):
            return 0
    blank = block.BLANK_LINE.search(source, state.cursor)
    return _html(block, state, blank.start() - 1 if blank else -1)


def _html(block: "Blocks", state: State, last: int) -> int:
    """Add the block that ends with the line of position `last`, or with the document when that
    is -1.
    """
    start = state.cursor
    state.close(start)
    end = state.cursor_max if last < 0 else state.find_line_end_at(last)
    begin = skip(state.src, start, end)
    document = state.document
    node = Node("block_html", state.span(begin, end), (), "", {})
    node.text = html = state.src[start:end]
    if document.masked.masks:
        node.text = document.masked.restore(html)
        calls = [
            document.place(Node("shortcode", node.span, (), "", {}), found.group())
            for found in block.mask.finditer(html)
        ]
        document.containers.append((node, calls))
    state.add(node)
    return end
