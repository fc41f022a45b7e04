"""The accepted words of a site: add to them, find words to accept, and accepted ones never used."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from notelint.core import NotelintError
from notelint.files import walk_notes, write_atomically
from notelint.learn import read_note
from notelint.note.prose import Prose
from notelint.site.workspace import Workspace
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.site_lexicon import site_lexicon
from notelint.spelling.strangers import strangers, unused
from notelint.spelling.tokens import tokens
from notelint.spelling.written import groups_of


def list_of(workspace: Workspace, language: str) -> Path:
    """The site's own word list of a language."""
    base = language.partition("-")[0]
    return workspace.root / "rules" / "data" / f"words.{base}.txt"


def add(file: Path, words: Sequence[str]) -> int:
    """Write `words` to a list, sorted below its head of comments; how many were new.

    Raises NotelintError for what is no word or expression.
    """
    for word in words:
        if word != " ".join(word.split()) or word[:1] in ("", "#"):
            raise NotelintError(f"“{word}” is neither a word nor words with single spaces between")
    lines = _lines(file)
    new = [word for word in dict.fromkeys(words) if word not in lines]
    if new:
        write_atomically(file, "".join(f"{line}\n" for line in _sorted(lines, new)).encode())
    return len(new)


def suggest(workspace: Workspace, language: str, least: int) -> Iterator[tuple[str, int]]:
    """Words that no list knows and the site uses `least` times or more, the most used first."""
    known = _lexicon(workspace, language)
    found = Counter(strangers(_prose(workspace, language), known))
    yield from sorted(
        ((word, count) for word, count in found.items() if count >= least),
        key=lambda each: (-each[1], each[0]),
    )


def never_used(workspace: Workspace, language: str) -> list[str]:
    """The lines of the site's own list that accept no word of any note."""
    words = (token.text for prose in _prose(workspace, language) for token in tokens(prose.text))
    return list(unused(_lines(list_of(workspace, language)), words))


def _lexicon(workspace: Workspace, language: str) -> Lexicon:
    known = site_lexicon(language, workspace)
    if known is None:
        raise NotelintError(f"there is no dictionary of “{language}”")
    return known


def _prose(workspace: Workspace, language: str) -> Iterator[Prose]:
    base = language.partition("-")[0]
    for root in workspace.content:
        for file in walk_notes(workspace.root / root.folder):
            path = file.relative_to(workspace.root).as_posix()
            note = read_note(path, file.read_bytes(), workspace)
            for group, written in groups_of(note, workspace):
                if written.partition("-")[0] == base:
                    yield from group.prose


def _lines(file: Path) -> list[str]:
    return file.read_text("utf-8").splitlines() if file.is_file() else []


def _sorted(lines: list[str], new: Iterable[str]) -> list[str]:
    """Comments and blank lines at the top stay there; the words below them are sorted."""
    head = 0
    while head < len(lines) and (not lines[head].strip() or lines[head].startswith("#")):
        head += 1
    return lines[:head] + sorted({*lines[head:], *new}, key=lambda word: (word.casefold(), word))
