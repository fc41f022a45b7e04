"""Text of which every misspelling is known, in two forms: marked sentences, and a note with a list.

`*.txt`: a sentence a line, `{wrong|right}` marks a misspelling, `#` starts a remark. `*.jsonl`: a
misspelling a line, with line and column (code points, from 1), of the one `.md` beside it; those of
the kind `ignore` count neither way.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from notelint.api import read
from notelint.note.prose import GAP

_MARKED = re.compile(r"\{([^|{}]+)\|([^|{}]*)\}")


@dataclass(frozen=True, slots=True)
class Label:
    """A misspelling: where (1-based, code points), what stands there, and what should."""

    line: int
    column: int
    wrong: str
    right: str
    ignored: bool = False


@dataclass(frozen=True, slots=True)
class Labelled:
    """A note on disk, the same as plain text with blanks for all that is no prose, the labels."""

    name: str
    note: Path
    plain: Path
    labels: tuple[Label, ...]


def read_labelled(path: Path, folder: Path) -> Labelled:
    """Read either form; notes and plain texts are written to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".jsonl":
        text, labels = _listed(path)
    else:
        text, labels = _marked(path.read_text(encoding="utf-8"))
    note = folder / f"{path.stem}.md"
    note.write_text(text, encoding="utf-8", newline="")
    plain = folder / f"{path.stem}.txt"
    plain.write_text(_prose_alone(note, text), encoding="utf-8", newline="")
    name = "marked sentences" if path.suffix == ".txt" else "a labelled note"
    return Labelled(name, note, plain, labels)


def _marked(text: str) -> tuple[str, tuple[Label, ...]]:
    lines: list[str] = []
    labels: list[Label] = []
    for sentence in text.splitlines():
        if not sentence or sentence.startswith("#"):
            continue
        moved = 0
        for mark in _MARKED.finditer(sentence):
            labels.append(Label(len(lines) + 1, mark.start() - moved + 1, mark[1], mark[2]))
            moved += len(mark[0]) - len(mark[1])
        lines += [_MARKED.sub(r"\1", sentence), ""]
    return "\n".join(lines), tuple(labels)


def _listed(path: Path) -> tuple[str, tuple[Label, ...]]:
    (note,) = path.parent.glob("*.md")
    text = note.read_bytes().decode("utf-8")
    entries = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    labels = (
        Label(each["line"], each["column"], each["wrong"], each["right"], each["kind"] == "ignore")
        for each in entries
    )
    return text, tuple(labels)


def _prose_alone(note: Path, text: str) -> str:
    """`text` with blanks for everything but prose: the peers need not know Markdown."""
    shown = [character if character in "\r\n" else " " for character in text]
    for prose in read(note).prose:
        for piece in prose.pieces:
            start, end = piece.span
            if end - start == piece.end - piece.start:
                shown[start:end] = (
                    " " if old == GAP else new
                    for old, new in zip(
                        prose.text[piece.start : piece.end], text[start:end], strict=True
                    )
                )
    return "".join(shown)
