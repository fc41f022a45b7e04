"""The entry point: answers at once what needs no thought, hands the rest to the command line."""

import sys


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
    return code


if __name__ == "__main__":
    sys.exit(main())
