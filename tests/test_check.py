"""`notelint check`: what it is asked, what it shows and how it exits."""

import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import Notelint
from tests.small_site import write, write_site

DEEP = "---\ntitle: Nota\n---\n\n## Um\n\n#### Fundo\n"
CLEAN = "---\ntitle: Nota\n---\n\n## Um\n\n### Dois\n"
ONLY = ("--select", "heading-increment")


def test_a_finding_and_its_place(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"a.md": DEEP, "b.md": CLEAN})
    done = notelint("check", *ONLY, "--format", "json")
    assert done.code == 1
    assert done.findings == [
        {
            "path": "content/a.md",
            "line": 7,
            "column": 1,
            "end_line": 7,
            "end_column": 5,
            "rule": "heading-increment",
            "level": "warning",
            "confidence": "high",
            "message": "heading of level 4 after level 2: level 3 is missing",
            "text": "####",
            "suggestions": [],
            "fix": {
                "title": "make it level 3",
                "safe": False,
                "edits": [{"line": 7, "column": 1, "end_line": 7, "end_column": 5, "text": "###"}],
            },
        }
    ]


def test_text_is_the_default(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"a.md": DEEP})
    done = notelint("check", *ONLY)
    assert done.out.splitlines() == [
        "content/a.md:7:1: warning: heading of level 4 after level 2: level 3 is missing "
        "[heading-increment]",
        "    #### Fundo",
        "    ^^^^",
        "    fix: make it level 3",
        "",
        "1 finding (1 warning) in 1 file; 1 note checked.",
    ]


def test_all_is_well(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"a.md": CLEAN, "b/index.md": CLEAN})
    done = notelint("check", *ONLY)
    assert (done.code, done.out) == (0, "All is well: 2 notes checked, no finding.\n")


def test_only_what_is_given_is_reported(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"a.md": DEEP, "b/c.md": DEEP, "b/d.md": DEEP})
    one = notelint("check", "content/b/c.md", *ONLY, "--format", "json")
    assert [each["path"] for each in one.findings] == ["content/b/c.md"]
    folder = notelint("check", "content/b", *ONLY, "--format", "json")
    assert [each["path"] for each in folder.findings] == ["content/b/c.md", "content/b/d.md"]


def test_a_folder_outside_any_site_works(tmp_path: Path, notelint: Notelint) -> None:
    write(tmp_path / "notas" / "a.md", DEEP)
    done = notelint("check", "notas", *ONLY, "--format", "json")
    assert [each["path"] for each in done.findings] == ["notas/a.md"]


def test_a_folder_elsewhere_is_named_from_here(tmp_path: Path, notelint: Notelint) -> None:
    write(tmp_path / "notas" / "a.md", DEEP)
    notelint.folder = tmp_path / "aqui"
    notelint.folder.mkdir()
    done = notelint("check", "../notas", *ONLY, "--format", "json")
    assert [each["path"] for each in done.findings] == ["../notas/a.md"]


def test_the_site_may_be_named(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path / "site", {"a.md": DEEP})
    done = notelint("check", "--site", "site", *ONLY, "--format", "json")
    assert [each["path"] for each in done.findings] == ["site/content/a.md"]


@pytest.mark.parametrize("command", ["check", "baseline"])
@pytest.mark.parametrize("start", [".", "notas", "notas/b", "static"])
def test_without_paths_the_content_of_the_site_is_meant(
    tmp_path: Path, notelint: Notelint, start: str, command: str
) -> None:
    """Wherever in the site one is, and whatever its content folder is called."""
    config = 'contentDir = "notas"\ndefaultContentLanguage = "pt"\n'
    write_site(tmp_path, {"hugo.toml": config, "static/x.txt": ""})
    write(tmp_path / "notas" / "b" / "a.md", DEEP)
    notelint.folder = tmp_path / start
    done = notelint(command, *ONLY)
    assert done.err == ""
    assert ("1 finding" if command == "check" else "1 known finding") in done.out


def test_without_paths_and_without_content_the_call_is_wrong(
    tmp_path: Path, notelint: Notelint
) -> None:
    said = "notelint: content: no such folder; say which notes to check\n"
    (tmp_path / ".git").mkdir()
    assert notelint("check") == (2, "", said)
    write_site(tmp_path, {"static/x.txt": ""})
    assert notelint("check") == (2, "", said)
    missing = notelint("check", "--site", "nada")
    assert (missing.code, missing.err) == (2, "notelint: nada: no such folder\n")


@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 1), ("info", 1)])
def test_the_fail_level_decides(tmp_path: Path, notelint: Notelint, level: str, code: int) -> None:
    write_site(tmp_path, {"a.md": DEEP})
    assert notelint("check", *ONLY, "--fail-level", level).code == code


def test_the_configuration_may_set_level_and_fail_level(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"a.md": DEEP})
    config = 'fail-level = "error"\n[rules.heading-increment]\nlevel = "error"\n'
    write(tmp_path / "other.toml", config)
    done = notelint("check", *ONLY, "--config", "other.toml", "--format", "json")
    assert done.code == 1
    assert done.findings[0]["level"] == "error"


def test_statistics(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"a.md": DEEP, "b.md": DEEP})
    done = notelint("check", *ONLY, "--statistics")
    assert "     2  heading-increment  A heading skips a level\n" in done.out


def test_standard_input(
    tmp_path: Path, notelint: Notelint, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(tmp_path, {"a.md": CLEAN})
    for name in ("a.md", "new.md"):
        stdin = io.TextIOWrapper(io.BytesIO(DEEP.encode()))
        monkeypatch.setattr(sys, "stdin", stdin)
        path = f"content/{name}"
        done = notelint("check", "-", "--stdin-filename", path, *ONLY, "--format", "json")
        assert [(each["path"], each["line"]) for each in done.findings] == [(path, 7)]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_many_notes_in_several_processes(tmp_path: Path, notelint: Notelint, jobs: str) -> None:
    write_site(tmp_path, {f"n{number}.md": DEEP for number in range(230)})
    done = notelint("check", *ONLY, "--jobs", jobs, "--format", "json")
    names = [each["path"] for each in done.findings]
    assert len(names) == 230
    assert names == sorted(names)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["chek"], "no command is called “chek”: did you mean “check”?"),
        (["check", "--select", "speling"], "no rule is called “speling”: did you mean “spelling”?"),
        (["check", "--ignore", "spelling,x"], "no rule is called “x”"),
        (["check", "--format", "xml"], "invalid choice: 'xml'"),
        (["check", "--jobs", "-1"], "--jobs is 1 or more"),
        (["check", "--jobs", "many"], "invalid int value"),
        (["check", "--fixx"], "--fixx"),
        (["check", "nowhere/a.md"], "nowhere/a.md: no such file or folder"),
        (["check", "content/nowhere.md"], "content/nowhere.md: no such file or folder"),
        (["check", "contnet"], "contnet: no such file or folder"),
        (["check", "-"], "- needs --stdin-filename"),
        (["check", "--stdin-filename", "a.md"], "goes with the path -"),
        (["check", "--site", "nowhere"], "nowhere"),
        (["check", "--config", "nowhere.toml"], "nowhere.toml: the configuration cannot be read"),
        (["check", "--baseline", "nowhere.json"], "nowhere.json: the baseline cannot be read"),
        (["explain", "speling"], "did you mean “spelling”?"),
        (["translate", "--to", "en", "nowhere"], "nowhere: no such file or folder"),
        (["translate"], "--to"),
        (["words", "add", "duas  palavras"], "neither a word nor words"),
        (["init", "--site", "nowhere"], "nowhere: no such folder"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    tmp_path: Path, notelint: Notelint, arguments: list[str], message: str
) -> None:
    write_site(tmp_path, {"a.md": CLEAN})
    done = notelint(*arguments)
    assert done.code == 2
    assert message in done.err
    assert done.err.startswith("notelint: ")
    assert done.err.count("\n") == 1
    assert done.out == ""


def test_without_content_it_asks_for_a_path(notelint: Notelint) -> None:
    done = notelint("check")
    assert done.code == 2
    assert "content: no such folder" in done.err


def test_every_format_shows_one_place(tmp_path: Path, notelint: Notelint) -> None:
    text = "\ufeff---\r\ntitle: Nota\r\n---\r\n\r\n## 日本\r\n\r\n> #### Fundo\r\n"
    write_site(tmp_path, {"a.md": text})
    place = {"line": 7, "column": 3, "end_line": 7, "end_column": 7}
    found = notelint("check", *ONLY, "--format", "json").findings[0]
    assert {key: found[key] for key in place} == place
    shown = notelint("check", *ONLY).out
    assert "content/a.md:7:3: " in shown
    assert "    > #### Fundo\n      ^^^^\n" in shown
    github = notelint("check", *ONLY, "--format", "github").out
    assert "line=7,endLine=7,col=3,endColumn=7," in github
    sarif = json.loads(notelint("check", *ONLY, "--format", "sarif").out)
    result = sarif["runs"][0]["results"][0]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert [region[key] for key in ("startLine", "startColumn", "endLine", "endColumn")] == [
        7,
        3,
        7,
        7,
    ]


def test_a_site_may_have_rules_of_its_own(tmp_path: Path, notelint: Notelint) -> None:
    rule = """\
id: nao-diga
title: A word we do not use
check: existence
level: error
message: "we do not write “{text}”"
why: Because we agreed on it in our style guide.
options: {words: [outrossim], languages: [pt]}
"""
    write_site(tmp_path, {"rules/nao-diga.yaml": rule, "a.md": "Outrossim, `outrossim`.\n"})
    done = notelint("check", "--select", "nao-diga", "--format", "json")
    assert [(each["text"], each["column"]) for each in done.findings] == [("Outrossim", 1)]
    write(tmp_path / "rules" / "nao-diga.yaml", rule.replace("existence", "existense"))
    done = notelint("check")
    assert done.code == 2
    assert "names a check that does not exist: “existense”" in done.err


def test_markdown_that_is_no_page_is_checked_as_text(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"a.md": CLEAN, "content/b.md": CLEAN})
    readme = '# Leia\n\n#### Fundo\n\nUse `{{< x >}}` ou [isto]({{< relref "x" >}}).\n'
    write(tmp_path / "README.md", readme)
    write(tmp_path / "archetypes" / "default.md", "#### {{ .Name }}\n")
    done = notelint("check", "README.md", "content/a.md", "--format", "json")
    found = [(each["path"], each["rule"]) for each in done.findings]
    assert found == [("README.md", "heading-increment")]
    everything = notelint("check", ".", *ONLY)
    assert "2 notes checked" in everything.out


@pytest.mark.parametrize("path", ["content", "content/a.md", "notas/a.md", "."])
def test_a_content_folder_that_is_a_link(tmp_path: Path, notelint: Notelint, path: str) -> None:
    write_site(tmp_path, {})
    write(tmp_path / "notas" / "a.md", DEEP + '\nVeja [isto]({{< relref "b" >}}).\n')
    write(tmp_path / "notas" / "b.md", CLEAN)
    (tmp_path / "content").symlink_to("notas")
    done = notelint("check", path, "--select", "heading-increment,ref-missing", "--format", "json")
    assert [each["path"] for each in done.findings] == ["content/a.md"]


def test_a_file_that_is_no_note_is_passed_over(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"a.md": DEEP, "a.png": b"x"})
    assert notelint("check", "content/a.png", *ONLY).out.startswith("All is well: 0 notes")


@pytest.mark.parametrize(
    ("terminal", "variables", "coloured"),
    [
        (True, {}, True),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"TERM": "dumb"}, False),
        (False, {}, False),
    ],
)
def test_colour_only_on_a_terminal(
    tmp_path: Path, terminal: bool, variables: dict[str, str], coloured: bool
) -> None:
    write_site(tmp_path, {"a.md": DEEP})
    command = [sys.executable, "-m", "notelint", "check", *ONLY]
    reader, writer = pty.openpty() if terminal else os.pipe()
    plain = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    environment = {**plain, "TERM": "xterm", **variables}
    subprocess.run(command, cwd=tmp_path, stdout=writer, env=environment, check=False)
    shown = os.read(reader, 10_000).decode()
    os.close(writer)
    os.close(reader)
    assert "1 finding" in shown
    assert ("\x1b[" in shown) == coloured


def test_only_notes_that_the_mounts_take_are_of_the_site(
    tmp_path: Path, notelint: Notelint
) -> None:
    mount = '[[module.mounts]]\nsource = "{}"\ntarget = "content{}"\nfiles = [{}]\n'
    config = mount.format("docs", "", '"! rascunhos/**"') + mount.format("LEIA.md", "/leia.md", "")
    write(tmp_path / "hugo.toml", config)
    for name in ("docs/a.md", "docs/rascunhos/b.md", "LEIA.md"):
        write(tmp_path / name, DEEP)
    done = notelint("check", *ONLY, "--format", "json", ".")
    assert [one["path"] for one in done.findings] == ["LEIA.md", "docs/a.md"]
