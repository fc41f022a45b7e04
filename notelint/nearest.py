"""The nearest known name to one that is not known, for messages."""

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that looks most like `name`, or None when none looks like it."""
    from difflib import get_close_matches

    found = get_close_matches(name, list(known), n=1, cutoff=0.55)
    return found[0] if found else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """An ending for a message: `: did you mean “…”?`, or nothing."""
    near = nearest(name, known)
    return f": did you mean “{near}”?" if near else ""
