"""New text in the place of a front matter value, quoted as the format needs."""

from collections.abc import Iterator
from typing import Any

from notelint.core import Edit, apply_edits
from notelint.note.front_matter import FrontMatter, read_front_matter
from notelint.note.front_matter_fields import Field, Path, items_of
from notelint.note.front_matter_writers import WRITERS


def text_edit(text: str, front_matter: FrontMatter, field: Field, new_text: str) -> Edit | None:
    """The edit of the file's `text` that makes `field` read as `new_text`.

    The field's own style is kept where it can hold the text, else the nearest one that can. What
    comes out is read again: `field` must be `new_text`, and every other value what it was. None
    when that cannot be had: a field that is no text (a number, a map, an alias), a front matter
    with faults, a duplicated key.
    """
    writers = WRITERS.get(field.style)
    if writers is None or front_matter.fatal or not isinstance(field.value, str):
        return None
    if new_text == field.value:
        return Edit(field.value_span, field.value_span.of(text))
    head = text[: front_matter.span.end]
    wanted = dict(_scalars(front_matter.values))
    wanted[field.path] = new_text
    for writer in writers:
        for written in writer(head, field, new_text):
            edit = Edit(field.value_span, written)
            if _reads_as(apply_edits(head, [edit]), front_matter, wanted):
                return edit
    return None


def _scalars(values: Any) -> Iterator[tuple[Path, object]]:
    """Every value that is no container, and empty containers; with its type, since 1 == True."""
    for path, value in items_of(values):
        if not isinstance(value, dict | list) or not value:
            yield path, value if isinstance(value, str) else (type(value), repr(value))


def _reads_as(head: str, before: FrontMatter, wanted: dict[Path, object]) -> bool:
    again = read_front_matter(head)
    if again.format != before.format or again.fatal or len(again.faults) > len(before.faults):
        return False
    return again.span.end == len(head) and dict(_scalars(again.values)) == wanted
