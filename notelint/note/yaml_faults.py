"""What to say of YAML that Hugo refuses, or reads otherwise than it looks, and how to mend it."""

import json
import re

from notelint.core import Edit, Fix, Span
from notelint.note.fault import Fault
from notelint.note.front_matter_fields import TOO_DEEP
from notelint.note.yaml_scalars import YamlStop

_FATAL = {
    "after": "nothing can follow the closing «{close}»; put the whole value in quotes",
    "alias": "«{written}» names an anchor that is not defined; put the value in quotes",
    "aliases": "too many aliases of lists or maps in one front matter; write the values out",
    "block-empty": "no text follows «{written}»; write it below, indented, or leave the mark out",
    "block-header": "no text can follow «{first}» on its line; begin the text on the next line",
    "code": "«{detail}» begins a character code; write «\\{detail}», or use single quotes",
    "colon": "«: » inside an unquoted value; put the value in quotes",
    "comma": "this comma follows no item; remove it",
    "dash": "a list cannot begin on the line of its key; write it below, or as [a, b]",
    "deep": TOO_DEEP,
    "escape": "«{detail}» is no escape; write «\\{detail}», or use single quotes",
    "flow-colon": "a value must follow «: » inside «[ ]»; put the item in quotes",
    "flow-key": "«{written}» cannot be a key; put it in quotes",
    "indent": "this line is indented otherwise than the lines around it; align it with them",
    "key": "this line is no «key: value»; write it so, or indent it below its key",
    "key-bracket": "«{written}» closes nothing; remove it",
    "key-equals": "YAML wants «key: value», not «key = value»",
    "key-space": "YAML wants a space after the colon",
    "merge": "«<<» wants a map",
    "quote": "the quote «{detail}» is never closed on its line; close it",
    "quote-inside": "a quote inside quotes; write «{doubled}» for it, or use the other quotes",
    "reserved": "a value cannot begin with «{detail}»; put it in quotes",
    "tab": "YAML cannot be indented with tabs; write spaces",
    "template": "«{{{{» begins a map here; put the value in quotes",
    "top": "there must be «key: value» lines",
    "unclosed": "«{written}» is never closed; write «{detail}»",
}
_SILENT = {
    "dots": "«...» ends the front matter for Hugo, which forgets all that follows; remove it",
    "lost-dash": "this is no list item but goes on with the line above; align it with the list",
    "lost-key": "this line becomes the value of the key above it; indent it, or write «key: value»",
    "lost-tab": "Hugo drops tabs of an unquoted value; write a space, or put the value in quotes",
}
_QUOTED = frozenset({"colon", "reserved", "template", "alias", "after"})
_EQUALS = re.compile(r"([\w-]+)[ \t]*=[ \t]*")
_TIGHT = re.compile(r"[\w-]+:(?P<gap>[\xa0\u2000-\u200b\u202f\u3000]*)(?=\S)")
_COMMENT = re.compile(r"[ \t]+#.*")


def explain(stop: YamlStop, text: str, *, fatal: bool = True) -> Fault:
    """The fault of a stop (or, not `fatal`, of a notice) in `text`, with its unverified fixes."""
    code, fixes = _mend(stop, text)
    span = Span(stop.start, stop.end)
    message = (_FATAL if fatal else _SILENT)[code].format(
        detail=stop.detail,
        written=span.of(text),
        first=span.of(text)[:1],
        close={"[": "]", "{": "}"}.get(stop.detail, stop.detail),
        doubled="''" if stop.detail == "'" else '\\"',
    )
    return Fault("front-matter-syntax", span, message, fatal=fatal, fixes=fixes)


def _mend(stop: YamlStop, text: str) -> tuple[str, tuple[Fix, ...]]:
    """The code of the message, made more precise, and what may mend it."""
    line = _line(text, stop.start)
    if stop.code == "tab":
        spaces = Span(stop.start, stop.end).of(text).replace("\t", "  ")
        return "tab", (_fix("indent with spaces", stop.start, stop.end, spaces, safe=True),)
    if stop.code in ("escape", "code"):
        return stop.code, (_fix("double the backslash", stop.start, stop.start, "\\", safe=True),)
    if stop.code == "comma":
        return "comma", (_fix("remove the comma", stop.start, stop.end, "", safe=True),)
    if stop.code == "key":
        return _mend_key(stop, text)
    if stop.code in ("after", "quote") and stop.detail in "\"'":
        return _mend_quotes(stop, text, line)
    if stop.code == "unclosed":
        end = _value_end(text, stop.value, line.end)
        return "unclosed", (_fix(f"close with {stop.detail}", end, end, stop.detail),)
    if stop.code in _QUOTED and stop.value >= 0:
        safe = stop.code not in ("alias", "after")
        return stop.code, (_quote(text, stop.value, _value_end(text, stop.value, line.end), safe),)
    return stop.code, ()


def _mend_key(stop: YamlStop, text: str) -> tuple[str, tuple[Fix, ...]]:
    if match := _EQUALS.match(text, stop.start):
        title = "write «key: value»"
        return "key-equals", (_fix(title, match.end(1), match.end(), ": ", safe=True),)
    if match := _TIGHT.match(text, stop.start):
        start, end = match.span("gap")
        return "key-space", (_fix("put a space there", start, end, " ", safe=True),)
    if text.startswith(("]", "}"), stop.start):
        return "key-bracket", ()
    return "key", ()


def _mend_quotes(stop: YamlStop, text: str, line: Span) -> tuple[str, tuple[Fix, ...]]:
    """A quote that is not closed, or that is closed too early by a quote of the text."""
    first = _line(text, stop.value)
    end = _value_end(text, stop.value, first.end)
    written = text[stop.value : end]
    quote = stop.detail
    if len(written) > 2 and written[-1] == quote and quote in written[1:-1]:
        inside = written[1:-1].replace("''", "'") if quote == "'" else written[1:-1]
        title = "double the quotes inside" if quote == "'" else "escape the quotes inside"
        new = "''" if quote == "'" else '\\"'
        mended = f"{quote}{inside.replace(quote, new)}{quote}"
        return "quote-inside", (_fix(title, stop.value, end, mended, safe=True),)
    if stop.code == "after" and line == first:
        return "after", (_quote(text, stop.value, end, False),)
    return "quote", (_fix("close the quote", end, end, quote),)


def _line(text: str, offset: int) -> Span:
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    ends = [one for mark in "\r\n" if (one := text.find(mark, offset)) >= 0]
    return Span(start, min(ends, default=len(text)))


def _value_end(text: str, start: int, line_end: int) -> int:
    """Where the value of that line ends, its comment left out."""
    value = text[start:line_end]
    comment = _COMMENT.search(value)
    return start + len((value[: comment.start()] if comment else value).rstrip())


def _quote(text: str, start: int, end: int, safe: bool) -> Fix:
    value = text[start:end]
    quoted = (
        f"'{value}'"
        if "\\" in value and "'" not in value
        else json.dumps(value, ensure_ascii=False)
    )
    return _fix("put the value in quotes", start, end, quoted, safe=safe)


def _fix(title: str, start: int, end: int, new: str, *, safe: bool = False) -> Fix:
    return Fix(title, (Edit(Span(start, end), new),), safe)
