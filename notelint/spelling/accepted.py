"""Lists of accepted words: one a line, `word # note`; `~` in front: case matters; `*` behind: its inflections too."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_IN_NOTE = re.compile(r"<!--\s*notelint-words:(.*?)-->", re.DOTALL)

# What may follow a stem that takes inflections: plurals, feminines, verb forms of -ar/-er/-ir, -ção.
_ENDINGS = re.compile(
    r"(?:s|es|r|d|ed|ing|er|ers|'s|’s|a|o|as|os|inh[ao]s?|mente"
    r"|[aei]r(?:em|mos)?|[aei]nd[oa]|[ai]d[oa]s?|[aei]|am|em|ou|ei|eu|iu|aram|eram|iram|ava|avam|ávamos|ia|iam"
    r"|amos|emos|imos|ar[áã]o?|ar[ei]a?m?|ari?am?|aria|ariam|asse|assem|e[ms]?|ação|ações|ador|adora|adores|adoras"
    r"|agem|agens|ável|áveis|amento|amentos|ista|istas|ismo)\Z"
)


@dataclass(frozen=True, slots=True)
class Accepted:
    """Words taken as right: `plain` in small letters, `exact` as written, `stems` with inflections."""

    plain: frozenset[str] = frozenset()
    exact: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()

    def __contains__(self, word: str) -> bool:
        lower = word.lower()
        return (
            lower in self.plain
            or word in self.exact
            or (bool(self.stems) and self._inflected(lower))
        )

    def _inflected(self, word: str) -> bool:
        if word in self.stems:
            return True
        for at in range(max(2, len(word) - 9), len(word)):
            stem, ending = word[:at], word[at:]
            if stem in self.stems and _ENDINGS.match(ending):
                return True
            if stem[-1] == stem[-2] and stem[:-1] in self.stems and _ENDINGS.match(ending):
                return True  # plug, plugged
        return False


def parse(lines: Iterable[str]) -> Accepted:
    """Read the lines of one or more word lists."""
    plain, exact, stems = set(), set(), set()
    for line in lines:
        word = line.partition("#")[0].strip() if not line.startswith("#") else ""
        if word.endswith("*"):
            stem = word.rstrip("*").lower()
            stems.add(stem)
            stems.add(re.sub(r"(?<=\w\w)[aeo]r?\Z", "", stem))
            plain.add(stem)
        elif word.startswith("~"):
            exact.add(word[1:].strip())
        elif word:
            plain.add(word.lower())
    return Accepted(frozenset(plain), frozenset(exact), frozenset(stems))


def words_in(text: str) -> Iterator[str]:
    """The words that `<!-- notelint-words: a, b -->` comments of a note accept for that note."""
    for comment in _IN_NOTE.finditer(text):
        for word in comment[1].split(","):
            if word.strip():
                yield word.strip()
