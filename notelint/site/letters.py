"""Targets that Hugo's look-ups find though they are written in other letters than the file or page.

A browser, an editor or GitHub takes letter case as it is written.
"""

from collections.abc import Iterable, Iterator

from notelint.site.page import Page


def other_letters(path: str, right: Iterable[str]) -> str:
    """`path` in the letters of the first of `right` that only letter case sets apart from it; ""
    when one of them is written just so, or none is alike.
    """
    head = len(path) - len(path.lstrip("./"))
    written = path[head:].rstrip("/")
    tails = [one[-len(written) :] for one in right if _ends(one, written)] if written else []
    if not tails or written in tails:
        return ""
    return path[:head] + tails[0] + path[head + len(written) :]


def _ends(whole: str, written: str) -> bool:
    before = whole[: len(whole) - len(written)]
    same = whole.casefold().endswith(written.casefold()) and len(whole) >= len(written)
    return same and (not before or before.endswith("/"))


def spellings_of(page: Page) -> Iterator[str]:
    """How a page may be written in a link: its address, its file, and the folder of a bundle."""
    yield page.url.rstrip("/")
    yield page.path
    stem = page.path.rpartition(".")[0]
    yield stem
    yield stem.removesuffix(f".{page.language}")
    if page.bundle:
        yield page.bundle
