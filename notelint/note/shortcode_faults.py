"""What to say of a shortcode at which Hugo stops: what is wrong, and what to write instead."""

import re

from notelint.core import Edit, Fix, Span
from notelint.note.fault import Fault
from notelint.note.shortcode_tags import LexError, Parameter

_LEXING = {
    "escape": "the escape «{written}» is never closed; write «*/{right}» after it",
    "unclosed": "«{name}» has no «{right}» after it; write it",
    "character": "«{written}» cannot stand here; put a value with such characters in quotes",
    "curly": '«{written}» is no quote for Hugo; write "straight" quotes',
    "blank": "a no-break space cannot stand here; write an ordinary one",
    "bracket": "the shortcode must end with «{right}»",
    "period": "«.» cannot stand in a shortcode's name",
    "close-inside": "«{written}» inside the tag «{name}»; put the value in quotes",
    "close-tail": "a closing tag holds only the name; write «{right}» after it",
    "glued": "Hugo takes «{right}» for a part of this value; write a space before it, or quotes",
    "mixed": "«{detail}»: named and positional parameters cannot be mixed; name all or none",
    "spaced": "«{detail}»: Hugo does not take «a = b» beside «a=b»; leave the blanks out",
    "quote": 'this quote is not closed on its line; write «"» after the value',
    "raw": "this backquote is never closed",
}
_PAIRING = {
    "unclosed": "«{name}» is never closed; write «{close}» after its text, or «/{right}»",
    "stray": "«/{name}» closes nothing; remove it, or open «{name}» before it",
    "case": "«/{name}» does not close «{detail}»: Hugo wants the same letter case",
    "no-inner": "«{name}» takes no inner text; remove this closing tag",
    "no-inner-slash": "«{name}» takes no inner text; write «{right}» without the «/»",
    "inline": "an inline shortcode cannot hold other shortcodes",
    "nameless": "the shortcode has no name",
}
_CURLIES = re.compile("[“”„‟″]")
_RIGHT = re.compile(r"/?[>%]\}\}")
_WRONG_END = re.compile(r"[>%] ?\}\}|\}\} ?[>%]?|\}?[>%]\}?(?=\s|$)|[>%]\}(?!\})", re.M)
_NO_END = re.compile(r"[ \t]*$", re.M)


def explain(error: LexError, text: str) -> Fault:
    """The fault for a tag that cannot be read, with a fix where it is plain what was meant."""
    right = "%}}" if text[error.start + 2] == "%" else ">}}"
    written = error.span.of(text)
    code, fixes = _mend(error, text, right)
    message = _LEXING[code].format(
        name=error.name, detail=error.detail, written=written, right=right
    )
    return Fault("shortcode-syntax", error.span, message, error.fatal, fixes)


def _mend(error: LexError, text: str, right: str) -> tuple[str, tuple[Fix, ...]]:
    """The code of the message, made more precise, and what mends the tag."""
    start, end = error.span
    written = error.span.of(text)
    curly = _CURLIES.search(text, error.start, end)
    if curly and error.code in ("mixed", "spaced", "character", "close-inside"):
        return "curly", _straight(error, text)
    if error.code == "glued":
        return "glued", (_fix("put a space before it", Span(end, end), " "),)
    if error.code == "quote":
        stop = _RIGHT.search(text, start, end)
        if stop is None:
            return "quote", ()
        place = start + len(text[start : stop.start()].rstrip())
        return "quote", (_fix("close the quote", Span(place, place), '"', safe=False),)
    if error.code not in ("character", "close-tail", "unclosed"):
        return error.code, ()
    if written and written.isspace():
        return "blank", (_fix("write an ordinary space", error.span, " "),)
    match = _WRONG_END.match(text, start)
    if match and match.group() != right:
        return "bracket", (_fix(f"write «{right}»", Span(*match.span()), right),)
    if match := _NO_END.match(text, start):
        return "bracket", (_fix(f"write «{right}»", Span(*match.span()), f" {right}", safe=False),)
    return error.code, ()


def _straight(error: LexError, text: str) -> tuple[Fix, ...]:
    """Straight quotes for every curly one of the tag."""
    span = Span(error.start, error.end)
    edits = [Edit(Span(one.start(), one.end()), '"') for one in _CURLIES.finditer(text, *span)]
    return (Fix("write straight quotes", tuple(edits), safe=True),)


def _fix(title: str, span: Span, new: str, *, safe: bool = True) -> Fix:
    return Fix(title, (Edit(span, new),), safe)


def curly_value(parameter: Parameter) -> Fault:
    """The fault for an unquoted value in curly quotes, which Hugo takes with the quotes in it."""
    start, end = parameter.value_span
    edits = (Edit(Span(start, start + 1), '"'), Edit(Span(end - 1, end), '"'))
    closed = len(parameter.value) > 1 and parameter.value[-1] in "“”„‟″"
    fixes = (Fix("write straight quotes", edits, safe=True),) if closed else ()
    message = _LEXING["curly"]
    return Fault("shortcode-syntax", parameter.value_span, message, False, fixes)


def unbalanced(code: str, span: Span, name: str, *, notation: str = "<", detail: str = "") -> Fault:
    """The fault for a tag that can be read but has no fitting partner."""
    kind = "shortcode-syntax" if code in ("nameless", "inline") else "shortcode-unclosed"
    right = "%}}" if notation == "%" else ">}}"
    close = f"{{{{{notation} /{name} {right}"
    message = _PAIRING[code].format(name=name, close=close, right=right, detail=detail)
    return Fault(kind, span, message)
