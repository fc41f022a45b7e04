"""An engine's answer turned back into words, marks and atoms: each once, nested as in the source."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from notelint.translation.answers import first_letter_as
from notelint.translation.items import Atom, Break, Item, Mark, Text
from notelint.translation.projection import WORD, Found
from notelint.translation.protect import TOKEN, Protected

SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Open:
    """A mark begins."""

    mark: Mark


@dataclass(frozen=True, slots=True)
class Close:
    """A mark ends."""

    mark: Mark


Part: TypeAlias = str | Atom | Open | Close
"""A translation is a sequence of these."""


def parts_of(items: Sequence[Item]) -> list[Part]:
    """The source itself as such a sequence; line breaks are spaces."""
    parts: list[Part] = []
    for item in items:
        if isinstance(item, Text):
            parts.append(item.text)
        elif isinstance(item, Break):
            parts.append(" ")
        elif isinstance(item, Atom):
            parts.append(item)
        else:
            parts += [Open(item), *parts_of(item.children), Close(item)]
    return parts


def from_projection(protected: Protected, answer: str, found: Sequence[Found]) -> list[Part] | None:
    """The clean sentence's translation with each mark put where it was found; None when atoms do not fit."""
    inserts: list[tuple[int, int, int, Part]] = []
    for index, place in enumerate(found):
        mark = protected.marks[index][2]
        inserts.append((place.start, 1, index, Open(mark)))
        inserts.append((place.end, 0, -index, Close(mark)))
    parts: list[Part] = []
    position = 0
    for place_, _, _, part in sorted(inserts, key=lambda insert: insert[:3]):
        parts += [answer[position:place_], part]
        position = place_
    parts.append(answer[position:])
    return _with_atoms(protected, parts)


def from_tokens(protected: Protected, answer: str) -> list[Part] | None:
    """A translation with tokens `[0]…[/0]`; None unless each is there once and they are well nested."""
    marks = {number: protected.marks[index][2] for index, number in protected.numbers.items()}
    parts: list[Part] = []
    position = 0
    for match in TOKEN.finditer(answer):
        number = int(match[2])
        if number not in marks:
            continue
        parts += [answer[position : match.start()], (Close if match[1] else Open)(marks[number])]
        position = match.end()
    parts.append(answer[position:])
    return _with_atoms(protected, _spaces_outside(parts))


def with_lost_tokens(protected: Protected, answer: str) -> str:
    """`answer` with the second token of a pair of which it has one, around as many words as in the source.

    For one or two words only: what they became stands beside the token that is there.
    """
    for index, number in protected.numbers.items():
        count = len(WORD.findall(protected.text(index)))
        opening, closing = f"[{number}]", f"[/{number}]"
        if count > 2 or (opening in answer) == (closing in answer):
            continue
        words = r"\s+".join([r"[^\W_]+(?:[-'’][^\W_]+)*"] * count)
        if opening in answer:
            answer = re.sub(rf"({re.escape(opening)}\s*{words})", rf"\1{closing}", answer, count=1)
        else:
            answer = re.sub(rf"({words}\s*{re.escape(closing)})", rf"{opening}\1", answer, count=1)
    return answer


def _with_atoms(protected: Protected, parts: list[Part]) -> list[Part] | None:
    """Tokens of atoms made into atoms; None when one is lost, doubled, or stands in another mark."""
    result: list[Part] = []
    for part in parts:
        if not isinstance(part, str):
            result.append(part)
            continue
        position = 0
        for match in TOKEN.finditer(part):
            atom = None if match[1] else protected.atoms.get(int(match[2]))
            if atom is None:
                continue
            before = part[position : match.start()]
            result += [before.rstrip() if atom.kind == "footnote_ref" else before, atom]
            position = match.end()
        result.append(part[position:])
    return with_air(protected, tidy(result)) if well_nested(protected, result) else None


SENTENCE_SIGNS = frozenset(".,:;!?")


def with_air(protected: Protected, parts: list[Part]) -> list[Part]:
    """A space beside an atom where a word or its comma would stick to it that stands apart in the source.

    Beside a bare address nearly anything would become part of it.
    """
    clean = protected.clean
    numbers = {id(atom): number for number, atom in protected.atoms.items()}
    for index, part in enumerate(parts):
        if not isinstance(part, Atom):
            continue
        token = f"[{numbers[id(part)]}]"
        start = clean.index(token)
        before, after = clean[:start], clean[start + len(token) :]
        url = part.kind == "url"
        if index and isinstance(text := parts[index - 1], str):
            ends = text[-1:].isalnum() or (text != "" and text[-1] in ".,;:!?)")
            sticks = text[-1:] != before[-1:] if url else ends
            if sticks and (url or before[-1:].isspace()) and not text[-1:].isspace():
                parts[index - 1] = text + " "
        if index + 1 < len(parts) and isinstance(text := parts[index + 1], str):
            if url:
                run, own = text.split(" ")[0], after.split(" ")[0]
                sticks = run != own and not set(run) <= SENTENCE_SIGNS
            else:
                sticks = text[:1].isalnum() and after[:1].isspace()
            if sticks:
                parts[index + 1] = " " + text
    return parts


def well_nested(protected: Protected, parts: Sequence[Part]) -> bool:
    """True when every mark and atom is there once, in the same mark as in the source."""
    return _parents(parts) == _parents(
        [part for part in _skeleton(protected) if not isinstance(part, str)]
    )


def _skeleton(protected: Protected) -> list[Part]:
    """Marks and atoms of the source in order, from the offsets in the clean text."""
    events: list[tuple[int, int, int, Part]] = []
    for index, (start, end, mark) in enumerate(protected.marks):
        events.append((start, 1, index, Open(mark)))
        events.append((end, 0 if end > start else 3, -index, Close(mark)))
    places = {int(m[2]): m.start() for m in TOKEN.finditer(protected.clean) if not m[1]}
    events += [(places[n], 2, 0, atom) for n, atom in protected.atoms.items()]
    return [event[3] for event in sorted(events, key=lambda event: event[:3])]


def _parents(parts: Sequence[Part]) -> dict[int, int] | None:
    """For each mark and atom (by identity) the mark that encloses it; None when that is not so once each."""
    parents: dict[int, int] = {}
    stack: list[int] = [0]
    for part in parts:
        if isinstance(part, str):
            continue
        if isinstance(part, Close):
            if stack[-1] != id(part.mark):
                return None
            stack.pop()
            continue
        key = id(part.mark) if isinstance(part, Open) else id(part)
        if key in parents:
            return None
        parents[key] = stack[-1]
        if isinstance(part, Open):
            stack.append(key)
    return parents if len(stack) == 1 else None


def node_texts(parts: Sequence[Part]) -> list[tuple[int, int, int]]:
    """What to ask when each text stands alone: (index of the part, start, end) of its core.

    Spaces and punctuation beside a mark or an atom stay out of it, so that they cannot be lost there.
    """
    cores: list[tuple[int, int, int]] = []
    for index, part in enumerate(parts):
        if not isinstance(part, str) or not any(c.isalpha() for c in part):
            continue
        words = [i for i, c in enumerate(part) if c.isalnum()]
        start = words[0] if index else len(part) - len(part.lstrip())
        end = words[-1] + 1 if index + 1 < len(parts) else len(part.rstrip())
        cores.append((index, start, end))
    return cores


def merged(parts: Sequence[Part]) -> list[Part]:
    """Neighbouring texts as one."""
    result: list[Part] = []
    for part in parts:
        if isinstance(part, str) and result and isinstance(result[-1], str):
            result[-1] += part
        else:
            result.append(part)
    return result


def from_nodes(parts: Sequence[Part], answers: Sequence[str]) -> list[Part]:
    """The source's own parts with the core of each text replaced; see node_texts."""
    result = list(parts)
    for (index, start, end), answer in zip(node_texts(parts), answers, strict=True):
        text = parts[index]
        if isinstance(text, str):
            core = SPACES.sub(" ", answer).strip()
            if index:
                core = first_letter_as(text[start:end], core)
            result[index] = text[:start] + core + text[end:]
    return result


def tidy(parts: Sequence[Part]) -> list[Part]:
    """One space where engines put several, none at the edges, none of them just inside a mark."""
    joined = merged([SPACES.sub(" ", part) if isinstance(part, str) else part for part in parts])
    joined = [part for part in _spaces_outside(joined) if part != ""]
    if joined and isinstance(joined[0], str):
        joined[0] = joined[0].lstrip()
    if joined and isinstance(joined[-1], str):
        joined[-1] = joined[-1].rstrip()
    return [part for part in joined if part != ""]


def _spaces_outside(parts: Sequence[Part]) -> list[Part]:
    """Spaces just inside a mark moved out of it."""
    result = merged(parts)
    for index, part in enumerate(result):
        following = index + 1
        if isinstance(part, Open) and following < len(result):
            text = result[following]
            if isinstance(text, str) and text[:1].isspace():
                result[following] = text.lstrip()
                _add_space(result, index - 1, at_end=True)
    for index in range(len(result) - 1, 0, -1):
        text = result[index - 1]
        if isinstance(result[index], Close) and isinstance(text, str) and text[-1:].isspace():
            result[index - 1] = text.rstrip()
            _add_space(result, index + 1, at_end=False)
    return merged(result)


def _add_space(parts: list[Part], index: int, *, at_end: bool) -> None:
    """A space to the text at `index`, unless it has one; nothing where there is no text."""
    if 0 <= index < len(parts):
        text = parts[index]
        if isinstance(text, str) and text and not (text[-1] if at_end else text[0]).isspace():
            parts[index] = text + " " if at_end else " " + text


def shape(parts: Sequence[Part]) -> list[object]:
    """What a reader of the structure sees: marks, atoms, and where there is text."""
    result: list[object] = []
    for part in parts:
        if isinstance(part, str):
            if part.strip() and (not result or result[-1] != "T"):
                result.append("T")
        elif isinstance(part, Atom):
            result.append(("A", part.span))
        else:
            result.append(("O" if isinstance(part, Open) else "C", part.mark.span))
    return result


def loose_shape(parts: Sequence[Part]) -> object:
    """The same without order among the children of one mark."""
    return _loose(shape(parts), 0)[0]


def _loose(events: list[object], index: int) -> tuple[object, int]:
    inside: list[object] = []
    while index < len(events):
        event = events[index]
        if isinstance(event, tuple) and event[0] == "O":
            below, index = _loose(events, index + 1)
            inside.append((event[1], below))
        elif isinstance(event, tuple) and event[0] == "C":
            return frozenset(inside), index + 1
        else:
            inside.append(event)
            index += 1
    return frozenset(inside), index
