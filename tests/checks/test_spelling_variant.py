"""Which words the notes of a site are compared by."""

from pathlib import Path

import pytest

from notelint.api import check
from tests.small_site import write

PER_PATH = '[[per-path]]\npaths = ["content"]\n[per-path.rules.spelling]'
NOTE = "---\ntitle: Nota\n---\n\nRode com {}.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path / "hugo.toml", 'defaultContentLanguage = "pt"\n')
    for number, word in enumerate(("zarpolito", "zarpolito", "zarpolito", "zarpolitto")):
        write(tmp_path / f"content/{number}.md", NOTE.format(word))
    return tmp_path


def reported(site: Path) -> list[str]:
    found = check([site / "content"], select=("spelling", "spelling-variant"))
    return [each.message for each in found]


def test_a_word_that_no_list_has(site: Path) -> None:
    assert reported(site) == ["“zarpolitto” stands here only; 3 notes write “zarpolito”"]


def test_a_word_of_an_address_or_a_path_is_none(site: Path) -> None:
    write(site / "content/3.md", NOTE.format("zarpolitto.example.org e bin/zarpolitto"))
    assert not reported(site)


@pytest.mark.parametrize("table", ["[rules.spelling]", PER_PATH])
def test_a_dictionary_that_the_site_brings_has_the_last_word(site: Path, table: str) -> None:
    write(site / "d/x.aff", "SET UTF-8\n")
    write(site / "d/x.dic", "4\nzarpolito\nzarpolitto\nrode\ncom\n")
    write(site / "notelint.toml", f'{table}\ndictionaries = {{ pt = "d/x.dic" }}\n')
    assert not reported(site)
