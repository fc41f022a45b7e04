"""List the translation engines, and what each is."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path


def add_arguments(parser: ArgumentParser) -> None:
    """`notelint engines` takes no arguments."""


def run(options: Namespace) -> int:
    """Print one line for each engine: the first of its module, which is read and not imported."""
    import ast

    folder = Path(__file__).parent.parent / "engines"
    for path in sorted(folder.glob("[a-z]*.py")):
        text = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
        sys.stdout.write(f"{path.stem:12} {text.partition(chr(10))[0]}\n")
    return 0
