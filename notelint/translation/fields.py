"""The text of front matter that a translator reads: titles, captions, terms of taxonomies."""

from collections.abc import Iterator

from notelint.core import Span
from notelint.note.front_matter_fields import Field
from notelint.note.front_matter_schema import dotted
from notelint.note.note import TEXT_FIELDS, Note
from notelint.site.taxonomies import taxonomy_fields
from notelint.site.workspace import Workspace
from notelint.translation.items import TERM, Passage, Text
from notelint.translation.passages import passages_of


def passages_in(workspace: Workspace, note: Note) -> list[Passage]:
    """All passages of a note of a site: its text fields, at any depth, are those of front-matter.yaml."""
    terms = taxonomy_fields(workspace, note.language) if workspace.is_site else frozenset()
    return passages_of(note, [*_of_fields(note), *_of_terms(note, terms)])


def passages_alone(note: Note) -> list[Passage]:
    """All passages of a note that is read without its site: only what is text everywhere."""
    fields = [p for p in _of_fields(note) if p.name.lower() in TEXT_FIELDS]
    return passages_of(note, fields, themed=False)


def _of_fields(note: Note) -> Iterator[Passage]:
    for field in note.front_matter.fields:
        if isinstance(field.value, str) and field.value.strip():
            if dotted(field.path) in note.text_fields:
                yield _passage(field, "field:" + _name(field))


def _of_terms(note: Note, taxonomies: frozenset[str]) -> Iterator[Passage]:
    for field in note.front_matter.fields:
        taxonomy = str(field.path[0]).lower()
        alone = len(field.path) == 1 or (len(field.path) == 2 and isinstance(field.path[1], int))
        if taxonomy in taxonomies and alone and isinstance(field.value, str):
            if field.value.strip():
                yield _passage(field, TERM + taxonomy)


def _passage(field: Field, kind: str) -> Passage:
    text = Text(Span(0, len(field.value)), field.value)
    return Passage(kind, field.value_span, field.value, (text,), "field", _name(field))


def _name(field: Field) -> str:
    return ".".join(map(str, field.path))
