"""What all states of one parse share, and the block state that knows its place in the file."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from mistune.core import BlockState

from notelint.core import Span
from notelint.note.masking import Masked
from notelint.note.nodes import Node


@dataclass(slots=True, eq=False)
class Document:
    """One parse: the source handed to the parser, and what is found on the way.

    `source` is the masked text with `\\n` as its line ends, and `base` the file offset of its first
    character. No offset lies behind `limit`: the source may end in a line feed that the file lacks.
    """

    source: str
    base: int
    masked: Masked
    finish: Callable[["State", int, int], None]
    limit: int = 0
    definitions: dict[str, Node] = field(default_factory=dict)
    footnotes: dict[str, Node] = field(default_factory=dict)
    leaves: list["Leaf"] = field(default_factory=list)
    containers: list[tuple[Node, list[Node]]] = field(default_factory=list)
    shortcodes: list[tuple[Node, int]] = field(default_factory=list)
    _newlines: list[int] | None = None

    @property
    def newlines(self) -> list[int]:
        """Where each line of `source` ends."""
        if self._newlines is None:
            self._newlines = ends_of_lines(self.source)
        return self._newlines

    def add_leaf(self, node: Node, state: "State", start: int, end: int) -> None:
        """Have the inline text `start:end` of `state` parsed for `node`, which lies in no list of
        blocks.
        """
        self.leaves.append(Leaf(node, state, start, end, []))

    def forget(self) -> None:
        """Let go of all states, which lead back here: so that nothing has to look for cycles."""
        self.leaves.clear()
        self.containers.clear()

    def place(self, node: Node, mask: str) -> Node:
        """`node` as the shortcode under `mask`; it learns more of it when all is parsed."""
        self.shortcodes.append((node, self.masked.alphabet.read(mask)))
        return node


@dataclass(slots=True, eq=False)
class Leaf:
    """A block whose text is inline Markdown, parsed when all definitions are known.

    `start:end` is the text in `state.src`; `siblings` is the list that holds `node`.
    """

    node: Node
    state: "State"
    start: int
    end: int
    siblings: list[Node]


class State(BlockState):
    """A block state whose positions can be told in the file.

    A block quote or a list item hands its child the same lines without their prefixes, so the
    number of the line and the distance from its end stay the same at any depth. `first_line` is the
    source line of the first line of `src`; the outermost state needs no map: there an offset is
    `base` plus the position.
    """

    document: Document

    def __init__(self, parent: "State | None" = None) -> None:
        super().__init__(parent)
        self.nodes: list[Node] = []
        self.paragraph = -1  # where the open paragraph begins
        self.blank = False  # a blank line since the last block
        self.loose = False  # blocks with a blank line between them
        self.tail_open = False  # the last block is a container that ends in an open paragraph
        self.open_end = False  # when all is read: a lazy line would go on with the last paragraph
        self.definition_list: list[Node] = []
        self.level: int = 0 if parent is None else parent.level + 1
        self.first_line = 0
        self.starts: list[int] | None = None
        if parent is not None:
            self.document = parent.document

    def nested(self, source: str, position: int) -> "State":
        """A child state for `source`, whose first line is the one at `position` of this state."""
        child = State(self)
        child.process(source)
        child.first_line = self.line(position)
        child.starts = [0, *accumulate(len(line) + 1 for line in source.split("\n"))]
        return child

    def scratch(self, source: str) -> "State":
        """A state to try `source` in; nothing found in it is kept."""
        trial = State()
        trial.document = Document(
            source, 0, self.document.masked, self.document.finish, len(source)
        )
        trial.level = self.level + 1
        trial.process(source)
        return trial

    def close(self, end: int) -> None:
        """End the open paragraph, if there is one, at `end`."""
        if self.paragraph >= 0:
            start, self.paragraph = self.paragraph, -1
            self.document.finish(self, start, end)

    def line(self, position: int) -> int:
        """The number of the source line at `position`, from 0."""
        if self.starts is None:
            return bisect_left(self.document.newlines, position)
        return self.first_line + bisect_right(self.starts, position) - 1

    def offset(self, position: int) -> int:
        """The file offset of `position`; a prefix that is not in the file (an expanded tab) is
        where its line begins.
        """
        document = self.document
        starts = self.starts
        if starts is None:
            return min(document.base + position, document.limit)
        index = bisect_right(starts, position) - 1
        newlines, line = document.newlines, self.first_line + index
        if line >= len(newlines):
            return document.limit
        end = newlines[line] - (starts[index + 1] - 1 - position)
        offset = document.base + max(end, newlines[line - 1] + 1 if line else 0)
        return min(offset, document.limit)

    def span(self, start: int, end: int) -> Span:
        """The file's span of `start:end`; a line feed at its end is left out."""
        source = self.src
        while end > start and source[end - 1] == "\n":
            end -= 1
        if self.starts is None:
            base, limit = self.document.base, self.document.limit
            return Span(min(base + start, limit), min(base + end, limit))
        return Span(self.offset(start), self.offset(end))

    def add(self, node: Node) -> Node:
        """Append a finished block."""
        self.tail_open = False
        if self.blank:
            self.blank = False
            if self.nodes:
                self.loose = True
        self.nodes.append(node)
        return node

    def add_leaf(self, node: Node, start: int, end: int) -> Node:
        """Append a block whose inline text is `start:end`."""
        self.document.leaves.append(Leaf(node, self, start, end, self.nodes))
        return self.add(node)

    def add_container(self, node: Node, children: list[Node]) -> Node:
        """Append a block whose children are the nodes of a child state."""
        self.document.containers.append((node, children))
        return self.add(node)


def ends_of_lines(text: str) -> list[int]:
    """Where the line feeds are."""
    ends = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=-1))
    return ends[1:-1]


def move(nodes: Sequence[Node], offset: Callable[[int], int]) -> None:
    """Give all `nodes` the spans that `offset` makes of theirs; ends stay on the line of their
    last character.
    """

    def moved(span: Span) -> Span:
        start, end = span
        return Span(offset(start), offset(end - 1) + 1 if end > start else offset(start))

    stack = list(nodes)
    while stack:
        node = stack.pop()
        node.span = moved(node.span)
        attributes: dict[str, Any] = node.attrs
        for key, value in attributes.items():
            if type(value) is Span:
                attributes[key] = moved(value)
        stack.extend(node.children)
