"""The sites that are checked: generated ones by number of notes, and copies of those given."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generate import generate

_CONFIGURATION = ("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config")
_LEFT_OUT = (".git", "public", "resources", "node_modules", ".notelint", ".rumdl_cache", ".venv")


@dataclass(frozen=True, slots=True)
class BenchSite:
    """One site: a name to show, its root, the folder of its notes below it, and how large it is."""

    name: str
    root: Path
    content: str
    notes: tuple[Path, ...]
    megabytes: float


def generated(count: int, folder: Path) -> BenchSite:
    """A site of `count` notes, made when it is not there yet."""
    root = folder / f"generated-{count}"
    whole = root / "hugo.toml"
    if not whole.exists():
        shutil.rmtree(root, ignore_errors=True)
        draft = folder / f"draft-{count}"
        shutil.rmtree(draft, ignore_errors=True)
        generate(count, draft)
        draft.rename(root)
    return _site(f"{count:,} notes", root, "content")


def copied(given: Path, folder: Path, number: int) -> BenchSite:
    """A copy of a site on disk, since the benchmark changes notes; `number` names it."""
    given = given.resolve()
    root = folder / f"given-{number}"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(given, root, symlinks=True, ignore=shutil.ignore_patterns(*_LEFT_OUT))
    is_site = any((root / name).exists() for name in _CONFIGURATION)
    content = "content" if is_site and (root / "content").is_dir() else "."
    return _site(f"site {number}", root, content)


def _site(name: str, root: Path, content: str) -> BenchSite:
    notes = tuple(sorted((root / content).rglob("*.md")))
    size = sum(note.stat().st_size for note in notes)
    return BenchSite(name, root, content, notes, size / 1e6)
