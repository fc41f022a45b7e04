"""Accept words, one a line in rules/data/words.<language>.txt of the site.

`add WORD…` accepts them. `suggest` lists words that no dictionary knows and the site uses often, in the form of that
file: review it, and append it. `unused` lists accepted words that no note uses.
"""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from notelint.core import NotelintError


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `notelint words`."""
    add = parser.add_argument
    add("action", choices=("add", "suggest", "unused"), help="what to do")
    add("words", nargs="*", metavar="WORD", help="for add: a word as it is written")
    add("--language", metavar="CODE", help="of which language (default: the site's)")
    add("--least", type=int, default=3, metavar="N", help="for suggest: used N times or more (3)")
    add("--site", type=Path, default=Path(), metavar="DIR", help="root of the site")


def run(options: Namespace) -> int:
    """Do it; `unused` returns 1 when there are such words."""
    from notelint import word_lists
    from notelint.files import shown_path
    from notelint.targets import open_site

    if options.action == "add" and not options.words:
        raise NotelintError("say which words: notelint words add WORD…")
    if options.words and options.action != "add":
        raise NotelintError("words are given to “add”, and to nothing else")
    workspace, _ = open_site(options.site)
    language = word_lists.language_of(workspace, options.language or "")
    file = word_lists.list_of(workspace, language)
    if options.action == "add":
        new = word_lists.add(file, options.words)
        known = len(options.words) - new
        sys.stdout.write(f"{shown_path(file)}: {new} added, {known} known\n")
        return 0
    if options.action == "suggest":
        for word, count in word_lists.suggest(workspace, language, options.least):
            sys.stdout.write(f"{word} # {count} times\n")
        return 0
    idle = word_lists.never_used(workspace, language)
    sys.stdout.writelines(f"{line}\n" for line in idle)
    return int(bool(idle))
