"""What the site's and its themes' templates on disk tell: which shortcodes there are, what render hooks do."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol


class LayoutMount(Protocol):
    """A folder of templates; see notelint.site.mounts.Mount."""

    @property
    def path(self) -> Path:
        """Where it is on disk."""

    @property
    def component(self) -> str:
        """Which of Hugo's folders it stands for."""

    @property
    def target(self) -> str:
        """Where below that folder."""


def shortcode_templates(mounts: Iterable[LayoutMount]) -> dict[str, bool]:
    """Name (lower case) → does its template use `.Inner`? The first template of a name wins, as in Hugo."""
    found: dict[str, bool] = {}
    for mount in mounts:
        if mount.component != "layouts":
            continue
        for folder in _shortcode_folders(mount):
            for path in sorted(folder.rglob("*")):
                if path.suffix and path.is_file():
                    name = path.relative_to(folder).as_posix().split(".")[0].lower()
                    if name not in found:
                        text = path.read_text(encoding="utf-8", errors="replace")
                        found[name] = ".Inner" in text
    return found


def _shortcode_folders(mount: LayoutMount) -> Iterator[Path]:
    if mount.target:
        if mount.target.split("/")[0] in ("shortcodes", "_shortcodes"):
            yield mount.path
        return
    for name in ("_shortcodes", "shortcodes"):
        folder = mount.path / name
        if folder.is_dir():
            yield folder
