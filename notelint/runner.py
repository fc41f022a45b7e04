"""Notes × rules → sorted diagnostics."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from notelint.config import Config
from notelint.core import Diagnostic, NotelintError, Span
from notelint.files import shown_path
from notelint.learn import Learnt, check_module, guarded, learn
from notelint.parallel import spread
from notelint.removed import about, pages_leading_to, staged_removals, tracked
from notelint.rule_files import load_rules
from notelint.rules import Rule
from notelint.selection import Selection, settings_of, validate
from notelint.site.site import Page, Site
from notelint.suppress import leftovers, suppress
from notelint.targets import Targets, find_targets

if TYPE_CHECKING:
    from notelint.cache.memory import Memory

UNREADABLE = "file-unreadable"
GRAMMAR = "grammar"
SPELLING = "spelling"
FINISHED_APART = range(500, 20_000)
"""With so many notes what crosses pages is looked at in several processes: 0.2 ms a note. For fewer
that does not pay; with more, each process would hold a copy of a site that fills much of the memory.
"""

OF_ANY_TEXT = frozenset(
    "existence file headings languagetool phrases spelling substitution suppressions".split()
)
"""The checks that make sense of Markdown which Hugo never reads."""


class Request(NamedTuple):
    """What a check is asked: `paths` to report on, and what the command line says about rules.

    `overlay` is content that stands in for files on disk, by resolved path. `jobs` is the number of
    processes, 0 for as many as there are processors. `grammar` asks for LanguageTool by name.
    `cache` allows to use and to keep what was learnt; `baseline` is one more file that counts.
    """

    paths: tuple[Path, ...]
    site: Path | None = None
    config: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    jobs: int = 0
    grammar: bool = False
    cache: bool = False
    baseline: Path | None = None
    overlay: Mapping[Path, bytes] = {}


class Checked(NamedTuple):
    """One note that was looked at, and what was found; `path` is as shown to the user."""

    file: Path
    path: str
    diagnostics: tuple[Diagnostic, ...]


class Result(NamedTuple):
    """What a run found, in order of path; `reported` counts the notes that were asked about.

    `unasked` says why LanguageTool could not be asked, "" when it was, or need not be. `memory` can
    keep the answer to the call, which holds `until` (s since 1970).
    """

    checked: tuple[Checked, ...]
    reported: int
    rules: Mapping[str, Rule]
    config: Config
    root: Path
    unasked: str = ""
    memory: "Memory | None" = None
    until: float = inf


def run(request: Request) -> Result:
    """Check what is asked; NotelintError for a call or configuration that cannot be followed."""
    results = [
        _run_site(request, targets)
        for targets in find_targets(
            request.paths, request.overlay, site=request.site, config=request.config
        )
    ]
    first = results[0]
    if len(results) == 1:
        return first
    return Result(
        checked=tuple(checked for result in results for checked in result.checked),
        reported=sum(result.reported for result in results),
        rules={rule_id: rule for result in results for rule_id, rule in result.rules.items()},
        config=first.config,
        root=first.root,
        unasked=next(filter(None, (result.unasked for result in results)), ""),
    )


def _run_site(request: Request, targets: Targets) -> Result:
    root = targets.workspace.root
    config = targets.config
    also = (GRAMMAR,) if request.grammar or config.languagetool.enabled else ()
    selection = Selection(load_rules(root), config, request.select, request.ignore, also)
    validate(selection)
    asked = {note: _rules_for(note, selection, targets) for note in targets.notes}
    memory = _memory(request, targets, asked.values())
    learnt = _learn_all(request, targets, asked, memory, _own_dictionaries(selection))
    unasked = ""
    if any(rule.id == GRAMMAR for rules in asked.values() for rule in rules):
        from notelint.languagetool.asking import with_grammar

        learnt, unasked = with_grammar(learnt, request.overlay, asked, targets)
    facts = {each.path: each.facts for each in learnt.values() if each.facts is not None}
    site = Site.of(targets.workspace, facts)
    checked = spread(
        lambda note: _finish(note, learnt[note], asked[note], site, selection),
        targets.notes,
        request.jobs if len(targets.notes) in FINISHED_APART else 1,
    )
    checked += _broken_by_removal(request, targets, site, selection, learnt)
    checked.sort(key=lambda each: each.path)
    changes_at = site.tree.publishing.changes_at
    return Result(
        checked=tuple(checked),
        reported=len(targets.notes),
        rules=selection.rules,
        config=config,
        root=root,
        unasked=unasked,
        memory=memory,
        until=changes_at.timestamp() if changes_at else inf,
    )


def _rules_for(note: Path, selection: Selection, targets: Targets) -> tuple[Rule, ...]:
    """What is asked of a note; of a file that is no page, only what can be said of any text."""
    rules = selection.rules_for(note)
    if targets.pages:
        return rules
    return tuple(rule for rule in rules if rule.check in OF_ANY_TEXT)


def _own_dictionaries(selection: Selection) -> frozenset[str]:
    """The languages for which the site brings a dictionary."""
    brought = settings_of(selection, SPELLING, "dictionaries")
    return frozenset(language for each in brought if isinstance(each, Mapping) for language in each)


def _memory(
    request: Request, targets: Targets, asked: Iterable[tuple[Rule, ...]]
) -> "Memory | None":
    """The cache, for a site with nothing on standard input: a plain folder may be anything."""
    if not request.cache or request.overlay or not targets.workspace.is_site:
        return None
    from notelint.cache.memory import Memory

    files = {targets.config.file, request.config, request.baseline} - {None}
    different = {id(rules): rules for rules in asked}  # notes share them
    for rule in (rule for rules in different.values() for rule in rules):
        dictionaries = (rule.options.get("dictionaries") or {}).values()
        files.update(targets.workspace.root / str(each) for each in dictionaries)
    return Memory(targets, [file for file in files if file is not None])


def _broken_by_removal(
    request: Request,
    targets: Targets,
    site: Site,
    selection: Selection,
    learnt: Mapping[Path, Learnt],
) -> Iterator[Checked]:
    """Notes that were not asked about, for what files that are gone have broken in them."""
    root = targets.workspace.root
    gone = targets.gone
    if targets.workspace.is_site and not any(path.is_dir() for path in request.paths):
        gone += staged_removals(root)
    explained: set[Path] = set()
    by_path = {each.path: note for note, each in learnt.items()} if gone else {}
    for page, references in pages_leading_to(gone, site) if gone else ():
        note = by_path[page.path]
        if note not in targets.notes:
            found = _finish(note, learnt[note], selection.rules_for(note), site, selection)
            if broken := about(found.diagnostics, references):
                explained.update(gone)
                yield found._replace(diagnostics=tuple(broken))
    for path in targets.gone:
        if path not in explained and not tracked(path):
            raise NotelintError(f"{shown_path(path)}: no such file or folder")


def _learn_all(
    request: Request,
    targets: Targets,
    asked: Mapping[Path, tuple[Rule, ...]],
    memory: "Memory | None",
    own_dictionaries: frozenset[str],
) -> dict[Path, Learnt]:
    workspace, overlay = targets.workspace, request.overlay

    def learn_one(file: Path) -> Learnt:
        path = targets.site_path(file)
        rules = asked.get(file, ())
        try:
            data = overlay[file] if file in overlay else file.read_bytes()
        except OSError as error:
            return Learnt(path, None, _unreadable(rules, error))
        return learn(path, data, workspace, rules, own_dictionaries)

    def learn_each(files: Sequence[Path]) -> list[Learnt]:
        for rule in {rule.check: rule for rules in asked.values() for rule in rules}.values():
            check_module(rule)  # before any process starts: imported once, said once if wrong
        return spread(learn_one, files, request.jobs)

    files = targets.all_notes
    if memory is None:
        return dict(zip(files, learn_each(files), strict=True))
    choice = f"{request.select} {request.ignore}"
    answers = memory.learn_all(
        files, lambda file: choice if file in asked else "", targets.site_path, learn_each
    )
    memory.save()
    return dict(zip(files, answers, strict=True))


def _unreadable(rules: Iterable[Rule], error: OSError) -> tuple[Diagnostic, ...]:
    reason = f"the file cannot be read: {error.strerror}"
    return tuple(rule.found(Span(0, 0), fault=reason) for rule in rules if rule.id == UNREADABLE)


def _finish(
    note: Path, learnt: Learnt, rules: tuple[Rule, ...], site: Site, selection: Selection
) -> Checked:
    """All findings of one note, after suppressions, sorted by place."""
    page = site.pages.get(learnt.path)
    found = list(learnt.diagnostics)
    if page is not None and learnt.facts is not None:
        found += across_pages(page, rules, site)
    left, used = suppress(found, learnt.directives)
    asked = {rule.id: rule for rule in rules}
    left += leftovers(learnt.directives, used, asked, selection.rules)
    shown = shown_path(site.workspace.root / learnt.path)
    ordered = sorted(set(left), key=_place)
    return Checked(note, shown, tuple(each._replace(path=shown) for each in ordered))


def across_pages(page: Page, rules: Iterable[Rule], site: Site) -> Iterator[Diagnostic]:
    """What the cross-page ones of `rules` find on `page`."""
    for rule in rules:
        module = check_module(rule)
        if module is not None and hasattr(module, "check_page"):
            look = partial(module.check_page, page, rule, site)
            yield from guarded(rule, page.path, look)


def _place(diagnostic: Diagnostic) -> tuple[Span, str, str]:
    return diagnostic.span, diagnostic.rule, diagnostic.message
