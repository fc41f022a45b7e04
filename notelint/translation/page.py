"""One note translated: drafts, edits, the result read again and compared, more careful where it differs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from notelint.core import Edit, Span
from notelint.note.note import Note
from notelint.translation.drafts import Draft, Translator, Way, is_ordered
from notelint.translation.edits import Edits
from notelint.translation.escaping import as_value, attribute, parameter
from notelint.translation.field import field_edit
from notelint.translation.items import Mark, Passage, Segment, walk
from notelint.translation.protect import protect
from notelint.translation.reading import read_like
from notelint.translation.segments import segments_of
from notelint.translation.verify import Record, differences, records, same_front_matter
from notelint.translation.writing import BREAK, unchanged, written

MOST_ROUNDS = 60
PLAIN, CAREFUL, PIECEWISE, KEPT = range(4)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a segment: its text in the edition, whose it is, and which engine's.

    With origin "engine" and no engine, its source text was kept, and is kept again.
    """

    text: str
    origin: str
    engine: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one segment. `text` is as it stands in the edition, in the form of Segment.text, but
    with its line breaks. `known` is what it was taken from. `engine` is "" when the source text was kept,
    with `fault` the reason. `missed` are terms of the glossary that it lacks, and what they should be.
    """

    segment: Segment
    text: str
    way: Way
    engine: str
    confidence: float
    fault: str = ""
    known: Known | None = None
    missed: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class _Work:
    """A segment being written: how carefully, and what it came to."""

    segment: Segment
    draft: Draft
    known: Known | None = None
    level: int = PLAIN
    text: str = ""

    @property
    def human(self) -> bool:
        return self.known is not None and self.known.origin == "human"


class Page:
    """A note on its way into the other language.

    `known` gives what need not be asked for, by the id of the segment; `segments` are those of the passages,
    where they are known already. After `settle` the text has the
    source's structure, but for what people wrote themselves. `addresses`: that where links lead must be the
    same, too.
    """

    def __init__(
        self,
        note: Note,
        passages: Sequence[Passage],
        translator: Translator,
        known: Mapping[str, Known] | None = None,
        *,
        segments: Sequence[Segment] | None = None,
        addresses: bool = True,
    ) -> None:
        self.note = note
        self.passages = passages
        self.translator = translator
        self.addresses = addresses
        self.text = note.source.text
        self._again = note
        known = known or {}
        segments = segments_of(passages) if segments is None else segments
        drafts = iter(translator.drafts([s for s in segments if s.id not in known]))
        self._works = [
            _Work(s, Draft(s, protect(s)), known[s.id]) if s.id in known else _Work(s, next(drafts))
            for s in segments
        ]
        self._of_passage: dict[int, list[_Work]] = {}
        for work in self._works:
            self._of_passage.setdefault(id(work.segment.passage), []).append(work)
        self._paths = frozenset(
            field.path
            for field in note.front_matter.fields
            if any(p.mode == "field" and p.span == field.value_span for p in passages)
        )

    @property
    def result(self) -> Note:
        """The translated text as a note."""
        if self._again.source.text != self.text:
            self._again = read_like(self.note, self.text)
        return self._again

    def settle(self) -> str:
        """Write, read again and compare until the structure is the source's; the text."""
        source = self._wanted()
        self.text = self._render()
        for _ in range(MOST_ROUNDS):
            if self.text == self.note.source.text or not (wrong := self._wrong(source)):
                return self.text
            self._escalate(wrong)
            self.text = self._render()
        for work in self._works:
            work.level = work.level if work.human else KEPT
        self.text = self._render()
        return self.text

    def outcomes(self) -> list[Outcome]:
        """What became of each segment, in page order, as the text now stands."""
        return [self._outcome(work) for work in self._works]

    def _wanted(self) -> list[Record]:
        """The structure to reach: the source's, with what people wrote in its place."""
        if not any(work.human for work in self._works):
            return records(self.note, addresses=self.addresses)
        levels = [work.level for work in self._works]
        for work in self._works:
            work.level = work.level if work.human else KEPT
        text = self._render()
        for work, level in zip(self._works, levels, strict=True):
            work.level = level
        return records(read_like(self.note, text), addresses=self.addresses)

    def _wrong(self, source: list[Record]) -> list[_Work]:
        """The segments to be written more carefully, empty when the page has its source's structure."""
        changed = [
            w for w in self._works if w.level < KEPT and not w.human and w.text != w.segment.text
        ]
        if not changed:
            return []
        again = self.result
        if not same_front_matter(self.note, again, self._paths):
            return [w for w in changed if w.segment.passage.mode == "field"] or changed
        ordered = any(is_ordered(w.draft.engine) for w in changed if w.draft.engine)
        found, unsure = differences(
            source, records(again, addresses=self.addresses), reordered=not ordered
        )
        if not found:
            return []
        for reach in range(int(unsure), 4):
            spans = [_widened(source, index, reach) for index in found]
            near = [w for w in changed if any(_touches(w.segment, span) for span in spans)]
            if near:
                return near
        return changed

    def _escalate(self, works: Sequence[_Work]) -> None:
        """The next more careful way for each of these; what was known is asked for again."""
        forgotten = [w for w in works if w.known is not None and not w.segment.passage.is_term]
        for work, draft in zip(
            forgotten, self.translator.drafts([w.segment for w in forgotten]), strict=True
        ):
            work.known, work.draft, work.level = None, draft, PLAIN
        for work in works:
            if work.segment.passage.is_term:
                work.level = KEPT
            elif work not in forgotten:
                work.level += 1
        piecewise = [w.draft for w in works if w.level == PIECEWISE]
        if piecewise:
            self.translator.piecewise(piecewise)

    def _render(self) -> str:
        """The page as the works are now."""
        edits = Edits(self.note.source.text)
        for passage in reversed(self.passages):
            works = self._of_passage.get(id(passage), [])
            if passage.own_text:
                self._write_value(passage, works, edits)
            else:
                for work in works:
                    self._write_inline(work, edits)
                self._write_labels(passage, works, edits)
        return edits.result()

    def _write_inline(self, work: _Work, edits: Edits) -> None:
        segment = work.segment
        work.text = segment.text
        if work.level == KEPT:
            return
        if work.known is not None:
            text = _with_sentinels(segment, work.known.text)
        elif work.draft.parts is None or unchanged(segment, work.draft.parts):
            return
        else:
            draft, careful = work.draft, work.level >= CAREFUL
            parts = draft.parts or []
            text = written(segment, draft.protected, parts, edits.compose, careful=careful)
        work.text = text.replace(BREAK, "\n")
        if not text:
            edits.put(Edit(_with_space_before(segment), ""))
        elif " ".join(work.text.split("\n")) != segment.text:
            edits.put(Edit(segment.span, _with_breaks(work, text)))

    def _write_labels(self, passage: Passage, works: Sequence[_Work], edits: Edits) -> None:
        """`[text]` whose text was its label, where the mark lies around whole segments or holds none."""
        text = self.note.source.text
        for mark in walk(passage.items):
            if not isinstance(mark, Mark) or not mark.label:
                continue
            inner = Span(mark.open.end, mark.close.start)
            whole = any(
                work.segment.span.start <= mark.open.start
                and mark.close.end <= work.segment.span.end
                for work in works
            )
            if not whole and edits.compose(inner) != inner.of(text):
                edits.put(Edit(mark.close, f"][{mark.label}]"))

    def _write_value(self, passage: Passage, works: Sequence[_Work], edits: Edits) -> None:
        """A value that is written as a whole: a title, an attribute, a parameter, a field."""
        parts: list[str] = []
        position = 0
        careful = any(work.level >= CAREFUL for work in works)
        for work in works:
            segment = work.segment
            work.text = segment.text
            if work.level < KEPT and work.known is not None:
                work.text = work.known.text
            elif work.level < KEPT and work.draft.parts is not None:
                if not unchanged(segment, work.draft.parts):
                    work.text = "".join(p for p in work.draft.parts if isinstance(p, str))
                    if passage.mode in ("field", "parameter"):
                        quote = passage.name if passage.mode == "parameter" else None
                        work.text = as_value(work.text, segment.text, quote)
            parts += [passage.base[position : segment.span.start], work.text]
            position = segment.span.end
        value = "".join(parts) + passage.base[position:]
        if value == passage.base:
            return
        edit = self._value_edit(passage, value, careful=careful)
        if edit is None:
            for work in works:
                work.level, work.text = KEPT, work.segment.text
                work.draft.fault = "cannot be written in this place"
        else:
            edits.put(edit)

    def _value_edit(self, passage: Passage, value: str, *, careful: bool) -> Edit | None:
        span, text = passage.span, self.note.source.text
        if passage.mode == "field":
            field = next(f for f in self.note.front_matter.fields if f.value_span == span)
            return field_edit(text, self.note.front_matter, field, value)
        if passage.mode == "parameter":
            new, quote = parameter(value, passage.name)
            return Edit(Span(*span), f"{quote}{new}{quote}")
        return Edit(span, attribute(value, "" if careful else span.of(text), passage.base))

    def _outcome(self, work: _Work) -> Outcome:
        draft, segment, known = work.draft, work.segment, work.known
        if work.level < KEPT and known is not None:
            return Outcome(segment, work.text, "clean", known.engine, 1.0, "", known)
        if work.level < KEPT and draft.parts is not None:
            return Outcome(
                segment,
                work.text,
                draft.way,
                draft.engine,
                draft.confidence,
                missed=draft.missed,
            )
        fault = draft.fault or "its markup could not be kept intact"
        return Outcome(segment, segment.text, "kept", "", 0.0, fault)


def _with_sentinels(segment: Segment, text: str) -> str:
    """A kept text with its line breaks marked, unless code in it has line feeds of its own."""
    own = segment.text.count("\n")
    return text if own else text.replace("\n", BREAK)


def _with_breaks(work: _Work, text: str) -> str:
    """Written text with the source's own line breaks. A person may have more, an engine gets spaces."""
    passage = work.segment.passage
    for _, item in work.draft.protected.breaks:
        text = text.replace(BREAK, item.span.of(passage.base), 1)
    if not work.human or passage.table or passage.heading:
        return text.replace(BREAK, " ")
    start = passage.base.rfind("\n", 0, passage.span.start) + 1
    before = passage.base[start : passage.span.start]
    opening = "".join(sign if sign in "> \t" else " " for sign in before)
    return text.replace(BREAK, "\n" + opening)


def _with_space_before(segment: Segment) -> Span:
    """The place of a segment that a person has put into the one before."""
    base, start = segment.passage.base, segment.span.start
    return Span(len(base[:start].rstrip(" \t")), segment.span.end)


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
