"""Phrases that are wrong although each word is right: crase, «tem» for «têm», «porque»."""

from collections.abc import Iterator

from notelint.core import Diagnostic, Edit, Fix
from notelint.note.note import Note
from notelint.note.prose import Prose, ProseGroup, group_of
from notelint.rules import Rule
from notelint.site.workspace import Workspace
from notelint.spelling.misspellings import Misspelt, mended, misspellings
from notelint.spelling.phrases import Phrases, WrongPhrase, find_all, read_phrases
from notelint.spelling.site_lexicon import site_lexicon
from notelint.spelling.written import groups_of


def check(note: Note, rule: Rule, workspace: Workspace) -> Iterator[Diagnostic]:
    """A finding for each wrong phrase, in the languages that have a phrase file."""
    for group, language in groups_of(note, workspace):
        phrases = _phrases(language.lower().partition("-")[0], workspace)
        found = list(find_all(group, phrases))
        known = site_lexicon(language, workspace, note.words)
        if known is not None and phrases:
            misspelt = misspellings(note, group, known, workspace)
            found += _hidden(group, misspelt, phrases, found) if misspelt else ()
        for prose, wrong in found:
            span = prose.span(wrong.start, wrong.end)
            write = f"write “{wrong.suggestion}”"
            yield rule.found(
                span,
                found=prose.text[wrong.start : wrong.end],
                suggestion=wrong.suggestion,
                why=wrong.phrase.why,
                suggestions=(wrong.suggestion,),
                fixes=(Fix(write, (Edit(span, wrong.suggestion),), safe=wrong.phrase.certain),),
                confidence=wrong.phrase.confidence,
            )


def _hidden(
    group: ProseGroup, misspelt: Misspelt, phrases: Phrases, found: list[tuple[Prose, WrongPhrase]]
) -> Iterator[tuple[Prose, WrongPhrase]]:
    """The wrong phrases that are seen only where the slips beside them are mended."""
    pairs = list(mended(misspelt))
    sources = {id(after): before for before, after in pairs}
    seen = {(id(prose), at) for prose, one in found for at in range(one.start, one.end)}
    for after, wrong in find_all(group_of(group.language, [each for _, each in pairs]), phrases):
        before, span = sources[id(after)], slice(wrong.start, wrong.end)
        is_new = not any((id(before), at) in seen for at in range(wrong.start, wrong.end))
        if is_new and before.text[span] == after.text[span]:
            yield before, wrong


def _phrases(language: str, workspace: Workspace) -> Phrases:
    key = ("phrases", language)
    if key not in workspace.memo:
        content = workspace.data(f"phrases.{language}")
        workspace.memo[key] = Phrases(read_phrases(content) if content else ())
    phrases: Phrases = workspace.memo[key]
    return phrases
