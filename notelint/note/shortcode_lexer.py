"""One shortcode tag, lexed as Hugo does it: `{{< name a="x" >}}` from its first brace to its last.

Hugo's own rules: https://gohugo.io/content-management/shortcodes/ and its lexer
(parser/pageparser), which the real Hugo confirmed case by case (tests/note/shortcodes/).
"""

import re

from notelint.core import Span
from notelint.note.shortcode_quick import quick_tag
from notelint.note.shortcode_tags import Escape, LexError, Notation, Parameter, Quote, Tag

OPENING = re.compile(r"\{\{[<%]")
_BLANK = re.compile(r"[ \t\r\n]+")
_WORD = re.compile(r"[\w.-]*")
_NAME = re.compile(r"[\w/-]*")
_QUOTED = re.compile(r'"(?:[^"\\\n]|\\(?!["`])|\\")*"')
_TO_SPACE = re.compile(r"\S*")


class _Stop(Exception):  # noqa: N818 - it ends a tag, it is not an error of ours
    """The tag cannot be read further than this."""

    def __init__(self, code: str, span: Span, detail: str = "") -> None:
        super().__init__(code)
        self.code, self.span, self.detail = code, span, detail

    def within(self, length: int) -> Span:
        """The span, cut at the end of the text."""
        return Span(min(self.span.start, length), min(self.span.end, length))


def lex(text: str, start: int) -> Tag | Escape | LexError:
    """The tag of `text` whose `{{<` or `{{%` begins at `start`."""
    if (quick := quick_tag(text, start)) is not None:
        return quick
    return lex_slowly(text, start)


def lex_slowly(text: str, start: int) -> Tag | Escape | LexError:
    """The same for any tag at all, character by character."""
    notation: Notation = "<" if text[start + 2] == "<" else "%"
    right = ">}}" if notation == "<" else "%}}"
    if text.startswith("/*", start + 3):
        end = text.find("*/" + right, start + 4)
        if end > start + 4 - 1 and end >= start + 5:
            return Escape(Span(start, end + 5), Span(start + 5, end))
        return LexError("escape", start, Span(start, start + 5), _line_end(text, start))
    lexer = _Lexer(text, start, right)
    try:
        return lexer.tag(notation)
    except _Stop as stop:
        fatal = stop.code != "glued" or not _reads_on(text, start, right)
        return LexError(
            stop.code,
            start,
            stop.within(len(text)),
            _resume(text, start, stop.span),
            lexer.name,
            lexer.closing,
            stop.detail,
            fatal,
        )


def _reads_on(text: str, start: int, right: str) -> bool:
    """Whether Hugo, having taken the braces for a part of a value, finds other ones further on."""
    lexer = _Lexer(text, start, right, glue=True)
    try:
        lexer.tag("<")
    except _Stop:
        return False
    return True


class _Lexer:
    """Hugo's state machine inside one tag."""

    def __init__(self, text: str, start: int, right: str, *, glue: bool = False) -> None:
        self.text, self.start, self.right = text, start, right
        self.position = start + 3
        self.glue = glue
        self.name, self.name_span = "", Span(start + 3, start + 3)
        self.closing = self.inline = False
        self.slash = -1
        self.parameters: list[Parameter] = []
        self.named: bool | None = None
        self.tight = (
            False  # the first parameter was `a=…`: Hugo's lexer counts `a = …` as positional
        )
        self.pending: Span | None = None  # a parameter name whose value comes next

    def tag(self, notation: Notation) -> Tag:
        """Everything up to the right delimiter. Raises _Stop."""
        while not self.text.startswith(self.right, self.position):
            self._step()
        span = Span(self.start, self.position + 3)
        slash_last = self.slash >= 0 and not self.closing
        return Tag(
            notation,
            span,
            self.name,
            self.name_span,
            tuple(self.parameters),
            self.closing,
            slash_last,
            self.inline,
        )

    def _step(self) -> None:
        text, position = self.text, self.position
        if blank := _BLANK.match(text, position):
            self.position = blank.end()
            return
        character = text[position : position + 1]
        if not character:
            raise _Stop("unclosed", Span(self.start, self.start + 3))
        if character == "=":
            self._value()
        elif character == "/":
            self.slash = position
            self.position += 1
        elif character == "\\":
            self.position += 1
            if text.startswith("`", position + 1):
                raise _Stop("character", Span(position, position + 1))
            if text.startswith('"', position + 1):
                self._parameter('\\"')
        elif self.name and self.slash < 0 and (character in '-"`' or is_word(character)):
            self._parameter(character)
        elif is_word(character):
            self._identifier()
        else:
            raise _Stop("character", Span(position, position + 1), character)

    def _identifier(self) -> None:
        text, start = self.text, self.position
        end = _precise(text, start, _NAME.match(text, start), "/-")
        if text.startswith(".", end):
            if not text.startswith("inline ", end + 1):
                raise _Stop("period", Span(end, end + 1))
            self.inline = True
            end += len(".inline")
        self.name_span = Span(start, end)
        if self.slash >= 0:
            if self.name and self.name != text[start:end]:
                raise _Stop("close-inside", Span(self.slash, end), text[start:end])
            self.closing = not self.name
        self.name = text[start:end]
        self.position = end
        if self.slash >= 0:
            blank = _BLANK.match(text, end)
            self.position = end = blank.end() if blank else end
            if not text.startswith(self.right, end):
                raise _Stop("close-tail", Span(end, end + 1))

    def _parameter(self, quote: str) -> None:
        text, start = self.text, self.position
        if quote == "`":
            value_span, end = self._raw(start)
        elif quote in ('"', '\\"'):
            start -= quote != '"'
            value_span, end = self._quoted(self.position, escaped=quote != '"')
        else:
            end = _precise(text, start + 1, _WORD.match(text, start + 1), "-.")
            value_span = Span(start, end)
            self._word(start, end)
            return
        if self.named:
            raise _Stop("mixed", Span(start, end), self.text[start:end])
        self.named = False
        self._add(None, start, value_span, end, '"' if quote == '"' else "`")

    def _word(self, start: int, end: int) -> None:
        """An unquoted word: a positional value, or a name when `=` follows, spaces between or not."""
        blank = _BLANK.match(self.text, end)
        sign = blank.end() if blank else end
        if not self.text.startswith("=", sign):
            if self.named:
                raise _Stop("mixed", Span(start, end), self.text[start:end])
            self.named = False
            self._add(None, start, Span(start, end), end, "")
            return
        tight = sign == end
        if self.named is False:
            raise _Stop("mixed", Span(start, end), self.text[start:end])
        if self.named and self.tight != tight:
            raise _Stop("spaced", Span(start, sign + 1), self.text[start:end])
        self.named, self.tight = True, tight
        self.pending = Span(start, end)
        self.position = sign

    def _value(self) -> None:
        """What follows `=`."""
        text, name = self.text, self.pending
        self.pending = None
        position = self.position + 1
        while position < len(text) and text[position].isspace():
            position += 1
        head = text[position : position + 1]
        quote: Quote = ""
        if head == "\\" and text[position + 1 : position + 2] != '"':
            raise _Stop("character", Span(position, position + 1))
        if head in ('"', "\\"):
            quote = '"' if head == '"' else '\\"'
            value_span, end = self._quoted(position, escaped=head == "\\")
        elif head == "`":
            quote = "`"
            value_span, end = self._raw(position)
        else:
            match = _TO_SPACE.match(text, position)
            end = match.end() if match else position
            value_span = Span(position, end)
            right = text.find(self.right, position, end)
            if not head or (right >= 0 and not self.glue):
                raise _Stop("glued", Span(position, max(right, position)))
        self.position = end
        if name is not None:  # Hugo forgets a value without a name
            self._add(name.of(text), name.start, value_span, end, quote)

    def _add(self, name: str | None, start: int, value_span: Span, end: int, quote: Quote) -> None:
        value = value_span.of(self.text)
        if quote == '"' and '\\"' in value:
            value = value.replace("\\", "")  # Hugo drops every backslash once a quote is escaped
        self.parameters.append(Parameter(name, value, Span(start, end), value_span, quote))
        self.position = end

    def _quoted(self, position: int, *, escaped: bool) -> tuple[Span, int]:
        """The span between the quotes, and where reading goes on."""
        text = self.text
        opening = text.find('"', position)
        if not escaped and (match := _QUOTED.match(text, opening)):
            return Span(opening + 1, match.end() - 1), match.end()
        start = at = opening + 1
        while True:
            character = text[at : at + 1]
            if character in ("", "\n"):
                raise _Stop("quote", Span(opening, min(at, len(text))))
            if character == "\\" and text[at + 1 : at + 2] == "`":
                raise _Stop("character", Span(at, at + 1))
            if character == "\\" and text[at + 1 : at + 2] == '"':
                if escaped:
                    return Span(start, at), at + 2
                at += 2
            elif character == '"':
                return Span(start, at), at + 1
            else:
                at += 1

    def _raw(self, position: int) -> tuple[Span, int]:
        end = self.text.find("`", position + 1)
        if end < 0:
            raise _Stop("raw", Span(position, position + 1))
        return Span(position + 1, end), end + 1


def is_word(character: str) -> bool:
    """True for what Hugo calls alphanumeric: letters and decimal digits of any script, `_`."""
    return character == "_" or character.isalpha() or character.isdecimal()


def _precise(text: str, start: int, match: re.Match[str] | None, others: str) -> int:
    """Where the word at `start` really ends: `\\w` also takes numerals that Hugo does not."""
    end = match.end() if match else start
    if text[start:end].isascii():
        return end
    for position in range(start, end):
        if text[position] not in others and not is_word(text[position]):
            return position
    return end


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end


_RESUME = re.compile(r"[>%]?\}\}|\n|\{\{[<%]")


def _resume(text: str, start: int, wrong: Span) -> int:
    """Where to go on after a faulty tag: behind its braces, at the end of the line, or before the
    next tag.
    """
    opening = OPENING.search(text, start + 3)
    limit = opening.start() if opening else len(text)
    match = _RESUME.search(text, max(start + 3, min(wrong.start, limit)))
    if match is None:
        return len(text)
    return match.end() if match.group().endswith("}}") else match.start()
