"""Our tree as stock mistune's tokens, so that the two can be compared."""

import html
from collections.abc import Sequence
from typing import Any

from mistune import create_markdown
from mistune.plugins.table import table_in_list, table_in_quote
from mistune.util import escape_url, unikey

from notelint.note.markdown import parse
from notelint.note.markup import Markup
from notelint.note.nodes import Node

PLAIN = Markup(attribute_title=False, linkify=False)
"""What mistune's plugins know too, and nothing of Hugo's own."""

_PLUGINS = ("table", table_in_quote, table_in_list, "footnotes", "task_lists", "def_list")
_stock = create_markdown(renderer="ast", plugins=(*_PLUGINS, "strikethrough"))

Tokens = list[dict[str, Any]]


def stock_tokens(text: str) -> Tokens:
    """What stock mistune makes of `text`, in the form that both can have."""
    tokens = _stock(text)
    assert isinstance(tokens, list)
    return _common(tokens)


def our_tokens(text: str, markup: Markup = PLAIN) -> Tokens:
    """The same of our tree."""
    nodes = parse(text, 0, len(text), markup)
    body = _tokens(nodes, text)
    notes = {
        unikey(one.attrs["label"]): one
        for root in nodes
        for one in root.walk()
        if one.kind == "footnote_definition"
    }
    used = list(
        dict.fromkeys(
            unikey(one.attrs["label"])
            for root in nodes
            for one in root.walk()
            if one.kind == "footnote_ref"
        )
    )
    if used:
        items = [
            {"type": "footnote_item", "children": _tokens(notes[key].children, text)}
            for key in used
        ]
        body.append({"type": "footnotes", "children": items})
    return _common(body)


_NOT_TOKENS = ("definition", "footnote_definition", "attributes")


def _tokens(nodes: Sequence[Node], text: str) -> Tokens:
    return [_token(node, text) for node in nodes if node.kind not in _NOT_TOKENS]


def _token(node: Node, text: str) -> dict[str, Any]:
    kind, attrs = node.kind, node.attrs
    token: dict[str, Any] = {"type": kind}
    if kind == "text":
        written = node.span.of(text)
        token["raw"] = written if written.startswith("&") else node.text
    elif kind in ("block_code", "codespan", "block_html", "inline_html"):
        token["raw"] = node.text
        if kind == "block_code" and attrs["info"]:
            token["attrs"] = {"info": attrs["info"]}
    elif kind == "heading":
        token["attrs"] = {"level": attrs["level"]}
    elif kind == "list":
        token["attrs"] = {"ordered": attrs["ordered"], "start": attrs["start"]}
        token["tight"] = attrs["tight"]
    elif kind == "list_item" and "checked" in attrs:
        token = {"type": "task_list_item", "attrs": {"checked": attrs["checked"]}}
    elif kind == "table_cell":
        token["attrs"] = {"align": attrs["align"], "head": attrs["head"]}
    elif kind in ("link", "image"):
        token["attrs"] = {"url": escape_url(attrs["url"]), "title": attrs["title"]}
    elif kind == "footnote_ref":
        token["raw"] = unikey(attrs["label"])
    if node.children:
        token["children"] = _tokens(node.children, text)
    return token


def _common(tokens: Tokens) -> Tokens:
    """Tokens without blank lines and bookkeeping, neighbouring texts joined, trailing spaces
    cut.
    """
    result: Tokens = []
    for token in tokens:
        kind = token["type"]
        if kind == "blank_line":
            continue
        if kind == "text" and result and result[-1]["type"] == "text":
            result[-1]["raw"] += token["raw"]
            continue
        new: dict[str, Any] = {"type": kind}
        if "raw" in token:
            new["raw"] = token["raw"].rstrip("\n") if kind != "text" else token["raw"]
        attrs = dict(token.get("attrs") or {})
        for name in ("depth", "index", "key"):
            attrs.pop(name, None)
        if attrs.get("start") == 1:
            del attrs["start"]
        attrs = {name: value for name, value in attrs.items() if value not in (None, "")}
        if "title" in attrs:
            attrs["title"] = html.unescape(attrs["title"])
        if attrs:
            new["attrs"] = attrs
        if "tight" in token:
            new["tight"] = token["tight"]
        children = _common(token.get("children") or [])
        if children:
            new["children"] = children
        if kind == "text" and not new["raw"]:
            continue
        result.append(new)
    return result


def difference(ours: Any, stock: Any, path: str = "") -> str:
    """Where two token trees part; empty when they are equal."""
    if isinstance(ours, list) and isinstance(stock, list):
        for index, (a, b) in enumerate(zip(ours, stock, strict=False)):
            found = difference(a, b, f"{path}/{index}")
            if found:
                return found
        if len(ours) != len(stock):
            extra = (ours + stock)[min(len(ours), len(stock)) :][:1]
            return f"{path}: {len(ours)} ours, {len(stock)} stock, such as {extra}"
        return ""
    if ours == stock:
        return ""
    if isinstance(ours, dict) and isinstance(stock, dict) and ours.get("type") == stock.get("type"):
        plain = {key: value for key, value in ours.items() if key != "children"}
        other = {key: value for key, value in stock.items() if key != "children"}
        if plain == other:
            return difference(
                ours.get("children", []), stock.get("children", []), f"{path}{ours['type']}"
            )
    return f"{path}: ours {str(ours)[:300]} stock {str(stock)[:300]}"
