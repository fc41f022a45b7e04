"""Our tree as HTML of the form goldmark writes, for comparing."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from notelint.core import Span
from notelint.note.masking import Masker, mask_pattern
from notelint.note.nodes import Node
from notelint.note.shortcodes import scan


class Writer:
    """Our tree as HTML of the form goldmark writes."""

    def __init__(self, text: str, nodes: Sequence[Node]) -> None:
        self.text = text
        self.out: list[str] = []
        self.footnotes: dict[str, Node] = {}
        self.order: list[str] = []
        self.columns = 0
        for root in nodes:
            for node in _own(root):
                if node.kind == "footnote_definition":
                    self.footnotes.setdefault(node.attrs["label"], node)

    def document(self, nodes: Sequence[Node]) -> str:
        self.nodes(nodes)
        if self.order:
            self.out.append("<div class=footnotes><hr><ol>")
            for label in self.order:
                self.out.append("<li>")
                self.nodes(self.footnotes[label].children)
                self.out.append("</li>")
            self.out.append("</ol></div>")
        return "".join(self.out)

    def nodes(self, nodes: Sequence[Node]) -> None:
        for node in nodes:
            self.node(node)

    def element(self, tag: str, nodes: Sequence[Node], attributes: str = "") -> None:
        self.out.append(f"<{tag}{attributes}>")
        self.nodes(nodes)
        self.out.append(f"</{tag}>")

    def node(self, node: Node) -> None:
        kind, attrs, out = node.kind, node.attrs, self.out
        if kind in _ELEMENTS:
            self.element(_ELEMENTS[kind], node.children)
        elif kind == "text" or kind == "emoji":
            out.append(escape(node.text))
        elif kind == "block_text":
            self.nodes(node.children)
            out.append("\n")
        elif kind == "heading":
            facts = "".join(
                f' {name}="{value}"'
                for name, value in (("id", attrs["id"]), ("class", " ".join(attrs["classes"])))
                if value
            )
            self.element(f"h{attrs['level']}", node.children, facts)
        elif kind == "list":
            self.element("ol" if attrs["ordered"] else "ul", node.children)
        elif kind == "list_item":
            out.append("<li>")
            if "checked" in attrs:
                first = node.children[0] if node.children else None
                if first is not None and first.kind == "paragraph":
                    out.append("<p><input>")
                    self.nodes(first.children)
                    out.append("</p>")
                    self.nodes(node.children[1:])
                    out.append("</li>")
                    return
                out.append("<input>")
            self.nodes(node.children)
            out.append("</li>")
        elif kind == "block_quote":
            out.append("<blockquote>")
            if "alert" in attrs:
                out.append(f"<x-alert>{attrs['alert']}{attrs['sign']}</x-alert>")
            self.nodes(node.children)
            out.append("</blockquote>")
        elif kind == "block_code":
            out.append(f"<pre>{escape(self.calls(node.text))}</pre>")
        elif kind == "codespan":
            out.append(f"<code>{escape(self.calls(node.text))}</code>")
        elif kind == "math":
            out.append(f"<x-math>{escape(self.calls(node.text))}</x-math>")
        elif kind == "block_html":
            self.html(node)
        elif kind == "inline_html":
            out.append(self.calls(node.text))
        elif kind == "softbreak":
            out.append("\n")
        elif kind == "linebreak":
            out.append("<br>")
        elif kind == "thematic_break":
            out.append("<hr>")
        elif kind == "link":
            self.element("a", node.children, self.target(node, "href"))
        elif kind == "image":
            alt = _plain(node)
            out.append(f'<img{self.target(node, "src")} alt="{escape(alt)}">')
        elif kind == "footnote_ref":
            label = attrs["label"]
            if label not in self.order:
                self.order.append(label)
            number = self.order.index(label) + 1
            out.append(f'<sup><a href="#fn:{number}">{number}</a></sup>')
        elif kind == "shortcode":
            self.shortcode(node)
        elif kind.startswith("table"):
            self.table(node)
        elif kind not in ("definition", "attributes", "footnote_definition"):
            raise AssertionError(kind)

    def table(self, node: Node) -> None:
        """A part of a table; goldmark fills up short rows with empty cells."""
        missing = self.columns - len(node.children)
        if node.kind == "table":
            self.columns = node.attrs["columns"]
            self.element("table", node.children)
        elif node.kind == "table_head":
            self.out.append("<thead><tr>")
            self.nodes(node.children)
            self.out.append("<th></th>" * missing + "</tr></thead>")
        elif node.kind == "table_row":
            self.out.append("<tr>")
            self.nodes(node.children)
            self.out.append("<td></td>" * missing + "</tr>")
        else:
            self.element("th" if node.attrs["head"] else "td", node.children)

    def html(self, node: Node) -> None:
        """Raw HTML, whose calls are its children."""
        text = node.text
        for child in node.children:
            call = child.span.of(self.text)
            before, _, text = text.partition(call)
            self.out.append(self.calls(before))
            self.shortcode(child)
        self.out.append(self.calls(text))

    def shortcode(self, node: Node) -> None:
        if node.attrs["index"] < 0 or not node.children:
            self.out.append("HscZ")
            return
        inner = Writer(self.text, node.children).document(node.children)
        self.out.append(f"Hsi{inner.encode().hex()}Z")

    def target(self, node: Node, name: str) -> str:
        shown = f' {name}="{escape(self.calls(node.attrs["url"]))}"'
        if node.attrs["title"]:
            shown += f' title="{escape(node.attrs["title"])}"'
        return shown

    def calls(self, text: str) -> str:
        """Shortcodes inside code, HTML and addresses as Hugo would leave them."""
        masked = Masker(text, scan(text)).masked(Span(0, len(text)))
        text = mask_pattern(masked.alphabet).sub(
            lambda found: (
                "HscZ"
                if masked.masks[masked.alphabet.read(found.group())].index >= 0
                else masked.original_of(found.group())
            ),
            masked.text,
        )
        return re.sub(r"\{\{([<%])/\*(.*?)\*/([>%])\}\}", r"{{\1\2\3}}", text, flags=re.S)


_ELEMENTS = {
    "paragraph": "p",
    "emphasis": "em",
    "strong": "strong",
    "strikethrough": "del",
    "table_body": "tbody",
    "def_list": "dl",
    "def_list_head": "dt",
    "def_list_item": "dd",
    "alert_title": "x-title",
}


def _own(root: Node) -> Iterator[Node]:
    """The nodes of one document: those in a shortcode's inner text are another's."""
    yield root
    if root.kind != "shortcode":
        for child in root.children:
            yield from _own(child)


def _plain(node: Node) -> str:
    parts = []
    for one in node.walk():
        if one.kind in ("text", "codespan"):
            parts.append(one.text)
        elif one.kind in ("softbreak", "linebreak"):
            parts.append("\n")
    return "".join(parts)
