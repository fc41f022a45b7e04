"""Make a site ready: its configuration, the pre-commit entry, with --to another language.

Asks nothing, and changes nothing that is already there; --diff shows the changes and makes none.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from notelint.core import NotelintError
from notelint.files import shown_path, walk_notes, write_atomically
from notelint.site.workspace import Workspace
from notelint.site_setup import Change, Setup, plan


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `notelint init`."""
    add = parser.add_argument
    add("--to", metavar="LANGUAGE", help="make this a language of the site: en")
    add("--from", dest="source", default="", metavar="LANGUAGE", help="the notes' own language")
    add("--diff", action="store_true", help="show the changes and make none")
    add("--site", type=Path, default=Path(), metavar="DIR", help="root of the site (default: here)")


def run(options: Namespace) -> int:
    """Say what the site is, and write what is missing."""
    if not options.site.is_dir():
        raise NotelintError(f"{options.site}: no such folder")
    workspace = Workspace.find(options.site)
    setup = plan(workspace)
    if options.to:
        from notelint.site_language import plan_language

        language = plan_language(workspace, options.to.lower(), options.source.lower())
        setup = Setup(setup.changes + language.changes, setup.advice + language.advice)
    if options.diff:
        sys.stdout.writelines(line for change in setup.changes for line in diff_of(change))
    else:
        sys.stdout.write(f"{about(workspace)}\n")
    for change in () if options.diff else setup.changes:
        write_atomically(change.path, change.after.encode())
        verb = "wrote" if change.before is None else "changed"
        sys.stdout.write(f"{verb} {shown_path(change.path)}: {change.what}\n")
    for advice in setup.advice:
        sys.stdout.write(f"left to you: {advice.rstrip()}\n")
    if not setup.changes and not setup.advice:
        sys.stdout.write("nothing is missing\n")
    return 0


def about(workspace: Workspace) -> str:
    """What was found of the site, in one line."""
    folders = [workspace.root / root.folder for root in workspace.content]
    count = len({note for each in folders if each.is_dir() for note in walk_notes(each)})
    notes = "1 note" if count == 1 else f"{count} notes"
    if not workspace.is_site:
        return f"no Hugo configuration: {shown_path(workspace.root)} is taken as it is, {notes}"
    files = ", ".join(shown_path(file) for file in workspace.hugo.files)
    languages = ", ".join(workspace.hugo.codes)
    if not {"languages", "defaultcontentlanguage"} & workspace.hugo.values.keys():
        languages += " (Hugo's default, since the site has no “defaultContentLanguage”)"
    return f"found a Hugo site by {files}: {notes}, languages: {languages}"


def diff_of(change: Change) -> Iterator[str]:
    """The change as a unified diff."""
    name = shown_path(change.path)
    before = (change.before or "").splitlines(keepends=True)
    old = f"a/{name}" if change.before is not None else "/dev/null"
    yield from unified_diff(before, change.after.splitlines(keepends=True), old, f"b/{name}")
