"""Suppressions: what they silence, where they end, and what is said of idle ones."""

from pathlib import Path

import pytest

from tests.commands import Notelint
from tests.small_site import write_site

HEAD = "---\ntitle: Nota\n---\n\n## Um\n\n"
RULE = "heading-increment"
OFF, ON = f"<!-- notelint-disable {RULE} -->", f"<!-- notelint-enable {RULE} -->"


def rules_at(notelint: Notelint, folder: Path, text: str) -> list[tuple[str, int, str]]:
    write_site(folder, {"a.md": text})
    chosen = f"{RULE},suppression-unused,suppression-unknown,file-unreadable"
    done = notelint("check", "--select", chosen, "--format", "json")
    return [(each["rule"], each["line"], each["text"]) for each in done.findings]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}<!-- notelint-disable-next-line {RULE}: the book has it so -->\n#### Fundo\n",
        f"{HEAD}<!-- notelint-disable-next-line {RULE} -->\n\n#### Fundo\n",
        f"{HEAD}<!--notelint-disable-next-line file-unreadable,{RULE}-->\n#### Fundo\n",
        f"{HEAD}<!-- notelint-disable-next-line {RULE}: a > b -- c -->\n#### Fundo\n",
        f"{HEAD}<!-- notelint-disable-next-line -->\n#### Fundo\n",
        f"{HEAD}<!-- notelint-disable {RULE} -->\n\n#### Fundo\n",
        f"{HEAD}<!-- notelint-disable -->\n\n#### Fundo\n",
        f"{HEAD}{OFF}\n\n#### Fundo\n\n{ON}\n",
        f"{HEAD}<!-- notelint-disable {RULE} -->\n\n#### Fundo\n\n<!-- notelint-enable -->\n",
        f"{HEAD}#### Fundo\n\n<!-- notelint-disable-file {RULE} -->\n",
        f"---\ntitle: Nota\nnotelint: {{disable: [{RULE}]}}\n---\n\n## Um\n\n#### Fundo\n",
        f"---\ntitle: Nota\nnotelint:\n  disable:\n    - {RULE}\n---\n\n## Um\n\n#### Fundo\n",
        f'+++\ntitle = "Nota"\n[notelint]\ndisable = ["{RULE}"]\n+++\n\n## Um\n\n#### Fundo\n',
        f"{HEAD}Texto <!-- notelint-disable-next-line {RULE} --> aqui.\n#### Fundo\n",
        f"{HEAD}> <!-- notelint-disable-next-line {RULE} -->\n> #### Fundo\n",
        f"{HEAD}#### Fundo <!-- notelint-disable-line {RULE}: as in the book -->\n",
        f"{HEAD}#### Fundo <!-- notelint-disable-line -->\r\n\r\nTexto.\r\n",
        f"{HEAD}> <!-- notelint-disable-next-line {RULE} -->\r\n>\r\n> #### Fundo\r\n",
    ],
)
def test_silenced(tmp_path: Path, notelint: Notelint, text: str) -> None:
    found = rules_at(notelint, tmp_path, text)
    assert [each for each in found if each[0] == RULE] == []
    assert [each for each in found if each[2] != "file-unreadable"] == []


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}`<!-- notelint-disable-next-line {RULE} -->`\n\n#### Fundo\n",
        f"{HEAD}```\n<!-- notelint-disable {RULE} -->\n```\n\n#### Fundo\n",
        f"{HEAD}    <!-- notelint-disable {RULE} -->\n\n#### Fundo\n",
        f"{HEAD}<!-- notelint disable {RULE} -->\n\n#### Fundo\n",
        f"{HEAD}{OFF}\n\n{ON}\n\n#### Fundo\n",
        f"{HEAD}<!-- notelint-disable-next-line {RULE} -->\nTexto.\n\n#### Fundo\n",
        f"{HEAD}#### Fundo\n\n<!-- notelint-disable {RULE} -->\n",
        f"{HEAD}#### Fundo\n<!-- notelint-disable-line {RULE} -->\n",
    ],
)
def test_not_silenced(tmp_path: Path, notelint: Notelint, text: str) -> None:
    assert RULE in [each[0] for each in rules_at(notelint, tmp_path, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{HEAD}<!-- notelint-disable-next-line {RULE} -->\nTexto.\n",
            [("suppression-unused", 7, RULE)],
        ),
        (
            f"{HEAD}<!-- notelint-disable-next-line -->\nTexto.\n",
            [("suppression-unused", 7, "<!-- notelint-disable-next-line -->")],
        ),
        (
            f"{HEAD}<!-- notelint-disable-next-line spelling -->\nTexto.\n",
            [],  # spelling was not asked, so nothing can be said
        ),
        (
            f"{HEAD}<!-- notelint-disable-next-line {RULE}s -->\nTexto.\n",
            [("suppression-unknown", 7, f"{RULE}s")],
        ),
        (
            f"{HEAD}<!-- notelint-disabled {RULE} -->\nTexto <!-- notelint-words: a, b -->.\n",
            [("suppression-unknown", 7, "disabled")],
        ),
        (
            f"---\ntitle: Nota\nnotelint: {{disable: [{RULE}]}}\n---\n\n## Um\n",
            [("suppression-unused", 3, RULE)],
        ),
        (
            "---\ntitle: Nota\nnotelint: {disable: true}\n---\n\n## Um\n",
            [("suppression-unknown", 3, "true")],
        ),
        (
            f"{HEAD}{OFF}\n\n#### Fundo\n\n{ON}\n\n## Dois\n\n<!-- notelint-disable {RULE} -->\n",
            [("suppression-unused", 15, RULE)],
        ),
    ],
)
def test_idle_and_unknown_ones_are_reported(
    tmp_path: Path, notelint: Notelint, text: str, expected: list[tuple[str, int, str]]
) -> None:
    assert rules_at(notelint, tmp_path, text) == expected


def test_the_nearest_rule_is_offered(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"a.md": f"{HEAD}<!-- notelint-disable {RULE}s -->\n\n#### Fundo\n"})
    chosen = f"{RULE},suppression-unknown"
    found = notelint("check", "--select", chosen, "--format", "json").findings
    assert found[0]["suggestions"] == [RULE]
    assert notelint("check", "--select", chosen, "--unsafe-fixes").code == 0
    text = (tmp_path / "content" / "a.md").read_text("utf-8")
    assert f"<!-- notelint-disable {RULE} -->" in text


def test_a_slip_below_notelint_in_front_matter_is_reported(
    tmp_path: Path, notelint: Notelint
) -> None:
    write_site(tmp_path, {"a.md": f"---\ntitle: a\nnotelint: {{disabel: [{RULE}]}}\n---\n"})
    found = notelint("check", "--select", "front-matter-unknown", "--format", "json").findings
    assert [(each["text"], each["suggestions"]) for each in found] == [("disabel", ["disable"])]
