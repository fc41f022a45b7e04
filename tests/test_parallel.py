"""Several processes give what one gives, and their ends are heard of."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from notelint.core import NotelintError
from notelint.parallel import WORTH_IT, spread


@pytest.mark.parametrize("jobs", [0, 1, 2, 3, 7, 1000])
@pytest.mark.parametrize("count", [0, 1, WORTH_IT - 1, WORTH_IT, 501])
def test_the_order_is_kept(jobs: int, count: int) -> None:
    assert spread(lambda item: item * item, range(count), jobs) == [n * n for n in range(count)]


def test_large_answers_pass_through() -> None:
    answers = spread(lambda item: "x" * 10_000, range(400), 4)
    assert set(map(len, answers)) == {10_000}


def test_the_work_is_shared() -> None:
    processes = set(spread(lambda item: os.getpid(), range(WORTH_IT), 2))
    assert len(processes) == 2
    assert os.getpid() in processes


@pytest.mark.parametrize("bad", [0, 1])
def test_an_error_is_said(bad: int) -> None:
    def work(item: int) -> int:
        if item == bad:
            raise NotelintError("no rule is called so")
        return item

    with pytest.raises(NotelintError, match="no rule is called so"):
        spread(work, range(WORTH_IT), 2)


def test_a_process_that_dies_is_said() -> None:
    parent = os.getpid()

    def work(item: int) -> int:
        if os.getpid() != parent:
            os._exit(9)
        return item

    with pytest.raises(NotelintError, match="--jobs 1"):
        spread(work, range(WORTH_IT), 2)


def test_no_process_is_left_behind(tmp_path: Path) -> None:
    code = (
        "import os, sys, time; from notelint.parallel import spread\n"
        "def work(item):\n"
        "    open(f'{os.getpid()}.pid', 'w').close()\n"
        "    time.sleep(1)\n"
        "spread(work, range(1000), 3)\n"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", code], cwd=tmp_path, stderr=subprocess.PIPE, text=True
    )
    for _ in range(100):
        if len(list(tmp_path.glob("*.pid"))) == 3:
            break
        time.sleep(0.1)
    processes = [int(path.stem) for path in tmp_path.glob("*.pid")]
    assert len(processes) == 3
    running.send_signal(2)
    running.communicate(timeout=20)
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
