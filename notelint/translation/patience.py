"""One engine, asked with patience: its pace, growing waits, and a circuit that opens."""

import random
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from notelint.engines._secrets import without_secrets
from notelint.translation.engine import (
    Broken,
    Busy,
    Context,
    Engine,
    ReadingEngine,
    Refused,
)

LONGEST_REST = 600.0
TELLING = 5.0
"""Seconds of waiting from which the user is told."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to bear with an engine; times in seconds.

    `tries`: calls for one batch. Waits grow from `first_wait`, doubled each time up to
    `longest_wait`, with jitter; Retry-After is respected up to `longest_wait`, and a longer one
    closes the engine for as long. `failures` in a row, or `refusals`, open its circuit for
    `rest` (doubled each time), after which one call tries it again.
    """

    tries: int = 4
    first_wait: float = 0.5
    longest_wait: float = 60.0
    failures: int = 5
    refusals: int = 20
    rest: float = 60.0


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a text has no answer, in one line."""

    reason: str


@dataclass(slots=True)
class Usage:
    """What an engine was asked in this run."""

    calls: int = 0
    texts: int = 0
    characters: int = 0


class PatientEngine:
    """An engine with its pace, circuit and count. Safe to use from several threads."""

    def __init__(
        self,
        name: str,
        engine: Engine,
        patience: Patience,
        stop: threading.Event,
        tell: Callable[[str], None],
    ) -> None:
        self.name = name
        self.engine = engine
        self.limits = engine.limits
        self.usage = Usage()
        self._patience = patience
        self._stop = stop
        self._tell = tell
        self._lock = threading.Lock()
        self._places = threading.BoundedSemaphore(self.limits.at_once)
        self._next_call = 0.0
        self._failures = self._refusals = self._openings = 0
        self._open_until = 0.0
        self._probing = False
        self._why = ""

    @property
    def closed(self) -> str:
        """Why this engine is not to be asked now; empty when it is."""
        return self._why if time.monotonic() < self._open_until else ""

    def ask(self, texts: Sequence[str], context: Context) -> list[str | Failure]:
        """One call's worth of texts (see Limits), each with its answer or why there is none."""
        failure = Failure(f"{self.name}: stopped")
        for turn in range(self._patience.tries):
            if not self._may_call():
                return [Failure(self._why)] * len(texts)
            if not self._wait_for_turn():
                break
            try:
                answers = self._call(texts, context)
            except Refused as error:
                return self._refused(texts, context, error)
            except Busy as error:
                failure = Failure(str(error))
                self._failed(failure.reason, self._waiting(turn, error.retry_after))
            except Broken as error:
                failure = Failure(str(error))
                wait = float("inf") if error.lasting else self._waiting(turn, None)
                self._failed(failure.reason, wait)
            else:
                return self._answered(answers)
        return [failure] * len(texts)

    def _call(self, texts: Sequence[str], context: Context) -> list[str]:
        with self._places:
            self._count(texts)
            try:
                if isinstance(self.engine, ReadingEngine):
                    answers = self.engine.translate_in(context, texts)
                else:
                    answers = self.engine.translate(texts)
            except (Busy, Refused, Broken):
                raise
            except Exception as error:  # an engine of somebody's own, with a fault
                line = without_secrets(f"{type(error).__name__}: {error}").partition("\n")[0]
                raise Broken(f"{self.name}: {line[:200]}", lasting=True) from error
        if len(answers) != len(texts):
            raise Broken(f"{self.name} gave {len(answers)} texts for {len(texts)}")
        return answers

    def _answered(self, answers: Sequence[str]) -> list[str | Failure]:
        results: list[str | Failure] = [
            answer.strip()
            if isinstance(answer, str) and answer.strip() and _writable(answer)
            else Failure(f"{self.name} gave no answer")
            for answer in answers
        ]
        with self._lock:
            self._failures = self._openings = 0
            self._probing = False
            if any(isinstance(result, str) for result in results):
                self._refusals = 0
        return results

    def _refused(
        self, texts: Sequence[str], context: Context, error: Refused
    ) -> list[str | Failure]:
        """One of several texts is at fault: ask by halves to find it."""
        if len(texts) > 1:
            with self._lock:
                self._probing = False
            half = len(texts) // 2
            return self.ask(texts[:half], context) + self.ask(texts[half:], context)
        with self._lock:
            self._probing = False
            self._refusals += 1
            if self._refusals >= self._patience.refusals:
                self._open(f"{self.name} refused {self._refusals} texts in a row: {error}")
        return [Failure(str(error))]

    def _failed(self, reason: str, wait: float) -> None:
        """Hold back every thread's next call, or open the circuit when waiting is of no use."""
        with self._lock:
            self._failures += 1
            if wait > self._patience.longest_wait:
                self._open(reason, wait)
            elif self._failures >= self._patience.failures or self._probing:
                self._open(reason)
            else:
                self._next_call = max(self._next_call, time.monotonic() + wait)
                if wait >= TELLING:
                    self._tell(f"{reason}: waiting {wait:.0f} s")

    def _open(self, reason: str, rest: float | None = None) -> None:
        if rest is None:
            rest = min(self._patience.rest * 2**self._openings, LONGEST_REST)
        if not self.closed:
            self._tell(f"{reason}: {self.name} is not asked any more for now")
        self._why = reason
        self._open_until = time.monotonic() + rest
        self._openings += 1
        self._failures = self._refusals = 0
        self._probing = False

    def _may_call(self) -> bool:
        """False while the circuit is open, and while another call tries it for the first time."""
        with self._lock:
            if self.closed or self._probing:
                return False
            self._probing = self._openings > 0
            return True

    def _waiting(self, turn: int, asked: float | None) -> float:
        """Seconds: at least what was asked for, never in step with other programs."""
        grown = min(self._patience.first_wait * 2.0**turn, self._patience.longest_wait)
        jitter = random.uniform(0.5, 1.0)
        return grown * jitter if asked is None else asked + self._patience.first_wait * jitter / 10

    def _wait_for_turn(self) -> bool:
        """Wait for the pace of this engine; False when the run was stopped."""
        pause = 1 / self.limits.per_second if self.limits.per_second else 0.0
        with self._lock:
            now = time.monotonic()
            turn = max(now, self._next_call)
            self._next_call = turn + pause
        if turn > now:
            return not self._stop.wait(turn - now)
        return not self._stop.is_set()

    def _count(self, texts: Sequence[str]) -> None:
        with self._lock:
            self.usage.calls += 1
            self.usage.texts += len(texts)
            self.usage.characters += sum(map(len, texts))


def _writable(text: str) -> bool:
    """False for halves of a surrogate pair, which no file can hold."""
    return not any("\ud800" <= sign <= "\udfff" for sign in text)
