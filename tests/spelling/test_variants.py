"""Which two rare words are one word spelt two ways."""

from collections import Counter

import pytest

from notelint.spelling.variants import is_same_word, meant_in, usual_spelling

SAME = (
    "grafannete grafanete",
    "qdrannt qdrant",
    "deploiamento deployamento",
    "tokenisação tokenização",
    "quantisado quantizado",
    "embeeding embedding",
    "langchian langchain",
    "vetorizaçao vetorização",
    "chunkng chunking",
)
DIFFERENT = (
    "binstub binstubs",  # a plural
    "tokenizado tokenizada",
    "tokenizados tokenizadas",
    "deployando deployado",
    "deployavam deployaram",
    "deployaram deployarem",
    "singularize singularized",
    "hertzog rhertzog",  # the first letter tells names apart
    "rdesktop desktop",
    "microfrontend macrofrontend",
    "anonuid anongid",  # letters far from each other on the keyboard
    "arccosh arccoth",
)


@pytest.mark.parametrize("pair", SAME)
def test_a_slip_apart(pair: str) -> None:
    word, other = pair.split()
    assert is_same_word(word, other)
    assert usual_spelling(word, Counter({word: 1, other: 3}).__getitem__) == (other, 3)


@pytest.mark.parametrize("pair", DIFFERENT)
def test_two_words(pair: str) -> None:
    word, other = pair.split()
    assert not is_same_word(word, other)
    assert not is_same_word(other, word)


def test_the_spelling_of_most_notes_counts() -> None:
    use = Counter({"grafanete": 6, "grafannete": 2, "graffannete": 3, "grafanetes": 9})
    assert usual_spelling("grafannete", use.__getitem__) == ("grafanete", 6)
    assert usual_spelling("outra", use.__getitem__) == ("", 0)


MEANT = (
    ("O algoritmo de Dijkstra e o dikstra.", "dikstra", "Dijkstra"),
    ("[Exalidraw](https://excalidraw.com)", "Exalidraw", "excalidraw"),
    ("A acurácia: Acuráricia é uma acurácia.", "Acuráricia", "acurácia"),
    ("A classe Pageable, ou pageble.", "pageble", "Pageable"),
    ("O runsc e o runc.", "runsc", ""),  # as often, and in no list
    ("Os bundles e um bundle.", "bundle", ""),
    ("Com o Portainer e o container.", "Portainer", ""),
)


@pytest.mark.parametrize(("text", "word", "meant"), MEANT)
def test_the_word_of_a_note_that_is_meant(text: str, word: str, meant: str) -> None:
    assert meant_in(text, word, {"dijkstra", "excalidraw"}.__contains__) == meant
