"""What looks like a slip and is a name: the note has it in its code, or says it again and again."""

from pathlib import Path

import pytest

from notelint.api import check
from tests.small_site import write

NOTE = "---\ntitle: Nota\n---\n\n{}\n"

NAMES = [
    ("Instalei o telepot hoje.\n\n```python\nimport telepot\n```", "telepot"),
    ("O projeto [telepot](https://example.org/telepot) é bom.", "telepot"),
    ("A versão El Capitan saiu. O Capitan é lento. Quebrou no Capitan.", "Capitan"),
    ("O getvid lê redes. Com o getvid é fácil. O pacote getvid ajuda.", "getvid"),
]
SLIPS = [
    ("O paramentro é novo. Mude o paramentro. Este paramentro vale.", ["paramentro"] * 3),
    ("- [Inciando o projeto](#inciando-o-projeto)\n\n## Inciando o projeto", ["Inciando"] * 2),
    ("O fine-tunning é caro. Com fine-tunning muda. Faça fine-tunning.", ["fine-tunning"] * 3),
    ("O voce do código: `voce`, e voce sabe.", ["voce"] * 2),
]


def words(tmp_path: Path, text: str) -> list[str]:
    write(tmp_path / "hugo.toml", 'defaultContentLanguage = "pt"\n')
    note = NOTE.format(text)
    write(tmp_path / "content/nota.md", note)
    found = check([tmp_path / "content"], select=("spelling",))
    return [note[each.span.start : each.span.end] for each in found]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_names_are_left_alone(tmp_path: Path, text: str, name: str) -> None:
    assert words(tmp_path, f"Aqui está o {name} de que falei.") == [name]
    assert words(tmp_path, text) == []


@pytest.mark.parametrize(("text", "wrong"), SLIPS)
def test_slips_are_found_as_often_as_they_stand(
    tmp_path: Path, text: str, wrong: list[str]
) -> None:
    assert words(tmp_path, text) == wrong
