"""One note translated: drafts, edits, the result read again and compared, more careful where it differs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from notelint.core import Edit, Span
from notelint.translation.field import field_edit
from notelint.note.note import Note
from notelint.translation.drafts import Draft, Translator, Way, is_ordered
from notelint.translation.edits import Edits
from notelint.translation.escaping import attribute, parameter
from notelint.translation.items import Mark, Passage, Segment, walk
from notelint.translation.protect import protect
from notelint.translation.reading import read_like
from notelint.translation.restore import Part
from notelint.translation.segments import segments_of
from notelint.translation.verify import Record, differences, records, same_front_matter
from notelint.translation.writing import BREAK, unchanged, written

MOST_ROUNDS = 60
PLAIN, CAREFUL, PIECEWISE, KEPT = range(4)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one segment. `text` is as it stands in the edition, in the form of Segment.text.

    `engine` is "" when the source text was kept, with `fault` the reason.
    """

    segment: Segment
    text: str
    way: Way
    engine: str
    confidence: float
    fault: str


@dataclass(frozen=True, slots=True)
class Translated:
    """A whole page and what became of each of its segments, in page order."""

    text: str
    outcomes: tuple[Outcome, ...]


@dataclass(slots=True)
class _Work:
    """A segment being written: how carefully, and what it came to."""

    segment: Segment
    draft: Draft
    known: str | None = None
    level: int = PLAIN
    text: str = ""


def translate_note(
    note: Note,
    passages: Sequence[Passage],
    translator: Translator,
    known: Mapping[str, str] | None = None,
) -> Translated:
    """`note` in the other language, with the structure it has.

    `known` gives the text of segments, by id, that need not be asked for.
    """
    known = known or {}
    segments = segments_of(passages)
    drafts = iter(translator.drafts([s for s in segments if s.id not in known]))
    works = [
        _Work(s, Draft(s, protect(s)), known[s.id]) if s.id in known else _Work(s, next(drafts))
        for s in segments
    ]
    page = _Page(note, passages, works, translator)
    return page.result()


class _Page:
    """The loop that writes, reads again and compares."""

    def __init__(
        self,
        note: Note,
            passages: Sequence[Passage],
        works: list[_Work],
        translator: Translator,
    ) -> None:
        self.note = note
        self.passages = passages
        self.works = works
        self.translator = translator
        self.of_passage: dict[int, list[_Work]] = {}
        for work in works:
            self.of_passage.setdefault(id(work.segment.passage), []).append(work)
        self.paths = frozenset(
            field.path
            for field in note.front_matter.fields
            if any(p.mode == "field" and p.span == field.value_span for p in passages)
        )

    def result(self) -> Translated:
        source = records(self.note)
        text = self.render()
        for _ in range(MOST_ROUNDS):
            if text == self.note.source.text or not (wrong := self.wrong(source, text)):
                break
            self.escalate(wrong)
            text = self.render()
        else:
            for work in self.works:
                work.level = KEPT
            text = self.render()
        return Translated(text, tuple(map(self.outcome, self.works)))

    def wrong(self, source: list[Record], text: str) -> list[_Work]:
        """The segments to be written more carefully, empty when the page has its source's structure."""
        again = read_like(self.note, text)
        changed = [w for w in self.works if w.level < KEPT and w.text != w.segment.text]
        if not same_front_matter(self.note, again, self.paths):
            return [w for w in changed if w.segment.passage.mode == "field"] or changed
        ordered = any(is_ordered(w.draft.engine) for w in changed if w.draft.engine)
        found, unsure = differences(source, records(again), reordered=not ordered)
        if not found:
            return []
        for reach in range(int(unsure), 4):
            spans = [_widened(source, index, reach) for index in found]
            near = [w for w in changed if any(_touches(w.segment, span) for span in spans)]
            if near:
                return near
        return changed

    def escalate(self, works: Sequence[_Work]) -> None:
        """The next more careful way for each of these."""
        for work in works:
            work.level += 1
        piecewise = [w.draft for w in works if w.level == PIECEWISE and w.known is None]
        if piecewise:
            self.translator.piecewise(piecewise)
        for work in works:
            if work.level == PIECEWISE and work.known is not None:
                work.level = KEPT

    def render(self) -> str:
        """The page as the works are now."""
        edits = Edits(self.note.source.text)
        for passage in reversed(self.passages):
            works = self.of_passage.get(id(passage), [])
            if passage.own_text:
                self.write_value(passage, works, edits)
            else:
                for work in works:
                    self.write_inline(work, edits)
                self.write_labels(passage, works, edits)
        return edits.result()

    def write_inline(self, work: _Work, edits: Edits) -> None:
        segment = work.segment
        work.text = segment.text
        if work.level == KEPT:
            return
        if work.known is not None:
            text = _with_sentinels(segment, work.known)
        elif work.draft.parts is None or unchanged(segment, work.draft.parts):
            return
        else:
            careful = work.level >= CAREFUL
            draft = work.draft
            text = written(segment, draft.protected, _parts(draft), edits.compose, careful=careful)
        work.text = text.replace(BREAK, "\n")
        if work.text != segment.text:
            edits.put(Edit(segment.span, _with_breaks(segment, work.draft, text)))

    def write_labels(self, passage: Passage, works: Sequence[_Work], edits: Edits) -> None:
        """`[text]` whose text was its label, where the mark lies around whole segments or holds none."""
        text = self.note.source.text
        for mark in walk(passage.items):
            if not isinstance(mark, Mark) or not mark.label:
                continue
            inner = Span(mark.open.end, mark.close.start)
            whole = any(
                work.segment.span.start <= mark.open.start and mark.close.end <= work.segment.span.end
                for work in works
            )
            if not whole and edits.compose(inner) != inner.of(text):
                edits.put(Edit(mark.close, f"][{mark.label}]"))

    def write_value(self, passage: Passage, works: Sequence[_Work], edits: Edits) -> None:
        """A value that is written as a whole: a title, an attribute, a parameter, a field."""
        parts: list[str] = []
        position = 0
        careful = any(work.level >= CAREFUL for work in works)
        for work in works:
            segment = work.segment
            work.text = segment.text
            if work.level < KEPT and work.known is not None:
                work.text = work.known
            elif work.level < KEPT and work.draft.parts is not None:
                if not unchanged(segment, work.draft.parts):
                    work.text = "".join(p for p in work.draft.parts if isinstance(p, str))
            parts += [passage.base[position : segment.span.start], work.text]
            position = segment.span.end
        value = "".join(parts) + passage.base[position:]
        if value == passage.base:
            return
        edit = self.value_edit(passage, value, careful=careful)
        if edit is None:
            for work in works:
                work.level, work.text = KEPT, work.segment.text
                work.draft.fault = "cannot be written in this place"
        else:
            edits.put(edit)

    def value_edit(self, passage: Passage, value: str, *, careful: bool) -> Edit | None:
        span, text = passage.span, self.note.source.text
        if passage.mode == "field":
            field = next(f for f in self.note.front_matter.fields if f.value_span == span)
            return field_edit(text, self.note.front_matter, field, value)
        if passage.mode == "parameter":
            new, quote = parameter(value, passage.name)
            return Edit(Span(*span), f"{quote}{new}{quote}")
        return Edit(span, attribute(value, "" if careful else span.of(text), passage.base))

    def outcome(self, work: _Work) -> Outcome:
        draft = work.draft
        if work.level < KEPT and work.known is not None:
            return Outcome(work.segment, work.text, "clean", "memory", 1.0, "")
        if work.level < KEPT and draft.parts is not None:
            return Outcome(
                work.segment, work.text, draft.way, draft.engine, draft.confidence, ""
            )
        fault = draft.fault or "its markup could not be kept intact"
        return Outcome(work.segment, work.segment.text, "kept", "", 0.0, fault)


def _parts(draft: Draft) -> list[Part]:
    assert draft.parts is not None
    return draft.parts


def _with_sentinels(segment: Segment, text: str) -> str:
    """A kept text with its line breaks marked, unless code in it has line feeds of its own."""
    own = segment.text.count("\n")
    return text if own else text.replace("\n", BREAK)


def _with_breaks(segment: Segment, draft: Draft, text: str) -> str:
    """Written text with the source's own line breaks; a space where it has too few."""
    base = segment.passage.base
    for _, item in draft.protected.breaks:
        text = text.replace(BREAK, item.span.of(base), 1)
    return text.replace(BREAK, " ")


def _touches(segment: Segment, span: Span) -> bool:
    place = segment.passage.span if segment.passage.own_text else segment.span
    return place.start < span.end and span.start < place.end


def _widened(source: Sequence[Record], index: int, reach: int) -> Span:
    """The span of a record and of the `reach` records before and after it."""
    spans: Iterable[Span] = [
        record.span
        for record in source[max(0, index - reach) : index + reach + 1]
        if reach == 0 or record.shape[0] == "leaf"
    ]
    starts = [span.start for span in spans] or [0]
    return Span(min(starts), max([span.end for span in spans] or [0]))
