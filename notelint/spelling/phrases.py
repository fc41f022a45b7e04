"""Real-word errors: phrases that are wrong although each of their words is right.

The rules are data (rules/data/phrases.<language>.yaml, which explains its own form). A phrase is
looked for only in blocks that hold one of its words or literals, so that hundreds cost little.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress, islice, product
from operator import eq
from typing import TYPE_CHECKING, Any, NamedTuple

from notelint.core import Confidence, NotelintError
from notelint.nearest import did_you_mean
from notelint.note.prose import ENDS_OF_WORDS, Prose, ProseGroup, group_of, searched

if TYPE_CHECKING:
    import ahocorasick

_PART = re.compile(r"\s+|[^\s]+")
_SENTENCE_END = ".!?:;…"
_KEYS = (
    *("id", "words", "literal", "repeated", "hint", "match", "write", "forms"),
    *("not-after", "not-before", "except", "sentence-start", "heading"),
    *("certain", "confidence", "why", "bad", "good"),
)
_BEFORE_SENTENCES = ("\n ", "  ", ". ", ": ", "- ")
"""What stands before the first word of a sentence in `ProseGroup.small`; other signs are spaces there."""

_CONTEXT = 48
"""How many characters before a match are looked at: no `not-after` is longer."""


class Form(NamedTuple):
    """One form of a phrase: `quick` matches in `text.lower()` wherever `exact` does in `text`, which is
    written as `template` says.

    `quick` heeds letter case and does not look back, and so is looked for several times as fast.
    """

    quick: re.Pattern[str]
    exact: re.Pattern[str]
    template: str


@dataclass(frozen=True)
class Phrase:
    """One entry of the phrase file. `forms` are pairs of a pattern and its template; `classes` are
    what {names} in patterns stand for.
    """

    id: str
    words: frozenset[str]
    literal: tuple[str, ...]
    repeated: bool
    hint: str
    forms: tuple[tuple[str, str], ...]
    why: str
    certain: bool
    confidence: Confidence
    sentence_start: bool
    heading: bool
    right_after: str
    right_before: str
    right_within: str
    bad: tuple[tuple[str, str], ...]
    good: tuple[str, ...]
    classes: "Classes"

    @cached_property
    def patterns(self) -> tuple["Form", ...]:
        """The forms, compiled when the phrase is first needed.

        Raises NotelintError for one that is no regular expression.
        """
        return tuple(
            Form(
                self._compiled(rf"(?:{_in_small_letters(self.classes.expand(match))})(?!\w)", 0),
                self._compiled(rf"(?<![\w-])(?:{match})(?!\w)"),
                template,
            )
            for match, template in self.forms
        )

    @cached_property
    def hints(self) -> re.Pattern[str]:
        """What is found in `text.lower()` wherever the phrase is, if it has a hint."""
        return self._compiled(rf"(?:{_in_small_letters(self.classes.expand(self.hint))})(?!\w)", 0)

    @cached_property
    def looks(self) -> tuple[Callable[[str], re.Match[str] | None], ...]:
        """What to ask of `text.lower()` first: where all find nothing the phrase is not."""
        if self.hint:
            return (self.hints.search,)
        return tuple(form.quick.search for form in self.patterns)

    @property
    def is_called(self) -> bool:
        """False for a phrase that is looked for in every block."""
        return bool(self.literal or self.words or self.repeated)

    def callers(self) -> list[str]:
        """The texts of which one stands in every block that may hold the phrase."""
        if not self.literal:
            return [f" {word}{end}" for word in self.words for end in ENDS_OF_WORDS]
        texts = []
        for literal in self.literal:
            if literal[0] == "^":
                texts += [before + literal[1:] for before in _BEFORE_SENTENCES]
            else:
                texts.append(f" {literal}" if literal[0].isalpha() else literal.removeprefix("*"))
        return texts

    def _compiled(self, pattern: str, flags: re.RegexFlag | int = re.I) -> re.Pattern[str]:
        try:
            return re.compile(self.classes.expand(pattern), flags)
        except re.error as error:
            said = f"phrase “{self.id}”: “{pattern}” is no regular expression: {error}"
            raise NotelintError(said) from error

    @cached_property
    def _exceptions(
        self,
    ) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None, re.Pattern[str] | None]:
        after = before = within = None
        if self.right_after:
            after = self._compiled(rf"(?<![\w-])(?:{self.right_after}) *$")
        if self.right_before:
            before = self._compiled(rf" *(?:{self.right_before})(?![\w-])")
        if self.right_within:
            within = self._compiled(self.right_within)
        return after, before, within

    def is_right(self, text: str, match: re.Match[str]) -> bool:
        """True when what stands around the match, or in it, makes it right after all."""
        start, end = match.span()
        after, before, within = self._exceptions
        if self.sentence_start and not _begins_sentence(text, start):
            return True
        if after and after.search(text[max(0, start - _CONTEXT) : start]):
            return True
        if before and before.match(text, end):
            return True
        return bool(within and within.search(match.group()))


class WrongPhrase(NamedTuple):
    """Characters `start:end` of the prose, and what belongs there."""

    start: int
    end: int
    suggestion: str
    phrase: Phrase


def read_phrases(content: object) -> tuple[Phrase, ...]:
    """The phrases in a phrase file; raises NotelintError naming the entry that is wrong."""
    if not isinstance(content, Mapping) or not isinstance(content.get("phrases"), list):
        raise NotelintError("a phrase file holds “classes” and a list “phrases”")
    classes = Classes(content.get("classes") or {})
    return tuple(_phrase(entry, classes) for entry in content["phrases"])


def _phrase(entry: Mapping[str, Any], classes: "Classes") -> Phrase:
    name = str(entry.get("id", "?"))
    for key in entry:
        if key not in _KEYS:
            raise NotelintError(f"phrase “{name}”: unknown key “{key}”{did_you_mean(key, _KEYS)}")
    if "words" in entry and "literal" in entry:
        raise NotelintError(f"phrase “{name}”: “literal” stands in place of “words”")
    pairs = entry.get("forms") or [[entry["match"], entry["write"]]]
    return Phrase(
        id=name,
        words=frozenset(entry.get("words", ())),
        literal=tuple(one for each in entry.get("literal", ()) for one in classes.all_of(each)),
        repeated=bool(entry.get("repeated", False)),
        hint=entry.get("hint", ""),
        forms=tuple((match, write) for match, write in pairs),
        why=entry.get("why", ""),
        certain=bool(entry.get("certain", False)),
        confidence=entry.get("confidence", "high"),
        sentence_start=bool(entry.get("sentence-start", False)),
        heading=bool(entry.get("heading", False)),
        right_after=entry.get("not-after", ""),
        right_before=entry.get("not-before", ""),
        right_within=entry.get("except", ""),
        bad=tuple((wrong, right) for wrong, right in entry.get("bad", ())),
        good=tuple(entry.get("good", ())),
        classes=classes,
    )


_NOT_LETTERS = re.compile(r"(\\.|\(\?P<\w+>|\(\?P=\w+\)|\(\?-i:)")


def _in_small_letters(pattern: str) -> str:
    """A regular expression that takes in small letters whatever `pattern` takes in any."""
    pieces = _NOT_LETTERS.split(pattern)
    pieces[::2] = [piece.lower() for piece in pieces[::2]]
    return "".join(pieces).replace("(?-i:", "(?:")


_BRACES = re.compile(r"\{([^{}]*)\}")
_NAME = re.compile(r"\{([a-zà-ú]+)\}")
_WORDS_ONLY = re.compile(r"[a-zà-ú]+(?:\|[a-zà-ú]+)+")


class Classes:
    """What {names} in patterns stand for; worked out when a pattern is first needed."""

    def __init__(self, written: Mapping[str, str]) -> None:
        self._written = written
        self._named = {name: pattern.split("|") for name, pattern in written.items()}
        self._known: dict[str, str] = {}

    def expand(self, pattern: str) -> str:
        """The pattern with its names replaced."""
        return _NAME.sub(self._of, pattern)

    def all_of(self, literal: str) -> list[str]:
        """Every text that `literal` stands for: `igua{l,is} a ` for `igual a ` and `iguais a `.

        The name of a class of words stands for all of them.
        """
        if "{" not in literal:
            return [literal]
        pieces: list[Sequence[str]] = [
            self._named.get(piece) or piece.split(",") if at % 2 else (piece,)
            for at, piece in enumerate(_BRACES.split(literal))
        ]
        return list(map("".join, product(*pieces)))

    def _of(self, found: re.Match[str]) -> str:
        name = found[1]
        if name not in self._written:
            return found[0]
        if name not in self._known:
            pattern = self._written[name]
            is_list = _WORDS_ONLY.fullmatch(pattern) is not None
            self._known[name] = (
                _tree(pattern.split("|")) if is_list else f"(?:{self.expand(pattern)})"
            )
        return self._known[name]


def _tree(words: Iterable[str]) -> str:
    """An expression for the words that looks at each letter once: `(?:us(?:a|e))` for usa and use."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        by_letter.setdefault(word[:1], []).append(word[1:])
    ends = by_letter.pop("", None) is not None
    branches = [letter + _tree(rest) for letter, rest in by_letter.items()]
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if ends else ''}"


class Phrases:
    """The phrases of one language, by the words and literals that call for them.

    All literals are looked for in one pass, so that a hundred phrases more cost next to nothing in
    a note that has none of them.
    """

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._phrases = tuple(phrases)
        texts: list[str] = []
        owners: list[int] = []
        for at, phrase in enumerate(self._phrases):
            mine = phrase.callers()
            texts += mine
            owners += [at] * len(mine)
        callers: defaultdict[str, list[int]] = defaultdict(list)
        for text, at in zip(
            searched("\0".join(texts)).split("\0") if texts else (), owners, strict=True
        ):
            callers[text].append(at)
        self._callers = _finder(callers)
        numbered = list(enumerate(self._phrases))
        self._repeated = [at for at, phrase in numbered if phrase.repeated]
        self._always = [at for at, phrase in numbered if not phrase.is_called]

    def called_by(self, group: ProseGroup) -> Iterator[tuple[int, list[Phrase]]]:
        """The numbers of the blocks that may hold a wrong phrase, and which, in order."""
        for block, numbers in sorted(self._found(group).items()):
            yield block, [self._phrases[number] for number in sorted(numbers)]

    def _found(self, group: ProseGroup) -> Mapping[int, set[int]]:
        """By the number of a block those of the phrases that it calls for, in any order."""
        found: defaultdict[int, set[int]] = defaultdict(set)
        text, block, done = group.small, -1, 0
        for last, numbers in self._callers.iter(text) if self._callers else ():
            block += text.count("\n", done, last)
            done = last
            found[block].update(numbers)
        repeated = _repeated(group.in_order) if self._repeated else ()
        for word in repeated:
            for block, prose in enumerate(group.prose):
                if prose.text.count(word) > 1:
                    found[block].update(self._repeated)
        if self._always:
            for block in range(len(group.prose)):
                found[block].update(self._always)
        return found


def _finder(literals: Mapping[str, list[int]]) -> "ahocorasick.Automaton | None":
    """What finds all `literals` in a text, and gives the last position of each with its value."""
    if not literals:
        return None
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for literal, value in literals.items():
        automaton.add_word(literal, value)
    automaton.make_automaton()
    return automaton


def _repeated(words: Sequence[str]) -> set[str]:
    """The words of two letters and more that follow themselves."""
    found = set(compress(words, map(eq, words, islice(words, 1, None))))
    return {word for word in found if len(word) > 1}


def find_all(group: ProseGroup, phrases: Phrases) -> Iterator[tuple[Prose, WrongPhrase]]:
    """Every wrong phrase of a note in one language, with the block it stands in."""
    for block, called in phrases.called_by(group):
        prose = group.prose[block]
        titled = prose.kind in ("heading", "front-matter")
        for wrong in _find(prose.text, (one for one in called if titled or not one.heading)):
            yield prose, wrong


def find_phrases(prose: Prose, phrases: Phrases) -> Iterator[WrongPhrase]:
    """Every wrong phrase of one block."""
    return (wrong for _, wrong in find_all(group_of(prose.language, [prose]), phrases))


def _find(text: str, called: Iterable[Phrase]) -> Iterator[WrongPhrase]:
    """The wrong phrases in `text`; of two that overlap, the first in the file of phrases."""
    lower = _lower(text)
    taken: list[tuple[int, int]] = []
    for phrase in called:
        for look in phrase.looks:
            if look(lower):
                break
        else:
            continue
        for form, match in _matches(phrase, text, lower):
            if phrase.is_right(text, match):
                continue
            first, last = match.span()
            if any(first < end and start < last for start, end in taken):
                continue
            taken.append((first, last))
            right = _with_case_of(match.group(), match.expand(form.template))
            start, end, suggestion = _narrow(match.start(), match.group(), right)
            yield WrongPhrase(start, end, suggestion, phrase)


def _lower(text: str) -> str:
    """`text` in small letters, each at its place: some letters are two when they are small (`İ`)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(one if len(one.lower()) > 1 else one.lower() for one in text)


def _matches(phrase: Phrase, text: str, lower: str) -> Iterator[tuple[Form, re.Match[str]]]:
    """Where the forms of the phrase are in `text`, around its hints if it has one.

    `lower` is the text in small letters. What ends near the end of such a part may go on behind it, or be
    followed by what makes it right, and is left to a hint of its own.
    """
    if not phrase.hint:
        for form in phrase.patterns:
            for match in _between(form, text, lower, 0, len(text)):
                yield form, match
        return
    hints = [hint.span() for hint in phrase.hints.finditer(lower)]
    for form in phrase.patterns if hints else ():
        for start, end in hints:
            for match in _between(form, text, lower, max(start - _CONTEXT, 0), end + _CONTEXT):
                if match.start() <= end and match.end() <= end + _CONTEXT // 2:
                    yield form, match


def _between(form: Form, text: str, lower: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What `form.exact.finditer(text, start, end)` gives, found by its quick expression."""
    quick, exact = form.quick, form.exact
    while found := quick.search(lower, start, end):
        match = exact.match(text, found.start(), end)
        if match is None:
            start = found.start() + 1
        else:
            yield match
            start = max(match.end(), found.start() + 1)


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(start - 50, 0) : start].rstrip(" \"“'(«*-–—")
    return not before or before[-1] in _SENTENCE_END


def _with_case_of(wrong: str, right: str) -> str:
    if wrong.isupper() and len(wrong) > 3:
        return right.upper()
    return right[0].upper() + right[1:] if wrong[0].isupper() else right


def _narrow(start: int, wrong: str, right: str) -> tuple[int, int, str]:
    """Leave out the words that both share at either end, so that only what changes is shown."""
    old, new = _PART.findall(wrong), _PART.findall(right)
    head = 0
    while head < min(len(old), len(new)) - 1 and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head - 1 and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    kept = old[head : len(old) - tail]
    first = start + len("".join(old[:head]))
    return first, first + len("".join(kept)), "".join(new[head : len(new) - tail])
