"""What can be said of a word by itself, before looking at the words around it."""

from typing import Literal, NamedTuple

from notelint.spelling import portuguese
from notelint.spelling.edits import without_accents
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.suggest import in_case_of, nearest

Kind = Literal[
    "right", "unknown", "accent", "twin", "foreign-twin", "clitic", "hyphen", "rare", "name"
]


class Verdict(NamedTuple):
    """`kind` says what was noticed; `gap` is how much commoner the twin is (zipf)."""

    kind: Kind
    suggestions: tuple[str, ...] = ()
    gap: float = 0.0
    cost: float = 9.0


RIGHT = Verdict("right")


def verdict(word: str, lexicon: Lexicon, *, english: bool = False) -> Verdict:
    """What to think of one word; `english`: the words around it are."""
    key = ("verdict", word, english)
    known = lexicon.memory.get(key)
    if known is None:
        known = lexicon.memory[key] = _verdict(word, lexicon, english)
    return known  # type: ignore[return-value]


def _verdict(word: str, lexicon: Lexicon, english: bool) -> Verdict:
    if word in lexicon.accepted or len(word) == 1:
        return RIGHT
    capitals = sum(letter.isupper() for letter in word)
    if capitals >= 2 and (capitals < len(word) or len(word) <= 6):
        return RIGHT
    lower = word.lower()
    if lexicon.at_home(word):
        return _common_twin(word, lower, lexicon, "twin") or _rare(word, lower, lexicon)
    if lexicon.in_english(word) or lexicon.is_term(word):
        return _common_twin(word, lower, lexicon, "foreign-twin") or RIGHT
    if lexicon.is_name(lower):
        return _common_twin(word, lower, lexicon, "foreign-twin") or RIGHT
    return _unknown(word, lower, lexicon, english)


def _common_twin(
    word: str, lower: str, lexicon: Lexicon, kind: Literal["twin", "foreign-twin"]
) -> Verdict | None:
    own = lexicon.zipf_home(lower)
    twins = [(lexicon.zipf_home(twin), twin) for twin in lexicon.accent_twins(lower)]
    best, twin = max(twins, default=(0.0, ""))
    if best < 2.5 or best - own < 0.5:
        return None
    return Verdict(kind, (in_case_of(word, twin),), best - own)


def _rare(word: str, lower: str, lexicon: Lexicon) -> Verdict:
    return RIGHT


def _unknown(word: str, lower: str, lexicon: Lexicon, english: bool) -> Verdict:
    if lexicon.home is not None:
        by_rule = _by_portuguese_rules(word, lower, lexicon)
        if by_rule is not None:
            return by_rule
    likely = nearest(lower, lexicon, english=english)
    if "'" in lower or "’" in lower:
        parts = lower.replace("’", "'").split("'")
        if all(len(part) <= 2 or lexicon.knows(part) for part in parts):
            return RIGHT
    if not likely:
        return Verdict("unknown")
    cost, best, zipf = likely[0]
    if without_accents(best) == without_accents(lower) and lexicon.home is not None:
        kind: Kind = "accent"
    else:
        kind = "unknown"
    return Verdict(
        kind, tuple(in_case_of(word, one) for _, one, _ in likely), zipf, cost + 0.22 * zipf
    )


def _by_portuguese_rules(word: str, lower: str, lexicon: Lexicon) -> Verdict | None:
    if "-" in lower:
        return _hyphenated(word, lower, lexicon)
    if lexicon.accent_twins(lower):
        return None
    known = lexicon.knows
    hyphened = portuguese.wanting_hyphen(lower, known)
    if hyphened:
        return Verdict("hyphen", (in_case_of(word, hyphened),))
    if is_made_of_known(lower, lexicon):
        return RIGHT
    return None


def is_made_of_known(lower: str, lexicon: Lexicon) -> bool:
    """True for words that living prefixes and suffixes make of known ones, unless they are
    one slip away from a common word."""
    made = any(
        lexicon.knows(rest)
        and (lexicon.zipf_home(rest) >= 2 or lexicon.zipf_english(rest) >= 3 or len(rest) >= 7)
        for _, rest in portuguese.prefix_splits(lower)
    )
    made = made or any(
        len(stem) >= 4 and lexicon.knows(stem) for stem in portuguese.derived_from(lower)
    )
    made = made or any(
        (lexicon.is_term(stem) or lexicon.zipf_english(stem) >= 3) and len(stem) >= 3
        for stem in portuguese.hybrid_stems(lower)
        if lexicon.in_english(stem) or lexicon.is_term(stem)
    )
    if not made:
        return False
    likely = nearest(lower, lexicon)
    return not likely or likely[0][2] < 4.0 or likely[0][0] + 0.22 * likely[0][2] > 1.2


def _hyphenated(word: str, lower: str, lexicon: Lexicon) -> Verdict:
    known = lexicon.knows
    parts = portuguese.clitic(lower)
    if parts is not None:
        if portuguese.clitic_is_right(*parts, known):
            return RIGHT
        accented = portuguese.clitic_with_accent(*parts, known)
        if accented is not None:
            return Verdict("clitic", (in_case_of(word, accented),))
    pieces = word.split("-")
    wrong: list[tuple[int, Verdict]] = []
    for at, piece in enumerate(pieces):
        if piece.lower() in portuguese.PREFIXES or len(piece) <= 2:
            continue
        one = verdict(piece, lexicon)
        if one.kind not in {"right", "twin", "foreign-twin"}:
            wrong.append((at, one))
    if not wrong:
        return RIGHT
    if len(wrong) > 1 or not wrong[0][1].suggestions:
        return Verdict("unknown")
    at, one = wrong[0]
    whole = tuple("-".join([*pieces[:at], other, *pieces[at + 1 :]]) for other in one.suggestions)
    return Verdict(one.kind, whole, one.gap, one.cost)
