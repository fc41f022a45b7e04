"""Words that are in no list, yet made of words that are: `microsserviços`, `deployar`, `linters`."""

from notelint.spelling import derivation
from notelint.spelling.edits import sound_alikes
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.suggest import has_commoner, nearest


def is_made_of_known(lower: str, lexicon: Lexicon) -> bool:
    """True for words that living prefixes and suffixes make of known ones, unless they are
    one slip away from a common word."""
    if lexicon.is_english_slip(lower):
        return False
    if _is_plural_of_term(lower, lexicon) or _is_english_compound(lower, lexicon):
        return True
    if _is_tool_of(lower, lexicon):
        return True
    parts = _usual_parts(lower, lexicon) if lexicon.portuguese else None
    if parts is None:
        return False
    if any(lexicon.zipf_home(other) >= 2 for other in sound_alikes(lower)):
        return False
    if lower.endswith("mente"):
        if lexicon.zipf_home(lower[:-1] + "o") >= 3:
            return False  # `agendamente` is no adverb of `agenda`
        if not parts:
            return False  # `ambamente`
    usual = 3.2 if parts else 1.8
    near = 0.9 if len(lower) >= 10 else 0.7
    farther = 3.5
    return not any(
        best.cost <= 1.2
        and best.zipf
        >= (min(usual, 2.0) if best.cost <= near else usual if best.cost <= 1.0 else farther)
        for best in nearest(lower, lexicon)[:1]
        if best.word != lower + "s"
    )


def _is_plural_of_term(lower: str, lexicon: Lexicon) -> bool:
    """True for English plurals of terms and of English words (`linters`, `feedbacks`)."""
    singular = lower.removesuffix("s")
    if singular == lower or len(singular) < 4 or singular.endswith("s"):
        return False
    if singular in lexicon.accepted or lexicon.in_english(singular):
        return True
    return lexicon.is_term(singular) and not has_commoner(lower, lexicon, 4.5)


def _is_tool_of(lower: str, lexicon: Lexicon) -> bool:
    """True for daemons and their controls, by the custom of Unix (`firewalld`, `hostnamectl`)."""
    for ending in ("d", "ctl"):
        name = lower.removesuffix(ending)
        if (
            name != lower
            and len(name) >= 6
            and name[-1] not in "aeiou"
            and not lexicon.at_home(name)
        ):
            return lexicon.is_term(name) or lexicon.zipf_english(name) >= 2.5
    return False


def _is_english_compound(lower: str, lexicon: Lexicon) -> bool:
    """True for two common English words written as one (`gridlines`); `demonstar` is no demons' tar."""
    if len(lower) < 8 or (lexicon.portuguese and has_commoner(lower, lexicon, 3.5)):
        return False
    return any(
        lexicon.zipf_english(lower[:at]) >= 3.8
        and lexicon.zipf_english(lower[at:]) >= 3.8
        and lexicon.in_english(lower[:at])
        and lexicon.in_english(lower[at:])
        for at in range(4, len(lower) - 3)
    )


def _usual_parts(lower: str, lexicon: Lexicon) -> bool | None:
    """Whether the word is made of parts that people use (True), or that lists have but texts do
    not (False); None when it is not made the Portuguese way at all.
    """
    unusual: bool | None = None
    for _, rest in derivation.prefix_splits(lower):
        common = _is_common(rest, lexicon)
        if (common or len(rest) >= 7) and lexicon.knows(rest):
            if common:
                return True
            unusual = False
    for stem in derivation.derived_from(lower):
        if len(stem) >= 4 and lexicon.knows(stem):
            if _is_common(stem, lexicon) or lexicon.is_term(stem) or stem in lexicon.accepted:
                return True
            unusual = False
    if any(
        lexicon.is_term(stem) or (lexicon.zipf_english(stem) >= 3 and lexicon.in_english(stem))
        for stem in derivation.hybrid_stems(lower)
    ):
        return True
    return unusual


def _is_common(word: str, lexicon: Lexicon) -> bool:
    return lexicon.zipf_home(word) >= 2 or lexicon.zipf_english(word) >= 3
