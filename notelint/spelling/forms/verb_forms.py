"""Verbs that are right words in the form of another place: `vai exporta`, `O comando criar a pasta`,
`espero que gostam`, `está sendo testa`.

What stands before a verb tells what form it should have. The words of a note are gone through once, for the
few pairs of words that may be wrong; only the blocks that have one of them are read with care.
"""

import re
from collections.abc import Iterator
from itertools import compress, islice

from notelint.note.prose import GAP, Prose, ProseGroup, blocks_with_words
from notelint.spelling.forms import (
    finite,
    future_subjunctive,
    imperfect_subjunctive,
    infinitive,
    lost_plural,
    participle,
    subjunctive,
)
from notelint.spelling.forms.irregular_verbs import FUTURES
from notelint.spelling.forms.verb_words import VerbWords, verb_words
from notelint.spelling.kinds import WrongForm
from notelint.spelling.lexicon import Lexicon

_WORD = re.compile(rf"[^\W\d_]+(?:[-'’][^\W\d_]+)*|{GAP}|[^\w\s]")
_REACH = 30
"""How many words before the verb are looked at."""

_BEFORE = infinitive.BEFORE | participle.BEFORE
_WRITTEN_BEFORE = _BEFORE | {word.capitalize() for word in _BEFORE}
_BEFORE_NOUNS = _WRITTEN_BEFORE - infinitive.BEFORE_PLAIN
"""What stands before a form that may be a noun as well."""


def wrong_verb_forms_in(group: ProseGroup, lexicon: Lexicon) -> Iterator[tuple[Prose, WrongForm]]:
    """The verbs of a note in Portuguese that have the form of another place, with the block each stands in."""
    verbs = verb_words(group, lexicon)
    pairs = _suspicious_pairs(group, verbs)
    triggers = subjunctive.triggers_in(group, verbs)
    suspects = {pair.rpartition(" ")[2] for pair in pairs}
    found = set()
    for number in blocks_with_words(group, pairs):
        prose = group.prose[number]
        for wrong in _wrong_forms(prose, lexicon, suspects):
            found.add((number, wrong.start))
            yield prose, wrong
    for number in blocks_with_words(group, triggers):
        prose = group.prose[number]
        for wrong in subjunctive.missing_subjunctives(prose.text, triggers, verbs, lexicon):
            if (number, wrong.start) not in found:
                yield prose, wrong


def _suspicious_pairs(group: ProseGroup, verbs: VerbWords) -> set[str]:
    """The words of the note that may be a wrong form, each with the word before it, in small letters."""
    words = group.in_order
    infinitives = verbs.infinitives
    suspects, plain = verbs.suspects, verbs.plain
    pairs = set()
    for at in compress(range(1, len(words)), map(suspects.__contains__, islice(words, 1, None))):
        word, written = words[at], words[at - 1]
        if word in infinitives:
            if written in finite.NO_SUBJECT and word not in FUTURES:
                continue
            if finite.may_stand(words, at, verbs) or future_subjunctive.may_be_future(words, at):
                pairs.add(f"{written} {word}".lower())
                pairs.add(f"{written}   {word}".lower())  # with code between them
        elif word[-3:] == "-se":
            if imperfect_subjunctive.may_stand(words, at):
                pairs.add(f"{written} {word}".lower())
        elif (written[-1] == "s" or written in lost_plural.BETWEEN) and lost_plural.may_stand(
            words, at, verbs
        ):
            pairs.add(f"{written} {word}".lower())
        elif (written in _WRITTEN_BEFORE) if word in plain else (written in _BEFORE_NOUNS):
            before = written.lower()
            if (before in infinitive.BEFORE and infinitive.may_follow(words, at - 1, verbs)) or (
                before in participle.BEFORE and participle.may_follow(words, at - 1, verbs)
            ):
                pairs.add(f"{before} {word}")
    return pairs


def _wrong_forms(prose: Prose, lexicon: Lexicon, suspects: set[str]) -> Iterator[WrongForm]:
    text = prose.text
    places = list(_WORD.finditer(text))
    words = [place[0] for place in places]
    small = [word.lower() for word in words]
    for at, word in enumerate(words):
        if word not in suspects or not at or text.startswith("-", places[at].end()):
            continue
        found: tuple[str, str] | None = None
        if word[-1] == "r" or word in FUTURES:
            right = finite.right_form(words, at, lexicon) if prose.kind != "heading" else None
            found = (right, finite.WHY) if right else None
            if not found:
                right = future_subjunctive.right_form(words, at)
                found = (right, future_subjunctive.WHY) if right else None
        elif word.endswith("-se"):
            right = imperfect_subjunctive.right_form(words, at, lexicon)
            found = (right, imperfect_subjunctive.WHY) if right else None
        elif places[at - 1].end() + 1 == places[at].start():
            if small[at - 1] in infinitive.BEFORE:
                after = small[at + 1] if at + 1 < len(small) else ""
                before = small[max(0, at - _REACH) : at]
                right = infinitive.right_form(before, word, after, lexicon)
                found = (right, infinitive.WHY) if right else None
            if not found and small[at - 1] in participle.BEFORE:
                found = participle.right_form(words, at, lexicon)
            if not found:
                right = lost_plural.right_form(words, at, text, places[at].start(), lexicon)
                found = (right, lost_plural.WHY) if right else None
        if found:
            yield WrongForm(*places[at].span(), *found)
