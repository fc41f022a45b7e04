"""One line on a terminal that says how far a translation is; nothing where nobody looks."""

import time
from collections.abc import Callable
from typing import TextIO

from notelint.translation.request import Progress

_PAUSE = 0.1
"""Seconds between two looks of the line: a terminal over a slow connection must keep up."""


def progress_line(stream: TextIO) -> Callable[[Progress], None]:
    """A function that shows progress on `stream`, if that is a terminal."""
    if not stream.isatty():
        return lambda progress: None
    last = 0.0

    def show(progress: Progress) -> None:
        nonlocal last
        done = progress.pages == progress.of_pages
        if not done and time.monotonic() - last < _PAUSE:
            return
        last = time.monotonic()
        text = (
            f"{progress.pages}/{progress.of_pages} notes, "
            f"{progress.characters:,}/{progress.to_ask:,} characters  {progress.path}"
        )
        stream.write("\r\x1b[K" if done else f"\r\x1b[K{text[:100]}")
        stream.flush()

    return show
