"""What was meant perhaps: the nearest page, file or anchor. Only asked for when something is
missing.
"""

import posixpath
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import quote

from notelint.core import Edit, Fix, Span
from notelint.note.reference import Reference
from notelint.site.content_path import normalise
from notelint.site.outputs import fold
from notelint.site.page import Page
from notelint.site.references import join
from notelint.site.resolution import Resolution
from notelint.site.sanitise import without_accents
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


def bare(text: str) -> str:
    """`text` without letter case and accents, for comparing what is nearly the same."""
    return without_accents(fold(text))


def nearest(wanted: str, known: Sequence[str], cutoff: float = 72.0) -> list[str]:
    """The three texts of `known` most like `wanted`, best first; none below `cutoff` of 100."""
    from rapidfuzz import fuzz, process

    found = process.extract(wanted, known, scorer=fuzz.ratio, limit=3, score_cutoff=cutoff)
    return [text for text, _, _ in found]


def likely(wanted: str, known: Sequence[str]) -> list[str]:
    """Paths of `known` like the path `wanted`: as a whole and in the last part, or one last part
    begins with the other.
    """
    from rapidfuzz import fuzz

    last = wanted.rpartition("/")[2]
    folder = wanted.rpartition("/")[0]
    found = [one for one in nearest(wanted, known) if fuzz.ratio(one.rpartition("/")[2], last) > 55]
    for one in known:
        above, _, name = one.rpartition("/")
        if above == folder and min(len(name), len(last)) > 3:
            if name.startswith(last) or last.startswith(name):
                found.append(one)
    return list(dict.fromkeys(found))


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
    target = take_apart(reference.target)
    language = reference.language or page.language
    nodes = site.tree.by_language.get(language, {})
    published = {key: one for key, one in nodes.items() if one.is_published and key}
    by_address = site.resolver.outputs.at("/" + target.path.strip("/"))
    if (
        by_address is not None
        and by_address.page is not None
        and by_address.page.language == language
    ):
        return Suggested((_as_ref(by_address.page.logical_path, reference),))
    full = "/" + target.path.removesuffix(".md").strip("/").lower().replace(" ", "-")
    full = posixpath.normpath(full.replace("/../", "/").replace("/./", "/"))
    wanted = bare(full)
    names: dict[str, list[str]] = {}
    for key in published:
        names.setdefault(bare(key), []).append(key)
    exact = names.get(wanted, [])
    if len(exact) == 1:
        return Suggested((_as_ref(exact[0], reference),), certain=True)
    last = wanted.rpartition("/")[2]
    moved = [key for one, keys in names.items() if one.rpartition("/")[2] == last for key in keys]
    moved = sorted(moved, key=lambda key: abs(len(key) - len(full)))[:3]
    similar = [names[one][0] for one in likely(wanted, list(names))]
    if "/" not in target.path.strip("/"):
        bases = {bare(one.name): key for key, one in published.items()}
        similar += [bases[one] for one in nearest(last, list(bases), 75)]
    paths = [_as_ref(key, reference) for key in dict.fromkeys([*moved, *similar])]
    return Suggested(working(site, reference, page, paths)[:3])


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
    pages = [
        one for one in site.tree.by_language[page.language].values() if one.is_published and one.url
    ]
    names = {bare(one.logical_path): one for one in pages if one.path}
    urls = {bare(one.url.rstrip("/")): one for one in pages}
    moved = names.get(bare(normalise(target.path.removesuffix(".md").rstrip("/"))))
    wanted = bare(full)
    last = wanted.rpartition("/")[2]
    found = [one for one in (moved, urls.get(wanted)) if one is not None]
    found += [one for url, one in urls.items() if last and url.rpartition("/")[2] == last][:2]
    found += [urls[one] for one in likely(wanted, list(urls))]
    beside = posixpath.dirname(page.logical_path)
    path = target.path if target.path.startswith("/") else posixpath.join(beside, target.path)
    logical = bare(normalise(posixpath.normpath(path).removesuffix(".md")))
    found += [names[one] for one in likely(logical, list(names))]
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
    beside = list(_beside(site, folder, path))
    resources = [one.url[len(page.folder) + 1 :] for one in site.bundles.own(page).values()]
    from_address = [f"../{one}" for one in beside] if page.kind == "page" else []
    return list(dict.fromkeys(dot + one for one in (*beside, *resources, *from_address)))


_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif", ".bmp", ".ico", ".tiff")


def _beside(site: Site, folder: str, path: str) -> Iterable[str]:
    up = path.count("../") + ("/" in path)
    ending = posixpath.splitext(path)[1].lower()
    for one, _, _, own in site.files.content:
        if not own or one in site.pages:
            continue
        lowered = posixpath.splitext(one)[1].lower()
        if ending in _PICTURES and lowered not in _PICTURES:
            continue
        inside = not folder or one.startswith(folder + "/")
        if inside or up:
            relative = posixpath.relpath(one, folder or ".")
            if inside or relative.count("../") <= path.count("../"):
                yield relative


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
    return not path.startswith("/") and site.resolver.on_disk(path, page) is not None


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
        one for one in texts if site.resolve(replace(reference, target=one), page).found is True
    )
