"""Hugo shortcodes of a note: every tag with its parameters, what encloses what, what stops Hugo."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from notelint.core import Edit, Fix, Span
from notelint.note.fault import Fault
from notelint.note.shortcode_faults import curly_value, explain, unbalanced
from notelint.note.shortcode_lexer import OPENING, lex
from notelint.note.shortcode_table import EMPTY, ShortcodeTable
from notelint.note.shortcode_tags import Escape, LexError, Notation, Parameter, Tag

__all__ = ["Mask", "Parameter", "ScanResult", "Shortcode", "ShortcodeTable", "scan"]

MaskKind = Literal["tag", "inner", "escape", "fault"]


@dataclass(frozen=True, slots=True)
class Shortcode:
    """One tag: an opening one (or a lone one), or with `closing` a closing one.

    `span` is the tag itself. An opening tag that is closed has `inner_span` (between the tags) and
    `close_span` (the closing tag). `parent` is the index of the enclosing shortcode's opening tag,
    `partner` that of the other tag of the pair; `index` is this one's place in
    ScanResult.shortcodes (order of the text).
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


class ScanResult(NamedTuple):
    """All shortcodes of a text in order, what is wrong with them, and what to mask before reading
    Markdown.

    Masks are sorted and do not overlap.
    """

    shortcodes: tuple[Shortcode, ...] = ()
    faults: tuple[Fault, ...] = ()
    masks: tuple[Mask, ...] = ()


_CURLY = frozenset("“”„‟″")
_NOTHING = ScanResult()


def scan(text: str, start: int = 0, table: ShortcodeTable = EMPTY) -> ScanResult:
    """The shortcodes of `text` from offset `start` (where the body begins), code and comments
    included.

    Every fault is reported, though Hugo stops at the first. `table` says which shortcodes take
    inner text.
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
    """An opening tag whose closing one may still come. `index` is -1 for a tag that could not be
    read.
    """

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
    doubts: list[Fault] = field(default_factory=list)

    def result(self) -> ScanResult:
        tags = (item for item in self.items if not isinstance(item, Escape))
        self.closers.update(item.name.lower() for item in tags if item.closing)
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
        if self.doubts and self._hugo_agrees():
            self.faults = [
                one._replace(fatal=False) if one in self.doubts else one for one in self.faults
            ]
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
        if self.stack and self.stack[-1].name.endswith(".inline"):
            self.faults.append(unbalanced("inline", tag.span, tag.name))
        for one in tag.parameters:
            if one.quote == "" and one.value[:1] in _CURLY:
                self.faults.append(curly_value(one))
        uses = self._uses_inner(tag.name)
        if tag.self_closing:
            if uses is False:
                self.faults.append(
                    unbalanced("no-inner-slash", tag.span, tag.name, notation=tag.notation)
                )
            return
        name = tag.name.lower()
        if uses is not False or self.closers[name] > 0:
            self.stack.append(_Open(name, index, uses))

    def _uses_inner(self, name: str) -> bool | None:
        return True if name.endswith(".inline") else self.table.uses_inner(name)

    def _close(self, tag: Tag) -> None:
        name = tag.name.lower()
        self.closers[name] -= 1
        position = self._position(name)
        if position == 0:
            index = self._add(tag, None)
            self._doubt(unbalanced("stray", self.shortcodes[index].span, tag.name))
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
            self._doubt(unbalanced("no-inner", tag.span, tag.name))
        elif before.name != tag.name and not self._named_before(tag.name, index):
            self.faults.append(self._other_case(tag, before))
        elif self.table.inner(name) == "raw":
            self.masks.append(Mask(Span(before.span.end, tag.span.start), "inner", before.index))

    def _named_before(self, name: str, index: int) -> bool:
        return any(one.name == name and not one.closing for one in self.shortcodes[:index])

    def _other_case(self, tag: Tag, opened: Shortcode) -> Fault:
        fault = unbalanced("case", tag.name_span, tag.name, detail=opened.name)
        fix = Fix(f"write «{opened.name}»", (Edit(tag.name_span, opened.name),), safe=True)
        return fault._replace(fixes=(fix,))

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
                self._doubt(unbalanced("unclosed", tag.span, tag.name, notation=tag.notation))

    def _doubt(self, fault: Fault) -> None:
        self.faults.append(fault)
        self.doubts.append(fault)

    def _hugo_agrees(self) -> bool:
        """Whether Hugo takes the tags all the same: it pairs by position, whatever name a closing
        tag has.
        """
        depth = 0
        for tag in self.shortcodes:
            if tag.closing:
                depth -= 1
                if depth < 0 or not any(
                    one.name == tag.name for one in self.shortcodes[: tag.index]
                ):
                    return False
            elif not tag.self_closing and self._uses_inner(tag.name):
                depth += 1
        return depth == 0

    def _sorted_masks(self) -> tuple[Mask, ...]:
        """Masks in order; what lies inside raw inner text is covered by it."""
        ordered: list[Mask] = []
        end = 0
        for mask in sorted(self.masks, key=_outer_first):
            if mask.span.start >= end and mask.span.end > mask.span.start:
                ordered.append(mask)
                end = mask.span.end
        return tuple(ordered)


def _outer_first(mask: Mask) -> tuple[int, int, bool]:
    return mask.span.start, -mask.span.end, mask.kind != "inner"


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
