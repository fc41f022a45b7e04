"""A page's values: its front matter, what cascades down to it, and what they say of publishing.

https://gohugo.io/content-management/front-matter/ and
https://gohugo.io/content-management/build-options/
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from typing import Any, Literal, NamedTuple

from notelint.site.globs import matches
from notelint.site.hugo_config import HugoConfig, as_list, dig
from notelint.site.values import moment, text, truth

Values = Mapping[str, Any]


class Cascade(NamedTuple):
    """One set of values and the pages it is for; a pattern that is "" fits all."""

    values: Values
    path: str = ""
    kind: str = ""
    languages: tuple[str, ...] = ()
    environment: str = ""

    def reaches(self, kind: str, key: str, language: str) -> bool:
        """True when the page of that kind, logical path and language gets these values."""
        if self.kind and not matches(self.kind, kind):
            return False
        if self.path and not matches(self.path, key or "/"):
            return False
        if self.environment and not matches(self.environment, "production"):
            return False
        return not self.languages or any(matches(one, language) for one in self.languages)


def cascades_in(value: Any, language: str = "") -> tuple[Cascade, ...]:
    """The cascades of a `cascade` value; those of a page hold for its own `language` only."""
    found: list[Cascade] = []
    for table in as_list(value):
        if not isinstance(table, Mapping):
            continue
        lowered = {str(key).lower(): each for key, each in table.items()}
        target = lowered.pop("target", None) or lowered.pop("_target", None)
        target = (
            {str(k).lower(): v for k, v in target.items()} if isinstance(target, Mapping) else {}
        )
        params = lowered.pop("params", None)
        values = (
            {str(k).lower(): v for k, v in params.items()} if isinstance(params, Mapping) else {}
        )
        values.update({key: each for key, each in lowered.items() if key not in values})
        languages = as_list(dig(target, "sites", "matrix", "languages") or target.get("lang"))
        found.append(
            Cascade(
                values,
                text(target.get("path")).lower(),
                text(target.get("kind")).lower(),
                tuple(text(each) for each in languages) or ((language,) if language else ()),
                text(target.get("environment")),
            )
        )
    return tuple(found)


def with_cascades(
    own: Values, cascades: Sequence[Cascade], kind: str, key: str, language: str
) -> Values:
    """`own` with what the nearest cascade that has a value gives; the same object when nothing
    is new.
    """
    added: dict[str, Any] = {}
    for cascade in cascades:
        if cascade.reaches(kind, key, language):
            for name, value in cascade.values.items():
                if name not in own and name not in added:
                    added[name] = value
    return {**own, **added} if added else own


class Dates(NamedTuple):
    """The points in time that decide whether a page is published, and the one in its address."""

    date: datetime | None
    publish: datetime | None
    expiry: datetime | None


_ALIASES = {
    "lastmod": ("modified",),
    "publishdate": ("pubdate", "published"),
    "expirydate": ("unpublishdate",),
}
_DEFAULTS = {
    "date": ("date", "publishdate", "lastmod"),
    "publishdate": ("publishdate", "date"),
    "expirydate": ("expirydate",),
}


class Publishing:
    """What a site's configuration says of dates and drafts."""

    def __init__(self, hugo: HugoConfig, now: datetime) -> None:
        self.now = now if now.tzinfo else now.replace(tzinfo=UTC)
        self.drafts = truth(hugo.get("builddrafts"))
        self.future = truth(hugo.get("buildfuture"))
        self.expired = truth(hugo.get("buildexpired"))
        self.zone = _zone(text(hugo.get("timezone")))
        self.names = {
            name: tuple(_expanded(as_list(hugo.get("frontmatter", name)) or defaults, defaults))
            for name, defaults in _DEFAULTS.items()
        }
        self.date_from_file_name = ":filename" in self.names["date"]
        self.fields = {"draft", *(name for names in self.names.values() for name in names)}
        self._moments: dict[str, datetime | None] = {}
        self.changes_at: datetime | None = None
        """When the first page that was asked about appears or expires by itself."""

    def dates(self, values: Values, base_name: str) -> Dates:
        """All dates of a page."""
        return Dates(*(self._date(values, base_name, self.names[name]) for name in _DEFAULTS))

    def _date(self, values: Values, base_name: str, names: Iterable[str]) -> datetime | None:
        for name in names:
            if name == ":filename":
                found = self.date_and_slug(base_name)[0]
            elif name.startswith(":"):
                continue
            elif name in values:
                found = self._moment(values[name])
            else:
                continue
            if found:
                return found
        return None

    def _moment(self, value: Any) -> datetime | None:
        if not isinstance(value, str):
            return moment(value, self.zone)
        if value not in self._moments:
            self._moments[value] = moment(value, self.zone)
        return self._moments[value]

    def date_and_slug(self, base_name: str) -> tuple[datetime | None, str]:
        """The date at the head of a file name, and the rest of the name."""
        base_name = base_name.rpartition(".")[0] or base_name
        if len(base_name) >= 19:
            clock = base_name[11:19].replace("-", ":")
            found = moment(f"{base_name[:10]}T{clock}", self.zone)
            if found:
                return found, base_name[19:].strip(" -_")
        found = moment(base_name[:10], self.zone) if len(base_name) >= 10 else None
        return (found, base_name[10:].strip(" -_")) if found else (None, "")

    def hidden(self, values: Values, base_name: str) -> Literal["", "draft", "future", "expired"]:
        """Why a page with these values is not built: "draft", "future", "expired", or "".

        `base_name` is that of the file, or of a bundle's folder.
        """
        publish = self._date(values, base_name, self.names["publishdate"])
        expiry = self._date(values, base_name, self.names["expirydate"])
        for date in (publish, expiry):
            if date and date > self.now and (self.changes_at is None or date < self.changes_at):
                self.changes_at = date
        if "draft" in values:
            draft = truth(values["draft"])
        else:
            published = values.get("published")
            draft = isinstance(published, bool) and not published
        if draft and not self.drafts:
            return "draft"
        if publish and publish > self.now and not self.future:
            return "future"
        if expiry and expiry < self.now and not self.expired:
            return "expired"
        return ""


def _expanded(names: Iterable[Any], defaults: tuple[str, ...]) -> Iterable[str]:
    for name in names:
        lowered = text(name).lower()
        for each in defaults if lowered == ":default" else (lowered,):
            yield each
            yield from _ALIASES.get(each, ())


def _zone(name: str) -> tzinfo:
    if not name:
        return UTC
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


class Build(NamedTuple):
    """Front matter `build`: whether the page is written, has an address, and whether its files
    are.
    """

    render: str = "always"
    resources: bool = True


def build_of(values: Values) -> Build:
    """The build options of a page, `headless` included."""
    table = values.get("build", values.get("_build"))
    table = {str(k).lower(): v for k, v in table.items()} if isinstance(table, Mapping) else {}
    render = table.get("render", "always")
    if isinstance(render, bool | int):
        render = "always" if render else "never"
    render = {"0": "never", "1": "always", "false": "never"}.get(text(render), text(render))
    if truth(values.get("headless")):
        render = "never"
    if render not in ("never", "link"):
        render = "always"
    resources = table.get("publishresources", True)
    return Build(render, truth(resources) if not isinstance(resources, bool) else resources)
