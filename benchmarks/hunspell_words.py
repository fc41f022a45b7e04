"""The words of a text that hunspell does not know, one a line: line, column, word.

    python hunspell_words.py TEXT DICTIONARY…

Run by the Python that has chunspell, so it imports nothing of ours. A word is right when any of the
dictionaries (paths without an ending) knows it.
"""

import re
import sys
from pathlib import Path

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def main() -> None:
    """Print what is unknown, tab-separated."""
    from hunspell import Hunspell  # type: ignore[import-untyped]

    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    known = [
        Hunspell(Path(each).name, hunspell_data_dir=str(Path(each).parent)) for each in sys.argv[2:]
    ]
    for number, line in enumerate(text.split("\n"), 1):
        for word in WORD.finditer(line):
            if not any(dictionary.spell(word[0]) for dictionary in known):
                print(number, word.start() + 1, word[0], sep="\t")


if __name__ == "__main__":
    main()
