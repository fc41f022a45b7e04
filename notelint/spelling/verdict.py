"""What can be said of a word by itself, before looking at the words around it."""

import re
from typing import Literal, NamedTuple

from notelint.spelling import portuguese
from notelint.spelling.edits import sound_alikes, without_accents
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.suggest import Candidate, in_case_of, nearest

Kind = Literal[
    "right",
    "unknown",
    "accent",
    "twin",
    "foreign-twin",
    "clitic",
    "hyphen",
    "apart",
    "slip",
    "rare",
    "rare-foreign",
]
"""What may be said of a word: wrong by itself (`unknown`, `accent`, `clitic`, `hyphen`, `apart`: two
words run together, `slip`: a well-known one), or by what stands around it (`twin`: its accented twin
is far commoner, `rare`: a common word is one slip away)."""


class Verdict(NamedTuple):
    """What was noticed of a word, and the likeliest right one.

    `zipf` says how common the first suggestion is, for twins how much commoner than the word;
    `cost` how unlikely the slip; `foreign` that only English has the suggestion; `common` that
    the slip is a well-known one.
    """

    kind: Kind
    suggestions: tuple[str, ...] = ()
    zipf: float = 0.0
    cost: float = 9.0
    foreign: bool = False
    common: bool = False


RIGHT = Verdict("right")


def verdict(word: str, lexicon: Lexicon, *, english: bool = False) -> Verdict:
    """What to think of one word; `english`: the words around it are."""
    key = ("verdict", word, english)
    known = lexicon.memory.get(key)
    if known is None:
        known = lexicon.memory[key] = _verdict(word, lexicon, english)
        if known is RIGHT:
            lexicon.right.add(word)
    return known  # type: ignore[return-value]


def _verdict(word: str, lexicon: Lexicon, english: bool) -> Verdict:
    if word in lexicon.accepted or len(word) == 1 or _is_shape(word):
        return RIGHT
    lower = word.lower()
    if lower in lexicon.meant:
        return Verdict("slip", (in_case_of(word, lexicon.meant[lower]),))
    if lexicon.at_home(word):
        return _common_twin(word, lexicon, "twin") or _rare(word, lower, lexicon)
    if lexicon.in_english(word) or lexicon.is_term(word):
        return _common_twin(word, lexicon, "foreign-twin") or _rare_english(word, lower, lexicon)
    bare = without_accents(word)
    if lexicon.is_person(word) or (bare != word and _is_name(bare, lexicon)):
        return RIGHT
    old_spelling = word == lower and not word.isascii() and lexicon.accent_twins(word)
    if lexicon.is_name(lower) and not old_spelling:
        return _common_twin(word, lexicon, "foreign-twin") or RIGHT
    return _unknown(word, lower, lexicon, english)


def _is_name(bare: str, lexicon: Lexicon) -> bool:
    """True for names that some language writes with other accents (`Ángela`)."""
    if bare[0].islower() or lexicon.at_home(bare.lower()) or lexicon.in_english(bare.lower()):
        return False
    return lexicon.is_person(bare) or lexicon.is_name(bare)


def _is_shape(word: str) -> bool:
    """True for acronyms, their plurals and CamelCase, which are nobody's spelling."""
    capitals = sum(letter.isupper() for letter in word)
    if capitals == 0 or (capitals == 1 and word[0].isupper()) or "-" in word:
        return False
    return capitals < len(word) or len(word) <= 6


def _common_twin(
    word: str, lexicon: Lexicon, kind: Literal["twin", "foreign-twin"]
) -> Verdict | None:
    """The same letters with accents, when they are far commoner."""
    if word != without_accents(word):
        return None
    own = lexicon.zipf_home(word.lower())
    twins = [(lexicon.zipf_home(twin.lower()), twin) for twin in lexicon.accent_twins(word)]
    best, twin = max(twins, default=(0.0, ""))
    if best < 2.5 or best - own < 0.5:
        return None
    return Verdict(kind, (in_case_of(word, twin),), best - own)


def _rare(word: str, lower: str, lexicon: Lexicon) -> Verdict:
    """Words that stand in the dictionary but in no text, one slip from a common word (`tarega`)."""
    own = lexicon.zipf_home(lower)
    if own > 2.3 or len(word) < 4 or "-" in word:
        return RIGHT
    likely = nearest(lower, lexicon)
    if not likely:
        return RIGHT
    best = likely[0]
    if best.foreign or best.cost > 1.1 or _only_ending(lower, best.word):
        return RIGHT
    if best.zipf < max(own + 2.8, 4.0):
        return RIGHT
    if any(lexicon.zipf_home(rest) >= 3 for _, rest in portuguese.prefix_splits(lower)):
        return RIGHT
    if max(map(lexicon.zipf_home, portuguese.family(lower, lexicon.at_home)), default=0) >= 2.4:
        return RIGHT
    return _likely("rare", word, likely)


_ENDING = re.compile(r"(?:[aeiou]?[srml]?s?|ão|ões|ai|ei|ou)\Z")


def _only_ending(word: str, other: str) -> bool:
    """True when the two differ as two inflections of one word do."""
    same = 0
    while same < min(len(word), len(other)) and word[same] == other[same]:
        same += 1
    return bool(_ENDING.match(word, same) and _ENDING.match(other, same))


def _rare_english(word: str, lower: str, lexicon: Lexicon) -> Verdict:
    """English words that hardly anybody writes, one slip from a common Portuguese word."""
    own = max(lexicon.zipf_home(lower), lexicon.zipf_english(lower))
    if not lexicon.portuguese or lexicon.is_term(word) or own > 3.0 or len(word) < 5:
        return RIGHT
    likely = nearest(lower, lexicon)
    if not likely:
        return RIGHT
    best = likely[0]
    if best.zipf < max(own + 2.0, 4.5) or best.cost > 1.0 or best.foreign:
        return RIGHT
    return _likely("rare-foreign", word, likely)


def _likely(kind: Kind, word: str, likely: list[Candidate]) -> Verdict:
    best = likely[0]
    suggestions = tuple(in_case_of(word, one.word) for one in likely)
    return Verdict(kind, suggestions, best.zipf, best.cost, best.foreign)


def _unknown(word: str, lower: str, lexicon: Lexicon, english: bool) -> Verdict:
    if "'" in lower or "’" in lower:
        parts = lower.replace("’", "'").split("'")
        if all(len(part) <= 2 or lexicon.knows(part) for part in parts):
            return RIGHT
    if "-" in lower:
        return _hyphenated(word, lower, lexicon)
    hyphened = portuguese.wanting_hyphen(lower, lexicon.knows)
    if hyphened and lexicon.portuguese:
        return Verdict("hyphen", (in_case_of(word, hyphened),))
    reformed = portuguese.after_the_agreement(lower) if lexicon.portuguese else None
    twins = [reformed] if reformed else lexicon.accent_twins(word)
    if not twins and _is_made_of_known(lower, lexicon):
        return RIGHT
    likely = nearest(lower, lexicon, english=english)
    if twins:
        twin = max(twins, key=lambda one: lexicon.zipf_home(one.lower()))
        others = tuple(in_case_of(word, one.word) for one in likely if one.word != twin)
        return Verdict("accent", (in_case_of(word, twin), *others), lexicon.zipf_home(twin.lower()))
    if lexicon.portuguese and (not likely or likely[0].cost > 1.1):
        apart = next(
            portuguese.run_together(
                lower, lambda one: lexicon.zipf_home(one) if lexicon.at_home(one) else 0.0
            ),
            None,
        )
        if apart is not None:
            return Verdict("apart", (in_case_of(word, apart),))
    if not likely:
        return Verdict("unknown")
    return _likely("unknown", word, likely)._replace(common=lexicon.is_english_slip(lower))


def _is_made_of_known(lower: str, lexicon: Lexicon) -> bool:
    """True for words that living prefixes and suffixes make of known ones, unless they are
    one slip away from a common word."""
    if lexicon.is_english_slip(lower):
        return False
    if _is_plural_of_term(lower, lexicon) or _is_english_compound(lower, lexicon):
        return True
    if not lexicon.portuguese or not _is_made_the_portuguese_way(lower, lexicon):
        return False
    if any(lexicon.zipf_home(other) >= 2 for other in sound_alikes(lower)):
        return False
    likely = nearest(lower, lexicon)
    return not likely or likely[0].zipf < 4.0 or likely[0].cost > 1.2


def _is_plural_of_term(lower: str, lexicon: Lexicon) -> bool:
    """True for English plurals of terms and of English words (`linters`, `feedbacks`)."""
    singular = lower.removesuffix("s")
    if singular == lower or len(singular) < 4:
        return False
    return lexicon.is_term(singular) or singular in lexicon.accepted or lexicon.in_english(singular)


def _is_english_compound(lower: str, lexicon: Lexicon) -> bool:
    """True for two common English words written as one (`gridlines`)."""
    return len(lower) >= 8 and any(
        lexicon.zipf_english(lower[:at]) >= 3.8
        and lexicon.zipf_english(lower[at:]) >= 3.8
        and lexicon.in_english(lower[:at])
        and lexicon.in_english(lower[at:])
        for at in range(4, len(lower) - 3)
    )


def _is_made_the_portuguese_way(lower: str, lexicon: Lexicon) -> bool:
    for _, rest in portuguese.prefix_splits(lower):
        common = lexicon.zipf_home(rest) >= 2 or lexicon.zipf_english(rest) >= 3
        if (common or len(rest) >= 7) and lexicon.knows(rest):
            return True
    if any(len(stem) >= 4 and lexicon.knows(stem) for stem in portuguese.derived_from(lower)):
        return True
    return any(
        lexicon.is_term(stem) or (lexicon.zipf_english(stem) >= 3 and lexicon.in_english(stem))
        for stem in portuguese.hybrid_stems(lower)
    )


def _beside_english(piece: str, pieces: list[str], lexicon: Lexicon) -> Verdict:
    """A rare word of ours that only a slip can have put behind an English one (`on-premisse`)."""
    lower = piece.lower()
    if len(lower) < 6 or lexicon.zipf_home(lower) >= 2 or lexicon.in_english(piece):
        return RIGHT
    if lexicon.is_term(piece) or not any(
        lexicon.in_english(one) and not lexicon.at_home(one) for one in pieces
    ):
        return RIGHT
    likely = nearest(lower, lexicon, english=True)
    if not likely or not likely[0].foreign or likely[0].cost > 0.7 or likely[0].zipf < 3.0:
        return RIGHT
    return _likely("unknown", piece, likely)


def _hyphenated(word: str, lower: str, lexicon: Lexicon) -> Verdict:
    known = lexicon.knows
    parts = portuguese.clitic(lower) if lexicon.portuguese else None
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
        if one.kind == "right":
            one = _beside_english(piece, pieces, lexicon)
        if one.kind not in {"right", "twin", "foreign-twin", "rare-foreign"}:
            wrong.append((at, one))
    if not wrong:
        return RIGHT
    at, one = wrong[0]
    if one.kind == "unknown" and (
        len(pieces) > 2 or len(pieces[at]) < 6 or one.zipf < 3.5 or one.cost > 1.0
    ):
        return RIGHT  # the name of a program or package
    if len(wrong) > 1:
        return RIGHT
    whole = tuple("-".join([*pieces[:at], other, *pieces[at + 1 :]]) for other in one.suggestions)
    return one._replace(suggestions=whole)
