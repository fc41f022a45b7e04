"""A translation that has nothing to do is answered at once, and only while nothing has changed."""

import subprocess
import sys
from pathlib import Path

from tests.small_site import write_site

HUGO = 'defaultContentLanguage = "pt"\n[languages.pt]\n[languages.en]\n'
NOTE = "---\ntitle: Filas\n---\n\nUma fila guarda mensagens.\n"


def translate(site: Path, *options: str) -> tuple[int, str]:
    call = [sys.executable, "-m", "notelint", "translate", "--to", "en", "--engine", "pseudo"]
    done = subprocess.run([*call, *options], cwd=site, capture_output=True, text=True, check=False)
    assert not done.stderr
    return done.returncode, done.stdout


def test_nothing_to_do_is_said_at_once_while_nothing_changes(tmp_path: Path) -> None:
    site = write_site(tmp_path, {"a.md": NOTE, "hugo.toml": HUGO})
    runs = site / ".notelint" / "cache" / "runs"
    assert "1 written" in translate(site)[1]
    assert not runs.exists(), "a run that wrote something is not remembered"
    code, said = translate(site)
    assert (code, "1 current" in said) == (0, True)
    assert len(list(runs.iterdir())) == 1
    page = site / "content" / "a.en.md"
    before = page.stat()
    assert translate(site) == (0, said), "the same words, seconds and all: they were remembered"
    assert page.stat() == before
    page.write_text(page.read_text().replace("⟦", "«"))
    assert translate(site)[1] != said, "a person's edit is seen"
    note = site / "content" / "a.md"
    note.write_text(NOTE + "\nMais uma frase.\n")
    assert "1 stale" in translate(site, "--check")[1]
    assert "1 written" in translate(site)[1]
    (site / "rules" / "data").mkdir(parents=True)
    translate(site)
    (site / "rules" / "data" / "terms.pt-en.yaml").write_text("terms: {}\n")
    call = [sys.executable, "-m", "notelint", "translate", "--to", "en"]
    done = subprocess.run(call, cwd=site, capture_output=True, text=True, check=False)
    assert done.returncode == 2, "a glossary that cannot be read is seen"
