"""A hunspell dictionary that the site names: compiled once, compiled again when it changes."""

import os
from pathlib import Path

import pytest

from notelint.core import NotelintError
from notelint.spelling.judge import judge
from notelint.spelling.lexicon import lexicon
from tests.spelling.words import prose

AFF = "SET UTF-8\nSFX S Y 1\nSFX S 0 s .\n"
DIC = "6\nel\nperro/S\ncorre/S\nrápido\npor\ncalle/S\n"


def write(folder: Path, dic: str = DIC) -> Path:
    (folder / "es.aff").write_text(AFF, "utf-8")
    (folder / "es.dic").write_text(dic, "utf-8")
    return folder / "es.dic"


def wrong(path: Path, cache: Path, text: str) -> list[tuple[str, tuple[str, ...]]]:
    known = lexicon("es", dictionary=path, cache=cache)
    assert known is not None
    return [(one.word, one.suggestions[:1]) for one in judge(prose(text, "es"), known)]


def test_another_language(tmp_path: Path) -> None:
    path = write(tmp_path)
    text = "el perro corre rapido por las calless"
    assert wrong(path, tmp_path / "cache", text) == [
        ("rapido", ("rápido",)),
        ("calless", ("calles",)),
    ]
    assert len(list((tmp_path / "cache" / "dictionaries").iterdir())) == 1


def test_little_words_of_the_language_are_at_home(tmp_path: Path) -> None:
    """Der, die, das are strangers in a Portuguese note only."""
    (tmp_path / "de.aff").write_text("SET UTF-8\n", "utf-8")
    words = "der die das und ist Benutzer Datei schnell liest"
    (tmp_path / "de.dic").write_text("9\n" + "\n".join(words.split()) + "\n", "utf-8")
    known = lexicon("de", dictionary=tmp_path / "de.dic", cache=tmp_path)
    assert known is not None
    text = "Der Benutzer liest die Datei und das ist shcnell."
    assert [one.word for one in judge(prose(text, "de"), known)] == ["shcnell"]


def test_a_rare_word_of_the_site_s_own_dictionary_is_right(tmp_path: Path) -> None:
    """How rare a word is in Brazil says nothing of Portugal."""
    (tmp_path / "pt.aff").write_text("SET UTF-8\n", "utf-8")
    (tmp_path / "pt.dic").write_text("5\na\nconceção\nconcessão\nnova\nmudou\n", "utf-8")
    known = lexicon("pt", dictionary=tmp_path / "pt.dic", cache=tmp_path)
    assert known is not None
    assert list(judge(prose("A conceção mudou e a concessão é nova."), known)) == []


def test_a_change_is_seen(tmp_path: Path) -> None:
    path = write(tmp_path)
    assert wrong(path, tmp_path / "cache", "el perro calless")
    write(tmp_path, DIC + "calless\n")
    os.utime(path, ns=(1, 1))
    assert not wrong(path, tmp_path / "cache", "el perro calless")


def test_languages_without_a_dictionary_have_no_lexicon() -> None:
    assert lexicon("fr") is None
    assert lexicon("") is None


def test_a_dictionary_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotelintError, match=r"cannot read the dictionary .*fr\.aff"):
        lexicon("fr", dictionary=tmp_path / "fr.dic", cache=tmp_path)
