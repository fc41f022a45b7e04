"""What was meant perhaps: the nearest page, file or anchor. Only asked for when something is
missing.
"""

import posixpath
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import quote

from notelint.core import Edit, Fix, Span
from notelint.note.reference import Reference
from notelint.site.browsing import join
from notelint.site.content_path import normalise
from notelint.site.known import bare, last_part, nearest
from notelint.site.page import Page
from notelint.site.resolution import Resolution
from notelint.site.site import Site
from notelint.site.target_text import take_apart


class Suggested(NamedTuple):
    """Replacements, best first; `certain` when the first one is surely what was meant."""

    texts: tuple[str, ...] = ()
    certain: bool = False

    def hint(self, before: str = "") -> str:
        """The end of a message: `; did you mean “…”?`, or nothing."""
        if not self.texts:
            return ""
        if self.certain:
            return f"; write “{before}{self.texts[0]}”"
        return f"; did you mean “{before}{self.texts[0]}”?"

    def fixes(self, span: Span) -> tuple[Fix, ...]:
        """The first replacement at `span`; safe when it is certain."""
        if not self.texts:
            return ()
        text = self.texts[0]
        return (Fix(f"write {text}", (Edit(span, text),), safe=self.certain),)


NONE = Suggested()


def anchors(page: Page, fragment: str) -> Suggested:
    """Ids of `page` like `fragment`; certain when only letter case or accents differ."""
    known = page.facts.anchors
    wanted = bare(fragment)
    same = [one for one in known if bare(one) == wanted]
    if len(same) == 1:
        return Suggested((same[0],), certain=True)
    by_bare: dict[str, str] = {}
    for one in known:
        by_bare.setdefault(bare(one), one)
    similar = nearest(wanted, list(by_bare), 70)
    inside = [
        one for one in by_bare if wanted and len(wanted) > 3 and (wanted in one or one in wanted)
    ]
    return Suggested(tuple(by_bare[one] for one in dict.fromkeys([*similar, *inside]))[:3])


def ref_paths(site: Site, reference: Reference, page: Page) -> Suggested:
    """Paths for a ref that finds nothing, in the form in which it is written."""
    path = take_apart(reference.target).path
    language = reference.language or page.language
    there = site.resolver.outputs.at("/" + path.strip("/"))
    if there is not None and there.page is not None and there.page.language == language:
        return Suggested((_as_ref(there.page.logical_path, reference),))
    known = site.known_paths(language)
    full = normalise("/" + path.removesuffix(".md").strip("/"))
    full = posixpath.normpath(full.replace("/../", "/").replace("/./", "/"))
    same = known.same(full)
    if len(same) == 1:
        return Suggested((_as_ref(same[0].logical_path, reference),), certain=True)
    found = [*known.moved(full), *known.like(full)]
    if "/" not in path.strip("/"):
        found += known.named_like(last_part(full))
    texts = dict.fromkeys(_as_ref(one.logical_path, reference) for one in found)
    return Suggested(working(site, reference, page, texts)[:3])


def _as_ref(key: str, reference: Reference) -> str:
    """A logical path written like the reference: slash before and after, ending, fragment."""
    path, hash_mark, fragment = reference.target.partition("#")
    text = key if path.startswith("/") else key[1:]
    if path.endswith("/"):
        text += "/"
    elif path.endswith(".md"):
        text += ".md"
    return f"{text}{hash_mark}{fragment}"


def addresses(site: Site, reference: Reference, page: Page) -> Suggested:
    """Pages for a link that leads nowhere, named as they must be written on `page`."""
    target = take_apart(reference.target)
    ending = f"#{target.fragment}" if target.has_fragment else ""
    base = site.resolver.bases[page.language].path
    full = join(page.url, target.path).removesuffix(".md").rstrip("/")
    paths, urls = site.known_paths(page.language), site.known_addresses(page.language)
    written = normalise(target.path.removesuffix(".md").rstrip("/"))
    logical = posixpath.normpath(posixpath.join(posixpath.dirname(page.logical_path), written))
    found = [*paths.same(written), *urls.same(full), *urls.moved(full)]
    found += [*urls.like(full), *paths.like(logical)]
    if not found and target.path.startswith("/"):  # perhaps another language's, moved
        codes = [code for code in site.tree.by_language if code != page.language]
        found = [one for code in codes for one in site.known_paths(code).same(written)]
    texts: dict[str, None] = {}
    for one in dict.fromkeys(found):
        if one is not page:
            if target.path.endswith(".md"):
                texts[_as_file(one, target.path, page) + ending] = None
            texts[_as_link(one, target.path, page, base) + ending] = None
    return Suggested(working(site, reference, page, texts)[:3])


def _as_file(other: Page, written: str, page: Page) -> str:
    """The path of a note's file, for sites whose hooks follow such links."""
    if written.startswith("/"):
        return other.logical_path + ".md"
    return posixpath.relpath(other.path, posixpath.dirname(page.path) or ".") if other.path else ""


def _as_link(other: Page, written: str, page: Page, base: str) -> str:
    if written.startswith("/"):
        return base + other.url
    text = posixpath.relpath(other.url, page.url)
    return text + "/" if other.url.endswith("/") else text


def files(site: Site, reference: Reference, page: Page) -> Suggested:
    """Files for an image or other file that is not there, as they must be written."""
    path = take_apart(reference.target).path
    known = _files_for(site, path, page)
    wanted = bare(path.rpartition("/")[2])
    by_name: dict[str, list[str]] = {}
    for one in known:
        by_name.setdefault(bare(one.rpartition("/")[2]), []).append(one)
    same = by_name.get(wanted, [])
    in_place = working(site, reference, page, (one for one in same if bare(one) == bare(path)))
    if len(in_place) == 1:
        return Suggested(in_place, certain=True)
    if same:
        found = working(site, reference, page, sorted(same, key=len)[:20])
        if found:
            return Suggested(found[:3])
    stem = wanted.rpartition(".")[0] or wanted
    stems = {one.rpartition(".")[0] or one: one for one in by_name}
    similar = [stems[one] for one in nearest(stem, list(stems), 70)]
    texts = [one for name in similar for one in by_name[name]]
    return Suggested(working(site, reference, page, texts[:20])[:3])


def _files_for(site: Site, path: str, page: Page) -> list[str]:
    """All files that a destination on this page could name, written as it would name them."""
    if path.startswith("/"):
        base = site.resolver.bases[page.language].path
        return [base + one for one in site.files.static]
    folder = posixpath.dirname(page.path)
    dot = "./" if path.startswith("./") else ""
    pictures = posixpath.splitext(path)[1].lower() in _PICTURES
    known = site.known_files
    there = posixpath.normpath(posixpath.join(folder, posixpath.dirname(path)))
    on_disk = [*known.below(folder), *known.below(there), *known.named(last_part(path))[:20]]
    beside = [
        posixpath.relpath(one, folder or ".")
        for one in dict.fromkeys(on_disk)
        if not pictures or posixpath.splitext(one)[1].lower() in _PICTURES
    ]
    resources = [one.url[len(page.folder) + 1 :] for one in site.bundles.own(page).values()]
    from_address = [f"../{one}" for one in beside] if page.kind == "page" else []
    return list(dict.fromkeys(dot + one for one in (*beside, *resources, *from_address)))


_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif", ".bmp", ".ico", ".tiff")


def is_file(path: str) -> bool:
    """True of a destination with an ending that is no page's."""
    ending = posixpath.splitext(path)[1].lower()
    return bool(ending) and ending not in (".md", ".markdown", ".html", ".htm")


def as_ref(site: Site, reference: Reference, page: Page) -> str:
    """How a relref names the page whose file a link names, "" when there is none.

    Without a render hook Hugo leaves `[x](other.md)` as it is, and the link is broken.
    """
    path, hash_mark, fragment = reference.target.partition("#")
    if not path.endswith((".md", ".markdown")):
        return ""
    found = site.resolver.lookup.find(take_apart(path).path, page, page.language, is_ref=True).page
    if found is None or not found.is_published:
        return ""
    return f"{path}{hash_mark}{fragment}"


def lies_beside(site: Site, reference: Reference, page: Page) -> bool:
    """True when the file is there, from the note's own folder, and yet the address is wrong."""
    path = take_apart(reference.target).path
    return not path.startswith("/") and site.resolver.beside.at(path, page) is not None


def respelt(site: Site, reference: Reference, found: Resolution, page: Page) -> str:
    """The target in the letters of what it leads to, "" when it cannot be put so."""
    target = take_apart(reference.target)
    if not found.candidates:
        return ""
    right = found.candidates[0]
    base = site.resolver.bases[page.language].path
    if target.host:
        text = f"{reference.target.partition('://')[0]}://{target.host}{base}{right}"
    elif target.path.startswith("/"):
        text = base + right
    else:
        length = len(target.path.lstrip("./"))
        tail = right[-length:] if length else ""
        text = target.path[: len(target.path) - length] + tail
    if bare(text.partition("://")[2] or text) != bare(
        target.path if not target.host else f"{target.host}{target.path}"
    ):
        return ""
    text = quote(text, safe="/:~+@!$&'()*,;=-._") if "%" in reference.path else text
    if target.query:
        text += f"?{target.query}"
    return text + (f"#{target.fragment}" if target.has_fragment else "")


def working(site: Site, reference: Reference, page: Page, texts: Iterable[str]) -> tuple[str, ...]:
    """Those of `texts` that really lead somewhere when written in place of the target."""
    return tuple(
        one for one in texts if site.resolve(reference._replace(target=one), page).found is True
    )
