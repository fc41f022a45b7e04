"""The small commands: rules, explain, words, engines, help, version."""

import subprocess
import sys
from pathlib import Path

import pytest

import notelint as package
from notelint.cli import command_names
from notelint.rule_files import load_rules
from tests.commands import Notelint
from tests.small_site import write, write_site

ROOT = Path(__file__).parent.parent


def test_every_rule_is_listed_and_explained(notelint: Notelint) -> None:
    listed = notelint("rules").out
    for rule_id, rule in load_rules().items():
        assert f"\n{rule_id} " in f"\n{listed}"
        page = notelint("explain", rule_id).out
        assert page.startswith(f"## {rule_id}\n\n{rule.title}.\n")
        assert rule.why in page
        assert page.count("markdown\n") == len(rule.bad) + len(rule.good)


def test_rules_of_the_site_are_listed(tmp_path: Path, notelint: Notelint) -> None:
    text = "id: minha\ntitle: Minha\ncheck: file\nlevel: info\nmessage: a\nwhy: b\nenabled: false\n"
    write(tmp_path / "rules" / "minha.yaml", text)
    assert "minha " in notelint("rules").out
    assert "off " in next(row for row in notelint("rules").out.splitlines() if "Minha" in row)


def test_every_engine_is_listed(notelint: Notelint) -> None:
    listed = notelint("engines").out.splitlines()
    names = [path.stem for path in (ROOT / "notelint" / "engines").glob("[a-z]*.py")]
    assert [row.split()[0] for row in listed] == sorted(names)


@pytest.mark.parametrize("name", command_names())
def test_every_command_says_what_it_is_for(name: str, notelint: Notelint) -> None:
    assert f"  {name} " in notelint("--help").out
    command = [sys.executable, "-m", "notelint", name, "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.startswith(f"usage: notelint {name} ")


def test_no_command_is_help(notelint: Notelint) -> None:
    assert notelint() == notelint("--help")
    assert notelint().code == 0


def test_version(notelint: Notelint) -> None:
    assert notelint("--version").out == f"notelint {package.__version__}\n"
    command = [sys.executable, "-m", "notelint", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == f"notelint {package.__version__}\n"
    assert f'version = "{package.__version__}"' in (ROOT / "pyproject.toml").read_text("utf-8")


def test_words_are_added_sorted(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"a.md": "Os sitemas de automatição.\n"})
    file = tmp_path / "rules" / "data" / "words.pt.txt"
    write(file, "# nossas palavras\n\nnotelintar\n")
    found = notelint("check", "--select", "spelling", "--format", "json").findings
    assert [each["text"] for each in found] == ["sitemas", "automatição"]
    done = notelint("words", "add", "sitemas", "automatição", "notelintar")
    assert done.out == "rules/data/words.pt.txt: 2 added, 1 known\n"
    lines = "# nossas palavras\n\nautomatição\nnotelintar\nsitemas\n"
    assert file.read_text("utf-8") == lines
    assert notelint("check", "--select", "spelling").code == 0


def test_words_of_another_language(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"a.md": ""})
    done = notelint("words", "add", "frobnicate", "--language", "en-US")
    assert done.out == "rules/data/words.en.txt: 1 added, 0 known\n"


def test_the_public_api(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_site(tmp_path, {"a.md": "---\ntitle: Nota\n---\n\n#### Fundo\n"})
    monkeypatch.chdir(tmp_path)
    found = package.check(["content"], select=["heading-increment"])
    assert [(each.path, each.rule, each.span) for each in found] == [
        ("content/a.md", "heading-increment", package.Span(21, 25))
    ]
    assert isinstance(found[0], package.Diagnostic)
    note = package.read("content/a.md")
    assert isinstance(note, package.Note)
    assert [heading.text for heading in note.headings] == ["Fundo"]
    with pytest.raises(package.NotelintError):
        package.check(["nowhere/a.md"])
    with pytest.raises(AttributeError):
        package.nothing  # noqa: B018
    assert set(package.__all__) >= {"check", "translate", "read", "Diagnostic"}
    for name in package.__all__:
        assert getattr(package, name) is not None


def test_a_reader_that_stops_reading(tmp_path: Path) -> None:
    note = "---\ntitle: Nota\n---\n\n" + "## Um\n\n#### Fundo\n\n" * 3000
    write_site(tmp_path, {"a.md": note})
    command = f"{sys.executable} -m notelint check --select heading-increment | head -1"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith("content/a.md:7:1: warning")
    assert done.stderr == ""
    assert done.returncode == 1


def test_rules_of_the_site_around_are_known(tmp_path: Path, notelint: Notelint) -> None:
    text = "id: minha\ntitle: Minha\ncheck: file\nlevel: info\nmessage: a\nwhy: b\n"
    write_site(tmp_path, {"rules/minha.yaml": text, "posts/a.md": ""})
    notelint.folder = tmp_path / "content" / "posts"
    assert "minha " in notelint("rules").out
    assert notelint("explain", "minha").out.startswith("## minha\n")
    missing = notelint("explain", "minha", "--site", "nada")
    assert (missing.code, missing.err) == (2, "notelint: nada: no such folder\n")


def test_a_rule_that_looks_like_none_is_looked_up_in_the_list(notelint: Notelint) -> None:
    done = notelint("explain", "qqq")
    assert (done.code, done.err) == (
        2,
        "notelint: no rule is called “qqq”; `notelint rules` lists them\n",
    )
