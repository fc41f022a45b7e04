"""The title that Hugo gives a section without a file: its folder's name in the English plural.

https://gohugo.io/configuration/all/#pluralizelisttitles; what the plural is was asked of Hugo.
"""

import re

from notelint.site.hugo_config import Language
from notelint.site.values import truth

_WITH_ES = re.compile(r"(?:ss|us|x|z|ch|sh|o)\Z")
_UNCHANGED = re.compile(r"(?:[^su]s|ia|ata|fish)\Z")


def list_title(name: str, language: Language) -> str:
    """The title of the section `name`, as far as letter case does not matter."""
    pluralize = language.get("pluralizelisttitles")
    if "-" in name or not (pluralize is None or truth(pluralize)):
        return name
    if _UNCHANGED.search(name):
        return name
    if _WITH_ES.search(name):
        return name + "es"
    if name.endswith("y") and name[-2:-1] not in set("aeiou"):
        return name[:-1] + "ies"
    return name + "s"
