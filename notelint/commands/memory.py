"""Take the memory of translations to other tools and back, or learn from pages that people translated.

`export FILE` writes all segments as PO, XLIFF 2 or TMX, by the file's ending. `import FILE` learns what was reviewed
in such a file; `import PATH`, a page of the edition or a folder of them, learns from what people wrote there. The
next `notelint translate` writes what was learnt.
"""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from notelint.arguments import add_site_arguments
from notelint.core import NotelintError

if TYPE_CHECKING:
    from notelint.site.workspace import Workspace
    from notelint.translation.engine import Pair
    from notelint.translation.memory import Memory


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `notelint memory`."""
    add = parser.add_argument
    add("action", choices=("export", "import"), help="what to do")
    add("paths", nargs="+", type=Path, metavar="PATH", help="a .po, .xlf or .tmx file, or pages")
    add("--to", default="", metavar="LANGUAGE", help="the language of the edition (default: en)")
    add("--from", dest="source", default="", metavar="LANGUAGE", help="the notes' own language")
    add("--of", type=Path, metavar="NOTE", help="the note that PATH translates, if not by its name")
    add_site_arguments(parser)


def run(options: Namespace) -> int:
    """Export or import, and say how much."""
    from notelint.files import is_note, shown_path
    from notelint.targets import open_site
    from notelint.translation.engine import Pair
    from notelint.translation.exchange import export_memory, import_memory
    from notelint.translation.memory import Memory
    from notelint.translation.placement import source_language

    workspace, config = open_site(options.site or Path(), options.config)
    languages = config.translation.languages
    target = options.to or (languages[0] if len(languages) == 1 else "en")
    source = source_language(workspace, target, options.source or config.translation.source)
    pair = Pair(source or "pt", target)
    memory = Memory(workspace.root, target, warn=_warn)
    if options.action == "export":
        for file in options.paths:
            count = export_memory(memory, pair, file)
            sys.stdout.write(f"{shown_path(file)}: {count} segments written\n")
        return 0
    pages = [path for path in options.paths if path.is_dir() or is_note(path.name)]
    for file in options.paths:
        if file not in pages:
            brought = import_memory(memory, pair, file)
            sys.stdout.write(
                f"{shown_path(file)}: {brought.changed} new or changed, {brought.accepted} accepted, "
                f"{brought.unreviewed} not reviewed\n"
            )
    if pages or options.of:
        _learn(options, pages, workspace, memory, pair)
    return 0


def _learn(
    options: Namespace, pages: list[Path], workspace: "Workspace", memory: "Memory", pair: "Pair"
) -> None:
    from notelint.files import shown_path
    from notelint.translation.existing import learn_pages

    if options.of and len(pages) != 1:
        raise NotelintError("--of goes with one page, its translation")
    found = list(learn_pages(workspace, memory, pair, pages, options.of))
    for one in found:
        sys.stdout.write(f"{shown_path(one.path)}: {one.learnt} of {one.of} sentences learnt\n")
    if not found:
        raise NotelintError("no page of the edition there that notelint does not know already")


def _warn(line: str) -> None:
    sys.stderr.write(f"notelint: {line}\n")
