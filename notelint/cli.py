"""Arguments in, exit code out. Each command is one module of notelint/commands/, imported late."""

import os
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from notelint.core import NotelintError
from notelint.nearest import did_you_mean

USAGE_ERROR = 2


class _Help(RawDescriptionHelpFormatter):
    """Help as wide as the terminal; asked for here, since argparse imports much to find out."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


class _Parser(ArgumentParser):
    """Says what is wrong with the arguments in one line."""

    def error(self, message: str) -> NoReturn:
        raise NotelintError(f"{message} (see {self.prog} --help)")


def run(arguments: Sequence[str]) -> int:
    """Run one command; 0: all well, 1: something was found, 2: the call cannot be followed."""
    try:
        return _run(list(arguments))
    except NotelintError as error:
        sys.stderr.write(f"notelint: {error}\n")
        return USAGE_ERROR
    except BrokenPipeError:  # the reader, `head` say, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("notelint: stopped\n")
        return 130
    except Exception as error:
        if os.environ.get("NOTELINT_TRACEBACK"):
            raise
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        sys.stderr.write(f"notelint: internal error: {reason}; please report it\n")
        return USAGE_ERROR


def _run(arguments: list[str]) -> int:
    name = arguments[0] if arguments else "--help"
    if name in ("-h", "--help"):
        sys.stdout.write(overview())
        return 0
    if name in ("-V", "--version"):
        from notelint import __version__

        sys.stdout.write(f"notelint {__version__}\n")
        return 0
    names = command_names()
    if name not in names:
        raise NotelintError(f"no command is called “{name}”{did_you_mean(name, names)}")
    parser, module = command_parser(name)
    code: int = module.run(parser.parse_intermixed_args(arguments[1:]))
    sys.stdout.flush()
    return code


def command_parser(name: str) -> tuple[ArgumentParser, Any]:
    """The parser of a command and the module that does it."""
    module = import_module(f"notelint.commands.{name}")
    parser = _Parser(
        prog=f"notelint {name}",
        description=module.__doc__,
        formatter_class=_Help,
        allow_abbrev=False,
    )
    module.add_arguments(parser)
    return parser, module


def _columns() -> int:
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit():
        return max(int(columns), 40)
    try:
        return max(os.get_terminal_size().columns, 40)
    except OSError:
        return 80


def command_names() -> list[str]:
    """Every command there is: the files of notelint/commands/."""
    folder = Path(__file__).parent / "commands"
    return sorted(path.stem for path in folder.glob("[a-z]*.py"))


def overview() -> str:
    """What `notelint --help` prints."""
    lines = [
        "usage: notelint COMMAND …",
        "",
        "Keeps Hugo notes correct in Portuguese and in English.",
        "",
    ]
    for name in command_names():
        _, module = command_parser(name)
        lines.append(f"  {name:12} {(module.__doc__ or '').splitlines()[0]}")
    lines += [
        "",
        "notelint COMMAND --help says more; notelint --version says which one this is.",
        "",
    ]
    return "\n".join(lines)
