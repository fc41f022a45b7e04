"""The rules of Portuguese over the dictionary: clitics, mesoclitics, prefixes, living suffixes."""

import pytest

from notelint.spelling.derivation import prefix_splits
from notelint.spelling.verdict import verdict
from tests.spelling.words import known

CLITICS = {
    "usá-lo": None,
    "fazê-lo": None,
    "pô-los": None,
    "fi-lo": None,
    "qui-lo": None,
    "construí-lo": None,
    "parti-lo": None,
    "segui-la": None,
    "trá-lo": None,
    "vê-la": None,
    "fazemo-lo": None,
    "usam-no": None,
    "dê-me": None,
    "lembra-se": None,
    "vamo-nos": None,
    "dar-lhe-ia": None,
    "usá-lo-ia": None,
    "dir-se-á": None,
    "far-se-ão": None,
    "usa-lo": "usá-lo",
    "faze-lo": "fazê-lo",
    "po-los": "pô-los",
    "construi-lo": "construí-lo",
    "marcar-la": "marcá-la",
    "ve-la": "vê-la",
    "substitui-las": "substituí-las",
}


@pytest.mark.parametrize(("word", "right"), CLITICS.items())
def test_clitics(word: str, right: str | None) -> None:
    said = verdict(word, known())
    assert said.suggestions == (() if right is None else (right,))
    assert (said.kind == "right") == (right is None)


MADE = """
microsserviços autorregressivo antipadrão pseudoelemento submódulo multiagente hiperlink pré-treino
pós-doutorado vice-diretor recém-criado não-linear guarda-chuva bem-vindo tokenizador vetorização
gamificação escalabilidade testável resetável botãozinho deployar deployando commitou mergeado
linkagem buildando logado setado
"""


@pytest.mark.parametrize(
    "word",
    MADE.split(),
)
def test_made_of_known_words(word: str) -> None:
    assert verdict(word, known()).kind == "right"


def test_prefix_doubles_the_consonant() -> None:
    assert ("micro", "serviço") in prefix_splits("microsserviço")
    assert ("auto", "regressivo") in prefix_splits("autorregressivo")


@pytest.mark.parametrize(
    "word", ["-", "--", "a-", "-lo", "lo-lo-lo", "é-é", "-se-", "í-lo", "ss-o"]
)
def test_odd_strings_do_no_harm(word: str) -> None:
    verdict(word, known())
