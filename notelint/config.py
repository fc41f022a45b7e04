"""What a user may set: notelint.toml, or [tool.notelint] of pyproject.toml, as one frozen Config.

Each field is one key of the file, with `-` for `_`; its type is what the key accepts. The reading,
the messages and schemas/notelint.json follow from the classes here. What a type cannot say stands
in the field's metadata, in the words of JSON Schema: "pattern", "exclusiveMinimum".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from notelint.core import Level

Table = Mapping[str, Any]
FILE_NAME = "notelint.toml"


def _empty() -> Table:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class PerPath:
    """Other choices for some notes.

    `paths` are patterns below the folder of the configuration file: `content/posts/**`.
    """

    paths: tuple[str, ...]
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: Mapping[str, Table] = field(default_factory=_empty)


@dataclass(frozen=True, slots=True)
class LanguageTool:
    """Grammar by LanguageTool, on top of the built-in spelling.

    `url` names a server that already runs; `timeout` is in seconds.
    """

    enabled: bool = False
    url: str = field(default="", metadata={"pattern": r"^(https?://[^/\s].*)?$"})
    disable: tuple[str, ...] = ()
    timeout: float = field(default=60.0, metadata={"exclusiveMinimum": 0})


@dataclass(frozen=True, slots=True)
class Translation:
    """How the other editions are made."""

    source: str = ""
    languages: tuple[str, ...] = ()
    engines: tuple[str, ...] = ()
    anchors: Literal["translate", "pin"] = "translate"
    slug: Literal["keep", "translate"] = "keep"
    never_translate: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """The whole configuration, defaults filled in.

    `folder` is where the file lies (per-path patterns start there) and `file` its path, both None
    when there is none. `engines` holds an `[engines.<name>]` table for each engine.
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_level: Level = "warning"
    language: str = ""
    theme_dirs: tuple[str, ...] = ()
    unknown_hooks: Literal["accept", "strict"] = "accept"
    rules: Mapping[str, Table] = field(default_factory=_empty)
    per_path: tuple[PerPath, ...] = ()
    engines: Mapping[str, Table] = field(default_factory=_empty)
    translation: Translation = field(default_factory=Translation)
    languagetool: LanguageTool = field(default_factory=LanguageTool)
    folder: Path | None = None
    file: Path | None = None


def load_config(site_root: Path, given: Path | None = None) -> Config:
    """The configuration in `given`, or in the nearest file at `site_root` or above it.

    Looks for notelint.toml, then for [tool.notelint] of a pyproject.toml, up to the repository's
    root. Raises NotelintError, with file and line, for what the file may not say.
    """
    from notelint.config_file import read_config, read_pyproject

    if given is not None:
        return read_config(given)
    for folder in (site_root.resolve(), *site_root.resolve().parents):
        own = folder / FILE_NAME
        if own.is_file():
            return read_config(own)
        shared = folder / "pyproject.toml"
        if shared.is_file() and b"notelint" in shared.read_bytes():
            config = read_pyproject(shared)
            if config is not None:
                return config
        if (folder / ".git").exists():
            break
    return Config()
