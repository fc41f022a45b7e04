"""The entry point: answers at once what needs no thought, hands the rest to the command line."""

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> int:
    """Run notelint on the arguments of this process and return its exit code."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        from notelint import __version__

        sys.stdout.write(f"notelint {__version__}\n")
        return 0
    if arguments[:1] in (["check"], ["translate"]):
        from notelint.cache.runs import replay

        code = replay(arguments)
        if code is not None:
            return code
    from notelint.cache.expressions import keep_expressions

    expressions = keep_expressions()
    from notelint.cli import run

    code = run(arguments)
    expressions.save()
    if arguments[:1] == ["check"]:
        _leave(code)
    return code


def _leave(code: int) -> "NoReturn":
    """End at once: to take a site of objects apart, one by one, takes as long as to import them."""
    import os

    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            code = code or 1  # nobody reads any more
    os._exit(code)


if __name__ == "__main__":
    sys.exit(main())
