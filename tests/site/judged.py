"""What the real Hugo made of a site: addresses, ids, and where each reference leads."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

JUDGED = {
    "baseURL": "https://exemplo.org/",
    "title": "T",
    "defaultContentLanguage": "pt",
    "refLinksErrorLevel": "WARNING",
    "refLinksNotFoundURL": "/REFNOTFOUND/",
    "markup": {"goldmark": {"renderer": {"unsafe": True}}},
}
"""The settings of a site that can be judged: Hugo goes on after a broken ref, and marks it."""


@dataclass
class Rendered:
    """One page as Hugo wrote it. `targets` are the addresses that follow the marks `R0:`, `R1:`
    …
    """

    source: str
    language: str
    url: str
    file: str
    ids: set[str] = field(default_factory=set)
    targets: dict[int, str] = field(default_factory=dict)


class _Reader(HTMLParser):
    def __init__(self, file: str) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Rendered("", "", "", file)
        self.mark: int | None = None
        self.found = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "article":
            self.found = True
            self.page.source = values.get("data-note") or ""
            self.page.language = values.get("data-lang") or ""
            self.page.url = values.get("data-here") or ""
        if values.get("id"):
            self.page.ids.add(str(values["id"]))
        if tag == "a" and values.get("name"):
            self.page.ids.add(str(values["name"]))
        target = values.get("href") if tag == "a" else values.get("src") if tag == "img" else None
        if target is not None and self.mark is not None:
            self.page.targets.setdefault(self.mark, target)
            self.mark = None

    def handle_data(self, data: str) -> None:
        marks = re.findall(r"R(\d+):", data)
        if marks:
            self.mark = int(marks[-1])


class Public:
    """The files that Hugo wrote, and the pages among them."""

    def __init__(self, folder: Path, base: str) -> None:
        self.base = urlsplit(base).path.rstrip("/")
        self.host = urlsplit(base).netloc
        self.files = {
            "/" + path.relative_to(folder).as_posix()
            for path in folder.rglob("*")
            if path.is_file()
        }
        self.pages: dict[str, Rendered] = {}
        for name in sorted(self.files):
            if name.endswith(".html"):
                reader = _Reader(name)
                reader.feed((folder / name[1:]).read_text(encoding="utf-8"))
                if reader.found:
                    self.pages[name] = reader.page

    def by_source(self) -> Iterator[Rendered]:
        """The pages that have a file."""
        return (page for page in self.pages.values() if page.source)

    def verdict(self, page: Rendered, target: str) -> tuple[bool | None, bool | None]:
        """Whether `target` on `page` leads somewhere, and whether its fragment is there (None: no
        verdict, or nothing to say).
        """
        if "REFNOTFOUND" in target:
            return False, None
        if not target:
            return None, None
        parts = urlsplit(target)
        if parts.scheme not in ("", "http", "https") or parts.netloc not in ("", self.host):
            return None, None
        here = self.base + (
            page.file[: -len("index.html")] if page.file.endswith("/index.html") else page.file
        )
        full = unquote(urljoin("https://h" + here, parts.path)[9:]) if parts.path else unquote(here)
        if self.base and full != self.base and not full.startswith(self.base + "/"):
            inside = any(one in self.files for one in _candidates(full))
            return (None if parts.netloc and not inside else False), None  # another site there
        full = full[len(self.base) :] or "/"
        found = next((one for one in _candidates(full) if one in self.files), None)
        if found is None:
            return False, None
        fragment = unquote(parts.fragment)
        if not fragment or fragment == "top" or found not in self.pages:
            return True, None
        return True, fragment in self.pages[found].ids


def _candidates(path: str) -> tuple[str, ...]:
    if path.endswith("/"):
        return path + "index.html", path.rstrip("/") + ".html"
    return path, path + "/index.html", path + ".html"
