"""Names as parts of an address, as Hugo makes them.

https://gohugo.io/functions/urls/urlize/
"""

import re
import unicodedata

_PLAIN = re.compile(r"[A-Za-z0-9._/\\#+~@-]*\Z")
_KEPT = frozenset("./\\_#+~-@")
_HEX = frozenset("0123456789abcdefABCDEF")


def sanitise(text: str, *, lower: bool = True, remove_accents: bool = False) -> str:
    """`text` with spaces as `-` and without what an address may not hold; letters keep their
    accents.
    """
    if not _PLAIN.match(text):
        text = _sanitise(text)
        if remove_accents:
            text = without_accents(text)
    return text.lower() if lower else text


def _sanitise(text: str) -> str:
    kept: list[str] = []
    space = hyphen = False
    for index, char in enumerate(text):
        if _allowed(text, index, char):
            hyphen = char == "-"
            if space and not hyphen:
                kept.append("-")
            space = False
            kept.append(char)
        elif kept and not hyphen and char.isspace():
            space = True
    return "".join(kept)


def _allowed(text: str, index: int, char: str) -> bool:
    if char in _KEPT:
        return True
    if char == "%":
        return len(text) > index + 2 and set(text[index + 1 : index + 3]) <= _HEX
    category = unicodedata.category(char)
    return category[0] in "LM" or category == "Nd"


def without_accents(text: str) -> str:
    """`text` without the marks above and below letters."""
    split = unicodedata.normalize("NFD", text)
    bare = "".join(char for char in split if unicodedata.category(char) != "Mn")
    return unicodedata.normalize("NFC", bare)
