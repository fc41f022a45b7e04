"""Finds the user's LanguageTool server, starts it when first needed, stops it on request."""

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from notelint.core import NotelintError
from notelint.languagetool.keeper import START_UP

IDLE = 900.0
"""Seconds without a question after which a server that we started ends."""

HOME_VARIABLE = "NOTELINT_LANGUAGETOOL"


def home() -> Path:
    """The folder with LanguageTool's jars: $NOTELINT_LANGUAGETOOL, or notelint's data folder."""
    given = os.environ.get(HOME_VARIABLE)
    if given:
        return Path(given)
    data = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(data) / "notelint" / "languagetool"


def state_folder() -> Path:
    """Where the running server is written down, one for each user."""
    state = os.environ.get("XDG_STATE_HOME") or str(Path.home() / ".local" / "state")
    return Path(state) / "notelint" / "languagetool"


def running() -> str | None:
    """The address of the server that we started and that answers, or None."""
    try:
        port = int(json.loads((state_folder() / "server.json").read_text("utf-8"))["port"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return _url(port) if _answers(port) else None


def start(idle: float = IDLE) -> str:
    """The address of a server, started if none runs; two runs at once share one.

    Raises NotelintError, with the remedy, when there is no Java, no LanguageTool, or it does not
    come up.
    """
    folder = state_folder()
    folder.mkdir(parents=True, exist_ok=True)
    with _locked(folder / "lock"):
        url = running() or _start(folder, idle)
    (folder / "used").touch()
    return url


def stop() -> bool:
    """End the server that we started; False when none runs."""
    try:
        pid = int(json.loads((state_folder() / "server.json").read_text("utf-8"))["pid"])
        os.kill(pid, signal.SIGTERM)
    except (OSError, ValueError, KeyError, TypeError):
        return False
    until = time.monotonic() + 15
    while (state_folder() / "server.json").exists() and time.monotonic() < until:
        time.sleep(0.1)
    return True


def _start(folder: Path, idle: float) -> str:
    jars = home()
    if not any(jars.glob("languagetool-server*.jar")):
        raise NotelintError(
            f"no LanguageTool in {jars}: run scripts/languagetool/install.py, set {HOME_VARIABLE},"
            " or name a server by languagetool.url"
        )
    if shutil.which("java") is None:
        raise NotelintError("LanguageTool needs Java 17 or later, and there is no “java” here")
    port = _free_port()
    keeper = subprocess.Popen(
        [
            *(sys.executable, "-m", "notelint.languagetool.keeper"),
            *(str(jars), str(port), str(idle), str(folder)),
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    until = time.monotonic() + START_UP
    while time.monotonic() < until and keeper.poll() is None:
        if _answers(port):
            return _url(port)
        time.sleep(0.1)
    keeper.terminate()
    raise NotelintError(f"LanguageTool did not start: see {folder / 'server.log'}")


def _url(port: int) -> str:
    return f"http://127.0.0.1:{port}"


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/v2/healthcheck")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the file's lock, waiting for it; the system lets go of it when a process dies."""
    with path.open("a+b") as handle:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined]
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
