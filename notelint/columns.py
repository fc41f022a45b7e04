"""How wide text is on a terminal, so that the marks stand right under what they mark."""

from unicodedata import category, combining, east_asian_width

from notelint.findings import Finding

WIDTH = 100
"""Characters of a source line that are shown; a longer line is cut around the finding."""

_TAB = 4
_ZERO_WIDTH = {"Mn", "Me", "Cf"}


def excerpt(finding: Finding) -> tuple[str, str]:
    """The source line as shown, and a line of `^` under the part that the finding covers.

    Tabs become spaces, and characters that could move the cursor or change colours become signs.
    """
    line = finding.source_line
    start = min(finding.column - 1, len(line))
    end = finding.end_column - 1 if finding.end_line == finding.line else len(line)
    end = min(max(end, start), len(line))
    low, high = _window(len(line), start, end)
    before, marked = shown(line[low:start]), shown(line[start : min(end, high)])
    head, tail = ("…" if low else ""), ("…" if high < len(line) else "")
    marks = " " * (width(head) + width(before)) + "^" * max(width(marked), 1)
    return head + before + marked + shown(line[min(end, high) : high]) + tail, marks


def _window(length: int, start: int, end: int) -> tuple[int, int]:
    if length <= WIDTH:
        return 0, length
    spare = max(WIDTH - (end - start), WIDTH // 3)
    low = max(0, start - spare // 2)
    return low, min(length, low + WIDTH)


def shown(text: str) -> str:
    """`text` as it may be printed on a terminal."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown_character(character) for character in text)


def _shown_character(character: str) -> str:
    if character == "\t":
        return " " * _TAB
    if category(character) in {"Cc", "Cf", "Zl", "Zp"} and character != "\u200d":
        return "\N{REPLACEMENT CHARACTER}"
    return character


def width(text: str) -> int:
    """Columns that `text` takes: two for East Asian wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if combining(character) or category(character) in _ZERO_WIDTH:
        return 0
    return 2 if east_asian_width(character) in {"W", "F"} else 1
