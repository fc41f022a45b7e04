"""Any program of yours: a JSON array of texts in, as many out, on its standard streams.

`command:CMD` names it. CMD is split as a shell would, and run without one, once for each batch.
"""

import json
import os
import shlex
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress

from notelint.core import NotelintError
from notelint.engines._secrets import without_secrets
from notelint.translation.engine import Broken, Limits, Pair, Settings

TIMEOUT = 600.0
"""Seconds for one batch, unless `timeout` says otherwise: a local language model is slow."""


class Command:
    """A program as an engine; the pair is in its NOTELINT_SOURCE and NOTELINT_TARGET."""

    def __init__(self, pair: Pair, settings: Settings) -> None:
        line = str(settings.get("argument") or settings.get("command") or "")
        try:
            self.words = shlex.split(line)
        except ValueError as error:
            raise NotelintError(f"command: cannot split “{line}”: {error}") from error
        if not self.words:
            raise NotelintError("command: say which: --engine 'command:CMD'")
        self.timeout = float(settings.get("timeout", TIMEOUT))
        self.limits = Limits(characters=50_000, batch=int(settings.get("batch", 100)))
        self.running: set[subprocess.Popen[bytes]] = set()
        self.environment = {
            **os.environ,
            "NOTELINT_SOURCE": pair.source,
            "NOTELINT_TARGET": pair.target,
        }

    def translate(self, texts: Sequence[str]) -> list[str]:
        """What the program answers; Broken when that is not as many texts."""
        output = self.run(json.dumps(list(texts), ensure_ascii=False).encode())
        try:
            answers = json.loads(output)
        except ValueError as error:  # UnicodeDecodeError is one
            raise self.broken(f"did not print JSON ({error})") from error
        if not isinstance(answers, list) or not all(isinstance(a, str) for a in answers):
            raise self.broken("must print one JSON array of strings")
        if len(answers) != len(texts):
            raise self.broken(f"printed {len(answers)} texts for {len(texts)}")
        return answers

    def run(self, data: bytes) -> bytes:
        """The program's standard output; it and its children are ended after the time limit."""
        try:
            process = subprocess.Popen(
                self.words,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=self.environment,
                start_new_session=True,
            )
        except OSError as error:
            raise self.broken(f"cannot be run: {error.strerror}", lasting=True) from error
        self.running.add(process)
        try:
            output, errors = process.communicate(data, self.timeout)
        except subprocess.TimeoutExpired as error:
            raise self.broken(f"took more than {self.timeout:g} s") from error
        finally:
            self.running.discard(process)
            _end(process)
        if process.returncode:
            lines = without_secrets(errors.decode(errors="replace")).strip().splitlines()
            why = f": {lines[-1][:200]}" if lines else ""
            raise self.broken(f"ended with {process.returncode}{why}")
        return output

    def stop(self) -> None:
        """End the programs that run; who waits for them gets Broken."""
        for process in list(self.running):
            _kill(process)

    def broken(self, what: str, *, lasting: bool = False) -> Broken:
        """The error that names the program; its arguments stay unsaid, they may hold a key."""
        return Broken(f"command “{self.words[0]}” {what}", lasting=lasting)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End what is left of a program and its children; nothing when it ended by itself."""
    if process.poll() is None:
        _kill(process)
        process.wait()
    for stream in (process.stdin, process.stdout, process.stderr):
        if stream and not stream.closed:
            with suppress(OSError):  # what was not yet written has nowhere to go
                stream.close()


def _kill(process: "subprocess.Popen[bytes]") -> None:
    with suppress(ProcessLookupError):  # it has just ended by itself
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


engine = Command
