"""What can be linked to in a note: headings, ids in raw HTML, footnotes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from notelint.core import Span
from notelint.note.html import align, tags
from notelint.note.nodes import Node

if TYPE_CHECKING:
    from notelint.note.note import Note


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. `text` is what Hugo makes an id of; `id` is the explicit one, if there is any.

    `has_shortcode`: the id holds a placeholder that changes from build to build, so nothing can
    link to it.
    """

    level: int
    text: str
    id: str | None
    id_span: Span | None
    span: Span
    text_span: Span
    has_shortcode: bool


def headings(note: "Note") -> Iterator[Heading]:
    """Every heading of the body, in quotes, lists and shortcodes too."""
    for node in note.walk():
        if node.kind == "heading":
            inside = [one for child in node.children for one in child.walk()]
            yield Heading(
                node.attrs["level"],
                heading_text(node),
                node.attrs["id"],
                node.attrs["id_span"],
                node.span,
                node.attrs["text_span"],
                any(one.kind == "shortcode" for one in inside),
            )


def heading_text(node: Node) -> str:
    """A heading's text as Hugo takes it for the id: links, emphasis and code by their text, no raw
    HTML.
    """
    parts: list[str] = []
    for one in node.walk():
        if one.kind in ("text", "codespan", "emoji", "math"):
            parts.append(one.text)
        elif one.kind in ("softbreak", "linebreak"):
            parts.append("\n")
    return "".join(parts)


def html_ids(note: "Note") -> Iterator[tuple[str, Span]]:
    """Ids in raw HTML, and names of anchors."""
    source = note.source.text
    for node in note.walk():
        if node.kind in ("block_html", "inline_html"):
            aligned = align(node.text, source, node.span)
            for tag in tags(node.text):
                for one in tag.attributes:
                    if one.name == "id" or (one.name == "name" and tag.name == "a"):
                        yield one.value, aligned.span(one.value_span)
        elif node.kind == "attributes" and node.attrs["id"]:
            yield node.attrs["id"], node.attrs["id_span"]


def footnote_ids(note: "Note") -> Iterator[str]:
    """The ids goldmark gives to footnotes in the order of use, and to the references to them."""
    defined = {node.attrs["label"] for node in note.walk() if node.kind == "footnote_definition"}
    numbers: dict[str, int] = {}
    uses: dict[str, int] = {}
    for node in note.walk():
        if node.kind == "footnote_ref" and node.attrs["label"] in defined:
            label = node.attrs["label"]
            number = numbers.setdefault(label, len(numbers) + 1)
            count = uses.get(label, 0)
            uses[label] = count + 1
            yield f"fnref{count or ''}:{number}"
    for number in numbers.values():
        yield f"fn:{number}"
