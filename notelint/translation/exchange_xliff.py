"""XLIFF 2, for Weblate, Crowdin and most translators' desks: the page is the unit's name."""

from collections.abc import Sequence
from typing import Any

from notelint.core import NotelintError
from notelint.translation.engine import Pair
from notelint.translation.exchange import Row, State, same_languages, toolkit

STATES: dict[State, str] = {"reviewed": "final", "draft": "translated", "empty": "initial"}
"""XLIFF 2.0, 4.3.1.22: initial, translated, reviewed, final."""


def text_of(rows: Sequence[Row], pair: Pair) -> str:
    """The whole file."""
    file = toolkit("xliff2").Xliff2File()
    file.setsourcelanguage(pair.source)
    file.settargetlanguage(pair.target)
    for number, row in enumerate(rows, 1):
        unit = file.UnitClass(row.source)
        if row.target:
            unit.settarget(row.target)
        file.addunit(unit)
        unit.setid(f"s{number}")
        unit.xmlelement.set("state", STATES[row.state])
        whole = unit.getunitelement()
        whole.set("name", row.page)
        if row.kind:
            whole.set("type", f"notelint:{row.kind.replace(':', '-')}")
    return bytes(file).decode("utf-8")


def rows_of(data: bytes, pair: Pair) -> list[Row]:
    """What a file holds."""
    file = toolkit("xliff2").Xliff2File.parsestring(data)
    same_languages(pair, file.getsourcelanguage(), file.gettargetlanguage())
    return [_row(unit) for unit in file.units]


def _row(unit: Any) -> Row:
    state = unit.xmlelement.get("state")
    kinds: dict[str | None, State] = {
        "final": "reviewed",
        "reviewed": "reviewed",
        "translated": "unknown",  # ours, or what an editor sets when somebody changes the text
        None: "unknown",
    }
    target = unit.target or ""
    whole = unit.getunitelement()
    if unit.source is None:
        raise NotelintError(f"the unit {unit.getid()} has no source")
    return Row(
        whole.get("name", ""),
        unit.source,
        target,
        kinds.get(state, "draft") if target else "empty",
        (whole.get("type") or "").removeprefix("notelint:").replace("-", ":", 1),
    )
