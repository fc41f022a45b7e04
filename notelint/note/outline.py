"""What can be linked to in a note: headings, ids in raw HTML, footnotes."""

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from notelint.core import Span
from notelint.note.html import tags
from notelint.note.inner_documents import PAGE, documents_of
from notelint.note.nodes import Node

if TYPE_CHECKING:
    from notelint.note.note import Note


class Heading(NamedTuple):
    """A heading. `text` is what Hugo makes an id of; `id` is the explicit one, if there is any.

    `id_start` is the text before a `{{% shortcode %}}`, whose output becomes a part of the id; None
    where there is none. `has_shortcode`: the id holds a placeholder that changes from build to build, so nothing can
    link to it. `document` is the index of the shortcode whose inner text Hugo reads by itself and
    numbers its repeats by itself, PAGE for the page; below that nobody reads it, and it is no
    heading: see documents_of.
    """

    level: int
    text: str
    id: str | None
    id_span: Span | None
    span: Span
    text_span: Span
    has_shortcode: bool
    document: int = PAGE
    id_start: str | None = None


def headings(note: "Note") -> Iterator[Heading]:
    """Every heading of the body, in quotes, lists and shortcodes too."""
    nodes = note.of_kind("heading")
    documents = documents_of(note, [node.span.start for node in nodes])
    for node, document in zip(nodes, documents, strict=True):
        inside = [one for child in node.children for one in child.walk()]
        yield Heading(
            node.attrs["level"],
            heading_text(node, note.source.text, typographer=note.markup.typographer),
            node.attrs["id"],
            node.attrs["id_span"],
            node.span,
            node.attrs["text_span"],
            any(one.kind == "shortcode" for one in inside),
            document,
            _id_start(node, note),
        )


def _id_start(node: Node, note: "Note") -> str | None:
    for position, child in enumerate(node.children):
        calls = (one.attrs["index"] for one in child.walk() if one.kind == "shortcode")
        if any(index >= 0 and note.shortcodes[index].notation == "%" for index in calls):
            source, typographer = note.source.text, note.markup.typographer
            before = node.children[:position]
            return "".join(_id_text(one, source, typographer, False) for one in before)
    return None


def heading_text(node: Node, source: str, *, typographer: bool = True) -> str:
    """A heading's text as Hugo takes it for the id.

    Of emphasis, links and images only the first part counts (`**a `b` c**` gives `a`), of bare
    addresses, formulas and footnotes nothing; dashes and quotes that the typographer replaces are
    gone; of an underlined heading of several lines the last one counts.
    """
    text = "".join(_id_text(child, source, typographer, False) for child in node.children)
    return unescape_names(text.rpartition("\n")[2] if node.attrs["style"] == "setext" else text)


def _id_text(node: Node, source: str, typographer: bool, first_only: bool) -> str:
    if node.kind == "text":
        text = node.span.of(source)
        if not typographer:
            return text
        return _TYPOGRAPHER.split(text)[0] if first_only else _TYPOGRAPHER.sub("…", text)
    if node.kind == "codespan":
        return node.text
    if node.kind == "emoji":
        return node.text.strip(":")
    if node.kind in ("softbreak", "linebreak"):
        return "\n"
    if node.attrs.get("form") in ("autolink", "bare") or not node.children:
        return ""
    return _id_text(node.children[0], source, typographer, True)


_TYPOGRAPHER = re.compile(r"---?|\.\.\.|<<|>>|['\"]")
_NAMED = re.compile(r"&[A-Za-z][A-Za-z0-9]*;")


def unescape_names(text: str) -> str:
    """`text` with named entities decoded, and no others."""
    return _NAMED.sub(lambda found: unescape(found.group()), text) if "&" in text else text


def html_ids(note: "Note") -> Iterator[tuple[str, Span]]:
    """Ids in raw HTML, and names of anchors."""
    for node in note.of_kind("block_html", "inline_html"):
        aligned = note.aligned(node.text, node.span)
        for tag in tags(aligned.text):
            for one in tag.attributes:
                if one.name == "id" or (one.name == "name" and tag.name == "a"):
                    yield one.value, aligned.span(one.value_span)
    for node in note.of_kind("attributes"):
        if node.attrs["id"]:
            yield node.attrs["id"], node.attrs["id_span"]


def footnote_ids(note: "Note") -> Iterator[str]:
    """The ids goldmark gives to footnotes in the order of use, and to the references to them."""
    defined = {node.attrs["label"] for node in note.of_kind("footnote_definition")}
    numbers: dict[str, int] = {}
    uses: dict[str, int] = {}
    for node in note.of_kind("footnote_ref"):
        label = node.attrs["label"]
        if label in defined:
            number = numbers.setdefault(label, len(numbers) + 1)
            count = uses.get(label, 0)
            uses[label] = count + 1
            yield f"fnref{count or ''}:{number}"
    for number in numbers.values():
        yield f"fn:{number}"


def comments(note: "Note") -> Iterator[Span]:
    """Where HTML comments speak to notelint; in code they are text."""
    for node in note.of_kind("block_html", "inline_html"):
        if "notelint-" in node.text:
            aligned = note.aligned(node.text, node.span)
            for tag in tags(aligned.text):
                if tag.name == "!" and "notelint-" in tag.span.of(aligned.text):
                    yield aligned.span(tag.span)
