"""Asking engines with patience: pace, waits, lengths, and the next engine when one gives up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from notelint.translation.engine import Context, Engine


@dataclass(frozen=True, slots=True)
class Answer:
    """One text's translation and who gave it.

    `text` is None when every engine refused, with the `reason` in one line. `engine` is empty
    when nobody was asked, because the text has no letters and stays as it is.
    """

    text: str | None
    engine: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to bear with an engine; times in seconds.

    `tries`: calls for one batch. Waits grow from `first_wait`, doubled each time up to
    `longest_wait`, with jitter; Retry-After is respected up to `longest_wait`, and a longer one
    closes the engine. `failures` in a row open its circuit for `rest`, after which one call tries
    it again.
    """

    tries: int = 4
    first_wait: float = 0.5
    longest_wait: float = 60.0
    failures: int = 3
    rest: float = 60.0


class HandOver:
    """Engines in their order of preference, asked as one. Safe to use from several threads.

    Usage: `HandOver({"google": load(...), "offline": load(...)}).translate(texts)`.
    """

    def __init__(self, engines: dict[str, Engine], patience: Patience | None = None) -> None:
        raise NotImplementedError

    def translate(
        self,
        texts: Sequence[str],
        context: Context | None = None,
        done: Callable[[str, Answer], None] | None = None,
    ) -> list[Answer]:
        """One answer for each text, in order.

        Edge spaces are kept; texts without letters are not sent; equal texts are asked once; what
        is longer than an engine takes is cut at sentences and joined again. `done(text, answer)` is
        called for each different text as soon as it is settled (from any thread, one at a time).
        """
        raise NotImplementedError

    def stop(self) -> None:
        """End all waiting at once: texts still open get None."""
        raise NotImplementedError
