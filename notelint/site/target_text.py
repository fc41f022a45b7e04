"""A destination as written, taken apart as Go's url.Parse does."""

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote


class TargetText(NamedTuple):
    """`path` and `fragment` are percent-decoded. `opaque`: a scheme with no path (mailto:x)."""

    scheme: str
    host: str
    path: str
    query: str
    fragment: str
    has_fragment: bool = False
    opaque: bool = False
    valid: bool = True


_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")


@lru_cache(maxsize=1024)
def take_apart(target: str) -> TargetText:
    """The parts of `target`; `valid` is False where Go would refuse it."""
    rest, hash_mark, fragment = target.partition("#")
    if not rest:
        return TargetText("", "", "", "", unquote(fragment), bool(hash_mark))
    rest, _, query = rest.partition("?")
    scheme = host = ""
    found = _SCHEME.match(rest)
    if found:
        scheme, rest = found.group(1).lower(), rest[found.end() :]
        if not rest.startswith("/"):
            return TargetText(scheme, "", "", query, unquote(fragment), bool(hash_mark), True)
    if rest.startswith("//"):
        host, slash, rest = rest[2:].partition("/")
        rest = slash + rest
    valid = not _BAD_ESCAPE.search(rest)
    if not scheme and not host and ":" in rest.partition("/")[0]:
        valid = False
    path = unquote(rest) if "%" in rest else rest
    return TargetText(
        scheme, host.lower(), path, query, unquote(fragment), bool(hash_mark), False, valid
    )
