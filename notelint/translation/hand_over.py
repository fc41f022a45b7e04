"""Asking several engines as one: what one cannot do is handed over to the next."""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from notelint.translation.engine import Context, Engine, Limits, StoppableEngine
from notelint.translation.patience import Failure, Patience, PatientEngine, Usage
from notelint.translation.sentences import cut

MOST_CALLS = 8
"""Calls at the same time for one request, whatever the engine allows."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One text's translation and who gave it.

    `text` is None when every engine refused, with the `reason` in one line. `engine` is empty
    when nobody was asked, because the text has no letters and stays as it is.
    """

    text: str | None
    engine: str = ""
    reason: str = ""


Done = Callable[[str, Answer], None]


class HandOver:
    """Engines in their order of preference, asked as one. Safe to use from several threads.

    `HandOver({"google": load(…), "offline": load(…)}).translate(texts)`. `tell` gets a line when
    the user should know of a long wait, or of an engine that is no longer asked.
    """

    def __init__(
        self,
        engines: Mapping[str, Engine],
        patience: Patience | None = None,
        tell: Callable[[str], None] = lambda line: None,
    ) -> None:
        self._stop = threading.Event()
        patience = patience or Patience()
        self._engines = [
            PatientEngine(name, engine, patience, self._stop, tell)
            for name, engine in engines.items()
        ]

    def translate(
        self,
        texts: Sequence[str],
        context: Context | None = None,
        done: Done = lambda text, answer: None,
    ) -> list[Answer]:
        """One answer for each text, in order.

        Edge spaces are kept; texts without letters are not sent; equal texts are asked once; what
        is longer than an engine takes is cut at sentences and joined again. `done` is called with
        each different text (without its edge spaces) as soon as an engine has translated it, from
        any thread, one at a time.
        """
        answers: dict[str, Answer] = {}
        wanted: list[str] = []
        for core in dict.fromkeys(text.strip() for text in texts):
            if not any(map(str.isalpha, core)):
                answers[core] = Answer(core)
            else:
                wanted.append(core)
        reasons: dict[str, list[str]] = {core: [] for core in wanted}
        for engine in self._engines:
            if wanted := [core for core in wanted if core not in answers]:
                job = _Job(engine, context or Context(), answers, reasons, done)
                job.run(wanted)
        for core in wanted:
            if core not in answers:
                why = "; ".join(dict.fromkeys(reasons[core])) or "there is no engine to ask"
                answers[core] = Answer(None, reason=why)
        return [_with_edges(text, answers[text.strip()]) for text in texts]

    def stop(self) -> None:
        """End all waiting and long calls at once (Ctrl-C): texts still open get None."""
        self._stop.set()
        for engine in self._engines:
            if isinstance(engine.engine, StoppableEngine):
                engine.engine.stop()

    @property
    def usage(self) -> dict[str, Usage]:
        """What each engine was asked so far."""
        return {engine.name: engine.usage for engine in self._engines}


class _Job:
    """The texts that one engine is asked for: cut, put into calls, and joined again."""

    def __init__(
        self,
        engine: PatientEngine,
        context: Context,
        answers: dict[str, Answer],
        reasons: dict[str, list[str]],
        done: Done,
    ) -> None:
        self.engine = engine
        self.context = context
        self.answers = answers
        self.reasons = reasons
        self.done = done
        self.pieces: dict[str, list[str]] = {}
        self.results: dict[str, str | Failure] = {}
        self.waiting: dict[str, list[str]] = {}
        self.lock = threading.Lock()

    def run(self, wanted: Sequence[str]) -> None:
        """Fill `answers` and `reasons`."""
        limits = self.engine.limits
        for core in wanted:
            if len(core) > limits.characters and not limits.cut:
                self.reasons[core].append(f"{self.engine.name} takes words only")
                continue
            self.pieces[core] = cut(core, limits.characters)
            for piece in self.pieces[core]:
                if any(map(str.isalpha, piece)):
                    self.waiting.setdefault(piece.strip(), []).append(core)
        calls = list(_calls(list(self.waiting), limits))
        if len(calls) > 1 and limits.at_once > 1:
            self._at_once(calls, min(limits.at_once, len(calls), MOST_CALLS))
        else:
            for call in calls:
                self._ask(call)

    def _at_once(self, calls: Sequence[Sequence[str]], threads: int) -> None:
        from concurrent.futures import ThreadPoolExecutor

        pool = ThreadPoolExecutor(threads, thread_name_prefix=self.engine.name)
        try:
            list(pool.map(self._ask, calls))
        finally:  # Ctrl-C too: calls not yet begun are dropped
            pool.shutdown(cancel_futures=True)

    def _ask(self, call: Sequence[str]) -> None:
        outcome = self.engine.ask(call, self.context)
        with self.lock:
            self.results.update(zip(call, outcome, strict=True))
            for core in dict.fromkeys(core for piece in call for core in self.waiting[piece]):
                self._settle(core)

    def _settle(self, core: str) -> None:
        """Join a text whose pieces have all come back."""
        parts: list[str] = []
        for piece in self.pieces[core]:
            bare = piece.strip()
            result = self.results.get(bare, None if bare in self.waiting else bare)
            if result is None:
                return
            if isinstance(result, Failure):
                self.reasons[core].append(result.reason)
                return
            parts.append(_edges(piece, result))
        self.answers[core] = Answer("".join(parts), self.engine.name)
        self.done(core, self.answers[core])


def _calls(texts: Sequence[str], limits: Limits) -> Iterator[list[str]]:
    """Texts together as far as the engine takes them in one call."""
    call: list[str] = []
    size = 0
    for text in texts:
        if call and (len(call) == limits.batch or size + len(text) > limits.characters):
            yield call
            call, size = [], 0
        call.append(text)
        size += len(text)
    if call:
        yield call


def _edges(text: str, body: str) -> str:
    """`body` between the spaces that stand around `text`."""
    bare = text.strip()
    start = text.find(bare)
    return text[:start] + body + text[start + len(bare) :]


def _with_edges(text: str, answer: Answer) -> Answer:
    if answer.text is None or text == answer.text:
        return answer
    return Answer(_edges(text, answer.text), answer.engine, answer.reason)
