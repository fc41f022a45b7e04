"""Autolinks and raw HTML: everything in angle brackets, and bare addresses."""

import re

from mistune.helpers import HTML_ATTRIBUTES, HTML_TAGNAME
from mistune.inline_parser import AUTO_EMAIL, InlineParser

from notelint.note.markdown.linkify import (
    LOCAL_REST,
    after_sign,
    mail_address,
    web_address,
)
from notelint.note.markdown.scan import Scan
from notelint.note.nodes import Node

_AUTOLINK = re.compile(InlineParser.SPECIFICATION["auto_link"])
_AUTOLINK_MAIL = re.compile(AUTO_EMAIL)
_TAG = re.compile(rf"<{HTML_TAGNAME}{HTML_ATTRIBUTES}\s*/?>|</{HTML_TAGNAME}\s*>", re.A)
_DECLARATION = re.compile(r"<![A-Z]+[ \t\n\r\f]")


def open_angle(scan: Scan, start: int) -> int:
    """Read an autolink or raw HTML at the `<` at `start`. Returns where to go on, or -1."""
    source = scan.source
    following = source[start + 1 : start + 2]
    if not (following.isalnum() or following in "/!?.#$%&'*+=^_`{|}~-"):
        return -1
    match = _AUTOLINK.match(source, start) or _AUTOLINK_MAIL.match(source, start)
    if match:
        return autolink(scan, start, match.end(), 1, "autolink")
    end = _html(scan, start)
    if end < 0:
        return -1
    html = scan.document.masked.restore(source[start:end])
    return scan.add(start, end, Node("inline_html", scan.span(start, end), (), html, {}))


def open_angle_or_guillemet(scan: Scan, start: int) -> int:
    """The same where the typographer is on: it makes `«` of `<<` before `<<a>` could be a tag."""
    return start + 2 if scan.source.startswith("<<", start) else open_angle(scan, start)


def _html(scan: Scan, start: int) -> int:
    """The end of the raw HTML at `start`, or -1."""
    source = scan.source
    if source.startswith("<!-->", start):
        return start + 5
    if source.startswith("<!--->", start):
        return start + 6
    for opening, closing in (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>")):
        if source.startswith(opening, start):
            return _html_end(scan, closing, start + len(opening))
    if source.startswith("<!", start):
        declaration = _DECLARATION.match(source, start)
        return _html_end(scan, ">", declaration.end()) if declaration else -1
    tag = _TAG.match(source, start)
    return tag.end() if tag else -1


def _html_end(scan: Scan, closing: str, position: int) -> int:
    close = scan.delimiters().find(closing, position)
    return -1 if close is None else close + len(closing)


def autolink(scan: Scan, start: int, end: int, edge: int, form: str) -> int:
    """A link whose text is its address; `edge` is 1 within `<>`."""
    inner = scan.span(start + edge, end - edge)
    text = scan.document.masked.restore(scan.source[start + edge : end - edge])
    url = text
    if form == "bare" and text.startswith("www."):
        url = "https://" + text  # Hugo's linkifyProtocol
    elif "@" in text and ":" not in text:
        url = "mailto:" + text
    attributes = {
        "url": url,
        "target_span": inner,
        "title": None,
        "title_span": None,
        "label": None,
        "label_span": None,
        "form": form,
        "text_span": inner,
    }
    child = Node("text", inner, (), text, {})
    return scan.add(start, end, Node("link", scan.span(start, end), (child,), "", attributes))


def web(scan: Scan, start: int, *, typographer: bool) -> int:
    """Read a bare web address at `start`. Returns where to go on, or -1."""
    if scan.brackets:
        return -1
    if start != scan.head and (start == scan.mark or scan.source[start - 1] not in " \t(*_~"):
        if not (typographer and after_sign(scan.source, start)):
            return -1
    end = web_address(scan.source, start)
    return -1 if end < 0 else autolink(scan, start, end, 0, "bare")


def mail_over(scan: Scan, start: int, *, typographer: bool) -> int:
    """Read a bare mail address that began before the delimiter at `start`: `a*b*@c.org`. As mail."""
    rest = LOCAL_REST.match(scan.source, start)
    if rest is None:
        return -1
    return mail(scan, rest.end() - 1, typographer=typographer, before=start)


def mail(scan: Scan, at: int, *, typographer: bool, before: int | None = None) -> int:
    """Read a bare mail address round the `@` at `at`, begun `before` an offset.

    Returns where to go on, or -1.
    """
    if scan.brackets:
        return -1
    found = mail_address(scan.source, at, scan.mark, scan.head, typographer=typographer)
    if found is None or (before is not None and found[0] >= before):
        return -1
    return autolink(scan, *found, 0, "bare")
