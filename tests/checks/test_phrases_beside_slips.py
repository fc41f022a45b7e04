"""Phrases beside misspelt words."""

from pathlib import Path

import pytest

from notelint.api import check
from tests.small_site import write


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eu sei que voces tem razão.", {"voces": "vocês", "tem": "têm"}),
        ("Eu sei que vocês tem razão.", {"tem": "têm"}),
        ("Eu sei que voces sabem.", {"voces": "vocês"}),
    ],
)
def test_a_slip_hides_no_phrase(tmp_path: Path, text: str, expected: dict[str, str]) -> None:
    write(tmp_path / "hugo.toml", 'defaultContentLanguage = "pt"\n')
    write(tmp_path / "content/a.md", f"---\ntitle: Nota\n---\n\n{text}\n")
    found = check([tmp_path / "content"], select=("spelling", "phrase"))
    note = (tmp_path / "content/a.md").read_text("utf-8")
    assert {each.span.of(note): each.suggestions[0] for each in found} == expected
