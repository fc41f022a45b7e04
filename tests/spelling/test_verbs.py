"""Verbs whose form is that of another place: the accent of another number, an infinitive or none."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from notelint.spelling.infinitive import wrong_infinitives
from notelint.spelling.kinds import WrongForm
from notelint.spelling.verb_number import disagreements
from tests.spelling.words import Labelled, known, labelled

FOLDER = Path(__file__).parent
SENTENCES = [
    pytest.param(name, sentence, id=f"{name}: {sentence.text[:40]}")
    for name in ("verb_number", "infinitive")
    for sentence in labelled(FOLDER / f"{name}.pt.txt")
]


def found(name: str, text: str) -> Iterator[WrongForm]:
    if name == "verb_number":
        return disagreements(text, known().at_home)
    return wrong_infinitives(text, known())


@pytest.mark.parametrize(("name", "sentence"), SENTENCES)
def test_verbs_in_the_form_of_another_place_are_found(name: str, sentence: Labelled) -> None:
    text = sentence.text
    assert sentence.wrong == {
        (wrong.start, wrong.end): (text[wrong.start : wrong.end], wrong.right)
        for wrong in found(name, text)
    }


@pytest.mark.parametrize(("name", "sentence"), SENTENCES)
def test_what_is_suggested_is_right(name: str, sentence: Labelled) -> None:
    text = sentence.text
    for (start, end), (_, right) in sorted(sentence.wrong.items(), reverse=True):
        text = text[:start] + right + text[end:]
    assert list(found(name, text)) == []
