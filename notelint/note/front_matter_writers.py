"""How a text is written in each style of YAML, TOML and JSON.

A writer yields the ways to write a text, best first; none of them needs to be right, for the caller
reads each again before it takes it.
"""

import json
import re
from collections.abc import Callable, Iterator

from notelint.note.front_matter_fields import Field

Writer = Callable[[str, Field, str], Iterator[str]]
"""(the text before the edit, the field, its new text) → what to put in the place of
`field.value_span`.
"""

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_BREAK = re.compile(r"\r\n?|\n")
_MARKS = re.compile(r"([|>])([+-]?)([1-9]?)([+-]?)[^\r\n]*")


def _plain(_head: str, _field: Field, text: str) -> Iterator[str]:
    if text.strip() == text and text and "\n" not in text and "\r" not in text:
        yield text


def _single(_head: str, _field: Field, text: str) -> Iterator[str]:
    if not _UNPRINTABLE.search(text):
        yield "'" + text.replace("'", "''") + "'"


def _double(_head: str, _field: Field, text: str) -> Iterator[str]:
    """Double quotes of YAML and JSON; only what cannot be shown is escaped."""
    written = json.dumps(text, ensure_ascii=False)
    yield _UNPRINTABLE.sub(_escaped, written)
    yield json.dumps(text)


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"


def _block(head: str, field: Field, text: str) -> Iterator[str]:
    """YAML's `|` and `>`, indented as before, with the chomping mark that the text needs."""
    written = field.value_span.of(head)
    header = _MARKS.match(written)
    if header is None or "\r" in text or not text.strip(" \n"):
        return
    newline = "\r\n" if "\r\n" in head else "\n"
    old_lines = _BREAK.split(written)[1:]
    indent = next(
        (line[: len(line) - len(line.lstrip(" "))] for line in old_lines if line.strip()), "  "
    )
    body = text.rstrip("\n")
    trailing = len(text) - len(body)
    chomp = "-" if trailing == 0 else "" if trailing == 1 else "+"
    digit = header.group(3) or (_digit(head, field, indent) if body[0] in " \n\t" else "")
    lines = body.split("\n")
    if header.group(1) == ">":
        lines = list(_folded(lines, max(60, *map(len, old_lines)) - len(indent)))
    blank = [""] * (trailing - 1)
    shown = [f"{header.group(1)}{digit}{chomp}"]
    shown += [indent + line if line else "" for line in (*lines, *blank)]
    yield newline.join(shown)


def _digit(head: str, field: Field, indent: str) -> str:
    """The indentation indicator: how much deeper than the key the text stands."""
    start = (field.key_span or field.value_span).start
    column = start - 1 - max(head.rfind("\n", 0, start), head.rfind("\r", 0, start))
    return str(len(indent) - column) if 0 < len(indent) - column < 10 else ""


def _folded(lines: list[str], width: int) -> Iterator[str]:
    """Lines for `>`: an empty line for each line break, long lines broken at blanks."""
    kept_before = True
    for number, line in enumerate(lines):
        kept = line[:1] in (" ", "\t")
        if number and line and lines[number - 1] and not kept and not kept_before:
            yield ""
        yield from _wrapped(line, width) if not kept else [line]
        kept_before = kept


def _wrapped(line: str, width: int) -> Iterator[str]:
    while len(line) > width:
        place = line.rfind(" ", 1, width + 1)
        if place <= 0 or line[place - 1] == " " or line[place + 1 : place + 2] in (" ", "\t", ""):
            break
        yield line[:place]
        line = line[place + 1 :]
    yield line


def _raw(_head: str, _field: Field, text: str) -> Iterator[str]:
    if "'" not in text and not _UNPRINTABLE.search(text.replace("\t", "")):
        yield f"'{text}'"


def _basic(_head: str, _field: Field, text: str) -> Iterator[str]:
    yield _UNPRINTABLE.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _raw_lines(head: str, field: Field, text: str) -> Iterator[str]:
    if "'''" not in text and not text.endswith("'") and _fits_lines(head, text):
        yield f"'''{_first_break(head, field, text)}{text}'''"


def _basic_lines(head: str, field: Field, text: str) -> Iterator[str]:
    if _fits_lines(head, text):
        inside = text.replace("\\", "\\\\").replace('"""', '""\\"')
        if inside.endswith('"'):
            inside = inside[:-1] + '\\"'
        yield f'"""{_first_break(head, field, text)}{inside}"""'


def _fits_lines(head: str, text: str) -> bool:
    """Lines are written as they are only where the file's own line ends are those of the text."""
    bare = text.replace("\n", "").replace("\t", "")
    return not _UNPRINTABLE.search(bare) and not ("\n" in text and "\r\n" in head)


def _first_break(head: str, field: Field, text: str) -> str:
    written = field.value_span.of(head)[3:]
    kept = _BREAK.match(written)
    return kept.group() if kept else "\n" if text.startswith("\n") else ""


WRITERS: dict[str, tuple[Writer, ...]] = {
    "plain": (_plain, _double),
    "single": (_single, _double),
    "double": (_double,),
    "literal": (_block, _double),
    "folded": (_block, _double),
    "basic": (_basic,),
    "raw": (_raw, _basic),
    "basic-lines": (_basic_lines, _basic),
    "raw-lines": (_raw_lines, _basic_lines, _basic),
    "string": (_double,),
}
"""The ways to write a text in the place of a value of each style, the most alike first."""
