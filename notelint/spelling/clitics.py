"""Verbs with their pronouns behind or inside them, and the accents that this asks for."""

import re
from collections.abc import Callable, Iterator

Known = Callable[[str], bool]

_PRONOUN = r"(?:me|te|se|lhes?|n?[oa]s?|[nv]os|l[oa]s?|[mt][oa]s?|lh[oa]s?|se-(?:me|te|nos|lhes?))"
_CLITIC = re.compile(rf"(.+?)-({_PRONOUN})(?:-(ei|ás|á|emos|eis|ão|ias?|íamos|íeis|iam))?\Z")
_LO = re.compile(r"l[oa]s?\Z")

# Infinitives that lose -ze- in front of a mesoclitic: fá-lo-ei, dir-se-ia.
_SHORT_INFINITIVES = {"far": "fazer", "dir": "dizer", "trar": "trazer"}
_FINAL = {
    "á": ("ar", "az"),
    "ê": ("er", "ez"),
    "í": ("ir",),
    "i": ("ir", "iz", "is"),
    "ô": ("or", "ôr"),
    "é": ("er", "ez"),
}
_ACCENTS = {"a": "á", "e": "ê", "i": "í", "o": "ô"}


def clitic(word: str) -> tuple[str, str, str] | None:
    """`usá-lo-ia` as host, pronoun and ending of the verb ("" when there is none)."""
    found = _CLITIC.match(word)
    return (found[1], found[2], found[3] or "") if found else None


def clitic_is_right(host: str, pronoun: str, ending: str, known: Known) -> bool:
    """True when the verb stands before its pronoun in the form that it must have."""
    if ending:
        infinitive = _SHORT_INFINITIVES.get(host, host)
        if _LO.match(pronoun):
            return any(known(_SHORT_INFINITIVES.get(form, form)) for form in _full_forms(host))
        return infinitive.endswith("r") and known(infinitive)
    if _LO.match(pronoun):
        stressed = host[-2:-1] in "aeou" and host[-3:-1] not in {"gu", "qu"}
        if host.endswith("i") and stressed:
            return False  # construí-lo
        if host.endswith("í") and not stressed:
            return False  # defini-lo
        if host.endswith("mo"):
            return known(host + "s")
        return host == "ei" or any(known(form) for form in _full_forms(host))
    if pronoun == "se" and host.endswith("i") and host[-2] not in "aeou" and known(host[:-1] + "e"):
        return host in ("ri", "sorri")  # define-se, not `defini-se`: nobody says I with se
    if known(host):
        return True
    return pronoun == "nos" and host.endswith("mo") and known(host + "s")


def _full_forms(host: str) -> Iterator[str]:
    for ending in _FINAL.get(host[-1:], ()):
        yield host[:-1] + ending


def clitic_with_accent(host: str, pronoun: str, ending: str, known: Known) -> str | None:
    """The word with the accent that its verb lacks (`avalia-los`, `avaliá-los`), or None."""
    if pronoun == "se" and host.endswith("i") and known(host[:-1] + "e"):
        return f"{host[:-1]}e-se" if not ending else None
    bare = host.removesuffix("r") if _LO.match(pronoun) else host
    if bare.endswith("í"):
        bare = bare[:-1] + "i"
        if clitic_is_right(bare, pronoun, ending, known):
            return "-".join(part for part in (bare, pronoun, ending) if part)
    accented = bare[:-1] + _ACCENTS.get(bare[-1:], bare[-1:])
    if accented != host and clitic_is_right(accented, pronoun, ending, known):
        return "-".join(part for part in (accented, pronoun, ending) if part)
    return None
