"""A translated text read again, with the settings of the note it comes from."""

from notelint.note.note import Note, read


def read_like(note: Note, text: str) -> Note:
    """`text` as a note in the place of `note`."""
    return read(
        note.path,
        text.encode("utf-8", "surrogatepass"),
        language=note.language,
        markup=note.markup,
        shortcodes=note.table,
        text_fields=note.text_fields,
        file_fields=note.file_fields,
    )
