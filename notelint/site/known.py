"""What is there to be suggested: pages and files by names without letter case and accents.

Made once, when the first suggestion is asked for.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from notelint.site.outputs import fold
from notelint.site.page import Page
from notelint.site.sanitise import without_accents


def bare(text: str) -> str:
    """`text` without letter case and accents, for comparing what is nearly the same."""
    return without_accents(fold(text))


def last_part(path: str) -> str:
    """What follows the last slash."""
    return path.rpartition("/")[2]


def nearest(wanted: str, known: Sequence[str], cutoff: float = 72.0) -> list[str]:
    """The three texts of `known` most like `wanted`, best first; none below `cutoff` of 100."""
    from rapidfuzz import fuzz, process

    found = process.extract(wanted, known, scorer=fuzz.ratio, limit=3, score_cutoff=cutoff)
    return [text for text, _, _ in found]


class Paths:
    """Pages by one kind of path."""

    def __init__(self, pages: Iterable[tuple[str, Page]]) -> None:
        self.pages: dict[str, list[Page]] = {}
        for path, page in pages:
            self.pages.setdefault(bare(path), []).append(page)
        self.paths = list(self.pages)
        self.by_last: dict[str, list[str]] = {}
        self.by_folder: dict[str, list[str]] = {}
        for path in self.paths:
            folder, _, last = path.rpartition("/")
            self.by_last.setdefault(last, []).append(path)
            self.by_folder.setdefault(folder, []).append(path)

    def same(self, path: str) -> list[Page]:
        """The pages whose path differs only by letter case and accents."""
        return self.pages.get(bare(path), [])

    def moved(self, path: str) -> Iterator[Page]:
        """Pages of the same last name somewhere else, the most likely three."""
        wanted = bare(path)
        same = self.by_last.get(last_part(wanted), []) if last_part(wanted) else []
        for one in sorted(same, key=lambda one: abs(len(one) - len(wanted)))[:3]:
            yield from self.pages[one]

    def like(self, path: str) -> Iterator[Page]:
        """Pages with a path like this one as a whole and in the last part, or beside it with a name
        that goes on, or breaks off.
        """
        from rapidfuzz import fuzz

        wanted = bare(path)
        folder, _, last = wanted.rpartition("/")
        for one in nearest(wanted, self.paths):
            if fuzz.ratio(last_part(one), last) > 55:
                yield from self.pages[one]
        for one in self.by_folder.get(folder, ()):
            name = last_part(one)
            same_start = name.startswith(last) or last.startswith(name)
            if same_start and min(len(name), len(last)) > 3:
                yield from self.pages[one]

    def named_like(self, name: str) -> Iterator[Page]:
        """Pages whose last name is like this one."""
        for last in nearest(bare(name), list(self.by_last), 75):
            for one in self.by_last[last]:
                yield from self.pages[one]


class Files:
    """Files by folder and by name; `paths` are relative to the site's root."""

    def __init__(self, paths: Iterable[str]) -> None:
        self.paths = sorted(paths)
        self._by_name: dict[str, list[str]] = {}
        for path in self.paths:
            self._by_name.setdefault(bare(last_part(path)), []).append(path)

    def below(self, folder: str) -> Sequence[str]:
        """All files in `folder` and below it."""
        if not folder:
            return self.paths
        start = bisect_left(self.paths, folder + "/")
        end = bisect_left(self.paths, folder + "0")  # the character after the slash
        return self.paths[start:end]

    def named(self, name: str) -> Sequence[str]:
        """Files of that name, letter case and accents apart, wherever they are."""
        return self._by_name.get(bare(name), ())
