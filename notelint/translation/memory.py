"""What was translated before, page by page, in git: .notelint/memory/<lang>/<page>.jsonl."""

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path, PurePosixPath

from notelint.core import NotelintError
from notelint.translation.entry import Entry, Origin, entry_of, row_of
from notelint.translation.journal import Journal, ignore
from notelint.translation.learnt import Learnt
from notelint.translation.memory_file import read_rows, rows_as_text, write_whole

__all__ = ["Entry", "Memory", "Origin"]


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
        state = root / ".notelint"
        cache = state / "cache"
        self._folder = state / "memory" / language
        self._pending = cache / "pending" / language
        self._cache = cache
        self._read_only = read_only
        self._warn = warn
        self._lock = threading.RLock()
        self._pages: dict[str, tuple[Entry, ...]] = {}
        self._own: dict[str, dict[str, Entry]] = {}
        self._site: dict[str, Entry] | None = None
        learnt = state / "memory" / f"{language}.learnt.jsonl"
        self._learnt = Learnt(learnt, warn, read_only=read_only)
        self._journal = Journal(cache / f"translated.{language}.jsonl", read_only=read_only)

    def page(self, page: str, written: str | None = None) -> tuple[Entry, ...]:
        """The entries of `page` as last written, in page order; empty when it is new.

        `page` is the source's path below the root, with `/`. Give the whole text of the edition's
        page that is now on disk as `written`: if a run was killed between writing a page and
        its memory, this settles which of the two states is the true one.
        """
        with self._lock:
            if written is not None:
                self._settle(page, written)
            if page not in self._pages:
                rows = read_rows(self._file(page), ("source", "target", "origin"), self._warn)
                self._keep(page, tuple(map(entry_of, rows)))
            return self._pages[page]

    def find(self, source: str, page: str = "") -> Entry | None:
        """The best known translation of exactly `source`: learnt for this page, then its own
        entries, then learnt for any page, then the whole site; a person's before an engine's;
        then what a broken run left.
        """
        with self._lock:
            if page and (entry := self._learnt.find(source, page)):
                return entry
            if page:
                self.page(page)
                if entry := self._own[page].get(source):
                    return entry
            return (
                self._learnt.find(source, "")
                or self._whole_site().get(source)
                or self._journal.find(source)
            )

    def remember(self, source: str, target: str, engine: str) -> None:
        """Note an engine's answer at once, before its page is whole, so that a killed run resumes.

        It goes to .notelint/cache/, not to the page's entries: those are what stands on the page.
        """
        with self._lock:
            self._journal.add(Entry(source, target, "engine", engine))

    @contextmanager
    def writing(self, page: str, entries: Sequence[Entry], written: str) -> Iterator[bool]:
        """Write the page inside this block; its entries are kept together with it, or not at all.

        `written` is the whole new text of the edition's page. Yields whether the entries changed.
        """
        changed = tuple(entries) != self.page(page)
        if self._read_only or not changed:
            yield changed
            return
        pending = self._pending_file(page)
        ignore(self._cache)
        write_whole(pending, rows_as_text([{"written": _digest(written)}, *map(row_of, entries)]))
        try:
            yield True
        except BaseException:
            pending.unlink(missing_ok=True)
            raise
        self.save(page, entries)
        pending.unlink(missing_ok=True)

    def save(self, page: str, entries: Sequence[Entry]) -> bool:
        """Keep the entries alone, atomically (no page to write); True when the file changed.
        No entries remove it."""
        file = self._file(page)
        with self._lock:
            if self._read_only:
                return False
            changed = write_whole(file, rows_as_text(map(row_of, entries)))
            self._keep(page, tuple(entries))
            if self._site is not None:
                _index(self._site, entries)
            self._learnt.forget(page, entries)
            return changed

    def learn(self, page: str, entries: Sequence[Entry]) -> int:
        """Take in reviewed translations of `page` (exchange), or of any page when it is "".

        The next run writes them into the edition, and they leave this list (those of any page
        stay). Returns how many were new."""
        if page:
            self._file(page)  # refuses a path that leads elsewhere
        with self._lock:
            return self._learnt.add(page, entries)

    def waits(self, page: str) -> bool:
        """True when something was learnt for `page` that is not written there yet."""
        with self._lock:
            return self._learnt.waits(page)

    def everywhere(self) -> list[tuple[str, str]]:
        """What was learnt for any page: sources and targets, sorted."""
        with self._lock:
            return self._learnt.everywhere()

    def pages(self) -> list[str]:
        """The pages that have entries, sorted."""
        files = self._folder.rglob("*.jsonl")
        return sorted(file.relative_to(self._folder).as_posix()[: -len(".jsonl")] for file in files)

    def finish(self) -> None:
        """The run ended well: what `remember` noted is no longer needed."""
        with self._lock:
            self._journal.finish()

    def _file(self, page: str) -> Path:
        if not page or PurePosixPath(page).is_absolute() or ".." in PurePosixPath(page).parts:
            raise NotelintError(f"{page}: not a path below the site's root")
        return self._folder / f"{page}.jsonl"

    def _pending_file(self, page: str) -> Path:
        return self._pending / f"{page}.jsonl"

    def _keep(self, page: str, entries: tuple[Entry, ...]) -> None:
        self._pages[page] = entries
        self._own[page] = {}
        _index(self._own[page], entries)

    def _settle(self, page: str, written: str) -> None:
        """A page and its memory are two files: after a kill between them, see which was written."""
        pending = self._pending_file(page)
        if not pending.is_file():
            return
        rows = read_rows(pending, (), self._warn)
        if rows and rows[0].get("written") == _digest(written):
            entries = tuple(map(entry_of, rows[1:]))
            self._keep(page, entries)
            self.save(page, entries)
        if not self._read_only:
            pending.unlink(missing_ok=True)

    def _whole_site(self) -> dict[str, Entry]:
        if self._site is None:
            self._site = {}
            for page in self.pages():
                _index(self._site, self.page(page))
        return self._site


def _index(entries_by_source: dict[str, Entry], entries: Iterable[Entry]) -> None:
    """Add what is not known yet; a person's text takes the place of an engine's."""
    for entry in entries:
        known = entries_by_source.get(entry.source)
        better = known is None or (known.origin, entry.origin) == ("engine", "human")
        if better and not entry.kept:
            entries_by_source[entry.source] = entry


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()
