"""What a site takes over from the configuration of its themes.

https://gohugo.io/configuration/introduction/#merge-configuration-settings
"""

from collections.abc import Iterable, Mapping
from typing import Any

_STRATEGIES = {
    "params": "deep",
    "menus": "shallow",
    "outputformats": "shallow",
    "mediatypes": "shallow",
}
"""How Hugo merges a table where `_merge` says nothing; all others are not merged."""


def with_themes(values: Mapping[str, Any], themes: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The site's own `values` with what each theme adds, the nearest theme first, and without the
    words that say how to merge.
    """
    merged = dict(values)
    everywhere = values.get("_merge")
    for theme in themes:
        for key, theirs in theme.items():
            ours = merged.get(key)
            if not isinstance(theirs, Mapping) or key in ("module", "languages"):
                if everywhere in ("deep", "shallow") and key not in merged and key != "theme":
                    merged[key] = theirs
                continue
            own = ours.get("_merge") if isinstance(ours, Mapping) else None
            strategy = own or everywhere or _STRATEGIES.get(key, "none")
            if strategy in ("deep", "shallow") and (ours is None or isinstance(ours, Mapping)):
                merged[key] = _added(ours or {}, theirs, deep=strategy == "deep")
    return _without_merge(merged)


def _without_merge(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: _without_merge(value) if isinstance(value, Mapping) else value
        for key, value in values.items()
        if key != "_merge"
    }


def _added(ours: Mapping[str, Any], theirs: Mapping[str, Any], *, deep: bool) -> dict[str, Any]:
    added = dict(ours)
    for key, value in theirs.items():
        old = added.get(key)
        if key not in added:
            added[key] = value
        elif deep and isinstance(old, Mapping) and isinstance(value, Mapping):
            added[key] = _added(old, value, deep=True)
    return added
