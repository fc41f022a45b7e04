"""Words that may take another's place: of the same ending, so that the text still reads like one."""

import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from unicodedata import normalize

from benchmarks.material import Pattern
from notelint.api import check
from notelint.spelling.automaton import load, own, replacements

_ACCENTS = (("a", "áàâã"), ("e", "éê"), ("i", "í"), ("o", "óôõ"), ("u", "úü"), ("c", "ç"))
_LONG = 8
"""Letters. Shorter frequent words are too often names and oaths: the list knows film subtitles."""

_ENDING = 3
_SKEW = 3
"""How much commoner the first words of a kind are than the last: words are not used evenly."""

_TOPIC = 40
"""Words that a note uses again and again."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words by their last three letters, in the order in which they are common here."""

    by_ending: dict[str, tuple[str, ...]]
    all: tuple[str, ...]

    def topic(self, random: Random) -> tuple[str, ...]:
        """The words that one note is about."""
        return tuple(random.sample(self.all, _TOPIC))

    def vary(self, text: Pattern, random: Random, topic: dict[str, list[str]], share: float) -> str:
        """`text` with a `share` of its long words exchanged, by those of the topic first."""
        parts = list(text)
        for place in range(1, len(parts), 2):
            if random.random() < share:
                ending = parts[place][-_ENDING:]
                others = topic.get(ending) or self.by_ending.get(ending)
                if others:
                    chosen = others[int(len(others) * random.random() ** _SKEW)]
                    if chosen not in parts[max(0, place - 2) : place + 3]:
                        parts[place] = chosen
        return "".join(parts)


def by_ending(words: Sequence[str]) -> dict[str, list[str]]:
    """Words by their last three letters."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in words:
        found[word[-_ENDING:]].append(word)
    return found


def read_vocabulary(random: Random) -> Vocabulary:
    """Frequent Portuguese words of notelint's own list, for a text without a finding.

    Words that another differs from only by accents are left out, and those that notelint reports.
    """
    listed = own("frequent.txt").read_text(encoding="utf-8")
    portuguese = load(own("pt_BR.dawg"))
    accents = replacements(_ACCENTS)
    words = sorted(
        word
        for word in set(listed.split())
        if len(word) >= _LONG
        and word.isalpha()
        and word.islower()
        and portuguese.similar_keys(_bare(word), accents) == [word]
    )
    reported = _reported(words)
    words = [word for word in words if word not in reported]
    random.shuffle(words)
    kinds = {ending: tuple(kind) for ending, kind in by_ending(words).items()}
    return Vocabulary(kinds, tuple(words))


def _bare(word: str) -> str:
    """A word without its accents."""
    return normalize("NFD", word).encode("ascii", "ignore").decode()


def _reported(words: Sequence[str]) -> frozenset[str]:
    """What notelint finds wrong when each word stands alone."""
    with tempfile.TemporaryDirectory() as folder:
        note = Path(folder, "words.md")
        text = "\n\n".join(words)
        note.write_text(text, encoding="utf-8")
        found = check([note], site=folder, select=["spelling", "phrase"])
    return frozenset(text[each.span.start : each.span.end] for each in found)
