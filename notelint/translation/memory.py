"""What was translated before, page by page, in git: .notelint/memory/<lang>/<page>.jsonl."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Origin = Literal["human", "engine"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One segment of a page: its source text, and its text in the edition as last written.

    `kind` is the pipeline's word for what it is (`paragraph`, `heading`, `field:title` …). An entry of
    origin `engine` with no engine name was kept in the source language: it is never reused.
    """

    source: str
    target: str
    origin: Origin = "engine"
    engine: str = ""
    kind: str = ""

    @property
    def kept(self) -> bool:
        """True when nobody translated it and the source text stands in the edition."""
        return self.origin == "engine" and not self.engine


class Memory:
    """All that is known of one target language. Safe to use from several threads.

    `root` is the site's root. With `read_only`, nothing is ever written (`--output`).
    `warn` gets one line for each damaged file.
    """

    def __init__(
        self,
        root: Path,
        language: str,
        *,
        read_only: bool = False,
        warn: Callable[[str], None] = lambda line: None,
    ) -> None:
        raise NotImplementedError

    def page(self, page: str, written: str | None = None) -> tuple[Entry, ...]:
        """The entries of `page` as last written, in page order; empty when it is new.

        `page` is the source's path below the root, with `/`. Give the whole text of the edition's
        page that is now on disk as `written`: if a run was killed between writing a page and
        its memory, this settles which of the two states is the true one.
        """
        raise NotImplementedError

    def find(self, source: str, page: str = "") -> Entry | None:
        """The best known translation of exactly `source`: learnt for this page, then its own entries,
        then the whole site; a person's before an engine's; then what a broken run left behind.
        """
        raise NotImplementedError

    def remember(self, source: str, target: str, engine: str) -> None:
        """Note an engine's answer at once, before its page is whole, so that a killed run resumes.

        It goes to .notelint/cache/, not to the page's entries: those are what stands on the page.
        """
        raise NotImplementedError

    @contextmanager
    def writing(self, page: str, entries: Sequence[Entry], written: str) -> Iterator[bool]:
        """Write the page inside this block; its entries are kept together with it, or not at all.

        `written` is the whole new text of the edition's page. Yields whether the entries changed.
        """
        raise NotImplementedError
        yield False

    def save(self, page: str, entries: Sequence[Entry]) -> bool:
        """Keep the entries alone, atomically (no page to write); True when the file changed.
        No entries remove it."""
        raise NotImplementedError

    def learn(self, page: str, entries: Sequence[Entry]) -> int:
        """Take in reviewed translations of `page` (exchange); the next run writes them into the
        edition. Returns how many were new."""
        raise NotImplementedError

    def pages(self) -> list[str]:
        """The pages that have entries, sorted."""
        raise NotImplementedError

    def finish(self) -> None:
        """The run ended well: what `remember` noted is no longer needed."""
        raise NotImplementedError
