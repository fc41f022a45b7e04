"""What Hugo makes of an unquoted YAML value: YAML 1.2 with the numbers of goccy/go-yaml.

Each line was seen in the real Hugo: `yes` is a string, `010` is 8, `08` a string, `1e3` a string,
`1_000` a number.
"""

import re

_CONSTANTS = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
    ".inf": float("inf"), ".Inf": float("inf"), ".INF": float("inf"),
    "-.inf": float("-inf"), "-.Inf": float("-inf"), "-.INF": float("-inf"),
    ".nan": float("nan"), ".NaN": float("nan"), ".NAN": float("nan"),
}  # fmt: skip
_NUMERIC = re.compile(r"[+-]?[.0-9]")
_INTEGER = re.compile(
    r"([+-]?)(?:0x([0-9a-fA-F_]+)|0o([0-7_]+)|0b([01_]+)|0([0-7_]+)|([0-9][0-9_]*))"
)
_FLOAT = re.compile(r"[+-]?(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][+-]?[0-9]+)?")
_DATE = re.compile(r"[0-9]{4}-")

_MOST_DIGITS = 64
"""Of a number that Hugo takes for one: 2**64 - 1 in base 2."""

Scalar = str | int | float | bool | None


def plain_value(text: str) -> Scalar:
    """The value of an unquoted YAML scalar (surrounding spaces already gone)."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if not _NUMERIC.match(text) or _DATE.match(text):
        return text
    if match := _INTEGER.fullmatch(text):
        return _integer(text, match)
    if _FLOAT.fullmatch(text):
        number = float(text.replace("_", ""))
        return text if number in (float("inf"), float("-inf")) else number
    return text


def _integer(text: str, match: re.Match[str]) -> Scalar:
    sign, *written = match.groups()
    for digits, base in zip(written, (16, 8, 2, 8, 10), strict=True):
        if digits is not None:
            bare = digits.replace("_", "")
            if not bare or (base == 10 and bare[0] == "0" and len(bare) > 1):
                return text
            if len(bare) > _MOST_DIGITS:
                return text
            number = int(bare, base) * (-1 if sign == "-" else 1)
            return number if -(2**63) <= number < 2**64 else text
    return text


def key_text(text: str) -> str:
    """The key that an unquoted YAML key becomes: `1.50` is "1.5", `~` is "null"."""
    if not _NUMERIC.match(text) and text not in _CONSTANTS:
        return text
    return as_text(plain_value(text))


def as_text(value: Scalar) -> str:
    """A value written as Go writes it."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:g}"
    return str(value)


def tagged_value(tag: str, value: Scalar) -> Scalar:
    """`value` as its tag wants it: `!!str 5` is a text, `!!int "5"` a number."""
    if tag == "!!str":
        return as_text(value)
    if tag in ("!!int", "!!float") and isinstance(value, str):
        number = plain_value(value)
        return number if isinstance(number, int | float) else 0
    if tag == "!!bool" and isinstance(value, str):
        return value.lower() in ("yes", "true", "on", "y")
    if not tag.startswith("!!"):
        return value if value is None else as_text(value)
    return value
