"""The right words are marked: labelled pairs of real sentences and real translations."""

import re
from pathlib import Path

import pytest

from notelint.translation.common_words import common_renderings
from notelint.translation.engine import Pair
from notelint.translation.projection import LOOSE, Wanted, project

PAIRS = Path(__file__).parent / "fixtures" / "projection.tsv"
PT_EN = Pair("pt", "en")


def rows() -> list[tuple[str, str, list[str]]]:
    lines = [line for line in PAIRS.read_text().splitlines() if not line.startswith("#")]
    split = [line.split("\t") for line in lines]
    return [(source, target, renderings.split("; ")) for source, target, renderings in split]


def unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without braces, and where they enclosed something."""
    clean, spans = "", []
    for number, part in enumerate(re.split(r"[{}]", text)):
        if number % 2:
            spans.append((len(clean), len(clean) + len(part)))
        clean += part
    return clean, spans


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0][:40])
def test_marks_the_words_that_a_person_would(row: tuple[str, str, list[str]]) -> None:
    source, places = unmarked(row[0])
    target, expected = unmarked(row[1])
    wanted = [
        Wanted(start, end, (*common_renderings(source[start:end], PT_EN), rendering))
        for (start, end), rendering in zip(places, row[2], strict=True)
    ]
    found = project(source, target, wanted)
    assert found is not None
    assert [target[f.start : f.end] for f in found] == [target[a:b] for a, b in expected]
    assert [(f.start, f.end) for f in found] == expected


def test_there_are_enough_of_them() -> None:
    assert len(rows()) >= 60


def test_says_that_it_does_not_know() -> None:
    source = "Chamamos isso de sobreajuste."
    assert project(source, "We call this so.", [Wanted(17, 28, ("overset",))], LOOSE) is None


def test_spans_that_lie_apart_stay_apart() -> None:
    source = "dados e dados"
    found = project(source, "data and data", [Wanted(0, 5, ("data",)), Wanted(8, 13, ("data",))])
    assert found is not None
    assert [(f.start, f.end) for f in found] == [(0, 4), (9, 13)]


def test_a_span_within_another_stays_within() -> None:
    source = "Veja o guia de instalação completo aqui."
    wanted = [Wanted(7, 34, ("full installation guide",)), Wanted(15, 25, ("installation",))]
    found = project(source, "See the full installation guide here.", wanted)
    assert found is not None
    outer, inner = found
    assert outer.start <= inner.start
    assert inner.end <= outer.end
