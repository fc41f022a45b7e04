"""The files of a Hugo configuration, merged in Hugo's order into one table of lower-case keys.

https://gohugo.io/configuration/introduction/
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from notelint.core import NotelintError

ENDINGS = ("toml", "yaml", "yml", "json")
_NAMES = ("hugo", "config")
_RENAMED = {"menu": "menus"}


def main_file(root: Path) -> Path | None:
    """The first of hugo.toml, hugo.yaml, …, config.json that `root` has."""
    for name in _NAMES:
        for ending in ENDINGS:
            path = root / f"{name}.{ending}"
            if path.is_file():
                return path
    return None


def config_folders(root: Path, environment: str) -> list[Path]:
    """config/_default and config/<environment>, where they exist; a later one overrides."""
    folders = [root / "config" / name for name in ("_default", environment)]
    return [folder for folder in folders if folder.is_dir()]


def has_config(root: Path) -> bool:
    """True when `root` holds a Hugo configuration of any form."""
    if main_file(root):
        return True
    default = root / "config" / "_default"
    return default.is_dir() and any(_is_config(path) for path in default.iterdir())


def read_site_config(root: Path, environment: str) -> tuple[dict[str, Any], tuple[Path, ...]]:
    """All configuration of the site at `root`, and the files it was read from.

    Raises NotelintError for a file that cannot be read.
    """
    values: dict[str, Any] = {}
    files: list[Path] = []
    main = main_file(root)
    if main:
        merge(values, read_file(main))
        files.append(main)
    for folder in config_folders(root, environment):
        for path in _walk(folder):
            merge(values, placed(path.stem, read_file(path)))
            files.append(path)
    return values, tuple(files)


def placed(stem: str, content: dict[str, Any]) -> dict[str, Any]:
    """Where the content of a split file belongs: `params.en` is languages.en.params.

    A file may also wrap all it has in one key of its own name.
    """
    stem = stem.lower()
    if stem in _NAMES:
        return content
    name, _, language = stem.partition(".")
    inner: Any = content
    if len(content) == 1 and name in content:
        inner = content[name]
    name = _RENAMED.get(name, name)
    if not language:
        return {name: inner}
    if name in ("menus", "params"):
        inner = {name: inner}
    return {"languages": {language: inner}}


def merge(into: dict[str, Any], new: dict[str, Any]) -> None:
    """Put `new` over `into`, tables key by key; anything else is replaced."""
    for key, value in new.items():
        old = into.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            merge(old, value)
        else:
            into[key] = value


def read_file(path: Path) -> dict[str, Any]:
    """One configuration file with keys in lower case at every depth; NotelintError when it is
    not valid.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise NotelintError(f"{path}: the Hugo configuration cannot be read: {reason}") from error
    try:
        content = _parse(text, path.suffix.lower())
    except ValueError as error:
        raise NotelintError(f"{path}: {' '.join(str(error).split())}") from error
    return _lower(content) if isinstance(content, dict) else {}


def _parse(text: str, ending: str) -> Any:
    if ending == ".toml":
        import tomllib

        return tomllib.loads(text)
    if ending == ".json":
        import json

        return json.loads(text)
    return read_yaml(text)


def read_yaml(text: str) -> Any:
    """`text` as Hugo reads YAML (1.2: `yes` is a string); ValueError when it is not YAML."""
    import yaml

    from notelint.note.front_matter_scalars import plain_value

    base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Loader(base):  # type: ignore[misc]
        """Plain scalars as in front matter; only `<<` keeps its meaning."""

        yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own name and kind
            "<": base.yaml_implicit_resolvers["<"]
        }

    def scalar(loader: Any, node: Any) -> Any:
        value = loader.construct_scalar(node)
        return value if node.style else plain_value(value)

    Loader.add_constructor("tag:yaml.org,2002:str", scalar)
    try:
        return yaml.load(text, Loader=Loader)
    except yaml.YAMLError as error:
        raise ValueError(f"not valid YAML: {error}") from error


def _lower(value: Any) -> Any:
    if isinstance(value, dict):
        lowered = {str(key).lower(): _lower(each) for key, each in value.items()}
        return {_RENAMED.get(key, key): each for key, each in lowered.items()}
    if isinstance(value, list):
        return [_lower(each) for each in value]
    return value


def _is_config(path: Path) -> bool:
    return path.is_file() and path.suffix.lower().lstrip(".") in ENDINGS


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            yield from _walk(path)
        elif _is_config(path):
            yield path
