"""What front matter keys and terms the notes of a site use, and which keys its templates read."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from notelint.site.mounts import Mount
from notelint.site.page import Page
from notelint.site.taxonomies import taxonomy_fields
from notelint.site.values import texts
from notelint.site.workspace import Workspace

_COMBINING = re.compile(r"[\u0300-\u036f]+")
_PARAMS = re.compile(
    r"(?<![sS]ite)\.Params\.([A-Za-z_][A-Za-z0-9_]*)"
    r"|\.Param\s+[\"`]([A-Za-z_][\w-]*)"
    r"|(?:index|isset)\s+[$.\w]*\.Params\s+[\"`]([A-Za-z_][\w-]*)"
)


class KeyUse(NamedTuple):
    """`keys`: how many notes have a key (lower case); `notes`: how many have front matter at all."""

    keys: Mapping[str, int]
    notes: int


def keys_of(pages: Iterable[Page]) -> KeyUse:
    """Which keys the notes of a site use."""
    fronts = [page.facts.front for page in pages]
    return KeyUse(Counter(chain.from_iterable(fronts)), sum(map(bool, fronts)))


class TermUse(NamedTuple):
    """For language, field and folded term, how often each spelling is used."""

    terms: Mapping[tuple[str, str, str], Counter[str]]

    def usual(self, language: str, name: str, term: str) -> str:
        """The spelling of `term` that most notes use; the first in the alphabet where two are
        alike.
        """
        spellings = self.terms.get((language, name, folded(term)), Counter([term]))
        return min(spellings, key=lambda one: (-spellings[one], _is_unusual(one), one))


def _is_unusual(term: str) -> bool:
    """True for a term in small letters, and for words that are all in capitals."""
    return term.islower() or (term.isupper() and " " in term)


def terms_of(workspace: Workspace, pages: Iterable[Page]) -> TermUse:
    """How the notes of a site write the terms of its taxonomies."""
    written: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for page in pages:
        front = page.facts.front
        for name in taxonomy_fields(workspace, page.language):
            if name in front:
                written[page.language, name].update({*texts(front[name])})
    terms: defaultdict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for (language, name), spellings in written.items():
        for term, count in spellings.items():
            terms[language, name, folded(term)][term] = count
    return TermUse(terms)


@lru_cache(maxsize=4096)
def folded(term: str) -> str:
    """A term without letter case and accents, blanks and hyphens alike."""
    letters = term.casefold()
    if not letters.isascii():
        letters = _COMBINING.sub("", unicodedata.normalize("NFKD", letters))
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
