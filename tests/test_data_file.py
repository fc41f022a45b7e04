"""What is made of our own data files is kept beside them until they change."""

import sys
from pathlib import Path

import pytest

from notelint.data_file import kept_beside


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """A file and another that has a part in what is made of it, with bytecode kept."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    one, other = tmp_path / "one.yaml", tmp_path / "other.py"
    one.write_text("one", encoding="utf-8")
    other.write_text("other", encoding="utf-8")
    return one, other


def test_a_value_is_made_once_for_each_state_of_its_files(files: tuple[Path, Path]) -> None:
    one, other = files
    made: list[str] = []

    def make() -> dict[str, object]:
        made.append(one.read_text(encoding="utf-8") + other.read_text(encoding="utf-8"))
        return {"text": made[-1], "parts": (1, [b"2", None])}

    def kept() -> object:
        return kept_beside(one, "joined", make, also=[other])

    first = {"text": "oneother", "parts": (1, [b"2", None])}
    assert [kept(), kept()] == [first, first]
    assert made == ["oneother"]
    one.write_text("another one", encoding="utf-8")
    assert kept() == {**first, "text": "another oneother"}
    other.write_text("!", encoding="utf-8")
    assert kept() == kept() == {**first, "text": "another one!"}
    assert made == ["oneother", "another oneother", "another one!"]


def test_a_damaged_value_is_made_anew(files: tuple[Path, Path]) -> None:
    one, _ = files
    kept_beside(one, "length", lambda: 3)
    [kept] = (one.parent / "__pycache__").iterdir()
    content = kept.read_bytes()
    for damage in (b"", content[: len(content) // 2], bytes(len(content)), b"i\x01\x00\x00\x00"):
        kept.write_bytes(damage)
        assert kept_beside(one, "length", lambda: 3) == 3
        assert kept.read_bytes() == content


def test_two_names_are_kept_apart(files: tuple[Path, Path]) -> None:
    one, _ = files
    assert kept_beside(one, "small", lambda: "one") == "one"
    assert kept_beside(one, "large", lambda: "ONE") == "ONE"
    assert kept_beside(one, "small", lambda: "never made") == "one"


def test_nothing_is_kept_where_the_interpreter_keeps_nothing(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, _ = files
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert kept_beside(one, "length", lambda: 3) == 3
    assert not (one.parent / "__pycache__").exists()
