"""`notelint memory`: to translators' tools and back, and learning from pages that people wrote."""

import json
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from translate.storage import factory
from translate.storage.xliff2 import Xliff2File

from tests.commands import Notelint
from tests.small_site import write, write_site

HUGO = 'defaultContentLanguage = "pt"\n[languages.pt]\n[languages.en]\n'
NOTE = "---\ntitle: Filas\n---\n\nUma fila guarda mensagens. A segunda frase, com `código`.\n"


@pytest.fixture
def site(tmp_path: Path, notelint: Notelint) -> Path:
    write_site(tmp_path, {"a.md": NOTE, "hugo.toml": HUGO})
    assert notelint("translate", "--to", "en", "--engine", "pseudo").code == 0
    return tmp_path


def review_po(file: Path, source: str, target: str) -> None:
    po = polib.pofile(str(file))
    entry = next(entry for entry in po if entry.msgid == source)
    entry.msgstr = target
    entry.flags.remove("fuzzy")
    po.save()


def review_with_toolkit(file: Path, source: str, target: str) -> None:
    version_2 = file.suffix == ".xlf"
    store = Xliff2File.parsefile(str(file)) if version_2 else factory.getobject(str(file))
    unit = next(unit for unit in store.units if unit.source == source)
    unit.target = target
    store.save()


@pytest.mark.parametrize(
    ("ending", "review"),
    [("po", review_po), ("xlf", review_with_toolkit), ("tmx", review_with_toolkit)],
)
def test_a_review_elsewhere_comes_into_the_edition(
    site: Path, notelint: Notelint, ending: str, review: Callable[[Path, str, str], None]
) -> None:
    file = site / f"review.{ending}"
    done = notelint("memory", "export", file)
    assert (done.code, done.out) == (0, f"review.{ending}: 3 segments written\n")
    review(file, "Uma fila guarda mensagens.", "A queue keeps messages.")
    done = notelint("memory", "import", file)
    assert done.out.startswith(f"review.{ending}: 1 new or changed")
    assert notelint("translate", "--to", "en", "--engine", "pseudo").code == 0
    page = (site / "content" / "a.en.md").read_text()
    assert "A queue keeps messages. ⟦" in page
    assert notelint("memory", "export", file).code == 0
    assert "0 new or changed, 0 accepted" in notelint("memory", "import", file).out
    rows = (site / ".notelint/memory/en/content/a.md.jsonl").read_text().splitlines()
    assert [json.loads(row)["origin"] for row in rows] == ["engine", "human", "engine"]


def test_the_po_file_is_one_that_editors_know(site: Path, notelint: Notelint) -> None:
    notelint("memory", "export", "x.po")
    po = polib.pofile(str(site / "x.po"))
    assert po.metadata["Language"] == "en"
    assert {(entry.msgctxt, entry.fuzzy) for entry in po} == {("content/a.md", True)}
    assert po.percent_translated() == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("export", "x.doc"), "must end in"),
        (("import", "x.po"), "no such file"),
        (("import", "content/a.en.md"), "no page of the edition"),
        (("import", "nowhere/"), "must end in"),
        (("import", "content", "content/a.md", "--of", "content/a.md"), "one page"),
    ],
)
def test_calls_that_cannot_be_followed(
    site: Path, notelint: Notelint, arguments: tuple[str, ...], message: str
) -> None:
    done = notelint("memory", *arguments)
    assert done.code == 2
    assert message in done.err
    assert done.err.count("\n") == 1


def test_files_that_are_none(site: Path, notelint: Notelint) -> None:
    for ending in ("po", "xlf", "tmx"):
        write(site / f"broken.{ending}", "<<< not this\n")
        done = notelint("memory", "import", f"broken.{ending}")
        assert done.code == 2
        assert done.err.startswith(f"notelint: broken.{ending}: ")


MINE = "---\ntitle: Queues\n---\n\nA queue keeps messages. The second sentence, with `código`.\n"


def test_a_page_that_a_person_wrote_is_learnt(tmp_path: Path, notelint: Notelint) -> None:
    """Built as its source: it becomes the edition, and other pages profit."""
    write_site(tmp_path, {"a.md": NOTE, "a.en.md": MINE, "b.md": NOTE, "hugo.toml": HUGO})
    done = notelint("memory", "import", "content")
    assert done.out == "content/a.en.md: 3 of 3 sentences learnt\n"
    notelint("translate", "--to", "en", "--engine", "pseudo")
    assert (tmp_path / "content" / "a.en.md").read_text() == MINE
    assert "A queue keeps messages." in (tmp_path / "content" / "b.en.md").read_text()


def test_a_page_built_otherwise_is_learnt_by_its_sentences(
    tmp_path: Path, notelint: Notelint
) -> None:
    """It is left alone, until the user says that it may be written anew."""
    mine = MINE + "\nA paragraph of its own, which has no source.\n"
    write_site(tmp_path, {"a.md": NOTE, "a.en.md": mine, "hugo.toml": HUGO})
    assert "3 of 3" in notelint("memory", "import", "content/a.en.md").out
    page = tmp_path / "content" / "a.en.md"
    notelint("translate", "--to", "en", "--engine", "pseudo")
    assert page.read_text() == mine
    notelint("translate", "--to", "en", "--engine", "pseudo", "--accept")
    assert page.read_text() == MINE


def test_a_translation_from_elsewhere(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"a.md": NOTE, "hugo.toml": HUGO})
    write(tmp_path / "old" / "queues.md", MINE)
    done = notelint("memory", "import", "old/queues.md", "--of", "content/a.md")
    assert done.out == "old/queues.md: 3 of 3 sentences learnt\n"
    notelint("translate", "--to", "en", "--engine", "pseudo")
    assert (tmp_path / "content" / "a.en.md").read_text() == MINE
