"""Words that are in no list, yet made of words that are: `microsserviços`, `deployar`, `linters`."""

from notelint.spelling import derivation
from notelint.spelling.edits import sound_alikes
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.suggest import nearest


def is_made_of_known(lower: str, lexicon: Lexicon) -> bool:
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
    if lower.endswith("mente") and lexicon.zipf_home(lower[:-1] + "o") >= 3:
        return False  # `agendamente` is no adverb of `agenda`
    return not any(
        best.zipf >= (2.0 if best.cost <= 0.7 else 3.2 if best.cost <= 1.0 else 4.0)
        and best.cost <= 1.2
        for best in nearest(lower, lexicon)[:1]
    )


def _is_plural_of_term(lower: str, lexicon: Lexicon) -> bool:
    """True for English plurals of terms and of English words (`linters`, `feedbacks`)."""
    singular = lower.removesuffix("s")
    if singular == lower or len(singular) < 4 or singular.endswith("s"):
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
    for _, rest in derivation.prefix_splits(lower):
        common = lexicon.zipf_home(rest) >= 2 or lexicon.zipf_english(rest) >= 3
        if (common or len(rest) >= 7) and lexicon.knows(rest):
            return True
    if any(len(stem) >= 4 and lexicon.knows(stem) for stem in derivation.derived_from(lower)):
        return True
    return any(
        lexicon.is_term(stem) or (lexicon.zipf_english(stem) >= 3 and lexicon.in_english(stem))
        for stem in derivation.hybrid_stems(lower)
    )
