"""The cache of one site during a run: what the run depends on, and what is known of its notes."""

import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from notelint import __version__
from notelint.cache.learnt import LearntNotes, fingerprint
from notelint.cache.runs import FOLDER, may_remember, remember
from notelint.cache.snapshot import Sign, Snapshot, digest, sign_of, take
from notelint.learn import Learnt
from notelint.site.workspace import Workspace
from notelint.targets import Targets

_ONLY_WHETHER_THERE = ("content", "static", "assets")
"""Mounted folders of which the notes are learnt one by one, and other files only exist."""


class Memory:
    """Looks at the disk when it is made: before any note is read, so that no change is missed."""

    def __init__(self, targets: Targets, files: Iterable[Path]) -> None:
        """`files` are others that the run depends on: the configuration, a baseline."""
        self.started = time.time_ns()
        workspace = targets.workspace
        self._folder = os.path.join(workspace.root, FOLDER)
        self._content, self._settings = look(workspace, files)
        # A note that was learnt is the same for every call; how a call is shown does not count.
        parts = {"version": __version__, "settings": repr(workspace.settings.language)}
        parts["editions"] = repr(workspace.editions)
        self._notes = LearntNotes(
            os.path.join(self._folder, "notes"), fingerprint(parts, self._settings)
        )

    def learn_all(
        self,
        files: Sequence[Path],
        rules_of: Callable[[Path], str],
        site_path: Callable[[Path], str],
        learn: Callable[[Sequence[Path]], list[Learnt]],
    ) -> list[Learnt]:
        """What is known of `files`, and what `learn` says of those that are new, in order.

        `rules_of` names the choice of rules that a note is checked by, "" for none.
        """
        known: dict[Path, Learnt] = {}
        new: list[tuple[Path, Sign | None, bytes]] = []
        for file in files:
            sign = sign_of(self._content, str(file))
            path, rules = site_path(file), rules_of(file)
            answer = self._notes.unread(path, sign, rules)
            if answer is None and sign is not None:
                try:
                    content = digest(file.read_bytes())  # and not the bytes, of 100,000 notes
                except OSError:
                    sign, content = None, b""
                answer = self._notes.read(path, sign, content, rules) if sign else None
                if answer is None:
                    new.append((file, sign, content))
            elif answer is None:
                new.append((file, None, b""))
            if answer is not None:
                known[file] = answer
        for (file, sign, content), answer in zip(new, learn([f for f, _, _ in new]), strict=True):
            known[file] = answer
            self._notes.learn(answer, sign, content, rules_of(file))
        return [known[file] for file in files]

    def save(self) -> None:
        """Keep what was learnt of the notes."""
        self._notes.save()

    def remember_run(self, code: int, output: str, until: float) -> None:
        """Keep the answer to this very call, which holds `until` (s since 1970)."""
        arguments = sys.argv[1:]
        if may_remember(arguments):
            snapshot = self._settings | self._content
            remember(arguments, self._folder, self.started, snapshot, until, code, output)


def look(workspace: Workspace, files: Iterable[Path]) -> tuple[Snapshot, Snapshot]:
    """All that a run on a site depends on, as it is on disk: its notes and other files, then what says how they are
    read. `files` are others, such as the configuration.
    """
    root = str(workspace.root)
    mounts = [(str(mount.path), mount.component) for mount in workspace.mounts]
    content = [path for path, component in mounts if component in _ONLY_WHETHER_THERE]
    settings = [path for path, component in mounts if component not in _ONLY_WHETHER_THERE]
    settings += [os.path.join(root, name) for name in ("config", "rules", "layouts")]
    state = os.path.join(root, ".notelint")
    folders = [root, state, os.path.join(root, ".git"), *(str(file.parent) for file in files)]
    edition = [os.path.join(state, "memory")]
    return take([*content, *edition], []), take([*settings, *_own_code()], folders)


def _own_code() -> list[str]:
    """In a checkout the code and the rules change without a new version."""
    package = Path(__file__).parents[1]
    checkout = package.parent / "rules"
    return [str(package), str(checkout)] if checkout.is_dir() else []
