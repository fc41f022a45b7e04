"""Lists of accepted words: case, inflections, notes, and words in the note itself."""

import pytest

from notelint.spelling.accepted import parse, words_in
from notelint.spelling.judge import judge
from notelint.spelling.lexicon import lexicon
from tests.spelling.words import ROOT, prose

ACCEPTED = parse(
    ["# a comment", "", "grokar* # to understand", "foobár", "~McTeste", "plugue*", "Fulano # name"]
)


@pytest.mark.parametrize(
    "word",
    ["foobár", "Foobár", "FOOBÁR", "fulano", "McTeste", "grokar", "grokando", "grokou", "plugues"],
)
def test_accepted(word: str) -> None:
    assert word in ACCEPTED


@pytest.mark.parametrize("word", ["mcteste", "groka-lo", "foobárs", "grok-", "#", ""])
def test_not_accepted(word: str) -> None:
    assert word not in ACCEPTED


def test_accepted_words_are_not_reported() -> None:
    text = "O sofware fez o grokeamento."
    plain, taught = lexicon("pt"), lexicon("pt", ["sofware", "grokeamento"])
    assert plain is not None
    assert taught is not None
    assert [one.word for one in judge(prose(text), plain)] == ["sofware"]
    assert not list(judge(prose(text), taught))


EXPRESSIONS = ["ipso facto", "veni, vidi, vici", "mise en place"]


@pytest.mark.parametrize("word", ["ipso facto", "Ipso facto", "veni, vidi, vici"])
def test_words_of_an_expression_are_right_together(word: str) -> None:
    taught = lexicon("pt", EXPRESSIONS)
    assert taught is not None
    assert not list(judge(prose(f"Disse o autor: {word}, e foi tudo."), taught))


@pytest.mark.parametrize("text", ["Era ipso mesmo.", "Ele disse ipso, facto é raro."])
def test_words_of_an_expression_alone_are_not(text: str) -> None:
    taught = lexicon("pt", EXPRESSIONS)
    assert taught is not None
    assert "ipso" in [one.word for one in judge(prose(text), taught)]


def test_words_in_a_note() -> None:
    text = "a <!-- notelint-words: um, dois,\n três --> b <!-- outro -->"
    assert list(words_in(text)) == ["um", "dois", "três"]


@pytest.mark.parametrize("name", ["words.pt.txt", "words.en.txt"])
def test_our_lists_are_sorted_and_without_doubles(name: str) -> None:
    lines = (ROOT / "rules" / "data" / name).read_text("utf-8").splitlines()
    words = [line.partition("#")[0].strip() for line in lines if not line.startswith("#")]
    assert words == sorted(set(words), key=lambda word: (word.casefold(), word))
