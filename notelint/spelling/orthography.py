"""How Portuguese words are written together or apart, and what the agreement of 1990 changed."""

import re
from collections.abc import Callable, Iterator

from notelint.spelling.edits import without_accents


def wanting_hyphen(word: str, known: Callable[[str], bool]) -> str | None:
    """`préprocessamento` → `pré-processamento`: stressed prefixes are never glued, nor is sub- to r."""
    for prefix in ("pré", "pós", "pró", "recém", "além"):
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= 4 and known(rest):
            return f"{prefix}-{rest}"
    if word.startswith("subr") and len(word) >= 7 and known(word[3:]):
        return f"sub-{word[3:]}"
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
        "geo",
        "infra",
        "intra",
    ),
    *("macro", "mega", "micro", "mini", "mono", "multi", "neuro", "poli", "proto", "pseudo"),
    *("semi", "socio", "supra", "tele", "ultra"),
)
_GLUED = frozenset(
    (
        *_BEFORE_DOUBLE,
        *("ante", "hidro", "hiper", "inter", "meta", "nano", "neo", "retro", "sobre", "sub"),
        *("super", "re", "co", "bi", "tri", "uni", "tetra"),
    )
)


def without_hyphen(word: str, known: Callable[[str], bool]) -> str | None:
    """`infra-estrutura` → `infraestrutura`: what the agreement of 1990 joins, when it is known so."""
    prefix, hyphen, rest = word.partition("-")
    if not hyphen or prefix not in _GLUED or "-" in rest or len(rest) < 4 or rest[0] == "h":
        return None
    if rest[0] == prefix[-1] and prefix not in ("re", "co"):
        return None  # micro-ondas, inter-racial
    if rest[0] in "rs" and prefix[-1] in _VOWELS:
        if prefix == "re":
            return None  # to save again is not to `ressalvar`
        rest = rest[0] + rest
    return prefix + rest if known(prefix + rest) else None


_OLD_DIPHTHONG = re.compile(r"(.*[^aeiou])(é|ó)(i(?:d[eo]|c[ao]|a|o)s?)\Z")


def after_the_agreement(word: str) -> str | None:
    """`sigmóide` → `sigmoide`: open diphthongs lost their accent in the last syllable but one."""
    found = _OLD_DIPHTHONG.match(word)
    if found is None or word.endswith(("éis", "óis")):
        return None
    return found[1] + {"é": "e", "ó": "o"}[found[2]] + found[3]


_MUTE = re.compile(
    r"(?<=[aeiouáéíóú])c(?=[tçc])|(?<=ado)p(?=[tç])|(?<=\A[oó])p(?=tim)|(?<=exce)p(?=[tç])"
    r"|(?<=\Aba)p(?=ti[sz])|(?<=eg[ií])p(?=[tç])"
)
"""Consonants that only Portugal writes, before the agreement or after it."""
_SPOKEN = frozenset(("facto", "pacto", "pactos", "lacta", "lactas", "secta", "sectas"))
"""Words of their own, though they look like another with such a consonant."""


def without_mute(word: str) -> str:
    """`optimização` → `otimização`: without the consonants that nobody in Brazil says."""
    return word if word in _SPOKEN else _MUTE.sub("", word)


_WITHOUT_ACCENTS = re.compile(r"(?:[cç][aã]o|[cç](?:ão|ao|o)?es|[ai]ve(?:l|is)|encias?|ancias?)\Z")


def with_usual_ending(word: str) -> str:
    """`bootavel` → `bootável`, `explicacaoes` → `explicações`: endings that always have an accent."""
    found = _WITHOUT_ACCENTS.search(word)
    if found is None:
        return word
    ending = found[0]
    if ending[0] in "cç":
        ending = "ções" if ending.endswith("es") else "ção"
    else:
        ending = {"a": "á", "i": "í", "e": "ê"}[ending[0]] + ending[1:]
        if ending.startswith("án"):
            ending = "â" + ending[1:]
    return word[: found.start()] + ending


def without_second_suffix(word: str) -> str | None:
    """`executação` → `execução`, `detectação` → `detecção`: a noun made once more from its verb."""
    found = re.fullmatch(r"(.{4,})ta(ção|ções)", word)
    return found[1] + found[2] if found else None


_GLUED_PRONOUN = re.compile(r"(.{3,})([aei])(l[oa]s?)\Z")
_GLUED_SE = re.compile(r"((.{2,})[aeo]m?)se\Z")


def wanting_pronoun(word: str, zipf: Callable[[str], float]) -> str | None:
    """`armazenalo` → `armazená-lo`, `lembrese` → `lembre-se`: a verb with its pronoun glued to it."""
    found = _GLUED_SE.match(word)
    if found is not None and zipf(found[1]) >= 3.0:
        if any(zipf(found[2] + ending) >= 3.0 for ending in ("ar", "er", "ir")):
            return f"{found[1]}-se"
    found = _GLUED_PRONOUN.match(word)
    if found is None or zipf(found[1] + found[2] + "r") < 3.0:
        return None
    vowel = {"a": "á", "e": "ê", "i": "í" if found[1][-1] in "aeou" else "i"}[found[2]]
    return f"{found[1]}{vowel}-{found[3]}"


_ACCENTED = re.compile(r"[áéíóúâêô]")
_NUCLEUS = re.compile(r"[aeiouãõáéíóúâêô]+")
_TOO_EARLY = re.compile(r"(.{3,})(mente|z[ií]nh[oa]s?|zão|zona|zões)\Z")


def with_late_accent(word: str) -> str | None:
    """The word without an accent that stands too early for one: `referênciadora`, `cafézinho`.

    No word is stressed before its last syllable but two; the stress of `-mente` and `-zinho` is their own.
    """
    found = _ACCENTED.search(word)
    if found is None:
        return None
    behind = _NUCLEUS.findall(word[found.end() :])
    if _TOO_EARLY.match(word) or len(behind) > 2:
        return word[: found.start()] + without_accents(found[0]) + word[found.end() :]
    return None


_LITTLE = frozenset(
    (
        *("o", "a", "os", "as", "de", "do", "da", "dos", "das", "em", "no", "na", "nos", "nas"),
        *("e", "que", "para", "por", "com", "um", "uma", "se", "não"),
    )
)

_BEFORE_ENGLISH = frozenset(("o", "um", "uma"))
"""Other little words begin the names of programs, too: `escript`."""


def run_together(
    word: str, zipf: Callable[[str], float], english: Callable[[str], float]
) -> Iterator[str]:
    """`osprincipais` → `os principais`, `ocommit` → `o commit`, `vocêpode` → `você pode`: common words
    with no space between, one of them a little word or both longer.

    `zipf` and `english` say how common a word of either language is; 0 for what is none.
    """
    for at in range(1, len(word)):
        first, second = word[:at], word[at:]
        if first in _LITTLE:
            glued = _is_common(second, at, zipf) or (
                first in _BEFORE_ENGLISH and len(second) >= 5 and english(second) >= 4.3
            )
        elif second in _LITTLE and len(second) > 1:
            glued = len(first) >= 4 and zipf(first) >= (4.3 if len(first) >= 5 else 5.3)
        else:
            glued = False
        if glued or (at >= 4 and len(second) >= 4 and min(zipf(first), zipf(second)) >= 4.0):
            yield f"{first} {second}"


def _is_common(second: str, before: int, zipf: Callable[[str], float]) -> bool:
    """True for a word so common that a little word of `before` letters may be glued to it."""
    least = 4.3 if len(second) >= (5 if before > 1 else 6) else 6.0
    return len(second) >= 4 and before + len(second) >= 6 and zipf(second) >= least


def with_english_plural(lower: str, in_english: Callable[[str], bool]) -> str | None:
    """`activities` for `activitys`: an English word in -y has its plural in -ies."""
    if lower.endswith("ys") and lower[-3:-2] not in "aeiou" and in_english(lower[:-1]):
        return lower[:-2] + "ies"
    return None
