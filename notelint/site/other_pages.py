"""Pages that are no notes of ours: HTML and other formats, a theme's own content."""

from pathlib import Path

from notelint.note.front_matter import read_front_matter
from notelint.note.source import decode
from notelint.site.extract import plain
from notelint.site.facts import Facts


def facts_on_disk(root: Path, path: str, language: str) -> Facts:
    """What the front matter of a page tells; what is in the page itself stays unknown."""
    try:
        source = decode((root / path).read_bytes())
    except OSError:
        return Facts(path, language, anchors_open=True)
    read = read_front_matter(source.text)
    front = {str(key).lower(): plain(value) for key, value in read.values.items()}
    return Facts(path, language, front, anchors_open=True, has_front_matter_fault=read.fatal)
