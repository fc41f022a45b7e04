"""Dates that Hugo refuses, or reads as another day, and dates in an order that hides the page."""

from collections.abc import Iterator

from notelint.core import Diagnostic, Edit, Fix
from notelint.note.date_repair import meant_date
from notelint.note.front_matter_dates import CHAINS, read_date
from notelint.note.front_matter_edit import text_edit
from notelint.note.front_matter_fields import Field
from notelint.note.note import Note
from notelint.rules import Rule
from notelint.site.workspace import Workspace


def check(note: Note, rule: Rule, workspace: Workspace) -> Iterator[Diagnostic]:
    """Each date field that Hugo looks at, then whether the page expires before it appears."""
    chosen: dict[str, Field] = {}
    for chain in CHAINS.values():
        for name in chain:
            field = note.front_matter.get(name)
            if field is None:
                continue
            reading = read_date(field.value, whole_numbers=note.front_matter.format != "json")
            if reading.problem:
                yield _wrong(note, rule, field, reading.problem, str(reading.moment or "")[:10])
            if reading.moment is not None and not reading.problem:
                chosen.setdefault(chain[0], field)
                break
    yield from _order(rule, chosen)


def _wrong(note: Note, rule: Rule, field: Field, problem: str, read_as: str) -> Diagnostic:
    written = field.value_span.of(note.source.text)
    if str(field.key).lower() == "published" and str(field.value).lower() in _TRUTH:
        return _published(note, rule, field, written)
    meant = meant_date(str(field.value)) if isinstance(field.value, str | int) else None
    fixes: tuple[Fix, ...] = ()
    if meant is not None:
        edit = text_edit(note.source.text, note.front_matter, field, meant.text)
        edit = edit or Edit(field.value_span, meant.text)
        fixes = (Fix(f"write {meant.text}", (edit,), meant.certain),)
    example = meant.text if meant else "a date like 2024-05-31"
    return rule.found(
        field.value_span,
        problem,
        name=field.key,
        written=written,
        example=example,
        day=read_as,
        fixes=fixes,
    )


_TRUTH = {
    **dict.fromkeys(("true", "yes", "sim"), True),
    **dict.fromkeys(("false", "no", "não", "nao"), False),
}


def _published(note: Note, rule: Rule, field: Field, written: str) -> Diagnostic:
    """Other programs have `published: false` where Hugo has `draft: true`."""
    right = "false" if _TRUTH[str(field.value).lower()] else "true"
    fixes: tuple[Fix, ...] = ()
    if field.key_span is not None and note.front_matter.get("draft") is None:
        name = field.key_span.of(note.source.text).lower().replace("published", "draft")
        edits = Edit(field.key_span, name), Edit(field.value_span, right)
        fixes = (Fix(f"write draft: {right}", edits),)
    return rule.found(
        field.value_span,
        "published",
        name=field.key,
        written=written,
        example=f"draft: {right}",
        fixes=fixes,
    )


def _order(rule: Rule, chosen: dict[str, Field]) -> Iterator[Diagnostic]:
    expiry = chosen.get("expirydate")
    start = chosen.get("publishdate") or chosen.get("date")
    if expiry is None or start is None:
        return
    ends, begins = read_date(expiry.value).moment, read_date(start.value).moment
    if ends is not None and begins is not None and ends <= begins:
        yield rule.found(expiry.value_span, "order", name=expiry.key, start=start.key)
