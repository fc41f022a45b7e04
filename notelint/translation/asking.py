"""Asking the engines for a run: every text once, answers kept for a run that is killed, no more than is allowed."""

import math
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from notelint.translation.answers import MECHANICAL
from notelint.translation.engine import Context, Engine, Limits, Pair, ReadingEngine
from notelint.translation.hand_over import Answer, HandOver
from notelint.translation.memory import Memory

NOTHING = Context()
ASKED = "\x02"
"""Before a text in the memory's journal: what an engine was sent, not what stands on a page."""


class Asks(Protocol):
    """Whoever can be asked for translations."""

    pair: Pair
    mechanical: bool
    """True when no engine here speaks a language, so that the glossary has no say."""
    reading: bool
    """True when an engine makes use of what stands around the texts."""
    inventive: frozenset[str]
    """The engines that make words up."""

    def ask(self, texts: Sequence[str], context: Context = NOTHING) -> list[Answer]: ...


class LimitReached(Exception):  # noqa: N818
    """The next texts would exceed what the run may ask for."""


class Asker:
    """The engines of one run, shared by all its pages. Safe to use from several threads."""

    def __init__(
        self,
        pair: Pair,
        engines: Mapping[str, Engine],
        *,
        memory: Memory | None = None,
        most: int | None = None,
        tell: Callable[[str], None] = lambda line: None,
        answered: Callable[[int], None] = lambda characters: None,
    ) -> None:
        self.pair = pair
        self.mechanical = all(name.partition(":")[0] in MECHANICAL for name in engines)
        self.reading = any(isinstance(engine, ReadingEngine) for engine in engines.values())
        self.inventive = frozenset(n for n, engine in engines.items() if engine.limits.invents)
        self.characters = 0
        self.calls = 0
        self._hand_over = HandOver(engines, tell=tell)
        self._limits = next((engine.limits for engine in engines.values()), Limits())
        self._answered = answered
        self._memory = memory
        self._most = most
        self._answers: dict[str, Answer] = {}
        self._lock = threading.Lock()

    def ask(self, texts: Sequence[str], context: Context = NOTHING) -> list[Answer]:
        """One answer for each text, in order.

        Raises LimitReached before asking for too much; what may still be asked is asked, and known to the next run.
        """
        wanted = list(dict.fromkeys(text for text in texts if text not in self._answers))
        wanted = [text for text in wanted if not self._known(text)]
        if wanted:
            allowed = self._allowed(wanted)
            answers = self._hand_over.translate(allowed, context, self._keep)
            self._answers.update(zip(allowed, answers, strict=True))
            if len(allowed) < len(wanted):
                raise LimitReached
        return [self._answers[text] for text in texts]

    def _allowed(self, texts: Sequence[str]) -> Sequence[str]:
        """As many of the texts as the limit of the run has room for; they count as asked."""
        with self._lock:
            for number, text in enumerate(texts):
                size = len(text) if any(map(str.isalpha, text)) else 0
                if self._most is not None and self.characters + size > self._most:
                    return texts[:number]
                self.characters += size
                self.calls += bool(size and not number)
        return texts

    def price(self, characters: int) -> float:
        """US dollars for as many characters of the first engine, estimated."""
        return characters * self._limits.price / 1_000_000

    def duration(self, texts: int, characters: int) -> float:
        """Seconds that the first engine will take for so much, very roughly."""
        limits = self._limits
        calls = max(math.ceil(texts / limits.batch), math.ceil(characters / limits.characters))
        pace = 1 / limits.per_second if limits.per_second else 0.0
        return calls * max(pace, limits.seconds / min(limits.at_once, max(calls, 1)))

    def asked_for(self, texts: Sequence[str]) -> int:
        """How many characters of these engines would be asked."""
        new = {t for t in texts if any(map(str.isalpha, t)) and t not in self._answers}
        return sum(len(text) for text in new if not self._known(text))

    def counted(self) -> "Counted":
        """The same, counting for one page."""
        return Counted(self)

    def _known(self, text: str) -> bool:
        if self._memory is None:
            return False
        entry = self._memory.find(ASKED + text.strip())
        if entry is None or not entry.engine:
            return False
        start = len(text) - len(text.lstrip())
        end = len(text.rstrip())
        self._answers[text] = Answer(text[:start] + entry.target + text[end:], entry.engine)
        return True

    def _keep(self, text: str, answer: Answer) -> None:
        self._answered(len(text))
        if self._memory is not None and answer.text is not None and answer.engine:
            self._memory.remember(ASKED + text, answer.text, answer.engine.partition(":")[0])


class Counted:
    """An asker that counts the characters that one page asks for."""

    def __init__(self, asker: Asker) -> None:
        self.pair = asker.pair
        self.mechanical = asker.mechanical
        self.reading = asker.reading
        self.inventive = asker.inventive
        self.characters = 0
        self._asker = asker

    def ask(self, texts: Sequence[str], context: Context = NOTHING) -> list[Answer]:
        """As Asker.ask."""
        self.characters += self._asker.asked_for(texts)
        return self._asker.ask(texts, context)
