"""The grammar of notes: what LanguageTool says of their prose, as diagnostics."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from notelint.core import Confidence, Diagnostic, Edit, Fix
from notelint.languagetool.answers import Remembered
from notelint.languagetool.client import Client, Match
from notelint.languagetool.paragraphs import Paragraph, paragraph
from notelint.languagetool.server import start
from notelint.languagetool.taken import Taken, read_taken
from notelint.note.note import Note
from notelint.rules import Rule
from notelint.site.workspace import Workspace

_ORDER: tuple[Confidence, ...] = ("low", "medium", "high")
_SHOWN = 3


class Settings(NamedTuple):
    """`url` of a server that runs, "" for one of our own; `answers` is where answers are kept.

    `timeout` is for one request, in seconds.
    """

    answers: Path
    url: str = ""
    disable: tuple[str, ...] = ()
    timeout: float = 60.0


def grammar(
    notes: Iterable[Note], rule: Rule, workspace: Workspace, settings: Settings
) -> dict[str, list[Diagnostic]]:
    """What `rule` finds in `notes`, by path. Only paragraphs not known yet are sent.

    Raises NotelintError, in one line, when a server is needed and there is none.
    """
    table = workspace.data("languagetool")
    least = _ORDER.index(rule.options.get("confidence", "medium"))
    by_language: dict[str, list[tuple[Note, Paragraph]]] = defaultdict(list)
    for note in notes:
        for prose in note.prose:
            by_language[(prose.language or note.language).lower()].append((note, paragraph(prose)))
    known = Remembered(settings.answers)
    found: dict[str, list[Diagnostic]] = defaultdict(list)
    for language, places in by_language.items():
        taken = read_taken(table, language)
        if taken is None:
            continue
        answers = _answers(taken.code, [place.text for _, place in places], known, settings)
        for (note, place), matches in zip(places, answers, strict=True):
            found[note.path] += _findings(place, matches, rule, taken, least, settings.disable)
    return found


def _answers(
    language: str, texts: Sequence[str], known: Remembered, settings: Settings
) -> list[Sequence[Match]]:
    new = [text for text in dict.fromkeys(texts) if known.get(language, text) is None]
    if new:
        client = Client(settings.url or start(), language, settings.timeout)
        version = client.version()
        if version != known.version:
            known.forget()
            known.version = version
            new = list(dict.fromkeys(texts))
        known.learn(language, new, client.ask(new))
        known.save(version)
    return [known.get(language, text) or () for text in texts]


def _findings(
    place: Paragraph,
    matches: Iterable[Match],
    rule: Rule,
    taken: Taken,
    least: int,
    disabled: tuple[str, ...],
) -> Iterator[Diagnostic]:
    for match in matches:
        confidence = taken.confidence(match.rule)
        if confidence is None or _ORDER.index(confidence) < least or match.rule in disabled:
            continue
        where = place.back(match.start, match.end)
        if where is None:
            continue
        span = place.prose.span(*where)
        words = match.replacements[:_SHOWN]
        yield rule.found(
            span,
            said=match.message,
            source=match.rule,
            suggestions=words,
            fixes=tuple(Fix(f"write “{word}”", (Edit(span, word),)) for word in words),
            confidence=confidence,
        )
