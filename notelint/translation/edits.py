"""The edits of one page while they are being collected: what lies inside another is part of it."""

from bisect import bisect_left, insort

from notelint.core import Edit, Span, apply_edits


class Edits:
    """Edits on one text, none overlapping another; a larger one takes the place of those it covers."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: list[int] = []
        self._edits: dict[int, Edit] = {}

    def put(self, edit: Edit) -> None:
        """Add an edit; those that lie inside its span are dropped."""
        for start in self._inside(edit.span):
            del self._edits[start]
            self._starts.remove(start)
        insort(self._starts, edit.span.start)
        self._edits[edit.span.start] = edit

    def compose(self, span: Span) -> str:
        """The text of `span` with the edits inside it made."""
        parts: list[str] = []
        position = span.start
        for start in self._inside(span):
            edit = self._edits[start]
            parts += [self.text[position : edit.span.start], edit.text]
            position = edit.span.end
        parts.append(self.text[position : span.end])
        return "".join(parts)

    def result(self) -> str:
        """The whole text with all edits made."""
        return apply_edits(self.text, self._edits.values())

    def _inside(self, span: Span) -> list[int]:
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return [s for s in self._starts[first:last] if self._edits[s].span.end <= span.end]
