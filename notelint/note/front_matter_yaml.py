"""YAML front matter: fields, values and faults as Hugo's own YAML reader would have them."""

from collections.abc import Iterable

from notelint.core import Fix, Span, apply_edits
from notelint.note.fault import Fault
from notelint.note.front_matter_fields import Read
from notelint.note.yaml_faults import explain
from notelint.note.yaml_reader import YamlReader
from notelint.note.yaml_scalars import YamlStop


def read_yaml(text: str, inner: Span) -> Read:
    """The fields of the YAML between the fences; `inner` is their span in `text`."""
    reader = YamlReader(text, *inner)
    value = reader.document()
    fields = [one for one in reader.fields if one.path]
    read = Read(fields, [], value if isinstance(value, dict) else {})
    if value is not None and not isinstance(value, dict) and not reader.stops:
        start = reader.fields[0].span.start if reader.fields else inner.start
        reader.stops.append(YamlStop("top", start, reader.fields[-1].span.end))
    if not (reader.stops or reader.notices or reader.duplicates):
        return read
    count = len(reader.stops)
    read.faults += (_verified(explain(stop, text), text, inner, count) for stop in reader.stops)
    read.faults += (explain(stop, text, fatal=False) for stop in reader.notices)
    read.faults += _duplicates(reader.duplicates)
    read.faults.sort(key=lambda fault: fault.span)
    return read


def _duplicates(found: Iterable[tuple[Span, Span, str]]) -> Iterable[Fault]:
    for span, first, key in found:
        message = f"«{key}» is written twice, and Hugo stops; keep one of the two"
        yield Fault("front-matter-duplicate", span, message, other=first)


def _verified(fault: Fault, text: str, inner: Span, count: int) -> Fault:
    """`fault` with those of its fixes after which Hugo has one thing less to stop at."""
    fixes = tuple(fix for fix in fault.fixes if _stops_after(fix, text, inner) < count)
    return fault._replace(fixes=fixes)


def _stops_after(fix: Fix, text: str, inner: Span) -> int:
    mended = apply_edits(text, fix.edits)
    reader = YamlReader(mended, inner.start, inner.end + len(mended) - len(text))
    reader.document()
    return len(reader.stops)
