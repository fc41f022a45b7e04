"""Which words of a prose are misspelt, judged in their sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from notelint.note.prose import Prose
from notelint.spelling.context import DETERMINERS, NOMINAL_LEFT, VERBAL_LEFT, Leaning, leanings
from notelint.spelling.edits import without_accents
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.tokens import Token, tokens
from notelint.spelling.verdict import Kind, Verdict, verdict


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A wrong word at `start:end` of the prose (code points, half-open); `certain` when there is
    no doubt what was meant: then the first suggestion may be written without asking."""

    start: int
    end: int
    word: str
    suggestions: tuple[str, ...]
    certain: bool
    kind: Kind


def judge(prose: Prose, lexicon: Lexicon) -> Iterator[Misspelling]:
    """The misspelt words of one block, in order."""
    words = list(tokens(prose.text))
    around = leanings(words, lexicon)
    for at, (word, leaning) in enumerate(zip(words, around, strict=True)):
        said = verdict(word.text, lexicon)
        if said.kind == "right":
            continue
        english = leaning.near < -0.4 and leaning.group < 0.3
        if english and said.kind == "unknown":
            said = verdict(word.text, lexicon, english=True)
        if is_wrong(word, said, leaning, words, at, lexicon):
            yield Misspelling(
                word.start,
                word.end,
                word.text,
                said.suggestions,
                _certain(word.text, said),
                said.kind,
            )


def is_wrong(
    word: Token,
    said: Verdict,
    leaning: Leaning,
    words: Sequence[Token],
    at: int,
    lexicon: Lexicon,
) -> bool:
    """True when the word, of which `said` is known, is wrong where it stands."""
    text = word.text
    if leaning.words >= 4 and leaning.unknown >= 0.5:
        return False  # some other language
    capital = text[0].isupper()
    match said.kind:
        case "clitic" | "hyphen":
            return True
        case "twin" | "foreign-twin":
            return _is_wrong_twin(word, said, leaning, words, at, lexicon)
        case "accent":
            if capital and not word.sentence_start and len(text) < 7 and said.gap < 4.0:
                return False
            return len(text) > 3 or said.gap >= 4.0
        case _:
            return _is_wrong_unknown(text, said, capital, word.sentence_start)


def _is_wrong_unknown(text: str, said: Verdict, capital: bool, first: bool) -> bool:
    if not said.suggestions:
        return False
    length, zipf, cost = len(text), said.gap, said.cost
    single = cost <= 1.5
    if capital and not first:
        return length >= 7 and zipf >= 3.0 and single
    if capital:
        return (length >= 5 and zipf >= 3.5 and single) or (
            length >= 8 and zipf >= 3.5 and cost <= 2.0
        )
    if single:
        return zipf >= {2: 9, 3: 9, 4: 5.0, 5: 3.5}.get(length, 2.0)
    return length >= 7 and zipf >= 3.5 and cost <= 2.2


def _is_wrong_twin(
    word: Token, said: Verdict, leaning: Leaning, words: Sequence[Token], at: int, lexicon: Lexicon
) -> bool:
    lower = word.text.lower()
    if word.text[0].isupper() and not word.sentence_start:
        return False
    evidence = said.gap
    before = "" if word.break_before else words[at - 1].text.lower()
    after = "" if at + 1 == len(words) or words[at + 1].break_before else words[at + 1].text.lower()
    if before in NOMINAL_LEFT:
        evidence += 0.8
    if is_verb_form(lower, lexicon):
        if not before or before in VERBAL_LEFT:
            evidence -= 1.0
        if after in DETERMINERS:
            evidence -= 1.0
    if said.kind == "foreign-twin" and (leaning.near <= 0.2 or leaning.words < 3):
        return False
    return evidence >= 1.25 and leaning.near > -0.5


def is_verb_form(lower: str, lexicon: Lexicon) -> bool:
    """True when the word may be a finite form of a Portuguese verb in present or imperative."""
    for ending, infinitives in (
        ("a", ("ar", "er", "ir")), ("e", ("ar", "er", "ir")), ("o", ("ar", "er", "ir")),
        ("as", ("ar", "er", "ir")), ("am", ("ar", "er", "ir")), ("em", ("ar", "er", "ir")),
        ("es", ("ar", "er", "ir")),
    ):  # fmt: skip
        if lower.endswith(ending):
            stem = lower[: -len(ending)]
            if any(lexicon.at_home(stem + infinitive) for infinitive in infinitives):
                return True
    return False


def _certain(text: str, said: Verdict) -> bool:
    if said.kind in {"clitic", "hyphen", "accent"}:
        return len(said.suggestions) == 1 or said.kind == "clitic" or said.gap >= 3
    if said.kind == "unknown" and said.suggestions and len(text) >= 7:
        best = said.suggestions[0].lower()
        return said.cost <= 0.75 and sorted(best) == sorted(text.lower())
    return said.kind == "twin" and without_accents(text) == text and said.gap >= 1.8
