"""Signs of a bad answer, each refused; good answers that look odd, none refused."""

import pytest

from notelint.translation.answers import first_letter_as, judge, without_remark
from notelint.translation.engine import Pair

PT_EN = Pair("pt", "en")
LONG = "Os modelos grandes aprendem com muitos dados e erram menos do que os pequenos quando há contexto."

REFUSED = [
    ("Uma frase.", None, "no answer"),
    ("Uma frase.", "  ", "no answer"),
    ("Uma frase.", "A\x07 sentence.", "unprintable character U+0007"),
    ("Uma frase.", "A \u202esentence.", "unprintable character U+202E"),
    ("Uma frase.", "A \ufffd sentence.", "unprintable character U+FFFD"),
    ("Sim", "Yes " * 40, "much longer than its source"),
    (
        LONG,
        "The large models of the models of the models of the models of the models.",
        "repeats itself",
    ),
    (LONG, "Models.", "much shorter than its source"),
    (LONG, "Large models learn with a lot of", "cut off"),
    (LONG, LONG, "not translated"),
    (
        LONG,
        "Os modelos grandes learn com muitos dados e erram menos do que os pequenos.",
        "not translated",
    ),
    ("São 42 páginas em 2023.", "There are many pages in 2023.", "lost the number 42"),
    ("Custa R$ 1.250,50 por mês.", "It costs R$ 1,250 a month.", "lost the number 125050"),
    ("Goldydocs", "Goldydocs (in the", "an unclosed ("),
]
ACCEPTED = [
    ("Sim", "Yes"),
    ("O", "The"),
    ("Tem 2 tipos e 1 caso.", "There are two types and one case."),
    ("Custa 1.250,50 por mês.", "It costs 1,250.50 a month."),
    ("A 1ª vez", "The first time"),
    ("Use [0] com [1].", "Use [0] with [1]."),
    ("React, Vue e Svelte", "React, Vue and Svelte"),
    ("1) item", "1) item"),
    ("Machine learning", "Machine learning"),
    ("A\u200dB — ok…", "A\u200dB — ok…"),
]


@pytest.mark.parametrize(("source", "answer", "fault"), REFUSED)
def test_refused(source: str, answer: str | None, fault: str) -> None:
    assert judge(source, answer, PT_EN, "offline").fault == fault


@pytest.mark.parametrize(("source", "answer"), ACCEPTED)
def test_accepted(source: str, answer: str) -> None:
    verdict = judge(source, answer, PT_EN, "offline")
    assert verdict.fault == ""
    assert verdict.confidence > 0.5


@pytest.mark.parametrize("engine", ["identity", "pseudo", "command:x"])
def test_engines_that_need_not_speak_the_language(engine: str) -> None:
    assert judge(LONG, LONG, PT_EN, engine).fault == ""


def test_confidence_falls_with_what_is_odd() -> None:
    good = judge("O custo cresce.", "The cost grows.", PT_EN, "offline").confidence
    invented = judge("O custo cresce.", "The cost grows 12 times.", PT_EN, "offline").confidence
    question = judge("O custo cresce?", "The cost grows.", PT_EN, "offline").confidence
    assert invented < question < good


@pytest.mark.parametrize(
    ("source", "answer", "expected"),
    [
        ("negrito", "Bold", "bold"),
        ("Negrito", "bold", "bold"),
        ("eu vi", "I saw", "I saw"),
        ("a api", "The API", "the API"),
        ("brasil Python", "Python Brazil", "Python Brazil"),
    ],
)
def test_pieces_of_sentences_begin_small(source: str, answer: str, expected: str) -> None:
    assert first_letter_as(source, answer) == expected


def test_what_models_add_to_names() -> None:
    assert without_remark("Callout", "Callout (em inglês)") == "Callout"
    assert without_remark("Callout", "Callout (") == "Callout"
    assert without_remark("Um (dois)", "One (in two)") == "One (in two)"
