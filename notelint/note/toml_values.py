"""TOML values as written: strings, numbers, dates.

The rules are TOML 1.1 (https://toml.io/en/v1.1.0), as go-toml reads it for Hugo.
"""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

from notelint.note.front_matter_fields import Style


class TomlStop(Exception):  # noqa: N818 - it ends a statement, it is not an error of ours
    """The TOML cannot be read further than `start:end`; `code` names the message."""

    def __init__(self, code: str, start: int, end: int, detail: str = "") -> None:
        super().__init__(code)
        self.code, self.start, self.end, self.detail = code, start, end, detail


_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_CONTROL_LINES = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)")
_STRINGS: tuple[tuple[str, Style, re.Pattern[str]], ...] = (
    ('"""', "basic-lines", re.compile(r'"""((?:[^"\\]|\\.|"(?!""))*"{0,2})"""', re.S)),
    ("'''", "raw-lines", re.compile(r"'''((?:[^']|'(?!''))*'{0,2})'''", re.S)),
    ('"', "basic", re.compile(r'"((?:[^"\\\n]|\\[^\n])*)"')),
    ("'", "raw", re.compile(r"'([^'\n]*)'")),
)
_ESCAPE = re.compile(
    r"\\(?:([btnfre\"\\])|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})"
    r"|([ \t]*\r?\n[ \t\r\n]*)|(.?))",
    re.S,
)
_LETTERS = {
    "b": "\b",
    "t": "\t",
    "n": "\n",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    '"': '"',
    "\\": "\\",
}
_BARE = re.compile(r"[^\s,\]}#]+(?: [0-9]{2}:[^\s,\]}#]+)?")
_WORDS = {
    "true": True, "false": False, "inf": float("inf"), "+inf": float("inf"), "-inf": float("-inf"),
    "nan": float("nan"), "+nan": float("nan"), "-nan": float("nan"),
}  # fmt: skip
_DIGITS = "[0-9]+(?:_[0-9]+)*"
_INTEGER = re.compile(r"[+-]?(?:0|[1-9][0-9]*(?:_[0-9]+)*)")
_BASED = re.compile(r"0(?:x[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*|o[0-7]+(?:_[0-7]+)*|b[01]+(?:_[01]+)*)")
_FLOAT = re.compile(rf"[+-]?(?:0|[1-9][0-9]*(?:_[0-9]+)*)(?:\.{_DIGITS})?(?:[eE][+-]?{_DIGITS})?")
_CLOCK = r"([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]+))?)?"
_DATE = re.compile(
    rf"([0-9]{{4}})-([0-9]{{2}})-([0-9]{{2}})(?:[Tt ]{_CLOCK}([Zz]|[+-][0-9]{{2}}:[0-9]{{2}})?)?"
)
_TIME = re.compile(_CLOCK)


def scalar(text: str, start: int) -> tuple[Any, int, Style]:
    """The value that begins at `start`, where it ends, and how it is written."""
    for mark, style, pattern in _STRINGS:
        if text.startswith(mark, start):
            match = pattern.match(text, start)
            if match is None:
                raise TomlStop("quote", start, start + len(mark), mark)
            return _string(match, style), match.end(), style
    match = _BARE.match(text, start)
    if match is None:
        raise TomlStop("value", start, start)
    return _bare(match.group(), start), match.end(), "bare"


def key_part(text: str, start: int) -> tuple[str, int]:
    """The quoted key that begins at `start`, and where it ends."""
    value, end, style = scalar(text, start)
    if style not in ("basic", "raw"):
        raise TomlStop("key", start, end)
    return value, end


def _string(match: re.Match[str], style: Style) -> str:
    inside, start = match.group(1), match.start(1)
    lines = style.endswith("lines")
    control = (_CONTROL_LINES if lines else _CONTROL).search(inside)
    if control:
        raise TomlStop("control", start + control.start(), start + control.end())
    if lines:
        inside = re.sub(r"\A\r?\n", "", inside)
    if style.startswith("raw") or "\\" not in inside:
        return inside
    return _ESCAPE.sub(lambda escape: _unescaped(escape, match.start(), match.end(), lines), inside)


def _unescaped(escape: re.Match[str], start: int, end: int, lines: bool) -> str:
    letter, *codes, folded, wrong = escape.groups()
    if letter:
        return _LETTERS[letter]
    for code in codes:
        if code:
            number = int(code, 16)
            if number > 0x10FFFF or 0xD800 <= number < 0xE000:
                raise TomlStop("escape", start, end, escape.group())
            return chr(number)
    if folded and lines:
        return ""
    raise TomlStop("escape", start, end, f"\\{wrong or ''}")


def _bare(written: str, start: int) -> Any:
    if written in _WORDS:
        return _WORDS[written]
    end = start + len(written)
    try:
        if _INTEGER.fullmatch(written):
            number = int(written.replace("_", ""))
            if -(2**63) <= number < 2**63:
                return number
        elif _BASED.fullmatch(written):
            return int(written.replace("_", ""), 0)
        elif _FLOAT.fullmatch(written):
            return float(written.replace("_", ""))
        elif match := _DATE.fullmatch(written):
            return _moment(*match.groups())
        elif match := _TIME.fullmatch(written):
            hour, minute, second, _ = match.groups()
            return time(int(hour), int(minute), int(second or 0))
    except ValueError:
        raise TomlStop("date", start, end, written) from None
    raise TomlStop("bare", start, end, written)


def _moment(
    year: str,
    month: str,
    day: str,
    hour: str | None,
    minute: str | None,
    second: str | None,
    fraction: str | None,
    zone: str | None,
) -> date:
    if hour is None:
        return date(int(year), int(month), int(day))
    micro = int((fraction or "0").ljust(6, "0")[:6])
    clock = int(hour), int(minute or 0), int(second or 0), micro
    return datetime(int(year), int(month), int(day), *clock, tzinfo=_zone(zone))


def _zone(written: str | None) -> timezone | None:
    if not written:
        return None
    if written in "Zz":
        return UTC
    delta = timedelta(hours=int(written[1:3]), minutes=int(written[4:6]))
    return timezone(-delta if written[0] == "-" else delta)
