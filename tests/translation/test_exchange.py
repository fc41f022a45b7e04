"""Export and import of the memory: round trips, review, and files that are none."""

from pathlib import Path

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.core import NotelintError
from notelint.translation.engine import Pair
from notelint.translation.exchange import (
    UNWRITABLE,
    Imported,
    export_memory,
    import_memory,
)
from notelint.translation.memory import Entry, Memory

PT_EN = Pair("pt", "en")
FORMATS = ["po", "xlf", "tmx"]
A, B = "content/a.md", "content/notas/b/index.md"
ENTRIES = {
    A: [
        Entry("Título: “olá”", "Title", "human", "", "field:title"),
        Entry("Uma **linha**\n  e outra\\n <b>&amp;</b>", "One **line**", "engine", "offline", "p"),
        Entry("Só aqui", "Só aqui"),
        Entry("Notas", "Notes", "engine", "offline"),
    ],
    B: [Entry("Notas", "Jottings", "human"), Entry("Notas", "Notes", "engine", "offline")],
}


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    memory = Memory(tmp_path, "en")
    for page, entries in ENTRIES.items():
        memory.save(page, entries)
    return memory


@pytest.mark.parametrize("ending", FORMATS)
def test_unchanged_files_bring_nothing(memory: Memory, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"out.{ending}"
    assert export_memory(memory, PT_EN, file) == 5
    before = file.read_bytes()
    assert import_memory(memory, PT_EN, file) == Imported(0, 0, 2)
    export_memory(Memory(tmp_path, "en"), PT_EN, file)
    assert file.read_bytes() == before, "the same memory gives the same file"


@pytest.mark.parametrize("ending", FORMATS)
def test_everything_arrives_elsewhere(memory: Memory, tmp_path: Path, ending: str) -> None:
    """Into an empty memory: what a person answers for, and for TMX all there is."""
    file = tmp_path / f"out.{ending}"
    export_memory(memory, PT_EN, file)
    other = Memory(tmp_path / "other", "en")
    import_memory(other, PT_EN, file)
    assert other.find("Título: “olá”", A).target == "Title"
    assert other.find("Notas", B).target == "Jottings"
    assert other.find("Só aqui", A) is None
    drafts = other.find("Uma **linha**\n  e outra\\n <b>&amp;</b>", A)
    assert (drafts and drafts.target) == (None if ending == "po" else "One **line**")


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize("ending", ["xlf", "tmx"])
def test_a_changed_text_is_learnt(memory: Memory, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"out.{ending}"
    export_memory(memory, PT_EN, file)
    change(file, "One **line**", "A **row**")
    assert import_memory(memory, PT_EN, file) == Imported(1, 0, 1)
    entry = Memory(tmp_path, "en").find(ENTRIES[A][1].source, A)
    assert entry is not None
    assert (entry.target, entry.origin) == ("A **row**", "human")
    assert list(memory.page(A)) == ENTRIES[A], "the page itself is written by the next run"


def test_review_in_po(memory: Memory, tmp_path: Path) -> None:
    file = tmp_path / "out.po"
    export_memory(memory, PT_EN, file)
    po = polib.pofile(str(file))
    by_source = {(entry.msgctxt, entry.msgid): entry for entry in po}
    assert by_source[A, "Notas"].fuzzy
    by_source[A, "Notas"].flags.remove("fuzzy")
    by_source[A, ENTRIES[A][1].source].msgstr = "still a draft"
    by_source[A, "Só aqui"].msgstr = "Only here"
    po.save(str(file))
    assert import_memory(memory, PT_EN, file) == Imported(1, 1, 1)
    assert memory.find("Notas", A) == Entry("Notas", "Notes", "human")
    assert memory.find("Só aqui", A) == Entry("Só aqui", "Only here", "human")
    assert import_memory(memory, PT_EN, file).changed == 1, "until a run has written it"


def test_review_in_xliff(memory: Memory, tmp_path: Path) -> None:
    file = tmp_path / "out.xliff"
    export_memory(memory, PT_EN, file)
    text = file.read_text("utf-8")
    assert text.count('state="translated"') == 2
    file.write_text(text.replace('state="translated"', 'state="reviewed"'), "utf-8")
    assert import_memory(memory, PT_EN, file) == Imported(0, 2, 0)
    entry = memory.find(ENTRIES[A][1].source, A)
    assert entry == Entry(ENTRIES[A][1].source, "One **line**", "human", "", "p")


def test_a_tmx_from_elsewhere(memory: Memory, tmp_path: Path) -> None:
    file = tmp_path / "other.tmx"
    file.write_text(
        '<?xml version="1.0"?><tmx version="1.4"><header srclang="en"/><body><tu>'
        '<tuv xml:lang="en"><seg>Goodbye</seg></tuv><tuv xml:lang="fr"><seg>Adieu</seg></tuv>'
        '<tuv xml:lang="pt"><seg>Adeus</seg></tuv></tu></body></tmx>',
        "utf-8",
    )
    assert import_memory(memory, PT_EN, file) == Imported(1, 0, 0)
    assert memory.find("Adeus", "content/new.md") == Entry("Adeus", "Goodbye", "human")


WRONG = [
    ("a.docx", "", r"must end in \.po, \.xlf, \.xliff, \.tmx"),
    ("a.po", "no po", "cannot be read"),
    (
        "a.po",
        'msgid ""\nmsgstr "Language: de\\n"\nmsgid "a"\nmsgstr "b"\n',
        "for pt → de, not pt → en",
    ),
    ("a.xlf", "<xliff", "cannot be read"),
    ("a.xlf", "<a/>", "cannot be read"),
    (
        "a.xlf",
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"/>',
        "appears to be XLIFF 1.x",
    ),
    (
        "a.xlf",
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" '
        'trgLang="pt"><file id="f"/></xliff>',
        "for en → pt, not pt → en",
    ),
    ("a.tmx", "<tmx>", "cannot be read"),
    ("a.tmx", "", "cannot be read"),
]


@pytest.mark.parametrize(("name", "text", "message"), WRONG)
def test_bad_files_are_told_in_one_line(
    memory: Memory, tmp_path: Path, name: str, text: str, message: str
) -> None:
    file = tmp_path / name
    file.write_text(text, "utf-8")
    with pytest.raises(NotelintError, match=message) as raised:
        import_memory(memory, PT_EN, file)
    assert str(raised.value).startswith(str(file))
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("ending", FORMATS)
def test_missing_and_not_utf8(memory: Memory, tmp_path: Path, ending: str) -> None:
    with pytest.raises(NotelintError, match="no such file"):
        import_memory(memory, PT_EN, tmp_path / f"none.{ending}")
    (tmp_path / f"x.{ending}").write_bytes(b"\xff\xfe\x00a")
    with pytest.raises(NotelintError, match="cannot be read"):
        import_memory(memory, PT_EN, tmp_path / f"x.{ending}")


def test_files_of_the_machine_do_not_leak(memory: Memory, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hush")
    file = tmp_path / "a.tmx"
    file.write_text(
        f'<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        '<tmx version="1.4"><header srclang="pt"/><body><tu><tuv xml:lang="pt"><seg>Oi</seg></tuv>'
        '<tuv xml:lang="en"><seg>Hi &x;</seg></tuv></tu></body></tmx>',
        "utf-8",
    )
    import_memory(memory, PT_EN, file)
    entry = memory.find("Oi")
    assert entry is None or "hush" not in entry.target


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


@pytest.mark.parametrize("ending", FORMATS)
@settings(max_examples=60, deadline=None)
@given(pairs=st.dictionaries(TEXT, TEXT, min_size=1, max_size=5))
def test_any_text_survives(
    tmp_path_factory: pytest.TempPathFactory, ending: str, pairs: dict[str, str]
) -> None:
    root = tmp_path_factory.mktemp("exchange")
    memory = Memory(root, "en")
    memory.save(A, [Entry(source, target, "human") for source, target in pairs.items()])
    export_memory(memory, PT_EN, root / f"x.{ending}")
    other = Memory(root / "other", "en")
    import_memory(other, PT_EN, root / f"x.{ending}")
    for source, target in pairs.items():
        entry = other.find(source, A)
        if UNWRITABLE.search(source + target):
            assert entry is None
        else:
            assert entry is not None, source
            assert entry.target == target
