"""Words that living prefixes and suffixes make of others, in Brazil of English ones too."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from notelint.spelling.word_set import word_set

PREFIXES = word_set("""
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


def hybrid_stems(word: str) -> Iterator[str]:
    """English words from which the word may be made the Brazilian way (`commitar`: `commit`)."""
    found = _VERB_ENDING.search(word)
    while found:
        stem = word[: found.start()]
        if len(stem) > 3 or (len(stem) == 3 and not found[0].startswith(("aç", "am", "ador"))):
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


_FIRST = re.compile(
    r"a(?:r(?:[áã]o?|ei|emos|i[ao]m?|íamos|em|mos|es|am?|as)?|nd[oa]s?|d[oa]s?|ste|stes|sse|ssem|vam?)\Z"
    r"|(?:ou|ei|uei|quei|cei|guei)\Z"
)
"""Endings that only verbs in -ar take."""
_OTHERS = re.compile(
    r"[ei](?:r(?:[áã]o?|ei|emos|i[ao]m?|íamos|em|mos|es|am?|as)?|ndo|d[oa]s?|ste|stes|sse|ssem|mos|m|s)?\Z"
    r"|(?:eu|iu|iam?|íamos|u[íi]d[oa]s?)\Z"
)
"""Endings of verbs in -er and -ir; those of the present may be of verbs in -ar, too."""
_PRESENT = re.compile(r"(?:[oae]|[ae]s|[ae]m|[ae]mos|ue|uem|que|quem|ce|cem)\Z")


def family(word: str, known: Callable[[str], bool]) -> Iterator[str]:
    """The basic forms of the words that `word` may be an inflection of, itself left out."""
    singular = word.removesuffix("s")
    for form in {singular, singular[:-1] + "o" if singular[-1:] == "a" else singular}:
        if form != word:
            yield form
    for at in range(max(2, len(word) - 7), len(word)):
        vowels = ""
        if _FIRST.match(word, at):
            vowels = "a"
        elif _PRESENT.match(word, at):
            vowels = "aei"
        elif _OTHERS.match(word, at):
            vowels = "ei"
        stem = word[:at]
        for vowel in vowels:
            infinitive = stem + vowel + "r"
            if known(infinitive):
                forms = [infinitive, stem + ("a" if vowel == "a" else "i") + "do"]
                if vowels == "aei":  # `baste`: what is usual of its verb is `basta`
                    forms.append(stem + ("a" if vowel == "a" else "e"))
                for form in forms:
                    if form != word:
                        yield form
