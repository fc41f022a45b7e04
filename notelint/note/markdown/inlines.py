"""Inline Markdown to nodes with their places: mistune's grammar, one scan, no token in between.

The rules and their order are those of mistune's InlineParser; it is subclassed for its patterns and
limits. Where it and goldmark differ (both read CommonMark), goldmark is followed, since the note is
for Hugo.
"""

import re
from collections.abc import Callable

from mistune._inline.delimiters import DelimiterScanner
from mistune.helpers import HTML_ATTRIBUTES, HTML_TAGNAME, parse_link_label
from mistune.inline_parser import AUTO_EMAIL, InlineParser
from mistune.util import unikey

from notelint.core import Span
from notelint.note.markdown.document import Document
from notelint.note.markdown.emphasis import Run, flanking, resolve
from notelint.note.markdown.linkify import mail_address, web_address
from notelint.note.markdown.links import Target, decode, decode_url, inline_target
from notelint.note.markup import Markup
from notelint.note.masking import Alphabet
from notelint.note.nodes import Node

_AUTOLINK = re.compile(InlineParser.SPECIFICATION["auto_link"])
_AUTOLINK_MAIL = re.compile(AUTO_EMAIL)
_TAG = re.compile(rf"<{HTML_TAGNAME}{HTML_ATTRIBUTES}\s*/?>|</{HTML_TAGNAME}\s*>", re.A)
_DECLARATION = re.compile(r"<![A-Z]+[ \t\n\r\f]")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[a-zA-Z][a-zA-Z0-9]{1,31};)")
_FOOTNOTE = re.compile(r"\[\^((?:[^\\\[\]]|\\.){1,500})\]")
_EMOJI = re.compile(r":[a-z0-9_+-]+:")
_RUN = {mark: re.compile(re.escape(mark) + "+") for mark in "*_~`"}
_SPACE = re.compile(r"\s*")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_LONGEST_LABEL = 999

Handler = Callable[["Scan", int], int]


class Bracket:
    """A `[` or `![` that may open a link: the place after it, and its item."""

    __slots__ = ("depth", "image", "index", "nested", "start")

    def __init__(self, start: int, index: int, image: bool) -> None:
        self.start = start
        self.index = index
        self.image = image
        self.nested = False
        self.depth = 0


class Scan:
    """One inline text on its way. `mark` is where the text that is not yet an item begins."""

    __slots__ = (
        "base",
        "brackets",
        "cell",
        "depths",
        "document",
        "finder",
        "head",
        "inactive",
        "items",
        "mark",
        "plain",
        "source",
    )

    def __init__(self, document: Document, source: str, base: int, cell: bool) -> None:
        self.document = document
        self.source = source
        self.base = base
        self.cell = cell
        self.mark = 0
        self.head = 0  # where the last inline element that goldmark knows ended
        self.items: list[Node | Run] = []
        self.brackets: list[Bracket] = []
        self.inactive = 0  # brackets below this index can no longer open a link
        self.plain = True  # no item needs to be resolved
        self.depths: dict[int, int] = {}
        self.finder: DelimiterScanner | None = None

    def flush(self, end: int) -> None:
        """Make an item of the text up to `end`."""
        mark = self.mark
        if mark < end:
            base = self.base
            span = Span(base + mark, base + end)
            self.items.append(Node("text", span, (), self.source[mark:end], {}))

    def add(self, start: int, end: int, node: Node) -> int:
        """Append `node`, which stands at `start:end`. Returns `end`."""
        if self.mark < start:
            self.flush(start)
        self.items.append(node)
        self.mark = self.head = end
        return end

    def add_text(self, start: int, end: int, text: str) -> int:
        """Append an escape or an entity, a text of its own. Returns `end`."""
        self.flush(start)
        self.items.append(Node("text", self.span(start, end), (), text, {}))
        self.mark = end
        return end

    def stop(self, end: int) -> int:
        """Make an item of the text up to `end`, where goldmark ends one too. Returns `end`."""
        self.flush(end)
        self.mark = self.head = end
        self.plain = False
        return end

    def span(self, start: int, end: int) -> Span:
        """The file's span of a part of the source."""
        return Span(self.base + start, self.base + end)

    def delimiters(self) -> DelimiterScanner:
        """mistune's index of closing delimiters, so that many unclosed ones cost no more than
        one.
        """
        if self.finder is None:
            self.finder = DelimiterScanner(self.source)
        return self.finder


class Inlines(InlineParser):
    """The inline parser of one Markup. Each `_on_…` method reads what begins with its trigger
    character at a position and returns where to go on, or -1 when the character is only text."""

    def __init__(self, markup: Markup, alphabet: Alphabet) -> None:
        super().__init__()
        self.alphabet = alphabet
        self.mask = re.compile(alphabet.expression())
        self.delimiters = (*markup.passthrough_block, *markup.passthrough_inline)
        self.display = len(markup.passthrough_block)
        self.on: dict[str, Handler] = {
            "\n": self._on_newline,
            "\\": self._on_backslash,
            "`": self._on_backtick,
            "*": self._on_star,
            "_": self._on_star,
            "[": self._on_bracket,
            "!": self._on_bracket,
            "]": self._on_close,
            "<": self._on_angle,
            "&": self._on_entity,
        }
        triggers = ["\n", "\\\\", "`", r"\*", "_", r"\[", r"!\[", r"\]", "<", "&"]
        if markup.strikethrough:
            self.on["~"] = self._on_tilde
            triggers.append("~")
        if markup.footnote:
            self.on["["] = self.on["!"] = self._on_footnote
        if markup.linkify:
            self.on |= dict.fromkeys("hfw", self._on_web) | {"@": self._on_mail}
            triggers += ["https?://", "ftp://", r"www\.", "@"]
        if markup.emoji:
            self.on[":"] = self._on_colon
            triggers.append(":")
        for opening, _ in self.delimiters:
            self.on[opening[0]] = self._on_delimiter
            triggers.append(re.escape(opening))
        for lead in alphabet.leads:
            self.on[lead] = self._on_mask
            triggers.append(lead)
        self.trigger = re.compile("|".join(triggers))

    def nodes(self, document: Document, source: str, base: int, cell: bool = False) -> list[Node]:
        """The inline nodes of `source`; `base` is the file offset of its first character."""
        match = self.trigger.search(source)
        if match is None:
            if not source:
                return []
            return [Node("text", Span(base, base + len(source)), (), source, {})]
        scan = Scan(document, source, base, cell)
        search, on = self.trigger.search, self.on
        while match:
            start = match.start()
            end = on[source[start]](scan, start)
            match = search(source, end if end >= 0 else start + 1)
        scan.flush(len(source))
        if scan.plain:
            return scan.items  # type: ignore[return-value]
        return resolve(scan.items, base, source, self.max_nested_level, scan.depths)[0]

    def _on_newline(self, scan: Scan, start: int) -> int:
        source, mark = scan.source, scan.mark
        begin = start
        while begin > mark and source[begin - 1] == " ":
            begin -= 1
        match = _SPACE.match(source, start + 1)
        end = match.end() if match else start + 1
        kind = "linebreak" if start - begin >= 2 else "softbreak"
        return scan.add(begin, end, Node(kind, scan.span(begin, end), (), "", {}))

    def _on_backslash(self, scan: Scan, start: int) -> int:
        following = scan.source[start + 1 : start + 2]
        if following == "\n":
            match = _SPACE.match(scan.source, start + 2)
            end = match.end() if match else start + 2
            return scan.add(start, end, Node("linebreak", scan.span(start, end), (), "", {}))
        if following in _PUNCTUATION and following:
            end = start + 2
            return scan.add_text(start, end, following)
        return -1

    def _on_delimiter(self, scan: Scan, start: int) -> int:
        """Passthrough: what stands between the site's math delimiters is nothing else."""
        source = scan.source
        for number, (opening, closing) in enumerate(self.delimiters):
            if not source.startswith(opening, start):
                continue
            inner = start + len(opening)
            close = scan.delimiters().find(closing, inner)
            if close is None:
                if opening[0] == "\\":
                    scan.head = self._on_backslash(scan, start)
                    return scan.head
                return scan.stop(inner)
            if close == inner:
                break
            end = close + len(closing)
            code_span = scan.span(inner, close)
            attributes = {"display": number < self.display, "code_span": code_span}
            text = scan.document.masked.restore(source[inner:close])
            return scan.add(start, end, Node("math", scan.span(start, end), (), text, attributes))
        if source[start] == "\\":
            escaped = source.startswith("\\", start + 1) and any(
                source.startswith(opening, start + 2) for opening, _ in self.delimiters
            )
            end = self._on_backslash(scan, start)
            if escaped:
                following = self._on_backslash(scan, end)
                return following if following >= 0 else end
            return end
        return -1

    def _on_backtick(self, scan: Scan, start: int) -> int:
        source = scan.source
        match = _RUN["`"].match(source, start)
        inner = match.end() if match else start + 1
        size = inner - start
        close = scan.delimiters().code_end(source[start:inner], inner)
        if close is None:
            return scan.stop(inner)
        code = scan.document.masked.restore(source[inner:close]).replace("\n", " ")
        if code[0] == " " == code[-1] and code.strip(" "):
            code = code[1:-1]
        if scan.cell:
            code = code.replace("\\|", "|")
        end = close + size
        attributes = {"code_span": scan.span(inner, close)}
        return scan.add(start, end, Node("codespan", scan.span(start, end), (), code, attributes))

    def _on_star(self, scan: Scan, start: int) -> int:
        source = scan.source
        character = source[start]
        end = start + 1
        if source[end : end + 1] == character:
            match = _RUN[character].match(source, end)
            end = match.end() if match else end
        return self._run(scan, start, end, character)

    def _on_tilde(self, scan: Scan, start: int) -> int:
        match = _RUN["~"].match(scan.source, start)
        end = match.end() if match else start + 1
        if end - start > 2:
            return end
        return self._run(scan, start, end, "~")

    def _run(self, scan: Scan, start: int, end: int, character: str) -> int:
        can_open, can_close = flanking(scan.source, start, end)
        if not can_open and not can_close:
            return end
        scan.flush(start)
        scan.items.append(Run(start, end, character, can_open, can_close))
        scan.plain = False
        scan.mark = scan.head = end
        return end

    def _on_bracket(self, scan: Scan, start: int) -> int:
        brackets = scan.brackets
        if brackets:
            brackets[-1].nested = True
        image = scan.source[start] == "!"
        end = start + 2 if image else start + 1
        scan.flush(start)
        brackets.append(Bracket(end, len(scan.items), image))
        text = "![" if image else "["
        scan.items.append(Node("text", scan.span(start, end), (), text, {}))
        scan.plain = False
        scan.mark = end
        return end

    def _on_footnote(self, scan: Scan, start: int) -> int:
        source = scan.source
        if source[start] == "!":
            if source.startswith("[^", start + 1):
                match = _FOOTNOTE.match(source, start + 1)
                if match and match.group(1) in scan.document.footnotes:
                    return self._on_footnote(scan, start + 1)
        elif source.startswith("[^", start):
            match = _FOOTNOTE.match(source, start)
            if match and match.group(1) in scan.document.footnotes:
                end = match.end()
                label_span = scan.span(start + 2, end - 1)
                attributes = {"label": match.group(1), "label_span": label_span}
                node = Node("footnote_ref", scan.span(start, end), (), "", attributes)
                return scan.add(start, end, node)
        return self._on_bracket(scan, start)

    def _on_close(self, scan: Scan, start: int) -> int:
        brackets = scan.brackets
        if not brackets:
            return -1
        opener = brackets.pop()
        index = len(brackets)
        active = opener.image or index >= scan.inactive
        scan.inactive = min(scan.inactive, index)
        if brackets and brackets[-1].depth < opener.depth:
            brackets[-1].depth = opener.depth
        if not active or opener.depth >= self.max_nested_level:
            return -1
        source = scan.source
        attributes: dict[str, object] | None = None
        end = start + 1
        if source.startswith("(", end):
            target = inline_target(source, end + 1, self.max_nested_level)
            if target is not None:
                attributes = _inline_attributes(scan, target)
                end = target.after
        if attributes is None:
            found = self._reference(scan, opener, start, start + 1)
            if found is None:
                return -1
            attributes, end = found
        attributes["text_span"] = scan.span(opener.start, start)
        scan.flush(start)
        children, depth = resolve(
            scan.items[opener.index + 1 :],
            scan.base,
            source,
            self.max_nested_level - 1,
            scan.depths,
        )
        del scan.items[opener.index :]
        begin = opener.start - 1 - opener.image
        kind = "image" if opener.image else "link"
        node = Node(kind, scan.span(begin, end), tuple(children), "", attributes)
        scan.items.append(node)
        scan.mark = scan.head = end
        scan.depths[id(node)] = depth + 1
        if brackets:
            brackets[-1].depth = max(brackets[-1].depth, depth + 1)
        if not opener.image:
            scan.inactive = index
        return end

    def _reference(
        self, scan: Scan, opener: Bracket, close: int, end: int
    ) -> tuple[dict[str, object], int] | None:
        definitions = scan.document.definitions
        if not definitions:
            return None
        source, form = scan.source, "shortcut"
        label: str | None = None
        label_span = scan.span(opener.start, close)
        if source.startswith("[", end):
            label, after = parse_link_label(source, end + 1)
            if label is not None and after is not None:
                form = "full" if label else "collapsed"
                if label:
                    label_span = scan.span(end + 1, after - 1)
                end = after
        if not label:
            if opener.nested or close - opener.start > _LONGEST_LABEL:
                return None
            label = source[opener.start : close]
        definition = definitions.get(unikey(label))
        if definition is None:
            return None
        attributes = {
            "url": definition.attrs["url"],
            "target_span": None,
            "title": definition.attrs["title"],
            "title_span": None,
            "label": scan.document.masked.restore(label),
            "label_span": label_span,
            "form": form,
        }
        return attributes, end

    def _on_angle(self, scan: Scan, start: int) -> int:
        source = scan.source
        following = source[start + 1 : start + 2]
        if not (following.isalnum() or following in "/!?.#$%&'*+=^_`{|}~-"):
            return -1
        match = _AUTOLINK.match(source, start) or _AUTOLINK_MAIL.match(source, start)
        if match:
            return self._autolink(scan, start, match.end(), 1, "autolink")
        end = self._html(scan, start)
        if end < 0:
            return -1
        html = scan.document.masked.restore(source[start:end])
        return scan.add(start, end, Node("inline_html", scan.span(start, end), (), html, {}))

    def _html(self, scan: Scan, start: int) -> int:
        """The end of the raw HTML at `start`, or -1."""
        source = scan.source
        if source.startswith("<!-->", start):
            return start + 5
        if source.startswith("<!--->", start):
            return start + 6
        for opening, closing in (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>")):
            if source.startswith(opening, start):
                return self._html_end(scan, closing, start + len(opening))
        if source.startswith("<!", start):
            declaration = _DECLARATION.match(source, start)
            return self._html_end(scan, ">", declaration.end()) if declaration else -1
        tag = _TAG.match(source, start)
        return tag.end() if tag else -1

    @staticmethod
    def _html_end(scan: Scan, closing: str, position: int) -> int:
        close = scan.delimiters().find(closing, position)
        return -1 if close is None else close + len(closing)

    def _autolink(self, scan: Scan, start: int, end: int, edge: int, form: str) -> int:
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

    def _on_entity(self, scan: Scan, start: int) -> int:
        match = _ENTITY.match(scan.source, start)
        if match is None:
            return -1
        text = decode(match.group())
        if text == match.group():
            return -1
        end = match.end()
        return scan.add_text(start, end, text)

    def _on_web(self, scan: Scan, start: int) -> int:
        if scan.brackets:
            return -1
        if start != scan.head and (start == scan.mark or scan.source[start - 1] not in " \t(*_~"):
            return -1
        end = web_address(scan.source, start)
        return -1 if end < 0 else self._autolink(scan, start, end, 0, "bare")

    def _on_mail(self, scan: Scan, at: int) -> int:
        if scan.brackets:
            return -1
        found = mail_address(scan.source, at, scan.mark, scan.head)
        return -1 if found is None else self._autolink(scan, *found, 0, "bare")

    def _on_colon(self, scan: Scan, start: int) -> int:
        match = _EMOJI.match(scan.source, start)
        if match is None:
            return -1
        span = scan.span(start, match.end())
        return scan.add(start, match.end(), Node("emoji", span, (), match.group(), {}))

    def _on_mask(self, scan: Scan, start: int) -> int:
        match = self.mask.match(scan.source, start)
        if match is None:
            return -1
        node = Node("shortcode", scan.span(start, match.end()), (), "", {})
        scan.document.place(node, match.group())
        head = scan.head
        end = scan.add(start, match.end(), node)
        scan.head = head  # for goldmark it is a word
        return end


def _inline_attributes(scan: Scan, target: Target) -> dict[str, object]:
    source, restore = scan.source, scan.document.masked.restore
    has_title = target.title_start >= 0
    return {
        "url": restore(decode_url(source[target.start : target.end])),
        "target_span": scan.span(target.start, target.end),
        "title": (
            restore(decode(source[target.title_start : target.title_end])) if has_title else None
        ),
        "title_span": scan.span(target.title_start, target.title_end) if has_title else None,
        "label": None,
        "label_span": None,
        "form": "inline",
    }
