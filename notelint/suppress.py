"""What a note asks not to be told: comments and front matter that switch rules off."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from notelint.core import Diagnostic, Edit, Fix, Span
from notelint.nearest import nearest
from notelint.note.note import Note
from notelint.rules import Rule

Scope = Literal["next-line", "line", "on", "off", "file", "none"]
UNUSED = "suppression-unused"
UNKNOWN = "suppression-unknown"

_COMMENT = re.compile(
    r"<!--[ \t\r\n]*notelint-(disable-next-line|disable-line|disable-file|disable|enable)(?![\w-])(.*?)-->",
    re.DOTALL,
)
_SCOPES: dict[str, Scope] = {
    "disable-next-line": "next-line",
    "disable-line": "line",
    "disable-file": "file",
    "disable": "off",
    "enable": "on",
}
_VERB = re.compile(r"<!--\s*notelint-([\w-]+)")
_OTHER_VERBS = ("words",)
_WORD = re.compile(r"[^\s,]+")


class Directive(NamedTuple):
    """One rule named by one comment or front matter entry: `rule` is "" for all of them.

    With the scope "none" it is a comment that notelint does not know, and `rule` its first word.
    `span` covers the rule's name (the whole comment for ""), `whole` the comment, and `reach` what
    it silences.
    """

    scope: Scope
    rule: str
    span: Span
    whole: Span
    reach: Span


def directives(note: Note) -> tuple[Directive, ...]:
    """All of a note's directives in order. A comment inside code is text, and silences nothing."""
    found = list(_front_matter(note))
    text = note.source.text
    for comment in note.comments:
        if match := _COMMENT.fullmatch(text, *comment.span):
            found.extend(_comment(match, text))
        elif (verb := _VERB.match(text, *comment.span)) and verb[1] not in _OTHER_VERBS:
            nothing = Span(comment.span.end, comment.span.end)
            found.append(Directive("none", verb[1], Span(*verb.span(1)), comment.span, nothing))
    return tuple(_with_ends(found))


def _comment(match: re.Match[str], text: str) -> Iterator[Directive]:
    scope = _SCOPES[match[1]]
    whole = Span(*match.span())
    names = match[2].partition(":")[0]
    reach = {
        "next-line": _next_line(text, whole.end),
        "line": _line(text, whole),
        "file": Span(0, len(text)),
        "off": Span(whole.end, len(text)),
        "on": Span(whole.end, len(text)),
    }[scope]
    rules = [(word[0], word.span()) for word in _WORD.finditer(names)]
    for rule, (start, end) in rules or [
        ("", (whole.start - match.start(2), whole.end - match.start(2)))
    ]:
        span = Span(match.start(2) + start, match.start(2) + end)
        yield Directive(scope, rule, span, whole, reach)


def _next_line(text: str, end: int) -> Span:
    """The next line that is not blank, after the line on which `end` stands."""
    start = end
    while True:
        newline = text.find("\n", start)
        if newline < 0:
            return Span(len(text), len(text))
        start = newline + 1
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        if text[start:stop].strip(" \t\r>"):  # of a quotation, too
            return Span(start, stop)


def _line(text: str, comment: Span) -> Span:
    """The line on which a comment stands, or the lines."""
    end = text.find("\n", comment.end)
    return Span(text.rfind("\n", 0, comment.start) + 1, len(text) if end < 0 else end)


def _front_matter(note: Note) -> Iterator[Directive]:
    text = note.source.text
    whole = Span(0, len(text))
    for field in note.front_matter.fields:
        path = tuple(str(part).lower() for part in field.path)
        inner = isinstance(field.value, dict | list | None)
        if path[:2] == ("notelint", "disable") and not inner:
            span = field.value_span
            rule = field.value if isinstance(field.value, str) else span.of(text)
            yield Directive("file", rule, span, span, whole)


def _with_ends(found: Sequence[Directive]) -> Iterator[Directive]:
    """Every `disable` reaches to the next `enable` of the same rule, or of all rules."""
    for at, directive in enumerate(found):
        if directive.scope != "off":
            yield directive
            continue
        ends = (
            later.whole.start
            for later in found[at + 1 :]
            if later.scope == "on" and later.rule in (directive.rule, "")
        )
        end = next(ends, directive.reach.end)
        yield directive._replace(reach=Span(directive.reach.start, max(end, directive.reach.start)))


def suppress(
    diagnostics: Iterable[Diagnostic], found: Sequence[Directive]
) -> tuple[list[Diagnostic], set[int]]:
    """What is left of `diagnostics`, and the indexes of the directives that silenced one."""
    used: set[int] = set()
    left = []
    active = [(at, each) for at, each in enumerate(found) if each.scope not in ("on", "none")]
    for diagnostic in diagnostics:
        silencers = [at for at, each in active if _silences(each, diagnostic)]
        used.update(silencers)
        if not silencers:
            left.append(diagnostic)
    return left, used


def _silences(directive: Directive, diagnostic: Diagnostic) -> bool:
    if directive.rule not in ("", diagnostic.rule) or diagnostic.rule in (UNUSED, UNKNOWN):
        return False
    return directive.reach.start <= diagnostic.span.start <= directive.reach.end


def leftovers(
    found: Sequence[Directive], used: set[int], asked: Mapping[str, Rule], known: Iterable[str]
) -> Iterator[Diagnostic]:
    """Findings about the directives: names that are no rule, and those that silenced nothing.

    `asked` are the rules that ran on this note: of others nothing can be said.
    """
    names = set(known)
    for at, directive in enumerate(found):
        comment = directive.scope == "none"
        if comment or (directive.rule and directive.rule not in names):
            if rule := asked.get(UNKNOWN):
                near = nearest(directive.rule, (*_SCOPES, *_OTHER_VERBS) if comment else names)
                fix = Fix(f"write {near}", (Edit(directive.span, near),)) if near else None
                yield rule.found(
                    directive.span,
                    "comment" if comment else "rule",
                    suggestions=(near,) if near else (),
                    fixes=(fix,) if fix else (),
                    name=directive.rule,
                )
            continue
        idle = directive.scope != "on" and at not in used
        if idle and (not directive.rule or directive.rule in asked) and (rule := asked.get(UNUSED)):
            yield rule.found(directive.span, name=directive.rule or "any rule")
