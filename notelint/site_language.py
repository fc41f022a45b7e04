"""What `notelint init --to` would change: another language in the site's own configuration."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from notelint.core import NotelintError
from notelint.files import is_note, shown_path, walk_notes
from notelint.hugo_edit import Settings, snippet, with_settings
from notelint.learn import read_note
from notelint.note.reference import Reference
from notelint.site.config_files import ENDINGS
from notelint.site.workspace import Workspace
from notelint.site_setup import Change, Setup

NAMES = {"pt": "Português", "en": "English", "es": "Español", "fr": "Français"}
"""What languages call themselves, for the menu of languages."""

_DUPLICATE = ("markup", "goldmark", "duplicateResourceFiles")


def plan_language(workspace: Workspace, target: str, source: str = "") -> Setup:
    """The settings that make `target` a language of the site, in the files they belong to.

    `source` is the language the notes are in, where the site does not say it. Raises NotelintError
    when nobody says it.
    """
    if not workspace.is_site:
        raise NotelintError(
            f"{shown_path(workspace.root)}: no Hugo configuration to add “{target}” to"
        )
    settings = dict(_settings(workspace, target, source))
    changes: dict[Path, Change] = {}
    advice = []
    for file, own in _by_file(workspace, settings).items():
        before = file.read_text("utf-8")
        ending = file.suffix.removeprefix(".").lower()
        after = with_settings(before, ending, own)
        if after is None:
            advice.append(f"add to {shown_path(file)}:\n{snippet(ending, own)}")
        else:
            changes[file] = Change(file, before, after, f"“{target}” is a language of the site")
    return Setup(tuple(changes.values()), tuple(advice))


def _settings(
    workspace: Workspace, target: str, source: str
) -> Iterator[tuple[tuple[str, ...], Any]]:
    hugo = workspace.hugo
    tables = hugo.get("languages") or {}
    source = source or _source_language(workspace, target)
    # Hugo takes `en` for the site's own language as soon as it is one, unless told otherwise.
    given, own = hugo.get("defaultcontentlanguage"), hugo.default_language
    if not given and source != "en" and (source != own or target == "en"):
        yield ("defaultContentLanguage",), source
    others = [table for table in tables.values() if isinstance(table, dict)]
    weights = [table.get("weight") or 0 for table in others]
    if source not in tables:
        yield ("languages", source, "weight"), max(weights, default=0) + 1
        weights.append(max(weights, default=0) + 1)
    if target not in tables:
        for key in ("label", "languageName"):
            if any(table.get(key.lower()) for table in others):
                yield ("languages", target, key), NAMES.get(target, target)
        if any(weights) or not any(table.get("label") for table in others):
            yield ("languages", target, "weight"), max(weights, default=1) + 1
        for key in ("locale", "languageCode"):
            if hugo.get(key.lower()):
                yield ("languages", target, key), target
        table = tables.get(source, {})
        folder = str(table.get("contentdir") or hugo.get("contentdir") or "")
        if folder and ("contentdir" in table or _named(folder, source)):
            yield ("languages", target, "contentDir"), _content_dir(folder, source, target)
    if not hugo.duplicates_resources and _needs_copies(workspace):
        yield _DUPLICATE, True


def _named(folder: str, language: str) -> bool:
    """True when a content folder is called after its language: `content/pt`."""
    return folder.rstrip("/").rpartition("/")[2].lower() == language


def _source_language(workspace: Workspace, target: str) -> str:
    hugo = workspace.hugo
    if hugo.default_language != target:
        return hugo.default_language
    for key in ("locale", "languagecode"):
        code = str(hugo.get(key) or "").lower().partition("-")[0]
        if code and code != target:
            return code
    raise NotelintError("which language are the notes in? Say it with --from LANGUAGE")


def _content_dir(own: str, source: str, target: str) -> str:
    """The other language's folder: beside the source's, named alike."""
    parent, _, name = own.rstrip("/").rpartition("/")
    renamed = target if name.lower() == source else name.replace(f".{source}", "") + f".{target}"
    return f"{parent}/{renamed}" if parent else renamed


def _needs_copies(workspace: Workspace) -> bool:
    """True when a note shows a file of its bundle in a way that only works beside a copy of it.

    Hugo publishes a bundle's files once, for the default language; raw HTML, shortcode parameters
    and `../` lead from the other language's page to nowhere.
    """
    for root in workspace.content:
        folder = (workspace.root / root.folder).resolve()
        for file in walk_notes(folder) if folder.is_dir() else ():
            path = file.relative_to(workspace.root).as_posix()
            try:
                note = read_note(path, file.read_bytes(), workspace)
            except OSError:  # said by `check`
                continue
            if any(_needs_copy(reference, file) for reference in note.references):
                return True
    return False


def _needs_copy(reference: Reference, file: Path) -> bool:
    path = reference.path.partition("?")[0]
    written = reference.origin in ("html", "shortcode") or ".." in path.split("/")
    if not written or reference.kind in ("ref", "relref") or not path or path[0] == "/":
        return False
    return ":" not in path and not is_note(path) and (file.parent / path).is_file()


def _by_file(workspace: Workspace, settings: Settings) -> dict[Path, dict[tuple[str, ...], Any]]:
    """Each setting in the file that has its first key already, or would have it."""
    files = workspace.hugo.files
    main = [file for file in files if file.stem.lower() in ("hugo", "config")]
    grouped: dict[Path, dict[tuple[str, ...], Any]] = {}
    for path, value in settings.items():
        split = [file for file in files if file.stem.lower() == path[0].lower()]
        if split and split[0].parent.name == "_default":
            grouped.setdefault(split[0], {})[path[1:]] = value
        elif main:
            grouped.setdefault(main[0], {})[path] = value
        else:
            names = ", ".join(f"hugo.{ending}" for ending in ENDINGS)
            raise NotelintError(f"the site has none of {names} to write “{'.'.join(path)}” into")
    return grouped
