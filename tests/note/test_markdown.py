"""The body of notes: fixture notes against their trees, the real Hugo and stock mistune."""

from functools import cache
from pathlib import Path

import pytest

from tests.hugo import hugo_binary
from tests.note.goldmark import body_of, compare
from tests.note.stock import difference, our_tokens, stock_tokens
from tests.note.tree import tree

FIXTURES = Path(__file__).parent / "fixtures" / "markdown"
NOTES = sorted(FIXTURES.glob("*.md"))
AS_STOCK = ("calls", "codigo", "definicoes", "enderecos", "ligacoes", "matematica", "titulos")
CONTENT = Path(__file__).parents[2] / "content"


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)
def test_tree(path: Path) -> None:
    """Every node stands where the .tree file says (`python -m tests.note.tree` writes it)."""
    assert tree(path.read_text("utf-8")) == path.with_suffix(".tree").read_text("utf-8")


@cache
def judged() -> dict[Path, str | None]:
    """What the real Hugo says of our fixtures, our own notes and a list of hard cases."""
    paths = [*NOTES, *sorted(CONTENT.rglob("*.md"))]
    bodies = [body_of(path.read_text("utf-8")) for path in paths]
    return dict(zip(paths, compare(bodies, str(hugo_binary())), strict=True))


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)
def test_hugo_sees_the_same(path: Path) -> None:
    """Elements, addresses and words in Hugo's HTML are those of our tree."""
    assert judged()[path] == ""


def test_hugo_sees_the_same_in_our_own_notes() -> None:
    """The notes of content/ too."""
    wrong = {path.name: found for path, found in judged().items() if found}
    assert not wrong


def test_hugo_sees_the_same_in_hard_cases() -> None:
    """Where mistune and goldmark part, or where goldmark has its own mind."""
    text = (FIXTURES / "hard.txt").read_text("utf-8")
    bodies = [f"{case}\n\n{{{{< one >}}}}\n" for case in text.split("\n%%%%\n")]
    found = compare(bodies, str(hugo_binary()))
    wrong = [f"{body!r}: {one}" for body, one in zip(bodies, found, strict=True) if one != ""]
    assert not wrong


@pytest.mark.parametrize("name", AS_STOCK)
def test_stock_mistune_sees_the_same(name: str) -> None:
    """Where nothing is Hugo's own, the tree is that of stock mistune with the same plugins."""
    text = (FIXTURES / f"{name}.md").read_text("utf-8")
    assert difference(our_tokens(text), stock_tokens(text)) == ""
