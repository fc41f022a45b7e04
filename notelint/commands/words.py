"""Accept words: notelint words add WORD… writes them, sorted, to the site's list of a language."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from notelint.core import NotelintError


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `notelint words`."""
    add = parser.add_argument
    add("action", choices=("add",), help="add: accept these words from now on")
    add("words", nargs="+", metavar="WORD", help="a word as it is written")
    add("--language", metavar="CODE", help="of which language (default: the site's)")
    add("--site", type=Path, default=Path(), metavar="DIR", help="root of the site")


def run(options: Namespace) -> int:
    """Add the words to rules/data/words.<language>.txt of the site."""
    from notelint.files import shown_path, write_atomically
    from notelint.site.workspace import Workspace

    for word in options.words:
        if not word.strip() or any(character.isspace() for character in word) or word[0] == "#":
            raise NotelintError(f"“{word}” is not one word")
    workspace = Workspace.find(options.site.resolve())
    language = options.language or workspace.language_of("content/nota.md") or "pt"
    file = workspace.root / "rules" / "data" / f"words.{language.partition('-')[0]}.txt"
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    new = [word for word in dict.fromkeys(options.words) if word not in lines]
    if new:
        write_atomically(file, "".join(f"{line}\n" for line in _sorted(lines, new)).encode())
    sys.stdout.write(
        f"{shown_path(file)}: {len(new)} added, {len(options.words) - len(new)} known\n"
    )
    return 0


def _sorted(lines: list[str], new: list[str]) -> list[str]:
    """Comments and blank lines at the top stay there; the words below them are sorted."""
    head = 0
    while head < len(lines) and (not lines[head].strip() or lines[head].startswith("#")):
        head += 1
    return lines[:head] + sorted({*lines[head:], *new}, key=lambda word: (word.casefold(), word))
