"""Editions in other languages: which there are, of which pages, and where their files go."""

from pathlib import PurePosixPath

from notelint.site.page import Page
from notelint.site.site import Site
from notelint.site.workspace import Workspace


def editions(site: Site, asked: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The languages that are made from the site's own: those asked for, or those notelint has a memory of."""
    return asked or site.workspace.editions


def edition_of(site: Site, page: Page, language: str) -> str | None:
    """The path of a page's edition; None when there is none."""
    other = site.tree.by_language.get(language, {}).get(page.logical_path)
    if other is not None and other.path:
        return other.path
    expected = expected_edition(site.workspace, page, language)
    if expected in site.pages or (site.workspace.root / expected).is_file():
        return expected
    return None


def expected_edition(workspace: Workspace, page: Page, language: str) -> str:
    """Where notelint would write it."""
    return target_of(workspace, page.path, page.language, language)


def is_source(site: Site, page: Page) -> bool:
    """True for a published note in the site's own language."""
    own = page.language == site.workspace.hugo.default_language
    return own and bool(page.path) and page.kind != "resource" and page.is_published


def target_of(workspace: Workspace, page: str, source: str, target: str) -> str:
    """Where the edition of `page` goes: the target's content folder if it has one, else `name.en.md` beside."""
    path = PurePosixPath(page)
    stem, ending = path.stem, path.suffix
    if stem.lower().endswith(f".{source}"):
        stem = stem[: -len(source) - 1]
    root = workspace.content_root_of(page)
    folders = [other.folder for other in workspace.content if other.language == target]
    folders += [one.content_dir for one in workspace.hugo.languages if one.code == target]
    for folder in folders:
        if folder and root is not None and folder != root.folder:
            inside = path.relative_to(root.folder) if root.folder != "." else path
            return str(PurePosixPath(folder) / inside.with_name(stem + ending))
    return str(path.with_name(f"{stem}.{target}{ending}"))
