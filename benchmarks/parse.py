"""What parsing with exact places costs beside stock mistune on the same documents, in one process.

    python benchmarks/parse.py [PATH…] [--rounds N]

Every document is parsed by both in turn, N rounds over; each parser's fastest time for each document
counts, so that what else the machine does falls out. Without PATH: the notes of content/.
"""

import argparse
import gc
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from mistune import create_markdown
from mistune.plugins.table import table_in_list, table_in_quote

from notelint.note.front_matter import read_front_matter
from notelint.note.markdown import parse
from notelint.note.markup import MATH, Markup
from notelint.note.shortcodes import scan

PLUGINS = (
    "strikethrough",
    "table",
    table_in_quote,
    table_in_list,
    "footnotes",
    "task_lists",
    "def_list",
    "url",
)


def main() -> None:
    """Print characters, milliseconds and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("paths", nargs="*", type=Path, default=[Path("content")])
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    bodies = [body for path in options.paths for body in bodies_of(path)]
    if not bodies:
        parser.error("no Markdown file there")
    stock = create_markdown(renderer="ast", plugins=PLUGINS)
    parsers: dict[str, Callable[[str], object]] = {
        "stock mistune, no places": stock,
        "notelint, plain Markdown": lambda body: parse(body, 0, len(body), Markup()),
        "notelint, math and shortcodes": lambda body: parse(body, 0, len(body), MATH, scan(body)),
    }
    times = measure(parsers, bodies, options.rounds)
    base = next(iter(times.values()))
    size = sum(map(len, bodies))
    print(f"{len(bodies)} documents, {size:,} characters, best of {options.rounds} rounds")
    for name, seconds in times.items():
        speed = size / seconds / 1e6
        print(f"{name:32} {seconds * 1000:8.1f} ms  {speed:5.2f} M/s  × {seconds / base:.2f}")


def bodies_of(path: Path) -> list[str]:
    """The bodies of the notes at or under `path`."""
    files = [path] if path.is_file() else sorted(path.rglob("*.md"))
    texts = [file.read_bytes().decode("utf-8", "replace") for file in files if file.is_file()]
    return [text[read_front_matter(text).body_start :] for text in texts]


def measure(
    parsers: dict[str, Callable[[str], object]], bodies: Sequence[str], rounds: int
) -> dict[str, float]:
    """For each parser the sum over all bodies of its fastest time, in seconds."""
    best = {name: [float("inf")] * len(bodies) for name in parsers}
    gc.disable()
    for _ in range(rounds):
        for index, body in enumerate(bodies):
            for name, parser in parsers.items():
                start = time.perf_counter()
                parser(body)
                best[name][index] = min(best[name][index], time.perf_counter() - start)
        gc.collect()
    gc.enable()
    return {name: sum(seconds) for name, seconds in best.items()}


if __name__ == "__main__":
    main()
