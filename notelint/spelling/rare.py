"""Words that a dictionary has but nobody writes, one slip from a word that everybody writes."""

import re

from notelint.spelling import derivation
from notelint.spelling.edits import sound_alikes
from notelint.spelling.kinds import RIGHT, Verdict, likely
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.suggest import Candidate, has_commoner, in_case_of, nearest


def rare(word: str, lower: str, lexicon: Lexicon, own: float | None = None) -> Verdict:
    """Words that stand in the dictionary but in no text, one slip from a common word (`tarega`).

    `own` is how common the word is (zipf), where that is not for the home language to say.
    """
    own = lexicon.zipf_home(lower) if own is None else own
    if lexicon.brazilian and _FIRST_PLURAL.match(lower):
        if lexicon.zipf_home(lower + "s") >= max(own + 2.5, 4.0):
            return Verdict("rare", (in_case_of(word, lower + "s"),))
    if (
        not lexicon.counted
        or own > 2.7
        or len(word) < 4
        or "-" in word
        or not has_commoner(
            lower, lexicon, 2.0 if lower.endswith(("ai", "s")) and own == 0 else own + 2.8
        )
    ):
        return RIGHT
    candidates = nearest(lower, lexicon)
    if not candidates:
        return RIGHT
    best = candidates[0]
    if own == 0 and lower.endswith("eis") and lexicon.zipf_home(lower[:-3] + "ais") >= 3:
        plural = [one for one in candidates if one.word == lower[:-3] + "ais"]
        return likely("rare", word, plural) if plural else RIGHT
    if own == 0 and lower.endswith("ai") and best.word == lower + "s":
        return likely("rare", word, candidates)  # nobody bids many: `mudanças conceituai`
    if own == 0 and best.cost <= 0.95 and best.zipf >= 3.0 and not best.foreign:
        if _SECOND_PERSON.match(lower) and lexicon.at_home(lower[:-1] + "r"):
            return likely("rare", word, candidates)  # nobody says `tu credencias`
    if best.foreign or best.cost > 1.1 or _is_inflection(lower, best, own):
        return RIGHT
    if _ADJECTIVE.sub("i", lower) == best.word:
        return RIGHT  # `episódico` of `episódio`
    usual = (
        2.8
        if _is_by_ear(lower, best) or _is_heard(lower, best, own)
        else 3.3
        if _is_noun_as_adverb(lower, best) or (own == 0 and best.cost <= 0.8 and len(word) >= 9)
        else 4.0
    )
    if best.zipf < max(own + 2.8, usual):
        return RIGHT
    if any(lexicon.zipf_home(rest) >= 3 for _, rest in derivation.prefix_splits(lower)):
        return RIGHT
    other_letter = len(best.word) == len(lower) and sorted(best.word) != sorted(lower)
    if other_letter and own > 0 and best.cost > 0.5:
        return RIGHT  # as good a word as the other: `coesas`, `coisas`
    kin = max(map(lexicon.zipf_home, derivation.family(lower, lexicon.at_home)), default=0)
    if own > 2.3 and (kin > 0 or other_letter):
        return RIGHT
    if other_letter and kin > 0 and best.cost > 1.0:
        return RIGHT  # keys apart: as good a form of its own verb (`instila`, `instala`)
    unseen = own == 0 and best.zipf >= 5.0 and best.cost <= 0.95 and len(word) >= 5
    if (
        kin >= 2.4
        and not _is_heard(lower, best, own)
        and (other_letter or (not unseen and best.zipf < kin + _ABOVE_KIN))
    ):
        return RIGHT
    return likely("rare", word, candidates)


def pluperfect(word: str, lower: str, lexicon: Lexicon) -> Verdict | None:
    """`Ele associara`, which nobody writes: the future without its accent, or an infinitive gone on."""
    if not lexicon.brazilian or not _PLUPERFECT.match(lower) or lower == "acabara":
        return None
    infinitive, own = lower[:-1], lexicon.zipf_home(lower)
    if lexicon.zipf_home(infinitive) < 2.3:
        return None
    if own > 0 and lexicon.zipf_home(infinitive + "á") < own + _ABOVE_PLUPERFECT:
        return None  # `considera`, of another verb
    return Verdict("rare", (in_case_of(word, infinitive + "á"), in_case_of(word, infinitive)))


_ABOVE_PLUPERFECT = 0.3
"""How much commoner the future is (zipf) than a pluperfect that texts have."""
_PLUPERFECT = re.compile(r".{4,}[aei]ra\Z")
_FIRST_PLURAL = re.compile(r".{2,}[aei]mo\Z")
_SECOND_PERSON = re.compile(r".{5,}(?<!d)[ae]s\Z")
_ADJECTIVE = re.compile(r"ic(?=[oa]s?\Z)")
_ABOVE_KIN = 2.6
"""How much commoner the right word is (zipf) than the words that this one may be a form of."""


def _is_by_ear(word: str, best: Candidate) -> bool:
    """True for verbs in the plural written as they sound: `processão` for `processam`."""
    return word.endswith("ão") and best.word.endswith("am") and best.cost < 0.5


def _is_heard(word: str, best: Candidate, own: float) -> bool:
    """True for a word of no text that sounds like another: `mechem` for `mexem`."""
    if own > 0 or len(best.word) > len(word) or word.endswith("ão"):  # `testarão` is a future
        return False
    return best.word in sound_alikes(word)


def _is_inflection(word: str, best: Candidate, own: float) -> bool:
    """True when the two differ as two forms of one word do."""
    if not _only_ending(word, best.word) or (_is_by_ear(word, best) and own < 1.5):
        return False
    if _is_noun_as_adverb(word, best):
        return own > 0
    return not (own == 0 and best.zipf >= 5.5 and best.cost <= 0.9)


def _is_noun_as_adverb(word: str, best: Candidate) -> bool:
    return word.endswith("mente") and best.word.endswith("mento")


_ENDING = re.compile(r"(?:[aeiou]?[srml]?s?|ão|ões|ai|ei|ou)\Z")


def _only_ending(word: str, other: str) -> bool:
    """True when the two differ as two inflections of one word do."""
    same = 0
    while same < min(len(word), len(other)) and word[same] == other[same]:
        same += 1
    return bool(_ENDING.match(word, same) and _ENDING.match(other, same))


def rare_english(word: str, lower: str, lexicon: Lexicon) -> Verdict:
    """English words that hardly anybody writes, one slip from a common Portuguese word."""
    own = max(lexicon.zipf_home(lower), lexicon.zipf_english(lower))
    if not lexicon.portuguese or lexicon.is_term(word) or own > 3.0 or len(word) < 5:
        return RIGHT
    if (
        lower.endswith("s")
        and lexicon.in_english(lower[:-1])
        and lexicon.zipf_english(lower[:-1]) >= 2.5
    ):
        return RIGHT  # `testers`
    usual = max(own + 2.0, 4.5)
    if not has_commoner(lower, lexicon, usual):
        return RIGHT
    candidates = nearest(lower, lexicon)
    if not candidates:
        return RIGHT
    best = candidates[0]
    if best.zipf < usual or best.cost > 1.0 or best.foreign:
        return RIGHT
    return likely("rare-foreign", word, candidates)
