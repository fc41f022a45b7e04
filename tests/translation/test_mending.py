"""Signs beside numbers, decimals, brackets and names that models lose."""

import pytest

from notelint.translation.asking import Asker
from notelint.translation.drafts import Translator
from notelint.translation.engine import Limits, Pair
from notelint.translation.fields import passages_alone
from notelint.translation.glossary import Glossary
from notelint.translation.invented import lost_names, words_between
from notelint.translation.mending import lost_asides, mended
from notelint.translation.page import Page
from tests.translation.engines import Saying, note_of

PT_EN = Pair("pt", "en")


@pytest.mark.parametrize(
    ("source", "answer", "expected"),
    [
        ("em ~20h de prática", "at 20h of practice", "at ~20h of practice"),
        ("em ~5 anos", "in about 5 years", "in about 5 years"),
        ("fica <5 ms, ≥ 3 cópias", "is 5 ms, 3 copies", "is <5 ms, ≥ 3 copies"),
        ("~1.500 linhas", "1,500 lines", "~1,500 lines"),
        ("de 2 a ~2", "from 2 to 2", "from 2 to 2"),
        ("x ≥ 3", "x ≥ 3", "x ≥ 3"),
        ("tem 1 % de chance", "has a % chance", "has a 1 % chance"),
        ("tem 1% de chance", "has % chance", "has 1% chance"),
        ("tem 1% de chance", "has a 1% chance", "has a 1% chance"),
        ("custa $0,002", "costs $0,002", "costs $0.002"),
        ("custa 2,50 reais", "costs 2,50 reais", "costs 2.50 reais"),
        ("em (1,2), [0,1] e 1,2,3", "in (1,2), [0,1] and 1,2,3", "in (1,2), [0,1] and 1,2,3"),
    ],
)
def test_signs_beside_numbers(source: str, answer: str, expected: str) -> None:
    assert mended(source, answer, PT_EN) == expected


def test_decimals_of_other_pairs_are_left() -> None:
    assert mended("v 0,5", "v 0,5", Pair("en", "pt")) == "v 0,5"


@pytest.mark.parametrize(
    ("source", "answer", "lost"),
    [
        ("uma tarefa (longa)", "of a long", 1),
        ("uma tarefa (longa)", "a (long) task", 0),
        ("código aberto (open source)", "open source (open source)", 1),
        ("nada", "nothing", 0),
    ],
)
def test_brackets(source: str, answer: str, lost: int) -> None:
    assert lost_asides(source, answer) == lost


@pytest.mark.parametrize(
    ("answer", "lost"), [("behind the etc.", ["qdbmd"]), ("behind qdbmd", []), ("QDBMD", [])]
)
def test_names(answer: str, lost: list[str]) -> None:
    assert lost_names("por trás do qdbmd", answer, words_between(PT_EN), "pt") == lost


def test_a_lost_name_is_asked_around() -> None:
    answers = {
        "Ele usa o qdbmd aqui.": "He uses the etc. here.",
        "Ele usa o [0] aqui.": "He uses [0] here.",
    }
    engine = Saying(lambda text: answers[text])
    engine.limits = Limits(invents=True)
    note = note_of("Ele usa o qdbmd aqui.\n")
    translator = Translator(
        Asker(PT_EN, {"mine": engine}), Glossary(PT_EN, []), words=words_between(PT_EN)
    )
    assert Page(note, passages_alone(note), translator).settle() == "He uses qdbmd here.\n"


def test_a_space_before_code_is_kept_after_punctuation() -> None:
    note = note_of("O plano; `EXPLAIN` mostra.\n")
    asker = Asker(PT_EN, {"mine": Saying(lambda text: "The plan;[0] shows.")})
    page = Page(note, passages_alone(note), Translator(asker, Glossary(PT_EN, [])))
    assert page.settle() == "The plan; `EXPLAIN` shows.\n"
