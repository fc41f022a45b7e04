"""Portuguese words that no list can hold: clitics, prefixes, and verbs made of English ones."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

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


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


PREFIXES = _set("""
aero agro ante anti arqui auto bi bio ciber co contra cripto des eco eletro ex extra foto geo
hidro hiper in infra inter intra macro mega meta micro mini mono multi nano neo
neuro não pan pluri poli pós pré pró proto pseudo psico quase re recém retro semi sem sobre
socio sub super supra tele tera termo tetra trans tri turbo ultra uni vice bem mal além peer
cyber data
""")
_GLUED = tuple(
    sorted(
        (
            prefix
            for prefix in PREFIXES
            if prefix
            not in {"não", "pós", "pré", "pró", "recém", "sem", "além", "bem", "mal", "ex"}
        ),
        key=len,
        reverse=True,
    )
)
_SHORT_PREFIXES = {"re", "des", "in", "co", "bi", "tri", "pan", "uni", "eco", "neo", "arqui"}

_VERB_ENDING = re.compile(
    r"(?:(?!ea(?:m|s)?\Z)[ae]?(?:ar|ando|ado|ada|ados|adas|a|am|ou|aram|ava|avam|amos|ará|arão|aria|ariam|asse|assem|ável|áveis"
    r"|agem|agens|ação|ações|ador|adora|adores|adoras|amento|amentos|aremos|armos|arem|aria|ia|iam))\Z"
)
_IZE = re.compile(
    r"(.{3,}?)i(?:z(?:ar|am?|ou|ando|ad[oa]s?|aram|ava|avam|amos|ação|ações|ador|adora|adores|adoras|ável|áveis"
    r"|ará|arão|aria|ariam|armos|arem|asse|assem)|fica(?:r|ção|ções|d[oa]s?|ndo|m|dor|dores)?|smo|stas?|ze|zem)\Z"
)
_ABLE = re.compile(r"(.{3,}?)([aiu])bilidades?\Z")
_ABLE_ADJECTIVE = re.compile(r"(.{3,}?)(?:áve(?:l|is)|íve(?:l|is))\Z")


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
        if host.endswith("i") and host[-2:-1] in "aeou" and host[-3:-1] not in {"gu", "qu"}:
            return False  # construí-lo
        if host.endswith("mo"):
            return known(host + "s")
        return host == "ei" or any(known(form) for form in _full_forms(host))
    if known(host):
        return True
    return pronoun == "nos" and host.endswith("mo") and known(host + "s")


def _full_forms(host: str) -> Iterator[str]:
    for ending in _FINAL.get(host[-1:], ()):
        yield host[:-1] + ending


def clitic_with_accent(host: str, pronoun: str, ending: str, known: Known) -> str | None:
    """The word with the accent that its verb lacks (`avalia-los`, `avaliá-los`), or None."""
    bare = host.removesuffix("r") if _LO.match(pronoun) else host
    accented = bare[:-1] + _ACCENTS.get(bare[-1:], bare[-1:])
    if accented != host and clitic_is_right(accented, pronoun, ending, known):
        return "-".join(part for part in (accented, pronoun, ending) if part)
    return None


@lru_cache(maxsize=4096)
def prefix_splits(word: str) -> tuple[tuple[str, str], ...]:
    """Ways to read the word as prefix and rest: `microsserviço` → (`micro`, `serviço`)."""
    ways = []
    for prefix in _GLUED:
        if not word.startswith(prefix):
            continue
        rest = word[len(prefix) :]
        if len(rest) < (5 if prefix in _SHORT_PREFIXES else 4):
            continue
        if rest[:2] in {"rr", "ss"} and prefix[-1] in "aeiou":
            rest = rest[1:]
        ways.append((prefix, rest))
    return tuple(ways)


def wanting_hyphen(word: str, known: Known) -> str | None:
    """`préprocessamento` → `pré-processamento`: stressed prefixes are never glued."""
    for prefix in ("pré", "pós", "pró", "recém", "além"):
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= 4 and known(rest):
            return f"{prefix}-{rest}"
    return None


_OLD_DIPHTHONG = re.compile(r"(.*[^aeiou])(é|ó)(i[a-zç]{0,2}[aeo]s?)\Z")


def after_the_agreement(word: str) -> str | None:
    """`sigmóide` → `sigmoide`: open diphthongs lost their accent in the last syllable but one."""
    found = _OLD_DIPHTHONG.match(word)
    if found is None or word.endswith(("éis", "óis")):
        return None
    return found[1] + {"é": "e", "ó": "o"}[found[2]] + found[3]


_LITTLE = frozenset(
    "o a os as de do da dos das em no na nos nas e que para por com um uma se não".split()
)


def run_together(word: str, zipf: Callable[[str], float]) -> Iterator[str]:
    """`osprincipais` → `os principais`: a little word and a common one with no space between."""
    for at in range(1, len(word)):
        first, second = word[:at], word[at:]
        if len(second) >= (5 if at > 1 else 6) and first in _LITTLE and zipf(second) >= 4.3:
            yield f"{first} {second}"
        if len(first) >= 5 and second in _LITTLE and len(second) > 1 and zipf(first) >= 4.3:
            yield f"{first} {second}"


def hybrid_stems(word: str) -> Iterator[str]:
    """English words from which the word may be made the Brazilian way (`commitar`: `commit`)."""
    found = _VERB_ENDING.search(word)
    while found:
        stem = word[: found.start()]
        if len(stem) >= 3:
            yield stem
            yield stem + "e"
            if stem[-1] == stem[-2]:
                yield stem[:-1]
            if stem.endswith("u") and stem[-2] in "gq":
                yield stem[:-1]
        found = _VERB_ENDING.search(word, found.start() + 1)


def derived_from(word: str) -> Iterator[str]:
    """Words of either language from which the word is made by a living suffix."""
    found = _IZE.match(word)
    if found:
        stem = found[1]
        yield stem
        for vowel in "aeo":
            yield stem + vowel
        yield stem + "y"
        yield stem + "ico"
    found = _ABLE.match(word)
    if found:
        for ending in ("ável", "ível", "úvel", found[2] + "r", "er", "ble", "vel"):
            yield found[1] + ending
    found = _ABLE_ADJECTIVE.match(word)
    if found:
        for ending in ("ar", "er", "ir"):
            yield found[1] + ending
    for ending in ("inho", "inha", "zinho", "zinha", "zinhos", "zinhas", "inhos", "inhas"):
        if word.endswith(ending):
            for vowel in ("", "o", "a", "e"):
                yield word.removesuffix(ending) + vowel
    if word.endswith("mente"):
        yield word.removesuffix("mente")


_FINITE = re.compile(
    r"(?:[aei]?(?:r(?:[áã]o?|ei|emos|ia|iam|íamos|em|mos|es|am|a|as)?|ndo|d[oa]s?|mos|ste|stes|sse|ssem|va|vam|m|s)"
    r"|ou|ei|eu|iu|io|ia|iam|i|o|a|e|ue|uem|quei|quem|que|c?emos)\Z"
)


def family(word: str, known: Known) -> Iterator[str]:
    """The basic forms of the words that `word` may be an inflection of, itself left out."""
    singular = word.removesuffix("s")
    for form in {singular, singular[:-1] + "o" if singular[-1:] == "a" else singular}:
        if form != word:
            yield form
    for at in range(max(2, len(word) - 7), len(word)):
        if not _FINITE.match(word, at):
            continue
        stem = word[:at]
        for vowel in "aei":
            infinitive = stem + vowel + "r"
            if known(infinitive):
                for form in (infinitive, stem + ("a" if vowel == "a" else "i") + "do"):
                    if form != word:
                        yield form
