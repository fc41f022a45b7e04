"""Inline nodes of a note as items for the translator; tags and their closing tags become marks."""

import re
from collections.abc import Iterator, Sequence
from html import unescape

from notelint.core import Span
from notelint.note.nodes import Node
from notelint.translation.items import Atom, Break, Item, Mark, Text

TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*?)(/?)>")
PHRASING = frozenset(
    "a abbr acronym b bdi bdo big cite del dfn em font i ins label mark q s small span strike "
    "strong sub sup time tt u var".split()
)
"""Elements that stand inside a sentence."""
UNTOUCHED = frozenset(
    "canvas code iframe kbd math noscript object pre samp script style svg template textarea".split()
)
"""Elements whose text is not for translation."""
NOT_FOR_TRANSLATION = re.compile(
    r"\btranslate\s*=\s*[\"']?no\b|\bclass\s*=\s*[\"'][^\"']*\bnotranslate\b", re.IGNORECASE
)
SILENT_ELEMENTS = frozenset({"img", "input", "wbr", "source", "audio", "video"})
ALERT = re.compile(r"\[![a-zA-Z]+\][+-]?")
ADDRESS = re.compile(
    r"(?:(?:https?|ftp)://|\bwww\.)[^\s<>]*[^\s<>.,;:!?)]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    re.IGNORECASE,
)
ESCAPE = re.compile(r"\\(?P<escape>[!-/:-@\[-`{-~])|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,31});")
DELIMITER_LENGTH = {"emphasis": 1, "strong": 2}
SIMPLE_ATOMS = {
    "codespan": ("code", False, False),
    "math": ("math", False, False),
    "footnote_ref": ("footnote_ref", False, True),
    "image": ("image", False, True),
    "emoji": ("emoji", False, True),
    "linebreak": ("linebreak", True, True),
    "attributes": ("attributes", True, True),
}
"""Kind of node → kind of atom, whether it is a boundary, whether it is silent."""


def items_of(nodes: Sequence[Node], source: str, end: int | None = None) -> tuple[Item, ...]:
    """The items of the inline `nodes`, which stand in `source` (the whole file)."""
    flat: list[Item] = []
    for node in nodes:
        flat += _of_node(node, source)
    return _finished(flat, source)


def _finished(flat: list[Item], source: str) -> tuple[Item, ...]:
    return tuple(with_elements(with_whole_breaks(joined(flat)), source))


def _of_node(node: Node, source: str) -> Iterator[Item]:
    kind = node.kind
    if kind == "text":
        for text in text_items(node.span, node.text, source):
            yield from _addresses(text)
    elif kind == "softbreak":
        yield Break(node.span)
    elif kind == "shortcode":
        # What {{% %}} prints is Markdown that nobody knows: no sentence goes across it.
        percent = source.startswith("{{%", node.span.start)
        yield Atom(node.span, kind, boundary=percent, silent=True)
    elif kind in SIMPLE_ATOMS:
        yield Atom(node.span, *SIMPLE_ATOMS[kind])
    elif kind == "inline_html":
        yield Atom(node.span, "html")
    elif kind == "link":
        yield _link(node, source)
    elif node.children and kind in ("emphasis", "strong", "strikethrough"):
        length = DELIMITER_LENGTH.get(kind) or _run(source, node.span.start)
        yield Mark(
            kind,
            Span(node.span.start, node.span.start + length),
            Span(node.span.end - length, node.span.end),
            items_of(node.children, source),
        )
    else:
        yield Atom(node.span, kind, boundary=True)


def _run(source: str, start: int) -> int:
    return 2 if source.startswith("~~", start) else 1


def _link(node: Node, source: str) -> Item:
    if node.attrs["form"] in ("autolink", "bare"):
        return Atom(node.span, "url")
    return _bracketed("link", node, source)


def image_mark(node: Node, source: str) -> Mark:
    """An image as a mark around its alt text."""
    return _bracketed("image", node, source)


def _bracketed(kind: str, node: Node, source: str) -> Mark:
    inner: Span = node.attrs["text_span"]
    label = ""
    if node.attrs["form"] in ("shortcut", "collapsed"):
        label = " ".join(str(node.attrs["label"]).split())
    opening, closing = Span(node.span.start, inner.start), Span(inner.end, node.span.end)
    return Mark(kind, opening, closing, items_of(node.children, source), label)


def with_alert_marker(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """`[!NOTE]` at the start is no text, however it is written: Hugo looks for it in the rendered quote."""
    words = ""
    for index, item in enumerate(items):
        if not isinstance(item, Text):
            break
        words += item.text
        match = ALERT.match(words)
        if match and len(item.text) == item.span.end - item.span.start:
            rest = len(words) - match.end()
            end = item.span.end - rest
            marker = Atom(Span(items[0].span.start, end), "alert", boundary=True, silent=True)
            left = (Text(Span(end, item.span.end), item.text[len(item.text) - rest :]),)
            return (marker, *(left if rest else ()), *_title_ended(items[index + 1 :]))
    return items


def _title_ended(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The end of an alert's first line ends its title too."""
    for index, item in enumerate(items):
        if isinstance(item, Break):
            return (*items[:index], Atom(item.span, "break", True, True), *items[index + 1 :])
    return items


def text_items(span: Span, text: str, source: str) -> Iterator[Text]:
    """A text with its escapes and entities as items of their own, so that the others map exactly."""
    raw = span.of(source)
    if raw == text or len(raw) == len(text):
        yield Text(span, text)
        return
    found: list[Text] = []
    position = 0
    for match in ESCAPE.finditer(raw):
        decoded = match["escape"] or unescape(match.group())
        if decoded == match.group():
            continue
        if position < match.start():
            start = span.start + position
            part = raw[position : match.start()]
            found.append(Text(Span(start, start + len(part)), part))
        found.append(Text(Span(span.start + match.start(), span.start + match.end()), decoded))
        position = match.end()
    if position < len(raw):
        found.append(Text(Span(span.start + position, span.end), raw[position:]))
    if "".join(item.text for item in found) == text:
        yield from found
    else:
        yield Text(span, text)


def _addresses(item: Text) -> Iterator[Item]:
    """What looks like an address is kept as it is, though it may be no link: what Hugo makes of it depends on
    settings and on what stands beside it."""
    position = 0
    if len(item.text) == item.span.end - item.span.start:
        for match in ADDRESS.finditer(item.text):
            start, end = match.span()
            if position < start:
                yield _part(item, position, start)
            yield Atom(Span(item.span.start + start, item.span.start + end), "url")
            position = end
    if position < len(item.text):
        yield _part(item, position, len(item.text)) if position else item


def _part(item: Text, start: int, end: int) -> Text:
    return Text(Span(item.span.start + start, item.span.start + end), item.text[start:end])


def joined(items: Sequence[Item]) -> list[Item]:
    """Neighbouring texts that map character for character as one."""
    result: list[Item] = []
    for item in items:
        last = result[-1] if result else None
        if (
            isinstance(item, Text)
            and isinstance(last, Text)
            and last.span.end == item.span.start
            and len(last.text) == last.span.end - last.span.start
            and len(item.text) == item.span.end - item.span.start
        ):
            result[-1] = Text(Span(last.span.start, item.span.end), last.text + item.text)
        else:
            result.append(item)
    return result


def with_whole_breaks(items: list[Item]) -> list[Item]:
    """Line breaks that reach to the next item, so that they hold what opens its line."""
    for index, item in enumerate(items):
        if isinstance(item, Break):
            start = items[index - 1].span.end if index else item.span.start
            end = items[index + 1].span.start if index + 1 < len(items) else item.span.end
            if start <= item.span.start and item.span.end <= end:
                items[index] = Break(Span(start, end))
    return items


def with_elements(items: list[Item], source: str) -> list[Item]:
    """Tags with their closing tags as marks; a tag without its partner is a boundary."""
    if not any(isinstance(item, Atom) and item.kind == "html" for item in items):
        return items
    result: list[Item] = []
    opened: list[tuple[int, str]] = []
    for item in items:
        if not (isinstance(item, Atom) and item.kind == "html"):
            result.append(item)
            continue
        match = TAG.fullmatch(item.span.of(source))
        name = match[2].lower() if match else ""
        if match and match[1]:
            start = next((i for i in reversed(range(len(opened))) if opened[i][1] == name), None)
            if start is None:
                result.append(Atom(item.span, "html", boundary=True))
                continue
            place = opened[start][0]
            del opened[start:]
            element = _element(result[place:], item, name, source)
            result[place:] = element
        else:
            closes_itself = bool(match and match[4])
            result.append(_tag(item, name, closes_itself))
            if match and not closes_itself and name in PHRASING | UNTOUCHED:
                opened.append((len(result) - 1, name))
    return result


def _tag(item: Atom, name: str, closes_itself: bool) -> Atom:
    """An opening tag, boundary until its partner is found."""
    silent = name in SILENT_ELEMENTS or (closes_itself and name in PHRASING)
    return Atom(item.span, "html", boundary=not silent, silent=silent)


def _element(items: list[Item], close: Atom, name: str, source: str) -> list[Item]:
    """From an opening tag to its closing tag."""
    opening = items[0].span
    span = Span(opening.start, close.span.end)
    if name in UNTOUCHED or NOT_FOR_TRANSLATION.search(opening.of(source)):
        return [Atom(span, "code" if name in ("code", "kbd", "samp") else "html")]
    if len(items) == 1:
        return [Atom(span, "html", silent=True)]
    return [Mark(f"html:{name}", opening, close.span, tuple(items[1:]))]
