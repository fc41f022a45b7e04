"""The measured ways of translating a segment with markup, from the best to the safest."""

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import Literal

from notelint.translation.answers import MECHANICAL, Verdict, judge, tidied, without_remark
from notelint.translation.asking import Asks
from notelint.translation.common_words import common_renderings
from notelint.translation.engine import Context
from notelint.translation.glossary import Glossary, Miss
from notelint.translation.hand_over import Answer
from notelint.translation.invented import UNKNOWN, Words, invented, lost_names, other_ways
from notelint.translation.items import Segment
from notelint.translation.meant import Meant, as_written
from notelint.translation.mending import lost_asides, mended
from notelint.translation.projection import LOOSE, STRICT, WORD, Wanted, project
from notelint.translation.protect import TOKEN, Protected, lettered, protect
from notelint.translation.restore import (
    SPACES,
    Part,
    from_nodes,
    from_projection,
    from_tokens,
    loose_shape,
    merged,
    node_texts,
    parts_of,
    shape,
    tidy,
    with_lost_tokens,
)
from notelint.translation.sentences import split_sentences
from notelint.translation.taxonomy import GLOSSARY
from notelint.translation.terms import Held, hold, put_back

Way = Literal["clean", "projected", "tokens", "guessed", "nodes", "kept"]
CONFIDENCE: dict[Way, float] = {
    "clean": 1.0,
    "projected": 1.0,
    "tokens": 0.9,
    "guessed": 0.7,
    "nodes": 0.7,
    "kept": 0.0,
}


@dataclass(slots=True)
class Draft:
    """A segment on its way: `parts` is its translation once there is one; `fault` why there is none."""

    segment: Segment
    protected: Protected
    parts: list[Part] | None = None
    way: Way = "kept"
    engine: str = ""
    confidence: float = 0.0
    fault: str = ""
    answer: str = ""
    """The translation of the clean sentence, when it is fit."""
    answered_by: str = ""
    sure: float = 1.0
    placed: bool = False
    """Its marks were found, but the structure was not the source's: looking again is of no use."""
    renderings: dict[int, list[str]] = field(default_factory=dict)
    missed: tuple[tuple[str, str], ...] = ()
    """Terms of the glossary that the translation lacks, with what they should be."""


class Translator:
    """Translates segments of one page with one asker."""

    def __init__(
        self,
        asker: Asks,
        glossary: Glossary,
        title: str = "",
        meant: Meant = as_written,
        words: Words = UNKNOWN,
    ) -> None:
        self.asker = asker
        self.glossary = glossary
        self.title = title
        self.meant = meant
        self.words = words
        self._before = ""

    def drafts(self, segments: Iterable[Segment]) -> list[Draft]:
        """A draft of each segment, by the best way that keeps its markup."""
        drafts = [Draft(segment, protect(segment)) for segment in segments]
        self._before = before(drafts[0].segment) if drafts and self.asker.reading else ""
        self._clean(drafts)
        self._open(drafts, self._projected)
        self._open(drafts, self._hollow)
        self._open(drafts, self._tokens)
        self._open(drafts, self._guessed)
        self._open(drafts, self._nodes)
        return drafts

    def piecewise(self, drafts: Sequence[Draft]) -> None:
        """Each text of these segments alone: the safest way, for what did not stay intact on the page."""
        for draft in drafts:
            draft.parts = None
        self._nodes(drafts)

    def _open(self, drafts: Sequence[Draft], way: Callable[[Sequence[Draft]], None]) -> None:
        left = [draft for draft in drafts if draft.parts is None]
        if left:
            way(left)

    def _clean(self, drafts: Sequence[Draft]) -> None:
        """The sentence without markup; when there is none but tokens, that is all."""
        for draft in drafts:
            term = self._term(self.meant(draft.protected.clean))
            if term and not draft.protected.marks:
                self._accept(draft, [term], "clean", GLOSSARY)
        drafts = [draft for draft in drafts if draft.parts is None]
        for draft, answer, by in self._asked(
            drafts, [self.meant(d.protected.clean) for d in drafts]
        ):
            draft.answer, draft.answered_by = answer, by
            if answer == draft.protected.clean:
                self._accept(draft, parts_of(draft.segment.items), "clean", by)
            elif not draft.protected.marks:
                self._accept(draft, from_projection(draft.protected, answer, ()), "clean", by)

    def _projected(self, drafts: Sequence[Draft]) -> None:
        """Marks found in the clean sentence's translation; what they enclose is translated to find it."""
        ready = [d for d in drafts if d.answer and d.protected.marks]
        for draft in ready:
            for index in range(len(draft.protected.marks)):
                text = self.meant(draft.protected.text(index))
                term = self._term(text)
                draft.renderings[index] = [term] if term else []
                draft.renderings[index] += common_renderings(text, self.asker.pair)
            self._project(draft, STRICT, "projected")
        ready = [d for d in ready if d.parts is None and not d.placed]
        wanted = [
            (draft, index)
            for draft in ready
            for index in range(len(draft.protected.marks))
            if lettered(draft.protected, index)
        ]
        answers = self.ask([_ended(d.protected.text(i)) for d, i in wanted])
        for (draft, index), answer in zip(wanted, answers, strict=True):
            if answer.text:
                draft.renderings[index].append(answer.text.rstrip(" ."))
        for draft in ready:
            self._project(draft, STRICT, "projected")

    def _hollow(self, drafts: Sequence[Draft]) -> None:
        """The sentence with a token in the place of each mark shows by comparison what the mark became."""
        ready = [
            d
            for d in drafts
            if d.answer and d.protected.marks and not d.placed and _apart(d.protected)
        ]
        texts = [d.protected.with_tokens(hollow=True) for d in ready]
        keep = [i for i, text in enumerate(texts) if any(map(str.isalpha, TOKEN.sub("", text)))]
        ready, texts = [ready[i] for i in keep], [texts[i] for i in keep]
        for draft, answer in zip(ready, self.ask(texts), strict=True):
            for index, text in _opposite(draft, answer.text or ""):
                draft.renderings[index].append(text)
            self._project(draft, STRICT, "projected")

    def _guessed(self, drafts: Sequence[Draft]) -> None:
        """The likeliest places, when nothing better was found."""
        for draft in drafts:
            if draft.answer and not draft.placed and draft.protected.marks:
                self._project(draft, LOOSE, "guessed")

    def _project(self, draft: Draft, threshold: float, way: Way) -> None:
        protected = draft.protected
        wanted = [
            Wanted(start, end, tuple(draft.renderings.get(index, ())))
            for index, (start, end, _) in enumerate(protected.marks)
        ]
        found = project(protected.clean, draft.answer, wanted, threshold)
        if found is not None:
            draft.placed = True
            parts = from_projection(protected, draft.answer, found)
            self._accept(draft, parts, way, draft.answered_by)

    def _tokens(self, drafts: Sequence[Draft]) -> None:
        """Marks as tokens in the sentence."""
        ready = [d for d in drafts if d.protected.marks]
        for draft, answer, by in self._asked(ready, [d.protected.with_tokens() for d in ready]):
            self._accept(draft, from_tokens(draft.protected, answer), "tokens", by)
            if draft.parts is None:
                whole = with_lost_tokens(draft.protected, answer)
                self._accept(draft, from_tokens(draft.protected, whole), "guessed", by)

    def _nodes(self, drafts: Sequence[Draft]) -> None:
        """Each text between marks and atoms alone."""
        sources = [merged(parts_of(draft.segment.items)) for draft in drafts]
        cores = [node_texts(parts) for parts in sources]
        texts = [
            [SPACES.sub(" ", str(parts[index])[start:end]) for index, start, end in some]
            for parts, some in zip(sources, cores, strict=True)
        ]
        answers = iter(self.ask([text for some in texts for text in some]))
        for draft, parts, some in zip(drafts, sources, texts, strict=True):
            given = [next(answers) for _ in some]
            fit: list[str] = []
            for text, answer in zip(some, given, strict=True):
                verdict = judge(text, answer.text, self.asker.pair, answer.engine)
                draft.sure = min(draft.sure, verdict.confidence)
                if verdict.fault or answer.text is None:
                    draft.fault = draft.fault or _fault(answer, verdict)
                    break
                mend = not self.asker.mechanical
                fit.append(self.glossary.mend(text, answer.text) if mend else answer.text)
            else:
                engine = given[0].engine if given else ""
                self._accept(draft, tidy(from_nodes(parts, fit)), "nodes", engine)

    def ask(self, texts: Sequence[str]) -> list[Answer]:
        """The answers to the texts as they were meant, without what models are known to add."""
        texts = [self.meant(text) for text in texts]
        return [
            replace(answer, text=self._tidied(text, answer.text))
            if answer.text and not is_ordered(answer.engine)
            else answer
            for text, answer in zip(texts, self._answers(texts), strict=True)
        ]

    def _tidied(self, text: str, answer: str) -> str:
        return mended(text, tidied(text, without_remark(text, answer)), self.asker.pair)

    def _oddities(self, text: str, answer: str) -> int:
        """How many words are invented, and brackets lost."""
        return len(invented(text, answer, self.words)) + lost_asides(text, answer)

    def _answers(self, texts: Sequence[str]) -> list[Answer]:
        if not self.asker.reading:
            return self.asker.ask(texts)
        terms = {term: word for text in texts for term, word in self.glossary.hints(text).items()}
        return self.asker.ask(texts, Context(self.title, self._before, terms))

    def _term(self, text: str) -> str | None:
        """The glossary's translation of a text that is one term."""
        return None if self.asker.mechanical else self.glossary.exact(text)

    def _asked(
        self, drafts: Sequence[Draft], texts: Sequence[str]
    ) -> Iterable[tuple[Draft, str, str]]:
        """(draft, answer, engine) for the answers that are fit; the fault of the others is noted."""
        fit: list[tuple[Draft, str, str, str]] = []
        for draft, text, answer in zip(drafts, texts, self.ask(texts), strict=True):
            verdict = judge(text, answer.text, self.asker.pair, answer.engine)
            if verdict.fault or answer.text is None:
                draft.fault = draft.fault or _fault(answer, verdict)
                continue
            draft.sure = verdict.confidence
            fit.append((draft, text, answer.text, answer.engine))
        if self.asker.mechanical:
            return [(draft, answer, engine) for draft, _, answer, engine in fit]
        return self._with_terms(self._without_inventions(fit))

    def _without_inventions(
        self, answers: Sequence[tuple[Draft, str, str, str]]
    ) -> list[tuple[Draft, str, str, str]]:
        """The answers of small models, asked for in other ways where they hold words that do not exist
        or lack what stands in brackets.
        """
        result: list[tuple[Draft, str, str, str]] = []
        for draft, text, answer, engine in answers:
            wrong = self._oddities(text, answer)
            for way in other_ways(text) if wrong and engine in self.asker.inventive else ():
                again = [other.text or "" for other in self.ask(way.texts)]
                other = way.join(again) if all(again) else None
                if other is None or judge(text, other, self.asker.pair, engine).fault:
                    continue
                if (left := self._oddities(text, other)) < wrong:
                    answer, wrong = other, left
            draft.sure = min(draft.sure, 0.55) if wrong else draft.sure
            result.append((draft, text, answer, engine))
        return result

    def _with_terms(
        self, answers: Sequence[tuple[Draft, str, str, str]]
    ) -> Iterable[tuple[Draft, str, str]]:
        """The answers with the glossary's terms: mended, else asked again with the terms held back."""
        result: list[tuple[Draft, str, str]] = []
        again: list[tuple[int, Held]] = []
        for draft, text, answer, engine in answers:
            right = self.glossary.mend(text, answer)
            misses = self.glossary.check(text, right)
            draft.missed = tuple((miss.text, miss.expected[0]) for miss in misses if miss.expected)
            names = lost_names(text, right, self.words, self.asker.pair.base[0])
            misses += [Miss(name, (name,)) for name in names]
            held = hold(text, misses, self.glossary) if misses else None
            if held:
                again.append((len(result), held))
            result.append((draft, right, engine))
        seconds = self.ask([held.text for _, held in again])
        for (index, held), second in zip(again, seconds, strict=True):
            draft, _, engine = result[index]
            whole = put_back(second.text, held) if second.text else None
            if whole and not judge(held.text, second.text, self.asker.pair, second.engine).fault:
                draft.missed = ()
                result[index] = (draft, self.glossary.mend(draft.protected.clean, whole), engine)
        return result

    def _accept(self, draft: Draft, parts: list[Part] | None, way: Way, engine: str) -> None:
        """Take these parts if they have the segment's structure."""
        if parts is None:
            return
        source = parts_of(draft.segment.items)
        if shape(parts) != shape(source) and (
            is_ordered(engine) or loose_shape(parts) != loose_shape(source)
        ):
            return
        draft.parts, draft.way, draft.engine, draft.fault = parts, way, engine, ""
        draft.confidence = CONFIDENCE[way] * draft.sure * (0.8 if draft.missed else 1.0)


UNREACHABLE = "no answer: "
"""How a fault begins that is none of the text's: another run may do better."""


def _fault(answer: Answer, verdict: Verdict) -> str:
    if answer.reason and not answer.reason.endswith("gave no answer"):
        return UNREACHABLE + answer.reason
    return answer.reason or verdict.fault


def _ended(text: str) -> str:
    """With a full stop, as engines like it: only the words of the answer are wanted."""
    return text if text[-1:] in ".!?:;,…" else text + "."


def before(segment: Segment) -> str:
    """The sentence before a segment, for an engine that reads."""
    if segment.passage.own_text:
        return ""
    text = segment.passage.base[max(0, segment.span.start - 400) : segment.span.start]
    return split_sentences(text.strip())[-1].strip()


def is_ordered(engine: str) -> bool:
    """True for engines that do not move words, of which nobody expects another order."""
    return engine.partition(":")[0] in MECHANICAL


def _apart(protected: Protected) -> bool:
    """True when no mark lies in another, so that each can be one token."""
    spans = sorted((start, end) for start, end, _ in protected.marks)
    return all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


def _opposite(draft: Draft, hollow: str) -> Iterable[tuple[int, str]]:
    """For each mark what stands in the clean translation where the hollow one has its token."""
    words = [match.group() for match in WORD.finditer(hollow)]
    places = [match.span() for match in WORD.finditer(draft.answer)]
    others = [draft.answer[start:end] for start, end in places]
    numbers = {f"[{number}]": index for index, number in draft.protected.numbers.items()}
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "replace" and j - i == 1 and words[i] in numbers and m > k:
            yield numbers[words[i]], draft.answer[places[k][0] : places[m - 1][1]]
