"""Prose cut into words, with what only looks like words left out."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from notelint.note.prose import GAP

_RAISED = "²³¹⁰⁴-⁹₀-₉"
_LETTER = rf"[^\W\d_{_RAISED}]"
_NOT_WORDS = rf"""
    \w++://\S++                                     # addresses
  | www\.\S++
  | [\w.+-]++@[\w-]+(?:\.[\w-]+)+                   # e-mail
  | (?<![\w/])@[\w./-]++                            # handles and package scopes
  | (?<![\w&\#])\#[\w-]++                           # hashtags, colours; `##Title` is a heading gone wrong
  | (?<![\w:]):[a-z0-9_+-]++:(?!\w)                 # emoji codes
  | \\[A-Za-z]++                                    # LaTeX
  | (?<!\w)--?[a-z][\w-]*+                          # command line options
  | (?<!\w)[$%&]\w++[;%]?                           # variables, entities
  | (?<![\w.])(?:~|\.{{1,2}})?/[\w.~+-]++(?:/[\w.~+-]*+)*+   # paths
  | (?<!\w)[A-Za-z]:\\\S++
  | \.?{_LETTER}[\w-]*+(?:\.[\w-]+)+(?:/[\w.~/#?=&%+-]*+)?   # hosts, file names, dotted names
  | \w++(?:[/\\][\w-]++){{0,12}}+\.[a-z]\w{{0,4}}\b           # relative paths to files
  | (?:{_LETTER}++-)*+{_LETTER}*+[\d_{GAP}{_RAISED}][\w{GAP}ºª°%]*+      # numbers, units, names_of_code
    (?:[-.,'’][\w{GAP}]++)*+
"""
_WORD = rf"(?<![^\W_])(?<![^\W_]['’-]){_LETTER}++(?:['’]{_LETTER}++)*+(?:-{_LETTER}++(?:['’]{_LETTER}++)*+)*+"
_PLAIN = rf"(?<![^\s(“]){_LETTER}++(?=[,.;:!?)”]?(?:\s|\Z))"
"""A word with nothing unusual on either side, as most are: found before all else is tried."""

_TOKEN = re.compile(
    rf"\s?+(?:(?P<plain>{_PLAIN})|(?P<other>{_NOT_WORDS})|(?P<word>{_WORD}))", re.VERBOSE
)


class Token(NamedTuple):
    """A word at `start:end` of the prose (code points, half-open); `break_before` says that
    a sentence, a quotation or a bracket began or ended between it and the word before."""

    start: int
    end: int
    text: str
    break_before: bool
    sentence_start: bool


LONGEST = 60
"""Letters of the longest word anybody writes; more are data, and have no neighbours."""

_BREAK = re.compile(rf"[.!?;:…\"“”«»()\[\]{{}}<>|{GAP}—–]|\B['‘’]|['’]\B")
_SENTENCE = re.compile(r"[.!?…:;|\"“«(\[]|[—–•·*]\s*$|^\s*[-+>]")


def tokens(text: str) -> Iterator[Token]:
    """The words of `text` in order."""
    last = 0
    first = True
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup or ""
        if kind == "other":
            continue
        start, end = found.span(kind)
        if end - start > LONGEST:
            last, first = end, False
            continue
        between = text[last:start]
        if not text.startswith(GAP, end) and not text.startswith(("-" + GAP, "-_"), end):
            yield Token(
                start,
                end,
                text[start:end],
                first or _BREAK.search(between) is not None,
                first or _SENTENCE.search(between) is not None,
            )
        last, first = end, False
