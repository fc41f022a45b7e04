"""What is known of each shortcode: what its parameters and its inner text are."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Literal, NamedTuple

ParameterKind = Literal["text", "link", "image", "ref", "file", "code"]
Inner = Literal["none", "markdown", "text", "raw", "html"]
Printed = Literal["html", "code"]


class ShortcodeEntry(NamedTuple):
    """One shortcode of rules/data/shortcodes.yaml.

    `named` and `positional` say what a parameter is; one that is not there is of no interest (a
    colour, a size). `inner` is "none" when the shortcode takes no closing tag, and None when that
    is not known; `optional` says that themes differ. `by` names who brings it: "hugo", or themes.
    """

    name: str
    by: str = ""
    inner: Inner | None = None
    optional: bool = False
    named: Mapping[str, ParameterKind] = {}
    positional: tuple[ParameterKind | None, ...] = ()


class ShortcodeTable(NamedTuple):
    """The entries of shortcodes.yaml, and the templates found on disk: name → does it use `.Inner`?

    `printing` are the templates on disk that put their inner text out as it is ("html") or as
    "code", and do not render it. `missing` are the themes and modules that the site names but that
    are not on disk: only for them is shortcodes.yaml asked, when `strict` (a site, whose other
    templates are all known). Names are kept in lower case: Hugo ignores case when it looks for
    them.
    """

    entries: Mapping[str, ShortcodeEntry] = {}
    templates: Mapping[str, bool] = {}
    missing: tuple[str, ...] = ()
    strict: bool = False
    printing: Mapping[str, Printed] = {}

    def kind(self, name: str, parameter: str | int) -> ParameterKind | None:
        """What a parameter (by name, or by 0-based position) of shortcode `name` is, or None."""
        entry = self.entries.get(name.lower())
        if entry is None:
            return None
        if isinstance(parameter, str):
            return entry.named.get(parameter.lower())
        return entry.positional[parameter] if parameter < len(entry.positional) else None

    def inner(self, name: str) -> Inner:
        """How to read the text between the tags. A shortcode nobody knows holds Markdown, as most
        do.
        """
        entry = self.entries.get(name.lower())
        if entry is None or entry.inner is None or entry.inner == "none":
            return "markdown"
        return entry.inner

    def prints_inner(self, name: str) -> Printed | None:
        """How the inner text of `{{< name >}}` comes out when nobody reads it as Markdown."""
        return self.printing.get(name.lower())

    def uses_inner(self, name: str) -> bool | None:
        """Whether Hugo wants a closing tag: True, False, or None where that is not known.

        The template on disk decides, then Hugo's own shortcodes, then those of a theme that the
        site has.
        """
        key = name.lower()
        if key in self.templates:
            return self.templates[key]
        entry = self.entries.get(key)
        if entry is None or entry.inner is None or entry.optional or not self._speaks(entry):
            return None
        return entry.inner != "none"

    def knows(self, name: str) -> bool | None:
        """Whether Hugo has a template for `name`; None when a theme that cannot be seen may have
        one.
        """
        key = name.lower()
        if key in self.templates:
            return True
        entry = self.entries.get(key)
        if entry is not None and (not self.strict or self._speaks(entry)):
            return True
        known_themes = {theme for one in self.entries.values() for theme in one.by.split()}
        unseen = any(known_themes.isdisjoint(_parts(theme)) for theme in self.missing)
        return None if unseen else False

    @property
    def names(self) -> frozenset[str]:
        """Every name that is known, for suggestions."""
        named = (one for one in self.entries if self.knows(one))
        return frozenset((*self.templates, *named))

    def _speaks(self, entry: ShortcodeEntry) -> bool:
        if entry.by in ("hugo", "site"):
            return True
        return any(not _parts(theme).isdisjoint(entry.by.split()) for theme in self.missing)

    def for_site(
        self,
        templates: Mapping[str, bool],
        missing: Iterable[str] = (),
        printing: Mapping[str, Printed] = {},
    ) -> "ShortcodeTable":
        """This table for a site whose layouts hold `templates`, of which some are `printing`, and
        whose themes `missing` are not on disk.

        A module counts by each part of its path: `github.com/imfing/hextra` is Hextra.
        """
        lower = {name.lower(): uses for name, uses in templates.items()}
        return self._replace(
            templates=lower,
            missing=tuple(missing),
            strict=True,
            printing=dict(printing),
        )

    def joined(self, other: "ShortcodeTable") -> "ShortcodeTable":
        """This table with the entries of `other` added, or put in the place of those of the same
        name.
        """
        return self._replace(entries={**self.entries, **other.entries})


def _parts(theme: str) -> frozenset[str]:
    return frozenset(re.split(r"[^a-z0-9]+", theme.lower()))


EMPTY = ShortcodeTable()


@cache
def default_table() -> ShortcodeTable:
    """The table of our own rules/data/shortcodes.yaml."""
    from notelint.data_file import our_rules_folder
    from notelint.note.shortcode_data import load_table

    return load_table(our_rules_folder() / "data" / "shortcodes.yaml")
