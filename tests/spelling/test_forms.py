"""Words whose form is that of another place: verbs with the accent of another number, an infinitive or
none, or the present for the subjunctive.
"""

from pathlib import Path

import pytest

from tests.spelling.words import (
    Labelled,
    labelled,
    wrong_numbers,
    wrong_verb_forms,
)

FOLDER = Path(__file__).parent / "forms"
FIND = {
    "verb_number": wrong_numbers,
    **dict.fromkeys(
        (
            "infinitive",
            "finite",
            "participle",
            "subjunctive",
            "imperfect_subjunctive",
            "lost_plural",
        ),
        wrong_verb_forms,
    ),
}
SENTENCES = [
    pytest.param(name, sentence, id=f"{name}: {sentence.text[:40]}")
    for name in FIND
    for sentence in labelled(FOLDER / f"{name}.pt.txt")
]


@pytest.mark.parametrize(("name", "sentence"), SENTENCES)
def test_words_in_the_form_of_another_place_are_found(name: str, sentence: Labelled) -> None:
    text = sentence.text
    assert sentence.wrong == {
        (wrong.start, wrong.end): (text[wrong.start : wrong.end], wrong.right)
        for wrong in FIND[name](text)
    }


@pytest.mark.parametrize(("name", "sentence"), SENTENCES)
def test_what_is_suggested_is_right(name: str, sentence: Labelled) -> None:
    text = sentence.text
    for (start, end), (_, right) in sorted(sentence.wrong.items(), reverse=True):
        text = text[:start] + right + text[end:]
    assert FIND[name](text) == []
