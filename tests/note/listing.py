"""What a note says of itself as text, for fixtures: `python -m tests.note.listing NOTE.md` writes the .txt file."""

import sys
from pathlib import Path

from notelint.core import Span
from notelint.note.markup import MATH
from notelint.note.note import Note, read
from notelint.note.prose import GAP
from notelint.note.shortcode_table import default_table


def note_of(data: bytes, name: str = "nota.md") -> Note:
    return read(name, data, language="pt", markup=MATH, shortcodes=default_table())


def listing(note: Note) -> str:
    """Prose with its marks, references, headings, ids, comments and words, each with what stands under its span."""
    text = note.source.text

    def under(span: Span) -> str:
        return repr(span.of(text))

    lines = ["prose"]
    for prose in note.prose:
        lines.append(f"  {prose.kind} {prose.language}: {prose.text.replace(GAP, '▢')}")
        lines += [f"    {mark.kind}: {prose.text[mark.start : mark.end]}" for mark in prose.marks]
        lines += [
            f"    {under(piece.span)} → {prose.text[piece.start : piece.end]!r}"
            for piece in prose.pieces
            if prose.text[piece.start : piece.end] != piece.span.of(text)
        ]
    lines.append("references")
    for one in note.references:
        extra = [f"lang={one.language}"] * bool(one.language)
        extra += [f"format={one.output_format}"] * bool(one.output_format)
        extra += [f"by {one.shortcode}"] * bool(one.shortcode) + ["uncertain"] * (not one.certain)
        fragment = f" #{one.fragment} at {under(one.fragment_span)}" if one.fragment else ""
        lines.append(
            f"  {one.kind} {one.origin}: {one.target!r} at {under(one.target_span)}"
            f" in {under(one.span)}{fragment} {' '.join(extra)}".rstrip()
        )
    lines.append("headings")
    for heading in note.headings:
        shown = f"  {heading.level} {heading.text!r} {under(heading.text_span)}"
        shown += f" id={heading.id}" if heading.id else ""
        lines.append(shown + (" has a shortcode" if heading.has_shortcode else ""))
    lines.append("ids")
    lines += [f"  {name} {under(span)}" for name, span in note.html_ids]
    lines += [f"  {name}" for name in note.footnote_ids]
    lines.append("comments")
    lines += [f"  {one.text}" for one in note.comments]
    lines.append(f"words {' '.join(sorted(note.words))}".rstrip())
    lines += [f"fault {fault.kind} {under(fault.span)}" for fault in note.faults]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    for name in sys.argv[1:]:
        path = Path(name)
        path.with_suffix(".txt").write_text(listing(note_of(path.read_bytes())), "utf-8")
