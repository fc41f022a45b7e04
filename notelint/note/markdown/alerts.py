"""Alerts: a block quote that begins with `[!NOTE]`, with a fold sign and a title as Hugo takes
them.

https://gohugo.io/render-hooks/blockquotes/#alerts
"""

import re
from typing import Any

from notelint.note.markdown.document import State
from notelint.note.nodes import Node

_MARKER = re.compile(r"(?:[ \t]*\n)* {0,3}\[!([a-zA-Z]+)\]([+-]?)[ \t]*([^\n]*?)[ \t]*(?:\n|\Z)")


def begin(child: State, facts: dict[str, Any]) -> None:
    """Take the marker off the front of a block quote's content, and put what it says in `facts`."""
    match = _MARKER.match(child.src)
    if match is None:
        return
    facts["alert"] = match.group(1).lower()
    facts["alert_span"] = child.span(match.start(1), match.end(1))
    facts["sign"] = match.group(2)
    facts["title_span"] = None
    # The marker's line is one of a paragraph, so what follows may go on with it.
    child.cursor = child.paragraph = match.end()
    if match.group(3):
        start, end = match.span(3)
        facts["title_span"] = child.span(start, end)
        child.add_leaf(Node("alert_title", child.span(start, end), (), "", {}), start, end)
