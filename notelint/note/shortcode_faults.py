"""What to say of a shortcode at which Hugo stops: what is wrong, and what to write instead."""

from notelint.core import Span
from notelint.note.fault import Fault
from notelint.note.shortcode_lexer import LexError

_LEXING = {
    "escape": "the escape «{{{{</*» is never closed; write «*/>}}}}» after it",
    "unclosed": "the shortcode «{name}» is never closed; write «>}}}}» or «%}}}}» after it",
    "character": "«{detail}» cannot stand here; values with such characters need quotes",
    "period": "a full stop is allowed only in «name.inline »",
    "close-inside": "«/{detail}» inside a tag; write «/» alone, or a closing tag of its own",
    "close-tail": "a closing tag holds only the name, on one line",
    "mixed": "«{detail}»: named and positional parameters cannot be mixed; name all of them or none",
    "equals": "«=» without a parameter name before it",
    "quote": 'the quote is not closed on its line; write «"» at the end of the value',
    "raw": "the backquote is never closed",
}
_PAIRING = {
    "unclosed": "«{name}» is never closed; write «{{{{< /{name} >}}}}» or close it with «/>}}}}»",
    "stray": "«/{name}» closes nothing; remove it, or open «{name}» before it",
    "no-inner": "«{name}» takes no inner text; remove this closing tag",
    "no-inner-slash": "«{name}» takes no inner text; write «>}}}}» without the «/»",
    "nameless": "the shortcode has no name",
}


def explain(error: LexError, text: str) -> Fault:
    """The fault for a tag that cannot be read."""
    message = _LEXING[error.code].format(name=error.name, detail=error.detail)
    return Fault("shortcode-syntax", error.span, message)


def unbalanced(code: str, span: Span, name: str) -> Fault:
    """The fault for a tag that can be read but has no fitting partner."""
    kind = "shortcode-syntax" if code == "nameless" else "shortcode-unclosed"
    return Fault(kind, span, _PAIRING[code].format(name=name))
