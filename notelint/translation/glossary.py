"""Terms that must be translated in one way, and names that must not be translated at all."""

import re
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from notelint.core import Edit, Span, apply_edits
from notelint.data_file import our_rules_folder
from notelint.translation.engine import Pair
from notelint.translation.term_pattern import capitals_as, forms_by_key, look_up, pattern_of
from notelint.translation.terms_file import Forms, Line, TermsFile, read_terms

ARTICLE = re.compile(r"\b(an?)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Term:
    """One line of terms.pt-en.yaml, seen in the direction of translation.

    `source`, `target` and `avoid` hold inflections, each with its equivalents, best first:
    `(("viés",), ("vieses",))`. Inflections of two sides go together when they are as many.
    A form with a capital in it counts only as it is written (`IA`, not `ia`). `near`: the term counts only on
    pages that have one of these words.
    """

    source: Forms
    target: Forms
    avoid: Forms = ()
    place: str = ""
    near: tuple[str, ...] = ()


class Found(NamedTuple):
    """A term in a source text: where, and which of its inflections."""

    term: Term
    span: Span
    form: int


class Miss(NamedTuple):
    """A term or name that the translation lacks.

    `expected` are the renderings, the best for this inflection first, with the source's capitals.
    `wrong` is where a rendering to avoid stands in the translation, when one does, and `fix` what
    belongs there instead. `place` is the glossary's line.
    """

    text: str
    expected: tuple[str, ...]
    wrong: Span | None = None
    fix: str = ""
    place: str = ""


class Glossary:
    """The terms and names of one direction. Nothing in it changes: share it between threads."""

    def __init__(
        self,
        pair: Pair,
        terms: Sequence[Term],
        names: Iterable[str] = (),
        taxonomies: Sequence[Term] = (),
    ) -> None:
        self.pair = pair
        self.terms = tuple(terms)
        self.taxonomies = tuple(taxonomies)
        self.untouched = tuple(names)
        self._taxonomies = forms_by_key((term, term.source) for term in taxonomies)
        self._forms = forms_by_key((term, term.source) for term in terms)
        self._pattern = pattern_of(self._forms)
        self._without: dict[frozenset[Term], Glossary] = {}
        self._lock = threading.Lock()
        self._names = pattern_of(self.untouched, exact=True)

    def on(self, page: str) -> "Glossary":
        """The glossary for a page with this text: without the terms that do not count there."""
        far = frozenset(t for t in self.terms if t.near and not _near(t.near).search(page))
        if not far:
            return self
        with self._lock:
            if far not in self._without:
                terms = [term for term in self.terms if term not in far]
                self._without[far] = Glossary(self.pair, terms, self.untouched, self.taxonomies)
            return self._without[far]

    def find(self, text: str) -> list[Found]:
        """The terms in a source text, the longest at each place, never overlapping."""
        return [
            Found(place[0], Span(*match.span()), place[1])
            for match in self._pattern.finditer(text)
            if (place := look_up(self._forms, match[0]))
        ]

    def names(self, text: str) -> list[Span]:
        """Where names that are never translated stand in `text`."""
        return [Span(*match.span()) for match in self._names.finditer(text)]

    def exact(self, text: str) -> str | None:
        """The translation of a text that is one term or name and nothing else (a tag, a heading)."""
        if any(span.of(text) == text.strip() for span in self.names(text)):
            return text.strip()
        found = self.find(text)
        if len(found) == 1 and found[0].span.of(text) == text.strip():
            return capitals_as(text.strip(), renderings(found[0])[0])
        return None

    def term(self, text: str) -> str | None:
        """The translation of a term of a taxonomy."""
        found = look_up(self._taxonomies, text)
        if found is None:
            return self.exact(text)
        return capitals_as(text, renderings(Found(found[0], Span(0, len(text)), found[1]))[0])

    def check(self, source: str, target: str) -> list[Miss]:
        """What `target` lacks of the terms and names in `source`, each once.

        Any inflection of the right term will do: languages do not inflect at the same places.
        """
        first = {found.term: found for found in reversed(self.find(source))}
        misses = [
            _miss(found, found.span.of(source), target)
            for found in reversed(first.values())
            if not _pattern(found.term.target).search(target)
        ]
        there = {span.of(target) for span in self.names(target)}
        names = dict.fromkeys(span.of(source) for span in self.names(source))
        return misses + [Miss(name, (name,)) for name in names if name not in there]

    def mend(self, source: str, target: str) -> str:
        """`target` with renderings to avoid replaced by the term's own, and `a` or `an` before."""
        edits: list[Edit] = []
        terms: dict[Term, list[Found]] = {}
        for found in self.find(source):
            terms.setdefault(found.term, []).append(found)
        for term, places in terms.items():
            wrong = list(_pattern(term.avoid).finditer(target))
            if _pattern(term.target).search(target) or len(wrong) > len(places):
                continue  # it is there, or some of these stand for something else
            for match in wrong:
                span = Span(*match.span())
                if not any(span.touches(edit.span) for edit in edits):
                    edits.append(Edit(span, _instead(places[0], match[0])))
        if self.pair.base[1] == "en":
            edits += _articles(target, edits)
        return apply_edits(target, edits)

    def hints(self, text: str) -> dict[str, str]:
        """The terms in `text` and what to write for them, as `Context.terms` wants it."""
        return {found.span.of(text).lower(): renderings(found)[0] for found in self.find(text)}


def load_glossary(pair: Pair, site_root: Path | None = None, names: Iterable[str] = ()) -> Glossary:
    """Ours, with `site_root`/rules/data/terms.<pair>.yaml added, and in its place where both
    have a term. `names` are more names that are never translated (configuration).

    Raises NotelintError naming file, line and remedy. A pair without a file has no terms.
    """
    folders = [our_rules_folder()]
    if site_root and (site_root / "rules").resolve() != folders[0].resolve():
        folders.append(site_root / "rules")
    lines: list[Line] = []
    taxonomies: list[Line] = []
    all_names = list(names)
    for folder in folders:
        for languages in (pair.base, pair.base[::-1]):
            path = folder / "data" / f"terms.{'-'.join(languages)}.yaml"
            if path.is_file():
                more = read_terms(path, languages)
                lines = more.lines + [line for line in lines if not _replaced(line, more)]
                taxonomies = more.taxonomies + taxonomies
                all_names = [name for name in all_names + more.names if name not in more.drop]
    return Glossary(pair, _terms(lines, pair), all_names, _terms(taxonomies, pair))


def _terms(lines: Iterable[Line], pair: Pair) -> list[Term]:
    source, target = pair.base
    return [
        Term(
            line.forms[source],
            line.forms[target],
            line.avoid.get(target, ()),
            line.place,
            line.near,
        )
        for line in lines
    ]


def renderings(found: Found) -> tuple[str, ...]:
    """All that a term may become, the words for this inflection first."""
    term = found.term
    together = len(term.source) == len(term.target)
    first = term.target[found.form] if together else ()
    return tuple(dict.fromkeys([*first, *(word for form in term.target for word in form)]))


def _replaced(line: Line, more: TermsFile) -> bool:
    language = next(iter(line.forms))
    ours = {word for form in line.forms[language] for word in form}
    theirs = {word for new in more.lines for form in new.forms[language] for word in form}
    dropped = {word for forms in line.forms.values() for form in forms for word in form}
    return bool(ours & theirs or dropped & set(more.drop))


def _miss(found: Found, text: str, target: str) -> Miss:
    expected = tuple(capitals_as(text, word) for word in renderings(found))
    match = _pattern(found.term.avoid).search(target)
    if match is None:
        return Miss(text, expected, place=found.term.place)
    fix = _instead(found, match[0])
    return Miss(text, expected, Span(*match.span()), fix, found.term.place)


def _instead(found: Found, wrong: str) -> str:
    """The term's own word for a rendering to avoid, in its number and with its capitals."""
    term = found.term
    place = look_up(forms_by_key([(term, term.avoid)]), wrong)
    if place and len(term.avoid) == len(term.target):
        return capitals_as(wrong, term.target[place[1]][0])
    return capitals_as(wrong, renderings(found)[0])


@lru_cache(maxsize=200)
def _near(words: tuple[str, ...]) -> re.Pattern[str]:
    return pattern_of(words)


@lru_cache(maxsize=2_000)
def _pattern(forms: Forms) -> re.Pattern[str]:
    return pattern_of(word for form in forms for word in form)


def _articles(target: str, edits: Sequence[Edit]) -> list[Edit]:
    """`a` or `an`, where the word after it has changed."""
    more = []
    for edit in edits:
        article = ARTICLE.search(target[: edit.span.start])
        if article:
            right = "an" if edit.text[0].lower() in "aeiou" else "a"
            if right != article[1].lower():
                span = Span(*article.span(1))
                more.append(Edit(span, capitals_as(article[1], right)))
    return more
