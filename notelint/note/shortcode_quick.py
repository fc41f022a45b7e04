"""The commonest shortcode tags, each by one regular expression; anything else is the lexer's business."""

import re

from notelint.core import Span
from notelint.note.shortcode_tags import Notation, Parameter, Tag

_PARAMETERS = r'(?:[ \n]+(?:[A-Za-z0-9_-]+=)?"[^"\\\n]*")*'
_BODY = rf"[ ]*(/?)[ ]*([A-Za-z0-9_][A-Za-z0-9_/-]*)({_PARAMETERS})[ \n]*"
_TAG = re.compile(r"\{\{(?:<" + _BODY + r">\}\}|%" + _BODY + r"%\}\})")
_PARAMETER = re.compile(r'[ \n]+(?:([A-Za-z0-9_-]+)=)?"([^"\\\n]*)"')


def quick_tag(text: str, start: int) -> Tag | None:
    """The tag at `start` when it is plain: ASCII names, double quotes with nothing escaped. None otherwise."""
    match = _TAG.match(text, start)
    if match is None:
        return None
    notation: Notation = "<" if text[start + 2] == "<" else "%"
    group = 1 if notation == "<" else 4
    slash, name, _ = match.group(group, group + 1, group + 2)
    first, last = match.span(group + 2)
    parameters = tuple(_parameters(text, first, last)) if last > first else ()
    if parameters and (slash or len({one.name is None for one in parameters}) > 1):
        return None
    name_span = Span(*match.span(group + 1))
    return Tag(
        notation, Span(*match.span()), name, name_span, parameters, bool(slash), False, False
    )


def _parameters(text: str, start: int, end: int) -> list[Parameter]:
    found = []
    for one in _PARAMETER.finditer(text, start, end):
        value = Span(*one.span(2))
        name = one.group(1)
        begin = one.start(1) if name is not None else value.start - 1
        found.append(Parameter(name, one.group(2), Span(begin, one.end()), value, '"'))
    return found
