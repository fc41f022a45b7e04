"""A file's place below content/ as Hugo reads it: logical path, language, kind of page.

The rules are those of Hugo's own path parser: everything in lower case, a space becomes `-`, and of
`name.lang.ext` language and extension are no part of the name.
https://gohugo.io/methods/page/path/
"""

import posixpath
from collections.abc import Container, Iterable
from typing import Literal, NamedTuple

PathType = Literal["leaf", "branch", "single", "file"]

_CONTENT_ENDINGS = frozenset(
    [
        "md",
        "mdown",
        "markdown",
        "html",
        "htm",
        "org",
        "asciidoc",
        "adoc",
        "ad",
        "pandoc",
        "pdc",
        "rst",
    ]
)


class ContentPath(NamedTuple):
    """A parsed path.

    `key` is the logical path: "/docs/a" of docs/a.en.md, docs/a/index.md or docs/a/_index.md, ""
    of the home page, and with its extension that of any other file. `directory` is the folder
    ("/" at the top), `name` the bare name without language and extension.
    """

    key: str
    type: PathType
    language: str
    directory: str
    name: str
    disabled: bool = False

    @property
    def is_bundle(self) -> bool:
        """True of index.md and _index.md."""
        return self.type in ("leaf", "branch")

    @property
    def container(self) -> str:
        """The name of the folder."""
        return self.directory.rpartition("/")[2]

    @property
    def container_directory(self) -> str:
        """The folder, or for bundles the folder above it."""
        return posixpath.dirname(self.directory) if self.is_bundle else self.directory

    @property
    def base_name(self) -> str:
        """What a bare name in a ref is compared with: the folder's name for bundles."""
        return self.container if self.is_bundle else self.name

    @property
    def section(self) -> str:
        """The first folder; a leaf bundle at the top has none."""
        first, _, rest = self.directory[1:].partition("/")
        return "" if self.type == "leaf" and not rest else first


def normalise(path: str) -> str:
    """Lower case, and `-` for each space."""
    return path.lower().replace(" ", "-")


def folders_above(paths: Iterable[str]) -> frozenset[str]:
    """Every folder that one of `paths` lies in, at whatever depth, without the final slash."""
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return frozenset(found)


def parse(
    path: str, languages: Container[str] = (), disabled: Container[str] = (), *, lower: bool = True
) -> ContentPath:
    """`path` below content/ (with or without a leading slash); `languages` are the known codes.

    With `lower` off, letters and spaces are kept as they are (for disablePathToLower).
    """
    text = normalise(path) if lower else path
    if not text.startswith("/"):
        text = "/" + text
    if len(text) > 1 and text.endswith("/"):
        text = text[:-1]
    directory, _, file_name = text.rpartition("/")
    parts = file_name.split(".")
    if len(parts) == 1:
        return ContentPath("" if text == "/" else text, "file", "", directory or "/", file_name)
    language, cut, off = "", len(file_name) - len(parts[-1]) - 1, False
    if len(parts) > 2:
        end = cut
        for index in range(len(parts) - 2, -1, -1):
            start = end - len(parts[index])
            code = parts[index].lower()
            if code in languages or code in disabled:
                language, off = code, code in disabled
                cut = start - 1 if index else end
                break
            end = start - 1
    name, ending = file_name[:cut], parts[-1].lower()
    place = directory or "/"
    if ending not in _CONTENT_ENDINGS or not name:
        key = f"{directory}/{name}.{parts[-1]}" if language else text
        return ContentPath(key, "file", language, place, name, off)
    bare = name.lower()
    if bare == "index":
        return ContentPath(directory, "leaf", language, place, name, off)
    if bare == "_index":
        return ContentPath(directory, "branch", language, place, name, off)
    return ContentPath(f"{directory}/{name}", "single", language, place, name, off)


def adapter_folder(path: str) -> str | None:
    """The logical path of the folder whose pages the file at `path` below content/ makes; None when
    it is no content adapter. https://gohugo.io/content-management/content-adapters/
    """
    folder, _, name = normalise(path).strip("/").rpartition("/")
    is_adapter = name.startswith("_content.") and name.endswith(".gotmpl")
    return (f"/{folder}" if folder else "") if is_adapter else None


def is_ignored_name(name: str) -> bool:
    """True of files and folders that Hugo never reads: .x, #x and x~."""
    return name.startswith((".", "#")) or name.endswith("~")
