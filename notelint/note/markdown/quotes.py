"""Block quotes, and Hugo's alerts."""

import re
from typing import TYPE_CHECKING, Any

from mistune.util import expand_leading_tab, expand_tab

from notelint.note.markdown import alerts, containers
from notelint.note.markdown.attributes import skip
from notelint.note.markdown.document import State
from notelint.note.nodes import Node

if TYPE_CHECKING:
    from notelint.note.markdown.blocks import Blocks

_BLANK_LINE = re.compile(r"[ \t\v\f]*\n")
_BEFORE_TEXT = re.compile(r"[ >]*\t")
_QUOTE_LINE = re.compile(r" {0,3}>([^\n]*(?:\n|$))")


def parse_quote(block: "Blocks", match: re.Match[str], state: State) -> int:
    """Read a block quote or a Hugo alert. Returns where to go on."""
    start = state.cursor
    state.close(start)
    source = state.src
    cursor = start
    lines: list[str] = []
    lazy: set[int] = set()
    length = 0
    blank = False
    breaks = block.compile_sc(block.interrupting)
    rules = block.inner_rules(state)
    paragraph = containers.Lazy(block, state, rules)
    content_end = cursor
    while cursor < state.cursor_max:
        found = _QUOTE_LINE.match(source, cursor)
        if cursor in state.lazy_line_starts:
            line = source[cursor : state.find_line_end_at(cursor)]
            lazy.add(length)
            cursor = content_end = cursor + len(line)
        elif found:
            line = found.group(1)
            if "\t" in line:
                line = _with_tab_stops(line, found.start(1) - cursor)
            if line[:1] == " ":
                line = line[1:]
            cursor = content_end = found.end()
            blank = not line.strip()
            paragraph.marked(line)
        else:
            if blank or _BLANK_LINE.match(source, cursor) or breaks.match(source, cursor):
                break
            if not paragraph.continues(lines):
                break
            end = state.find_line_end_at(cursor)
            lazy.add(length)
            line = expand_tab(expand_leading_tab(source[cursor:end], 3))
            cursor = content_end = end
        length += len(line)
        lines.append(line)
    child = state.nested("".join(lines), start)
    child.lazy_line_starts = lazy
    begin = skip(source, start, cursor)
    facts: dict[str, Any] = {}
    alerts.begin(child, facts)
    block.parse(child, rules)
    node = Node("block_quote", state.span(begin, content_end), (), "", facts)
    state.add_container(node, child.nodes)
    state.tail_open = child.open_end
    return cursor


def _with_tab_stops(line: str, column: int) -> str:
    """`line`, which begins at `column`, with the tabs before its text as spaces.

    The quote inside sees its lines without this one's prefix, and would count the stops anew.
    """
    found = _BEFORE_TEXT.match(line)
    if found is None:
        return line
    end = found.end()
    return (" " * column + line[:end]).expandtabs(4)[column:] + line[end:]
