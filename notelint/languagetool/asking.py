"""LanguageTool in a run of checks: which notes are read for it, where its findings go."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from notelint.core import Diagnostic, NotelintError
from notelint.languagetool.grammar import Settings, grammar
from notelint.learn import Learnt, read_note
from notelint.note.note import Note
from notelint.rules import Rule
from notelint.targets import Targets

RULE = "grammar"
ANSWERS = ".notelint/cache/languagetool.json"


def with_grammar(
    learnt: Mapping[Path, Learnt],
    overlay: Mapping[Path, bytes],
    asked: Mapping[Path, tuple[Rule, ...]],
    targets: Targets,
) -> tuple[dict[Path, Learnt], str]:
    """`learnt` with the findings of grammar, and why there are none when no server could be asked.

    `overlay` is content in place of files on disk; `asked` the rules of each note. Of two findings
    in one place the built-in one stays: it knows English words and offers the better suggestion.
    """
    workspace, chosen = targets.workspace, targets.config.languagetool
    by_rule: dict[int, tuple[Rule, list[tuple[Path, Note]]]] = {}
    for file, rules in asked.items():
        rule = next((rule for rule in rules if rule.id == RULE), None)
        if rule is not None and learnt[file].facts is not None:
            data = overlay[file] if file in overlay else file.read_bytes()
            note = read_note(learnt[file].path, data, workspace)
            by_rule.setdefault(id(rule), (rule, []))[1].append((file, note))
    settings = Settings(workspace.root / ANSWERS, chosen.url, chosen.disable, chosen.timeout)
    complete = dict(learnt)
    for rule, notes in by_rule.values():
        try:
            found = grammar([note for _, note in notes], rule, workspace, settings)
        except NotelintError as error:
            return dict(learnt), str(error)
        for file, note in notes:
            mine = learnt[file].diagnostics
            new = tuple(_beside(found.get(note.path, ()), mine))
            complete[file] = learnt[file]._replace(diagnostics=mine + new)
    return complete, ""


def _beside(found: Iterable[Diagnostic], mine: tuple[Diagnostic, ...]) -> Iterable[Diagnostic]:
    for diagnostic in found:
        if not any(diagnostic.span.touches(other.span) for other in mine):
            yield diagnostic
