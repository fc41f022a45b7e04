"""Prose as LanguageTool can read it: a neutral word in every gap, and the way back."""

from typing import NamedTuple

from notelint.note.prose import GAP, Prose

NEUTRAL = "item"
"""Stands for code, math, images and shortcodes: a noun that its dictionary knows.

Blanks in place of them make false typographic findings, and an unknown word is itself reported.
"""


class Paragraph(NamedTuple):
    """One block of prose with its gaps filled.

    `gaps` are the half-open ranges of `text` that hold a neutral word.
    """

    prose: Prose
    text: str
    gaps: tuple[tuple[int, int], ...]

    def back(self, start: int, end: int) -> tuple[int, int] | None:
        """Characters `start:end` of `text` as those of the prose; None when they touch a gap."""
        if any(start <= gap_end and gap_start <= end for gap_start, gap_end in self.gaps):
            return None
        surplus = sum(e - s - 1 for s, e in self.gaps if e <= start)
        return start - surplus, end - surplus


def paragraph(prose: Prose) -> Paragraph:
    """The paragraph for one block of prose."""
    parts = prose.text.split(GAP)
    gaps, at = [], 0
    for part in parts[:-1]:
        at += len(part)
        gaps.append((at, at + len(NEUTRAL)))
        at += len(NEUTRAL)
    return Paragraph(prose, NEUTRAL.join(parts), tuple(gaps))
