"""Notes that a removed or renamed file leaves with references that lead nowhere."""

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from notelint.core import Diagnostic
from notelint.note.reference import Reference
from notelint.site.page import Page
from notelint.site.site import Site


def staged_removals(root: Path) -> tuple[Path, ...]:
    """What git is about to commit as removed or renamed below `root`; nothing without git.

    pre-commit names only the files that are there, so that these have to be asked for.
    """
    if not any((folder / ".git").exists() for folder in (root, *root.parents)):
        return ()
    listed = ("diff", "--cached", "--name-only", "--no-renames", "--diff-filter=D")
    answer = _git(root, *listed, "--relative", "-z")
    names = (answer or b"").decode("utf-8", "surrogateescape").split("\0")
    return tuple(root / name for name in names if name)


def tracked(path: Path) -> bool:
    """True when git has `path` in its last commit: it was there, and is gone."""
    return _git(path.parent, "cat-file", "-e", f"HEAD:./{path.name}") is not None


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git prints; None when it says no, or is not there."""
    import subprocess

    command = ["git", "-C", str(folder), *arguments]
    try:
        answer = subprocess.run(command, capture_output=True, check=False, timeout=20)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return answer.stdout if answer.returncode == 0 else None


def pages_leading_to(gone: Iterable[Path], site: Site) -> Iterator[tuple[Page, list[Reference]]]:
    """The pages with references that may have led to one of `gone`, by its name."""
    names = {name for path in gone for name in _names(path)}
    for page in site.pages.values():
        if found := [each for each in page.facts.references if _last_part(each) in names]:
            yield page, found


def about(diagnostics: Iterable[Diagnostic], references: list[Reference]) -> list[Diagnostic]:
    """The ones of `diagnostics` that stand on one of `references`."""
    spans = [reference.span for reference in references]
    return [each for each in diagnostics if any(each.span.touches(span) for span in spans)]


def _names(path: Path) -> Iterator[str]:
    """What the last part of a reference to `path` may be."""
    name = path.name.lower()
    yield name
    if name.endswith(".md"):
        stem = name.removesuffix(".md")
        plain = stem.rpartition(".")[0] or stem
        yield from (stem, plain, f"{plain}.md")
        if plain in ("index", "_index"):
            yield path.parent.name.lower()


def _last_part(reference: Reference) -> str:
    path = unquote(reference.path.partition("?")[0]).rstrip("/")
    return PurePosixPath(path).name.lower()
