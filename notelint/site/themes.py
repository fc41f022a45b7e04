"""The themes and modules of a site that are on disk, and what each brings.

https://gohugo.io/configuration/module/#imports
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from notelint.site.config_files import has_config, read_site_config
from notelint.site.hugo_config import HugoConfig, as_list, dig
from notelint.site.values import truth

COMPONENTS = ("content", "static", "assets", "layouts", "data", "i18n", "archetypes")
"""The folders that make up a site or a theme."""

Mounts = tuple[Mapping[str, Any], ...]
"""The tables of `mounts` in a configuration."""


class Theme(NamedTuple):
    """A theme's folder, its own configuration, and the mounts that stand for its folders.

    `mounts` is None for a theme whose folders lie where Hugo looks for them by itself.
    """

    path: Path
    values: Mapping[str, Any]
    mounts: Mounts | None


class Themes(NamedTuple):
    """The themes and modules of a site that are on disk, and the names of those that are not."""

    found: tuple[Theme, ...] = ()
    missing: tuple[str, ...] = ()


class _Import(NamedTuple):
    """One theme by name, and what the import says of it. `mounts` is None where it says nothing."""

    name: str
    mounts: Mounts | None = None
    ignores_config: bool = False
    ignores_imports: bool = False


def themes_of(root: Path, hugo: HugoConfig, theme_dirs: tuple[str, ...]) -> Themes:
    """The site's themes and modules, and those that they import in turn."""
    given = [path for name in theme_dirs if (path := absolute(root, name)).is_dir()]
    found = {path: _theme(path, _Import("")) for path in given}
    missing: list[str] = []
    queue = list(_imports(hugo.values))
    seen: set[str] = set()
    while queue:
        asked = queue.pop(0)
        if asked.name in seen:
            continue
        seen.add(asked.name)
        located = _locate(root, hugo, asked.name)
        if located is None:
            if not _is_given(asked.name, given):
                missing.append(asked.name)
            continue
        theme = found.setdefault(located, _theme(located, asked))
        if not asked.ignores_imports:
            queue += _imports(theme.values)
    for path in given:
        for asked in _imports(found[path].values):
            inner = _locate(root, hugo, asked.name)
            if inner is not None:
                found.setdefault(inner, _theme(inner, asked))
    return Themes(tuple(found.values()), tuple(missing))


def mounts_in(values: Mapping[str, Any]) -> Mounts:
    """The mounts that a configuration declares."""
    tables = as_list(dig(values, "module", "mounts"))
    return tuple(table for table in tables if isinstance(table, Mapping))


def _imports(values: Mapping[str, Any]) -> Iterator[_Import]:
    for name in as_list(values.get("theme")):
        yield _Import(str(name))
    for table in as_list(dig(values, "module", "imports")):
        if not isinstance(table, dict) or not table.get("path") or truth(table.get("disable")):
            continue
        tables = as_list(table.get("mounts"))
        mounts = tuple(one for one in tables if isinstance(one, Mapping)) or None
        if truth(table.get("nomounts")):
            mounts = ()
        yield _Import(
            str(table["path"]),
            mounts,
            truth(table.get("ignoreconfig")),
            truth(table.get("ignoreimports")),
        )


def _theme(path: Path, asked: _Import) -> Theme:
    values = config_of(path) if not asked.ignores_config else {}
    mounts = asked.mounts
    return Theme(path, values, mounts if mounts is not None else mounts_in(values) or None)


def _locate(root: Path, hugo: HugoConfig, name: str) -> Path | None:
    """Where Hugo would find the theme `name` without fetching it.

    A folder that holds nothing of a theme is a submodule that is not checked out, or belongs to a
    copy of the site that stands elsewhere: the theme is not there.
    """
    themes = str(hugo.get("themesdir") or "themes")
    replaced = _replacements(root, hugo).get(name)
    candidates = [root / "_vendor" / name, absolute(root, themes) / name]
    if replaced:
        candidates.insert(0, absolute(root, replaced))
        candidates.insert(1, absolute(root, themes) / replaced)
    if name.startswith((".", "/")):
        candidates.append(absolute(root, name))
    return next((path.resolve() for path in candidates if _holds_a_theme(path)), None)


def _holds_a_theme(path: Path) -> bool:
    marks = ("theme.toml", "go.mod", *COMPONENTS)
    return has_config(path) or any((path / mark).exists() for mark in marks)


def _replacements(root: Path, hugo: HugoConfig) -> dict[str, str]:
    """`replace` directives of go.mod and of module.replacements that lead to folders."""
    pairs: dict[str, str] = {}
    go_mod = root / "go.mod"
    if go_mod.is_file():
        for line in go_mod.read_text(encoding="utf-8", errors="replace").splitlines():
            left, arrow, right = line.partition("//")[0].replace("replace ", "").partition("=>")
            if arrow and left.split() and right.split():
                pairs[left.split()[0]] = right.split()[0]
    written = hugo.get("module", "replacements")
    for each in written if isinstance(written, list) else str(written or "").split(","):
        left, arrow, right = str(each).partition("->")
        if arrow:
            pairs[left.strip()] = right.strip()
    return pairs


def _is_given(name: str, given: list[Path]) -> bool:
    """True when one of the folders the user gave is plainly the module `name`."""
    last = name.rstrip("/").rsplit("/", 1)[-1].lower()
    for path in given:
        go_mod = path / "go.mod"
        if go_mod.is_file() and f"module {name}" in go_mod.read_text(
            encoding="utf-8", errors="replace"
        ):
            return True
        if path.name.lower() == last:
            return True
    return False


def config_of(folder: Path) -> dict[str, Any]:
    """The configuration of a theme, empty when it has none."""
    if not has_config(folder):
        return {}
    return read_site_config(folder, "production")[0]


def absolute(root: Path, name: str) -> Path:
    """`name` as it stands in a configuration of `root`; links stay as they are."""
    return Path(os.path.normpath(root / name))
