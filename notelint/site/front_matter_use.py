"""What front matter keys and terms the notes of a site use, and which keys its templates read."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from notelint.site.mounts import Mount
from notelint.site.page import Page
from notelint.site.taxonomies import taxonomy_fields
from notelint.site.values import texts
from notelint.site.workspace import Workspace

_PARAMS = re.compile(
    r"(?<![sS]ite)\.Params\.([A-Za-z_][A-Za-z0-9_]*)"
    r"|\.Param\s+[\"`]([A-Za-z_][\w-]*)"
    r"|(?:index|isset)\s+[$.\w]*\.Params\s+[\"`]([A-Za-z_][\w-]*)"
)


class FrontMatterUse(NamedTuple):
    """`keys`: how many notes have a key (lower case); `notes`: how many have front matter at all.

    `terms`: for language, field and folded term, how often each spelling is used.
    """

    keys: Mapping[str, int]
    notes: int
    terms: Mapping[tuple[str, str, str], Counter[str]]

    def usual(self, language: str, name: str, term: str) -> str:
        """The spelling of `term` that most notes use; the first in the alphabet where two are
        alike.
        """
        spellings = self.terms.get((language, name, folded(term)), Counter([term]))
        return min(spellings, key=lambda one: (-spellings[one], one.islower(), one))


def use_of(workspace: Workspace, pages: Iterable[Page]) -> FrontMatterUse:
    """How the notes of a site use their front matter."""
    keys: Counter[str] = Counter()
    terms: defaultdict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    notes = 0
    for page in pages:
        front = page.facts.front
        notes += bool(front)
        keys.update(front.keys())
        for name in taxonomy_fields(workspace, page.language):
            for term in dict.fromkeys(texts(front.get(name))):
                terms[page.language, name, folded(term)][term] += 1
    return FrontMatterUse(keys, notes, terms)


@lru_cache(maxsize=4096)
def folded(term: str) -> str:
    """A term without letter case and accents, blanks and hyphens alike."""
    letters = term.casefold()
    if not letters.isascii():
        bare = unicodedata.normalize("NFKD", letters)
        letters = "".join(one for one in bare if not unicodedata.combining(one))
    return " ".join(letters.replace("_", " ").replace("-", " ").split())


def template_keys(mounts: Iterable[Mount]) -> frozenset[str]:
    """The front matter keys (lower case) that the layouts of the site and its themes read."""
    found: set[str] = set()
    for mount in mounts:
        if mount.component == "layouts":
            for path in sorted(mount.path.rglob("*")):
                if path.suffix in (".html", ".xml", ".json", ".txt", ".md") and path.is_file():
                    found.update(_keys_in(path))
    return frozenset(found)


def _keys_in(path: Path) -> Iterable[str]:
    text = path.read_text(encoding="utf-8", errors="replace")
    for groups in _PARAMS.findall(text) if ".Param" in text else ():
        yield from (one.lower() for one in groups if one)


def is_blank(value: Any) -> bool:
    """True for a value that says nothing: none, no text, an empty list or map."""
    return (
        value is None or value in ("", [], {}, ()) or (isinstance(value, str) and not value.strip())
    )
