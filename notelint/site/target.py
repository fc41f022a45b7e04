"""Where a page is written and what its address is.

Follows Hugo's own path builder: https://gohugo.io/content-management/urls/
"""

import posixpath
from typing import NamedTuple

from notelint.site.formats import Format
from notelint.site.sanitise import sanitise

_INDEX_KINDS = ("home", "section", "taxonomy")
_BRANCH_KINDS = ("home", "section", "taxonomy", "term")


class Place(NamedTuple):
    """What decides a page's address. `prefix` is the language's folder, `permalink` the expanded
    pattern.
    """

    kind: str
    directory: str
    base_name: str
    is_bundle: bool
    prefix: str = ""
    ugly: bool = False
    url: str = ""
    permalink: str = ""
    lower: bool = True
    remove_accents: bool = False


class Target(NamedTuple):
    """`file` is written below public/ (with a leading slash), `link` is the address without the
    base path, `folder` where the page's files go; nothing is percent-encoded.
    """

    file: str
    link: str
    folder: str


def target_of(place: Place, format_: Format) -> Target:
    """The target of a page in one output format."""
    suffix = format_.suffix or ""
    index = format_.base + suffix
    url = place.url
    force = bool(url) and not format_.root and not url.startswith("/")
    if ".." in url:
        url = posixpath.normpath("/" + url)
    prefix = "" if format_.root and not force else place.prefix
    ugly = (place.ugly or format_.ugly) and not format_.no_ugly
    same_name = not place.is_bundle and bool(place.base_name) and place.base_name == format_.base
    index_is_ugly = place.kind in _INDEX_KINDS and ugly
    ugly = ugly or (not place.permalink and same_name)
    parts: list[str] = [format_.path]
    needs_base = True
    if place.kind != "page" and not url:
        parts.append(place.permalink or place.directory)
        needs_base = False
    used_prefix = prefix
    up = False
    if place.kind != "home" and url:
        parts += [part for part in url.split("/") if part]
        if url.endswith("/") or "." not in url:
            parts.append(index)
        else:
            suffix = posixpath.splitext(url)[1]
        up = _last(parts) == "index.html"
        used_prefix = prefix if force and not url.startswith("/" + prefix) else ""
    elif place.kind not in _BRANCH_KINDS:
        parts += [place.permalink] if place.permalink else [place.directory, place.base_name]
        if ugly:
            parts = _joined_last(parts, suffix)
        else:
            parts.append(index)
        up = _last(parts) == "index.html"
    else:
        if needs_base or not ugly or index_is_ugly:
            parts.append(index)
        else:
            parts = _joined_last(parts, suffix)
        up = not index_is_ugly and _last(parts) == "index.html"
    parts = [part for part in parts if part not in ("", "/")]
    if not url:
        parts = [
            sanitise(part, lower=place.lower, remove_accents=place.remove_accents) for part in parts
        ]
    lead = f"/{used_prefix}" if used_prefix else ""
    file = lead + _path(parts)
    link = _path(parts[:-1] if up else parts)
    if same_name:
        link = link.removesuffix(place.base_name)
    link = lead + link
    if up and not link.endswith("/"):
        link += "/"
    folder = _path(parts)
    if parts and parts[-1].startswith(format_.base + "."):
        folder = posixpath.dirname(folder)
    elif suffix:
        folder = folder.removesuffix(suffix)
    return Target(file, link or "/", lead + ("" if folder == "/" else folder))


def _last(parts: list[str]) -> str:
    kept = [part for part in parts if part not in ("", "/")]
    return kept[-1] if kept else ""


def _joined_last(parts: list[str], suffix: str) -> list[str]:
    kept = [part for part in parts if part not in ("", "/")]
    if not kept:
        return [suffix]
    return [*kept[:-1], kept[-1].rstrip("/") + suffix]


def _path(parts: list[str]) -> str:
    path = ""
    for part in parts:
        if not path.endswith("/") and not part.startswith("/"):
            path += "/"
        path += part
    return path
