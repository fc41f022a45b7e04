"""Output formats: which files a page is written to.

https://gohugo.io/configuration/output-formats/
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from notelint.site.hugo_config import Language, as_list, dig
from notelint.site.values import text, texts, truth


class Format(NamedTuple):
    """One output format. `suffix` has its dot; None when the media type is not known."""

    name: str
    base: str = "index"
    suffix: str | None = ".html"
    path: str = ""
    ugly: bool = False
    no_ugly: bool = False
    root: bool = False
    permalinkable: bool = False
    weight: int = 0


HTML = Format("html", permalinkable=True, weight=10)
_BUILT_IN = {
    "html": HTML,
    "amp": Format("amp", path="amp", permalinkable=True),
    "calendar": Format("calendar", suffix=".ics"),
    "css": Format("css", base="styles", suffix=".css"),
    "csv": Format("csv", suffix=".csv"),
    "json": Format("json", suffix=".json"),
    "markdown": Format("markdown", suffix=".md"),
    "webappmanifest": Format("webappmanifest", base="manifest", suffix=".webmanifest"),
    "robots": Format("robots", base="robots", suffix=".txt", root=True),
    "rss": Format("rss", suffix=".xml", no_ugly=True),
    "sitemap": Format("sitemap", base="sitemap", suffix=".xml", ugly=True),
    "404": Format("404", base="", ugly=True, permalinkable=True),
}
_NOT_FOR_LINKS = {name: Format(name, suffix=None) for name in ("alias", "gotmpl")}
_SUFFIXES = {
    "text/html": ".html",
    "text/calendar": ".ics",
    "text/css": ".css",
    "text/csv": ".csv",
    "application/json": ".json",
    "text/markdown": ".md",
    "application/manifest+json": ".webmanifest",
    "text/plain": ".txt",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/rss+xml": ".xml",
    "text/javascript": ".js",
    "application/javascript": ".js",
    "image/svg+xml": ".svg",
    "application/toml": ".toml",
    "application/yaml": ".yaml",
}
_KINDS = {
    "home": ("html", "rss"),
    "section": ("html", "rss"),
    "taxonomy": ("html", "rss"),
    "term": ("html", "rss"),
    "page": ("html",),
}


class Formats:
    """The output formats of a site in one language, and which of them each kind of page has."""

    def __init__(self, language: Language) -> None:
        self.by_name = {**_BUILT_IN, **_NOT_FOR_LINKS}
        media = language.get("mediatypes")
        media = media if isinstance(media, Mapping) else {}
        for name, table in (language.get("outputformats") or {}).items():
            if isinstance(table, Mapping):
                self.by_name[str(name)] = _format(
                    str(name), table, media, self.by_name.get(str(name))
                )
        self.disabled = frozenset(
            text(kind).lower() for kind in as_list(language.get("disablekinds"))
        )
        self.has_unknown = False
        """True when pages have an output that only a theme which is not on disk can describe."""
        outputs = language.get("outputs")
        outputs = outputs if isinstance(outputs, Mapping) else {}
        self.kinds = {
            kind: self._named(texts(outputs[kind]) if kind in outputs else list(default))
            for kind, default in _KINDS.items()
        }

    def _named(self, names: list[str]) -> tuple[Format, ...]:
        found = [self.by_name[name.lower()] for name in names if name.lower() in self.by_name]
        self.has_unknown |= len(found) < len(names) or any(one.suffix is None for one in found)
        kept = [one for one in found if not (one.name == "rss" and "rss" in self.disabled)]
        return tuple(sorted(kept, key=lambda one: (one.weight == 0, one.weight)))

    def of(self, kind: str, values: Mapping[str, Any]) -> tuple[Format, ...]:
        """The formats of a page of `kind`; front matter `outputs` decides."""
        own = values.get("outputs")
        if own:
            return self._named(texts(own)) or self.kinds.get(kind, (HTML,))
        return self.kinds.get(kind, (HTML,))


def _format(
    name: str, table: Mapping[str, Any], media: Mapping[str, Any], base: Format | None
) -> Format:
    start = base or Format(name, suffix=None)
    suffix = start.suffix
    media_type = text(table.get("mediatype")).lower()
    if media_type:
        declared = texts(dig(media, media_type, "suffixes"))
        suffix = f".{declared[0]}" if declared else _SUFFIXES.get(media_type)
        if dig(media, media_type, "delimiter") == "":
            suffix = (suffix or "").lstrip(".")
    weight = table.get("weight")
    return start._replace(
        base=text(table.get("basename", start.base)),
        suffix=suffix,
        path=text(table.get("path", start.path)),
        ugly=truth(table.get("ugly", start.ugly)),
        no_ugly=truth(table.get("nougly", start.no_ugly)),
        root=truth(table.get("root", start.root)),
        permalinkable=truth(table.get("permalinkable", start.permalinkable)),
        weight=weight if isinstance(weight, int) else start.weight,
    )
