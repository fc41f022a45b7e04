"""How Portuguese words are written together or apart, and what the agreement of 1990 changed."""

import re
from collections.abc import Callable, Iterator


def wanting_hyphen(word: str, known: Callable[[str], bool]) -> str | None:
    """`préprocessamento` → `pré-processamento`: stressed prefixes are never glued."""
    for prefix in ("pré", "pós", "pró", "recém", "além"):
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= 4 and known(rest):
            return f"{prefix}-{rest}"
    return None


def wanting_double(word: str, known: Callable[[str], bool]) -> str | None:
    """`microserviço` → `microsserviço`: r and s are doubled behind a prefix that ends in a vowel."""
    for prefix in _BEFORE_DOUBLE:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= 5 and rest[0] in "rs" and rest[1] in _VOWELS:
            return prefix + rest[0] + rest if known(rest) else None
    return None


_VOWELS = "aeiouáéíóúâêôãõ"
_BEFORE_DOUBLE = (
    *(
        "aero",
        "anti",
        "arqui",
        "auto",
        "bio",
        "contra",
        "eletro",
        "extra",
        "foto",
        "infra",
        "intra",
    ),
    *("macro", "mega", "micro", "mini", "mono", "multi", "neuro", "poli", "proto", "pseudo"),
    *("semi", "socio", "supra", "tele", "ultra"),
)
_OLD_DIPHTHONG = re.compile(r"(.*[^aeiou])(é|ó)(i(?:d[eo]|c[ao]|a|o)s?)\Z")


def after_the_agreement(word: str) -> str | None:
    """`sigmóide` → `sigmoide`: open diphthongs lost their accent in the last syllable but one."""
    found = _OLD_DIPHTHONG.match(word)
    if found is None or word.endswith(("éis", "óis")):
        return None
    return found[1] + {"é": "e", "ó": "o"}[found[2]] + found[3]


_LITTLE = frozenset(
    (
        *("o", "a", "os", "as", "de", "do", "da", "dos", "das", "em", "no", "na", "nos", "nas"),
        *("e", "que", "para", "por", "com", "um", "uma", "se", "não"),
    )
)


def run_together(word: str, zipf: Callable[[str], float]) -> Iterator[str]:
    """`osprincipais` → `os principais`: a little word and a common one with no space between."""
    for at in range(1, len(word)):
        first, second = word[:at], word[at:]
        if len(second) >= (5 if at > 1 else 6) and first in _LITTLE and zipf(second) >= 4.3:
            yield f"{first} {second}"
        least = 4.3 if len(first) >= 5 else 5.3
        if len(first) >= 4 and second in _LITTLE and len(second) > 1 and zipf(first) >= least:
            yield f"{first} {second}"
