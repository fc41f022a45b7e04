"""TMX, the plain translation memory: source and target, nothing of review."""

from collections.abc import Sequence

from notelint.translation.engine import Pair
from notelint.translation.exchange import Row, toolkit


def text_of(rows: Sequence[Row], pair: Pair) -> str:
    """The whole file, without what has no translation yet."""
    file = toolkit("tmx").tmxfile(sourcelanguage=pair.source, targetlanguage=pair.target)
    for row in rows:
        if row.target:
            file.addtranslation(row.source, pair.source, row.target, pair.target)
            file.units[-1].setcontext(row.page)
    return bytes(file).decode("utf-8")


def rows_of(data: bytes, pair: Pair) -> list[Row]:
    """What a file holds for this pair, in whatever languages else it may be."""
    tmx = toolkit("tmx")
    file = tmx.tmxfile.parsestring(data, pair.source, pair.target)
    return [
        Row(unit.getcontext(), unit.source, unit.target)
        for unit in file.units
        if unit.source and unit.target
    ]
