"""The accepted words of a site: add to them, find words to accept, and accepted ones never used."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from notelint.core import NotelintError
from notelint.files import lines_of, walk_notes, write_atomically
from notelint.learn import read_note
from notelint.note.note import Note
from notelint.note.prose import Prose
from notelint.site.workspace import Workspace
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.site_lexicon import site_lexicon
from notelint.spelling.strangers import strangers, unused
from notelint.spelling.tokens import tokens
from notelint.spelling.written import groups_of

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*")
_LOOKED_AT = 30
"""Notes that are read to learn the language of a site that does not say it."""


def language_of(workspace: Workspace, given: str = "") -> str:
    """The language whose list is meant: the one given, the site's, or that of most of its notes.

    Raises NotelintError for what is no code of a language.
    """
    if given:
        if not _LANGUAGE.fullmatch(given.lower()):
            raise NotelintError(f"“{given}” is no code of a language, as pt or pt-br is")
        return given.lower()
    said = ("defaultcontentlanguage", "languages")
    if workspace.is_site and any(workspace.hugo.get(key) for key in said):
        return workspace.hugo.default_language
    notes = islice(_notes(workspace), _LOOKED_AT)
    written = Counter(each for note in notes for _, each in groups_of(note, workspace))
    return next((language for language, _ in written.most_common(1)), "pt")


def list_of(workspace: Workspace, language: str) -> Path:
    """The site's own word list of a language."""
    base = language.partition("-")[0]
    return workspace.root / "rules" / "data" / f"words.{base}.txt"


def add(file: Path, words: Sequence[str]) -> int:
    """Write `words` to a list, sorted below its last comment; how many were new.

    Raises NotelintError for what is no word or expression.
    """
    for word in words:
        if word != " ".join(word.split()) or not _word(word).strip("~* "):
            shown = word.replace("\n", "⏎")
            raise NotelintError(f"“{shown}” is neither a word nor words with single spaces between")
    lines = lines_of(file)
    known = {_word(line) for line in lines}
    new = [word for word in dict.fromkeys(words) if _word(word) not in known]
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
    return list(unused(lines_of(list_of(workspace, language)), words))


def _lexicon(workspace: Workspace, language: str) -> Lexicon:
    known = site_lexicon(language, workspace)
    if known is None:
        raise NotelintError(f"there is no dictionary of “{language}”")
    return known


def _prose(workspace: Workspace, language: str) -> Iterator[Prose]:
    base = language.partition("-")[0]
    for note in _notes(workspace):
        for group, written in groups_of(note, workspace):
            if written.partition("-")[0] == base:
                yield from group.prose


def _notes(workspace: Workspace) -> Iterator[Note]:
    for root in workspace.content:
        folder = workspace.root / root.folder
        for file in walk_notes(folder) if folder.is_dir() else ():
            path = file.relative_to(workspace.root).as_posix()
            yield read_note(path, file.read_bytes(), workspace)


def _word(line: str) -> str:
    """What a line of a list accepts, without the note behind it."""
    return line.partition("#")[0].strip()


def _sorted(lines: list[str], new: Iterable[str]) -> list[str]:
    """The words below the last comment or blank line are sorted with the new ones; what is above
    stays as somebody put it in order.
    """
    head = next((at for at in range(len(lines), 0, -1) if not _word(lines[at - 1])), 0)
    return lines[:head] + sorted({*lines[head:], *new}, key=lambda word: (word.casefold(), word))
