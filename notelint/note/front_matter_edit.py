"""New text in the place of a front matter value, quoted as the format needs; nothing else is touched."""

import json

from notelint.core import Edit, Span, apply_edits
from notelint.note.front_matter import FrontMatter, read_front_matter
from notelint.note.front_matter_fields import Field, items_of


def text_edit(text: str, front_matter: FrontMatter, field: Field, new_text: str) -> Edit | None:
    """The edit that makes `field` read as `new_text`, in its own style where that can hold it.

    None when no way of writing it reads back as exactly `new_text` with every other field unchanged (a value that is
    no text, an alias, a note whose front matter has faults).
    """
    if front_matter.faults or field.style not in _WRITERS:
        return None
    wanted = dict(items_of(front_matter.values))
    wanted[field.path] = new_text
    for written in (json.dumps(new_text, ensure_ascii=False),):
        edit = Edit(Span(*field.value_span), written)
        again = read_front_matter(apply_edits(text, [edit]))
        if not again.faults and _same(dict(items_of(again.values)), wanted, field):
            return edit
    return None


_WRITERS = {
    "plain",
    "single",
    "double",
    "literal",
    "folded",
    "basic",
    "raw",
    "basic-lines",
    "raw-lines",
    "string",
}


def _same(found: dict[object, object], wanted: dict[object, object], field: Field) -> bool:
    return found.keys() == wanted.keys() and all(
        found[path] == wanted[path] for path in found if not isinstance(found[path], dict | list)
    )
