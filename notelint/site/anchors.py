"""Heading ids by Hugo's three rules.

https://gohugo.io/configuration/markup/#parserautoidtype
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from notelint.note.inner_documents import PAGE
from notelint.note.markup import IdType, Markup
from notelint.note.outline import Heading
from notelint.site.sanitise import without_accents

_GITHUB = re.compile(r"[a-z0-9_-]+\Z")
_SPACES = " \t\n\v\f\r\x85\xa0"


def heading_id(text: str, id_type: IdType) -> str:
    """The id that Hugo makes of a heading's text, before repeats are numbered; "" when nothing
    is left.
    """
    if id_type == "blackfriday":
        return _blackfriday(text)
    text = text.strip(_SPACES)
    if id_type == "github-ascii":
        text = "".join(char for char in without_accents(text) if char < "\x80")
    if _GITHUB.match(text):
        return text
    return "".join(map(_GITHUB_LETTERS.__getitem__, text))


class _Letters(dict[str, str]):
    """What each character is in an id of GitHub's kind, found once for each."""

    def __missing__(self, char: str) -> str:
        kept = char in "-_" or unicodedata.category(char) in _WORD
        self[char] = "-" if char == " " else char.lower() if kept else ""
        return self[char]


_GITHUB_LETTERS = _Letters()
_WORD = frozenset(("Lu", "Ll", "Lt", "Lm", "Lo", "Nd"))
_BLACKFRIDAY_WORD = _WORD | {"Nl", "No"}


def _blackfriday(text: str) -> str:
    parts: list[str] = []
    dash = False
    for char in text:
        if unicodedata.category(char) in _BLACKFRIDAY_WORD:
            if dash and parts:
                parts.append("-")
            dash = False
            parts.append(char.lower())
        else:
            dash = True
    return "".join(parts)


def heading_ids(headings: Iterable[Heading], markup: Markup) -> Iterator[tuple[Heading, str]]:
    """Each heading with its id, "" for one that has none or whose id holds a placeholder.

    Repeats get `-1`, `-2` … , in each document from the start; an explicit id is taken as written,
    even twice.
    """
    documents: dict[int, dict[str, int]] = {}
    for heading in headings:
        if heading.document < PAGE:
            yield heading, ""
            continue
        used = documents.setdefault(heading.document, {})
        if heading.id is not None:
            used.setdefault(heading.id, 0)
            yield heading, heading.id
        elif not markup.auto_heading_id or heading.has_shortcode or not heading.text:
            yield heading, ""
        else:
            yield heading, _unused(heading_id(heading.text, markup.id_type) or "heading", used)


def _unused(wanted: str, used: dict[str, int]) -> str:
    """An id that is not among those used, which know the last number that each was given."""
    found, number = wanted, used.get(wanted, 0)
    while found in used:
        number += 1
        found = f"{wanted}-{number}"
    used[wanted] = number
    used.setdefault(found, 0)
    return found
