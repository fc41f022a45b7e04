"""A run that is killed: nothing half-written, and the next run ends where an unbroken one would."""

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

LOGGING = Path(__file__).parents[1] / "fixtures" / "logging_engine.py"
CONFIGURATION = 'baseURL = "https://example.org/"\ndefaultContentLanguage = "pt"\n[languages.pt]\n[languages.en]\n'


def note(number: int) -> str:
    words = " ".join(f"palavra{number} número{index}" for index in range(12))
    other = (number * 7 + 1) % 20
    return (
        f"---\ntitle: Nota {number}\n---\n\n## Seção {number}\n\nUma frase com {words}. **Outra** frase "
        f"{number}.\n\n- [item](/n{other}/#seção-{other})\n- [outro](#seção-{number})\n"
    )


def command(site: Path, wait: float) -> list[str]:
    engine = f"command:{sys.executable} {LOGGING} {site.parent / 'asked.log'} {wait}"
    arguments = ["translate", "--to", "en", "--site", str(site), "--jobs", "2", "--engine", engine]
    return [sys.executable, "-m", "notelint", *arguments]


def content(site: Path) -> dict[str, bytes]:
    """Everything that git would see."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and "cache" not in path.parts
    }


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("unbroken") / "site"
    (site / "content").mkdir(parents=True)
    (site / "hugo.toml").write_text(CONFIGURATION)
    for number in range(20):
        (site / "content" / f"n{number}.md").write_text(note(number))
    shutil.copytree(site, site.parent / "source")
    result = subprocess.run(command(site, 0), capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return site


@pytest.mark.parametrize("seed", range(4))
def test_killed_and_run_again(unbroken: Path, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    site = tmp_path / "site"
    shutil.copytree(unbroken.parent / "source", site)
    expected = content(unbroken)
    for _ in range(3):
        process = subprocess.Popen(
            command(site, 0.05), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(chance.uniform(0.3, 1.6))
        process.kill()
        process.wait()
        for path in (site / "content").glob("[!.]*.en.md"):
            text = path.read_text()
            assert text.count("\n") == expected[f"content/{path.name}"].decode().count("\n")
            assert text.endswith("\n")
    result = subprocess.run(command(site, 0), capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    assert content(site) == expected
