"""One function over many items, in several processes where that pays.

Processes are forked, so that the function and all it refers to need not be picklable. There are no
threads, no queues and nothing to import: each child does its share, writes its answers into a pipe
once, and ends. Where there is no fork, one process does all.
"""

import gc
import os
import signal
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeVar

from notelint.core import NotelintError

Item = TypeVar("Item")
Answer = TypeVar("Answer")

WORTH_IT = 24
"""Fewer notes than this are read in one process: starting others takes longer."""


BATCH = 200
"""Answers that a process puts away together: bytes need a fraction of the memory of objects."""


class _Child(NamedTuple):
    """A process at work, and the end of the pipe that its answers will come from."""

    process: int
    reader: int


def spread(
    work: Callable[[Item], Answer],
    items: Sequence[Item],
    jobs: int = 0,
) -> list[Answer]:
    """`work` of each item, in order. `jobs` processes, 0 for one for each processor; one for fewer
    than WORTH_IT items.

    Raises NotelintError when `work` does, and when a process ends before its work is done.
    """
    jobs = min(jobs or processors(), len(items))
    if jobs <= 1 or len(items) < WORTH_IT or not hasattr(os, "fork"):
        return [work(item) for item in items]
    gc.freeze()  # what is there already is not looked at, and so not copied, in the children
    children: list[_Child] = []
    answers: list[Any] = [None] * len(items)
    try:
        children.extend(_start(work, items[share::jobs]) for share in range(1, jobs))
        answers[0::jobs] = [work(item) for item in items[0::jobs]]
        for share, child in enumerate(children, 1):
            answers[share::jobs] = _collect(child)
    finally:
        for child in children:
            _end(child)
        gc.unfreeze()
    return answers


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _start(work: Callable[[Any], Any], items: Sequence[Any]) -> _Child:
    reader, writer = os.pipe()
    process = os.fork()
    if process:
        os.close(writer)
        return _Child(process, reader)
    import pickle

    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends its children
        os.close(reader)
        batches: list[bytes] = []
        try:
            for start in range(0, len(items), BATCH):
                answers = [work(item) for item in items[start : start + BATCH]]
                batches.append(pickle.dumps(answers, protocol=pickle.HIGHEST_PROTOCOL))
            said: tuple[bool, Any] = (True, len(batches))
        except Exception as error:  # noqa: BLE001 - said by the parent
            wanted = isinstance(error, NotelintError)
            said = (False, str(error) if wanted else f"{type(error).__name__}: {error}")
        with os.fdopen(writer, "wb") as stream:
            pickle.dump(said, stream)
            stream.writelines(batches)
    finally:
        os._exit(0)  # nothing of the parent's is flushed or closed twice


def _collect(child: _Child) -> list[Any]:
    import pickle

    with os.fdopen(child.reader, "rb", closefd=False) as stream:
        try:
            done, said = pickle.load(stream)
            if done:
                return [answer for _ in range(said) for answer in pickle.load(stream)]
        except (EOFError, pickle.UnpicklingError) as error:
            message = "a process ended before its work was done; try again with --jobs 1"
            raise NotelintError(message) from error
    raise NotelintError(said)


def _end(child: _Child) -> None:
    os.close(child.reader)
    os.kill(child.process, signal.SIGKILL)  # it has said all it had to say, or is not needed
    os.waitpid(child.process, 0)
