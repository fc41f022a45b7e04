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
from notelint.note.masking import Alphabet, Mask, Masked, Masker
from notelint.note.nodes import Node
from notelint.note.shortcode_table import EMPTY, ShortcodeTable
from notelint.note.shortcodes import ScanResult

__all__ = ["parse"]

_NO_SHORTCODES = ScanResult()
_DEEPEST = 8
"""How deep shortcodes in the inner text of others are read; deeper ones stand in no tree."""


def parse(
    text: str,
    start: int,
    end: int,
    markup: Markup,
    shortcodes: ScanResult = _NO_SHORTCODES,
    table: ShortcodeTable = EMPTY,
    masker: Masker | None = None,
) -> tuple[Node, ...]:
    """The blocks of `text[start:end]`, with spans in `text`.

    `shortcodes` are those of the whole `text`; they become nodes, and the inner text of `{{< x
    >}}…{{< /x >}}` is a document of its own when `table` says that it is Markdown. `masker` is one
    made of both before.
    """
    masker = masker or Masker(text, shortcodes)
    blocks, calls = _parse(masker.masked(Span(start, end)), Span(start, end), markup)
    work = [(call, 0) for call in calls]
    while work:
        (node, mask), depth = work.pop()
        _call(node, mask, shortcodes)
        if mask.index < 0 or mask.percent or depth >= _DEEPEST:
            continue
        shortcode = shortcodes.shortcodes[mask.index]
        inner = shortcode.inner_span
        if inner and inner.end > inner.start and table.inner(shortcode.name) == "markdown":
            node.children, calls = _parse(masker.masked(inner), inner, markup)
            work += [(call, depth + 1) for call in calls]
    return blocks


def _call(node: Node, mask: Mask, shortcodes: ScanResult) -> None:
    """Say which shortcode `node` is."""
    node.span = mask.span
    known = shortcodes.shortcodes[mask.index] if mask.index >= 0 else None
    node.attrs["index"] = mask.index
    node.attrs["name"] = known.name if known else ""
    node.attrs["closing"] = known is not None and mask.span.start != known.span.start


@lru_cache(maxsize=32)
def _parsers(markup: Markup, alphabet: Alphabet) -> tuple[Blocks, Inlines]:
    return Blocks(markup, alphabet), Inlines(markup, alphabet)


def _parse(
    masked: Masked, span: Span, markup: Markup
) -> tuple[tuple[Node, ...], list[tuple[Node, Mask]]]:
    source = masked.text
    returns: list[int] = []
    if "\r" in source:
        source, returns = _without_returns(source, span.start)
    limit = span.start + len(source)
    if not source.endswith("\n"):
        source += "\n"
    blocks, inlines = _parsers(markup, masked.alphabet)
    document = Document(source, span.start, masked, blocks.finish_paragraph, limit)
    state = State()
    state.document = document
    state.process(source)
    blocks.parse(state, blocks.rules)
    fill(document, inlines)
    document.forget()
    if returns:
        move(state.nodes, lambda offset: offset + bisect_right(returns, offset))
    calls = [(node, masked.masks[number]) for node, number in document.shortcodes]
    return tuple(state.nodes), calls


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
