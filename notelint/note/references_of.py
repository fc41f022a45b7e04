"""Everything a note points to, from Markdown, HTML, shortcodes and front matter."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from notelint.core import Span
from notelint.note.html import Aligned, Tag, tags
from notelint.note.inner_documents import CODE, HTML, documents_of
from notelint.note.nodes import Node
from notelint.note.prose_of import dotted
from notelint.note.reference import Origin, Reference, ReferenceKind
from notelint.note.shortcodes import Shortcode

if TYPE_CHECKING:
    from notelint.note.note import Note

_ATTRIBUTES: dict[tuple[str, str], ReferenceKind] = {
    ("a", "href"): "link",
    ("area", "href"): "link",
    ("img", "src"): "image",
    ("source", "src"): "resource",
    ("video", "src"): "resource",
    ("audio", "src"): "resource",
    ("video", "poster"): "image",
    ("iframe", "src"): "link",
    ("embed", "src"): "resource",
    ("object", "data"): "resource",
    ("input", "src"): "image",
    ("link", "href"): "resource",
    ("script", "src"): "resource",
    ("track", "src"): "resource",
}
_CANDIDATE = re.compile(r"[\s,]*([^\s,][^\s]*?)(?:,(?=\s)|\s+[^,]*,?|,?$)")
_KINDS: dict[str, ReferenceKind] = {
    "link": "link",
    "image": "image",
    "ref": "relref",
    "file": "resource",
}


def references_of(note: "Note") -> tuple[Reference, ...]:
    """All references of a note in the order of the file."""
    source = note.source.text
    shortcodes = [one for one in note.shortcodes if not one.closing]
    starts = [one.span.start for one in shortcodes]
    found = [*_front_matter(note), *_calls(note, shortcodes)]
    used: dict[str, set[str]] = {}
    for node in note.of_kind("link", "image"):
        if node.attrs["target_span"] is None:
            used.setdefault(_key(node.attrs["label"]), set()).add(node.kind)
        else:
            kind: ReferenceKind = "image" if node.kind == "image" else "link"
            found += _markdown(node, shortcodes, starts, kind)
    for node in note.of_kind("block_html", "inline_html"):
        if "<" in node.text:
            found += _html(note.aligned(node.text, node.span), shortcodes, starts, source)
    for node in note.of_kind("shortcode"):
        if not node.children:
            found += _inner_html(node, note, shortcodes, starts)
    for definition in note.of_kind("definition"):
        key = _key(definition.attrs["label"])
        if key in used:
            kind = "image" if used.pop(key) == {"image"} else "link"
            found += _markdown(definition, shortcodes, starts, kind)
    found.sort(key=lambda reference: (reference.span, reference.target_span))
    return tuple(_read_by_someone(note, found) if note.table.printing else found)


def _read_by_someone(note: "Note", references: Sequence[Reference]) -> Iterator[Reference]:
    """Those that do not stand in text which a template puts out unread."""
    documents = documents_of(note, [one.span.start for one in references])
    for reference, document in zip(references, documents, strict=True):
        hidden = document <= HTML and reference.origin in ("markdown", "definition", "autolink")
        hidden = hidden or (document == CODE and reference.origin == "html")
        if not hidden:
            yield reference


def _key(label: str) -> str:
    return " ".join(label.split()).lower().upper()


def _inside(span: Span, shortcodes: Sequence[Shortcode], starts: Sequence[int]) -> list[Shortcode]:
    found = []
    index = bisect_left(starts, span.start)
    while index < len(shortcodes) and starts[index] < span.end:
        found.append(shortcodes[index])
        index += 1
    return found


def _markdown(
    node: Node, shortcodes: Sequence[Shortcode], starts: Sequence[int], kind: ReferenceKind
) -> Iterator[Reference]:
    target_span: Span = node.attrs["target_span"]
    calls = _inside(target_span, shortcodes, starts)
    if _only_a_ref(calls, target_span):
        return
    origin: Origin = "markdown"
    if node.kind == "definition":
        origin = "definition"
    elif node.attrs["form"] in ("autolink", "bare"):
        origin = "autolink"
    url = node.attrs["url"]
    yield Reference(kind, origin, url, node.span, target_span, certain=not calls)


def _only_a_ref(calls: Sequence[Shortcode], span: Span) -> bool:
    return (
        len(calls) == 1
        and calls[0].name.lower() in ("ref", "relref")
        and calls[0].span.start == span.start
        and calls[0].span.end == span.end
    )


def _html(
    aligned: Aligned, shortcodes: Sequence[Shortcode], starts: Sequence[int], source: str
) -> Iterator[Reference]:
    for tag in tags(aligned.text):
        for target, span, kind in _targets(tag):
            target_span = aligned.span(span)
            calls = _inside(target_span, shortcodes, starts)
            if not _only_a_ref(calls, target_span):
                if calls:
                    target = target_span.of(source)
                whole = aligned.span(tag.span)
                yield Reference(kind, "html", target, whole, target_span, certain=not calls)


def _targets(tag: Tag) -> Iterator[tuple[str, Span, ReferenceKind]]:
    for attribute in tag.attributes:
        kind = _ATTRIBUTES.get((tag.name, attribute.name))
        if kind and (attribute.value or attribute.name == "href"):
            yield attribute.value, attribute.value_span, kind
        elif attribute.name == "srcset" and tag.name in ("img", "source"):
            start = attribute.value_span.start
            for match in _CANDIDATE.finditer(attribute.value):
                first, last = match.span(1)
                yield match.group(1), Span(start + first, start + last), "image"


def _inner_html(
    node: Node, note: "Note", shortcodes: Sequence[Shortcode], starts: Sequence[int]
) -> Iterator[Reference]:
    index = node.attrs.get("index", -1)
    if index < 0 or node.attrs.get("closing"):
        return
    shortcode = note.shortcodes[index]
    inner = shortcode.inner_span
    if inner and note.table.inner(shortcode.name) == "html":
        source = note.source.text
        aligned = note.aligned(inner.of(source), inner)
        yield from _html(aligned, shortcodes, starts, source)


def _calls(note: "Note", shortcodes: Sequence[Shortcode]) -> Iterator[Reference]:
    for shortcode in shortcodes:
        name = shortcode.name.lower()
        if name in ("ref", "relref"):
            yield _ref(shortcode, "ref" if name == "ref" else "relref")
            continue
        position = 0
        for parameter in shortcode.parameters:
            key: str | int = position if parameter.name is None else parameter.name
            position += parameter.name is None
            kind = _KINDS.get(note.table.kind(shortcode.name, key) or "")
            if kind and parameter.value:
                yield Reference(
                    kind,
                    "shortcode",
                    parameter.value,
                    shortcode.span,
                    parameter.value_span,
                    shortcode=shortcode.name,
                )


def _ref(shortcode: Shortcode, kind: ReferenceKind) -> Reference:
    """A call of ref or relref: positional path and output format, or `path`, `lang` and
    `outputFormat`.
    """
    path = shortcode.parameter("path") or shortcode.parameter(0)
    language = shortcode.parameter("lang")
    output = shortcode.parameter("outputFormat") or shortcode.parameter(1)
    end = shortcode.name_span.end
    return Reference(
        kind,
        "shortcode",
        path.value if path else "",
        shortcode.span,
        path.value_span if path else Span(end, end),
        language=language.value if language else None,
        output_format=output.value if output else None,
        shortcode=shortcode.name,
    )


def _front_matter(note: "Note") -> Iterator[Reference]:
    for field in note.front_matter.fields:
        if isinstance(field.value, str) and field.value and dotted(field.path) in note.file_fields:
            start, end = field.value_span
            if note.source.text[start : start + 1] in ("'", '"') and end - start >= 2:
                start, end = start + 1, end - 1
            yield Reference("resource", "front-matter", field.value, field.span, Span(start, end))
