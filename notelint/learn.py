"""What one note tells, apart from all others: its facts, its own findings, its suppressions.

`learn` is pure: the same bytes, workspace and rules give the same answer, so it may run in any
process and its answer may be remembered.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from notelint.core import Diagnostic, NotelintError, Span
from notelint.nearest import did_you_mean
from notelint.note.language import guess_language
from notelint.note.note import Note, read
from notelint.rules import Rule
from notelint.site.facts import Facts, facts_of
from notelint.site.workspace import Workspace
from notelint.spelling.odd import odd_words
from notelint.suppress import Directive, directives

BY_THE_RUNNER = ("languagetool", "suppressions")
"""Names that a rule may give as its check although no module is called so."""

INTERNAL_ERROR = "internal-error"


class Learnt(NamedTuple):
    """What was learnt of one note; `facts` is None when it could not be read at all."""

    path: str
    facts: Facts | None
    diagnostics: tuple[Diagnostic, ...] = ()
    directives: tuple[Directive, ...] = ()


def learn(
    path: str,
    data: bytes,
    workspace: Workspace,
    rules: tuple[Rule, ...],
    own_dictionaries: frozenset[str] = frozenset(),
) -> Learnt:
    """Read a note and run the local ones of `rules` on it.

    `path` is relative to the site's root, with `/`. `own_dictionaries` are the languages for which the
    site brings a dictionary. A crash in a check becomes a finding; what is wrong with the site's own
    rules/data is no note's fault, and raises NotelintError.
    """
    try:
        note = read_note(path, data, workspace)
        facts = facts_of(note, workspace)
        if workspace.editions:
            from notelint.translation.watch import marks_of

            facts = facts._replace(edition_marks=marks_of(note, workspace))
        found = directives(note)
    except NotelintError:
        raise
    except Exception as error:  # noqa: BLE001 - one bad file must not stop the others
        return Learnt(path, None, (crash("reading", path, error),))
    diagnostics: list[Diagnostic] = []
    for rule in rules:
        module = check_module(rule)
        if module is not None and hasattr(module, "check"):
            look = partial(module.check, note, rule, workspace)
            diagnostics += guarded(rule, path, look)
    try:  # after the checks: of the words that they found right none is looked at again
        facts = facts._replace(odd_words=odd_words(note, workspace, own_dictionaries))
    except Exception as error:  # noqa: BLE001 - one bad file must not stop the others
        diagnostics.append(crash("comparing words", path, error))
    return Learnt(path, facts, tuple(diagnostics), found)


def read_note(path: str, data: bytes, workspace: Workspace) -> Note:
    """A note as its site reads it; `path` is relative to the site's root.

    Where nothing else says the language, the text does.
    """
    schema = workspace.front_matter_schema
    return read(
        path,
        data,
        language=workspace.language_of(path) or guess_language(data.decode("utf-8", "replace")),
        markup=workspace.markup,
        shortcodes=workspace.shortcode_table,
        text_fields=schema.text_fields,
        file_fields=schema.file_fields,
    )


def check_module(rule: Rule) -> ModuleType | None:
    """The module that looks for a rule, None when the runner does it itself."""
    module = _module(rule.check)
    if module is None and rule.check not in BY_THE_RUNNER:
        folder = Path(__file__).parent / "checks"
        near = did_you_mean(rule.check, sorted(path.stem for path in folder.glob("[a-z]*.py")))
        raise NotelintError(
            f"the rule “{rule.id}” names a check that does not exist: “{rule.check}”{near}"
        )
    return module


@cache
def _module(check: str) -> ModuleType | None:
    name = check.replace("-", "_")
    if (
        check in BY_THE_RUNNER
        or not name.isidentifier()
        or not (Path(__file__).parent / "checks" / f"{name}.py").is_file()
    ):
        return None
    return import_module(f"notelint.checks.{name}")


def guarded(
    rule: Rule, path: str, findings: Callable[[], Iterable[Diagnostic]]
) -> Iterator[Diagnostic]:
    """What a check yields; when it crashes, what it had yielded and a finding that says so."""
    try:
        yield from findings()
    except NotelintError:
        raise
    except Exception as error:  # noqa: BLE001 - one bad file must not stop the others
        yield crash(f"rule {rule.id}", path, error)


def crash(where: str, path: str, error: Exception) -> Diagnostic:
    """A finding for a fault of our own. It is no rule's, so that nothing can silence it."""
    reason = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    message = f"internal error in {where} on file {path}: {reason}; please report it"
    return Diagnostic(INTERNAL_ERROR, Span(0, 0), "error", message)
