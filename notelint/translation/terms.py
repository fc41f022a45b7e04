"""Terms and names that an engine did not respect: held back by tokens, and put in after."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from notelint.core import Span
from notelint.translation.glossary import Glossary, Miss
from notelint.translation.protect import TOKEN


class Held(NamedTuple):
    """A text with `[n]` in the place of terms, and what each stands for in the other language."""

    text: str
    renderings: Mapping[int, str]


def hold(text: str, misses: list[Miss], glossary: Glossary) -> Held | None:
    """`text` without the terms that were missed; None when that leaves nothing to translate."""
    expected = {miss.text: miss.expected[0] for miss in misses if miss.expected}
    spans = [found.span for found in glossary.find(text)] + glossary.names(text)
    for miss in misses:
        if miss.expected == (miss.text,):
            word = rf"(?<!\w){re.escape(miss.text)}(?!\w)"
            spans += [Span(*match.span()) for match in re.finditer(word, text)]
    wanted: list[Span] = []
    for span in sorted(span for span in spans if span.of(text) in expected):
        if not wanted or span.start >= wanted[-1].end:
            wanted.append(span)
    number = max((int(match[2]) for match in TOKEN.finditer(text)), default=-1) + 1
    parts: list[str] = []
    renderings: dict[int, str] = {}
    position = 0
    for span in wanted:
        renderings[number] = expected[span.of(text)]
        parts += [text[position : span.start], f"[{number}]"]
        position, number = span.end, number + 1
    rest = "".join(parts) + text[position:]
    bare = TOKEN.sub("", rest)
    return Held(rest, renderings) if renderings and any(map(str.isalpha, bare)) else None


def put_back(answer: str, held: Held) -> str | None:
    """The answer with the terms in their places; None when a token is not there exactly once."""
    places = [match for match in TOKEN.finditer(answer) if int(match[2]) in held.renderings]
    if sorted(int(match[2]) for match in places) != sorted(held.renderings):
        return None
    for match in reversed(places):
        rendering = held.renderings[int(match[2])]
        answer = answer[: match.start()] + rendering + answer[match.end() :]
    return answer
