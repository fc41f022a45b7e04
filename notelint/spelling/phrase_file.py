"""The phrases that are wrong although each of their words is right, as data has them.

rules/data/phrases.<language>.yaml explains its own form.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Any, NamedTuple

from notelint.core import Confidence, NotelintError
from notelint.nearest import did_you_mean
from notelint.note.prose import ENDS_OF_WORDS

_KEYS = (
    *("id", "words", "literal", "repeated", "hint", "match", "write", "forms"),
    *("not-after", "not-before", "except", "sentence-start", "heading"),
    *("certain", "confidence", "why", "bad", "good"),
)
_BEFORE_SENTENCES = ("\n ", "  ", ". ", ": ", "- ")
"""What stands before the first word of a sentence in `ProseGroup.small`; other signs are spaces there."""

_REACH = 240
"""How many characters before a match may make it right."""
_SENTENCE_END = ".!?:;…"


class Form(NamedTuple):
    """One form of a phrase: `quick` matches in `text.lower()` wherever `exact` does in `text`, which is
    written as `template` says.

    `quick` heeds letter case and does not ask what stands before it, and so is looked for several times as
    fast.
    """

    quick: re.Pattern[str]
    exact: re.Pattern[str]
    template: str


@dataclass(frozen=True)
class Phrase:
    """One entry of the phrase file. `repeated` is how many words must follow themselves. `forms` are pairs of
    a pattern and its template; `classes` are what {names} in patterns stand for.
    """

    id: str
    words: frozenset[str]
    literal: tuple[str, ...]
    repeated: int
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
        if after and after.search(text, max(0, start - _REACH), start):
            return True
        if before and before.match(text, end):
            return True
        return bool(within and within.search(match.group()))


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(start - 50, 0) : start].rstrip(" \"“'(«*-–—")
    return not before or before[-1] in _SENTENCE_END


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
        repeated=int(entry.get("repeated", 0)),
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
_WORDS_ONLY = re.compile(r"[a-zà-ú ]+(?:\|[a-zà-ú ]+)+")


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
