"""Plain text written so that it stays plain: characters that would act become entities.

Never a backslash: with Hugo's passthrough `\\[` and `\\(` open mathematics. Characters that the source text had
itself, as often as the translation has them, are written as the source wrote them.
CommonMark 0.31 §6 (inlines), §4.2–4.8 (what begins a block); Hugo: shortcodes, passthrough, emoji, linkify.
"""

import re
from collections.abc import Mapping

ACTIVE = frozenset("\\`*_[]<>&$~^{}|")
"""What may act anywhere in inline text."""

ACTIVE_IN_HTML = frozenset("&<>{")
ACTIVE_IN_ATTRIBUTE = ACTIVE | frozenset("\"'")

IN_COMPANY = {
    ":": re.compile(r":(?=//|[a-zA-Z0-9_+-]+:)"),
    "@": re.compile(r"(?<=[\w.+-])@(?=\w)"),
    ".": re.compile(r"(?<=\bwww)\.", re.IGNORECASE),
    "=": re.compile(r"==+"),
    "+": re.compile(r"\+\++"),
}
"""What acts only beside others: `://`, `:smile:`, `a@b`, `www.`, `==mark==`, `++insert++`."""

LINE_START = re.compile(r"[#>+=:~-]|\d{1,9}(?=[.)](?:\s|$))")
"""What could open a block at the start of a line, beside what is active anyway."""
SAFE_START = re.compile(r"[^\W\d_]|\d+(?![\d.)])|[“‘«(]\w")

Spellings = Mapping[str, tuple[str, ...]]
"""For each sign of the source text: how it is written there, one by one, in order."""


def entity(character: str) -> str:
    """A numeric reference, but for the four that everybody can read."""
    named = {"<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;"}
    return named.get(character) or f"&#{ord(character)};"


def escaped(text: str, spellings: Spellings | None, active: frozenset[str] = ACTIVE) -> str:
    """`text` with what is active as entities, but for what the source has just as often.

    Without `spellings` everything active is an entity.
    """
    spellings = spellings or {}
    own = {
        sign: iter(written)
        for sign, written in spellings.items()
        if text.count(sign) == len(written)
    }
    parts: list[str] = []
    for character in text:
        if character in own:
            parts.append(next(own[character]))
        else:
            parts.append(entity(character) if character in active else character)
    result = "".join(parts)
    if active is ACTIVE:
        for sign, pattern in IN_COMPANY.items():
            if sign in result and sign not in own:
                result = pattern.sub(lambda m: "".join(map(entity, m.group())), result)
    return result


def at_line_start(text: str) -> str:
    """Written Markdown that is to begin a line, with what would open a block there as an entity."""
    match = LINE_START.match(text)
    if match is None:
        return text
    end = match.end()
    if text[0].isdigit():
        return f"{text[:end]}{entity(text[end])}{text[end + 1 :]}"
    return entity(text[0]) + text[1:]


def starts_safely(text: str) -> bool:
    """True when a line may begin with this text: a letter, or a number that is no list's."""
    return bool(SAFE_START.match(text))


def attribute(text: str, raw: str, base: str) -> str:
    """`text` for a quoted HTML attribute or a link's title, where `raw` stood for `base`."""
    spellings: dict[str, tuple[str, ...]] = {}
    if raw == base:
        for sign in ACTIVE_IN_ATTRIBUTE & set(raw):
            spellings[sign] = (sign,) * raw.count(sign)
    return escaped(text, spellings, ACTIVE_IN_ATTRIBUTE)


def parameter(text: str, quote: str) -> tuple[str, str]:
    """`text` for a shortcode parameter, and the quotes to put around it: those it had, if it had some."""
    text = " ".join(text.split())
    if quote == "`":
        return text.replace("`", "'"), ""
    text = text.replace("\\", "\u2216").replace('"', '\\"')
    if quote:
        return text, ""
    return text, "" if re.fullmatch(r"[\w-]+", text) else '"'
