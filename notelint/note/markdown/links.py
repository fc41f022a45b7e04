"""Destinations and titles of inline links and of definitions, with their places.

https://spec.commonmark.org/0.31.2/#link-destination and #link-title; mistune's helpers say the
same, without places.
"""

import re
from html import unescape
from typing import NamedTuple

from mistune.helpers import unescape_char

_ANGLE = re.compile(r"<((?:[^>\n\r\x00\\]|\\.)*)>")
_PLAIN = re.compile(r"[^()<\\\x00-\x20\x7f][^()\\\x00-\x20\x7f]*")
_SPACE = re.compile(r"[ \t\n\r\f]*")
_START = re.compile(r"[ \t]*(?:\n[ \t]*)?")
_TITLE = re.compile(
    r'"((?:[^"\\\x00]|\\.)*)"|\'((?:[^\'\\\x00]|\\.)*)\'|\(((?:[^()\\\x00]|\\.)*)\)', re.S
)
_BLANK = re.compile(r"\n[ \t]*\n")
_ESCAPED = re.compile(
    r"\\([!-/:-@\[-`{-~])|&(?:#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[a-zA-Z][a-zA-Z0-9]{1,31};)"
)
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


class Target(NamedTuple):
    """Where a destination and its title stand in a source, and where what follows starts."""

    start: int
    end: int
    title_start: int
    title_end: int
    after: int


def decode(text: str) -> str:
    """`text` with backslash escapes and character references resolved."""
    if "\\" in text or "&" in text:
        return _ESCAPED.sub(_decoded, text)
    return text


def decode_url(text: str) -> str:
    """A destination decoded: goldmark resolves escapes first, and references in what is left."""
    if "\\" in text:
        text = unescape_char(text)
    return decode(text) if "&" in text else text


def _decoded(match: re.Match[str]) -> str:
    return match.group(1) or unescape(match.group())


def destination(source: str, position: int, limit: int) -> tuple[int, int, int] | None:
    """Start, end and what follows of a destination at `position`; `limit` is how deep parentheses
    may nest.
    """
    if source.startswith("<", position):
        match = _ANGLE.match(source, position)
        return (match.start(1), match.end(1), match.end()) if match else None
    match = _PLAIN.match(source, position)
    end = match.end() if match else position
    if (end < len(source) and source[end] in "(\\") or not match:
        end = _balanced(source, end, limit)
        if end < 0:
            return None
    return position, end, end


def _balanced(source: str, position: int, limit: int) -> int:
    """The end of a destination with parentheses or escapes from `position` on; -1 when it is
    none.
    """
    level, size = 0, len(source)
    while position < size:
        character = source[position]
        if character in " \t\n\r\f":
            break
        if character < " " or character == "\x7f":
            return -1
        if character == "\\" and position + 1 < size and source[position + 1] in _PUNCTUATION:
            position += 2
            continue
        if character == "(":
            level += 1
            if level > limit:
                return -1
        elif character == ")":
            if not level:
                break
            level -= 1
        position += 1
    return -1 if level else position


def title(source: str, position: int) -> tuple[int, int, int] | None:
    """Start, end and what follows of a title that stands after white space at `position`."""
    space = _SPACE.match(source, position)
    if space is None or space.end() == position:
        return None
    match = _TITLE.match(source, space.end())
    if match is None:
        return None
    group = match.lastindex or 0
    if "\n" in match.group() and _BLANK.search(match.group()):
        return None
    return match.start(group), match.end(group), match.end()


def inline_target(source: str, position: int, limit: int) -> Target | None:
    """The destination and title of an inline link whose `(` ends at `position`."""
    if source.startswith(")", position):
        return Target(position, position, -1, -1, position + 1)
    start = _START.match(source, position)
    found = destination(source, start.end() if start else position, limit)
    if found is None:
        return None
    first, last, after = found
    titled = title(source, after)
    if titled:
        after = titled[2]
    space = _SPACE.match(source, after)
    after = space.end() if space else after
    if not source.startswith(")", after):
        return None
    if titled:
        return Target(first, last, titled[0], titled[1], after + 1)
    return Target(first, last, -1, -1, after + 1)
