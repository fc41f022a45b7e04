"""The second half of a parse: inline text in every leaf, then every container's children in
place.
"""

from bisect import bisect_right

from notelint.core import Span
from notelint.note.markdown.document import Document, Leaf, move
from notelint.note.markdown.inlines import Inlines
from notelint.note.nodes import Node


def fill(document: Document, inlines: Inlines) -> None:
    """Parse the inline text of all leaves, now that every definition is known, and close the
    containers.
    """
    for leaf in document.leaves:
        nodes = _inline(document, inlines, leaf)
        node = leaf.node
        if node.kind == "paragraph" and any(_is_display(one) for one in nodes):
            _split(leaf, nodes)
        else:
            node.children = tuple(nodes)
    for node, children in document.containers:
        node.children = (*node.children, *children) if node.children else tuple(children)


def _inline(document: Document, inlines: Inlines, leaf: Leaf) -> list[Node]:
    state, start, end = leaf.state, leaf.start, leaf.end
    source = state.src[start:end]
    cell = leaf.node.kind == "table_cell"
    if state.starts is None:
        return inlines.nodes(document, source, document.base + start, cell)
    if "\n" not in source:
        return inlines.nodes(document, source, state.offset(start), cell)
    nodes = inlines.nodes(document, source, 0, cell)
    starts = state.starts
    first = bisect_right(starts, start) - 1
    last = bisect_right(starts, end) - 1
    lines = [0, *(one - start for one in starts[first + 1 : last + 1])]
    ends = [*(one - 1 for one in lines[1:]), len(source)]  # there text and file surely agree
    shifts = [state.offset(start + one) - one for one in ends]
    floors = [state.offset(start + one) for one in lines]

    def offset(position: int) -> int:
        line = bisect_right(lines, position) - 1
        return max(position + shifts[line], floors[line])

    move(nodes, offset)
    return nodes


def _is_display(node: Node) -> bool:
    return node.kind == "math" and node.attrs["display"] is True


def _split(leaf: Leaf, nodes: list[Node]) -> None:
    """Take display math out of its paragraph, as Hugo's passthrough extension does."""
    parts: list[Node] = []
    run: list[Node] = []
    for node in [*nodes, None]:
        if node is not None and not _is_display(node):
            run.append(node)
            continue
        while run and run[0].kind in ("softbreak", "linebreak"):
            run.pop(0)
        while run and run[-1].kind in ("softbreak", "linebreak"):
            run.pop()
        if run:
            span = Span(run[0].span.start, run[-1].span.end)
            parts.append(Node(leaf.node.kind, span, tuple(run), "", {}))
            run = []
        if node is not None:
            parts.append(node)
    index = next(i for i, one in enumerate(leaf.siblings) if one is leaf.node)
    leaf.siblings[index : index + 1] = parts
