"""Runs the command line inside the test's own process: the same code, without the start-up."""

import json
import os
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from notelint.cli import run


class Done(NamedTuple):
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def findings(self) -> list[dict[str, Any]]:
        """The findings of a `--format json`."""
        found = json.loads(self.out)
        assert isinstance(found, list)
        return found

    @property
    def rules(self) -> list[str]:
        """The rules of the findings, in order."""
        return [finding["rule"] for finding in self.findings]


class Notelint:
    """Calls notelint in a folder."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capture = capture

    def __call__(self, *arguments: str | Path) -> Done:
        """Run one command. No traceback may ever be seen."""
        before = Path.cwd()
        os.chdir(self.folder)
        self.capture.readouterr()
        try:
            code = run([str(argument) for argument in arguments])
        finally:
            os.chdir(before)
        out, err = self.capture.readouterr()
        assert "Traceback" not in out + err, err
        assert "internal error" not in out + err, err + out
        return Done(code, out, err)
