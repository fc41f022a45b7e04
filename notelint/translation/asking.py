"""Asking the engines for a run: every text once, answers kept for a run that is killed, no more than is allowed."""

import threading
from collections.abc import Mapping, Sequence

from notelint.translation.engine import Context, Engine, Pair
from notelint.translation.hand_over import Answer, HandOver
from notelint.translation.memory import Memory

ASKED = "\x02"
"""Before a text in the memory's journal: what an engine was sent, not what stands on a page."""


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
        hand_over: HandOver | None = None,
    ) -> None:
        self.pair = pair
        self.characters = 0
        self.calls = 0
        self._hand_over = hand_over or HandOver(engines)
        self._memory = memory
        self._most = most
        self._answers: dict[str, Answer] = {}
        self._lock = threading.Lock()

    def ask(self, texts: Sequence[str], title: str = "") -> list[Answer]:
        """One answer for each text, in order. Raises LimitReached before asking for too much."""
        wanted = list(dict.fromkeys(text for text in texts if text not in self._answers))
        wanted = [text for text in wanted if not self._known(text)]
        if wanted:
            size = sum(map(len, wanted))
            with self._lock:
                if self._most is not None and self.characters + size > self._most:
                    raise LimitReached
                self.characters += size
                self.calls += 1
            answers = self._hand_over.translate(wanted, Context(title=title), self._keep)
            self._answers.update(zip(wanted, answers, strict=True))
        return [self._answers[text] for text in texts]

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
        if self._memory is not None and answer.text is not None and answer.engine:
            self._memory.remember(ASKED + text, answer.text, answer.engine)
