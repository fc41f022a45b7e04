"""What the author meant: misspelt words put right before an engine sees them, never in the note itself.

A model makes an invented English word of a misspelt one (`cosntruídos` → “cosntruits”).
"""

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module

from notelint.note.prose import Prose
from notelint.site.workspace import Workspace
from notelint.spelling.judge import judge
from notelint.spelling.lexicon import lexicon

Meant = Callable[[str], str]


def as_written(text: str) -> str:
    """For engines that speak no language, and languages without a dictionary."""
    return text


def meant_in(workspace: Workspace, language: str) -> Meant:
    """The function that gives a text of this language with its words as they were meant. Safe to use from threads."""
    lines = workspace.words(language)
    if not language.startswith("en"):
        lines += workspace.words("en")
    known = lexicon(language, lines)
    if known is None:
        return as_written
    import_module(
        "rapidfuzz.process"
    )  # suggestions need it: two threads that import it first get half of it

    @lru_cache(maxsize=10_000)
    def meant(text: str) -> str:
        for wrong in reversed(list(judge(Prose("paragraph", language, text, ()), known))):
            if wrong.suggestions:
                text = text[: wrong.start] + wrong.suggestions[0] + text[wrong.end :]
        return text

    return meant
