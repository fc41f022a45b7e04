"""Permalink patterns: `/:year/:slug/` and its tokens.

https://gohugo.io/configuration/permalinks/
"""

import posixpath
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple, Protocol
from urllib.parse import unquote_plus

from notelint.site.globs import matches
from notelint.site.hugo_config import as_list, dig
from notelint.site.values import text


class Named(NamedTuple):
    """A section as far as its name in an address goes."""

    slug: str
    title: str


class Tokens(NamedTuple):
    """What the tokens of a pattern stand for on one page.

    `sections` are the names of the folders down to the page's section, `section_pages` those
    sections.
    """

    title: str
    slug: str
    file_name: str
    base_name: str
    section: str
    sections: tuple[str, ...]
    section_pages: tuple[Named, ...]
    date: datetime | None
    keeps_slashes: bool = False


class Pattern(NamedTuple):
    """One pattern and the pages it is for."""

    pattern: str
    kind: str = ""
    path: str = ""
    languages: tuple[str, ...] = ()

    def fits(self, kind: str, key: str, language: str) -> bool:
        """True when a page of that kind, logical path and language gets this pattern."""
        return (
            (not self.kind or matches(self.kind, kind))
            and (not self.path or matches(self.path, key or "/"))
            and (not self.languages or any(matches(one, language) for one in self.languages))
        )


_KINDS = ("page", "home", "section", "taxonomy", "term")


def patterns_in(value: Any) -> tuple[Pattern, ...]:
    """The patterns of a `permalinks` value, in any of its three forms."""
    if isinstance(value, list):
        return tuple(_targeted(table) for table in value if isinstance(table, Mapping))
    if not isinstance(value, Mapping):
        return ()
    found: list[Pattern] = []
    for key, each in value.items():
        if isinstance(each, str):
            found += [Pattern(each, kind, _section_glob(key)) for kind in ("page", "term")]
        elif isinstance(each, Mapping) and key in _KINDS:
            found += [Pattern(text(p), key, _section_glob(section)) for section, p in each.items()]
    return tuple(found)


def _targeted(table: Mapping[str, Any]) -> Pattern:
    target = table.get("target") or {}
    languages = as_list(dig(target, "sites", "matrix", "languages") or target.get("lang"))
    return Pattern(
        text(table.get("pattern")),
        text(target.get("kind")).lower(),
        text(target.get("path")).lower(),
        tuple(text(each) for each in languages),
    )


def _section_glob(section: str) -> str:
    section = section.strip(" /")
    return f"/{{{section},{section}/**}}" if section else "/*"


def unknown_tokens(pattern: str) -> list[str]:
    """The tokens in `pattern` that stand for nothing, at which Hugo stops."""
    found = (one.group(0) for one in _TOKEN.finditer(pattern.replace("\\:", "\0")))
    return [token for token in found if not _is_known(token[1:])]


def _is_known(token: str) -> bool:
    if token.startswith(("sections[", "sectionslugs[")):
        return True
    return token in _OTHER_TOKENS or token in _DATE_TOKENS or bool(_LAYOUT.search(token))


_LAYOUT = re.compile(r"[1-5]|06|January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST|Z07")
"""What Go takes in a layout for a part of a date: https://pkg.go.dev/time#Layout"""

_TOKEN = re.compile(r":\w+(\[.+?\])?", re.ASCII)


def expand(pattern: str, tokens: Tokens, urlize: "Urlize") -> str:
    """`pattern` with every token replaced, percent-decoded."""
    pattern = pattern.replace("\\:", "\0")

    def value(found: re.Match[str]) -> str:
        return _value(found.group(0)[1:], tokens, urlize)

    return unquote_plus(_TOKEN.sub(value, pattern).replace("\0", ":"))


def clean(path: str) -> str:
    """An expanded pattern as Hugo keeps it: no doubled or final slash."""
    path = posixpath.normpath(path) if path else path
    return path[1:] if path.startswith("//") else path  # normpath keeps two slashes at the head


class Urlize(Protocol):
    """Makes a name fit for an address."""

    def __call__(self, name: str) -> str:
        """The name as it stands in an address."""


def _value(token: str, tokens: Tokens, urlize: Urlize) -> str:
    if token.startswith("sectionslugs["):
        names = [urlize(page.slug or page.title) for page in tokens.section_pages]
        return "/".join(_cut(names, token[len("sectionslugs") :]))
    if token.startswith("sections["):
        return "/".join(_cut(list(tokens.sections), token[len("sections") :]))
    if token in _DATE_TOKENS or token not in _OTHER_TOKENS:
        return _date_value(token, tokens.date)
    title = tokens.title if tokens.keeps_slashes else tokens.title.replace("/", "-")
    title = urlize(title if tokens.keeps_slashes else title.replace("\\", "-"))
    pages = tokens.section_pages
    values = {
        "section": tokens.section,
        "sections": "/".join(tokens.sections),
        "sectionslug": urlize(pages[0].slug or pages[0].title) if pages else "",
        "sectionslugs": "/".join(urlize(page.slug or page.title) for page in pages),
        "title": title,
        "slug": urlize(tokens.slug) if tokens.slug else title,
        "filename": urlize(tokens.file_name),
        "slugorfilename": urlize(tokens.slug or tokens.file_name),
        "contentbasename": urlize(tokens.base_name),
        "slugorcontentbasename": urlize(tokens.slug or tokens.base_name),
    }
    return values[token]


_OTHER_TOKENS = frozenset(
    [
        "section",
        "sections",
        "sectionslug",
        "sectionslugs",
        "title",
        "slug",
        "filename",
        "slugorfilename",
        "contentbasename",
        "slugorcontentbasename",
    ]
)
_DATE_TOKENS = frozenset(["year", "month", "monthname", "day", "weekday", "weekdayname", "yearday"])
_GO_LAYOUT = (
    ("2006", "%Y"), ("01", "%m"), ("02", "%d"), ("15", "%H"), ("04", "%M"), ("05", "%S"),
    ("January", "%B"), ("Jan", "%b"), ("Monday", "%A"), ("Mon", "%a"), ("06", "%y"),
)  # fmt: skip


def _date_value(token: str, date: datetime | None) -> str:
    year, month, day = (date.year, date.month, date.day) if date else (1, 1, 1)
    if token == "year":
        return str(year)
    if token in ("month", "day"):
        return f"{month if token == 'month' else day:02}"
    moment = date or datetime(1, 1, 1)
    if token == "monthname":
        return _MONTHS[month - 1]
    if token == "weekday":
        return str((moment.weekday() + 1) % 7)
    if token == "weekdayname":
        return _WEEKDAYS[moment.weekday()]
    if token == "yearday":
        return str(moment.timetuple().tm_yday)
    for go, python in _GO_LAYOUT:
        token = token.replace(go, python)
    return moment.strftime(token)


_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def _cut(names: list[str], bounds: str) -> list[str]:
    """Hugo's slices of a list: `[2]`, `[last]`, `[1:]`, `[:last]`; out of bounds is nothing."""
    inner = bounds.strip().lower()[1:-1]
    if not names:
        return []
    first, colon, second = inner.partition(":")
    low = _index(first, len(names), low=True)
    if not colon:
        return [names[low]] if low >= 0 and names[low] else []
    high = _index(second, len(names), low=False)
    return names[low:high] if low >= 0 and high >= 0 else []


def _index(bound: str, length: int, *, low: bool) -> int:
    if not bound:
        return 0 if low else length
    if bound == "last":
        return length - 1
    number = max(int(bound), 0) if bound.lstrip("-").isdigit() else 0
    if number >= length:
        return -1 if low else length
    return number
