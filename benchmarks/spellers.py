"""What each spell-checker finds in a labelled text, as places; a checker is a call and its reader."""

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from benchmarks import hunspell_words
from benchmarks.cases import cspell_settings
from benchmarks.labelled import Labelled
from benchmarks.peers import Peers
from benchmarks.processes import Command, environment

_CSPELL = re.compile(r":(\d+):(\d+) - Unknown word \((.*?)\)")


class Finding(NamedTuple):
    """Line and column from 1 in code points, the text, and suggestions where there are any."""

    line: int
    column: int
    text: str
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Speller:
    """A tool with its options; `read` makes findings of what it prints about a text."""

    name: str
    command: Callable[[Labelled], Command]
    read: Callable[[str, Labelled], Iterator[Finding]]

    def findings(self, text: Labelled) -> list[Finding]:
        """Run it once."""
        command = self.command(text)
        done = subprocess.run(
            command.arguments,
            cwd=command.folder,
            env=environment(),
            capture_output=True,
            check=False,
        )
        return list(self.read(done.stdout.decode("utf-8", "replace"), text))


def spellers(notelint: Path, peers: Peers, languagetool: bool) -> list[Speller]:
    """notelint, alone and with LanguageTool where there is one, and the peers that are there."""
    found = [_notelint(notelint, "spelling,phrase", "notelint")]
    if languagetool:
        name = "notelint with LanguageTool"
        found.append(_notelint(notelint, "spelling,phrase,grammar", name, "--engine=languagetool"))
    if "cspell" in peers:
        settings = str(cspell_settings(peers))
        call = (str(peers.programs["cspell"]), "lint", "--no-progress", "--no-summary", "-c")
        found.append(_on_plain("cspell en,pt-BR", (*call, settings), _read_cspell))
    python = peers.folder / "python" / "bin" / "python"
    words = peers.folder / "node" / "node_modules"
    portuguese, english = words / "dictionary-pt" / "index", words / "dictionary-en" / "index"
    if python.exists() and portuguese.with_suffix(".dic").exists():
        for name, lists in (
            ("hunspell pt_BR", (portuguese,)),
            ("hunspell pt_BR or en_US", (portuguese, english)),
        ):
            found.append(_hunspell(name, python, lists))
    if "typos" in peers:
        report = (str(peers.programs["typos"]), "--format", "json")
        found.append(_on_plain("typos", report, _read_typos))
    if "aspell" in peers:
        found.append(_aspell(peers.programs["aspell"]))
    return found


def _notelint(program: Path, rules: str, name: str, *more: str) -> Speller:
    call = (str(program), "check", "--no-cache", "--format=json", f"--select={rules}", *more)

    def read(printed: str, _: Labelled) -> Iterator[Finding]:
        for each in json.loads(printed):
            suggestions = tuple(each["suggestions"])
            yield Finding(each["line"], each["column"], each["text"], suggestions)

    return Speller(name, lambda text: Command((*call, text.note.name), text.note.parent), read)


def _on_plain(
    name: str, call: tuple[str, ...], read: Callable[[str, Labelled], Iterator[Finding]]
) -> Speller:
    return Speller(name, lambda text: Command((*call, text.plain.name), text.plain.parent), read)


def _hunspell(name: str, python: Path, lists: tuple[Path, ...]) -> Speller:
    script = str(Path(hunspell_words.__file__).resolve())

    def command(text: Labelled) -> Command:
        call = (str(python), script, str(text.plain), *map(str, lists))
        return Command(call, text.plain.parent)

    return Speller(name, command, _read_places)


def _read_places(printed: str, _: Labelled) -> Iterator[Finding]:
    for row in printed.splitlines():
        line, column, word = row.split("\t")
        yield Finding(int(line), int(column), word)


def _read_cspell(printed: str, _: Labelled) -> Iterator[Finding]:
    for found in _CSPELL.finditer(printed):
        yield Finding(int(found[1]), int(found[2]), found[3])


def _read_typos(printed: str, text: Labelled) -> Iterator[Finding]:
    lines = text.plain.read_bytes().split(b"\n")
    for row in printed.splitlines():
        found = json.loads(row)
        if found.get("type") == "typo":
            number = found["line_num"]
            before = lines[number - 1][: found["byte_offset"]].decode("utf-8")
            yield Finding(number, len(before) + 1, found["typo"], tuple(found["corrections"]))


def _aspell(program: Path) -> Speller:
    """Wrong in Portuguese and in English; it names words, so every place of a word counts."""
    script = '"$0" --lang=pt_BR --encoding=utf-8 list < "$1" | "$0" --lang=en --encoding=utf-8 list'

    def command(text: Labelled) -> Command:
        call = ("/bin/sh", "-c", script, str(program), str(text.plain))
        return Command(call, text.plain.parent)

    def read(printed: str, text: Labelled) -> Iterator[Finding]:
        unknown = set(printed.split())
        for number, line in enumerate(text.plain.read_text("utf-8").split("\n"), 1):
            for word in hunspell_words.WORD.finditer(line):
                if word[0] in unknown:
                    yield Finding(number, word.start() + 1, word[0])

    return Speller("aspell pt_BR or en", command, read)
