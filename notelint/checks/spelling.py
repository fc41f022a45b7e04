"""Words that are neither Portuguese nor English, and accents that are missing."""

import re
from collections.abc import Iterator
from functools import partial

from notelint.core import Confidence, Diagnostic, Edit, Fix, NotelintError, Span
from notelint.note.note import Note
from notelint.note.prose import Prose, ProseGroup
from notelint.rules import Rule
from notelint.site.facts import OddWord
from notelint.site.page import Page
from notelint.site.site import Site
from notelint.site.workspace import Workspace
from notelint.spelling.judge import Misspelling, judge, suspicious
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.note_names import is_name_of_note
from notelint.spelling.site_lexicon import site_lexicon
from notelint.spelling.suggest import in_case_of
from notelint.spelling.variants import usual_spelling
from notelint.spelling.written import groups_of

_ODD_LETTERS = 7
"""Shorter words that no list knows are jargon more often than slips."""
_ODD_TIMES = 3
"""What a note says more often it means."""
_DRAWN_OUT = re.compile(r"(..?)\1\1")
"""As in `muuuito` and `ksksks`."""


def check(note: Note, rule: Rule, workspace: Workspace) -> Iterator[Diagnostic]:
    """A finding for each misspelt word; languages without a dictionary are passed over."""
    shown = int(rule.options.get("suggestions", 3))
    for group, language in groups_of(note, workspace):
        known = _lexicon(language, note.words, rule, workspace)
        if known is None:
            continue
        for prose, wrong in _misspellings(group, known):
            if is_name_of_note(wrong, group, note.source.text, known):
                continue
            span = prose.span(wrong.start, wrong.end)
            offered = wrong.suggestions[:shown]
            yield _report(rule, span, wrong.word, offered, "high" if wrong.certain else "medium")


def check_page(page: Page, rule: Rule, site: Site) -> Iterator[Diagnostic]:
    """A finding for each word that no list knows and no other note has, when it looks like a word of its
    note (`Dikstra`, beside `Dijkstra`) or stands in prose, like no word at all (`throwput`).
    """
    for odd in page.facts.odd:
        if not odd.is_prose or odd.times > _ODD_TIMES:
            continue
        if site.notes_with(odd.language, odd.word) > 1 or _DRAWN_OUT.search(odd.word):
            continue
        if not odd.like and not _is_alone(odd, site):
            continue
        offered = (in_case_of(odd.word, odd.like),) if odd.like else ()
        for place in odd.places:
            yield _report(rule, Span(*place), odd.word, offered, "medium" if offered else "low")


def _report(
    rule: Rule, span: Span, word: str, offered: tuple[str, ...], confidence: Confidence
) -> Diagnostic:
    """One finding; where confidence is high, the first of `offered` is surely what was meant."""
    return rule.found(
        span,
        "suggest" if offered else "unknown",
        suggestions=offered,
        fixes=tuple(
            Fix(f"write “{one}”", (Edit(span, one),), safe=confidence == "high" and at == 0)
            for at, one in enumerate(offered)
        ),
        confidence=confidence,
        word=word,
        suggestion=offered[0] if offered else "",
    )


def _is_alone(odd: OddWord, site: Site) -> bool:
    """True for a long word of Portuguese that is like none in the other notes (see spelling_variant).

    Short ones are jargon, and English coins words too freely.
    """
    if odd.language != "pt" or len(odd.word) < _ODD_LETTERS or odd.times > 1:
        return False
    notes = partial(site.notes_with, odd.language)
    other_number = odd.word.removesuffix("s") if odd.word.endswith("s") else f"{odd.word}s"
    return not notes(other_number) and not usual_spelling(odd.word, notes)[1]


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
