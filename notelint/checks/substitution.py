"""Words and phrases to be written otherwise: a rule of this kind is a table and needs no Python."""

from collections.abc import Iterator

from notelint.checks.existence import in_languages, words_pattern
from notelint.core import Diagnostic, Edit, Fix
from notelint.note.note import Note
from notelint.rules import Rule
from notelint.site.workspace import Workspace


def check(note: Note, rule: Rule, workspace: Workspace) -> Iterator[Diagnostic]:
    """Each key of the rule's `swap` in running text, with its value as the suggestion."""
    options = rule.options
    ignore_case = bool(options.get("ignore_case", True))
    swap = {_key(wrong, ignore_case): right for wrong, right in options["swap"].items()}
    pattern = words_pattern(tuple(options["swap"]), ignore_case)
    for prose in note.prose:
        if not in_languages(prose.language, options.get("languages", ())):
            continue
        for match in pattern.finditer(prose.text):
            right = swap[_key(match[0], ignore_case)]
            if match[0] == right:
                continue
            span = prose.span(*match.span())
            fix = Fix(f"write “{right}”", (Edit(span, right),), safe=rule.fixable == "safe")
            yield rule.found(span, suggestions=(right,), fixes=(fix,), text=match[0], right=right)


def _key(text: str, ignore_case: bool) -> str:
    joined = " ".join(text.split())
    return joined.casefold() if ignore_case else joined
