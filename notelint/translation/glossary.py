"""Terms that must be translated in one way, and names that must not be translated at all."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from notelint.core import Span
from notelint.translation.engine import Pair


@dataclass(frozen=True, slots=True)
class Term:
    """One line of terms.pt-en.yaml, seen in the direction of translation.

    `source` and `target` hold inflections, each with its equivalents, best first:
    `(("viés",), ("vieses",))`. Inflections of both sides go together when they are as many.
    """

    source: tuple[tuple[str, ...], ...]
    target: tuple[tuple[str, ...], ...]
    avoid: tuple[str, ...] = ()
    place: str = ""


class Found(NamedTuple):
    """A term in a source text: where, and which of its inflections."""

    term: Term
    span: Span
    form: int


class Miss(NamedTuple):
    """A term or name that the translation lacks.

    `expected` are the renderings for this inflection, best first, with the source's capitals. `wrong`
    is where a rendering to avoid stands in the translation, when one does: `expected[0]` belongs there.
    """

    text: str
    expected: tuple[str, ...]
    wrong: Span | None


class Glossary:
    """The terms and names of one direction."""

    def find(self, text: str) -> list[Found]:
        """The terms in a source text, longest first at each place, never overlapping."""
        raise NotImplementedError

    def names(self, text: str) -> list[Span]:
        """Where names that are never translated stand in `text`."""
        raise NotImplementedError

    def exact(self, text: str) -> str | None:
        """The translation of a text that is one term and nothing else (a tag, a heading)."""
        raise NotImplementedError

    def check(self, source: str, target: str) -> list[Miss]:
        """What `target` lacks of the terms and names in `source`."""
        raise NotImplementedError

    def mend(self, source: str, target: str) -> str:
        """`target` with each rendering to avoid replaced by the term's own."""
        raise NotImplementedError

    def hints(self, text: str) -> dict[str, str]:
        """The terms in `text` and what to write for them, as `Context.terms` wants it."""
        raise NotImplementedError


def load_glossary(pair: Pair, rules: Path | None = None) -> Glossary:
    """Ours, with the site's own `<rules>/data/terms.<pair>.yaml` added or put in its place.

    Raises NotelintError naming file, line and remedy. A pair without a file has an empty glossary.
    """
    raise NotImplementedError
