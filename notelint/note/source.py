"""The text of a file as it is on disk: offsets ↔ lines and columns, CRLF, byte order mark."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from notelint.core import Span
from notelint.note.fault import Fault

BOM = "\ufeff"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class Source:
    """A decoded file. Nothing is normalised: `text.encode()` is the file, unless `faults` has
    undecodable bytes.

    Offsets are code points of `text`, 0-based, and a byte order mark is the first of them; lines
    and columns are 1-based, a byte order mark has no column, and only a line feed ends a line (as
    for Hugo). `exact` is False when some bytes could not be decoded and stand in `text` as U+FFFD:
    such a file must not be written back.
    """

    text: str
    faults: tuple[Fault, ...] = ()
    exact: bool = True

    @cached_property
    def bom(self) -> bool:
        """True when the file starts with a byte order mark."""
        return self.text.startswith(BOM)

    @cached_property
    def newline(self) -> str:
        """What ends the first line, for text that is put in: "\\n" or "\\r\\n"."""
        return (
            "\r\n"
            if self._starts[1:2] and self.text[self._starts[1] - 2 : self._starts[1] - 1] == "\r"
            else "\n"
        )

    @cached_property
    def _starts(self) -> list[int]:
        """The offset of the first character of each line."""
        starts, text, position = [0], self.text, 0
        while (position := text.find("\n", position) + 1) > 0:
            starts.append(position)
        return starts

    @property
    def line_count(self) -> int:
        """How many lines there are; the empty one after a final line feed counts."""
        return len(self._starts)

    def position(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column (code points) of `offset`; one past the end is allowed."""
        index = bisect_right(self._starts, offset) - 1
        column = offset - self._starts[index] + 1
        if index == 0 and self.bom and column > 1:
            column -= 1
        return index + 1, column

    def offset(self, line: int, column: int = 1) -> int:
        """The offset of a 1-based line and column, clipped to the text."""
        if line < 1:
            return 0
        if line > len(self._starts):
            return len(self.text)
        if line == 1 and self.bom:
            column += 1
        return min(self._starts[line - 1] + max(column, 1) - 1, self.line_span(line).end)

    def line_span(self, line: int) -> Span:
        """The span of a 1-based line, without its line end and without a byte order mark."""
        start = self._starts[line - 1]
        end = self._starts[line] - 1 if line < len(self._starts) else len(self.text)
        if end > start and line < len(self._starts) and self.text[end - 1] == "\r":
            end -= 1
        return Span(min(start + (line == 1 and self.bom), end), end)

    def line_text(self, line: int) -> str:
        """The text of a 1-based line, without its line end."""
        return self.line_span(line).of(self.text)


def decode(data: bytes) -> Source:
    """`data` (a file's bytes) as a Source; never raises: what is not UTF-8, and NUL bytes, become
    its faults.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_faulty(data)
    if "\0" in text:
        return Source(text, faults=_nul_faults(text))
    return Source(text)


def _decode_faulty(data: bytes) -> Source:
    if data.startswith(_UTF16):
        message = "the file is UTF-16, which Hugo cannot read; save it as UTF-8"
        return Source("", faults=(Fault("file", Span(0, 0), message),), exact=False)
    parts: list[str] = []
    faults: list[Fault] = []
    position = length = 0
    while position < len(data):
        try:
            part = data[position:].decode("utf-8")
            bad = b""
        except UnicodeDecodeError as error:
            part = data[position : position + error.start].decode("utf-8")
            bad = data[position + error.start : position + error.end]
        parts.append(part)
        position += len(part.encode()) + len(bad)
        length += len(part)
        if bad:
            parts.append("\ufffd")
            faults.append(_undecodable(bad, length))
            length += 1
            if len(faults) == _ENOUGH:  # the rest of a file in another encoding would say the same
                parts.append(data[position:].decode("utf-8", "replace"))
                break
    text = "".join(parts)
    return Source(text, faults=(*faults, *_nul_faults(text)), exact=False)


_ENOUGH = 20


def _undecodable(bad: bytes, offset: int) -> Fault:
    shown = " ".join(f"{byte:02X}" for byte in bad)
    guess = bad.decode("cp1252", "ignore")
    hint = f" («{guess}» in Windows-1252?)" if guess and guess.isprintable() else ""
    message = f"byte {shown} is not UTF-8{hint}; save the file as UTF-8"
    return Fault("file", Span(offset, offset + 1), message)


def _nul_faults(text: str) -> tuple[Fault, ...]:
    offset = text.find("\0")
    if offset < 0:
        return ()
    count = text.count("\0")
    what = "a NUL character" if count == 1 else f"the first of {count} NUL characters"
    return (
        Fault(
            "file", Span(offset, offset + 1), f"{what}; remove it, or save the file as UTF-8 text"
        ),
    )
