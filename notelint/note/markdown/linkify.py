"""Bare addresses that become links by themselves, found as goldmark's linkify extension finds them.

The expressions are goldmark's (extension/linkify.go, MIT), since what is a link is what they match.
"""

import re

_DOMAIN = r"[-a-zA-Z0-9@:%._+~#=\ua000-\ua482]{1,256}\.[a-z]+"
_PATH = r"(?:[/#?][-a-zA-Z0-9@:%_+.~#$!?&/=();,'\">^{}\[\]`\ua000-\ua482]*)?"
_URL = re.compile(rf"(?:http|https|ftp)://{_DOMAIN}(?::\d+)?{_PATH}")
_WWW = re.compile(rf"www\.{_DOMAIN}{_PATH.replace('$', '')}")
_LOCAL = re.compile(r"[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+\Z")
LOCAL_REST = re.compile(r"[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,256}@")
_LABEL = r"[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
_EMAIL_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
_ENTITY_END = re.compile(r"&[a-zA-Z0-9]+;\Z")
_LONGEST_LOCAL = 256


def web_address(source: str, position: int) -> int:
    """The end of the address at `position`, or -1."""
    pattern = _WWW if source.startswith("www.", position) else _URL
    match = pattern.match(source, position)
    if match is None:
        return -1
    end = _without_tail(source, position, match.end())
    text = source[position:end]
    if text.endswith(")"):
        end -= max(text.count(")") - text.count("("), 0)
    elif text.endswith(";"):
        entity = _ENTITY_END.search(text)
        if entity:
            end -= len(entity.group())
    return end


def after_sign(source: str, position: int) -> bool:
    """True when the typographer replaces the quotes, dashes or dots before `position` by an element of its own.

    After an element an address may begin: `"https://x.org"` is a link where the typographer is on.
    (goldmark's extension/typographer.go: what is replaced, and how quotes are judged.)
    """
    sign = source[position - 1 : position]
    if sign in ("'", '"') and sign:
        before = source[position - 2 : position - 1] if position > 1 else ""
        return not before.isalnum() and source[position : position + 1].isalnum()
    if not sign or sign not in "-.<>":
        return False
    run = position - len(source[:position].rstrip(sign))
    if sign == "-":
        return run > 1 and run % 3 != 1
    return run % (3 if sign == "." else 2) == 0


def mail_address(
    source: str, at: int, earliest: int, head: int, *, typographer: bool = False
) -> tuple[int, int] | None:
    """Start and end of the mail address round the `@` at `at`; it begins at `earliest` or later.

    `head` is where an element ended, so that an address may begin.
    """
    local = _LOCAL.search(source, max(earliest, at - _LONGEST_LOCAL), at)
    domain = _EMAIL_DOMAIN.match(source, at + 1)
    if local is None or domain is None or "." not in domain.group()[:-1]:
        return None
    end = domain.end()
    if source[end : end + 1] in ("-", "_") and end < len(source):
        return None
    start = local.start()
    while start < at:
        begins = start == head or (start > earliest and source[start - 1] in " \t\n(*_~")
        if source[start].isalnum() and (begins or (typographer and after_sign(source, start))):
            return start, _without_tail(source, start, end)
        start += 1
    return None


def _without_tail(source: str, start: int, end: int) -> int:
    while end - 1 > start and source[end - 1] in "?!.,:*_~":
        end -= 1
    return end
