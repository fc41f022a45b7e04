"""Where the front matter begins and ends, found as Hugo's page lexer does it."""

import re
from typing import NamedTuple

from notelint.core import Edit, Fix, Span
from notelint.note.fault import Fault
from notelint.note.front_matter_fields import Format

_HEAD = re.compile(r"[ \t\r\n\ufeff]*")
_CLOSE = {
    "---": re.compile(r"(?:^|[\r\n])---", re.M),
    "+++": re.compile(r"(?:^|[\r\n])\+\+\+", re.M),
}
_COMMENT = re.compile(r"[\s\ufeff]*(<!--(?:(?!-->).)*-->)\s*(---|\+\+\+)[ \t]*\r?$", re.S | re.M)
_YAML_LINE = re.compile(  # indented, a list item, a comment, or a key of a few words
    r"[ \t]|-(?:\s|$)|[#\]}]|[^\s:#>|*`\[({!,][^\s:]*(?:[ \t]+[^\s:,.]+){0,3}[ \t]*:(?:\s|$)"
)
_TOML_LINE = re.compile(r"""[ \t]|[\w"'.-][^=\n]*=|\[|[#\]}]""")
_DOTS = re.compile(r"^(\.\.\.)[ \t]*\r?$", re.M)


class Fences(NamedTuple):
    """The format and the spans of the front matter; `format` is "" when the note has none."""

    format: Format
    span: Span
    inner: Span
    body_start: int
    faults: tuple[Fault, ...] = ()


def find_fences(text: str) -> Fences:
    """The fences of a file's `text`. Blank lines, spaces and byte order marks before them do not
    matter to Hugo.
    """
    head = _HEAD.match(text)
    start = head.end() if head else 0
    character = text[start : start + 1]
    if character in ("-", "+"):
        return _fenced(text, start, character * 3)
    if character == "{":
        return _json(text, start)
    nothing = Span(0, 0)
    return Fences("", nothing, nothing, 0, _commented(text) if character == "<" else ())


def _fenced(text: str, start: int, fence: str) -> Fences:
    form: Format = "yaml" if fence == "---" else "toml"
    if not text.startswith(fence, start):
        return _not_a_fence(text, start, fence)
    begin = start + 3
    begin += text.startswith("\r", begin)
    begin += text.startswith("\n", begin)
    after_break = begin > start + 3
    at_once = after_break and text.startswith(fence, begin)
    end = begin if at_once else _closing(text, begin, fence)
    if end < 0:
        return _unclosed(text, start, begin, fence, form)
    body = end + 3
    body += text.startswith("\r", body)
    body += text.startswith("\n", body)
    return Fences(form, Span(start, end + 3), Span(begin, end), body)


def _closing(text: str, begin: int, fence: str) -> int:
    """The offset of the closing fence: the first one that follows a line break, -1 when there is
    none.
    """
    position = begin
    while (position := text.find(fence, position)) >= 0:
        if position > begin and text[position - 1] in "\r\n":
            return position
        position += 1
    return -1


def _unclosed(text: str, start: int, begin: int, fence: str, form: Format) -> Fences:
    """No closing fence: the fault, and as inner text the lines that look like front matter."""
    dots = _DOTS.search(text, begin)
    end = likely_end(text, begin, form)
    if dots is not None and dots.start(1) <= end:
        span = Span(*dots.span(1))
        fix = Fix(f"close with {fence}", (Edit(span, fence),), safe=True)
        message = f"«...» does not close the front matter for Hugo; write «{fence}»"
        fault = Fault("front-matter-syntax", span, message, fixes=(fix,))
        return Fences(form, Span(start, span.end), Span(begin, span.start), span.end, (fault,))
    return unclosed_at(text, start, begin, end, form)


def unclosed_at(text: str, start: int, begin: int, end: int, form: Format) -> Fences:
    """Front matter whose fence stands at `start` and whose lines are `begin:end`, never closed."""
    fence = "+++" if form == "toml" else "---"
    newline = "\r\n" if text[begin - 2 : begin] == "\r\n" else "\n"
    lead = "" if text[end - 1 : end] == "\n" else newline
    fix = Fix(f"close with {fence}", (Edit(Span(end, end), f"{lead}{fence}{newline}"),))
    message = f"the front matter is never closed; write «{fence}» on a line of its own after it"
    fault = Fault("front-matter-syntax", Span(start, start + 3), message, fixes=(fix,))
    return Fences(form, Span(start, end), Span(begin, end), end, (fault,))


def likely_end(text: str, begin: int, form: Format, limit: int | None = None) -> int:
    """Where front matter ends that was meant to end at a blank line before `limit`.

    That is after the last line that looks like front matter, before the first one that follows a
    blank line and does not; `limit` when there is none.
    """
    limit = len(text) if limit is None else limit
    looks = _TOML_LINE if form == "toml" else _YAML_LINE
    end = position = begin
    blank = False
    for line in text[begin:limit].splitlines(keepends=True):
        position += len(line)
        bare = line.strip()
        if not bare or bare == "...":
            blank = True
        elif blank and (bare.startswith("#") or not looks.match(line)):
            return end
        else:
            end, blank = position, False
    return limit if limit < len(text) else end


def _not_a_fence(text: str, start: int, fence: str) -> Fences:
    """A text that begins with `-` or `+`: Hugo takes it for a broken fence and stops."""
    run = len(text[start:]) - len(text[start:].lstrip(fence[0]))
    if text[start + run : start + run + 1] in ("\n", "\r", ""):
        message = f"the front matter must begin with «{fence}»"
    else:
        message = (
            f"a file that begins with «{fence[0]}» stops Hugo, which takes it for front matter; "
            "begin with front matter or with other text"
        )
    span = Span(start, start + max(run, 1))
    nothing = Span(start, start)
    fixes = _empty_before(text, start) if run == 1 else ()
    fault = Fault("front-matter-syntax", span, message, fixes=fixes)
    return Fences("", nothing, nothing, start, (fault,))


def _empty_before(text: str, start: int) -> tuple[Fix, ...]:
    """Empty front matter before what is no front matter, so that Hugo takes it for text."""
    newline = "\r\n" if "\r\n" in text else "\n"
    edit = Edit(Span(start, start), newline.join(("---", "---", "", "")))
    return (Fix("put empty front matter before it", (edit,), safe=True),)


def _json(text: str, start: int) -> Fences:
    """JSON: from the brace to its partner, counted as Hugo counts; a shortcode is no JSON."""
    if text.startswith(("{{", "{%"), start):
        what = "a shortcode" if text.startswith(("{{<", "{{%"), start) else "«{»"
        message = (
            f"a file that begins with {what} stops Hugo, which takes it for JSON front matter; "
            "write front matter («---» twice will do) before it"
        )
        fixes = _empty_before(text, start) if what == "a shortcode" else ()
        fault = Fault("front-matter-syntax", Span(start, start + 2), message, fixes=fixes)
        return Fences("", Span(start, start), Span(start, start), start, (fault,))
    level, quoted, position = 0, False, start
    while position < len(text):
        character = text[position]
        if character == "\\":
            position += 1
        elif character == '"':
            quoted = not quoted
        elif character == "{" and not quoted:
            level += 1
        elif character == "}" and not quoted:
            level -= 1
        position += 1
        if level == 0:
            inner = Span(start, position)
            body = position
            body += text.startswith("\r", body)
            body += text.startswith("\n", body)
            return Fences("json", inner, inner, body)
    message = "the JSON front matter is never closed; write «}» after it"
    fault = Fault("front-matter-syntax", Span(start, start + 1), message)
    end = _json_end(text, start)
    return Fences("json", Span(start, end), Span(start, end), end, (fault,))


_JSON_LINE = re.compile(r'\s*(?:"|[\]\[{},]|-?[0-9]|true|false|null|\r?$)')


def _json_end(text: str, start: int) -> int:
    """Where the lines end that look like JSON, of one that is never closed."""
    end = start
    for line in text[start:].splitlines(keepends=True):
        if not _JSON_LINE.match(line):
            break
        end += len(line)
    return end


def _commented(text: str) -> tuple[Fault, ...]:
    """A comment before the fence: Hugo then shows the front matter as text, without a word."""
    match = _COMMENT.match(text)
    if match is None:
        return ()
    start, end = match.span(1)
    fence = match.start(2)
    body = text[fence:]
    fences = find_fences(body)
    begin, limit = fences.inner
    if fences.faults or likely_end(body, begin, fences.format, limit) < limit:
        return ()
    if not _YAML_LINE.match(body[begin:limit]) and fences.format == "yaml":
        return ()  # a line between two rules
    newline = "\r\n" if "\r\n" in text[end:fence] else "\n"
    edits = (
        Edit(Span(start, fence), ""),
        Edit(Span(fence + fences.body_start, fence + fences.body_start), text[start:end] + newline),
    )
    fix = Fix("move it below the front matter", edits, safe=True)
    message = (
        "a comment before the front matter makes Hugo show the front matter as text; move it below"
    )
    return (Fault("front-matter-syntax", Span(start, end), message, fatal=False, fixes=(fix,)),)
