"""Kill `notelint translate` many times at random and see that nothing is lost and nothing half-written.

    python benchmarks/kill_translation.py [FOLDER] [--kills N] [--seed N]

The notes below FOLDER (a content folder in Portuguese) are translated by the offline engine: once
unbroken, then, in copies of the site, again and again with a kill -9 after 0.3 to 4 seconds. After
each kill every page of the edition must be whole; when a run gets through, pages and memory must be
those of the unbroken run, and a new copy is begun, until N runs have been killed.
"""

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from notelint.files import walk_notes

CONFIGURATION = """
baseURL = "https://example.org/"
defaultContentLanguage = "pt"
[languages.pt]
[languages.en]
"""


def site_of(folder: Path, place: Path) -> Path:
    """A site with 50 of the notes at `place`."""
    notes = [note for note in walk_notes(folder) if not note.name.endswith(".en.md")][:50]
    for note in notes:
        target = place / "content" / note.relative_to(folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(note, target)
    for number in range(50 - len(notes)):
        shutil.copyfile(notes[number], place / "content" / f"copia-{number}.md")
    (place / "hugo.toml").write_text(CONFIGURATION)
    return place


def start(site: Path) -> "subprocess.Popen[str]":
    """A run of notelint on the site."""
    command = [sys.executable, "-m", "notelint", "translate", "--to", "en", "--site", str(site)]
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def state(site: Path) -> dict[str, bytes]:
    """Everything that git would see."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and "cache" not in path.parts
    }


def half_written(site: Path, expected: dict[str, bytes]) -> list[str]:
    """Pages of the edition with another number of lines than they will have, or that end early."""
    faults = []
    for path in site.rglob("[!.]*.en.md"):
        name, data = path.relative_to(site).as_posix(), path.read_bytes()
        if data.count(b"\n") != expected[name].count(b"\n") or data[-1:] != expected[name][-1:]:
            faults.append(name)
    return faults


def main() -> None:
    """Kill, look, and say what was seen."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path("content"))
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        unbroken = site_of(options.folder, Path(folder) / "unbroken")
        output, _ = start(unbroken).communicate()
        print(output.splitlines()[-1])
        expected = state(unbroken)
        kills = finished = 0
        site: Path | None = None
        while kills < options.kills or site is not None:
            site = site or site_of(options.folder, Path(folder) / f"site-{finished}")
            process = start(site)
            try:
                limit = chance.uniform(0.3, 4) if kills < options.kills else None
                output, _ = process.communicate(timeout=limit)
            except subprocess.TimeoutExpired:
                process.kill()
                process.communicate()
                kills += 1
                assert half_written(site, expected) == []
                continue
            found = state(site)
            differing = [name for name in expected if found.get(name) != expected[name]]
            assert (differing, len(found)) == ([], len(expected)), (differing[:5], output[-2000:])
            finished += 1
            site = None
            time.sleep(0)
    print(f"{kills} runs killed; {finished} sites finished, all as the unbroken one; no half page")


if __name__ == "__main__":
    main()
