"""Values of the right kind at which Hugo stops all the same: addresses that it cannot make, output
formats that the site has not.
"""

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from notelint.site.addresses import prefix_of
from notelint.site.formats import Formats
from notelint.site.hugo_config import as_list
from notelint.site.permalinks import unknown_tokens
from notelint.site.values import text, truth
from notelint.site.workspace import Workspace


class Stop(NamedTuple):
    """Why Hugo stops, the part of the value at which it does, and what could stand there, if that
    can be listed.
    """

    why: Literal["address", "token", "alias-home", "output"]
    part: str
    known: frozenset[str] = frozenset()


def stops_at(name: str, value: Any, workspace: Workspace, language: str) -> Iterator[Stop]:
    """What stops Hugo in the front matter field `name` of a page in `language`."""
    if name == "url":
        yield from _url(text(value))
    elif name == "aliases":
        for alias in map(text, as_list(value)):
            yield from _alias(alias, workspace, language)
    elif name == "outputs":
        known = _output_formats(workspace, language)
        for output in map(text, as_list(value) if value else ()):
            if known and output.lower() not in known:
                yield Stop("output", output, known)


def _output_formats(workspace: Workspace, language: str) -> frozenset[str]:
    """The names of the output formats that pages may have; none where nobody can know them all."""
    if not workspace.is_site or workspace.missing_themes:
        return frozenset()
    return frozenset(Formats(workspace.hugo.language(language)).by_name)


def _url(url: str) -> Iterator[Stop]:
    if _is_elsewhere(url):
        yield Stop("address", url)
        return
    for token in unknown_tokens(url):
        yield Stop("token", token)


def _alias(alias: str, workspace: Workspace, language: str) -> Iterator[Stop]:
    hugo = workspace.hugo
    if _is_elsewhere(alias):
        yield Stop("address", alias)
    elif alias == "/" and not prefix_of(hugo, language) and not truth(hugo.get("disablealiases")):
        yield Stop("alias-home", alias)


def _is_elsewhere(address: str) -> bool:
    return address.startswith(("http://", "https://"))
