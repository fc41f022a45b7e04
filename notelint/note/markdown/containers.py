"""What a footnote and a description hold: the lines indented as far as their first, and lazy lines
after a paragraph.
"""

import re
from typing import TYPE_CHECKING, NamedTuple

from mistune.list_parser import (
    _expand_leading_tabs,
    _has_continuation_indent,
    _strip_continuation_indent,
)
from mistune.util import strip_end

from notelint.note.markdown.document import State

if TYPE_CHECKING:
    from notelint.note.markdown.blocks import Blocks

_BLANK = re.compile(r"[ \t\v\f]*\n")


class Content(NamedTuple):
    """The child state, parsed; where its last line ends; where to go on; and whether blank lines
    lie between.
    """

    child: State
    end: int
    cursor: int
    blank: bool


def read(
    block: "Blocks", state: State, text: str, position: int, width: int, ends: str = ""
) -> Content:
    """Read a container whose first line, prefix and all, begins at `position` and holds `text`.

    Its other lines are indented by `width` columns. `ends` is a rule that ends it besides those
    that end a paragraph.
    """
    source = state.src
    rules = block.inner_rules(state)
    breaks = block.compile_sc([*block.interrupting, ends] if ends else block.interrupting)
    lazy_starts: set[int] = set()
    length = len(text)
    lines = [text]
    cursor = end = state.find_line_end_at(position)
    blank = not text.strip()
    lazy = Lazy(block, state, rules)
    while cursor < state.cursor_max:
        following = state.find_line_end_at(cursor)
        if _BLANK.match(source, cursor):
            lines.append("\n")
            blank = True
        else:
            raw = source[cursor:following]
            if cursor in state.lazy_line_starts:
                lazy_starts.add(length)
                lines.append(raw)
            elif _has_continuation_indent(raw, width):
                lines.append(_strip_continuation_indent(raw, width))
                lazy.marked(lines[-1])
            elif blank or breaks.match(source, cursor) or not lazy.continues(lines):
                break
            else:
                lazy_starts.add(length)
                lines.append(_expand_leading_tabs(raw))
            blank = False
            end = following
        length += len(lines[-1])
        cursor = following
    child = state.nested(strip_end("".join(lines)), position)
    child.lazy_line_starts = lazy_starts
    block.parse(child, rules)
    return Content(child, end, cursor, blank)


class Lazy:
    """Whether a line without its container's prefix goes on with a paragraph at the end of what the
    container holds.

    Asking means parsing what there is so far, so what is known is kept: a paragraph stays open
    under plain lines.
    """

    __slots__ = ("asked", "block", "open", "rules", "state")

    def __init__(self, block: "Blocks", state: State, rules: list[str]) -> None:
        self.block = block
        self.state = state
        self.rules = rules
        self.open = False
        self.asked = 0

    def marked(self, line: str) -> None:
        """A line with its prefix came by."""
        if self.open and not self.block.plain.match(line):
            self.open = False

    def continues(self, lines: list[str]) -> bool:
        """True when the next line, which begins no block, belongs to the last paragraph of
        `lines`.
        """
        if not self.open:
            self.asked += 1
            enough = self.asked > 50  # a hostile text: do not parse it over and over
            self.open = enough or self.block.open_end(self.state, "".join(lines), self.rules)
        return self.open
