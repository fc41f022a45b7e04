"""A translated segment written into its place: words escaped, delimiters kept working, line breaks kept."""

import itertools
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from notelint.core import Span
from notelint.translation.escaping import (
    ACTIVE,
    ACTIVE_IN_HTML,
    QUOTES,
    WORD_JOINER,
    Spellings,
    at_line_start,
    entity,
    escaped,
    starts_safely,
)
from notelint.translation.items import Atom, Mark, Segment
from notelint.translation.protect import Protected
from notelint.translation.restore import Open, Part, parts_of

BREAK = "\x00"
"""A line break in written text, until it is known what opens the next line."""
DELIMITERS = frozenset({"*", "**", "_", "__", "~", "~~"})

Compose = Callable[[Span], str]
"""The file's text of a span, with the translations of what lies in it (an image's alt text, a link's title)."""


@dataclass(slots=True)
class Chunk:
    """A bit of the result: words, an opening or closing delimiter, or an atom."""

    text: str
    role: str


def written(
    segment: Segment,
    protected: Protected,
    parts: Sequence[Part],
    compose: Compose,
    *,
    careful: bool,
) -> str:
    """The Markdown (or HTML) of a translated segment, with BREAK for each line break of the source.

    `careful`: every active character is an entity, even those that the source wrote plainly.
    """
    html = segment.passage.mode == "html"
    spellings = None if careful else protected.spellings
    broken = _with_breaks(protected, parts)
    chunks: list[Chunk] = []
    stack: list[int] = []
    texts = "".join(part for part in parts if isinstance(part, str))
    budget = _budget(spellings, texts)
    for part in broken:
        if isinstance(part, str):
            lines = [_escaped(line, budget, segment) for line in part.split("\n")]
            text = lines[0]
            for line in lines[1:]:
                text += BREAK + line
            chunks.append(Chunk(text, "text"))
        elif isinstance(part, Atom):
            chunks.append(Chunk(compose(part.span), "atom"))
        elif isinstance(part, Open):
            stack.append(len(chunks))
            chunks.append(Chunk(compose(part.mark.open), "open"))
        else:
            inner = "".join(chunk.text for chunk in chunks[stack.pop() + 1 :])
            chunks.append(Chunk(_closing(segment, part.mark, inner, compose), "close"))
    if not html:
        _guard(segment, chunks)
    elif segment.passage.kind == "html":
        _guard_start(segment, chunks)
    return "".join(chunk.text for chunk in chunks)


def _budget(spellings: Spellings | None, text: str) -> dict[str, list[str]]:
    """The source's spellings of the signs that the translation has just as often, to be used up in order."""
    return {
        sign: list(written)
        for sign, written in (spellings or {}).items()
        if text.count(sign) == len(written)
    }


def _escaped(text: str, budget: dict[str, list[str]], segment: Segment) -> str:
    own: dict[str, tuple[str, ...]] = {}
    for sign, left in budget.items():
        if number := text.count(sign):
            own[sign] = tuple(left[:number])
            del left[:number]
    # Where a shortcode's output decides what is raw HTML, nobody knows it before: as in Markdown.
    active = ACTIVE_IN_HTML if segment.passage.kind == "shortcode" else ACTIVE
    if segment.passage.quotes:
        active |= QUOTES
    return escaped(text, own, active, twice=segment.passage.twice)


def _closing(segment: Segment, mark: Mark, inner: str, compose: Compose) -> str:
    """What closes a mark; a label that was its own text is now written out."""
    base = segment.passage.base
    if mark.label and inner != base[mark.open.end : mark.close.start]:
        return f"][{mark.label}]"
    return compose(mark.close)


def _with_breaks(protected: Protected, parts: Sequence[Part]) -> list[Part]:
    """`\\n` in place of a space for each line break of the source, about where it was."""
    result = list(parts)
    total = sum(len(part) for part in parts if isinstance(part, str)) or 1
    length = len(protected.clean) or 1
    earliest = 0
    for offset, _ in protected.breaks:
        wanted = offset * total / length
        best: tuple[float, int, int, int] | None = None
        position = 0
        for index, part in enumerate(result):
            if not isinstance(part, str):
                continue
            for place in range(len(part)):
                here = position + place
                if part[place] != " " or here < earliest or not starts_safely(part[place + 1 :]):
                    continue
                if part[:place].rstrip() == "" and index == 0:
                    continue
                distance = abs(here - wanted)
                if distance <= 60 and (best is None or distance < best[0]):
                    best = (distance, index, place, here)
            position += len(part)
        if best is not None:
            _, index, place, here = best
            part = result[index]
            assert isinstance(part, str)
            result[index] = part[:place] + "\n" + part[place + 1 :]
            earliest = here + 1
    return result


def _guard(segment: Segment, chunks: list[Chunk]) -> None:
    """Keep what stands side by side from acting together."""
    if segment.starts:
        _guard_start(segment, chunks)
    if segment.passage.heading and chunks and chunks[-1].role == "text":
        last = chunks[-1].text
        stripped = last.rstrip("#")
        chunks[-1].text = stripped + "&#35;" * (len(last) - len(stripped))
    for before, after in itertools.pairwise(chunks):
        if before.role == "text" and before.text.endswith("!") and after.text.startswith("["):
            before.text = before.text[:-1] + "&#33;"
        if (
            before.role != "text"
            and after.role == "text"
            and after.text[:1] in ("(", "[", ":", "{")
        ):
            if before.text.endswith("]") or (before.text.endswith(")") and after.text[0] == "{"):
                after.text = entity(after.text[0]) + after.text[1:]
    _keep_flanking(segment, chunks)


def _guard_start(segment: Segment, chunks: list[Chunk]) -> None:
    """Keep the first words from opening a block, where the source's do not."""
    own = at_line_start(segment.text) != segment.text
    if not own and chunks and chunks[0].role == "text":
        chunks[0].text = at_line_start(chunks[0].text, twice=segment.passage.twice)


def _keep_flanking(segment: Segment, chunks: list[Chunk]) -> None:
    """A word joiner where a delimiter would no longer open or close (CommonMark §6.2)."""
    base, span = segment.passage.base, segment.span
    for index, chunk in enumerate(chunks):
        if chunk.text not in DELIMITERS or chunk.role not in ("open", "close"):
            continue
        before = "".join(c.text for c in chunks[max(0, index - 3) : index])[-1:]
        before = before or base[span.start - 1 : span.start]
        after = "".join(c.text for c in chunks[index + 1 : index + 4])[:1]
        after = after or base[span.end : span.end + 1]
        opens = chunk.role == "open"
        outside, inside = (before, after) if opens else (after, before)
        if (inside in "*_~" and inside) or (outside in "*_~" and outside):
            continue
        plain_outside = not (_space(outside) or _sign(outside))
        if _sign(inside) and plain_outside:
            chunk.text = chunk.text + WORD_JOINER if opens else WORD_JOINER + chunk.text
            inside = WORD_JOINER
        if "_" in chunk.text and plain_outside:
            joiner = entity(WORD_JOINER)
            chunk.text = joiner + chunk.text if opens else chunk.text + joiner


def _space(character: str) -> bool:
    return not character or character.isspace()


def _sign(character: str) -> bool:
    return bool(character) and unicodedata.category(character)[0] in "PS"


def unchanged(segment: Segment, parts: Sequence[Part]) -> bool:
    """True when a translation says exactly what the source says."""
    return _joined(parts_of(segment.items)) == _joined(parts)


def _joined(parts: Sequence[Part]) -> list[object]:
    result: list[object] = []
    for part in parts:
        if isinstance(part, str):
            if result and isinstance(result[-1], str):
                result[-1] += part
            elif part:
                result.append(part)
        elif isinstance(part, Atom):
            result.append(part.span)
        else:
            result.append((isinstance(part, Open), part.mark.span))
    return result
