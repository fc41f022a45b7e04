"""The tree of a note: what each part of the body is and exactly where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from notelint.core import Span


@dataclass(slots=True, eq=False)
class Node:
    """One block or inline element of the body.

    `kind` is mistune's token type, and `span` all of its source, markers included; a block ends
    before the line feed of its last line. What else is known of it lies in `attrs`; the keys by
    kind (every `…_span` is a Span of the file, None where there is nothing):

    heading           level, style ("atx" or "setext"), text_span; id, id_span and classes where
                      `{#id .class}` stands (the attribute list itself is the last child, of kind
                      "attributes")
    paragraph, block_text, thematic_break, table_head, table_body, table_row  (none of their own)
    table             columns (rows may hold fewer cells: Hugo fills them up with empty ones)
    block_quote       alert ("note", "warning" …), alert_span, sign ("", "+" or "-") and title_span
                      when it is a Hugo alert; its title is the first child, of kind "alert_title"
    list              ordered, start, tight, bullet
    list_item         checked, checked_span (task lists)
    block_code        info, info_span, style ("fenced" or "indent"), code_span (first to last code
                      character)
    block_html, inline_html       (text is the raw HTML)
    table_cell        align, head
    def_list, def_list_head, def_list_item          (a term is a def_list_head)
    text              text, decoded: an entity or a backslash escape is a text node of its own, and
                      in every other text node the source under `span` is the text, character for
                      character
    emphasis, strong, strikethrough, softbreak, linebreak, emoji   (none of their own)
    codespan          code_span (what is between the backticks)
    link, image       url (decoded destination), target_span (the destination as written, without
                      `<>`; None when a label leads to a definition), title, title_span (without the
                      quotes), label, label_span, form ("inline", "full", "collapsed", "shortcut",
                      "autolink", "bare"), text_span (between the brackets)
    definition        (link reference definition) label, label_span, url, target_span, title,
                      title_span
    footnote_ref, footnote_definition     label, label_span
    math              display (bool), code_span
    shortcode         name, index (into Note.shortcodes), closing (True for the closing tag of a
                      `{{% %}}` pair); children are the blocks of a `{{< >}}` pair's inner text when
                      that is Markdown
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
            if node.children:
                stack.extend(reversed(node.children))
