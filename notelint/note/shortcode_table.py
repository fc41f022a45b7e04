"""What is known of each shortcode: which parameters are text, links or code, and what its inner text is."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

ParameterKind = Literal["text", "link", "image", "ref", "file", "code"]
Inner = Literal["none", "markdown", "text", "raw", "html"]


@dataclass(frozen=True, slots=True)
class ShortcodeEntry:
    """One shortcode of rules/data/shortcodes.yaml.

    `named` and `positional` say what a parameter is; one that is not there is of no interest (a colour, a size).
    `inner` is "none" when the shortcode takes no closing tag, and None when that is not known.
    `hugo` marks the shortcodes embedded in Hugo.
    """

    name: str
    named: Mapping[str, ParameterKind] = field(default_factory=lambda: MappingProxyType({}))
    positional: tuple[ParameterKind | None, ...] = ()
    inner: Inner | None = None
    hugo: bool = False


@dataclass(frozen=True)
class ShortcodeTable:
    """The entries of shortcodes.yaml, and the templates found on disk: name → does it use `.Inner`?

    Names are kept in lower case: Hugo ignores case in them.
    """

    entries: Mapping[str, ShortcodeEntry] = field(default_factory=dict)
    templates: Mapping[str, bool] = field(default_factory=dict)

    def kind(self, name: str, parameter: str | int) -> ParameterKind | None:
        """What a parameter (by name, or by 0-based position) of shortcode `name` is; None: of no interest."""
        entry = self.entries.get(name.lower())
        if entry is None:
            return None
        if isinstance(parameter, str):
            return entry.named.get(parameter) or entry.named.get(parameter.lower())
        return entry.positional[parameter] if parameter < len(entry.positional) else None

    def inner(self, name: str) -> Inner:
        """How to read the text between the tags. A shortcode nobody knows holds Markdown, as most do."""
        entry = self.entries.get(name.lower())
        return "markdown" if entry is None or entry.inner is None else entry.inner

    def uses_inner(self, name: str) -> bool | None:
        """Whether Hugo wants a closing tag: True, False, or None where nothing is known.

        The template on disk decides; shortcodes.yaml speaks only for what is not on disk.
        """
        key = name.lower()
        if key in self.templates:
            return self.templates[key]
        entry = self.entries.get(key)
        if entry is None or entry.inner is None:
            return None
        return entry.inner != "none"

    def with_templates(self, templates: Mapping[str, bool]) -> "ShortcodeTable":
        """This table for a site whose layouts hold `templates`."""
        return replace(self, templates={name.lower(): uses for name, uses in templates.items()})


EMPTY = ShortcodeTable()


@cache
def default_table() -> ShortcodeTable:
    """The table of our own rules/data/shortcodes.yaml."""
    return EMPTY


def read_table(data: Mapping[str, Any], path: str) -> ShortcodeTable:
    """The table of the parsed YAML `data` of the file `path`."""
    return EMPTY
