"""Links, images and footnote references: everything in square brackets."""

import re

from mistune.helpers import parse_link_label
from mistune.util import unikey

from notelint.note.markdown.emphasis import resolve
from notelint.note.markdown.links import Target, decode, decode_url, inline_target
from notelint.note.markdown.scan import Bracket, Scan
from notelint.note.nodes import Node

_FOOTNOTE = re.compile(r"\[\^((?:[^\\\[\]]|\\.){1,500})\]")
_LONGEST_LABEL = 999


def open_bracket(scan: Scan, start: int) -> int:
    """Remember the `[` or `![` at `start`. Returns where to go on."""
    brackets = scan.brackets
    if brackets:
        brackets[-1].nested = True
    image = scan.source[start] == "!"
    end = start + 2 if image else start + 1
    scan.flush(start)
    brackets.append(Bracket(end, len(scan.items), image))
    text = "![" if image else "["
    scan.items.append(Node("text", scan.span(start, end), (), text, {}))
    scan.plain = False
    scan.mark = end
    return end


def open_or_footnote(scan: Scan, start: int) -> int:
    """Read `[^label]` where the note defines that footnote; else the bracket is like any other."""
    source = scan.source
    if source[start] == "!":
        if source.startswith("[^", start + 1):
            match = _FOOTNOTE.match(source, start + 1)
            if match and match.group(1) in scan.document.footnotes:
                return open_or_footnote(scan, start + 1)
    elif source.startswith("[^", start):
        match = _FOOTNOTE.match(source, start)
        if match and match.group(1) in scan.document.footnotes:
            end = match.end()
            label_span = scan.span(start + 2, end - 1)
            attributes = {"label": match.group(1), "label_span": label_span}
            node = Node("footnote_ref", scan.span(start, end), (), "", attributes)
            return scan.add(start, end, node)
    return open_bracket(scan, start)


def close_bracket(limit: int, scan: Scan, start: int) -> int:
    """Make a link or an image with the `]` at `start`, if a target or a definition follows it.

    `limit` is how deep containers may nest. Returns where to go on, -1 when the bracket is text.
    """
    brackets = scan.brackets
    if not brackets:
        return -1
    opener = brackets.pop()
    index = len(brackets)
    active = opener.image or index >= scan.inactive
    scan.inactive = min(scan.inactive, index)
    if brackets and brackets[-1].depth < opener.depth:
        brackets[-1].depth = opener.depth
    if not active or opener.depth >= limit:
        return -1
    source = scan.source
    attributes: dict[str, object] | None = None
    end = start + 1
    if source.startswith("(", end):
        target = inline_target(source, end + 1, limit)
        if target is not None:
            attributes = _inline_attributes(scan, target)
            end = target.after
    if attributes is None:
        found = _reference(scan, opener, start, start + 1)
        if found is None:
            return -1
        attributes, end = found
    attributes["text_span"] = scan.span(opener.start, start)
    scan.flush(start)
    children, depth = resolve(
        scan.items[opener.index + 1 :],
        scan.base,
        source,
        limit - 1,
        scan.depths,
    )
    del scan.items[opener.index :]
    begin = opener.start - 1 - opener.image
    kind = "image" if opener.image else "link"
    node = Node(kind, scan.span(begin, end), tuple(children), "", attributes)
    scan.items.append(node)
    scan.mark = scan.head = end
    scan.depths[id(node)] = depth + 1
    if brackets:
        brackets[-1].depth = max(brackets[-1].depth, depth + 1)
    if not opener.image:
        scan.inactive = index
    return end


def _reference(
    scan: Scan, opener: Bracket, close: int, end: int
) -> tuple[dict[str, object], int] | None:
    definitions = scan.document.definitions
    if not definitions:
        return None
    source, form = scan.source, "shortcut"
    label: str | None = None
    label_span = scan.span(opener.start, close)
    if source.startswith("[", end):
        label, after = parse_link_label(source, end + 1)
        if label is not None and after is not None:
            form = "full" if label else "collapsed"
            if label:
                label_span = scan.span(end + 1, after - 1)
            end = after
    if not label:
        if opener.nested or close - opener.start > _LONGEST_LABEL:
            return None
        label = source[opener.start : close]
    definition = definitions.get(unikey(label))
    if definition is None:
        return None
    attributes = {
        "url": definition.attrs["url"],
        "target_span": None,
        "title": definition.attrs["title"],
        "title_span": None,
        "label": scan.document.masked.restore(label),
        "label_span": label_span,
        "form": form,
    }
    return attributes, end


def _inline_attributes(scan: Scan, target: Target) -> dict[str, object]:
    source, restore = scan.source, scan.document.masked.restore
    has_title = target.title_start >= 0
    return {
        "url": restore(decode_url(source[target.start : target.end])),
        "target_span": scan.span(target.start, target.end),
        "title": (
            restore(decode(source[target.title_start : target.title_end])) if has_title else None
        ),
        "title_span": scan.span(target.title_start, target.title_end) if has_title else None,
        "label": None,
        "label_span": None,
        "form": "inline",
    }
