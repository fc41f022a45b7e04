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


@pytest.mark.parametrize("arguments", [("suggest", "a"), ("add",)])
def test_a_wrong_call_is_one_line(site: Path, arguments: tuple[str, ...]) -> None:
    code, _, said = words(site, *arguments)
    assert (code, said) == (2, "notelint: words are given to “add”, and to nothing else\n")
