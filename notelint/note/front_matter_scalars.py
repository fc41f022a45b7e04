"""What Hugo makes of an unquoted YAML value: YAML 1.2 with the numbers of goccy/go-yaml.

Each line was seen in the real Hugo: `yes` is a string, `010` is 8, `08` a string, `1e3` a string, `1_000` a number.
"""

import re

_CONSTANTS = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
    ".inf": float("inf"), ".Inf": float("inf"), ".INF": float("inf"),
    "-.inf": float("-inf"), "-.Inf": float("-inf"), "-.INF": float("-inf"),
    ".nan": float("nan"), ".NaN": float("nan"), ".NAN": float("nan"),
}  # fmt: skip
_NUMERIC = re.compile(r"[+-]?[.\d]")
_INTEGER = re.compile(
    r"([+-]?)(?:0x([0-9a-fA-F][0-9a-fA-F_]*)|0o([0-7][0-7_]*)|0b([01][01_]*)|0([0-7]+)|(0|[1-9][\d_]*))",
    re.ASCII,
)
_FLOAT = re.compile(r"[+-]?(?:\d[\d_]*\.[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?", re.ASCII)

Scalar = str | int | float | bool | None


def plain_value(text: str) -> Scalar:
    """The value of an unquoted YAML scalar (surrounding spaces already gone)."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if not _NUMERIC.match(text):
        return text
    if match := _INTEGER.fullmatch(text):
        sign, hexadecimal, octal, binary, old_octal, decimal = match.groups()
        for digits, base in (
            (hexadecimal, 16),
            (octal, 8),
            (binary, 2),
            (old_octal, 8),
            (decimal, 10),
        ):
            if digits is not None:
                number = int(digits.replace("_", ""), base) * (-1 if sign == "-" else 1)
                return number if -(2**63) <= number < 2**64 else text
    if _FLOAT.fullmatch(text):
        number = float(text.replace("_", ""))
        return text if number in (float("inf"), float("-inf")) else number
    return text
