"""Words that are neither Portuguese nor English, and accents that are missing."""

import re
from collections.abc import Iterator
from functools import partial

from notelint.core import Diagnostic, Edit, Fix, NotelintError, Span
from notelint.note.note import Note
from notelint.note.prose import Prose, ProseGroup
from notelint.rules import Rule
from notelint.site.page import Page
from notelint.site.site import Site
from notelint.site.workspace import Workspace
from notelint.spelling.judge import Misspelling, judge, suspicious
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.site_lexicon import site_lexicon
from notelint.spelling.variants import usual_spelling
from notelint.spelling.written import groups_of

_ODD_LETTERS = 7
_ODD_TIMES = 3
_DRAWN_OUT = re.compile(r"(.)\1\1")


def check(note: Note, rule: Rule, workspace: Workspace) -> Iterator[Diagnostic]:
    """A finding for each misspelt word; languages without a dictionary are passed over."""
    shown = int(rule.options.get("suggestions", 3))
    for group, language in groups_of(note, workspace):
        known = _lexicon(language, note.words, rule, workspace)
        if known is None:
            continue
        for prose, wrong in _misspellings(group, known):
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


def check_page(page: Page, rule: Rule, site: Site) -> Iterator[Diagnostic]:
    """A finding for each word of Portuguese prose that no list knows, no other note has, and that is
    spelt like no word of theirs: `throwput`.

    Short ones are jargon, and what a note says often it means; English coins words too freely.
    """
    for word, language, times, start, end, is_prose in page.facts.odd_words:
        if language != "pt" or not is_prose or times > _ODD_TIMES or len(word) < _ODD_LETTERS:
            continue
        if site.odd_word_use[language, word] > 1 or _DRAWN_OUT.search(word):
            continue
        if not usual_spelling(word, partial(site.notes_with, language))[1]:  # see spelling_variant
            yield rule.found(Span(start, end), "unknown", word=word, confidence="low")


def _misspellings(group: ProseGroup, known: Lexicon) -> Iterator[tuple[Prose, Misspelling]]:
    for prose in suspicious(group, known):
        for wrong in judge(prose, known):
            yield prose, wrong


def _lexicon(
    language: str, own: frozenset[str], rule: Rule, workspace: Workspace
) -> Lexicon | None:
    named = rule.options.get("dictionaries", {})
    dictionary = named.get(language.lower()) or named.get(language.lower().partition("-")[0])
    if dictionary is not None and not isinstance(dictionary, str):
        said = f"rules.spelling.dictionaries: “{language}” is the path of a .dic file, not {dictionary}"
        raise NotelintError(said)
    return site_lexicon(language, workspace, own, dictionary or "")
