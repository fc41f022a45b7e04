"""Words that are neither Portuguese nor English, and accents that are missing."""

from collections.abc import Iterator
from functools import lru_cache

from notelint.core import Diagnostic, Edit, Fix
from notelint.note.note import Note
from notelint.rules import Rule
from notelint.site.workspace import Workspace
from notelint.spelling.judge import judge
from notelint.spelling.lexicon import Lexicon, lexicon


def check(note: Note, rule: Rule, workspace: Workspace) -> Iterator[Diagnostic]:
    """A finding for each misspelt word of the note; languages without a dictionary are passed over."""
    shown = int(rule.options.get("suggestions", 3))
    for prose in note.prose:
        base = (prose.language or note.language).lower().partition("-")[0]
        known = _lexicon(base, (*workspace.words(base), *sorted(note.words)))
        if known is None:
            continue
        for wrong in judge(prose, known):
            span = prose.span(wrong.start, wrong.end)
            offered = wrong.suggestions[:shown]
            yield rule.found(
                span,
                "suggest" if offered else "unknown",
                suggestions=offered,
                fixes=tuple(
                    Fix(f"write “{word}”", (Edit(span, word),), safe=wrong.certain and at == 0)
                    for at, word in enumerate(offered)
                ),
                confidence="high" if wrong.certain else "medium",
                word=wrong.word,
                suggestion=offered[0] if offered else "",
            )


@lru_cache(maxsize=64)
def _lexicon(language: str, accepted: tuple[str, ...]) -> Lexicon | None:
    return lexicon(language, accepted)
