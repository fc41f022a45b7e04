"""Inline Markdown to nodes with their places: mistune's grammar, one scan, no token in between.

The rules and their order are those of mistune's InlineParser; it is subclassed for its patterns and
limits. Where it and goldmark differ (both read CommonMark), goldmark is followed, since the note is
for Hugo.
"""

import re
from collections.abc import Callable
from functools import partial

from mistune.inline_parser import InlineParser

from notelint.core import Span
from notelint.note.markdown.angles import (
    mail,
    mail_over,
    open_angle,
    open_angle_or_guillemet,
    web,
)
from notelint.note.markdown.brackets import close_bracket, open_bracket, open_or_footnote
from notelint.note.markdown.document import Document
from notelint.note.markdown.emphasis import Run, flanking, resolve
from notelint.note.markdown.links import decode
from notelint.note.markdown.scan import Scan
from notelint.note.markup import Markup
from notelint.note.masking import Alphabet
from notelint.note.nodes import Node

_ENTITY = re.compile(r"&(?:#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[a-zA-Z][a-zA-Z0-9]{1,31};)")
_EMOJI = re.compile(r":[a-z0-9_+-]+:")
_RUN = {mark: re.compile(re.escape(mark) + "+") for mark in "*_~`"}
_SPACE = re.compile(r"\s*")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")

Handler = Callable[[Scan, int], int]


class Inlines(InlineParser):
    """The inline parser of one Markup. Each `_on_…` method reads what begins with its trigger
    character at a position and returns where to go on, or -1 when the character is only text."""

    def __init__(self, markup: Markup, alphabet: Alphabet) -> None:
        super().__init__()
        self.alphabet = alphabet
        self.mask = re.compile(alphabet.expression())
        self.delimiters = (*markup.passthrough_block, *markup.passthrough_inline)
        self.display = len(markup.passthrough_block)
        self.linkify, self.typographer = markup.linkify, markup.typographer
        self.on: dict[str, Handler] = {
            "\n": self._on_newline,
            "\\": self._on_backslash,
            "`": self._on_backtick,
            "*": self._on_star,
            "_": self._on_star,
            "[": open_bracket,
            "!": open_bracket,
            "]": partial(close_bracket, self.max_nested_level),
            "<": open_angle,
            "&": self._on_entity,
        }
        triggers = ["\n", "\\\\", "`", r"\*", "_", r"\[", r"!\[", r"\]", "<", "&"]
        if markup.strikethrough:
            self.on["~"] = self._on_tilde
            triggers.append("~")
        if markup.typographer:
            self.on["<"] = open_angle_or_guillemet
        if markup.footnote:
            self.on["["] = self.on["!"] = open_or_footnote
        if markup.linkify:
            self.on |= dict.fromkeys("hfw", partial(web, typographer=markup.typographer))
            self.on["@"] = partial(mail, typographer=markup.typographer)
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
        close: int | None = source.find("`", inner) if size == 1 else -1
        if close == -1 or source.startswith("``", close):
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
        if self.linkify and "@" in source:
            after = mail_over(scan, start, typographer=self.typographer)
            if after >= 0:
                return after
        elif start == 0 or source[start - 1] in " \n":
            closed = self._plain_emphasis(scan, start, end, character)
            if closed:
                return closed
        return self._run(scan, start, end, character)

    def _plain_emphasis(self, scan: Scan, start: int, inner: int, character: str) -> int:
        """Emphasis with nothing but text in it, before which a word may begin and after which it
        ends, as most is: no other run can have to do with these two. Returns its end, or 0.
        """
        source, size = scan.source, inner - start
        found = self.trigger.search(source, inner)
        if found is None or size > 2 or source[inner].isspace():
            return 0
        close = found.start()
        end = close + size
        if not source.startswith(character * size, close) or source[close - 1].isspace():
            return 0
        after = source[end : end + 1]
        if after == character or not (after in _PUNCTUATION or after.isspace() or not after):
            return 0
        text = Node("text", scan.span(inner, close), (), source[inner:close], {})
        kind = "strong" if size == 2 else "emphasis"
        return scan.add(start, end, Node(kind, scan.span(start, end), (text,), "", {}))

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

    def _on_entity(self, scan: Scan, start: int) -> int:
        match = _ENTITY.match(scan.source, start)
        if match is None:
            return -1
        text = decode(match.group())
        if text == match.group():
            return -1
        end = match.end()
        return scan.add_text(start, end, text)

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
