"""Where the notes lie and what holds for all of them: configuration, languages, theme folders,
known words.

A workspace knows no note; it is small, can be pickled, and is built once before any note is
read.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Literal

from notelint.data_file import kept_beside, our_rules_folder, read_data
from notelint.files import lines_of
from notelint.note.front_matter_schema import Schema, load_schema
from notelint.note.markup import MATH, Markup
from notelint.note.shortcode_data import load_table
from notelint.note.shortcode_table import ShortcodeTable, default_table
from notelint.site.config_files import has_config
from notelint.site.content_path import parse
from notelint.site.hooks import Hooks, LinkHook
from notelint.site.hugo_config import HugoConfig, hugo_config, load_hugo_config, markup_of
from notelint.site.mounts import ContentRoot, Mount, mounts_of
from notelint.site.templates import (
    hooks_of,
    id_shortcodes,
    printing_templates,
    shortcode_hook,
    shortcode_templates,
)
from notelint.site.theme_config import with_themes
from notelint.site.themes import Themes, themes_of

HUGO_SHORTCODES = (
    *("comment", "details", "figure", "gist", "highlight", "instagram", "param", "qr", "ref"),
    *("relref", "tweet", "twitter", "twitter_simple", "vimeo", "vimeo_simple", "x", "x_simple"),
    "youtube",
)
"""The shortcodes that come with Hugo: https://gohugo.io/shortcodes/"""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose that changes what is right. `now` decides what is future or expired.

    `theme_dirs` are folders of themes that Hugo would fetch as modules; `unknown_hooks` says
    what to do when a render hook cannot be understood: "accept" a target that exists beside the
    note, or be "strict" as stock Hugo. `language` is that of notes which no site gives a
    language.
    """

    theme_dirs: tuple[str, ...] = ()
    unknown_hooks: Literal["accept", "strict"] = "accept"
    language: str = ""
    now: datetime = field(default_factory=lambda: datetime.now(UTC))


@dataclass(frozen=True)
class Workspace:
    """A site, or a folder with no Hugo configuration (`hugo.files` is empty then)."""

    root: Path
    hugo: HugoConfig = field(default_factory=HugoConfig)
    settings: Settings = field(default_factory=Settings)

    @staticmethod
    def find(start: Path, settings: Settings | None = None) -> "Workspace":
        """The site around `start`: the nearest folder at or above it with a Hugo configuration,
        else `start` itself.

        Raises NotelintError when the configuration cannot be read.
        """
        start = start.resolve()
        return Workspace.open(find_root(start) or start, settings)

    @staticmethod
    def open(root: Path, settings: Settings | None = None) -> "Workspace":
        """The site whose root is `root`, with or without a configuration."""
        settings = settings or Settings()
        hugo = load_hugo_config(root)
        themes = themes_of(root, hugo, settings.theme_dirs)
        values = with_themes(hugo.values, (theme.values for theme in themes.found))
        hugo = hugo_config(values, hugo.files)
        return Workspace(root, hugo, settings)

    def with_settings(self, settings: Settings) -> "Workspace":
        """This workspace for other settings."""
        return Workspace.open(self.root, settings)

    @property
    def is_site(self) -> bool:
        """True when there is a Hugo configuration."""
        return bool(self.hugo.files)

    @cached_property
    def _themes(self) -> Themes:
        return themes_of(self.root, self.hugo, self.settings.theme_dirs)

    @cached_property
    def mounts(self) -> tuple[Mount, ...]:
        """Every folder on disk that Hugo would mount, the site's own before its themes'."""
        return mounts_of(self.root, self.hugo, self._themes.found)

    @cached_property
    def content(self) -> tuple[ContentRoot, ...]:
        """The folders of notes: the site's own content; themes' content is not for us to judge."""
        if not self.is_site:
            return (ContentRoot(".", None),)
        return tuple(
            ContentRoot(mount.folder, mount.language, mount.target, mount.files)
            for mount in self.mounts
            if mount.component == "content" and mount.own
        )

    @cached_property
    def editions(self) -> tuple[str, ...]:
        """The languages that notelint has a memory of: those it makes an edition in."""
        folder = self.root / ".notelint" / "memory"
        found = sorted(folder.iterdir()) if folder.is_dir() else []
        return tuple(path.name for path in found if path.is_dir())

    @cached_property
    def markup(self) -> Markup:
        """How the site's Markdown is read; everything is on where there is no site."""
        return markup_of(self.hugo) if self.is_site else MATH

    @cached_property
    def shortcode_table(self) -> ShortcodeTable:
        """Our rules/data/shortcodes.yaml with the site's own added, and the templates on disk."""
        table = default_table()
        own = self.root / "rules" / "data" / "shortcodes.yaml"
        if own.is_file() and own.parent.parent.resolve() != our_rules_folder().resolve():
            table = table.joined(load_table(own))
        if not self.is_site:
            return table
        return table.for_site(
            shortcode_templates(self.mounts), self.missing_themes, printing_templates(self.mounts)
        )

    @cached_property
    def known_shortcodes(self) -> frozenset[str]:
        """The names (lower case) of all shortcodes that Hugo, the site, its themes or
        shortcodes.yaml know.
        """
        table = self.shortcode_table
        return frozenset((*HUGO_SHORTCODES, *table.entries, *table.templates))

    @property
    def missing_themes(self) -> tuple[str, ...]:
        """Themes and modules that the configuration names and that are not on disk."""
        return self._themes.missing

    @cached_property
    def hooks(self) -> Hooks:
        """What becomes of links, images and heading ids."""
        return hooks_of(self.hugo, self.mounts, self.missing_themes)

    def hooks_for(self, page_type: str) -> Hooks:
        """What becomes of links and images on pages of that type."""
        if page_type not in self._type_hooks:
            places = (mount.path / page_type / "_markup" for mount in self.mounts)
            has_own = any(place.is_dir() for place in places)
            self._type_hooks[page_type] = (
                hooks_of(self.hugo, self.mounts, self.missing_themes, page_type)
                if has_own
                else self.hooks
            )
        return self._type_hooks[page_type]

    @cached_property
    def _type_hooks(self) -> dict[str, Hooks]:
        return {}

    def shortcode_hook(self, name: str) -> LinkHook | None:
        """How the shortcode `name` turns its parameters into addresses; None when not known."""
        if name not in self._shortcode_hooks:
            hook = shortcode_hook(name, self.mounts, self.missing_themes)
            self._shortcode_hooks[name] = hook
        return self._shortcode_hooks[name]

    @cached_property
    def _shortcode_hooks(self) -> dict[str, LinkHook | None]:
        return {}

    @cached_property
    def id_shortcodes(self) -> Mapping[str, tuple[str, ...]]:
        """Shortcodes whose output holds ids that are not written in the note, and how those
        begin.
        """
        return id_shortcodes(self.mounts)

    def language_of(self, path: str) -> str:
        """The language of the note at `path` (relative to the root, `/`): by file name,
        then by content folder.
        """
        if self.is_site:
            parsed = parse(path.rpartition("/")[2], self.hugo.codes, self.hugo.disabled_languages)
            root = self.content_root_of(path)
            folder = root.language if root is not None else None
            return parsed.language or folder or self.hugo.default_language
        named = _NAME_LANGUAGE.search(path)
        return named.group(1).lower() if named else self.settings.language

    def content_root_of(self, path: str) -> ContentRoot | None:
        """The content folder that `path` lies in, the innermost one."""
        return next(iter(self.content_roots_of(path)), None)

    def content_roots_of(self, path: str) -> Sequence[ContentRoot]:
        """The innermost content folder that `path` lies in, once for each language it is for."""
        best: list[ContentRoot] = []
        for root in self.content:
            if root.inside(path) is None:
                continue
            if best and root.folder == best[0].folder:
                best.append(root)
            elif not best or len(root.folder) > len(best[0].folder) or best[0].folder == ".":
                best = [root]
        return best

    def words(self, language: str) -> tuple[str, ...]:
        """The lines of words.<language>.txt, ours then the site's."""
        key = ("words", language)
        if key not in self.memo:
            self.memo[key] = self._words(language)
        lines: tuple[str, ...] = self.memo[key]
        return lines

    def _words(self, language: str) -> tuple[str, ...]:
        base = language.partition("-")[0]
        lines: list[str] = []
        for folder in self._data_folders():
            for name in dict.fromkeys((f"words.{base}.txt", f"words.{language}.txt")):
                lines += lines_of(folder / name)
        return tuple(lines)

    def data(self, name: str) -> Mapping[str, Any]:
        """rules/data/<name>.yaml, the site's keys over ours (tables are merged, lists joined)."""
        merged: dict[str, Any] = {}
        for path in self._data_files(name):
            _join(merged, read_data(path).values)
        return merged

    def kept_with(
        self, name: str, what: str, also: Iterable[Path]
    ) -> Callable[[Callable[[], Any]], Any] | None:
        """How to keep `what` is made of our rules/data/<name>.yaml (see `kept_beside`); None when the site
        has such a file, too.
        """
        found = self._data_files(name)
        if len(found) != 1 or not found[0].is_relative_to(our_rules_folder()):
            return None
        return partial(kept_beside, found[0], what, also=also)

    @cached_property
    def memo(self) -> dict[tuple[str, ...], Any]:
        """What checks have built from data files, by what it is: built once for all notes."""
        return {}

    @cached_property
    def front_matter_schema(self) -> Schema:
        """rules/data/front-matter.yaml, ours and the site's."""
        return load_schema(folder / "front-matter.yaml" for folder in self._data_folders())

    def _data_files(self, name: str) -> list[Path]:
        paths = (folder / f"{name}.yaml" for folder in self._data_folders())
        return [path for path in paths if path.is_file()]

    def _data_folders(self) -> tuple[Path, ...]:
        ours, own = our_rules_folder() / "data", self.root / "rules" / "data"
        same = own.is_dir() and ours.is_dir() and own.resolve() == ours.resolve()
        return (ours,) if same else (ours, own)


_NAME_LANGUAGE = re.compile(r"\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\.[A-Za-z]+$")


def find_root(start: Path) -> Path | None:
    """The nearest folder at or above `start` with a Hugo configuration."""
    for folder in (start, *start.parents):
        if has_config(folder):
            return folder
    return None


def _join(into: dict[str, Any], new: Mapping[str, Any]) -> None:
    for key, value in new.items():
        old = into.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            _join(old, value)
        elif isinstance(old, list) and isinstance(value, list):
            into[key] = [*old, *value]
        else:
            into[key] = value
