"""Hugo and notelint on the same random site: every difference as a line."""

import sys
from collections.abc import Iterator
from pathlib import Path

from notelint.files import is_note
from notelint.note.note import read
from notelint.site.facts import facts_of
from notelint.site.site import Page, Site
from notelint.site.target_text import take_apart
from notelint.site.workspace import Workspace
from tests.hugo import build
from tests.site.judged import Public
from tests.site.random_sites import RandomSite, Written, make


def write(site: RandomSite, folder: Path) -> None:
    """Put the site on disk."""
    for name, text in site.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def load(folder: Path) -> Site:
    """The site on disk as notelint sees it."""
    workspace = Workspace.find(folder)
    facts = {}
    roots = [folder / root.folder for root in workspace.content]
    notes = [path for root in roots for path in (root, *root.rglob("*")) if is_note(path.name)]
    for path in sorted({path for path in notes if path.is_file()}):
        name = path.relative_to(folder).as_posix()
        note = read(
            name,
            path.read_bytes(),
            language=workspace.language_of(name),
            markup=workspace.markup,
            shortcodes=workspace.shortcode_table,
        )
        facts[name] = facts_of(note, workspace)
    return Site.of(workspace, facts)


def differences(seed: int, folder: Path, sections: int = 12) -> Iterator[str]:
    """One line for each thing on which Hugo and notelint disagree."""
    made = make(seed, sections)
    write(made, folder)
    done = build(folder, folder / "public")
    if done.returncode:
        if "panic: " not in done.log:  # a fault of Hugo's own
            errors = [line for line in done.log.splitlines() if line.startswith("ERROR")]
            yield f"seed {seed}: hugo stopped: {errors}"
        return
    public = Public(folder / "public", str(made.config["baseURL"]))
    site = load(folder)
    yield from compare(site, public, made, seed)


def compare(site: Site, public: Public, made: RandomSite, seed: int) -> Iterator[str]:
    """Addresses, ids, references."""
    live = [page for nodes in site.tree.by_language.values() for page in nodes.values()]
    mounts = {
        (page.language, root.virtual(page.path)): page
        for page in (*site.pages.values(), *live)
        for root in site.workspace.content_roots_of(page.path)
    }
    seen: set[str] = set()
    alone = set(_alone(site))
    for rendered in public.by_source():
        page = mounts.get((rendered.language, rendered.source))
        if page is None:
            yield f"seed {seed}: no page for {rendered.language} {rendered.source}"
            continue
        seen.add(page.path)
        url = page.url if made.config.get("canonifyURLs") else public.base + page.url
        if url != _decoded(rendered.url) and page.path in alone:
            yield f"seed {seed}: {page.path}: url {url!r}, Hugo {_decoded(rendered.url)!r}"
        if page.hidden and page.path in alone:
            yield f"seed {seed}: {page.path}: hidden {page.hidden!r}, but Hugo wrote it"
        if page.path not in alone:
            continue  # two pages in one file: what Hugo leaves there is a matter of luck
        ids = set(page.facts.anchors)
        more = sorted(ids - rendered.ids)
        less = [
            one
            for one in sorted(rendered.ids - ids)
            if site.has_anchor(page, one) is False and "hahahugoshortcode" not in one
        ]
        if more or less:
            yield f"seed {seed}: {page.path}: ids: only ours {more}, only Hugo's {less}"
        written = made.references.get(page.path, [])
        for line in _references(site, public, page, rendered, written, alone):
            yield f"seed {seed}: {page.path}: {line}"
    for page in site.pages.values():
        if page.is_published and page.path not in seen and page.path in alone:
            yield f"seed {seed}: {page.path}: Hugo did not write it at {page.url}"


def _alone(site: Site) -> Iterator[str]:
    """The notes that share neither address nor logical path with another, nor lie below one.

    Of a.md and a/_index.md Hugo takes one by chance, so that a/ is a section in one run and none in
    the next, which the addresses of pages in it may show.
    """
    addresses: dict[str, list[Page]] = {}
    keys: dict[tuple[str, str], list[Page]] = {}
    for page in site.pages.values():
        addresses.setdefault(page.url.removesuffix("index.html"), []).append(page)
        keys.setdefault((page.language, page.logical_path), []).append(page)
    by_chance = {
        place for place, pages in keys.items() if len({page.kind == "branch" for page in pages}) > 1
    }
    for page in site.pages.values():
        if site.resolver.contested.has_page(page):
            continue
        same = addresses[page.url.removesuffix("index.html")]
        if len(same) > 1 or len(keys[page.language, page.logical_path]) > 1:
            continue
        above = page.logical_path.split("/")
        folders = {"/".join(above[:end]) for end in range(2, len(above))}
        if not any((page.language, folder) in by_chance for folder in folders):
            yield page.path


def _decoded(url: str) -> str:
    from urllib.parse import unquote

    return unquote(url)


def _references(
    site, public, page, rendered, written: list[Written], alone: set[str]
) -> Iterator[str]:  # type: ignore[no-untyped-def]
    ours = list(site.resolved(page))
    lines = {}
    for reference, found in ours:
        lines[reference.span.start] = (reference, found)
    marked = _by_mark(site, page, ours)
    for one in written:
        if "tags/" in one.text and site.workspace.hugo.get("disablepathtolower"):
            continue  # of two spellings of a term Hugo takes one by chance
        target = rendered.targets.get(one.number)
        if target is None:
            yield f"R{one.number} {one.text}: not in Hugo's page"
            continue
        if one.number not in marked:
            yield f"R{one.number} {one.text}: not seen by notelint"
            continue
        reference, found = marked[one.number]
        truth, fragment = public.verdict(rendered, target)
        if "&#43;" in target or "&%2343;" in target:
            continue  # {{% ref %}} escapes a + before the link, and a hook escapes it once more
        if found.why == "contested":
            continue  # Hugo takes one of several files by chance
        if found.found != truth and not (found.found is None and truth is not False):
            if truth is None and found.found is True:
                continue
            path = target.removeprefix(f"https://{public.host}{public.base}")  # canonifyURLs
            here = any(
                one.startswith(rendered.url) and one[len(rendered.url) :][:1] in ("", "?", "#")
                for one in (target, path)
            )
            if (
                found.page is not None
                and found.page.hidden
                and (here or target[:1] in ("", "?", "#"))
            ):
                continue  # Hugo finds the page, which has no address: href="", and so this page
            yield f"R{one.number} {one.text}: {found.found} {found.why}, Hugo {truth} ({target})"
            continue
        if found.found and fragment is not None and found.page is not None:
            have = site.has_anchor(found.page, take_apart(reference.target).fragment)
            known = not found.page.path or found.page.path in alone
            if have is not fragment and known and not (have is None and not found.page.path):
                yield f"R{one.number} {one.text}: anchor {have}, Hugo {fragment} ({target})"


def _by_mark(site, page, ours):  # type: ignore[no-untyped-def]
    import re

    text = (site.workspace.root / page.path).read_text(encoding="utf-8")
    marks = [
        (match.start(), int(match.group(1)))
        for match in re.finditer(r"^(?:R(?=\d)|\[d)(\d+)\]?: ", text, re.M)  # or its definition
    ]
    found = {}
    for start, number in marks:
        end = text.find("\n", start)
        for reference, resolution in ours:
            if start <= reference.span.start < (end if end >= 0 else len(text)):
                found.setdefault(number, (reference, resolution))
    return found


if __name__ == "__main__":
    import shutil
    import tempfile

    first, last = int(sys.argv[1]), int(sys.argv[2])
    total = 0
    for number in range(first, last):
        place = Path(tempfile.mkdtemp())
        try:
            for line in differences(number, place):
                total += 1
                sys.stdout.write(line + "\n")
        finally:
            shutil.rmtree(place, ignore_errors=True)
    sys.stdout.write(f"{last - first} sites, {total} differences\n")
