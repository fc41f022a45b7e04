"""Phrases that are wrong although each word is right: crase, «tem» for «têm», «porque»."""

from collections.abc import Iterator

from notelint.core import Diagnostic, Edit, Fix
from notelint.note.note import Note
from notelint.rules import Rule
from notelint.site.workspace import Workspace
from notelint.spelling.phrase_file import read_phrases
from notelint.spelling.phrases import Phrases, find_all, made_by
from notelint.spelling.written import groups_of


def check(note: Note, rule: Rule, workspace: Workspace) -> Iterator[Diagnostic]:
    """A finding for each wrong phrase, in the languages that have a phrase file."""
    for group, language in groups_of(note, workspace):
        phrases = _phrases(language.lower().partition("-")[0], workspace)
        for prose, wrong in find_all(group, phrases):
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


def _phrases(language: str, workspace: Workspace) -> Phrases:
    key = ("phrases", language)
    if key not in workspace.memo:
        name = f"phrases.{language}"
        content = workspace.data(name)
        kept = workspace.kept_with(name, "callers", made_by())
        workspace.memo[key] = Phrases(read_phrases(content) if content else (), kept)
    phrases: Phrases = workspace.memo[key]
    return phrases
