"""PO, for Poedit and Weblate: drafts are fuzzy, the page is the context."""

from collections.abc import Sequence

from notelint.translation.engine import Pair
from notelint.translation.exchange import Row, same_languages

KIND = "Kind: "
ENGINE = "Translated by: "


def text_of(rows: Sequence[Row], pair: Pair) -> str:
    """The whole file."""
    import polib

    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "Project-Id-Version": "notelint",
        "Language": pair.target,
        "X-Source-Language": pair.source,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    for row in rows:
        notes = [KIND + row.kind] * bool(row.kind) + [ENGINE + row.engine] * bool(row.engine)
        file.append(
            polib.POEntry(
                msgctxt=row.page,
                msgid=row.source,
                msgstr=row.target,
                comment="\n".join(notes),
                flags=["fuzzy"] if row.state == "draft" else [],
            )
        )
    return str(file)


def rows_of(data: bytes, pair: Pair) -> list[Row]:
    """What a file holds; texts no longer in use are left out."""
    import polib

    file = polib.pofile(data.decode("utf-8-sig"))
    same_languages(pair, file.metadata.get("X-Source-Language"), file.metadata.get("Language"))
    return [
        Row(
            entry.msgctxt or "",
            entry.msgid,
            entry.msgstr,
            "empty" if not entry.msgstr else "draft" if entry.fuzzy else "reviewed",
            _after(KIND, entry.comment),
            _after(ENGINE, entry.comment),
        )
        for entry in file
        if not entry.obsolete
    ]


def _after(label: str, comment: str) -> str:
    lines = (line for line in comment.split("\n") if line.startswith(label))
    return next(lines, label).removeprefix(label)
