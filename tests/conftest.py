"""Fixtures that all tests may use."""

from pathlib import Path

import pytest

from tests.commands import Notelint


@pytest.fixture
def notelint(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Notelint:
    """The command line, run in the test's own folder."""
    return Notelint(tmp_path, capsys)
