"""What is a word in prose, and what only looks like one."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.note.prose import GAP, Prose, group_of
from notelint.spelling.tokens import tokens

CASES = {
    "e/ou LLMs/prompting": ["e", "ou", "LLMs", "prompting"],
    "veja node.js, src/main.py e ./a/b": ["veja", "e"],
    "C:\\Users\\x ou ~/x": ["ou"],
    "joao@x.com.br @maria #tag :smile:": [],
    "http://a.b/c www.x.y x.com/y?z=1": [],
    "10mil 1º 5GB v1.2 snake_case GPT-4o x86-64": [],
    "copo d'água don’t": ["copo", "d'água", "don’t"],
    "usá-lo-ia fine-tuning": ["usá-lo-ia", "fine-tuning"],
    "'palavra' (outra) [mais] uma.": ["palavra", "outra", "mais", "uma"],
    f"o {GAP}-based e {GAP}s": ["o", "e"],
    "ex: classificar": ["ex", "classificar"],
    "\\alpha --flag -v &nbsp; $HOME": [],
    "fim. Depois": ["fim", "Depois"],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_words(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokens(text)] == expected


@given(st.text(alphabet="aé-'./\\_ @#:1~A" + GAP, max_size=60))
def test_spans_are_those_of_the_words(text: str) -> None:
    last = 0
    for token in tokens(text):
        assert text[token.start : token.end] == token.text
        assert token.start >= last
        last = token.end


@settings(max_examples=500)
@given(st.text(alphabet="aéB-'’./ ,_1½º“—…ł" + GAP, max_size=40))
def test_the_quick_look_sees_every_word(text: str) -> None:
    group = group_of("pt", [Prose("paragraph", "", text, ())])
    assert {token.text for token in tokens(text)} <= group.words


@pytest.mark.parametrize(
    "piece", ["a", "a-", "a.", "a/", "/a", "_", "'", "a'", "@a", "#", ":a", "1-"]
)
def test_time_is_linear(piece: str) -> None:
    started = time.process_time()
    list(tokens(piece * (60_000 // len(piece))))
    assert time.process_time() - started < 2


def test_breaks_and_sentence_starts() -> None:
    first, *_, fast = tokens("Um dois. Três (quatro)")
    assert first.sentence_start
    assert fast.break_before
    assert [token.sentence_start for token in tokens("Um dois. Três e")] == [
        True,
        False,
        True,
        False,
    ]
