"""The folders that make up a site: its own, its module mounts, and its themes where they are on
disk.

https://gohugo.io/configuration/module/
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from notelint.site.filters import file_filter, lists
from notelint.site.hugo_config import HugoConfig, as_list, dig
from notelint.site.themes import COMPONENTS, Mounts, Theme, absolute, mounts_in


class ContentRoot(NamedTuple):
    """A folder of notes (relative to the site's root, `/`) or one note, the language of all in it or
    None, where below content/ Hugo puts it, and the patterns of the files that Hugo takes of it: all
    when there are none.
    """

    folder: str
    language: str | None
    target: str = ""
    files: tuple[str, ...] = ()

    def inside(self, path: str) -> str | None:
        """The part of `path` (a note, or a folder with its final slash) below this folder, "" for
        the note itself; None when it is not in.
        """
        if self.folder == ".":
            inside = path
        elif path == self.folder:
            return ""
        elif path.startswith(self.folder + "/"):
            inside = path[len(self.folder) + 1 :]
        else:
            return None
        is_in = not self.files or path.endswith("/") or file_filter(self.files)(inside)
        return inside if is_in else None

    def virtual(self, path: str) -> str:
        """Where below content/ Hugo puts `path`, which lies in this folder."""
        return "/".join(part for part in (self.target, self.inside(path)) if part)


class Mount(NamedTuple):
    """`path` on disk stands for `target` (below the folder `component` of Hugo's own file
    system).

    `folder` is `path` relative to the site's root with `/` (absolute when it lies elsewhere);
    `own` is False for a theme's. `language` limits it to one language. `exclude` are folders
    below it that other mounts have.
    """

    path: Path
    folder: str
    component: str
    target: str = ""
    language: str | None = None
    own: bool = True
    exclude: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


def mounts_of(root: Path, hugo: HugoConfig, themes: Iterable[Theme]) -> tuple[Mount, ...]:
    """All mounts whose source exists, in the order in which Hugo looks: the site's own first."""
    mounts = list(_own_mounts(root, hugo))
    for theme in themes:
        mounts += _theme_mounts(root, hugo, theme)
    return tuple(mount for mount in mounts if mount.path.exists())


def _own_mounts(root: Path, hugo: HugoConfig) -> Iterator[Mount]:
    tables = _declared(root, root, hugo, mounts_in(hugo.values), own=True)
    # Where the source is not there, Hugo goes on as if the mount had not been written.
    declared = [mount for mount in tables if mount.path.exists()]
    have = {mount.component for mount in declared}
    yield from _content_mounts(root, hugo, declared)
    for mount in declared:
        if mount.component != "content":
            yield mount
    for component in COMPONENTS[1:]:
        if component not in have:
            for name, language in _component_dirs(hugo, component):
                path = absolute(root, name)
                yield Mount(path, _relative(root, path), component, language=language)


def _component_dirs(hugo: HugoConfig, component: str) -> Iterator[tuple[str, str | None]]:
    if component != "static":
        key = {"assets": "assetdir", "layouts": "layoutdir", "data": "datadir"}.get(component, "")
        yield str(hugo.get(key) or component), None
        return
    keys = ["staticdir", *(f"staticdir{number}" for number in range(11))]
    names = [str(name) for key in keys for name in as_list(hugo.get(key))]
    for name in dict.fromkeys(names or ["static"]):
        yield name, None
    for one in hugo.languages:
        for key in keys:
            for name in as_list(one.own.get(key)):
                yield str(name), one.code if hugo.multihost else None


def _content_mounts(root: Path, hugo: HugoConfig, declared: list[Mount]) -> list[Mount]:
    content = [mount for mount in declared if mount.component == "content"]
    if content:
        return content
    base = str(hugo.get("contentdir") or "content").strip("/") or "content"
    mounts: list[Mount] = []
    for one in hugo.languages:
        if one.content_dir:
            path = absolute(root, one.content_dir)
            mounts.append(Mount(path, _relative(root, path), "content", language=one.code))
    if any(not one.content_dir for one in hugo.languages):
        path = absolute(root, base)
        inner = tuple(
            mount.path.relative_to(path).as_posix()
            for mount in mounts
            if mount.path != path and mount.path.is_relative_to(path)
        )
        language = hugo.default_language if mounts else None
        mounts.append(
            Mount(path, _relative(root, path), "content", language=language, exclude=inner)
        )
    return mounts


def _theme_mounts(root: Path, hugo: HugoConfig, theme: Theme) -> Iterator[Mount]:
    if theme.mounts is not None:
        yield from _declared(root, theme.path, hugo, theme.mounts, own=False)
        return
    for component in COMPONENTS:
        path = theme.path / component
        yield Mount(path, _relative(root, path), component, own=False)


def _declared(
    root: Path, base: Path, hugo: HugoConfig, tables: Mounts, *, own: bool
) -> Iterator[Mount]:
    for table in tables:
        if not table.get("source") or not table.get("target"):
            continue
        component, _, target = str(table["target"]).strip("/").partition("/")
        if component in COMPONENTS:
            path = absolute(base, str(table["source"]))
            folder, files = _relative(root, path), _patterns(table)
            for language in _languages_of(table, hugo):
                yield Mount(path, folder, component, target, language, own, files=files)


def _patterns(table: Mapping[str, Any]) -> tuple[str, ...]:
    """Hugo's `files`, with the older includeFiles and excludeFiles put into its form."""
    excluded = [f"! {one}" for one in as_list(table.get("excludefiles"))]
    given = [*excluded, *as_list(table.get("includefiles")), *as_list(table.get("files"))]
    return tuple(str(one).strip() for one in given)


def _languages_of(table: Mapping[str, Any], hugo: HugoConfig) -> tuple[str | None, ...]:
    """The languages of a mount, or None alone for the default one."""
    written = dig(table, "sites", "matrix", "languages") or table.get("lang")
    patterns = tuple(str(one) for one in as_list(written))
    if not patterns:
        return (None,)
    return tuple(code for code in hugo.codes if lists(patterns, code))


def _relative(root: Path, path: Path) -> str:
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()
