"""Tables, as goldmark reads them: in a paragraph, at the first line of dashes and pipes that fits
the line above it.

https://github.github.com/gfm/#tables-extension-
"""

import re

from notelint.core import Span
from notelint.note.markdown.attributes import skip
from notelint.note.markdown.document import State
from notelint.note.nodes import Node

_DELIMITER = re.compile(r"\n {0,3}(?=[^\n]*[:|])([-|:][-|: \t]*)(?=\n|\Z)")
_COLUMN = re.compile(r"[ \t]*(:?)-+(:?)[ \t]*\Z")
_ALIGNMENT = {"": None, ":left": "left", ":right": "right", ":both": "center"}


def parse(state: State, start: int, end: int) -> bool:
    """Add the table in the paragraph `start:end`, and the paragraph before it. False when there is
    none.
    """
    source = state.src
    found = _DELIMITER.search(source, start, end)
    while found:
        columns = _columns(found.group(1))
        if columns is not None:
            break
        found = _DELIMITER.search(source, found.end(), end)
    if found is None or columns is None:
        return False
    head_start = source.rfind("\n", start, found.start()) + 1
    head_start = max(head_start, start)
    head = _cells(source, head_start, found.start())
    if len(head) > len(columns):
        return False
    if head_start > start:
        before = head_start - 1
        paragraph = Node("paragraph", state.span(start, before), (), "", {})
        state.add_leaf(paragraph, start, before)
    state.blank = False  # a table makes no list loose
    facts = {"columns": len(columns)}
    table = Node("table", state.span(skip(source, head_start, end), end), (), "", facts)
    head_node = Node(
        "table_head", state.span(skip(source, head_start, end), found.start()), (), "", {}
    )
    parts = [head_node]
    _row(state, head_node, head, columns, True)
    rows: list[Node] = []
    position = found.end() + 1
    while position < end:
        line_end = source.find("\n", position, end)
        line_end = end if line_end < 0 else line_end
        first = skip(source, position, line_end)
        row = Node("table_row", state.span(first, line_end), (), "", {})
        _row(
            state,
            row,
            _cells(source, position, line_end)[: len(columns)],
            columns,
            False,
        )
        rows.append(row)
        position = line_end + 1
    if rows:
        body = Node("table_body", Span(rows[0].span.start, rows[-1].span.end), (), "", {})
        state.document.containers.append((body, rows))
        parts.append(body)
    state.add_container(table, parts)
    return True


def _columns(line: str) -> list[str | None] | None:
    """The alignment of each column, or None when `line` is no delimiter row."""
    parts = line.split("|")
    if not parts[0].strip():
        parts = parts[1:]
    if parts and not parts[-1].strip():
        parts = parts[:-1]
    alignments: list[str | None] = []
    for part in parts:
        match = _COLUMN.match(part)
        if match is None:
            return None
        left, right = match.groups()
        alignments.append(
            "center" if left and right else "left" if left else "right" if right else None
        )
    return alignments or None


def _cells(source: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where each cell's text stands in the row `start:end`."""
    start = skip(source, start, end)
    while end > start and source[end - 1] in " \t":
        end -= 1
    if start < end and source[start] == "|":
        start += 1
    if end > start and source[end - 1] == "|":
        end -= 1
    cells: list[tuple[int, int]] = []
    while start < end:
        close = source.find("|", start, end)
        while close > 0 and source[close - 1] == "\\":
            close = source.find("|", close + 1, end)
        close = end if close < 0 else close
        first, last = skip(source, start, close), close
        while last > first and source[last - 1] in " \t":
            last -= 1
        cells.append((first, last))
        start = close + 1
    return cells


def _row(
    state: State, row: Node, cells: list[tuple[int, int]], columns: list[str | None], head: bool
) -> None:
    nodes: list[Node] = []
    for (start, end), alignment in zip(cells, columns, strict=False):
        cell = Node(
            "table_cell", state.span(start, end), (), "", {"align": alignment, "head": head}
        )
        state.document.add_leaf(cell, state, start, end)
        nodes.append(cell)
    state.document.containers.append((row, nodes))
