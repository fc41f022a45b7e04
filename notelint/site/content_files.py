"""The files in the site's content, static and assets folders."""

from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import islice

from notelint.site.bundles import ContentFile
from notelint.site.content_path import adapter_folder, parse
from notelint.site.filters import file_filter
from notelint.site.listing import ignored_files, list_files
from notelint.site.mounts import Mount
from notelint.site.workspace import Workspace

_ENOUGH = 20_000
"""How many files of a folder that is no site are looked at for suggestions: it may be anyone's
home.
"""


class SiteFiles:
    """Directory listings, made once, with names as they are on disk."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._ignored = ignored_files(workspace.hugo)
        self._names: dict[str, frozenset[str]] = {}

    @cached_property
    def content(self) -> tuple[tuple[str, str, str | None, bool], ...]:
        """Every file of the content folders: path, path below content/, language of the folder,
        own.
        """
        found: dict[tuple[str, str | None], tuple[str, str, str | None, bool]] = {}
        walked: set[tuple[str, str]] = set()
        for mount in self.workspace.mounts:
            folder = mount.folder, mount.target
            if mount.component == "content" and folder not in walked:
                walked.add(folder)  # one folder for several languages: they share its files
                for path, virtual in self._walk(mount):
                    entry = path, virtual, mount.language, mount.own
                    found.setdefault((virtual, mount.language), entry)
        if not self.workspace.is_site:
            for name in islice(list_files(self.workspace.root), _ENOUGH):
                found[name, None] = name, name, None, True
        return tuple(found.values())

    def names_in(self, folder: str) -> frozenset[str]:
        """The names of the files and folders right in `folder` (relative to the root)."""
        known = self._names.get(folder)
        if known is None:
            try:
                known = frozenset(one.name for one in (self.workspace.root / folder).iterdir())
            except OSError:
                known = frozenset()  # no folder, no names
            self._names[folder] = known
        return known

    def other_files(
        self, notes: Callable[[str], bool]
    ) -> tuple[list[ContentFile], list[tuple[str, str, str | None]]]:
        """The content files that are no notes of ours, which `notes` says of a path: those that are
        no pages, and the path, path below content/ and folder's language of those that are (HTML,
        a theme's own content, notes that could not be read).
        """
        hugo = self.workspace.hugo
        codes, disabled = hugo.codes, hugo.disabled_languages
        files: list[ContentFile] = []
        pages: list[tuple[str, str, str | None]] = []
        for path, virtual, language, _ in self.content if self.workspace.is_site else ():
            if notes(path) or adapter_folder(virtual) is not None:
                continue
            place = parse(virtual, codes, disabled)
            if place.type != "file":
                pages.append((path, virtual, language))
            elif not place.disabled:
                own = place.language or language or hugo.default_language
                files.append(ContentFile(path, "/" + virtual, place.key, own))
        return files, pages

    @cached_property
    def static(self) -> dict[str, str]:
        """Address (with a leading slash) → path of the file, of all static folders."""
        found: dict[str, str] = {}
        for mount in self.workspace.mounts:
            if mount.component == "static":
                for path, virtual in self._walk(mount):
                    found.setdefault("/" + virtual, path)
        return found

    @cached_property
    def assets(self) -> dict[str, str]:
        """Path below assets/ (no leading slash) → path of the file."""
        found: dict[str, str] = {}
        for mount in self.workspace.mounts:
            if mount.component == "assets":
                for path, virtual in self._walk(mount):
                    found.setdefault(virtual, path)
        return found

    def _walk(self, mount: Mount) -> Iterator[tuple[str, str]]:
        keep = file_filter(mount.files) if mount.files else None
        folder = "" if mount.folder == "." else mount.folder
        verbatim = mount.component != "content"
        ignored = None if verbatim else self._ignored
        exclude = frozenset(mount.exclude)
        for name in list_files(mount.path, exclude, ignored, verbatim=verbatim):
            if not name or keep is None or keep(name):
                path = "/".join(part for part in (folder, name) if part)
                yield path, "/".join(part for part in (mount.target, name) if part)
