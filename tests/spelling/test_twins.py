"""Verbs that stand where only the adjective or noun with their letters and an accent can."""

import pytest

from tests.spelling.words import judged

WRONG = [
    ("Use uma chave publica para assinar.", "publica", "pública"),
    ("A classe publica fica em outro arquivo.", "publica", "pública"),
    ("Digite uma senha valida.", "valida", "válida"),
    ("Se a URL for valida, o teste passa.", "valida", "válida"),
    ("Essa é uma seção critica do código.", "critica", "crítica"),
    ("A linguagem sofre influencia do Ruby.", "influencia", "influência"),
]

RIGHT = [
    "Uma função valida dados, e a regra valida a entrada.",
    "A empresa publica no blog, ou seja, pratica o que prega.",
]


@pytest.mark.parametrize(("text", "wrong", "right"), WRONG)
def test_an_adjective_or_noun_wants_its_accent(text: str, wrong: str, right: str) -> None:
    assert [(found.word, found.suggestions[0]) for found in judged(text)] == [(wrong, right)]


@pytest.mark.parametrize("text", RIGHT)
def test_a_verb_is_left_alone(text: str) -> None:
    assert judged(text) == []
