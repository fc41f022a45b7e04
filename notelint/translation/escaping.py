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
QUOTES = frozenset("\"'")
ACTIVE_IN_ATTRIBUTE = ACTIVE | QUOTES

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

LOOKALIKES = dict(zip("*_`[]$~^{}|\\", "∗＿ˋ［］＄∼＾｛｝∣∖", strict=True))
"""For text that Hugo reads as Markdown twice: there an entity is a sign again the second time."""
WORD_JOINER = "\u2060"

Spellings = Mapping[str, tuple[str, ...]]
"""For each sign of the source text: how it is written there, one by one, in order."""


def entity(character: str) -> str:
    """A numeric reference, but for the four that everybody can read."""
    named = {"<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;"}
    return named.get(character) or f"&#{ord(character)};"


def escaped(
    text: str,
    spellings: Spellings | None,
    active: frozenset[str] = ACTIVE,
    *,
    twice: bool = False,
) -> str:
    """`text` with what is active as entities, but for what the source has just as often.

    Without `spellings` everything active is an entity. `twice`: signs that look alike instead.
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
        elif character not in active:
            parts.append(character)
        else:
            parts.append((twice and LOOKALIKES.get(character)) or entity(character))
    result = "".join(parts)
    if active >= ACTIVE:
        for sign, pattern in IN_COMPANY.items():
            if sign in result and sign not in own:
                result = pattern.sub(_apart if twice else _entities, result)
        # Hugo looks for `[!NOTE]` in the rendered quote, where an entity is a bracket again.
        result = result.replace("&#91;!", f"&#91;{WORD_JOINER}!")
    return _no_placeholder(result)


def _no_placeholder(text: str) -> str:
    """`text` without what Hugo writes in the place of a shortcode while it reads Markdown."""
    return text.replace("HAHAHUGO", f"HAHA{WORD_JOINER}HUGO")


def _entities(match: re.Match[str]) -> str:
    return "".join(map(entity, match.group()))


def _apart(match: re.Match[str]) -> str:
    return WORD_JOINER + WORD_JOINER.join(match.group()) + WORD_JOINER


def at_line_start(text: str, *, twice: bool = False) -> str:
    """Written Markdown that is to begin a line, with what would open a block there as an entity.

    `twice`: a word joiner before it instead, as the second time the entity is a sign again.
    """
    match = LINE_START.match(text)
    if match is None:
        return text
    if twice:
        return WORD_JOINER + text
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


def as_value(text: str, source: str, quote: str | None = None) -> str:
    """`text` for a front matter field or (with its `quote`) a shortcode parameter, where `source` stood.

    Templates that call RenderString or markdownify run the shortcodes in it; a quoted parameter has no way to
    hold every sign.
    """
    if "{{" not in source:
        text = re.sub(r"\{(?=\{)", "{" + WORD_JOINER, text)
    text = _no_placeholder(text)
    if quote is None:
        return text
    text = " ".join(text.split())
    return text.replace("`", "'") if quote == "`" else text.replace("\\", "\u2216")


def parameter(text: str, quote: str) -> tuple[str, str]:
    """A value written as a shortcode parameter, and the quotes to put around it: its own, if it had some."""
    if quote == "`":
        return text, ""
    escaped_text = text.replace('"', '\\"')
    if quote:
        return escaped_text, ""
    return escaped_text, "" if re.fullmatch(r"[\w-]+", text) else '"'
