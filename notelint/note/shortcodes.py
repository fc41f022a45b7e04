"""Hugo shortcodes of a note: every tag with its parameters, who encloses whom, and what stops Hugo."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from notelint.core import Span
from notelint.note.fault import Fault
from notelint.note.shortcode_faults import explain, unbalanced
from notelint.note.shortcode_lexer import OPENING, Escape, LexError, Notation, Parameter, Tag, lex
from notelint.note.shortcode_table import EMPTY, ShortcodeTable

__all__ = ["Mask", "Parameter", "ScanResult", "Shortcode", "ShortcodeTable", "scan"]

MaskKind = Literal["tag", "inner", "escape", "fault"]


@dataclass(frozen=True, slots=True)
class Shortcode:
    """One tag: an opening one (or a lone one), or with `closing` a closing one.

    `span` is the tag itself. An opening tag that is closed has `inner_span` (between the tags) and `close_span`
    (the closing tag). `parent` is the index of the enclosing shortcode's opening tag, `partner` that of the other
    tag of the pair; `index` is this one's place in ScanResult.shortcodes (order of the text).
    """

    name: str
    notation: Notation
    span: Span
    name_span: Span
    parameters: tuple[Parameter, ...]
    closing: bool
    self_closing: bool
    inner_span: Span | None
    close_span: Span | None
    parent: int | None
    partner: int | None
    index: int

    def parameter(self, name: str | int) -> Parameter | None:
        """The parameter of that name, or at that 0-based position among the positional ones."""
        if isinstance(name, int):
            positional = [one for one in self.parameters if one.name is None]
            return positional[name] if name < len(positional) else None
        return next((one for one in reversed(self.parameters) if one.name == name), None)

    @property
    def whole(self) -> Span:
        """From the opening tag to the end of the closing one."""
        return Span(self.span.start, (self.close_span or self.span).end)


@dataclass(frozen=True, slots=True)
class Mask:
    """A span that is not Markdown: a tag, raw inner text, an escape, or a tag that cannot be read.

    `index` is the shortcode's, -1 for escapes and faulty tags.
    """

    span: Span
    kind: MaskKind
    index: int = -1


@dataclass(frozen=True, slots=True)
class ScanResult:
    """All shortcodes of a text in order, what is wrong with them, and what to mask before reading Markdown.

    Masks are sorted and do not overlap.
    """

    shortcodes: tuple[Shortcode, ...] = ()
    faults: tuple[Fault, ...] = ()
    masks: tuple[Mask, ...] = ()


_NOTHING = ScanResult()


def scan(text: str, start: int = 0, table: ShortcodeTable = EMPTY) -> ScanResult:
    """The shortcodes of `text` from offset `start` (where the body begins), code and comments included.

    Every fault is reported, though Hugo stops at the first. `table` says which shortcodes take inner text.
    """
    opening = OPENING.search(text, start)
    if opening is None:
        return _NOTHING
    items: list[Tag | Escape | LexError] = []
    while opening is not None:
        item = lex(text, opening.start())
        items.append(item)
        end = item.end if isinstance(item, LexError) else item.span.end
        opening = OPENING.search(text, end)
    return _Pairing(text, items, table).result()


@dataclass(slots=True)
class _Open:
    """An opening tag whose closing one may still come. `index` is -1 for a tag that could not be read."""

    name: str
    index: int
    wants_close: bool | None


@dataclass(slots=True)
class _Pairing:
    """Opening and closing tags brought together."""

    text: str
    items: list[Tag | Escape | LexError]
    table: ShortcodeTable
    shortcodes: list[Shortcode] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    masks: list[Mask] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    closers: Counter[str] = field(default_factory=Counter)

    def result(self) -> ScanResult:
        self.closers.update(item.name.lower() for item in self.items if _closes(item))
        for item in self.items:
            if isinstance(item, Escape):
                self.masks.append(Mask(item.span, "escape"))
            elif isinstance(item, LexError):
                self._faulty(item)
            elif item.closing:
                self._close(item)
            else:
                self._open(item)
        self._unclosed(self.stack)
        return ScanResult(
            tuple(self.shortcodes),
            tuple(sorted(self.faults, key=lambda fault: fault.span)),
            self._sorted_masks(),
        )

    def _faulty(self, error: LexError) -> None:
        self.faults.append(explain(error, self.text))
        if error.end > error.start:
            self.masks.append(Mask(Span(error.start, error.end), "fault"))
        if not error.name:
            return
        if error.closing:
            self.closers[error.name.lower()] -= 1
            if position := self._position(error.name):
                del self.stack[position - 1 :]
        else:
            self.stack.append(_Open(error.name.lower(), -1, None))

    def _add(self, tag: Tag, parent: int | None, partner: int | None = None) -> int:
        index = len(self.shortcodes)
        self.shortcodes.append(
            Shortcode(
                tag.name,
                tag.notation,
                tag.span,
                tag.name_span,
                tag.parameters,
                tag.closing,
                tag.self_closing,
                None,
                None,
                parent,
                partner,
                index,
            )
        )
        self.masks.append(Mask(tag.span, "tag", index))
        return index

    def _open(self, tag: Tag) -> None:
        parent = next((one.index for one in reversed(self.stack) if one.index >= 0), None)
        index = self._add(tag, parent)
        if not tag.name:
            self.faults.append(unbalanced("nameless", tag.span, ""))
            return
        uses = True if tag.inline else self.table.uses_inner(tag.name)
        if tag.self_closing:
            if uses is False:
                self.faults.append(unbalanced("no-inner-slash", tag.span, tag.name))
            return
        name = tag.name.lower()
        if uses is not False or self.closers[name] > 0:
            self.stack.append(_Open(name, index, uses))

    def _close(self, tag: Tag) -> None:
        name = tag.name.lower()
        self.closers[name] -= 1
        position = self._position(name)
        if position == 0:
            index = self._add(tag, None)
            self.faults.append(unbalanced("stray", self.shortcodes[index].span, tag.name))
            return
        opened = self.stack[position - 1]
        self._unclosed(self.stack[position:])
        del self.stack[position - 1 :]
        if opened.index < 0:
            self._add(tag, None)
            return
        before = self.shortcodes[opened.index]
        index = self._add(tag, before.parent, before.index)
        self.shortcodes[before.index] = _paired(before, tag.span, index)
        if opened.wants_close is False:
            self.faults.append(unbalanced("no-inner", tag.span, tag.name))
        elif self.table.inner(name) == "raw":
            self.masks.append(Mask(Span(before.span.end, tag.span.start), "inner", before.index))

    def _position(self, name: str) -> int:
        """1 + where on the stack the innermost open `name` lies; 0 when none is open."""
        name = name.lower()
        for position in range(len(self.stack), 0, -1):
            if self.stack[position - 1].name == name:
                return position
        return 0

    def _unclosed(self, left: list[_Open]) -> None:
        for one in left:
            if one.wants_close:
                tag = self.shortcodes[one.index]
                self.faults.append(unbalanced("unclosed", tag.span, tag.name))

    def _sorted_masks(self) -> tuple[Mask, ...]:
        """Masks in order; what lies inside raw inner text is covered by it."""
        ordered: list[Mask] = []
        end = 0
        for mask in sorted(self.masks, key=lambda one: (one.span.start, -one.span.end)):
            if mask.span.start >= end and mask.span.end > mask.span.start:
                ordered.append(mask)
                end = mask.span.end
        return tuple(ordered)


def _closes(item: Tag | Escape | LexError) -> bool:
    return not isinstance(item, Escape) and item.closing


def _paired(tag: Shortcode, close: Span, partner: int) -> Shortcode:
    return Shortcode(
        tag.name,
        tag.notation,
        tag.span,
        tag.name_span,
        tag.parameters,
        False,
        tag.self_closing,
        Span(tag.span.end, close.start),
        close,
        tag.parent,
        partner,
        tag.index,
    )
