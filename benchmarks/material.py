"""What the notes of content/ are made of, taken apart so that other notes can be made of it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
LONG = 6
"""A word of so many letters carries the subject; shorter ones carry the grammar and stay."""

_SENTENCE_END = re.compile(r"(?<=[.!?:]) (?=[A-ZÁÉÍÓÚÂÊÔÀ*])")
_KEPT = re.compile(
    r"""`[^`]*` | \\\(.*?\\\) | \{\{.*?\}\} | \[\^?[^\]]*\](?:\([^)]*\))? | <[^>]*>
    | \b[\w-]*[\dA-ZÁÉÍÓÚÂÊÔÀ_-][\w-]*""",
    re.VERBOSE,
)
_WORD = re.compile(rf"\b[a-zà-ú]{{{LONG},}}\b")
_REFERENCE = re.compile(r"\]\(|\{\{|\[\^|<\w|^\[|^!\[", re.MULTILINE)
_LIST = re.compile(r"(?:[-*+]|\d+\.) ")

Pattern = tuple[str, ...]
"""Text and words that may be exchanged in turn: the odd ones are words."""


@dataclass(frozen=True, slots=True)
class Material:
    """Parts of notes that stand on their own: no references, no shortcodes, no front matter.

    `words` are long words, the more often the commoner they are in the notes.
    """

    sentences: tuple[Pattern, ...]
    items: tuple[Pattern, ...]
    tables: tuple[Pattern, ...]
    code: tuple[str, ...]
    math: tuple[str, ...]
    words: tuple[str, ...]


def read_material(content: Path = ROOT / "content") -> Material:
    """Take the Portuguese notes below `content` apart."""
    notes = sorted(path for path in content.rglob("*.md") if not path.name.endswith(".en.md"))
    found = [block for path in notes for block in blocks(path.read_text(encoding="utf-8"))]
    plain = [block for block in found if not _REFERENCE.search(block)]
    prose = [block for block in plain if block[:1].isalpha() and "\n" not in block]
    sentences = [s for block in prose for s in _SENTENCE_END.split(block) if _whole(s)]
    lists = [block for block in plain if _LIST.match(block)]
    items = [_LIST.sub("", line, 1) for block in lists for line in block.split("\n")]
    return Material(
        sentences=_patterns(sentences, lambda s: len(s) > 30 and s[0].isupper() and s[-1] in ".!?"),
        items=_patterns(items, lambda s: len(s) > 10 and s[0] not in " *" and _whole(s)),
        tables=_patterns(plain, lambda s: s.startswith("|")),
        code=tuple(block for block in found if block.startswith("```")),
        math=tuple(block for block in plain if block.startswith(("$$", "\\["))),
        words=tuple(word for s in sentences for word in pattern(s)[1::2]),
    )


def blocks(text: str) -> Iterator[str]:
    """The blocks of a note between blank lines, fenced code whole, without its front matter."""
    if text.startswith(("---\n", "+++\n")):
        text = text.split(f"\n{text[:3]}\n", 1)[1]
    elif text.startswith("{"):
        text = text.split("\n}\n", 1)[1]
    block: list[str] = []
    fenced = False
    for line in [*text.splitlines(), ""]:
        if line.startswith("```"):
            fenced = not fenced
        if line or fenced:
            block.append(line)
        elif block:
            yield "\n".join(block)
            block = []


def pattern(text: str) -> Pattern:
    """`text` cut around its long words; code, math, names and markup are none."""
    parts: list[str] = [""]
    place = 0
    for kept in [*_KEPT.finditer(text), None]:
        end = kept.start() if kept else len(text)
        for word in _WORD.finditer(text, place, end):
            parts[-1] += text[place : word.start()]
            parts += [word[0], ""]
            place = word.end()
        parts[-1] += text[place : kept.end() if kept else end]
        place = kept.end() if kept else end
    return tuple(parts)


def _patterns(texts: list[str], usable: Callable[[str], bool]) -> tuple[Pattern, ...]:
    return tuple(pattern(text) for text in dict.fromkeys(texts) if usable(text))


def _whole(sentence: str) -> bool:
    """False when a cut went through emphasis, code, math, brackets or quotes."""
    pairs = (("(", ")"), ("[", "]"), ("\\(", "\\)"))
    return all(sentence.count(mark) % 2 == 0 for mark in '*`"_') and all(
        sentence.count(left) == sentence.count(right) for left, right in pairs
    )
