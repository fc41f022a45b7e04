"""Whole runs, remembered: when nothing that a run depends on has changed, its output is the answer.

Imported on every start, so it imports only what the interpreter has loaded anyway.
"""

import marshal
import os
import sys
import time
from binascii import crc32

from notelint import __version__
from notelint.cache.snapshot import Snapshot, newest, still
from notelint.cache.writing import put

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER = os.path.join(".notelint", "cache")
KEPT = 8
"""Runs remembered for each site; the oldest goes first."""

_FORMAT = f"notelint {__version__} {sys.hexversion:x}"
_NEVER = {
    "check": ("--fix", "--unsafe-fixes", "--diff", "--no-cache", "--engine", "-"),
    "translate": ("--force", "--accept", "--output", "--site-strings", "--dry-run"),
}
"""The commands whose runs are remembered, with the options that do more than print."""
_Key = tuple[str, str, str]


def replay(arguments: list[str]) -> int | None:
    """Show what the same call gave last time and return its exit code; None: it must be run."""
    if not may_remember(arguments):
        return None
    folder = _nearest_cache(arguments)
    if folder is None:
        return None
    key = _key(arguments)
    try:
        with open(_file(folder, key), "rb") as file:
            found = marshal.loads(file.read())
        made_by, made_for, until, snapshot, code, output = found
        if (made_by, made_for) != (_FORMAT, key) or time.time() >= until or not still(snapshot):
            return None
    except (OSError, ValueError, EOFError, TypeError, AttributeError):
        return None
    sys.stdout.write(output)
    return int(code)


def may_remember(arguments: list[str]) -> bool:
    """True for a call whose only effect, when nothing has changed, is what it prints."""
    never = _NEVER.get(arguments[0]) if arguments else None
    return never is not None and not any(each.partition("=")[0] in never for each in arguments)


def remember(
    arguments: list[str],
    folder: str,
    started: int,
    snapshot: Snapshot,
    until: float,
    code: int,
    output: str,
) -> None:
    """Keep a run that began at `started` (ns since 1970) and holds while `snapshot` does.

    `folder` is the cache of the site, `until` the time (s since 1970) at which the answer changes
    by itself: a future page appears, say. What changed while it was read is not kept.
    """
    if newest(snapshot) >= started:
        return
    key = _key(arguments)
    runs = os.path.join(folder, "runs")
    content = marshal.dumps((_FORMAT, key, until, snapshot, code, output))
    write(_file(folder, key), [content])
    _leave_out_the_oldest(runs)


def write(path: str, pieces: "Iterable[bytes]") -> None:
    """Put a file of the cache in its place; git is told once to leave the cache alone."""
    put(path, pieces)
    head, name = os.path.split(os.path.dirname(path))
    ignore = os.path.join(head if name == "runs" else os.path.join(head, name), ".gitignore")
    if not os.path.exists(ignore):
        put(ignore, [b"*\n"])


def _leave_out_the_oldest(runs: str) -> None:
    try:
        files = sorted(os.scandir(runs), key=lambda entry: entry.stat().st_mtime_ns)
        for entry in files[:-KEPT]:
            os.unlink(entry.path)
    except OSError:
        return


def _file(folder: str, key: _Key) -> str:
    return os.path.join(folder, "runs", f"{crc32(repr(key).encode()):08x}")


def _key(arguments: list[str]) -> _Key:
    """What the output depends on apart from files: the call, the place, where it is shown."""
    shown = [str(sys.stdout.isatty())]
    shown += [os.environ.get(name, "") for name in ("NO_COLOR", "TERM", "HUGO_ENVIRONMENT")]
    return os.getcwd(), "\0".join(arguments), "\0".join(shown)


def _nearest_cache(arguments: list[str]) -> str | None:
    paths = (each for each in arguments[1:] if each[:1] != "-" and os.path.exists(each))
    folder = os.path.abspath(next(paths, "."))
    while True:
        cache = os.path.join(folder, FOLDER)
        if os.path.isdir(cache):
            return cache
        folder, name = os.path.split(folder)
        if not name:
            return None
