"""Link reference definitions: `[label]: /address "title"`.

https://spec.commonmark.org/0.31.2/#link-reference-definitions; stock mistune has no token for them.
"""

import re
from typing import TYPE_CHECKING

from mistune.util import unikey

from notelint.note.markdown.attributes import skip
from notelint.note.markdown.document import State
from notelint.note.markdown.links import decode, decode_url, destination, title
from notelint.note.nodes import Node

if TYPE_CHECKING:
    from notelint.note.markdown.blocks import Blocks

_BEFORE_TARGET = re.compile(r"[ \t]*(?:\n[ \t]*)?")
_BLANK_LINE_END = re.compile(r"[ \t]*(?:\n|$)")


def parse_definition(block: "Blocks", match: re.Match[str], state: State) -> int:
    """Read a definition; it does not interrupt a paragraph. Returns where to go on, or 0."""
    label = match.group("reflink_1")
    key = unikey(label)
    if state.paragraph not in (-1, state.cursor) or not key:
        return 0
    source = state.src
    position = match.end()
    space = _BEFORE_TARGET.match(source, position)
    position = space.end() if space else position
    if source[position : position + 1] in ("", "\n"):
        return 0
    target = destination(source, position, block.max_nested_level)
    if target is None:
        return 0
    titled = title(source, target[2])
    if titled and _broken(block, source, target[2], titled[2]):
        titled = None
    end = _line_end(source, titled[2]) if titled else -1
    if end < 0:
        titled = None
        end = _line_end(source, target[2])
    if end < 0:
        return 0
    restore = state.document.masked.restore
    begin = skip(source, state.cursor, end)
    label_start = match.start("reflink_1")
    facts = {
        "label": restore(label),
        "label_span": state.span(label_start, label_start + len(label)),
        "url": restore(decode_url(source[target[0] : target[1]])),
        "target_span": state.span(target[0], target[1]),
        "title": restore(decode(source[titled[0] : titled[1]])) if titled else None,
        "title_span": state.span(titled[0], titled[1]) if titled else None,
    }
    node = Node("definition", state.span(begin, end), (), "", facts)
    state.document.definitions.setdefault(key, node)
    state.add(node)
    state.paragraph = end  # a definition is the head of a paragraph, which may go on
    return end


def _broken(block: "Blocks", source: str, start: int, end: int) -> bool:
    """True when another block begins on a line of `start:end` after the first."""
    matches = block.compile_sc(block.interrupting).match
    line = source.find("\n", start, end) + 1
    while line:
        if matches(source, line):
            return True
        line = source.find("\n", line, end) + 1
    return False


def _line_end(source: str, position: int) -> int:
    """Where the next line begins if only white space is left of this one, or -1."""
    found = _BLANK_LINE_END.match(source, position)
    return found.end() if found else -1
