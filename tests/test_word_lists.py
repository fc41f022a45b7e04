"""notelint words: suggest what a site uses often, and find accepted words that it never uses."""

import subprocess
import sys
from pathlib import Path

import pytest

TEXT = """---
title: Filas
---

O consumidor usa o zorbifier para ler, e o zorbifier confirma. Sem zorbifier nada anda, nem o
blipador. Rode `blipador` com calma.

O kubelete acorda. Um erro de sofware aparece.
"""


def words(site: Path, *arguments: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "notelint", "words", *arguments],
        cwd=site,
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "hugo.toml").write_text('defaultContentLanguage = "pt"\n')
    (tmp_path / "content" / "filas.md").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_suggest_lists_what_is_used_often_in_the_form_of_the_list(site: Path) -> None:
    assert words(site, "suggest") == (0, "zorbifier # 3 times\n", "")
    every = words(site, "suggest", "--least", "1")[1].splitlines()
    assert every[0] == "zorbifier # 3 times"
    assert "sofware # 1 times" in every


def test_what_is_suggested_can_be_accepted(site: Path) -> None:
    assert words(site, "add", "zorbifier")[0] == 0
    assert words(site, "suggest") == (0, "", "")


def test_unused_words_are_said(site: Path) -> None:
    assert words(site, "unused") == (0, "", "")
    words(site, "add", "kubelete", "nuncausada")
    assert words(site, "unused") == (1, "nuncausada\n", "")


@pytest.mark.parametrize(
    ("arguments", "remedy"),
    [
        (("suggest", "a"), "words are given to “add”, and to nothing else"),
        (("add",), "say which words: notelint words add WORD…"),
    ],
)
def test_a_wrong_call_is_one_line(site: Path, arguments: tuple[str, ...], remedy: str) -> None:
    code, _, said = words(site, *arguments)
    assert (code, said) == (2, f"notelint: {remedy}\n")


def test_a_word_with_a_note_is_known(site: Path) -> None:
    file = site / "rules" / "data" / "words.pt.txt"
    assert words(site, "add", "kubelete # nome da ferramenta")[1].endswith("1 added, 0 known\n")
    assert words(site, "add", "kubelete", "kubelete # outra")[1].endswith("0 added, 2 known\n")
    assert file.read_text("utf-8") == "kubelete # nome da ferramenta\n"


def test_what_somebody_put_in_order_stays_so(site: Path) -> None:
    file = site / "rules" / "data" / "words.pt.txt"
    file.parent.mkdir(parents=True)
    file.write_text("# Nomes\nzebrada\nabacado\n\n# Verbos\nquxar*\n", "utf-8")
    assert words(site, "add", "blipar*")[0] == 0
    kept = "# Nomes\nzebrada\nabacado\n\n# Verbos\nblipar*\nquxar*\n"
    assert file.read_text("utf-8") == kept


@pytest.mark.parametrize("word", ["", "~", "*", "# nota", "a  b", " a", "a\nb"])
def test_what_is_no_word_is_refused(site: Path, word: str) -> None:
    code, _, said = words(site, "add", "boa", word)
    assert (code, said.count("\n")) == (2, 1)
    assert not (site / "rules").exists()


@pytest.mark.parametrize("action", [("add", "x"), ("unused",)])
def test_a_list_that_cannot_be_read_is_one_line(site: Path, action: tuple[str, ...]) -> None:
    file = site / "rules" / "data" / "words.pt.txt"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"a\xff\n")
    said = "notelint: rules/data/words.pt.txt: not UTF-8 (byte 1)\n"
    assert words(site, *action) == (2, "", said)
    file.unlink()
    file.mkdir()
    said = "notelint: rules/data/words.pt.txt: cannot be read: Is a directory\n"
    assert words(site, *action) == (2, "", said)


@pytest.mark.parametrize(
    ("config", "name"),
    [
        ('languageCode = "pt-br"\n', "pt"),
        ('title = "Notas"\n', "pt"),
        ('defaultContentLanguage = "en"\n', "en"),
        ("[languages.en]\n", "en"),
    ],
)
def test_the_list_is_that_of_the_language_of_the_notes(site: Path, config: str, name: str) -> None:
    (site / "hugo.toml").write_text(config)
    said = (0, f"rules/data/words.{name}.txt: 1 added, 0 known\n", "")
    assert words(site, "add", "kubelete") == said
    if name == "pt":
        assert words(site, "unused") == (0, "", "")


def test_a_language_is_a_code(site: Path) -> None:
    assert words(site, "add", "x", "--language", "PT-BR")[1].startswith("rules/data/words.pt.txt")
    for wrong in ("../x", "português"):
        said = f"notelint: “{wrong}” is no code of a language, as pt or pt-br is\n"
        assert words(site, "add", "x", "--language", wrong) == (2, "", said)
    assert words(site, "unused", "--site", "nada") == (2, "", "notelint: nada: no such folder\n")
