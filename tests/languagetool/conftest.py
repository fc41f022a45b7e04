"""A real LanguageTool server for the tests, from Maven Central; skipped, loudly, without Java."""

import shutil
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from notelint.languagetool import server

INSTALL = Path(__file__).parents[2] / "scripts" / "languagetool" / "install.py"


@pytest.fixture(scope="session")
def jars() -> Path:
    """A folder with LanguageTool, laid out once for all runs of the tests on this machine."""
    folder = server.home()
    if any(folder.glob("languagetool-server*.jar")):
        return folder
    missing = [name for name in ("java", "mvn") if shutil.which(name) is None]
    if missing:
        reason = f"LANGUAGETOOL IS NOT TESTED: {' and '.join(missing)} not installed"
        warnings.warn(reason, stacklevel=1)
        pytest.skip(reason)
    done = subprocess.run([sys.executable, INSTALL, folder], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def own_state(jars: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A state folder of the tests, so that no server of a user is touched; stopped at the end."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        patch.setenv(server.HOME_VARIABLE, str(jars))
        yield
        server.stop()
        assert server.running() is None
