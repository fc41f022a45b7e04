"""What a Hugo configuration says of languages, addresses and Markdown, with Hugo's defaults
filled in.

https://gohugo.io/configuration/all/
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast, get_args

from notelint.note.markup import IdType, Markup
from notelint.site.config_files import merge, read_site_config

UseEmbedded = Literal["auto", "never", "always", "fallback"]


class Language(NamedTuple):
    """One language of the site. `values` is the whole configuration as it holds for this
    language.
    """

    code: str
    values: Mapping[str, Any] = {}
    own: Mapping[str, Any] = {}

    @property
    def content_dir(self) -> str:
        """The folder given to this language alone, or the empty string."""
        return str(self.own.get("contentdir") or "").strip("/")

    def get(self, *keys: str) -> Any:
        """The value at a path of keys (lower case), or None."""
        return dig(self.values, *keys)


class HugoConfig(NamedTuple):
    """A site's configuration. `files` is empty when there is none; `languages` is never empty.

    `languages` are the enabled ones in Hugo's order, `configured` how many there are with the
    disabled ones.
    """

    values: Mapping[str, Any] = {}
    files: tuple[Path, ...] = ()
    languages: tuple[Language, ...] = (Language("en"),)
    default_language: str = "en"
    disabled_languages: tuple[str, ...] = ()
    multihost: bool = False

    def get(self, *keys: str) -> Any:
        """The value at a path of keys (lower case) of the root, or None."""
        return dig(self.values, *keys)

    def language(self, code: str) -> Language:
        """The language of that code; the default one when there is no such."""
        for language in self.languages:
            if language.code == code:
                return language
        return next(
            (one for one in self.languages if one.code == self.default_language), self.languages[0]
        )

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the enabled languages in Hugo's order."""
        return tuple(language.code for language in self.languages)

    @property
    def names_languages(self) -> bool:
        """True when the configuration has a table of languages, if only with one of them: then
        Hugo's own hooks are at work.
        """
        return bool(self.get("languages"))

    @property
    def default_in_subdir(self) -> bool:
        """True when the default language's pages lie below its code too."""
        return bool(self.get("defaultcontentlanguageinsubdir"))

    def use_embedded(self, kind: Literal["link", "image"]) -> UseEmbedded:
        """When Hugo's own render hook for links or images is at work ("auto" is decided)."""
        hook = self.get("markup", "goldmark", "renderhooks", kind) or {}
        chosen = str(hook.get("useembedded") or "auto").lower()
        if isinstance(hook.get("enabledefault"), bool):
            chosen = "fallback" if hook["enabledefault"] else "never"
        if (
            chosen == "auto"
            and self.names_languages
            and not self.multihost
            and not self.duplicates_resources
        ):
            return "fallback"
        return cast(UseEmbedded, chosen if chosen in get_args(UseEmbedded) else "auto")

    @property
    def duplicates_resources(self) -> bool:
        """True when bundle files are copied for each language."""
        return bool(self.get("markup", "goldmark", "duplicateresourcefiles"))


def dig(values: Any, *keys: str) -> Any:
    """The value at a path of keys in nested tables, or None."""
    for key in keys:
        if not isinstance(values, Mapping):
            return None
        values = values.get(key)
    return values


def load_hugo_config(root: Path, environment: str = "production") -> HugoConfig:
    """The configuration of the site at `root`; raises NotelintError for a file that cannot be
    read.
    """
    values, files = read_site_config(root, environment)
    return hugo_config(values, files)


def hugo_config(values: dict[str, Any], files: tuple[Path, ...] = ()) -> HugoConfig:
    """The configuration that the merged table `values` (lower-case keys) stands for."""
    tables = values.get("languages")
    tables = (
        {str(code): table for code, table in tables.items()} if isinstance(tables, dict) else {}
    )
    given = str(values.get("defaultcontentlanguage") or "").lower()
    if not tables:
        code = given or "en"
        return HugoConfig(values, files, (Language(code, values),), code)
    tables = {code: table if isinstance(table, dict) else {} for code, table in tables.items()}
    off = {str(code).lower() for code in as_list(values.get("disablelanguages"))}
    disabled = tuple(code for code in tables if code in off or tables[code].get("disabled") is True)
    ordered = sorted(tables, key=lambda code: _order(code, tables[code]))
    default = given if given in tables else "en" if not given and "en" in tables else ordered[0]
    languages = tuple(
        Language(code, _merged(values, tables[code]), tables[code])
        for code in ordered
        if code not in disabled
    )
    multihost = any("baseurl" in table for table in tables.values())
    return HugoConfig(
        values, files, languages or (Language(default, values),), default, disabled, multihost
    )


def _order(code: str, table: Mapping[str, Any]) -> tuple[bool, int, str]:
    weight = table.get("weight")
    weight = weight if isinstance(weight, int) else 0
    return weight == 0, weight, code


def _merged(root: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    merge(merged, _copied({key: value for key, value in root.items() if key != "languages"}))
    merge(merged, _copied(dict(own)))
    return merged


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copied(each) for key, each in value.items()}
    return value


def as_list(value: Any) -> list[Any]:
    """A list as it is, nothing as none, anything else as the only item."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def markup_of(config: HugoConfig) -> Markup:
    """The Markdown settings of the site."""
    goldmark = config.get("markup", "goldmark") or {}
    parser, extensions = dig(goldmark, "parser") or {}, dig(goldmark, "extensions") or {}
    attribute = parser.get("attribute")
    attribute = attribute if isinstance(attribute, dict) else {}
    passthrough = extensions.get("passthrough") or {}
    delimiters = (
        (passthrough.get("delimiters") or {}) if _on(passthrough.get("enable"), False) else {}
    )
    id_type = parser.get("autoheadingidtype") or parser.get("autoidtype") or "github"
    linkify = extensions.get("linkify", True)
    footnote = extensions.get("footnote", True)
    typographer = extensions.get("typographer", True)
    return Markup(
        auto_heading_id=_on(parser.get("autoheadingid"), True),
        id_type=cast(IdType, id_type if id_type in get_args(IdType) else "github"),
        attribute_block=_on(attribute.get("block"), False),
        attribute_title=_on(attribute.get("title"), True),
        unsafe=_on(dig(goldmark, "renderer", "unsafe"), False),
        definition_list=_on(extensions.get("definitionlist"), True),
        definition_ids=_on(parser.get("autodefinitiontermid"), False),
        footnote=_switch(footnote),
        linkify=_switch(linkify),
        strikethrough=_on(extensions.get("strikethrough"), True),
        table=_on(extensions.get("table"), True),
        task_list=_on(extensions.get("tasklist"), True),
        typographer=_switch(typographer, off="disable"),
        passthrough_block=_pairs(delimiters.get("block")),
        passthrough_inline=_pairs(delimiters.get("inline")),
        emoji=_on(config.get("enableemoji"), False),
    )


def _on(value: Any, default: bool) -> bool:
    if isinstance(value, str):
        return value.strip().lower() in ("true", "1", "t")
    return bool(value) if isinstance(value, bool | int) else default


def _switch(value: Any, off: str = "") -> bool:
    """An extension that is `true`, `false`, or a table with `enable` (or `disable`)."""
    if isinstance(value, dict):
        return not _on(value.get(off), False) if off else _on(value.get("enable"), True)
    return _on(value, True)


def _pairs(value: Any) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, list):
        return ()
    return tuple(
        (str(pair[0]), str(pair[1])) for pair in value if isinstance(pair, list) and len(pair) == 2
    )
