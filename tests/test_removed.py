"""Files that are removed or renamed: the notes that they leave broken are reported."""

import subprocess
from pathlib import Path

import pytest

from tests.commands import Notelint
from tests.small_site import write_site

HEAD = "---\ntitle: Nota\ndate: 2026-01-01\n---\n\n"


def git(folder: Path, *arguments: str) -> None:
    settings = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(
        tmp_path,
        {
            "velha.md": HEAD,
            "outra.md": f"{HEAD}## Um\n\n#### Fundo\n",
            "leva.md": f'{HEAD}## Um\n\nVeja [isto]({{{{< relref "velha" >}}}}).\n\n#### Fundo\n',
            "pacote/index.md": f"{HEAD}![Um desenho](desenho.png)\n",
            "pacote/desenho.png": b"x",
        },
    )


def found(notelint: Notelint, *arguments: str) -> list[tuple[str, str]]:
    done = notelint("check", *arguments, "--format", "json")
    return [(each["path"], each["rule"]) for each in done.findings]


def test_a_removed_note_that_is_named(site: Path, notelint: Notelint) -> None:
    (site / "content" / "velha.md").unlink()
    assert found(notelint, "content/velha.md") == [("content/leva.md", "ref-missing")]


def test_a_removed_picture_that_is_named(site: Path, notelint: Notelint) -> None:
    (site / "content" / "pacote" / "desenho.png").unlink()
    expected = [("content/pacote/index.md", "image-missing")]
    assert found(notelint, "content/pacote/desenho.png") == expected


def test_what_git_is_about_to_remove(site: Path, notelint: Notelint) -> None:
    git(site, "init", "--quiet")
    git(site, "add", ".")
    git(site, "commit", "--quiet", "--message", "a")
    assert ("content/leva.md", "ref-missing") not in found(notelint, "content/outra.md")
    git(site, "mv", "content/velha.md", "content/nova.md")
    assert found(notelint, "content/nova.md") == [("content/leva.md", "ref-missing")]
    git(site, "commit", "--quiet", "--message", "b")
    assert found(notelint, "content/nova.md") == []


def test_a_note_removed_that_nobody_led_to(site: Path, notelint: Notelint) -> None:
    git(site, "init", "--quiet")
    git(site, "add", ".")
    git(site, "commit", "--quiet", "--message", "a")
    (site / "content" / "outra.md").unlink()
    assert found(notelint, "content/outra.md") == []
