"""The memory: what is found, what is written, and what a kill or a bad merge leaves."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.core import NotelintError
from notelint.translation.memory import Entry, Memory

PAGE = "content/notas/viés.md"
HELLO = Entry("Olá", "Hello", "engine", "offline", "heading")
WORLD = Entry("Mundo", "World", "human", "", "paragraph")
KEPT = Entry("Só aqui", "Só aqui")


def file_of(root: Path, page: str = PAGE) -> Path:
    return root / ".notelint" / "memory" / "en" / f"{page}.jsonl"


def snapshot(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def test_one_line_a_segment_in_page_order(tmp_path: Path) -> None:
    assert Memory(tmp_path, "en").save(PAGE, [HELLO, WORLD])
    assert file_of(tmp_path).read_text("utf-8") == (
        '{"source": "Olá", "target": "Hello", "origin": "engine", "engine": "offline", '
        '"kind": "heading"}\n'
        '{"source": "Mundo", "target": "World", "origin": "human", "engine": "", '
        '"kind": "paragraph"}\n'
    )
    assert Memory(tmp_path, "en").page(PAGE) == (HELLO, WORLD)


def test_nothing_changed_nothing_written(tmp_path: Path) -> None:
    Memory(tmp_path, "en").save(PAGE, [HELLO])
    os.utime(file_of(tmp_path), (1, 1))
    memory = Memory(tmp_path, "en")
    assert not memory.save(PAGE, [HELLO])
    with memory.writing(PAGE, [HELLO], "page") as changed:
        assert not changed
    assert file_of(tmp_path).stat().st_mtime == 1
    assert not (tmp_path / ".notelint" / "cache").exists()


def test_no_entries_no_file(tmp_path: Path) -> None:
    memory = Memory(tmp_path, "en")
    assert memory.page(PAGE) == ()
    memory.save(PAGE, [HELLO])
    assert memory.pages() == [PAGE]
    assert memory.save(PAGE, [])
    assert memory.pages() == []
    assert not memory.save(PAGE, [])


FINDS = [
    ("own page first", {PAGE: ["Olá=Own"], "a.md": ["Olá=!Person"]}, "Own"),
    ("a person first on the page", {PAGE: ["Olá=One", "Olá=!Two"]}, "Two"),
    ("then the whole site", {"a.md": ["Olá=A"], "b.md": ["Olá=B"]}, "A"),
    ("a person first on the site", {"a.md": ["Olá=A"], "b.md": ["Olá=!B"]}, "B"),
    ("exactly", {PAGE: ["olá=x", "Olá =y"]}, None),
    ("what was kept is no translation", {PAGE: ["Olá=?Olá"], "a.md": ["Olá=A"]}, "A"),
]


@pytest.mark.parametrize(("_", "pages", "found"), FINDS)
def test_what_is_found(
    tmp_path: Path, _: str, pages: dict[str, list[str]], found: str | None
) -> None:
    memory = Memory(tmp_path, "en")
    for page, lines in pages.items():
        memory.save(page, [entry_of(line) for line in lines])
    for again in (memory, Memory(tmp_path, "en")):
        entry = again.find("Olá", PAGE)
        assert (entry and entry.target) == found


def entry_of(line: str) -> Entry:
    source, _, target = line.partition("=")
    if target[0] == "!":
        return Entry(source, target[1:], "human")
    return Entry(source, target.lstrip("?"), "engine", "" if target[0] == "?" else "offline")


def test_what_a_page_saves_is_found_by_the_next(tmp_path: Path) -> None:
    memory = Memory(tmp_path, "en")
    assert memory.find("Olá", "b.md") is None
    memory.save("a.md", [HELLO])
    assert memory.find("Olá", "b.md") == HELLO


def test_learnt_texts_come_first_and_leave_when_written(tmp_path: Path) -> None:
    Memory(tmp_path, "en").save(PAGE, [HELLO, WORLD])
    better = Entry("Olá", "Hi", "human", "", "heading")
    assert Memory(tmp_path, "en").learn(PAGE, [better]) == 1
    memory = Memory(tmp_path, "en")
    assert memory.learn(PAGE, [better]) == 0
    assert memory.page(PAGE) == (HELLO, WORLD), "what stands on the page has not changed"
    assert memory.find("Olá", PAGE) == better
    assert memory.find("Olá", "b.md") == HELLO, "learnt for one page only"
    memory.save(PAGE, [better, WORLD])
    assert not (tmp_path / ".notelint/memory/en.learnt.jsonl").exists()
    assert Memory(tmp_path, "en").find("Olá", PAGE) == better


def test_learnt_for_any_page(tmp_path: Path) -> None:
    memory = Memory(tmp_path, "en")
    memory.learn("", [Entry("Olá", "Hi")])
    assert memory.find("Olá", "b.md") == Entry("Olá", "Hi", "human")


DAMAGE = [
    ("<<<<<<< HEAD", " (a merge left its marks?)"),
    (">>>>>>> theirs", " (a merge left its marks?)"),
    ('{"source": "half', ""),
    ('{"source": 1, "target": "x", "origin": "human"}', ""),
    ('{"target": "x", "origin": "human"}', ""),
    ("[]", ""),
    ("\x00\ufffd", ""),
]


@pytest.mark.parametrize(("line", "hint"), DAMAGE)
def test_a_bad_line_costs_itself_only(tmp_path: Path, line: str, hint: str) -> None:
    Memory(tmp_path, "en").save(PAGE, [HELLO, WORLD])
    file = file_of(tmp_path)
    first, second = file.read_text("utf-8").splitlines()
    file.write_text(f"{first}\n{line}\n\n{second}\n{line}\n", "utf-8")
    told: list[str] = []
    assert Memory(tmp_path, "en", warn=told.append).page(PAGE) == (HELLO, WORLD)
    assert told == [f"{file}:2: not a line of the memory{hint}; it is left out"]


def test_not_utf8_is_told(tmp_path: Path) -> None:
    file = file_of(tmp_path)
    file.parent.mkdir(parents=True)
    file.write_bytes(b'{"source": "Ol\xe1"\n')
    told: list[str] = []
    assert Memory(tmp_path, "en", warn=told.append).page(PAGE) == ()
    assert len(told) == 1


@pytest.mark.parametrize("page", ["", "/etc/passwd", "../x.md", "a/../../x.md"])
def test_a_page_elsewhere_is_refused(tmp_path: Path, page: str) -> None:
    with pytest.raises(NotelintError, match="not a path below"):
        Memory(tmp_path, "en").save(page, [HELLO])


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / ".notelint").write_text("a file")
    with pytest.raises(NotelintError, match="cannot be written"):
        Memory(tmp_path, "en").save(PAGE, [HELLO])


def test_read_only_writes_nothing(tmp_path: Path) -> None:
    Memory(tmp_path, "en").save(PAGE, [HELLO])
    before = snapshot(tmp_path)
    memory = Memory(tmp_path, "en", read_only=True)
    assert memory.find("Olá") == HELLO
    memory.remember("Mundo", "World", "offline")
    memory.learn(PAGE, [WORLD])
    memory.save(PAGE, [WORLD])
    with memory.writing(PAGE, [WORLD], "page"):
        pass
    memory.finish()
    assert snapshot(tmp_path) == before


def test_a_broken_run_resumes(tmp_path: Path) -> None:
    memory = Memory(tmp_path, "en")
    memory.remember("Olá\u2028duas", "Hello", "offline")
    journal = tmp_path / ".notelint/cache/translated.en.jsonl"
    with journal.open("a", encoding="utf-8") as stream:
        stream.write('{"source": "cut o')
    again = Memory(tmp_path, "en")
    assert again.find("Olá\u2028duas", PAGE) == Entry("Olá\u2028duas", "Hello", "engine", "offline")
    assert again.page(PAGE) == ()
    assert (tmp_path / ".notelint/cache/.gitignore").read_text() == "*\n"
    again.finish()
    assert not journal.exists()
    assert Memory(tmp_path, "en").find("Olá\u2028duas") is None


def test_an_error_while_writing_the_page_leaves_the_old_state(tmp_path: Path) -> None:
    memory = Memory(tmp_path, "en")
    memory.save(PAGE, [HELLO])
    before = snapshot(tmp_path)
    with pytest.raises(OSError, match="disk full"), memory.writing(PAGE, [WORLD], "new"):
        raise OSError("disk full")
    left = snapshot(tmp_path)
    left.pop(".notelint/cache/.gitignore")
    assert left == before


KILLED = """
import os, sys
from pathlib import Path
from notelint.translation.memory import Entry, Memory
root, when = Path(sys.argv[1]), sys.argv[2]
page = root / "page.en.md"
with Memory(root, "en").writing("page.md", [Entry("Olá", "New", "engine", "offline")], "new text"):
    if when == "before": os._exit(9)
    page.write_text("new text")
    if when == "after": os._exit(9)
"""


@pytest.mark.parametrize(
    ("when", "target"), [("before", "Old"), ("after", "New"), ("never", "New")]
)
def test_a_kill_between_page_and_memory_is_settled(tmp_path: Path, when: str, target: str) -> None:
    Memory(tmp_path, "en").save("page.md", [Entry("Olá", "Old", "engine", "offline")])
    page = tmp_path / "page.en.md"
    page.write_text("old text")
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), when], check=when == "never")
    memory = Memory(tmp_path, "en")
    assert [entry.target for entry in memory.page("page.md", page.read_text())] == [target]
    assert [entry.target for entry in Memory(tmp_path, "en").page("page.md")] == [target]
    assert not list((tmp_path / ".notelint/cache").rglob("*.jsonl"))


def test_many_threads(tmp_path: Path) -> None:
    memory = Memory(tmp_path, "en")

    def work(name: str) -> None:
        for number in range(20):
            memory.remember(f"{name} {number}", "x", "offline")
            page = f"{name}/{number}.md"
            with memory.writing(page, [Entry(f"{name} {number}", "x", "engine", "y")], page):
                memory.find(f"a {number}", page)

    threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(memory.pages()) == 80
    assert all(len(Memory(tmp_path, "en").page(page)) == 1 for page in memory.pages())
    lines = (tmp_path / ".notelint/cache/translated.en.jsonl").read_text().splitlines()
    assert len([json.loads(line) for line in lines]) == 80


def test_two_branches_merge(tmp_path: Path) -> None:
    """Changes in two places of a page are merged by git without a conflict."""

    def git(*words: str) -> None:
        names = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
        subprocess.run(["git", *names, *words], cwd=tmp_path, check=True, capture_output=True)

    entries = [Entry(f"Frase {n}", f"Sentence {n}", "engine", "offline") for n in range(9)]
    git("init", "-q", "-b", "one")
    Memory(tmp_path, "en").save(PAGE, entries)
    git("add", ".")
    git("commit", "-qm", "start")
    git("checkout", "-qb", "two")
    Memory(tmp_path, "en").save(PAGE, [Entry("Frase 0", "Changed", "human"), *entries[1:]])
    git("commit", "-qam", "two")
    git("checkout", "-q", "one")
    Memory(tmp_path, "en").save(PAGE, [*entries[:8], Entry("Frase 8", "Other", "human")])
    git("commit", "-qam", "one")
    git("merge", "-q", "two", "-m", "merge")
    targets = [entry.target for entry in Memory(tmp_path, "en").page(PAGE)]
    assert (targets[0], targets[8], len(targets)) == ("Changed", "Other", 9)


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(
    st.lists(
        st.builds(Entry, TEXT, TEXT, st.sampled_from(["human", "engine"]), TEXT, TEXT), max_size=8
    )
)
def test_what_is_saved_is_read(
    tmp_path_factory: pytest.TempPathFactory, entries: list[Entry]
) -> None:
    root = tmp_path_factory.mktemp("memory")
    Memory(root, "en").save(PAGE, entries)
    assert Memory(root, "en").page(PAGE) == tuple(entries)


def test_several_threads_may_write_one_file(tmp_path: Path) -> None:
    """As pages do that are the first to need the cache's .gitignore."""
    from concurrent.futures import ThreadPoolExecutor

    from notelint.translation.memory_file import write_whole

    for turn in range(30):
        file = tmp_path / str(turn) / "x"
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda text, to=file: write_whole(to, text), ["*\n"] * 8))
        assert file.read_text() == "*\n"
        assert [path.name for path in file.parent.iterdir()] == ["x"]
