"""All contestants of a case in turns, so that a busy machine is unkind to all of them alike."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.cases import Case
from benchmarks.processes import run_timed, run_weighed

SLOW, FEW = 3.0, 3
"""A contestant that takes longer (seconds) is run in so many rounds only."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """Of two contestants' times, pair by pair."""

    median: float
    low: float
    high: float
    processor: float

    def __str__(self) -> str:
        return f"{self.median:.2f} ({self.low:.2f}–{self.high:.2f})"


Runs = dict[str, list[tuple[float, float]]]
"""Seconds by the clock and by the processor of each contestant, round by round."""


def measure(case: Case, rounds: int, say: Callable[[str], None]) -> dict[str, object]:
    """Run a case and return it in a form that JSON holds."""
    random = Random(case.name)
    turns: dict[str, int] = {}
    for place, (name, command) in enumerate(case.contestants.items()):
        first = run_timed(command, place)
        if first.code < 0 or first.code > 2:
            say(f"  {name} ended with {first.code}: its times mean nothing")
        usual = run_timed(command, place + 100)  # the first run may have filled a cache
        turns[name] = FEW if usual.clock > SLOW else rounds
    runs: Runs = {name: [] for name in case.contestants}
    for number in range(rounds):
        names = [name for name in case.contestants if number < turns[name]]
        random.shuffle(names)
        for name in names:
            time = run_timed(case.contestants[name], 1000 + number)
            runs[name].append((time.clock, time.processor))
    memory = {
        name: [weight.largest, weight.together]
        for name, command in case.contestants.items()
        if (weight := run_weighed(command, 5000))
    }
    case.clean_up()
    for name, times in runs.items():
        middle = statistics.median(clock for clock, _ in times)
        work = statistics.median(processor for _, processor in times)
        say(f"  {name:22} {middle:8.3f} s   {work:8.3f} s of processor")
    return {"case": case.name, "runs": runs, "memory": memory}


def ratio(ours: Sequence[tuple[float, float]], theirs: Sequence[tuple[float, float]]) -> Ratio:
    """Ours to theirs in the rounds in which both were run."""
    pairs = list(zip(ours, theirs, strict=False))
    clocks = [mine[0] / other[0] for mine, other in pairs]
    works = [mine[1] / max(other[1], 1e-6) for mine, other in pairs]
    return Ratio(statistics.median(clocks), min(clocks), max(clocks), statistics.median(works))
