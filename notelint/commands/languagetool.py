"""Start, stop or look for the LanguageTool server that grammar checks share."""

import sys
from argparse import ArgumentParser, Namespace


def add_arguments(parser: ArgumentParser) -> None:
    """What to do with the server; it starts by itself when a check needs it."""
    parser.add_argument("action", choices=("start", "stop", "status"))


def run(options: Namespace) -> int:
    """Do it and say what became of it; `status` returns 1 when no server runs."""
    from notelint.languagetool import server

    if options.action == "stop":
        said = "stopped" if server.stop() else "no server was running"
        sys.stdout.write(f"{said}\n")
        return 0
    url = server.start() if options.action == "start" else server.running()
    sys.stdout.write(f"LanguageTool at {url}\n" if url else "no server is running\n")
    return 0 if url else 1
