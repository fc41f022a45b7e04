"""Files nobody should write: each is a finding or a line, and the other files are still done."""

import os
from itertools import pairwise
from pathlib import Path

import pytest

from tests.commands import Notelint
from tests.small_site import write, write_site

ALIASES = b"a: &a [x, x, x, x, x, x, x, x, x]\n" + b"".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n".encode()
    for before, name in pairwise("abcdefghijkl")
)
"""A few lines that stand for a terabyte."""

DEEP = "---\ntitle: Nota\n---\n\n## Um\n\n#### Fundo\n"


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"---\ntitle: Nota\n---\n\nInstala\xe7\xe3o\n", "file-unreadable"),
        (b"---\ntitle: Nota\n---\n\nUm\0dois\n", "file-unreadable"),
        ("Olá".encode("utf-16"), "file-unreadable"),
        (b"---\ntitle: Nota\n\nSem fim\n", "front-matter-syntax"),
        (b"---\ntitle: [Nota\n---\n\nTexto.\n", "front-matter-syntax"),
        (b"---\ntitle: Nota\n" + ALIASES + b"---\n\nTexto.\n", "front-matter-syntax"),
    ],
)
def test_a_bad_file_is_a_finding(
    tmp_path: Path, notelint: Notelint, content: bytes, rule: str
) -> None:
    write_site(tmp_path, {"bad.md": content, "good.md": DEEP})
    done = notelint("check", "--format", "json")
    assert done.code == 1
    assert rule in [each["rule"] for each in done.findings if each["path"] == "content/bad.md"]
    assert "heading-increment" in [
        each["rule"] for each in done.findings if each["path"] == "content/good.md"
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xef\xbb\xbf",
        b"\n\n\n",
        b"x" * 1_000_000,
        b"palavra " * 125_000,
        b"*_`[" * 20_000,
        b"> " * 2_000 + b"fim\n",
        b"- " * 2_000 + b"fim\n",
        b"".join(b" " * 2 * depth + b"- x\n" for depth in range(2_000)),
        b"{{< x " * 3_000,
        b"<!--" * 10_000,
        b"[" * 50_000,
        b"## Igual\n\n" * 20_000,
    ],
    ids=range(13),
)
def test_strange_files_do_not_stop_it(tmp_path: Path, notelint: Notelint, content: bytes) -> None:
    write_site(tmp_path, {"strange.md": content, "good.md": DEEP})
    done = notelint("check", "--format", "json")
    assert done.code in (0, 1)
    assert "content/good.md" in [each["path"] for each in done.findings]


def test_a_folder_named_like_a_note_is_a_folder(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"x.md/index.md": DEEP})
    done = notelint("check", "--select", "heading-increment", "--format", "json")
    assert [each["path"] for each in done.findings] == ["content/x.md/index.md"]
    given = notelint("check", "content/x.md", "--select", "heading-increment", "--format", "json")
    assert given.findings == done.findings


def test_a_link_that_leads_nowhere_is_a_file_that_cannot_be_read(
    tmp_path: Path, notelint: Notelint
) -> None:
    write_site(tmp_path, {"good.md": DEEP})
    (tmp_path / "content" / "broken.md").symlink_to("nowhere.md")
    done = notelint("check", "--format", "json")
    found = {each["path"]: each for each in done.findings}
    assert found["content/broken.md"]["rule"] == "file-unreadable"
    assert found["content/broken.md"]["line"] == 1
    assert "content/good.md" in found


def test_links_in_a_circle_end(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"good.md": DEEP})
    (tmp_path / "content" / "again").symlink_to(tmp_path / "content")
    done = notelint("check", "--select", "heading-increment", "--format", "json")
    assert [each["path"] for each in done.findings] == ["content/good.md"]


@pytest.mark.parametrize(
    "text",
    [
        f"---\na: {'[' * 5000}{']' * 5000}\n---\n",
        f"---\na: {'{a: ' * 3000}1{'}' * 3000}\n---\n",
        "---\n" + "".join(f"{' ' * i}a:\n" for i in range(900)) + "---\n",
        f'{{"a": {"[" * 5000}{"]" * 5000}}}\n',
        f"+++\na = {'[' * 5000}{']' * 5000}\n+++\n",
        f"+++\n{'a.' * 5000}b = 1\n+++\n",
        f"+++\n[{'a.' * 5000}b]\n+++\n",
    ],
)
def test_values_inside_thousands_of_others_are_a_finding(
    text: str, tmp_path: Path, notelint: Notelint
) -> None:
    write_site(tmp_path, {"note.md": f"{text}Texto.\n"})
    done = notelint("check", "--select", "front-matter-syntax", "--format", "json")
    assert done.findings[0]["rule"] == "front-matter-syntax"
    assert "inside more than 100 others" in done.findings[0]["message"]


def test_a_number_of_many_digits_is_a_text(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"note.md": f"---\ntitle: Nota\nn: {'9' * 10000}\n---\nTexto.\n"})
    assert notelint("check", "--select", "front-matter-syntax").code == 0


def test_a_link_to_itself_is_a_file_that_cannot_be_read(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"good.md": DEEP})
    (tmp_path / "content" / "round.md").symlink_to("round.md")
    (tmp_path / "content" / "round.png").symlink_to("round.png")
    done = notelint("check", "--select", "file-unreadable", "--format", "json")
    assert [each["path"] for each in done.findings] == ["content/round.md"]


def test_pipes_and_devices_named_like_notes_are_left_alone(
    tmp_path: Path, notelint: Notelint
) -> None:
    """Reading one would never end."""
    write_site(tmp_path, {"good.md": DEEP})
    os.mkfifo(tmp_path / "content" / "pipe.md")
    (tmp_path / "content" / "zero.md").symlink_to("/dev/zero")
    done = notelint("check", "--select", "heading-increment", "--format", "json")
    assert [each["path"] for each in done.findings] == ["content/good.md"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read everything")
def test_an_unreadable_file_is_a_finding(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"secret.md": DEEP, "good.md": DEEP})
    (tmp_path / "content" / "secret.md").chmod(0)
    done = notelint("check", "--select", "file-unreadable", "--format", "json")
    assert [each["path"] for each in done.findings] == ["content/secret.md"]


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs Linux")
def test_a_file_whose_reading_fails_is_a_finding(tmp_path: Path, notelint: Notelint) -> None:
    """Nobody can read the first page of a process's memory, an administrator neither."""
    write_site(tmp_path, {"good.md": DEEP})
    (tmp_path / "content" / "secret.md").symlink_to("/proc/self/mem")
    done = notelint("check", "--format", "json")
    said = [each["message"] for each in done.findings if each["path"] == "content/secret.md"]
    assert said == ["the file cannot be read: Input/output error"]
    assert "content/good.md" in [each["path"] for each in done.findings]


def test_a_fault_of_ours_is_one_finding_that_nothing_silences(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A check crashes: the rest is still reported."""
    from notelint.runner import Request, run

    rule = """\
id: quebrada
title: A rule that cannot work
check: existence
level: info
message: "{text}"
why: The check is broken below.
options: {words: [Fundo]}
"""

    def broken(*arguments: object) -> None:
        raise KeyError(arguments)

    monkeypatch.setattr("notelint.checks.existence.words_pattern", broken)
    text = DEEP.replace("---\n\n", "---\n\n<!-- notelint-disable -->\n", 1)
    write_site(tmp_path, {"rules/quebrada.yaml": rule, "a.md": text, "b.md": DEEP})
    monkeypatch.chdir(tmp_path)
    found = [
        each
        for checked in run(Request((Path("content"),))).checked
        for each in checked.diagnostics
        if each.rule in ("internal-error", "heading-increment")
    ]
    assert [(each.path, each.rule, each.level) for each in found] == [
        ("content/a.md", "internal-error", "error"),
        ("content/b.md", "internal-error", "error"),
        ("content/b.md", "heading-increment", "warning"),
    ]
    assert "in rule quebrada on file content/a.md: KeyError" in found[0].message
    assert "please report" in found[0].message


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may write everywhere")
def test_a_folder_that_cannot_be_written(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"a.md": DEEP})
    (tmp_path / "content").chmod(0o555)
    done = notelint("check", "--unsafe-fixes", "--select", "heading-increment")
    assert done.code == 2
    assert "cannot be written: Permission denied" in done.err


def test_a_baseline_that_cannot_be_written(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"a.md": DEEP})
    write(tmp_path / "file", "")
    done = notelint("baseline", "--baseline", "file/baseline.json")
    assert done.code == 2
    assert "file/baseline.json: cannot be written" in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"findings": [1]}', "não"])
def test_a_baseline_that_is_none(tmp_path: Path, notelint: Notelint, text: str) -> None:
    write_site(
        tmp_path,
        {
            "a.md": DEEP,
        },
    )
    write(tmp_path / ".notelint" / "baseline.json", text)
    done = notelint("check")
    assert done.code == 2
    assert "not a baseline; write it anew with: notelint baseline" in done.err


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("front-matter.yaml", "fields: x\n", ":1: «fields» must be a table of keys and values"),
        ("front-matter.yaml", "- a\n", ":1: not valid YAML"),
        ("front-matter.yaml", b"\xff\xfe", ": not UTF-8 (byte 0)"),
        ("words.pt.txt", "codificação\n".encode("latin-1"), ": not UTF-8 (byte 8)"),
        ("shortcodes.yaml", "shortcodes:\n  a: {inner: rw}\n", ":2: «rw» must be one of"),
    ],
)
def test_data_of_the_site_that_cannot_be_used_is_one_line(
    tmp_path: Path, notelint: Notelint, name: str, text: str | bytes, said: str
) -> None:
    """It is no note's fault, and nothing to report to us."""
    write_site(tmp_path, {f"rules/data/{name}": text, "a.md": DEEP})
    done = notelint("check")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("notelint: ")
    assert f"rules/data/{name}{said}" in done.err
    assert done.err.count("\n") == 1


def test_data_of_the_site_is_refused_by_all_processes(tmp_path: Path, notelint: Notelint) -> None:
    notes: dict[str, str | bytes] = {f"{number}.md": DEEP for number in range(30)}
    write_site(tmp_path, {**notes, "rules/data/front-matter.yaml": "fields: x\n"})
    done = notelint("check", "--jobs", "2")
    assert done.code == 2
    assert done.err.count("\n") == 1
