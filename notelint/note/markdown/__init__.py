"""The body of a note: Markdown as Hugo's goldmark sees it, by mistune, every node with its place in
the file.

The only package that imports mistune.
"""

from bisect import bisect_right
from functools import lru_cache

from notelint.core import Span
from notelint.note.markdown.blocks import Blocks
from notelint.note.markdown.document import Document, State, move
from notelint.note.markdown.inlines import Inlines
from notelint.note.markdown.leaves import fill
from notelint.note.markup import Markup
from notelint.note.masking import Alphabet, Masked, mask
from notelint.note.nodes import Node
from notelint.note.shortcode_table import EMPTY, ShortcodeTable
from notelint.note.shortcodes import ScanResult

__all__ = ["parse"]

_NO_SHORTCODES = ScanResult()


def parse(
    text: str,
    start: int,
    end: int,
    markup: Markup,
    shortcodes: ScanResult = _NO_SHORTCODES,
    table: ShortcodeTable = EMPTY,
) -> tuple[Node, ...]:
    """The blocks of `text[start:end]`, with spans in `text`.

    `shortcodes` are those of the whole `text`; they become nodes, and the inner text of `{{< x
    >}}…{{< /x >}}` is a document of its own when `table` says that it is Markdown.
    """
    blocks: tuple[Node, ...] | None = None
    work: list[tuple[Node | None, Span, int | None]] = [(None, Span(start, end), None)]
    while work:
        parent, span, inside = work.pop()
        masked = mask(text, shortcodes, span, inside)
        nodes, calls = _parse(masked, span, markup)
        for node, number in calls:
            one = masked.masks[number]
            _call(node, one.span, one.index, shortcodes)
            if one.index >= 0 and not one.percent:
                shortcode = shortcodes.shortcodes[one.index]
                inner = shortcode.inner_span
                if inner and inner.end > inner.start and table.inner(shortcode.name) == "markdown":
                    work.append((node, inner, one.index))
        if parent is None:
            blocks = nodes
        else:
            parent.children = nodes
    return blocks or ()


def _call(node: Node, span: Span, index: int, shortcodes: ScanResult) -> None:
    """Say which shortcode `node` is."""
    node.span = span
    node.attrs["index"] = index
    node.attrs["name"] = shortcodes.shortcodes[index].name if index >= 0 else ""
    node.attrs["closing"] = index >= 0 and span.start != shortcodes.shortcodes[index].span.start


@lru_cache(maxsize=32)
def _parsers(markup: Markup, alphabet: Alphabet) -> tuple[Blocks, Inlines]:
    return Blocks(markup, alphabet), Inlines(markup, alphabet)


def _parse(
    masked: Masked, span: Span, markup: Markup
) -> tuple[tuple[Node, ...], list[tuple[Node, int]]]:
    source = masked.text[span.start : span.end]
    returns: list[int] = []
    if "\r" in source:
        source, returns = _without_returns(source, span.start)
    if not source.endswith("\n"):
        source += "\n"
    blocks, inlines = _parsers(markup, masked.alphabet)
    document = Document(source, span.start, masked, blocks.finish_paragraph)
    state = State()
    state.document = document
    state.process(source)
    blocks.parse(state, blocks.rules)
    fill(document, inlines)
    if returns:
        move(state.nodes, lambda offset: offset + bisect_right(returns, offset))
    return tuple(state.nodes), document.shortcodes


def _without_returns(source: str, base: int) -> tuple[str, list[int]]:
    """`source` with `\\n` as its only line end, and for each return left out the first offset
    behind it.
    """
    returns: list[int] = []
    parts = source.split("\r\n")
    position = base - 1
    for part in parts[:-1]:
        position += len(part) + 1
        returns.append(position + 1)
    return "\n".join(parts).replace("\r", "\n"), returns
