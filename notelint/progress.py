"""A bar on a terminal that says how far a translation is, how fast and how long still; nothing where nobody looks."""

import shutil
import time
from collections.abc import Callable
from typing import TextIO

from notelint.translation.request import Progress

_PAUSE = 0.1
"""Seconds between two looks of the line: a terminal over a slow connection must keep up."""
_BAR = 20


def progress_line(stream: TextIO) -> Callable[[Progress], None]:
    """A function that shows progress on `stream`, if that is a terminal. The last call clears the line."""
    if not stream.isatty():
        return lambda progress: None
    start = time.monotonic()
    last = 0.0

    def show(progress: Progress) -> None:
        nonlocal last
        now = time.monotonic()
        done = progress.pages == progress.of_pages
        if not done and now - last < _PAUSE:
            return
        last = now
        width = shutil.get_terminal_size().columns - 1
        stream.write("\r\x1b[K" if done else f"\r\x1b[K{line(progress, now - start)[:width]}")
        stream.flush()

    return show


def line(progress: Progress, seconds: float) -> str:
    """The line after so many seconds of the run."""
    full = round(_BAR * progress.share)
    parts = [f"[{'#' * full}{'-' * (_BAR - full)}] {progress.pages}/{progress.of_pages} notes"]
    if progress.characters and seconds:
        parts.append(f"{progress.characters / seconds:,.0f} characters/s")
    if progress.share > 0.02:
        rest = round(seconds * (1 - progress.share) / progress.share)
        parts.append(f"{rest // 60}:{rest % 60:02} left")
    return f"{', '.join(parts)}  {progress.path}"
