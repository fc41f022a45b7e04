"""YAML scalars as written: the quoted or block text of one value, over as many lines as it takes.

Functions take the text and where the scalar starts, and give back its value and its end (offsets of
the text). The rules are YAML 1.2 (https://yaml.org/spec/1.2.2/) as goccy/go-yaml, Hugo's reader,
has them; where they differ the real Hugo decided (tests/note/front_matter_*).
"""

import re
from typing import NamedTuple


class YamlStop(Exception):  # noqa: N818 - it ends a reading, it is not an error of ours
    """The YAML cannot be read further. `code` names the message; `start:end` is what is wrong.

    `value` is the offset where the value begins that would be right in quotes, -1 when there is
    none.
    """

    def __init__(self, code: str, start: int, end: int, detail: str = "", value: int = -1) -> None:
        super().__init__(code)
        self.code, self.start, self.end = code, start, end
        self.detail, self.value = detail, value


_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "n": "\n", "r": "\r", "t": "\t",
    "v": "\v", '"': '"', "/": "/", "\\": "\\", " ": " ", "\t": "\t",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_HEX = {"x": 2, "u": 4, "U": 8}
_DIGITS = re.compile(r"[0-9a-fA-F]+")
_LOW = re.compile(r"\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_DOUBLE_PLAIN = re.compile(r'[^"\\\r\n]*')
_SINGLE_PLAIN = re.compile(r"[^'\r\n]*")
_FOLD = re.compile(r"[ \t]*(?:[\r\n](?:[ \t]*[\r\n])*)[ \t]*")
_HEADER = re.compile(r"[|>]([+-]?[1-9]?|[1-9][+-])(?:[ \t]+(?:#[^\r\n]*)?)?(?=[\r\n]|\Z)")


def double_quoted(text: str, start: int) -> tuple[str, int]:
    """A text in double quotes whose opening quote stands at `start`."""
    parts: list[str] = []
    position = start + 1
    while True:
        match = _DOUBLE_PLAIN.match(text, position)
        assert match is not None
        parts.append(match.group())
        position = match.end()
        character = text[position : position + 1]
        if character == '"':
            return "".join(parts), position + 1
        if character == "":
            raise YamlStop("quote", start, start + 1, '"', start)
        if character == "\\":
            piece, position = _escape(text, position)
            parts.append(piece)
        else:
            position = _fold(text, position, parts)


def _escape(text: str, start: int) -> tuple[str, int]:
    letter = text[start + 1 : start + 2]
    if letter in _HEX:
        return _code(text, start, _HEX[letter])
    if letter in ("\n", "\r"):
        end = start + 2 + (letter == "\r" and text[start + 2 : start + 3] == "\n")
        while text[end : end + 1] in (" ", "\t"):
            end += 1
        return "", end
    if letter in _ESCAPES and letter:
        return _ESCAPES[letter], start + 2
    raise YamlStop("escape", start, start + 2, text[start : start + 2])


def _code(text: str, start: int, length: int) -> tuple[str, int]:
    """`\\x41`, `\\u00e9`, `\\U0001F600`, and a pair of surrogates."""
    end = start + 2 + length
    digits = text[start + 2 : end]
    if not _DIGITS.fullmatch(digits) or len(digits) < length:
        raise YamlStop("code", start, start + 2, text[start : start + 2])
    number = int(digits, 16)
    if 0xD800 <= number < 0xDC00:
        low = _LOW.match(text, end)
        if low is None:
            raise YamlStop("code", start, end, text[start:end])
        return chr(0x10000 + ((number - 0xD800) << 10) + int(low.group(1), 16) - 0xDC00), low.end()
    return chr(number) if number < 0xD800 or 0xE000 <= number < 0x110000 else "\ufffd", end


def single_quoted(text: str, start: int) -> tuple[str, int]:
    """A text in single quotes whose opening quote stands at `start`."""
    parts: list[str] = []
    position = start + 1
    while True:
        match = _SINGLE_PLAIN.match(text, position)
        assert match is not None
        parts.append(match.group())
        position = match.end()
        character = text[position : position + 1]
        if character == "":
            raise YamlStop("quote", start, start + 1, "'", start)
        if character != "'":
            position = _fold(text, position, parts)
        elif text.startswith("''", position):
            parts.append("'")
            position += 2
        else:
            return "".join(parts), position + 1


def _fold(text: str, position: int, parts: list[str]) -> int:
    """A line break inside quotes: one blank, or as many line feeds as there are empty lines.

    Hugo's reader counts a CRLF as two breaks here.
    """
    parts[-1] = parts[-1].rstrip(" \t")
    match = _FOLD.match(text, position)
    assert match is not None
    breaks = match.group()
    last = max(breaks.rfind("\n"), breaks.rfind("\r"))
    if breaks[last + 1 : last + 2] == "\t":
        raise YamlStop("tab", position + last + 1, match.end())
    count = breaks.count("\n") + breaks.count("\r")
    parts.append("\n" * (count - 1) or " ")
    return match.end()


class BlockText(NamedTuple):
    """A `|` or `>` text: its value, where its last character ends, where the next line starts."""

    value: str
    end: int
    next_line: int


def block_text(text: str, start: int, parent: int) -> BlockText:
    """The block text whose `|` or `>` stands at `start`, below a key in column `parent` (-1: the
    top).
    """
    header = _HEADER.match(text, start)
    if header is None:
        end = _line_end(text, start)
        raise YamlStop("block-header", start, end, text[start:end].strip())
    marks = header.group(1)
    given = next((int(one) for one in marks if one.isdigit()), 0)
    indent = max(parent, 0) + given if given else 0
    end = start + 1 + len(marks)
    lines: list[str] = []
    position = _next_line(text, header.end())
    while position < len(text):
        stop = _line_end(text, position)
        line = text[position:stop]
        width = len(line) - len(line.lstrip(" "))
        if width < len(line):
            if line[width] == "\t" and (width < indent or (not indent and width <= parent)):
                raise YamlStop("tab", position + width, position + width + 1)
            if not indent and width > parent:
                indent = width
            if not indent or width < indent:
                break
            end = stop
            lines.append(line[indent:])
        else:
            lines.append(line[indent:] if indent else "")
        position = _next_line(text, stop)
    if "+" in marks and end == start + 1 + len(marks) and position < len(text):
        raise YamlStop("block-empty", start, end)
    value = _block_value(lines, text[start] == ">", marks)
    if end == len(text):
        value = value.rstrip("\n")
    return BlockText(value, end, position)


def _block_value(lines: list[str], folded: bool, marks: str) -> str:
    count = len(lines)
    while count and not lines[count - 1].strip(" "):
        count -= 1
    body, trailing = lines[:count], len(lines) - count
    if not body:
        return "\n" * (trailing + 1) if "+" in marks else ""
    value = _folded(body) if folded else "\n".join(body)
    if "-" in marks:
        return value
    return value + "\n" * (1 + trailing if "+" in marks else 1)


def _folded(lines: list[str]) -> str:
    """Folding: single breaks become blanks, but not around more indented or empty lines."""
    parts: list[str] = []
    empty, kept_before = 0, True
    for line in lines:
        if not line:
            empty += 1
            continue
        kept = line[0] in " \t"
        if not parts:
            parts.append("\n" * empty)
        elif kept or kept_before:
            parts.append("\n" * (empty + 1))
        else:
            parts.append("\n" * empty or " ")
        parts.append(line)
        empty, kept_before = 0, kept
    return "".join(parts)


def _line_end(text: str, position: int) -> int:
    """Where the line ends, before its `\\r\\n` or `\\n`."""
    end = text.find("\n", position)
    if end < 0:
        return len(text)
    return end - 1 if end > position and text[end - 1] == "\r" else end


def _next_line(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end + 1
