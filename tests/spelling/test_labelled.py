"""Quality on our own labelled sentences, as figures that may not fall."""

import sys
from pathlib import Path

import pytest

from tests.spelling.words import judged, labelled

SENTENCES = labelled(Path(__file__).parent / "labelled.pt.txt")

LEAST = {"precision": 0.99, "recall": 0.95, "f1": 0.97, "first": 0.97}
"""What was reached; raise it when it gets better. The task asks for an F1 of 0.92."""


def test_the_set_is_large_and_half_of_it_right() -> None:
    wrong = sum(bool(sentence.wrong) for sentence in SENTENCES)
    assert len(SENTENCES) >= 300
    assert 0.4 <= wrong / len(SENTENCES) <= 0.6


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    hits, alarms, missed, first = 0, [], [], 0
    for sentence in SENTENCES:
        found = {(one.start, one.end): one for one in judged(sentence.text)}
        alarms += [one.word for span, one in found.items() if span not in sentence.wrong]
        for span, (wrong, right) in sentence.wrong.items():
            if span not in found:
                missed.append(f"{wrong} → {right}")
                continue
            hits += 1
            first += found[span].suggestions[:1] == (right,)
    sys.stdout.write(f"false alarms: {alarms}\nmissed: {missed}\n")
    precision, recall = hits / (hits + len(alarms)), hits / (hits + len(missed))
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / (precision + recall),
        "first": first / hits,
    }


@pytest.mark.parametrize("figure", LEAST)
def test_figures_do_not_fall(figures: dict[str, float], figure: str) -> None:
    assert figures[figure] >= LEAST[figure], figures
