"""One function over many items, in several processes where that pays."""

import os
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")
Answer = TypeVar("Answer")

WORTH_IT = 200
"""Fewer items than this are done in one process: starting others takes longer."""

_CHUNK = 25
_work: Callable[..., Any] | None = None


def spread(work: Callable[[Item], Answer], items: Sequence[Item], jobs: int = 0) -> list[Answer]:
    """`work` of each item, in order. `jobs` processes, 0 for one for each processor.

    The processes are forked, so that `work` and all it refers to need not be picklable; where
    there is no fork, one process does all.
    """
    jobs = jobs or processors()
    if jobs == 1 or len(items) < WORTH_IT or not hasattr(os, "fork"):
        return [work(item) for item in items]
    from multiprocessing import get_context

    global _work
    _work = work
    try:
        with get_context("fork").Pool(jobs) as pool:
            return pool.map(_call, items, chunksize=_CHUNK)
    finally:
        _work = None


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _call(item: Any) -> Any:
    assert _work is not None
    return _work(item)
