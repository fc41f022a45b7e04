"""Judges the common words once, so that no run has to: python scripts/judge_common_words.py

Writes notelint/spelling/data/common.<language>.dawg: the words of frequent.txt and of our own counts, with a
small and with a capital first letter, that are right by themselves. To be run after each change of the
dictionaries or of the judgement; a test compares.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from notelint.spelling.automaton import compiled, own  # noqa: E402
from notelint.spelling.kinds import RIGHT  # noqa: E402
from notelint.spelling.lexicon import Lexicon, lexicon  # noqa: E402
from notelint.spelling.verdict import judged  # noqa: E402

LANGUAGES = ("pt", "en")
COUNTS = ROOT / "scripts" / "dictionary_data" / "counts.pt.txt"


def common(language: str) -> Iterator[str]:
    """The common words that are right in notes of `language`, as they stand in a sentence or begin one."""
    known = lexicon(language)
    assert isinstance(known, Lexicon)
    for word in sorted(words()):
        for form in (word, word.capitalize()):
            if judged(form, known, False) is RIGHT:
                yield form


def words() -> set[str]:
    """The words that a note may well hold: frequent ones, and those that we counted in manuals."""
    lines = COUNTS.read_text("utf-8").splitlines()
    counted = {line.split()[0] for line in lines if not line.startswith("#")}
    return counted | set(own("frequent.txt").read_text("utf-8").split())


def main() -> None:
    """Write a file for each language."""
    for language in LANGUAGES:
        target = own(f"common.{language}.dawg")
        if not target.exists():
            target.write_bytes(compiled([]))
        found = set(common(language))
        target.write_bytes(compiled(found))
        print(f"{target.name}: {len(found):,} words, {target.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
