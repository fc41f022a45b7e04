"""What is compared: nothing changed, one note changed, and everything from the beginning."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers import Peers
from benchmarks.processes import Command
from benchmarks.sites import BenchSite

WARM, ONE, COLD = "nothing changed", "one note changed", "cold"
_SENTENCE = "\n\nMais uma frase, da rodada {}, para que a nota não seja a mesma.\n"


@dataclass(frozen=True, slots=True)
class Case:
    """Calls that do the same work; `warm_up` rounds are run before any counts."""

    name: str
    contestants: dict[str, Command]
    clean_up: Callable[[], None] = lambda: None


def cases(site: BenchSite, notelint: Path, peers: Peers) -> list[Case]:
    """All cases for a site, with the peers that are there."""
    return [_warm(site, notelint, peers), _one(site, notelint, peers), _cold(site, notelint, peers)]


def _warm(site: BenchSite, notelint: Path, peers: Peers) -> Case:
    found = {"notelint": Command((str(notelint), "check", site.content), site.root)}
    if "rumdl" in peers:
        call = (str(peers.programs["rumdl"]), "check", site.content)
        found["rumdl, its cache"] = Command(call, site.root)
    return Case(WARM, found)


def _one(site: BenchSite, notelint: Path, peers: Peers) -> Case:
    """As the hook is called: with the note that changed. Each round changes another one."""
    changed: dict[Path, bytes] = {}
    notes = [note for note in site.notes if note.name != "_index.md"]

    def change(round_number: int) -> tuple[str, ...]:
        note = notes[(round_number * 7919 + 13) % len(notes)]
        changed.setdefault(note, note.read_bytes())
        note.write_bytes(changed[note] + _SENTENCE.format(round_number).encode())
        return (str(note.relative_to(site.root)),)

    def restore() -> None:
        for note, content in changed.items():
            note.write_bytes(content)

    found = {"notelint": Command((str(notelint), "check"), site.root, change)}
    if "rumdl" in peers:
        call = (str(peers.programs["rumdl"]), "check", "--no-cache")
        found["rumdl, all notes"] = Command((*call, site.content), site.root)
        found["rumdl, that note"] = Command(call, site.root, change)
    return Case(ONE, found, restore)


def _cold(site: BenchSite, notelint: Path, peers: Peers) -> Case:
    out = site.root.parent / "public"

    def program(name: str) -> str:
        return str(peers.programs[name])

    def empty(_: int) -> tuple[str, ...]:
        shutil.rmtree(out, ignore_errors=True)
        return ()

    pattern = f"{site.content}/**/*.md"
    found = {"notelint": Command((str(notelint), "check", "--no-cache", site.content), site.root)}
    calls: dict[str, tuple[str, ...]] = {
        "rumdl": ("check", "--no-cache", site.content),
        "hugo": ("--source", ".", "--destination", str(out), "--noBuildLock", "--quiet"),
        "cspell": ("lint", "--no-progress", "--no-cache", "-c", str(cspell_settings(peers))),
        "typos": (site.content,),
        "markdownlint-cli2": (pattern,),
        "lychee": ("--offline", "--no-progress", site.content),
    }
    calls["cspell"] += (pattern,)
    for name, call in calls.items():
        if name in peers and (name != "hugo" or (site.root / "layouts").is_dir()):
            before = empty if name == "hugo" else None
            found[name] = Command((program(name), *call), site.root, before)
    return Case(COLD, found, lambda: shutil.rmtree(out, ignore_errors=True))


def cspell_settings(peers: Peers) -> Path:
    """A configuration of cspell for Portuguese notes full of English."""
    path = peers.folder / "cspell.json"
    words = peers.folder / "node" / "node_modules" / "@cspell" / "dict-pt-br" / "cspell-ext.json"
    path.write_text(
        f'{{"version": "0.2", "language": "en,pt-BR", "import": ["{words.as_posix()}"]}}\n',
        encoding="utf-8",
    )
    return path
