"""Lists of accepted words: one a line, `word # note`.

`~word`: as it is written, capitals too. `word*`: its inflections too, `deployar*` as a Portuguese
verb, `token*` with the endings of both languages. `ipso facto`: words that are right together.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

_IN_NOTE = re.compile(r"<!--\s*notelint-words:(.*?)-->", re.DOTALL)

# What may follow the stem of a Portuguese verb (deploy-ar), and of a word of either language.
_VERB = re.compile(
    r"(?:[aei]r(?:em|mos)?|[aei]nd[oa]|[ai]d[oa]s?|[aeio]|am|em|ou|ei|eu|iu|[aei]ram|av[ao]m?|ávamos"
    r"|iam?|[aei]mos|[aei]r[áã]o?|[aei]riam?|[aei]ssem?|ação|ações|ador[ae]?s?|agem|agens|ável|áveis"
    r"|amentos?|is|as)\Z"
)
_PRESENT = ("a", "as", "am", "e", "es", "em", "o")
"""Where verbs in -ear have -ei-: `mapear`, `mapeia`."""
_WORD = re.compile(r"(?:e?s|e?d|ing|ers?|['’]s|[ao]s?|inh[ao]s?|mente|istas?|ismo)\Z")


@dataclass(frozen=True, slots=True)
class Accepted:
    """Words taken as right: `plain` in small letters, `exact` as written, and what takes
    inflections: `verbs` by their stem (`deploy` for `deployar*`), `words` whole. `expressions` are by
    each of their words those that hold it, in small letters.
    """

    plain: frozenset[str] = frozenset()
    exact: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    expressions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __contains__(self, word: str) -> bool:
        return self.lists(word) or self._inflected(word.lower())

    def lists(self, word: str) -> bool:
        """True when the very word is in a list, not an inflection of one."""
        return word.lower() in self.plain or word in self.exact

    def has_expression(self, word: str, text: str, start: int) -> bool:
        """True when `word`, at `start` of `text`, is part of an expression there."""
        for expression in self.expressions.get(word.lower(), ()):
            within = expression.index(word.lower())
            first = start - within
            if first >= 0 and text[first : first + len(expression)].lower() == expression:
                return True
        return False

    def _inflected(self, word: str) -> bool:
        for at in range(max(2, len(word) - 9), len(word)):
            stem = word[:at]
            if stem in self.verbs and _VERB.match(word, at):
                return stem[-1] != "e" or word[at:] not in _PRESENT  # mapeia, not `mapea`
            if stem in self.words and (_WORD.match(word, at) or _VERB.match(word, at)):
                return True
            if stem[:-1] in self.words and stem[-1] == stem[-2] and _WORD.match(word, at):
                return True  # plug, plugged
        return False


def parse(lines: Iterable[str]) -> Accepted:
    """Read the lines of one or more word lists; what stands behind `#` is a note."""
    plain, exact, verbs, words = set(), set(), set(), set()
    expressions: dict[str, tuple[str, ...]] = {}
    for line in lines:
        word = line.partition("#")[0].strip()
        if word.startswith("~"):
            exact.add(word[1:].strip())
        elif word.endswith("*"):
            word = word.rstrip("*").lower()
            plain.add(word)
            if re.search(r"[aei]r\Z", word):
                verbs.add(word[:-2])
                if word.endswith("ear"):
                    plain.update(f"{word[:-2]}i{ending}" for ending in _PRESENT)
                if word.endswith("car"):
                    verbs.add(word[:-3] + "qu")
                elif word.endswith("gar"):
                    verbs.add(word[:-2] + "u")
            else:
                words.add(word)
        elif " " in word:
            expression = " ".join(word.lower().split())
            for part in expression.replace(",", "").split():
                expressions[part] = (*expressions.get(part, ()), expression)
        elif word:
            plain.add(word.lower())
    return Accepted(
        frozenset(plain), frozenset(exact), frozenset(verbs), frozenset(words), expressions
    )


def are_inflections(word: str, other: str) -> bool:
    """True when both may be forms of one word: one stem, and endings that words take."""
    same = 0
    while same < min(len(word), len(other)) and word[same] == other[same]:
        same += 1
    return any(
        ending.match(word, at) and ending.match(other, at)
        for at in range(max(3, same - 4), same + 1)
        for ending in (_VERB, _WORD)
    )


def words_in(text: str) -> Iterator[str]:
    """The words that `<!-- notelint-words: a, b -->` comments of a note accept for that note."""
    for comment in _IN_NOTE.finditer(text):
        for word in comment[1].split(","):
            if word.strip():
                yield word.strip()
