"""Misspelt words are put right before an engine is asked, and words that it invents are asked for otherwise."""

from dataclasses import replace

import pytest

from notelint.site.workspace import Workspace
from notelint.translation.answers import tidied
from notelint.translation.asking import Asker
from notelint.translation.drafts import Translator
from notelint.translation.engine import Pair
from notelint.translation.fields import passages_alone
from notelint.translation.glossary import Glossary
from notelint.translation.invented import invented, words_between
from notelint.translation.meant import meant_in
from notelint.translation.page import Page
from tests.translation.engines import Saying, note_of

PT_EN = Pair("pt", "en")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return Workspace.find(tmp_path_factory.mktemp("plain"))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("São cosntruidos com intruções.", "São construídos com instruções."),
        ("O LLM recebe [0] e responde.", "O LLM recebe [0] e responde."),
        ("Fine-tuning de modelos com PyTorch", "Fine-tuning de modelos com PyTorch"),
        ("", ""),
    ],
)
def test_words_as_they_were_meant(workspace: Workspace, written: str, meant: str) -> None:
    assert meant_in(workspace, "pt")(written) == meant


def test_another_language_is_left_alone(workspace: Workspace) -> None:
    assert meant_in(workspace, "fa")("کتاب") == "کتاب"


def test_the_engine_sees_what_was_meant_and_the_note_stays(workspace: Workspace) -> None:
    engine = Saying(lambda text: text.upper())
    note = note_of("As **intruções** são cosntruidas.\n")
    asker = Asker(PT_EN, {"mine": engine})
    translator = Translator(asker, Glossary(PT_EN, []), meant=meant_in(workspace, "pt"))
    page = Page(note, passages_alone(note), translator)
    assert page.settle() == "AS **INSTRUÇÕES** SÃO CONSTRUÍDAS.\n"
    assert all("intruções" not in text for text in engine.asked)
    assert page.outcomes()[0].segment.text == "As **intruções** são cosntruidas."


@pytest.mark.parametrize(
    ("source", "answer", "found"),
    [
        ("Filas longas", "Long philes", ["philes"]),
        ("Filas longas", "Long queues", []),
        ("Use o Kubernetes e o xyzzy", "Use Kubernetes and xyzzy", []),
        ("As tabelas do usuário", "The user's re-indexed tables", []),
        ("UML", "UMLX", []),
        ("Ele apaga a chave", "He apaga deletes the key", ["apaga"]),
        ("Use o cache", "Use the cache", []),
    ],
)
def test_invented_words(source: str, answer: str, found: list[str]) -> None:
    assert invented(source, answer, words_between(PT_EN)) == found


ANSWERS = {
    "Filas longas (com dados) aqui.": "Long philes (with data) here.",
    "filas longas (com dados) aqui.": "long philes (with data) here.",
    "Filas longas () aqui.": "Long queues () here.",
    "com dados": "with data",
    "Filas": "Philes",
    "filas": "queues",
    "Nada ajuda": "Nothing helpz",
}


@pytest.mark.parametrize(
    ("source", "target", "sure"),
    [
        ("Filas longas (com dados) aqui.", "Long queues (with data) here.", True),
        ("Filas", "Queues", True),
        ("Nada ajuda", "Nothing helpz", False),
    ],
)
def test_they_are_asked_for_in_other_ways(source: str, target: str, sure: bool) -> None:
    engine = Saying(lambda text: ANSWERS.get(text, "helpz"))
    engine.limits = replace(engine.limits, invents=True)
    note = note_of(f"{source}\n")
    asker = Asker(PT_EN, {"mine": engine})
    page = Page(
        note,
        passages_alone(note),
        Translator(asker, Glossary(PT_EN, []), words=words_between(PT_EN)),
    )
    assert page.settle() == f"{target}\n"
    assert (page.outcomes()[0].confidence > 0.6) == sure


@pytest.mark.parametrize(
    ("source", "answer", "expected"),
    [
        ("Nome: um texto", "Name: A text", "Name: a text"),
        ("Nome: Um texto", "Name: A text", "Name: A text"),
        ("Nome: eu vi", "Name: I saw", "Name: I saw"),
        ("Nome: usa a API", "Name: API is used", "Name: API is used"),
        ("ex: um caso", "e.g. e.g. one case", "e.g. one case"),
        ("que que isso", "that that is", "that that is"),
        ("o que que há", "the the point", "the the point"),
        ("um caso", "one case, case by case", "one case, case by case"),
    ],
)
def test_small_faults_are_tidied(source: str, answer: str, expected: str) -> None:
    assert tidied(source, answer) == expected
