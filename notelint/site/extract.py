"""Facts out of a note."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from notelint.note.html import Tag, tags
from notelint.note.inner_documents import CODE, documents_of
from notelint.note.nodes import Node
from notelint.note.note import Note
from notelint.site.anchors import heading_id, heading_ids
from notelint.site.facts import Details, Facts
from notelint.site.workspace import Workspace


def extract(note: Note, workspace: Workspace) -> Facts:
    """The facts of `note`; see Facts."""
    hook = workspace.hooks.heading
    shortcodes = tuple(sorted({one.name.lower() for one in note.shortcodes}))
    made = workspace.id_shortcodes
    prefixes = {start for name in shortcodes for start in made.get(name, ())}
    headings: list[tuple[str, str, int, int]] = []
    anchors: list[str] = []
    for heading, id_ in heading_ids(note.headings, note.markup):
        shown = id_ if heading.level >= hook.from_level else ""
        headings.append((shown, heading.text, heading.span.start, heading.span.end))
        if shown:
            anchors.append(shown)
        if heading.id_start is not None:
            prefixes.add(heading_id(heading.id_start, note.markup.id_type))
    anchors += _written_ids(note)
    anchors += note.footnote_ids
    anchors += _ids_in_shortcodes(note)
    details = Details(
        dict(_fields(note)),
        tuple(
            (
                one.kind,
                one.origin,
                one.target,
                tuple(one.span),
                tuple(one.target_span),
                one.language,
                one.output_format,
                one.shortcode,
                one.certain,
            )
            for one in note.references
        ),
        tuple(dict.fromkeys(anchors)),
        tuple(headings),
    )
    return Facts(
        note.path,
        note.language,
        {str(key).lower(): plain(value) for key, value in note.front_matter.values.items()},
        details.packed(),
        hook.makes_other_ids
        or (note.front_matter.fatal and not note.front_matter.is_closed)
        or "" in prefixes
        or (note.markup.definition_ids and bool(note.of_kind("def_list_head")))
        or any(workspace.shortcode_table.knows(name) is None for name in shortcodes),
        shortcodes,
        note.front_matter.fatal,
        tuple(sorted(prefixes)),
    )


def _written_ids(note: Note) -> Iterator[str]:
    """Ids in raw HTML, which Hugo leaves out unless the site allows it, and in attribute lists."""
    if note.markup.unsafe:
        written = note.of_kind("block_html", "inline_html")
        documents = documents_of(note, [one.span.start for one in written])
        for node, document in zip(written, documents, strict=True):
            for tag in tags(node.text) if document != CODE else ():
                yield from _ids(tag)
    if note.markup.attribute_block:
        yield from _attribute_ids(note.blocks, note)


def _ids(tag: Tag) -> Iterator[str]:
    for one in tag.attributes:
        if one.name == "id" or (one.name == "name" and tag.name == "a"):
            yield one.value


def _attribute_ids(blocks: Sequence[Node], note: Note) -> Iterator[str]:
    """Ids of `{#id}` lines: they hold for the block right above; a heading keeps its own."""
    above: Node | None = None
    for node in blocks:
        if node.kind == "attributes":
            if above is not None and node.attrs["id"] and above.kind != "block_code":
                between = note.source.text[above.span.end : node.span.start]
                own = above.kind == "heading" and note.markup.auto_heading_id
                if "\n" not in between.strip(" \r").removeprefix("\n") and not own:
                    yield node.attrs["id"]
            continue
        above = node
        if node.kind != "heading":  # its own list is the heading's id
            yield from _attribute_ids(node.children, note)


def plain(value: Any) -> Any:
    """`value` of only dicts, lists and scalars; points in time as ISO text."""
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return str(value)


def _fields(note: Note) -> Iterator[tuple[str, tuple[int, int, int, int]]]:
    for field in note.front_matter.fields:
        name = ".".join(str(part).lower() for part in field.path)
        value = field.value_span
        key = field.key_span or value
        yield name, (key.start, key.end, value.start, value.end)


def _ids_in_shortcodes(note: Note) -> Iterator[str]:
    """Ids of raw HTML between the tags of shortcodes, which the tree does not show as HTML."""
    for shortcode in note.shortcodes:
        inner = shortcode.inner_span
        if inner is None or note.table.prints_inner(shortcode.name) == "code":
            continue
        text = inner.of(note.source.text)
        if "id=" in text or "name=" in text:
            for tag in tags(text):
                yield from _ids(tag)
