"""Which texts Hugo reads as Markdown by themselves: the page, and the inner texts of shortcodes.

`{{< x >}}` hands its inner text to the template, which renders it as a document of its own, or puts
it out as it is; that of `{{% x %}}` becomes part of the text around it.
https://gohugo.io/content-management/shortcodes/#notation
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from notelint.note.shortcode_table import ShortcodeTable
from notelint.note.shortcodes import Shortcode

if TYPE_CHECKING:
    from notelint.note.note import Note

PAGE = -1
HTML = -2
CODE = -3
"""The page's own text; and what a template puts out as it is, or as code, and nobody reads as
Markdown.
"""


def documents_of(note: "Note", offsets: Iterable[int]) -> Iterator[int]:
    """The document that each of `offsets` (ascending) lies in: the index of the shortcode that
    renders it, or PAGE, HTML or CODE.
    """
    opened: list[Shortcode] = []
    coming = [one for one in note.shortcodes if one.inner_span is not None]
    position = 0
    for offset in offsets:
        while position < len(coming) and coming[position].span.end <= offset:
            opened = _open_at(opened, coming[position].span.start)
            opened.append(coming[position])
            position += 1
        opened = _open_at(opened, offset)
        yield _document(opened, note.table) if opened else PAGE


def _open_at(opened: list[Shortcode], offset: int) -> list[Shortcode]:
    return [one for one in opened if one.inner_span is not None and offset < one.inner_span.end]


def _document(enclosing: Sequence[Shortcode], table: ShortcodeTable) -> int:
    """The document inside these shortcodes, the outermost first.

    Inside `{{< >}}`, each inner text is read by itself, in either notation; one that is put out
    unread goes to the template around it.
    """
    for depth in range(len(enclosing) - 1, -1, -1):
        one = enclosing[depth]
        outer = enclosing[:depth]
        if one.notation == "<":
            printed = table.prints_inner(one.name)
            if not printed:
                return one.index
            if not outer:
                return CODE if printed == "code" else HTML
        elif any(above.notation == "<" for above in outer):
            return one.index
    return PAGE
