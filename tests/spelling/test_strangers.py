"""Words that a site could accept, and accepted ones that it does not use."""

from notelint.spelling.strangers import strangers, unused
from tests.spelling.words import known, prose


def test_frequent_strangers_come_first() -> None:
    blocks = [prose("O zorbix do kafkalete roda."), prose("Um kafkalete novo e a Zorbinha.")]
    assert strangers(blocks, known()).most_common() == [("kafkalete", 2), ("zorbix", 1)]


def test_what_is_reported_counts_too() -> None:
    assert strangers([prose("Feche o aquivo.")], known()) == {"aquivo": 1}


def test_unused_lines_of_a_list() -> None:
    lines = ["# a comment", "grokar*", "foobar # a note", "~McTeste", ""]
    assert list(unused(lines, ["grokando", "mcteste"])) == ["foobar # a note", "~McTeste"]
