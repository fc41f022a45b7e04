"""The language that words are judged by, where the site says too little; and letters as a Mac writes."""

import unicodedata
from pathlib import Path

import pytest

from notelint import check
from tests.small_site import write_site

PORTUGUESE = (
    "O estado da aplicação não muda, mas o pod foi criado e a rede é a mesma que já estava "
    "em uso quando a maquina caiu."
)
ENGLISH = (
    "This is what we have learned about it, and there is a lot of work to be done with the "
    "enviroment that was set up by the team."
)


def wrong_words(folder: Path) -> list[str]:
    return [
        finding.message.split("”")[0].removeprefix("“")
        for finding in check([folder / "content"])
        if finding.rule == "spelling"
    ]


@pytest.mark.parametrize(
    "config",
    [
        'languageCode = "pt-br"',
        'baseURL = "https://example.org/"',
        'defaultContentLanguage = "pt"',
        'defaultContentLanguage = "pt-br"',
        'defaultContentLanguage = "br"',
    ],
)
def test_notes_are_judged_by_what_they_are_written_in(tmp_path: Path, config: str) -> None:
    notes = {"a.md": PORTUGUESE, "b.md": ENGLISH}
    write_site(tmp_path, {"hugo.toml": config, **notes})
    assert wrong_words(tmp_path) == ["maquina", "enviroment"]


def test_a_language_without_a_dictionary_is_passed_over(tmp_path: Path) -> None:
    write_site(tmp_path, {"hugo.toml": 'defaultContentLanguage = "es"', "a.md": PORTUGUESE})
    assert wrong_words(tmp_path) == []


def test_accents_apart_from_their_letters(tmp_path: Path) -> None:
    text = unicodedata.normalize("NFD", "A configuração é rápida até aqui, e a maquina está lá.")
    write_site(tmp_path, {"a.md": f"---\ntitle: {text}\n---\n\n{text}\n"})
    found = [one for one in check([tmp_path / "content"]) if one.rule in ("spelling", "phrase")]
    assert [one.suggestions for one in found] == [("máquina",), ("máquina",)]
    written = (tmp_path / "content" / "a.md").read_bytes().decode()
    assert [one.span.of(written) for one in found] == ["maquina", "maquina"]
