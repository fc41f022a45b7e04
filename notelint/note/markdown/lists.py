"""Lists, after mistune's list parser, with every item's place."""

import re
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from mistune.list_parser import (
    _compile_continue_width,
    _compile_list_item_pattern,
    _expand_leading_tabs,
    _get_list_break_rules,
    _get_list_bullet,
    _has_continuation_indent,
    _strip_continuation_indent,
)
from mistune.util import strip_end

from notelint.core import Span
from notelint.note.markdown import containers
from notelint.note.markdown.document import Leaf, State
from notelint.note.nodes import Node

if TYPE_CHECKING:
    from notelint.note.markdown.blocks import Blocks

_BLANK = re.compile(r"[ \t\v\f]*\n")
_TASK = re.compile(r"\[([ xX])\](?=[ \t\n])[ \t]*")
_WIDEST = 3


@cache
def _item_pattern(bullet: str) -> re.Pattern[str]:
    """The first line of an item; mistune would indent it no further than the item before."""
    return re.compile(_compile_list_item_pattern(bullet.replace(r"\d", "[0-9]"), _WIDEST))


def parse_list(block: "Blocks", match: re.Match[str], state: State) -> int:
    """Read a list whose first item `match` begins. Returns where to go on; 0 when it is no list
    here.
    """
    indent, marker, text = match.group("list_1", "list_2", "list_3")
    bullet = marker[-1]
    ordered = len(marker) > 1
    start = int(marker[:-1]) if ordered else None
    if state.paragraph >= 0 and (not text.strip() or (ordered and start != 1)):
        return 0  # neither an empty item nor one with another number interrupts a paragraph
    begin = state.cursor
    state.close(begin)
    attributes = {"ordered": ordered, "start": start, "tight": True, "bullet": bullet}
    node = Node("list", Span(0, 0), (), "", attributes)
    state.add(node)
    items: list[Node] = []
    state.document.containers.append((node, items))
    rules = block.inner_rules(state)
    reader = _Items(block, state, rules, items)
    line: _Marker | None = _Marker(indent, marker, text, begin)
    bullet_pattern = _get_list_bullet(bullet)
    while line is not None:
        line = reader.item(line, bullet_pattern)
    if not reader.loose:
        for nodes in reader.contents:
            _tighten(nodes)
    attributes["tight"] = not reader.loose
    node.span = Span(items[0].span.start, items[-1].span.end)
    state.blank = reader.blank
    state.tail_open = reader.open_end and not reader.blank
    return state.cursor


def _tighten(nodes: list[Node]) -> None:
    for node in nodes:
        if node.kind == "paragraph":
            node.kind = "block_text"


class _Marker:
    """The first line of an item: indentation, marker, and what follows it; `position` is where the
    line begins.
    """

    __slots__ = ("indent", "marker", "position", "text", "width")

    def __init__(self, indent: str, marker: str, text: str, position: int) -> None:
        self.indent = indent
        self.marker = marker
        self.text = text
        self.position = position
        self.width = len(indent) + len(marker)


class _Items:
    """The items of one list."""

    def __init__(self, block: "Blocks", state: State, rules: list[str], items: list[Node]) -> None:
        self.block = block
        self.state = state
        self.rules = rules
        self.items = items
        self.contents: list[list[Node]] = []
        self.open_end = False  # the last item ends in an open paragraph
        self.loose = False
        self.blank = False

    def item(self, line: _Marker, bullet: str) -> _Marker | None:
        """Read one item; returns the first line of the next one."""
        state, block = self.state, self.block
        source = state.src
        text, width = _content(line)
        item_pattern = _item_pattern(bullet)
        breaks = block.breaks
        lines: list[str] = []
        lazy_starts: set[int] = set()
        lazy = containers.Lazy(block, state, self.rules)
        following: _Marker | None = None
        blank = False
        cursor = state.find_line_end_at(line.position)
        while cursor < state.cursor_max:
            end = state.find_line_end_at(cursor)
            if _BLANK.match(source, cursor):
                lines.append("\n")
                blank = True
                cursor = end
                continue
            raw = source[cursor:end]
            indented = raw[0] in " \t"
            if (
                indented
                and _has_continuation_indent(raw, width)
                and cursor not in state.lazy_line_starts
            ):
                if blank and not text and not any(one.strip() for one in lines):
                    break  # an item begins with at most one blank line
                lines.append(_strip_continuation_indent(raw, width))
                lazy.marked(lines[-1])
                blank = False
                cursor = end
                continue
            if cursor in state.lazy_line_starts:
                lazy_starts.add(len(lines))
                lines.append(raw)
                cursor = end
                continue
            broken = breaks.match(source, cursor)
            if not (broken and broken.lastgroup == "thematic_break"):
                found = item_pattern.match(_expand_leading_tabs(raw) if indented else raw)
                if found:
                    following = _Marker(
                        found.group("listitem_1"),
                        found.group("listitem_2"),
                        found.group("listitem_3"),
                        cursor,
                    )
                    break
            if broken or blank or not lazy.continues([text, *lines]):
                break
            lazy_starts.add(len(lines))
            lines.append(_expand_leading_tabs(raw))
            cursor = end
        state.cursor = cursor
        if lines or not self._finish_line(line, text, width):
            self._finish(line, text, lines, lazy_starts)
        if following is not None:
            if blank:
                self.loose = True
        else:
            self.blank = blank
        return following

    def _finish_line(self, line: _Marker, text: str, width: int) -> bool:
        """Add the item whose only line is plain text, as most are; False when it may be more.

        Its text is looked at where it stands, in the state that holds the list.
        """
        state, block = self.state, self.block
        plain = block.plain.match(text)
        start = line.position + width
        if plain is None or plain.end() < len(text) or not state.src.startswith(text, start):
            return False
        end = start + len(text.rstrip())
        if block.mask.fullmatch(state.src, start, end):
            return False
        paragraph = Node("paragraph", state.span(start, end), (), "", {})
        nodes = [paragraph]
        state.document.leaves.append(Leaf(paragraph, state, start, end, nodes))
        begin = state.offset(line.position + len(line.indent))
        node = Node("list_item", Span(begin, paragraph.span.end), (), "", {})
        self._add(node, nodes, open_end=True)
        return True

    def _finish(self, line: _Marker, text: str, lines: list[str], lazy_starts: set[int]) -> None:
        state = self.state
        start = line.position + line.width
        child_source = strip_end(text + "".join(lines))
        first = line.position
        if not text:
            first = state.find_line_end_at(line.position)
        child = state.nested(child_source, first)
        if lazy_starts:
            lengths = [*accumulate(map(len, lines), initial=len(text))]
            child.lazy_line_starts = {lengths[number] for number in lazy_starts}
        attributes: dict[str, object] = {}
        if self.block.task_list and text.lstrip(" ").startswith("["):
            task = _TASK.match(child_source)
            if task and task.end() < len(child_source):
                attributes["checked"] = task.group(1) != " "
                attributes["checked_span"] = child.span(task.start(1), task.end(1))
                child.cursor = task.end()
                child.paragraph = child.cursor
                child.cursor = child.find_line_end()
        self.block.parse(child, self.rules)
        self.loose = self.loose or child.loose
        node = Node("list_item", Span(0, 0), (), "", attributes)
        begin = state.offset(line.position + len(line.indent))
        end = state.offset(start + len(line.text.rstrip()))
        if child.nodes:
            end = child.nodes[-1].span.end
        node.span = Span(begin, end)
        self._add(node, child.nodes, open_end=child.open_end)

    def _add(self, node: Node, nodes: list[Node], *, open_end: bool) -> None:
        self.contents.append(nodes)
        self.open_end = open_end
        self.items.append(node)
        self.state.document.containers.append((node, nodes))


def _content(line: _Marker) -> tuple[str, int]:
    """The text after an item's marker, and how far its other lines must be indented."""
    text = line.text
    if len(text) > 1 and text[0] == " " and text[1] not in " \t":
        return text[1:] + "\n", line.width + 1
    return _compile_continue_width(text, line.width)


def break_pattern(block: "Blocks") -> re.Pattern[str]:
    """What ends an item's lazy lines."""
    names = [*_get_list_break_rules(block), "percent", "footnote", "attributes"]
    rules = ((name, block.specification[name]) for name in names if name in block.known)
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in rules), re.M)
