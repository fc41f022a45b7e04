"""Lists of patterns of which some take names out: `["! drafts/**", "**.md"]`.

The first pattern that a name fits decides; a name that fits none is in where nothing but exclusions
is listed. https://gohugo.io/configuration/module/#files
"""

import posixpath
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from notelint.site.globs import matches


class _Pattern(NamedTuple):
    """`folders` are those that lead to what the pattern lets in."""

    pattern: str
    excludes: bool
    folders: tuple[str, ...]


def lists(patterns: tuple[str, ...], name: str) -> bool:
    """True when `name`, in whatever letter case, is in the list."""
    return _is_in(_parsed(patterns), name.lower(), is_folder=False)


@cache
def file_filter(patterns: tuple[str, ...]) -> Callable[[str], bool]:
    """What says whether a file, by its path below the folder that is mounted, is in the list.

    A file is reached only through folders that are in the list, too: `**.md` lists the files at the
    top, `**/*.md` those below.
    """
    parsed = _parsed(patterns)

    @lru_cache(maxsize=4096)
    def reaches(folder: str) -> bool:
        if not folder:
            return True
        return reaches(posixpath.dirname(folder)) and _is_in(parsed, folder, is_folder=True)

    def keep(path: str) -> bool:
        path = path.lower()
        return reaches(posixpath.dirname(path)) and _is_in(parsed, path, is_folder=False)

    return keep


def _is_in(patterns: tuple[_Pattern, ...], name: str, *, is_folder: bool) -> bool:
    for one in patterns:
        if matches(one.pattern, name):
            return not one.excludes
        if is_folder and any(matches(folder, name) for folder in one.folders):
            return True
    return all(one.excludes for one in patterns)


@cache
def _parsed(patterns: tuple[str, ...]) -> tuple[_Pattern, ...]:
    found: list[_Pattern] = []
    for written in patterns:
        excludes = written.startswith("! ")
        pattern = (written[2:] if excludes else written).strip().lower().lstrip("/")
        parts = [] if excludes else posixpath.dirname(pattern).split("/")
        folders = tuple("/".join(parts[: end + 1]) for end in range(len(parts)) if parts[0])
        found.append(_Pattern(pattern, excludes, folders))
    return tuple(found)
