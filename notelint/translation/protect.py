"""A segment made into texts that an engine can read: without markup, with tokens, or piece by piece.

Tokens are `[0]`, `[1]` …: of all the forms that were measured the one that comes back most often, and one
that has no letters to be translated. Where the text itself holds such a thing, numbering starts above it.
"""

import re
from dataclasses import dataclass

from notelint.core import Span
from notelint.translation.escaping import ACTIVE, entity
from notelint.translation.items import Atom, Break, Item, Mark, Segment, Text, has_letters

TOKEN = re.compile(r"\[\s?(/?)\s?(\d{1,4})\s?\]")


@dataclass(frozen=True, slots=True)
class Protected:
    """A segment's words in one string.

    `clean` has a token for each atom and nothing for marks. `marks` are the marks with the characters of `clean`
    that they enclose, in order of opening; `atoms` and `numbers` say which token stands for what.
    `breaks` are the offsets of line breaks, `spellings` how the source wrote its own active characters.
    """

    clean: str
    atoms: dict[int, Atom]
    marks: tuple[tuple[int, int, Mark], ...]
    numbers: dict[int, int]
    breaks: tuple[tuple[int, Break], ...]
    spellings: dict[str, tuple[str, ...]]

    def text(self, index: int) -> str:
        """What the mark at `index` encloses."""
        start, end, _ = self.marks[index]
        return self.clean[start:end]

    def with_tokens(self, only: frozenset[int] | None = None, *, hollow: bool = False) -> str:
        """`clean` with `[n]…[/n]` for the marks (all, or those at the indices in `only`).

        `hollow`: `[n]` alone in the place of a mark and all it encloses.
        """
        chosen = range(len(self.marks)) if only is None else sorted(only)
        inserts: list[tuple[int, int, int, str]] = []
        holes: list[tuple[int, int]] = []
        for index in chosen:
            start, end, _ = self.marks[index]
            number = self.numbers[index]
            if hollow:
                if any(a <= start and end <= b for a, b in holes):
                    continue
                holes.append((start, end))
                inserts.append((start, 0, index, f"[{number}]"))
            else:
                inserts.append((start, 1, index, f"[{number}]"))
                inserts.append((end, 0 if end > start else 2, -index, f"[/{number}]"))
        parts: list[str] = []
        position = 0
        for place, _, _, token in sorted(inserts):
            parts += [self.clean[position:place], token]
            position = max(place, position)
            if hollow:
                position = next((b for a, b in holes if a == place), position)
        return "".join(parts) + self.clean[position:]


def protect(segment: Segment) -> Protected:
    """The texts of a segment; see Protected."""
    return _Protector(segment).result()


class _Protector:
    """One walk over the items."""

    def __init__(self, segment: Segment) -> None:
        self.segment = segment
        self.parts: list[str] = []
        self.length = 0
        self.atoms: dict[int, Atom] = {}
        self.marks: list[tuple[int, int, Mark]] = []
        self.breaks: list[tuple[int, Break]] = []
        self.spellings: dict[str, list[str]] = {}
        taken = [int(m[2]) for m in TOKEN.finditer(_words(segment.items))]
        self.next = max(taken, default=-1) + 1

    def result(self) -> Protected:
        self.walk(self.segment.items)
        numbers = {index: self.next + index for index in range(len(self.marks))}
        return Protected(
            "".join(self.parts),
            self.atoms,
            tuple(self.marks),
            numbers,
            tuple(self.breaks),
            {character: tuple(written) for character, written in self.spellings.items()},
        )

    def walk(self, items: tuple[Item, ...]) -> None:
        for item in items:
            if isinstance(item, Text):
                self.say(item.text)
                self.spell(item)
            elif isinstance(item, Break):
                self.breaks.append((self.length, item))
                self.say(" ")
            elif isinstance(item, Atom):
                self.atoms[self.next] = item
                self.say(f"[{self.next}]")
                self.next += 1
            else:
                index, start = len(self.marks), self.length
                self.marks.append((start, start, item))
                self.walk(item.children)
                self.marks[index] = (start, self.length, item)

    def say(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def spell(self, item: Text) -> None:
        """Note how the source writes each character that could act."""
        written = item.span.of(self.segment.passage.base)
        if written == item.text:
            for character in item.text:
                if not character.isalnum() and not character.isspace():
                    self.spellings.setdefault(character, []).append(character)
        elif len(item.text) == 1:
            self.spellings.setdefault(item.text, []).append(written)
        else:
            for character in item.text:
                as_written = entity(character) if character in ACTIVE else character
                self.spellings.setdefault(character, []).append(as_written)


def _words(items: tuple[Item, ...]) -> str:
    return "".join(
        item.text
        if isinstance(item, Text)
        else _words(item.children)
        if isinstance(item, Mark)
        else " "
        for item in items
    )


def lettered(protected: Protected, index: int) -> bool:
    """True when the mark at `index` encloses words and not only code, images or signs."""
    return has_letters(protected.marks[index][2].children)


def span_of(segment: Segment) -> Span:
    """Where the segment stands in the file."""
    return segment.passage.span if segment.passage.own_text else segment.span
