"""Whole processes, measured from outside: time by the clock and by the processor, and memory."""

import contextlib
import os
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

_PROC = Path("/proc")
_MIB = 1024.0
_PAUSE = 0.002
"""Seconds between two looks at the memory of a process and its children."""


@dataclass(frozen=True, slots=True)
class Command:
    """One call: what is run, where.

    `before` prepares a round (numbered) and says what is added to the arguments; not measured.
    """

    arguments: tuple[str, ...]
    folder: Path
    before: Callable[[int], tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """Seconds of one run, its children's among them; `code` is how it ended."""

    clock: float
    processor: float
    code: int


@dataclass(frozen=True, slots=True)
class Memory:
    """MiB at the worst moment: of the largest process, of all with shared pages counted once."""

    largest: float
    together: float


def environment() -> dict[str, str]:
    """Ours without what changes how Python, Hugo or Node start."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "HUGO", "NODE_", "VIRTUAL_ENV", "COVERAGE"))
    }


def run_timed(command: Command, round_number: int = 0) -> Time:
    """Run to the end; what it prints goes nowhere."""
    more = command.before(round_number) if command.before else ()
    started = time.perf_counter()
    process = _start(command, more)
    _, status, usage = os.wait4(process.pid, 0)
    clock = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    return Time(clock, usage.ru_utime + usage.ru_stime, process.returncode)


def run_weighed(command: Command, round_number: int = 0) -> Memory | None:
    """Run once more and look at the memory of the process and all below it; only on Linux."""
    if not (_PROC / "self" / "smaps_rollup").exists():
        return None
    process = _start(command, command.before(round_number) if command.before else ())
    largest = together = 0.0
    while process.poll() is None:
        proportional = 0.0
        for each in _family(process.pid):
            largest = max(largest, _field(each / "status", "VmHWM:"))
            proportional += _field(each / "smaps_rollup", "Pss:")
        together = max(together, proportional)
        time.sleep(_PAUSE)
    return Memory(largest, max(together, 0.0))


def _start(command: Command, more: tuple[str, ...]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        command.arguments + more,
        cwd=command.folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _family(process: int) -> list[Path]:
    """A process and all that it started, and they started."""
    found = [_PROC / str(process)]
    for each in found:
        with contextlib.suppress(OSError):
            for children in (each / "task").glob("*/children"):
                found += [_PROC / child for child in children.read_text().split()]
    return found


def _field(file: Path, name: str) -> float:
    """A figure of a file in /proc, in MiB; 0 when the process has just ended."""
    try:
        for line in file.read_text().splitlines():
            if line.startswith(name):
                return int(line.split()[1]) / _MIB
    except OSError:
        return 0.0
    return 0.0


def output_of(arguments: Sequence[str | Path], folder: Path | None = None) -> str:
    """What a short call prints, for versions and findings; "" when it cannot be run."""
    try:
        done = subprocess.run(
            [str(each) for each in arguments],
            cwd=folder,
            env=environment(),
            capture_output=True,
            check=False,
        )
    except OSError:
        return ""
    return done.stdout.decode("utf-8", "replace")
