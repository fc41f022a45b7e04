"""A front matter field with a new text that every YAML reader takes the same way."""

import json

from notelint.core import Edit, Span, apply_edits
from notelint.note.front_matter import Field, FrontMatter
from notelint.note.front_matter_edit import text_edit


def field_edit(text: str, front_matter: FrontMatter, field: Field, value: str) -> Edit | None:
    """The edit that makes `field` read as `value`; None when there is no safe way.

    Hugo's reader takes plain scalars that others refuse (`}x`, `%x`): what PyYAML does not read is quoted.
    """
    edit = text_edit(text, front_matter, field, value)
    if edit is None or front_matter.format != "yaml" or _readable(text, front_matter, edit):
        return edit
    if not _readable(text, front_matter, None):
        return edit
    quoted = Edit(Span(*field.value_span), json.dumps(value, ensure_ascii=False))
    return quoted if _readable(text, front_matter, quoted) else None


def _readable(text: str, front_matter: FrontMatter, edit: Edit | None) -> bool:
    import yaml

    start, end = front_matter.inner
    inner = text[start:end]
    if edit is not None:
        span = Span(edit.span.start - start, edit.span.end - start)
        inner = apply_edits(inner, [Edit(span, edit.text)])
    try:
        yaml.compose(inner, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return False
    return True
