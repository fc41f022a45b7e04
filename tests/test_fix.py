"""Fixes: which are made, that nothing else changes, and that none makes things worse."""

from pathlib import Path

import pytest

from tests.commands import Notelint
from tests.small_site import write, write_site

HEAD = "---\ntitle: Nota\n---\n\n"
SWAP = """\
id: {id}
title: A word to be written otherwise
check: substitution
level: warning
fixable: {fixable}
message: "“{{text}}” is “{{right}}”"
why: Because the style guide of this site asks for it.
options: {{swap: {{{wrong}: "{right}"}}, ignore_case: false}}
"""


def swap_rule(id: str, wrong: str, right: str, fixable: str = "safe") -> str:  # noqa: A002
    return SWAP.format(id=id, wrong=wrong, right=right, fixable=fixable)


def site(folder: Path, text: str | bytes, **rules: str) -> Path:
    files: dict[str, str | bytes] = {f"rules/{name}.yaml": rule for name, rule in rules.items()}
    write_site(folder, {**files, "a.md": text})
    return folder / "content" / "a.md"


def test_fix_applies_what_is_certain_and_no_guess(tmp_path: Path, notelint: Notelint) -> None:
    file = site(
        tmp_path,
        f"{HEAD}## Um\n\n#### Veja errado\n",
        certo=swap_rule("certo", "errado", "certo"),
    )
    chosen = ("--select", "certo,heading-increment")
    done = notelint("check", "--fix", *chosen)
    assert file.read_text("utf-8") == f"{HEAD}## Um\n\n#### Veja certo\n"
    assert done.code == 1
    assert "1 finding (1 warning) in 1 file; 1 note checked, 1 fixed." in done.out
    assert notelint("check", "--unsafe-fixes", *chosen).code == 0
    assert file.read_text("utf-8") == f"{HEAD}## Um\n\n### Veja certo\n"


def test_diff_shows_and_changes_nothing(tmp_path: Path, notelint: Notelint) -> None:
    text = f"{HEAD}## Um\n\n#### Fundo"
    file = site(tmp_path, text)
    chosen = ("--select", "heading-increment")
    assert notelint("check", "--diff", *chosen).out == ""
    done = notelint("check", "--diff", "--unsafe-fixes", *chosen)
    assert done.out == (
        "--- a/content/a.md\n+++ b/content/a.md\n@@ -4,4 +4,4 @@\n \n ## Um\n \n"
        "-#### Fundo\n\\ No newline at end of file\n"
        "+### Fundo\n\\ No newline at end of file\n"
    )
    assert done.code == 1
    assert file.read_text("utf-8") == text


def test_everything_else_stays_byte_for_byte(tmp_path: Path, notelint: Notelint) -> None:
    before = b"\xef\xbb\xbf---\r\ntitle: Nota\r\n---\r\n\r\nUm\ttexto errado \n\r\n  fim\r\nsem fim"
    file = site(tmp_path, before, certo=swap_rule("certo", "errado", "certo"))
    file.chmod(0o640)
    assert notelint("check", "--fix", "--select", "certo").code == 0
    assert file.read_bytes() == before.replace(b"errado", b"certo")
    assert file.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in file.parent.iterdir()] == ["a.md"]


def test_fixes_that_overlap_are_made_one_after_the_other(
    tmp_path: Path, notelint: Notelint
) -> None:
    file = site(
        tmp_path,
        f"{HEAD}um dois três\n",
        a=swap_rule("a", "um dois", "1 dois"),
        b=swap_rule("b", "dois três", "2 3"),
    )
    assert notelint("check", "--fix", "--select", "a,b").code == 0
    assert file.read_text("utf-8") == f"{HEAD}1 2 3\n"


def test_a_fix_that_does_not_help_is_not_made(tmp_path: Path, notelint: Notelint) -> None:
    text = f"{HEAD}um texto\n"
    file = site(tmp_path, text, a=swap_rule("a", "um", "um um"))
    done = notelint("check", "--fix", "--select", "a")
    assert file.read_text("utf-8") == text
    assert done.code == 1
    assert "not mended, since it does not help: content/a.md: write “um um”" in done.err


def test_a_fix_that_makes_an_error_is_not_made(tmp_path: Path, notelint: Notelint) -> None:
    error = swap_rule("b", "certo", "ok").replace("level: warning", "level: error")
    text = f"{HEAD}um texto errado\n"
    file = site(tmp_path, text, a=swap_rule("a", "errado", "certo"), b=error)
    notelint("check", "--fix", "--select", "a,b", "--ignore", "b")
    assert "certo" in file.read_text("utf-8")
    file.write_text(text, "utf-8")
    done = notelint("check", "--fix", "--select", "a,b")
    assert file.read_text("utf-8") == text
    assert "does not help" in done.err


def test_two_rules_that_quarrel_come_to_an_end(tmp_path: Path, notelint: Notelint) -> None:
    site(
        tmp_path,
        f"{HEAD}branco\n",
        a=swap_rule("a", "branco", "preto"),
        b=swap_rule("b", "preto", "branco"),
    )
    assert notelint("check", "--fix", "--select", "a,b").code == 1


def test_a_file_that_is_not_utf8_is_never_written(tmp_path: Path, notelint: Notelint) -> None:
    before = HEAD.encode() + b"Instala\xe7\xe3o errado\n"
    file = site(tmp_path, before, certo=swap_rule("certo", "errado", "certo"))
    assert notelint("check", "--fix", "--select", "certo,file-unreadable").code == 1
    assert file.read_bytes() == before


def test_suppressed_findings_are_not_mended(tmp_path: Path, notelint: Notelint) -> None:
    text = f"{HEAD}<!-- notelint-disable certo: citação -->\n\num texto errado\n"
    file = site(tmp_path, text, certo=swap_rule("certo", "errado", "certo"))
    assert notelint("check", "--fix", "--select", "certo").code == 0
    assert file.read_text("utf-8") == text


@pytest.mark.parametrize("option", ["--fix", "--unsafe-fixes"])
def test_standard_input_is_not_mended(tmp_path: Path, notelint: Notelint, option: str) -> None:
    site(tmp_path, HEAD)
    done = notelint("check", "-", "--stdin-filename", "content/a.md", option)
    assert done.code == 2
    assert "--diff" in done.err


def test_a_link_stays_a_link(tmp_path: Path, notelint: Notelint) -> None:
    file = site(tmp_path, HEAD, certo=swap_rule("certo", "errado", "certo"))
    real = write(tmp_path / "elsewhere" / "real.md", f"{HEAD}errado\n")
    file.unlink()
    file.symlink_to(real)
    assert notelint("check", "--fix", "--select", "certo").code == 0
    assert file.is_symlink()
    assert real.read_text("utf-8") == f"{HEAD}certo\n"


def test_a_slip_for_a_key_that_is_there_already_is_not_mended(
    tmp_path: Path, notelint: Notelint
) -> None:
    """It would be written twice, and stop Hugo."""
    text = "---\ntitle: Nota\ntitel: x\nsummry: y\ndraft: yes\n---\n"
    file = site(tmp_path, text)
    done = notelint("check", "--unsafe-fixes", "--format", "json")
    assert file.read_text("utf-8") == "---\ntitle: Nota\ntitel: x\nsummary: y\ndraft: true\n---\n"
    assert [(each["text"], each["suggestions"]) for each in done.findings] == [("titel", [])]


def test_a_fix_leaves_no_graver_finding_in_its_place(tmp_path: Path, notelint: Notelint) -> None:
    """Also when other fixes of the note mend errors: its own is refused, and theirs are made."""
    rule = swap_rule("link", "guia", "[este](nada.md)")
    file = site(tmp_path, "---\ntitle: Git: a\n---\n\nVeja o guia.\n", link=rule)
    done = notelint("check", "--fix", "--select", "link,link-missing,front-matter-syntax")
    assert file.read_text("utf-8") == '---\ntitle: "Git: a"\n---\n\nVeja o guia.\n'
    assert "content/a.md: write “[este](nada.md)”" in done.err


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        (
            "+++\ntitle = 'a'\nnivel = \"facil\"\ntags = 'git, linux'\n+++\n",
            "+++\ntitle = 'a'\nnivel = \"fácil\"\ntags = ['git', 'linux']\n+++\n",
        ),
        (
            '{"title": "b", "nivel": "facil", "tags": "git, linux"}\n',
            '{"title": "b", "nivel": "fácil", "tags": ["git", "linux"]}\n',
        ),
        (
            "---\ntitle: c\nnivel: 'facil'\nvisto: 31/12/2024\n---\n",
            "---\ntitle: c\nnivel: 'fácil'\nvisto: 2024-12-31\n---\n",
        ),
    ],
)
def test_values_are_put_right_as_their_format_writes_them(
    tmp_path: Path, notelint: Notelint, text: str, fixed: str
) -> None:
    schema = "fields: {nivel: {type: text, values: [fácil, difícil]}, visto: {type: date}}\n"
    file = site(tmp_path, text)
    write(tmp_path / "rules" / "data" / "front-matter.yaml", schema)
    assert notelint("check", "--unsafe-fixes", "--select", "front-matter-type").code == 0
    assert file.read_text("utf-8") == fixed


def test_a_read_only_note_is_left_as_it_is(tmp_path: Path, notelint: Notelint) -> None:
    text = f"{HEAD}## Um\n\n#### Fundo\n"
    file = site(tmp_path, text)
    write(tmp_path / "content" / "b.md", text)
    file.chmod(0o444)
    done = notelint("check", "--unsafe-fixes", "--select", "heading-increment")
    said = "notelint: content/a.md: read-only, so nothing was mended; make it writable\n"
    assert (done.code, done.err) == (2, said)
    assert {each.read_text("utf-8") for each in file.parent.iterdir()} == {text}
    file.chmod(0o644)
    assert notelint("check", "--unsafe-fixes", "--select", "heading-increment").code == 0


def test_a_term_with_signs_is_written_as_in_other_notes(tmp_path: Path, notelint: Notelint) -> None:
    file = site(tmp_path, "---\ntitle: Nota\ntags: [c++, 'p&d', ci/cd]\n---\n")
    for name in ("b", "c"):
        write(tmp_path / "content" / f"{name}.md", "---\ntitle: b\ntags: [C++, P&D, CI/CD]\n---\n")
    assert notelint("check", "--unsafe-fixes", "--select", "term-variant").code == 0
    assert file.read_text("utf-8") == "---\ntitle: Nota\ntags: [C++, 'P&D', CI/CD]\n---\n"
