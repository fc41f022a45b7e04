"""Addresses in the edition's own language (`slug = "translate"`): made once from the title, then never changed.

https://gohugo.io/content-management/urls/#slug
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath

from notelint.core import Edit, Span, apply_edits
from notelint.note.front_matter import FrontMatter, read_front_matter
from notelint.note.front_matter_edit import text_edit
from notelint.note.front_matter_fields import Field
from notelint.note.note import Note

LONGEST = 80
"""Characters of an address made from a title; it ends at a word."""


def with_slug(source: Note, page: Note, before: Note) -> str:
    """The text of `page`, the edition of `source`, with a slug; `before` is what was there, with a slug or not.

    A slug that is there stays: other sites link to it. Sections, and pages whose `url` is given, have none.
    """
    text = page.source.text
    if PurePosixPath(source.path).stem.partition(".")[0] == "_index" or page.front_matter.get(
        "url"
    ):
        return text
    ours, mine = _slug(source), _slug(before)
    slug = mine if mine and mine != ours else slug_of(_text(page, "title"))
    if not slug or (slug == slug_of(_text(source, "title")) and not ours):
        return text
    for edit in _edits(page, slug):
        after = apply_edits(text, [edit])
        if _says(read_front_matter(after), page.front_matter, slug):
            return after
    return text


def slug_of(title: str) -> str:
    """`Índices: por quê?` → `indices-por-que`."""
    plain = unicodedata.normalize("NFKD", title.lower())
    words = re.findall(r"\w+", "".join(sign for sign in plain if not unicodedata.combining(sign)))
    slug = "-".join(words).replace("_", "-")
    return slug if len(slug) <= LONGEST else slug[: LONGEST + 1].rpartition("-")[0]


def _slug(note: Note) -> str:
    return _text(note, "slug").strip()


def _text(note: Note, name: str) -> str:
    field = note.front_matter.get(name)
    return field.value if field is not None and isinstance(field.value, str) else ""


def _edits(page: Note, slug: str) -> Iterator[Edit]:
    """The slug in the place of the one there is, else in a line of its own beside the title."""
    text, front_matter = page.source.text, page.front_matter
    there, title = front_matter.get("slug"), front_matter.get("title")
    if there is not None:
        edit = text_edit(text, front_matter, there, slug)
        yield from [edit] if edit else []
    elif title is not None and title.key_span is not None:
        yield _line(text, front_matter, title, slug)


def _line(text: str, front_matter: FrontMatter, title: Field, slug: str) -> Edit:
    start = text.rfind("\n", 0, title.span.start) + 1
    if front_matter.format == "json":
        indent = re.match(r"[ \t]*", text[start : title.span.start])
        gap = "\n" + indent[0] if start and indent else " "
        return Edit(Span(title.span.start, title.span.start), f'"slug": {json.dumps(slug)},{gap}')
    sign = ": " if front_matter.format == "yaml" else " = "
    value = slug if front_matter.format == "yaml" and not slug.isdigit() else json.dumps(slug)
    end = "\r\n" if "\r\n" in text else "\n"
    return Edit(Span(start, start), f"slug{sign}{value}{end}")


def _says(after: FrontMatter, before: FrontMatter, slug: str) -> bool:
    """True when the slug is there and nothing else has changed."""
    others = [
        {k: v for k, v in one.values.items() if k.lower() != "slug"} for one in (after, before)
    ]
    field = after.get("slug")
    return others[0] == others[1] and field is not None and field.value == slug
