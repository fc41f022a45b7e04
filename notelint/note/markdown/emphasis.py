"""Emphasis, strong and strikethrough: delimiter runs paired after the scan, by CommonMark's own
procedure.

https://spec.commonmark.org/0.31.2/#phase-2-inline-structure; strikethrough by one or two tildes as
in goldmark.
"""

import unicodedata
from collections.abc import Sequence

from notelint.core import Span
from notelint.note.nodes import Node

_ASCII_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


class Run:
    """A run of `*`, `_` or `~` at `start:end` of the inline source, and what was matched with
    it.
    """

    __slots__ = (
        "can_close",
        "can_open",
        "closed",
        "depth",
        "end",
        "left",
        "marker",
        "opened",
        "order",
        "size",
        "start",
    )

    def __init__(self, start: int, end: int, marker: str, can_open: bool, can_close: bool) -> None:
        self.start = start
        self.end = end
        self.marker = marker
        self.can_open = can_open
        self.can_close = can_close
        self.size = self.left = end - start
        self.opened: list[int] = []  # lengths taken as openers, innermost first
        self.closed: list[int] = []  # lengths taken as closers, innermost first
        self.order = 0
        self.depth = 0  # of containers between this run and the next one on the stack


def flanking(source: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether the delimiter run at `start:end` can open and can close emphasis."""
    before = source[start - 1] if start else "\n"
    after = source[end] if end < len(source) else "\n"
    after_alnum, before_alnum = after.isalnum(), before.isalnum()
    if after_alnum and before_alnum:
        both = source[start] != "_"
        return both, both
    after_space, before_space = after.isspace(), before.isspace()
    after_mark = not after_alnum and not after_space and is_punctuation(after)
    before_mark = not before_alnum and not before_space and is_punctuation(before)
    left = not after_space and (not after_mark or before_space or before_mark)
    right = not before_space and (not before_mark or after_space or after_mark)
    if source[start] == "_":
        return left and (not right or before_mark), right and (not left or after_mark)
    return left, right


def is_punctuation(character: str) -> bool:
    """True for Unicode punctuation and symbols, as CommonMark 0.31 and goldmark have it."""
    return character in _ASCII_PUNCTUATION or (
        character > "\x7f" and unicodedata.category(character)[0] in "PS"
    )


def resolve(
    items: Sequence["Node | Run"], base: int, source: str, limit: int, depths: dict[int, int]
) -> tuple[list[Node], int]:
    """`items` with matched runs turned into containers and the others into text, and how deep they
    nest.

    `base` is the file offset of `source[0]`; `limit` is how deep containers may nest; `depths`
    gives the depth of the nodes that are containers already (links), by identity.
    """
    depth = _match(items, limit, depths)
    result: list[Node] = []
    current = result
    frames: list[tuple[str, int, list[Node]]] = []
    for item in items:
        if type(item) is Node:
            _append(current, item)
            continue
        run: Run = item  # type: ignore[assignment]
        position = run.start
        for size in run.closed:
            position += size
            kind, start, outer = frames.pop()
            outer.append(Node(kind, Span(base + start, base + position), tuple(current), "", {}))
            current = outer
        if run.left:
            span = Span(base + position, base + position + run.left)
            _append(current, Node("text", span, (), run.marker * run.left, {}))
            position += run.left
        for size in reversed(run.opened):
            kind = "strikethrough" if run.marker == "~" else "strong" if size == 2 else "emphasis"
            frames.append((kind, position, current))
            current = []
            position += size
    return result, depth


def _append(nodes: list[Node], node: Node) -> None:
    """Add `node`, joined with a text just before it: literal delimiters must not split a text in
    two.
    """
    if nodes and node.kind == "text":
        last = nodes[-1]
        if last.kind == "text" and last.span[1] == node.span[0]:
            start, end = last.span
            if len(last.text) == end - start and len(node.text) == node.span[1] - end:
                last.text += node.text
                last.span = Span(start, node.span[1])
                return
    nodes.append(node)


def _match(items: Sequence["Node | Run"], limit: int, depths: dict[int, int]) -> int:
    """Pair the runs; each learns what was taken from it. Returns how deep the containers nest."""
    stack: list[Run] = []
    bottoms: dict[tuple[str, int, bool], int] = {}
    deepest = 0  # of what lies before the first run on the stack
    order = 0
    for item in items:
        if type(item) is Node:
            if item.children:
                depth = depths.get(id(item), 1)
                if stack:
                    stack[-1].depth = max(stack[-1].depth, depth)
                else:
                    deepest = max(deepest, depth)
            continue
        run: Run = item  # type: ignore[assignment]
        run.order = order = order + 1
        while run.can_close and run.left:
            key = (run.marker, run.size % 3, run.can_open)
            index = _opener(stack, run, bottoms.get(key, 0))
            if index < 0:
                bottoms[key] = run.order
                break
            opener = stack[index]
            inner = max(one.depth for one in stack[index:])
            if inner + 1 > limit:
                break
            size = 2 if opener.left >= 2 and run.left >= 2 else 1
            opener.left -= size
            run.left -= size
            opener.opened.append(size)
            run.closed.append(size)
            del stack[index + 1 :]
            opener.depth = inner + 1
            if not opener.left:
                stack.pop()
                if stack:
                    stack[-1].depth = max(stack[-1].depth, inner + 1)
                else:
                    deepest = max(deepest, inner + 1)
        if run.can_open and run.left:
            stack.append(run)
    return max([deepest, *(run.depth for run in stack)])


def _opener(stack: Sequence[Run], closer: Run, bottom: int) -> int:
    """The index of the run on the stack that `closer` closes, or -1."""
    marker, size = closer.marker, closer.size
    for index in range(len(stack) - 1, -1, -1):
        opener = stack[index]
        if opener.order < bottom:
            return -1
        if opener.marker != marker:
            continue
        if (
            (opener.can_close or closer.can_open)
            and (opener.size + size) % 3 == 0
            and size % 3 != 0
        ):
            continue
        return index
    return -1
