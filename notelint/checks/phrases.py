"""Words that are wrong where they stand although each is right: crase, «tem» for «têm», «porque»."""

from collections.abc import Iterator

from notelint.core import Confidence, Diagnostic, Edit, Fix, Span
from notelint.note.note import Note
from notelint.note.prose import Prose, ProseGroup
from notelint.rules import Rule
from notelint.site.workspace import Workspace
from notelint.spelling.forms.verb_forms import wrong_verb_forms_in
from notelint.spelling.forms.verb_number import disagreements_in
from notelint.spelling.kinds import WrongForm
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.phrase_file import read_phrases
from notelint.spelling.phrases import Phrases, find_all, made_by
from notelint.spelling.site_lexicon import site_lexicon
from notelint.spelling.suggest import in_case_of
from notelint.spelling.written import groups_of


def check(note: Note, rule: Rule, workspace: Workspace) -> Iterator[Diagnostic]:
    """A finding for each wrong phrase, in the languages that have a phrase file, and for each verb of
    Portuguese in the form of another place.
    """
    for group, language in groups_of(note, workspace):
        base = language.lower().partition("-")[0]
        found: list[Span] = []
        for prose, wrong in find_all(group, _phrases(base, workspace)):
            span = prose.span(wrong.start, wrong.end)
            found.append(span)
            said = prose.text[wrong.start : wrong.end]
            phrase = wrong.phrase
            yield _report(
                rule, span, said, wrong.suggestion, phrase.why, phrase.certain, phrase.confidence
            )
        known = site_lexicon(language, workspace) if base == "pt" else None
        for prose, form in _wrong_forms(group, known) if known else ():
            span = prose.span(form.start, form.end)
            if not any(span.touches(other) for other in found):
                found.append(span)
                said = prose.text[form.start : form.end]
                yield _report(rule, span, said, in_case_of(said, form.right), form.why)


def _wrong_forms(group: ProseGroup, known: Lexicon) -> Iterator[tuple[Prose, WrongForm]]:
    yield from disagreements_in(group, known.at_home)
    yield from wrong_verb_forms_in(group, known)


def _report(
    rule: Rule,
    span: Span,
    said: str,
    right: str,
    why: str,
    certain: bool = False,
    confidence: Confidence = "high",
) -> Diagnostic:
    return rule.found(
        span,
        found=said,
        suggestion=right,
        why=why,
        suggestions=(right,),
        fixes=(Fix(f"write “{right}”", (Edit(span, right),), safe=certain),),
        confidence=confidence,
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
