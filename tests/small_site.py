"""Small sites on disk, written from a few lines."""

from collections.abc import Mapping
from pathlib import Path

HUGO = 'baseURL = "https://example.org/"\ndefaultContentLanguage = "pt"\ntitle = "Notas"\n'
_AT_THE_ROOT = (
    "content",
    "static",
    "assets",
    "layouts",
    "data",
    "config",
    "themes",
    "i18n",
    "rules",
    ".notelint",
)


def write_site(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write a Hugo site; names are below content/ unless they start with another folder of a site.

    `hugo.toml` is made when no configuration is among them. A name that ends in an image's ending
    and has no text becomes a picture of one pixel.
    """
    if not any(name.startswith(("hugo.", "config")) for name in files):
        write(root / "hugo.toml", HUGO)
    for name, content in files.items():
        first = name.partition("/")[0]
        at_root = (first in _AT_THE_ROOT and "/" in name) or first.startswith(("hugo.", "config."))
        write(root / name if at_root else root / "content" / name, content)
    return root


def write(path: Path, content: str | bytes) -> Path:
    """Write one file, with the folders it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path
