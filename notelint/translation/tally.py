"""How far a run is, counted as its pages are done and as engines answer."""

import threading
from collections.abc import Callable, Sequence

from notelint.translation.job import Job
from notelint.translation.placement import Task
from notelint.translation.request import Progress


class Tally:
    """Tells `progress` of each page and each answer. Safe to use from several threads."""

    def __init__(self, progress: Callable[[Progress], None], tasks: Sequence[Task]) -> None:
        self._progress = progress
        self._of_pages = len(tasks)
        self._sizes = {task.page: _size(task) for task in tasks}
        self._whole = sum(self._sizes.values()) or 1
        self._pages = self._done = self._characters = self._since = 0
        self._path = ""
        self._lock = threading.Lock()

    def answered(self, characters: int) -> None:
        """An engine has translated a text of so many characters."""
        with self._lock:
            self._characters += characters
            self._since += characters
            self._tell()

    def done(self, job: Job) -> None:
        """A page is done, in whatever way."""
        with self._lock:
            size = self._sizes.get(job.task.page, 0)
            self._pages += 1
            self._done += size
            self._since = max(self._since - size, 0)
            self._path = job.report.source
            self._tell()

    def _tell(self) -> None:
        under_way = min(self._since, 0.9 * (self._whole - self._done))
        share = (self._done + under_way) / self._whole
        told = Progress(self._pages, self._of_pages, share, self._characters, self._path)
        self._progress(told)


def _size(task: Task) -> int:
    try:
        return task.source.stat().st_size
    except OSError:  # said when the page is read
        return 0
