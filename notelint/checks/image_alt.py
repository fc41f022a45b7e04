"""Images whose text for those who do not see them is missing, or says nothing."""

import posixpath
from collections.abc import Iterator

from notelint.core import Diagnostic, Span
from notelint.note.html import align, tags
from notelint.note.nodes import Node
from notelint.note.note import Note
from notelint.rules import Rule
from notelint.site.workspace import Workspace


def check(note: Note, rule: Rule, workspace: Workspace) -> Iterator[Diagnostic]:
    """Empty alt texts and placeholders; in raw HTML `alt=""` marks a decoration and is right."""
    placeholders = frozenset(str(one).casefold() for one in rule.options["placeholders"])
    for node in note.of_kind("image"):
        yield from _markdown(node, note, rule, placeholders)
    for node in note.of_kind("inline_html", "block_html"):
        if "<img" in node.text.lower():
            yield from _html(node, note, rule, placeholders)
    yield from _shortcodes(note, rule, placeholders)


def _markdown(
    node: Node, note: Note, rule: Rule, placeholders: frozenset[str]
) -> Iterator[Diagnostic]:
    if any(one.kind == "shortcode" for child in node.children for one in child.walk()):
        return
    alt = "".join(one.text for child in node.children for one in child.walk())
    text_span: Span = node.attrs["text_span"]
    span = text_span if alt.strip() else node.span
    yield from _judged(alt, node.attrs["url"], span, rule, placeholders)


def _html(node: Node, note: Note, rule: Rule, placeholders: frozenset[str]) -> Iterator[Diagnostic]:
    aligned = align(node.text, note.source.text, node.span)
    for tag in tags(node.text):
        if tag.name != "img" or tag.closing:
            continue
        alt, source = tag.get("alt"), tag.get("src")
        hidden = tag.get("aria-hidden") or tag.get("role")
        if alt is None:
            if hidden is None:
                yield rule.found(aligned.span(tag.span), "none")
        elif alt.value.strip() and "{{" not in alt.value:
            url = source.value if source else ""
            yield from _judged(alt.value, url, aligned.span(alt.value_span), rule, placeholders)


def _shortcodes(note: Note, rule: Rule, placeholders: frozenset[str]) -> Iterator[Diagnostic]:
    for shortcode in note.shortcodes:
        if shortcode.name.lower() != "figure" or shortcode.closing:
            continue
        alt, source = shortcode.parameter("alt"), shortcode.parameter("src")
        if alt is not None and alt.value.strip():
            url = source.value if source else ""
            yield from _judged(alt.value, url, alt.value_span, rule, placeholders)


def _judged(
    alt: str, url: str, span: Span, rule: Rule, placeholders: frozenset[str]
) -> Iterator[Diagnostic]:
    said = " ".join(alt.split())
    if not said:
        yield rule.found(span, "empty", url=url)
        return
    name = posixpath.basename(url.partition("?")[0].partition("#")[0])
    stem = name.rpartition(".")[0] or name
    if said.casefold() in placeholders:
        yield rule.found(span, "placeholder", alt=said)
    elif name and said.casefold() in (name.casefold(), stem.casefold()):
        yield rule.found(span, "file-name", alt=said)
