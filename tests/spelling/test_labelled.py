"""Quality on our own labelled sentences, as figures that may not fall."""

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.spelling.words import (
    Labelled,
    find_phrases,
    judged,
    labelled,
    phrases,
    prose,
    wrong_numbers,
    wrong_verb_forms,
)

FOLDER = Path(__file__).parent
SENTENCES = labelled(FOLDER / "labelled.pt.txt")
NOTES = labelled(FOLDER / "labelled_notes.pt.txt")
FIELDS = labelled(FOLDER / "labelled_fields.pt.txt")
CASUAL = labelled(FOLDER / "labelled_casual.pt.txt")

LEAST = {"precision": 0.99, "recall": 0.97, "f1": 0.983, "first": 0.97}
"""What was reached; raise it when it gets better. The task asks for an F1 of 0.92."""

LEAST_OF_NOTES = {"precision": 0.99, "recall": 0.905, "f1": 0.95, "first": 0.98}
"""Words and phrases together; the wrong words that are words make half of what is missed."""

LEAST_OF_FIELDS = {"precision": 0.99, "recall": 0.92, "f1": 0.955, "first": 0.945}

LEAST_OF_CASUAL = {"precision": 0.99, "recall": 0.93, "f1": 0.96, "first": 0.98}
"""Its sentences had a recall of 0.63 before the phrases that they asked for were written."""

Spans = Mapping[tuple[int, int], tuple[str, ...]]


def words_alone(sentence: Labelled) -> Spans:
    return {(one.start, one.end): one.suggestions for one in judged(sentence.text)}


def words_and_phrases(sentence: Labelled) -> Spans:
    found = {
        (wrong.start, wrong.end): (wrong.suggestion,)
        for wrong in find_phrases(prose(sentence.text), phrases())
    }
    verbs = {
        (wrong.start, wrong.end): (wrong.right,)
        for wrong in (*wrong_numbers(sentence.text), *wrong_verb_forms(sentence.text))
    }
    return {**words_alone(sentence), **verbs, **found}


def test_the_set_is_large_and_half_of_it_right() -> None:
    wrong = sum(bool(sentence.wrong) for sentence in SENTENCES)
    assert len(SENTENCES) >= 300
    assert 0.4 <= wrong / len(SENTENCES) <= 0.6


def figures(name: str) -> dict[str, float]:
    """Right is a finding that touches a label, found a label that is touched."""
    find, sentences = {
        "words": (words_alone, SENTENCES),
        "notes": (words_and_phrases, NOTES),
        "fields": (words_and_phrases, FIELDS),
        "casual": (words_and_phrases, CASUAL),
    }[name]
    hits, right, alarms, missed, first = 0, 0, [], [], 0
    for sentence in sentences:
        found = find(sentence)
        touched = {
            label: [span for span in found if span[0] < label[1] and label[0] < span[1]]
            for label in sentence.wrong
        }
        useful = {span for spans in touched.values() for span in spans}
        right += len(useful)
        alarms += [sentence.text[slice(*span)] for span in found if span not in useful]
        for label, spans in touched.items():
            wrong, meant = sentence.wrong[label]
            if not spans:
                missed.append(f"{wrong} → {meant}")
                continue
            hits += 1
            first += any(meant in suggestion for span in spans for suggestion in found[span][:1])
    sys.stdout.write(f"false alarms: {alarms}\nmissed: {missed}\n")
    precision, recall = right / (right + len(alarms)), hits / (hits + len(missed))
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / (precision + recall),
        "first": first / hits,
    }


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("words", LEAST),
        ("notes", LEAST_OF_NOTES),
        ("fields", LEAST_OF_FIELDS),
        ("casual", LEAST_OF_CASUAL),
    ],
)
def test_figures_do_not_fall(name: str, least: dict[str, float]) -> None:
    found = figures(name)
    assert [figure for figure in least if found[figure] < least[figure]] == [], found
