"""Front matter in YAML, TOML or JSON: every field with the exact spans of key and value.

Fences are found as Hugo's page lexer finds them: https://gohugo.io/content-management/front-matter/
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from notelint.core import Span
from notelint.note.fault import Fault
from notelint.note.front_matter_fences import Fences, find_fences, likely_end, unclosed_at
from notelint.note.front_matter_fields import Field, Format, Path, Read

__all__ = ["EMPTY", "Field", "Format", "FrontMatter", "read_front_matter"]


_NOWHERE = Span(0, 0)


class FrontMatter(NamedTuple):
    """What stands at the head of a note. `format` is "" when there is none.

    `span` covers the fences too, `inner` what is between them; `body_start` is the offset of the
    first character of the body. `fields` has every value at every depth in the order of the file,
    duplicates included; `values` is the whole as Hugo reads it (keys as written). With faults,
    fields and values hold what could be read around them.
    """

    format: Format = ""
    span: Span = _NOWHERE
    inner: Span = _NOWHERE
    fields: tuple[Field, ...] = ()
    body_start: int = 0
    faults: tuple[Fault, ...] = ()
    values: Mapping[str, Any] = {}

    def get(self, name: str) -> Field | None:
        """The top-level field of that name, in any case; the last one, which is what Hugo takes."""
        name = name.lower()
        found: Field | None = None
        for one in self.fields:
            if len(one.path) == 1 and str(one.path[0]).lower() == name:
                found = one
        return found

    def at(self, path: Path) -> Field | None:
        """The field of exactly that path, the last one when it is written twice."""
        return next((one for one in reversed(self.fields) if one.path == path), None)

    @property
    def top(self) -> tuple[Field, ...]:
        """The fields of the first level, duplicates included."""
        return tuple(one for one in self.fields if len(one.path) == 1)

    @property
    def is_closed(self) -> bool:
        """True when there is a closing fence, so that nobody must guess where the body begins."""
        return self.span.end > self.inner.end

    @property
    def fatal(self) -> bool:
        """True when Hugo cannot read this front matter and stops."""
        return any(fault.fatal for fault in self.faults)


EMPTY = FrontMatter()


def read_front_matter(text: str) -> FrontMatter:
    """The front matter of a file's `text` (as on disk, byte order mark and CRLF included); never
    raises.
    """
    fences = find_fences(text)
    read = _read(text, fences)
    if read.faults and fences.format in ("yaml", "toml"):
        fences, read = _closed_too_late(text, fences, read)
    return FrontMatter(
        fences.format,
        fences.span,
        fences.inner,
        tuple(read.fields),
        fences.body_start,
        (*fences.faults, *read.faults, *_other_case(read.fields)),
        read.values,
    )


def _closed_too_late(text: str, fences: Fences, read: Read) -> tuple[Fences, Read]:
    """Front matter without a closing fence runs on to the next `---` of the text, and nothing there
    is YAML.

    When all is well up to a blank line, and what follows looks like a text, the missing fence is
    the one fault.
    """
    begin, limit = fences.inner
    end = likely_end(text, begin, fences.format, limit)
    if end >= limit or not any(fault.fatal for fault in read.faults):
        return fences, read
    shorter = unclosed_at(text, fences.span.start, begin, end, fences.format)
    first = _read(text, shorter)
    return (shorter, first) if first.fields and not first.faults else (fences, read)


def _other_case(fields: list[Field]) -> Iterator[Fault]:
    """Keys of one map that differ only by letter case: to Hugo they are one, and the last one wins."""
    seen: dict[Path, Field] = {}
    for one in fields:
        key = one.path[-1]
        if not isinstance(key, str) or one.key_span is None:
            continue
        lower = (*one.path[:-1], key.lower())
        first = seen.setdefault(lower, one)
        if first.path != one.path and first.key_span is not None:
            message = f"«{key}» is «{first.key}» again: Hugo takes the last of them; keep one"
            kind = "front-matter-duplicate"
            yield Fault(kind, one.key_span, message, fatal=False, other=first.key_span)


def _read(text: str, fences: Fences) -> Read:
    if fences.format == "yaml":
        from notelint.note.front_matter_yaml import read_yaml

        return read_yaml(text, fences.inner)
    if fences.format == "toml":
        from notelint.note.front_matter_toml import read_toml

        return read_toml(text, fences.inner)
    if fences.format == "json":
        from notelint.note.front_matter_json import read_json

        return read_json(text, fences.inner)
    return Read()
