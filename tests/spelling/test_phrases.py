"""Each phrase's own examples, and what the phrase file may hold."""

from pathlib import Path

import pytest
import yaml

from notelint.core import NotelintError
from notelint.note.prose import ProseKind
from notelint.spelling.phrase_file import Phrase, read_phrases
from notelint.spelling.phrases import Phrases
from tests.spelling.words import find_phrases, prose

FILE = Path(__file__).parents[2] / "rules" / "data" / "phrases.pt.yaml"
PHRASES = read_phrases(yaml.safe_load(FILE.read_text(encoding="utf-8")))


def mended(text: str, phrases: tuple[Phrase, ...] = PHRASES, kind: ProseKind = "paragraph") -> str:
    found = find_phrases(prose(text, kind=kind), Phrases(phrases))
    for wrong in sorted(found, key=lambda each: -each.start):
        text = text[: wrong.start] + wrong.suggestion + text[wrong.end :]
    return text


@pytest.mark.parametrize(
    ("phrase", "wrong", "right"),
    [(p, *pair) for p in PHRASES for pair in p.bad],
    ids=lambda v: getattr(v, "id", None),
)
def test_bad_examples_are_mended(phrase: Phrase, wrong: str, right: str) -> None:
    kind: ProseKind = "heading" if phrase.heading else "paragraph"
    assert mended(wrong, (phrase,), kind) == right
    assert mended(wrong, kind=kind) == right, "another phrase meddles"
    assert mended(right, kind=kind) == right, "what is suggested is itself found wrong"


def test_a_phrase_of_headings_is_right_in_text() -> None:
    reason = "Porque o índice cabe na memória"
    assert mended(reason) == reason
    assert mended(reason, kind="front-matter") == "Por que o índice cabe na memória"


@pytest.mark.parametrize("text", [text for p in PHRASES for text in p.good])
def test_good_examples_are_left_alone(text: str) -> None:
    assert mended(text) == text


def test_every_phrase_has_examples_and_a_reason() -> None:
    assert len({phrase.id for phrase in PHRASES}) == len(PHRASES)
    assert [p.id for p in PHRASES if not (p.bad and p.good and p.why)] == []


def test_only_the_words_that_change_are_shown() -> None:
    text = "O hype em relação a IA cresce."
    (wrong,) = find_phrases(prose(text), Phrases(PHRASES))
    assert (text[wrong.start : wrong.end], wrong.suggestion) == ("a", "à")


@pytest.mark.parametrize("called", [{"words": ["мир"]}, {"literal": ["ет мир"]}, {}])
@pytest.mark.parametrize("around", ["{}", "{} — “fim”", "Olá, {}\N{CYRILLIC SMALL LETTER A}."])
def test_a_phrase_may_be_of_any_script(called: dict[str, list[str]], around: str) -> None:
    entry = {"id": "x", "match": "привет мир", "write": "привет, мир", **called}
    found = mended(around.format("Привет мир"), read_phrases({"phrases": [entry]}))
    assert found == around.format("Привет, мир" if not around.endswith(".") else "Привет мир")


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"id": "x", "match": "(", "write": ""}, "no regular expression"),
        ({"id": "x", "match": "a", "write": "b", "wrods": ["a"]}, "did you mean “words”"),
        ({"id": "x", "match": "a", "write": "b", "words": ["a"], "literal": ["a"]}, "in place of"),
    ],
)
def test_a_wrong_entry_is_named(entry: dict[str, object], said: str) -> None:
    with pytest.raises(NotelintError, match="phrase “x”") as caught:
        list(find_phrases(prose("a"), Phrases(read_phrases({"phrases": [entry]}))))
    assert said in str(caught.value)


def test_a_part_around_a_hint_does_not_cut_words() -> None:
    """«a forma» is a hint, and what is looked at behind it ends in the midst of «cores»."""
    for length in range(40):
        text = f"Uma mudança igual a forma {'x' * length} e aquilo refere-se a cores que são mais suaves."
        assert "à cores" not in mended(text)


def test_what_makes_a_phrase_right_may_stand_far_before_it() -> None:
    entry = {"id": "x", "match": "quanto as", "write": "quanto às", "not-after": r"\btão\b[^.!?]*"}
    far = (
        "tão úteis para quem estuda, cada qual a seu modo e no seu próprio tempo, quanto as outras"
    )
    for text in (f"São {far}.", f"São {'x' * 110} {far}."):
        assert mended(text, read_phrases({"phrases": [entry]})) == text
    cut = f"{'x' * 300}{far}"
    assert mended(cut, read_phrases({"phrases": [entry]})) != cut, "«tão» begins no word there"
