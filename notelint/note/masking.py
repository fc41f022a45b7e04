"""Shortcodes out of Markdown's sight: replaced by letters, offset for offset, as Hugo puts a
placeholder in their place.

Hugo replaces `{{< x >}}…{{< /x >}}` whole, inner text included, by one word of letters before
Markdown is read, and `{{% x %}}` by what its template prints; see hugolib/shortcode.go and
https://gohugo.io/content-management/shortcodes/.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from notelint.core import Span
from notelint.note.shortcodes import ScanResult, Shortcode

_BLOCKS = (0xA000, 0x3400, 0x13000)
"""Where runs of more than 1,100 letters start that hardly any note holds (Yi, rare Han,
Egyptian).
"""

_RADIX = 1024
_MOST = _RADIX**2
_SHORTEST = 3


class Alphabet(NamedTuple):
    """The letters a mask is made of: a lead (which notation), two digits (which mask), and
    padding.
    """

    base: int

    @property
    def leads(self) -> str:
        """The first letter of a mask of `{{< >}}`, and that of a mask of `{{% %}}`."""
        return chr(self.base + _RADIX) + chr(self.base + _RADIX + 1)

    @property
    def pad(self) -> str:
        """What fills a mask up to its length."""
        return chr(self.base + _RADIX + 2)

    def expression(self, leads: str = "") -> str:
        """A regular expression for one mask."""
        digit = f"[{chr(self.base)}-{chr(self.base + _RADIX - 1)}]"
        return f"[{leads or self.leads}]{digit}{{2}}{self.pad}*"

    def holds(self, text: str) -> bool:
        """True when `text` has a letter of this alphabet already."""
        return _letters(self.base).search(text) is not None

    def write(self, number: int, length: int, percent: bool) -> str:
        """Mask `number`, as long as what it stands for (at least 3)."""
        high, low = divmod(number, _RADIX)
        head = self.leads[percent] + chr(self.base + high) + chr(self.base + low)
        return head + self.pad * (length - 3)

    def read(self, mask: str) -> int:
        """The number of a mask."""
        return (ord(mask[1]) - self.base) * _RADIX + ord(mask[2]) - self.base


@cache
def _letters(base: int) -> re.Pattern[str]:
    return re.compile(f"[{chr(base)}-{chr(base + _RADIX + 2)}]")


@cache
def mask_pattern(alphabet: Alphabet) -> re.Pattern[str]:
    """Finds one mask."""
    return re.compile(alphabet.expression())


DEFAULT = Alphabet(_BLOCKS[0])


@dataclass(frozen=True, slots=True)
class Mask:
    """What stands under a mask: a shortcode (`index` into the note's), or an escaped or unreadable
    tag (-1).
    """

    span: Span
    index: int
    percent: bool = False


class Masked(NamedTuple):
    """A part of the `original` text with its shortcodes masked, as long as it was without."""

    original: str
    text: str
    masks: tuple[Mask, ...] = ()
    alphabet: Alphabet = DEFAULT

    def restore(self, part: str) -> str:
        """`part` of the masked text as it was written, with `\\n` as its line ends."""
        if not self.masks:
            return part
        restored = mask_pattern(self.alphabet).sub(
            lambda match: self.original_of(match.group()), part
        )
        return restored.replace("\r\n", "\n")

    def original_of(self, mask: str) -> str:
        """The source of one mask."""
        return self.masks[self.alphabet.read(mask)].span.of(self.original)


class Masker:
    """Masks parts of one text: the body, then the inner text of each of its shortcodes."""

    def __init__(self, text: str, scan: ScanResult) -> None:
        self.text = text
        unread = [
            _without_return(one.span, text) for one in scan.masks if one.kind in ("escape", "fault")
        ]
        masks = [Mask(span, -1) for span in unread if span.end - span.start >= _SHORTEST]
        raw = {one.index for one in scan.masks if one.kind == "inner"}
        masks += [_mask_of(one, scan.shortcodes, raw) for one in scan.shortcodes]
        masks.sort(key=lambda one: (one.span.start, -one.span.end))
        self.masks = masks
        self.starts = [one.span.start for one in masks]

    def inside(self, span: Span) -> list[Mask]:
        """The shortcodes in `span`, those inside another one left out."""
        masks: list[Mask] = []
        position = span.start
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        for one in self.masks[first:last]:
            if one.span.start >= position and one.span.end <= span.end:
                masks.append(one)
                position = one.span.end
        return masks

    def masked(self, span: Span) -> Masked:
        """The text of `span` with every shortcode in it masked, those inside another one with
        it.
        """
        text = self.text[span.start : span.end]
        masks = self.inside(span)[:_MOST]
        if not masks:
            return Masked(self.text, text)
        alphabet = next(
            (one for one in map(Alphabet, _BLOCKS) if not one.holds(text)), Alphabet(_BLOCKS[-1])
        )
        parts: list[str] = []
        position = 0
        for number, one in enumerate(masks):
            start, end = one.span.start - span.start, one.span.end - span.start
            parts.append(text[position:start])
            parts.append(alphabet.write(number, end - start, one.percent))
            position = end
        parts.append(text[position:])
        return Masked(self.text, "".join(parts), tuple(masks), alphabet)


def _without_return(span: Span, text: str) -> Span:
    """An unreadable tag goes on to the end of its line, but not into the line end."""
    return Span(span.start, span.end - (text[span.end - 1] == "\r"))


def _mask_of(shortcode: Shortcode, shortcodes: Sequence[Shortcode], raw: Collection[int]) -> Mask:
    opening = shortcode
    if shortcode.closing and shortcode.partner is not None:
        opening = shortcodes[shortcode.partner]
    if opening.notation == "%" and opening.index not in raw:
        return Mask(shortcode.span, opening.index, True)
    return Mask(shortcode.span if shortcode.closing else shortcode.whole, opening.index)
