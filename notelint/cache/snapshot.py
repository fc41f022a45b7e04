"""How every file that a run depends on looked on disk, and whether it still does.

Imported on every start, so it imports only what the interpreter has loaded anyway.
"""

import os
import time

YOUNG = 2_000_000_000
"""Nanoseconds. A file written so shortly before it is looked at may be written again within one
tick of the file system's clock, so its content is compared too.
"""

Sign = tuple[int, int, int, bytes]
"""Modification time, size and change time of a file, and its digest when it was young.

The change time cannot be set: a file whose old modification time was put back is seen.
"""

Entries = dict[str, Sign | None]
"""The entries of a folder: a sign for a file, None for a folder or what cannot be looked at."""

Snapshot = dict[str, tuple[bool, Entries]]
"""For each folder whether all its files count or only settings, and its entries.

A folder that is missing is an empty one.
"""

SETTINGS = (".toml", ".yaml", ".yml", ".json", ".dic", ".aff", "index")
"""How the names of files end that count in a folder of which not all do (git's index is one)."""


def take(trees: list[str], folders: list[str]) -> Snapshot:
    """Look at all of `trees`, and at the settings files that lie directly in `folders`.

    What is not there yet counts too, so that its appearing is seen.
    """
    now = time.time_ns()
    found: Snapshot = {folder: (False, _entries(folder, False, now)) for folder in folders}
    waiting = list(trees)
    while waiting:
        folder = waiting.pop()
        entries = _entries(folder, True, now)
        found[folder] = True, entries
        for name, sign in entries.items():
            if sign is None:
                waiting.append(os.path.join(folder, name))
    return found


def still(snapshot: Snapshot) -> bool:
    """True when taking the snapshot again would give the same."""
    return all(_same(folder, *known) for folder, known in snapshot.items())


def newest(snapshot: Snapshot) -> int:
    """When the last change of a file in the snapshot was made, in nanoseconds since 1970."""
    times = (
        max(sign[0], sign[2])
        for _, entries in snapshot.values()
        for sign in entries.values()
        if sign is not None
    )
    return max(times, default=0)


def sign_of(snapshot: Snapshot, path: str) -> Sign | None:
    """The sign of the file at `path`, None when the snapshot does not hold it."""
    folder, name = os.path.split(path)
    _, entries = snapshot.get(folder, (True, {}))
    return entries.get(name)


def digest(data: bytes) -> bytes:
    """What stands for the content of a file."""
    from _blake2 import blake2b

    return blake2b(data, digest_size=16).digest()


def _entries(folder: str, all_files: bool, now: int) -> Entries:
    try:
        with os.scandir(folder) as entries:
            return {
                entry.name: _sign(entry, now) for entry in entries if _counts(entry.name, all_files)
            }
    except OSError:
        return {}


def _counts(name: str, all_files: bool) -> bool:
    return name != "__pycache__" if all_files else name.endswith(SETTINGS)


def _sign(entry: "os.DirEntry[str]", now: int) -> Sign | None:
    try:
        if not entry.is_file():
            return None  # a folder; or a pipe or device, whose reading would never end
        status = entry.stat()
    except OSError:
        return None
    young = now - max(status.st_mtime_ns, status.st_ctime_ns) < YOUNG
    content = _digest_of(entry.path) if young else b""
    return status.st_mtime_ns, status.st_size, status.st_ctime_ns, content


def _same(folder: str, all_files: bool, known: Entries) -> bool:
    try:
        with os.scandir(folder) as entries:
            left = len(known)
            for entry in entries:
                if not _counts(entry.name, all_files):
                    continue
                if entry.name not in known or not _is(entry, known[entry.name]):
                    return False
                left -= 1
            return not left
    except OSError:
        return not known


def _is(entry: "os.DirEntry[str]", sign: Sign | None) -> bool:
    if sign is None:
        return _sign(entry, 0) is None
    try:
        status = entry.stat()
    except OSError:
        return False
    return (
        status.st_mtime_ns == sign[0]
        and status.st_size == sign[1]
        and status.st_ctime_ns == sign[2]
        and (not sign[3] or _digest_of(entry.path) == sign[3])
    )


def _digest_of(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return digest(file.read())
    except OSError:
        return b"unreadable"
