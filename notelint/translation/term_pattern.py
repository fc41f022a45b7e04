"""Many words and phrases as one regular expression: fast, and always the longest."""

import re
from collections.abc import Iterable
from typing import TypeVar

from notelint.translation.terms_file import Forms

Owner = TypeVar("Owner")
Places = dict[str, list[tuple[Owner, int, str]]]
LONGEST_ACRONYM = 4
Branch = dict[str, "Branch"]
END = ""


def pattern_of(phrases: Iterable[str], *, exact: bool = False) -> re.Pattern[str]:
    """Finds any of `phrases` as whole words, the longest where several begin.

    Any white space does for a space, any hyphen for a hyphen, and capitals do not count unless
    `exact`. Without phrases it finds nothing. The phrases are put into a tree by their letters, so
    that a text is not compared with each of them.
    """
    root: Branch = {}
    for phrase in phrases:
        branch = root
        for sign in phrase if exact else phrase.lower():
            branch = branch.setdefault(sign, {})
        branch[END] = {}
    body = _alternatives(root) if root else "(?!)"
    return re.compile(rf"(?<!\w){body}(?!\w)", 0 if exact else re.IGNORECASE)


def forms_by_key(owners: Iterable[tuple[Owner, Forms]]) -> Places[Owner]:
    """Where each form belongs, by `pattern_of`'s idea of sameness; the keys are its phrases."""
    places: Places[Owner] = {}
    for owner, forms in owners:
        for number, form in enumerate(forms):
            for word in form:
                places.setdefault(_key(word), []).append((owner, number, word))
    return places


def look_up(places: Places[Owner], found: str) -> tuple[Owner, int] | None:
    """The owner and inflection of what was found; capitals of a form must be capitals there."""
    for owner, number, word in places.get(_key(found), ()):
        written = " ".join(found.split())
        if all(b.isupper() for a, b in zip(word, written, strict=False) if a.isupper()):
            return owner, number
    return None


def capitals_as(sample: str, word: str) -> str:
    """`word` with the capitals of `sample`: none, the first, or all. Its own are kept."""
    if sample.isupper() and len(sample) > LONGEST_ACRONYM:
        return word.upper()
    if sample[:1].isupper():
        return word[:1].upper() + word[1:]
    return word


def _key(text: str) -> str:
    return " ".join(text.lower().replace("\u2011", "-").split())


def _alternatives(branch: Branch) -> str:
    singles: list[str] = []
    longer: list[str] = []
    for sign, rest in sorted(branch.items()):
        if sign == END:
            continue
        tail = _alternatives(rest)
        (longer if tail or len(_sign(sign)) > 2 else singles).append(_sign(sign) + tail)
    if not singles and not longer:
        return ""
    if len(singles) > 1:
        singles = [f"[{''.join(singles)}]"]
    body = "|".join(longer + singles)
    optional = "?" if END in branch else ""
    grouped = optional or len(longer) + len(singles) > 1
    return f"(?:{body}){optional}" if grouped else body


def _sign(sign: str) -> str:
    if sign == " ":
        return r"\s+"
    if sign == "-":
        return "[-\u2011]"
    return re.escape(sign)
