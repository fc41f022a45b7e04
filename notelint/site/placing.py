"""Where each note lies below content/, and which notes are parts of a bundle."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from notelint.site.content_path import ContentPath, is_ignored_name, parse
from notelint.site.facts import Facts
from notelint.site.filters import lists
from notelint.site.hugo_config import HugoConfig, as_list, dig
from notelint.site.listing import ignored_files
from notelint.site.mounts import ContentRoot
from notelint.site.values import text
from notelint.site.workspace import Workspace


class Placed(NamedTuple):
    """A note and where it lies below content/."""

    facts: Facts
    language: str
    place: ContentPath


def placed_facts(workspace: Workspace, facts: Mapping[str, Facts]) -> Iterator[Placed]:
    """The place of each note; those outside the content folders, or ignored by Hugo, are left
    out.
    """
    hugo = workspace.hugo
    codes = frozenset(hugo.codes) if workspace.is_site else frozenset[str]()
    disabled = frozenset(hugo.disabled_languages)
    ignored = ignored_files(hugo)
    for path, one in facts.items():
        roots = workspace.content_roots_of(path)
        if not roots:
            continue
        virtual = roots[0].virtual(path)
        place = parse(virtual, codes, disabled)
        hidden = any(map(is_ignored_name, virtual.split("/")))
        if ignored is not None and not hidden:
            hidden = ignored(str(workspace.root / path))
        if not place.disabled and not hidden:
            for language in _languages(one, place, roots, hugo):
                yield Placed(one, language, place)


def _languages(
    facts: Facts, place: ContentPath, roots: Sequence[ContentRoot], hugo: HugoConfig
) -> Iterable[str]:
    """The languages in which a note is a page: its front matter says so, or its name, or the
    folders it is in.
    """
    asked = as_list(dig(facts.front, "sites", "matrix", "languages"))
    if asked:
        patterns = tuple(text(one) for one in asked)
        return [code for code in hugo.codes if lists(patterns, code)]
    if place.language:
        return [place.language]
    return dict.fromkeys(root.language or hugo.default_language for root in roots)


def raw_place(workspace: Workspace, path: str) -> ContentPath:
    """The place of the note at `path` with letters and spaces as on disk."""
    root = workspace.content_root_of(path)
    virtual = path if root is None else root.virtual(path)
    codes = workspace.hugo.codes if workspace.is_site else ()
    return parse(virtual, codes, workspace.hugo.disabled_languages, lower=False)


class InLeaf:
    """Says whether a file lies inside a leaf bundle, other than as its own index.md."""

    def __init__(self, folders: Container[str]) -> None:
        self.folders = folders
        self._known: dict[str, bool] = {}

    def __call__(self, place: ContentPath) -> bool:
        """True for what is a part of the bundle; an _index.md beside an index.md is, too."""
        if place.type == "leaf":
            above = place.directory.rpartition("/")[0] or "/"
            return place.directory != "/" and self._below(above)
        return self._below(place.directory)

    def _below(self, directory: str) -> bool:
        found = self._known.get(directory)
        if found is None:
            found = directory in self.folders or (
                directory != "/" and self._below(directory.rpartition("/")[0] or "/")
            )
            self._known[directory] = found
        return found
