"""The hook, with the real pre-commit and a real install of this repository."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.small_site import write, write_site

ROOT = Path(__file__).parent.parent
GOOD = "---\ntitle: Guia\ndate: 2026-01-10\n---\n\n## Uso\n\nLeia o texto.\n"
BROKEN = GOOD.replace("Leia o texto.", 'Veja o [guia]({{< relref "gui" >}}).')
MENDED = GOOD.replace("Leia o texto.", 'Veja o [guia]({{< relref "guia" >}}).')


class Repository:
    """A git repository with a Hugo site in it."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        self.environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("GIT_")},
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "PRE_COMMIT_HOME": str(home),
            "GIT_CONFIG_GLOBAL": str(home / "gitconfig"),
        }
        for name in ("VIRTUAL_ENV", "PYTHONPATH"):
            self.environment.pop(name, None)
        write(home / "gitconfig", "[user]\n\tname = a\n\temail = a@example.org\n")

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            list(map(str, command)),
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def commit(self, message: str) -> subprocess.CompletedProcess[str]:
        self.run("git", "add", "--all")
        return self.run("git", "commit", "--message", message)


def snapshot(folder: Path) -> str:
    """This repository as it is now, committed in a repository of its own; its commit."""
    names = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file() and not name.startswith(("tests/", "content/", "benchmarks/")):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    commands = [
        "git init --quiet",
        "git add --all",
        "git -c user.name=a -c user.email=a@example.org commit --quiet -m snapshot",
    ]
    for command in commands:
        subprocess.run(command.split(), cwd=folder, check=True, capture_output=True)
    done = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    source = tmp_path_factory.mktemp("notelint")
    commit = snapshot(source)
    site = write_site(tmp_path_factory.mktemp("site"), {"guia.md": GOOD})
    hooks = f"repos:\n- repo: {source}\n  rev: {commit}\n  hooks:\n  - id: notelint\n"
    hooks += "  - id: notelint-edition\n    stages: [manual]\n"
    write(site / ".pre-commit-config.yaml", hooks)
    made = Repository(site, tmp_path_factory.mktemp("home"))
    made.run("git", "init", "--quiet")
    installed = made.run("pre-commit", "install", "--install-hooks")
    assert installed.returncode == 0, installed.stdout + installed.stderr
    first = made.commit("first")
    assert first.returncode == 0, first.stdout + first.stderr
    return made


@pytest.mark.slow
def test_a_broken_note_is_refused_and_a_mended_one_taken(repository: Repository) -> None:
    write(repository.folder / "content" / "nota.md", BROKEN)
    refused = repository.commit("broken")
    said = refused.stdout + refused.stderr
    assert refused.returncode == 1, said
    assert "content/nota.md:8:27: error: no page “gui”" in said
    assert "[ref-missing]" in said
    write(repository.folder / "content" / "nota.md", MENDED)
    taken = repository.commit("mended")
    assert taken.returncode == 0, taken.stdout + taken.stderr


@pytest.mark.slow
def test_a_rename_that_breaks_another_note_is_refused(repository: Repository) -> None:
    write(repository.folder / "content" / "leva.md", MENDED)
    assert repository.commit("leads there").returncode == 0
    repository.run("git", "mv", "content/guia.md", "content/manual.md")
    refused = repository.commit("renamed")
    assert refused.returncode == 1
    assert "content/leva.md:8:27: error" in refused.stdout + refused.stderr
    repository.run("git", "mv", "content/manual.md", "content/guia.md")


@pytest.mark.slow
def test_an_edition_that_is_missing_or_out_of_date_is_refused(repository: Repository) -> None:
    """By hand here, so that the other tests need no edition."""
    hook = ("pre-commit", "run", "notelint-edition", "--hook-stage", "manual", "--all-files")
    translate = (sys.executable, "-m", "notelint", "translate", "--to", "en", "--engine", "pseudo")
    refused = repository.run(*hook)
    assert refused.returncode == 1
    assert "missing   content/guia.en.md" in refused.stdout
    assert "notelint translate --to en" in refused.stdout
    done = repository.run(*translate)
    assert done.returncode == 0, done.stdout + done.stderr
    repository.run("git", "add", "--all")
    assert repository.run(*hook).returncode == 0
    guide = repository.folder / "content" / "guia.md"
    guide.write_text(guide.read_text().replace("Leia o texto.", "Leia tudo."))
    refused = repository.run(*hook)
    assert refused.returncode == 1
    assert "stale     content/guia.en.md" in refused.stdout


@pytest.mark.parametrize(
    ("command", "file"),
    [
        ("validate-config", ".pre-commit-config.yaml"),
        ("validate-manifest", ".pre-commit-hooks.yaml"),
    ],
)
def test_our_own_files_are_what_pre_commit_expects(command: str, file: str) -> None:
    pre_commit = [sys.executable, "-m", "pre_commit", command, str(ROOT / file)]
    done = subprocess.run(pre_commit, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
