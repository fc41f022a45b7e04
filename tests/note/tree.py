"""A tree as text, for fixtures: `python -m tests.note.tree NOTE.md` prints what a .tree file holds."""

import sys
from collections.abc import Sequence
from pathlib import Path

from notelint.core import Span
from notelint.note.markdown import parse
from notelint.note.markup import MATH
from notelint.note.nodes import Node
from notelint.note.shortcodes import scan

_QUIET = {"text_span", "code_span", "info_span", "marker", "index", "style", "bullet"}


def tree(text: str) -> str:
    """The tree of a body: every node's kind, the source under its span, and what is known of it."""
    nodes = parse(text, 0, len(text), MATH, scan(text))
    return "\n".join(_lines(nodes, text, 0)) + "\n"


def _lines(nodes: Sequence[Node], text: str, depth: int) -> list[str]:
    lines: list[str] = []
    for node in nodes:
        written = node.span.of(text)
        shown = written if len(written) <= 60 else f"{written[:40]} … {written[-16:]}"
        facts = "".join(f" {key}={_fact(value, text)}" for key, value in _facts(node))
        if node.kind == "text" and node.text != written:
            facts += f" text={node.text!r}"
        lines.append(f"{'  ' * depth}{node.kind} {shown!r}{facts}")
        lines += _lines(node.children, text, depth + 1)
    return lines


def _facts(node: Node) -> list[tuple[str, object]]:
    return [
        (key, value)
        for key, value in node.attrs.items()
        if key not in _QUIET and value not in (None, "", (), False)
    ]


def _fact(value: object, text: str) -> str:
    return f"<{value.of(text)!r}>" if isinstance(value, Span) else repr(value)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        path = Path(name)
        path.with_suffix(".tree").write_text(tree(path.read_text("utf-8")), "utf-8")
