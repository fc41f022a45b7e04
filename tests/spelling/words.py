"""Small helpers for the spelling tests: prose from plain text, the lexicon with our word lists."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from notelint.core import Span
from notelint.note.prose import Piece, Prose, ProseKind, group_of
from notelint.spelling.forms.verb_forms import wrong_verb_forms_in
from notelint.spelling.forms.verb_number import disagreements_in
from notelint.spelling.judge import Misspelling, judge
from notelint.spelling.kinds import WrongForm
from notelint.spelling.lexicon import Lexicon, lexicon
from notelint.spelling.phrase_file import read_phrases
from notelint.spelling.phrases import Phrases, WrongPhrase, find_all

ROOT = Path(__file__).parent.parent.parent


class Labelled(NamedTuple):
    """A sentence and its misspellings: (start, end) → (wrong, right)."""

    text: str
    wrong: dict[tuple[int, int], tuple[str, str]]


def prose(text: str, language: str = "pt", kind: ProseKind = "paragraph") -> Prose:
    return Prose(kind, language, text, (Piece(0, len(text), Span(0, len(text))),))


@cache
def known(language: str = "pt") -> Lexicon:
    """The lexicon as a site without words of its own has it."""
    lists = ["en"] if language == "en" else ["pt", "en"]
    lines = [
        line
        for name in lists
        for line in (ROOT / f"rules/data/words.{name}.txt").read_text("utf-8").splitlines()
    ]
    found = lexicon(language, lines)
    assert found is not None
    return found


@cache
def phrases() -> Phrases:
    """Our own phrases."""
    path = ROOT / "rules" / "data" / "phrases.pt.yaml"
    return Phrases(read_phrases(yaml.safe_load(path.read_text("utf-8"))))


def judged(text: str, language: str = "pt", kind: ProseKind = "paragraph") -> list[Misspelling]:
    return list(judge(prose(text, language, kind), known(language)))


def find_phrases(block: Prose, known_phrases: Phrases) -> list[WrongPhrase]:
    return [wrong for _, wrong in find_all(group_of(block.language, [block]), known_phrases)]


def wrong_numbers(text: str) -> list[WrongForm]:
    """The verbs that do not agree with their subject."""
    found = disagreements_in(group_of("pt", [prose(text)]), known().at_home)
    return [wrong for _, wrong in found]


def wrong_verb_forms(text: str) -> list[WrongForm]:
    """The verbs in the form of another place."""
    found = wrong_verb_forms_in(group_of("pt", [prose(text)]), known())
    return sorted(wrong for _, wrong in found)


def labelled(path: Path) -> list[Labelled]:
    """Lines with `{wrong|right}` marks; `#` lines and blank ones are left out."""
    sentences = []
    for line in path.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        text, wrong, last = "", {}, 0
        for mark in re.finditer(r"\{([^|{}]+)\|([^{}]*)\}", line):
            text += line[last : mark.start()]
            wrong[len(text), len(text) + len(mark[1])] = (mark[1], mark[2])
            text += mark[1]
            last = mark.end()
        sentences.append(Labelled(text + line[last:], wrong))
    return sentences
