"""How much slower notelint translates than the bare offline engine.

    python benchmarks/translation_throughput.py [FOLDER] [--times N]

The same sentences (the segments of all notes below FOLDER, without markup) are translated by the
bare model on two threads, and the notes by `notelint translate --output`, in turns, N times.
Printed: medians of seconds, by the clock and of the processors, and bare / notelint; 1 means that
markup, checks and files cost nothing.
"""

import argparse
import shutil
import statistics
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from notelint.engines.offline import engine, model
from notelint.files import walk_notes
from notelint.note.markup import MATH
from notelint.note.note import read
from notelint.note.shortcode_table import default_table
from notelint.translation import Request, run
from notelint.translation.engine import Pair
from notelint.translation.fields import passages_alone
from notelint.translation.protect import protect
from notelint.translation.segments import segments_of


class Watch:
    """Seconds of the clock and of the processors, which a busy machine does not stretch."""

    clock = processor = 0.0

    def __enter__(self) -> "Watch":
        self._start = time.perf_counter(), time.process_time()
        return self

    def __exit__(self, *details: object) -> None:
        self.clock = time.perf_counter() - self._start[0]
        self.processor = time.process_time() - self._start[1]


def sources(folder: Path, place: Path) -> Path:
    """A copy of the Portuguese notes at `place`, away from the memory of what was translated before."""
    for path in walk_notes(folder):
        if not path.name.endswith(".en.md"):
            target = place / path.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    return place


def sentences(folder: Path) -> list[str]:
    """What is translated of the notes, without markup, each text once."""
    found: dict[str, None] = {}
    for path in walk_notes(folder):
        note = read(
            path.name, path.read_bytes(), language="pt", markup=MATH, shortcodes=default_table()
        )
        for segment in segments_of(passages_alone(note)):
            found[protect(segment).clean] = None
    return list(found)


def bare(texts: list[str], threads: int = 2) -> Watch:
    """Time for the model alone."""
    translate = model("pt-en")
    with Watch() as watch, ThreadPoolExecutor(threads) as pool:
        list(pool.map(translate, sorted(texts, key=len, reverse=True)))
    return watch


def notelint(folder: Path) -> Watch:
    """Time for the notes, from reading to writing."""
    with tempfile.TemporaryDirectory() as out, Watch() as watch:
        report = run(Request(paths=(folder,), source="pt", output=Path(out)))
    assert report.exit_code == 0
    return watch


def main() -> None:
    """Measure in turns."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path("content"))
    parser.add_argument("--times", type=int, default=3)
    options = parser.parse_args()
    engine(Pair("pt", "en"), {})
    with tempfile.TemporaryDirectory() as place:
        notes = sources(options.folder, Path(place))
        measure(notes, options.times)


def measure(folder: Path, times: int) -> None:
    """Print both, and how they compare."""
    texts = sentences(folder)
    print(f"{len(texts)} different texts, {sum(map(len, texts))} characters")
    bare(texts[:20])
    pairs = [(bare(texts), notelint(folder)) for _ in range(times)]
    for name in ("clock", "processor"):
        one, other = (
            statistics.median(getattr(watch, name) for watch in column)
            for column in zip(*pairs, strict=True)
        )
        print(f"{name}: bare {one:.1f} s, notelint {other:.1f} s: {one / other:.2f}")


if __name__ == "__main__":
    main()
