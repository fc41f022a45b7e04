"""One inline text on its way to nodes, and the brackets that are open in it."""

from mistune._inline.delimiters import DelimiterScanner

from notelint.core import Span
from notelint.note.markdown.document import Document
from notelint.note.markdown.emphasis import Run
from notelint.note.nodes import Node


class Bracket:
    """A `[` or `![` that may open a link: the place after it, and its item."""

    __slots__ = ("depth", "image", "index", "nested", "start")

    def __init__(self, start: int, index: int, image: bool) -> None:
        self.start = start
        self.index = index
        self.image = image
        self.nested = False
        self.depth = 0


class Scan:
    """One inline text on its way. `mark` is where the text that is not yet an item begins."""

    __slots__ = (
        "base",
        "brackets",
        "cell",
        "depths",
        "document",
        "finder",
        "head",
        "inactive",
        "items",
        "mark",
        "plain",
        "source",
    )

    def __init__(self, document: Document, source: str, base: int, cell: bool) -> None:
        self.document = document
        self.source = source
        self.base = base
        self.cell = cell
        self.mark = 0
        self.head = 0  # where the last inline element that goldmark knows ended
        self.items: list[Node | Run] = []
        self.brackets: list[Bracket] = []
        self.inactive = 0  # brackets below this index can no longer open a link
        self.plain = True  # no item needs to be resolved
        self.depths: dict[int, int] = {}
        self.finder: DelimiterScanner | None = None

    def flush(self, end: int) -> None:
        """Make an item of the text up to `end`."""
        mark = self.mark
        if mark < end:
            base = self.base
            span = Span(base + mark, base + end)
            self.items.append(Node("text", span, (), self.source[mark:end], {}))

    def add(self, start: int, end: int, node: Node) -> int:
        """Append `node`, which stands at `start:end`. Returns `end`."""
        if self.mark < start:
            self.flush(start)
        self.items.append(node)
        self.mark = self.head = end
        return end

    def add_text(self, start: int, end: int, text: str) -> int:
        """Append an escape or an entity, a text of its own. Returns `end`."""
        self.flush(start)
        self.items.append(Node("text", self.span(start, end), (), text, {}))
        self.mark = end
        return end

    def stop(self, end: int) -> int:
        """Make an item of the text up to `end`, where goldmark ends one too. Returns `end`."""
        self.flush(end)
        self.mark = self.head = end
        self.plain = False
        return end

    def span(self, start: int, end: int) -> Span:
        """The file's span of a part of the source."""
        return Span(self.base + start, self.base + end)

    def delimiters(self) -> DelimiterScanner:
        """mistune's index of closing delimiters, so that many unclosed ones cost no more than
        one.
        """
        if self.finder is None:
            self.finder = DelimiterScanner(self.source)
        return self.finder
