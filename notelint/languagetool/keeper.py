"""Keeps one LanguageTool server for one user, and stops it when nobody has asked for a while.

Started by `server.py` as a process of its own: `python -m notelint.languagetool.keeper HOME PORT
IDLE STATE`. LanguageTool listens on the loopback address only, unless it is told otherwise.
"""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

SERVER = "org.languagetool.server.HTTPServer"
MEMORY = "-Xmx1g"
START_UP = 90.0
"""Seconds that a server may take to answer for the first time."""

_TICK = 0.5


def main(home: Path, port: int, idle: float, state: Path) -> int:
    """Run the server of `home` on `port` until it ends, is told to stop, or `idle` seconds pass.

    `state` is the folder in which `server.json` says where it is and `used` when it was last asked.
    """
    command = ["java", MEMORY, "-cp", f"{home}{os.sep}*", SERVER, "--port", str(port)]
    with (state / "server.log").open("wb") as log:
        server = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    signal.signal(signal.SIGTERM, _stop)
    used = state / "used"
    used.touch()
    first = used.stat().st_mtime
    address = state / "server.json"
    mine = json.dumps({"port": port, "pid": os.getpid()})
    try:
        draft = state / f"server.json.{os.getpid()}"
        draft.write_text(mine, encoding="utf-8")
        draft.replace(address)
        while server.poll() is None:
            asked = used.stat().st_mtime
            # Until it is asked for the first time, the server may still be starting.
            patience = START_UP + idle if asked == first else idle
            if time.time() - asked > patience:
                break
            time.sleep(_TICK)
    except (KeyboardInterrupt, FileNotFoundError):
        return 0  # told to stop, or the state folder is gone: nobody can find the server any more
    finally:
        _forget(address, mine)
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
    return 0


def _forget(address: Path, mine: str) -> None:
    """Take the address away, unless another server is there by now."""
    try:
        if address.read_text("utf-8") == mine:
            address.unlink()
    except FileNotFoundError:
        return


def _stop(signal_number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    home, port, idle, state = sys.argv[1:]
    sys.exit(main(Path(home), int(port), float(idle), Path(state)))
