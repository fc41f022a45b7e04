"""The tree of a note: what each part of the body is and exactly where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from notelint.core import Span


@dataclass(slots=True, eq=False)
class Node:
    """One block or inline element of the body.

    `kind` is mistune's token type, and `span` all of its source, markers included. What else is known of it
    lies in `attrs`; the keys by kind (every `…_span` is a Span of the file):

    heading           level, style ("atx" or "setext"), text_span; id and id_span where `{#id}` gives one
    paragraph, block_text, block_quote, list_item, thematic_break, table, table_row …   (none of their own)
    block_quote       alert ("note", "warning" …), alert_span, title_span when it is a Hugo alert
    list              ordered, start, tight, bullet
    list_item         checked (task lists)
    block_code        info, style ("fenced" or "indent"), code_span (first to last code character)
    block_html, inline_html       (text is the raw HTML)
    table_cell        align, head
    text              text, decoded; `span` may be longer than the text where an entity or escape stands
    codespan          code_span (what is between the backticks)
    link, image       url (decoded destination), target_span (the destination as written, without `<>`; None when a
                      label leads to a definition), title, title_span, label, label_span,
                      form ("inline", "full", "collapsed", "shortcut", "autolink", "bare"), text_span (between the brackets)
    definition        (link reference definition) label, label_span, url, target_span, title, title_span
    footnote_ref, footnote_definition     label, label_span
    math              display (bool), code_span
    shortcode         name, index (into Note.shortcodes)
    attributes        (a Hugo attribute list `{#id .class}`) id, id_span, classes
    """

    kind: str
    span: Span
    children: tuple["Node", ...] = ()
    text: str = ""
    attrs: dict[str, Any] = field(default_factory=dict)

    def walk(self) -> Iterator["Node"]:
        """This node and all below it, in document order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))
