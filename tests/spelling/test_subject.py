"""Whether a verb has the accent of the number of its subject."""

from pathlib import Path

import pytest

from notelint.spelling.subject import disagreements
from tests.spelling.words import Labelled, known, labelled

SENTENCES = labelled(Path(__file__).parent / "subject.pt.txt")


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence.text[:40])
def test_verbs_agree_with_their_subject(sentence: Labelled) -> None:
    found = {
        (wrong.start, wrong.end): (sentence.text[wrong.start : wrong.end], wrong.right)
        for wrong in disagreements(sentence.text, known().at_home)
    }
    assert found == sentence.wrong


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence.text[:40])
def test_what_is_suggested_is_right(sentence: Labelled) -> None:
    text = sentence.text
    for (start, end), (_, right) in sorted(sentence.wrong.items(), reverse=True):
        text = text[:start] + right + text[end:]
    assert list(disagreements(text, known().at_home)) == []
