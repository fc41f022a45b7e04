"""The folders that make up a site: its own, its module mounts, and its themes where they are on
disk.

https://gohugo.io/configuration/module/
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from notelint.site.config_files import has_config, read_site_config
from notelint.site.hugo_config import HugoConfig, as_list, dig

COMPONENTS = ("content", "static", "assets", "layouts", "data", "i18n", "archetypes")


class ContentRoot(NamedTuple):
    """A folder of notes (relative to the site's root, `/`), the language of all in it or None,
    and where below content/ Hugo puts it.
    """

    folder: str
    language: str | None
    target: str = ""


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


def mounts_of(root: Path, hugo: HugoConfig, theme_dirs: tuple[str, ...]) -> tuple[Mount, ...]:
    """All mounts whose source exists, in the order in which Hugo looks: the site's own first."""
    mounts = list(_own_mounts(root, hugo))
    for theme in theme_folders(root, hugo, theme_dirs, []):
        mounts += _theme_mounts(root, theme)
    return tuple(mount for mount in mounts if mount.path.exists())


def missing_themes(root: Path, hugo: HugoConfig, theme_dirs: tuple[str, ...]) -> tuple[str, ...]:
    """The names of themes and modules that are not on disk."""
    missing: list[str] = []
    theme_folders(root, hugo, theme_dirs, missing)
    return tuple(missing)


def theme_folders(
    root: Path, hugo: HugoConfig, theme_dirs: tuple[str, ...], missing: list[str]
) -> list[Path]:
    """The folders of the site's themes and modules, and those that they import in turn.

    Names of modules that are not on disk are added to `missing`.
    """
    given = [path for name in theme_dirs if (path := _absolute(root, name)).is_dir()]
    found = list(given)
    queue = list(_imports(hugo.values))
    seen: set[str] = set()
    while queue:
        name = queue.pop(0)
        if name in seen:
            continue
        seen.add(name)
        located = _locate(root, hugo, name)
        if located is None:
            if not _is_given(name, given):
                missing.append(name)
            continue
        if located not in found:
            found.append(located)
        queue += _imports(config_of(located))
    for path in given:
        for name in _imports(config_of(path)):
            inner = _locate(root, hugo, name)
            if inner is not None and inner not in found:
                found.append(inner)
    return found


def _imports(values: Mapping[str, Any]) -> Iterator[str]:
    for name in as_list(values.get("theme")):
        yield str(name)
    for table in as_list(dig(values, "module", "imports")):
        if isinstance(table, dict) and table.get("path") and table.get("disable") is not True:
            yield str(table["path"])


def _locate(root: Path, hugo: HugoConfig, name: str) -> Path | None:
    """Where Hugo would find the theme `name` without fetching it.

    A folder that holds nothing of a theme is a submodule that is not checked out, or belongs to a
    copy of the site that stands elsewhere: the theme is not there.
    """
    themes = str(hugo.get("themesdir") or "themes")
    replaced = _replacements(root, hugo).get(name)
    candidates = [root / "_vendor" / name, _absolute(root, themes) / name]
    if replaced:
        candidates.insert(0, _absolute(root, replaced))
        candidates.insert(1, _absolute(root, themes) / replaced)
    if name.startswith((".", "/")):
        candidates.append(_absolute(root, name))
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


def _own_mounts(root: Path, hugo: HugoConfig) -> Iterator[Mount]:
    declared = list(_declared(root, root, hugo.values, own=True))
    have = {mount.component for mount in declared}
    yield from _content_mounts(root, hugo, declared)
    for mount in declared:
        if mount.component != "content":
            yield mount
    for component in COMPONENTS[1:]:
        if component not in have:
            for name, language in _component_dirs(hugo, component):
                path = _absolute(root, name)
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
            path = _absolute(root, one.content_dir)
            mounts.append(Mount(path, _relative(root, path), "content", language=one.code))
    given = {mount.language for mount in mounts}
    if hugo.default_language not in given:
        path = _absolute(root, base)
        inner = tuple(
            mount.path.relative_to(path).as_posix()
            for mount in mounts
            if mount.path != path and mount.path.is_relative_to(path)
        )
        language = hugo.default_language if given else None
        mounts.append(
            Mount(path, _relative(root, path), "content", language=language, exclude=inner)
        )
    return mounts


def _theme_mounts(root: Path, theme: Path) -> Iterator[Mount]:
    declared = list(_declared(root, theme, config_of(theme), own=False))
    have = {mount.component for mount in declared}
    yield from declared
    for component in COMPONENTS:
        if component not in have:
            yield Mount(theme / component, _relative(root, theme / component), component, own=False)


def _declared(root: Path, base: Path, values: Mapping[str, Any], *, own: bool) -> Iterator[Mount]:
    for table in as_list(dig(values, "module", "mounts")):
        if not isinstance(table, dict) or not table.get("source") or not table.get("target"):
            continue
        if table.get("disablewatch") and table.get("disable") is True:
            continue
        component, _, target = str(table["target"]).strip("/").partition("/")
        if component in COMPONENTS:
            path = _absolute(base, str(table["source"]))
            languages = [str(code) for code in as_list(_languages_of(table))]
            language = languages[0] if len(languages) == 1 and "*" not in languages[0] else None
            yield Mount(
                path,
                _relative(root, path),
                component,
                target,
                language,
                own,
                files=_patterns(table),
            )


def _patterns(table: Mapping[str, Any]) -> tuple[str, ...]:
    """Hugo's `files`, with the older includeFiles and excludeFiles put into its form."""
    excluded = [f"! {one}" for one in as_list(table.get("excludefiles"))]
    given = [*as_list(table.get("includefiles")), *as_list(table.get("files")), *excluded]
    return tuple(str(one).strip() for one in given)


def _languages_of(table: Mapping[str, Any]) -> Any:
    return dig(table, "sites", "matrix", "languages") or table.get("lang")


def _absolute(root: Path, name: str) -> Path:
    return Path(name) if Path(name).is_absolute() else Path(_normal(root / name))


def _normal(path: Path) -> str:
    import os

    return os.path.normpath(path)


def _relative(root: Path, path: Path) -> str:
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()
