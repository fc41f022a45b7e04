"""What was learnt of each note, by its content: facts, directives and its own findings.

One file for a site, read at once and replaced as a whole, so that two runs never mix. One that is
cut off, garbage or of another version is as good as none.
"""

import marshal
from collections.abc import Iterator, Mapping
from typing import Any

from notelint.cache.runs import write
from notelint.cache.snapshot import Sign, Snapshot, digest
from notelint.core import Diagnostic, Edit, Fix, Related, Span
from notelint.learn import Learnt
from notelint.site.facts import facts_from_plain, facts_to_plain
from notelint.suppress import Directive

_Entry = tuple[Sign, bytes, tuple[Any, ...], tuple[Any, ...], dict[str, tuple[Any, ...]]]
_TOGETHER, _LENGTH = 100, 8
"""Notes in one piece of the file, and bytes of a piece's length."""

_CHOICES = 4
"""Sets of rules whose findings are kept for one note; a site seldom sees more than two."""


class LearntNotes:
    """The notes of one site, learnt under one `fingerprint` of everything else that counts."""

    def __init__(self, path: str, fingerprint: bytes) -> None:
        self._path = path
        self._fingerprint = fingerprint
        self._known: dict[str, _Entry] = self._read()
        self._kept: dict[str, _Entry] = {}
        self._changed = False

    def _read(self) -> dict[str, _Entry]:
        try:
            with open(self._path, "rb") as file:
                pieces = _pieces_in(file.read())
            if next(pieces) != self._fingerprint:
                return {}
            return {path: entry for piece in pieces for path, entry in piece}
        except (OSError, ValueError, EOFError, TypeError, StopIteration):
            return {}

    def unread(self, path: str, sign: Sign | None, rules: str) -> Learnt | None:
        """What is known of a note that looks the same on disk; `rules` "" when none is asked."""
        entry = self._known.get(path)
        if entry is None or sign is None or entry[0] != sign or (rules and rules not in entry[4]):
            return None
        self._kept[path] = entry
        return _learnt(path, entry, rules)

    def read(self, path: str, sign: Sign | None, content: bytes, rules: str) -> Learnt | None:
        """What is known of a note of which `content` is the digest."""
        entry = self._known.get(path)
        if entry is None or entry[1] != content or (rules and rules not in entry[4]):
            return None
        if sign is not None:
            entry = (sign, *entry[1:])
            self._changed = True
        self._kept[path] = entry
        return _learnt(path, entry, rules)

    def learn(self, learnt: Learnt, sign: Sign | None, content: bytes, rules: str) -> None:
        """Keep what was learnt now; a note that could not be read is looked at again."""
        if learnt.facts is None or sign is None:
            return
        known = self._known.get(learnt.path)
        findings = dict(known[4]) if known is not None and known[1] == content else {}
        if rules:
            findings.pop(rules, None)
            findings[rules] = tuple(_plain(each) for each in learnt.diagnostics)
            findings = dict(list(findings.items())[-_CHOICES:])
        directives = tuple(_plain(each) for each in learnt.directives)
        facts = facts_to_plain(learnt.facts)
        self._kept[learnt.path] = (sign, content, facts, directives, findings)
        self._changed = True

    def save(self) -> None:
        """Write what belongs to the site now; notes that are gone are forgotten."""
        if self._changed or len(self._kept) != len(self._known):
            write(self._path, self._pieces())
        self._known, self._kept = {}, {}  # a large site is not held twice

    def _pieces(self) -> Iterator[bytes]:
        """What is written, bit by bit: a large site need not be in memory twice."""
        yield from _piece(self._fingerprint)
        entries = list(self._kept.items())
        for start in range(0, len(entries), _TOGETHER):
            yield from _piece(entries[start : start + _TOGETHER])


def _piece(value: Any) -> Iterator[bytes]:
    """A value behind its length."""
    try:
        content = marshal.dumps(value)
    except ValueError as error:
        raise TypeError("facts and findings must be plain to be remembered") from error
    yield len(content).to_bytes(_LENGTH, "little")
    yield content


def _pieces_in(data: bytes) -> Iterator[Any]:
    """The values in a file; raises EOFError or ValueError where it is cut off or garbage."""
    at = 0
    while at < len(data):
        start = at + _LENGTH
        at = start + int.from_bytes(data[at:start], "little")
        if at > len(data):
            raise EOFError
        yield marshal.loads(memoryview(data)[start:at])


def fingerprint(parts: Mapping[str, str], settings: Snapshot) -> bytes:
    """What stands for all that counts beside the notes: `parts`, and how `settings` look on disk.

    The files of git change with every commit and say nothing of a note.
    """
    signs = [
        (folder, name, sign[:3])
        for folder, (_, entries) in settings.items()
        for name, sign in entries.items()
        if sign is not None and not folder.endswith(".git")
    ]
    return digest(repr((sorted(parts.items()), sorted(signs))).encode())


def _plain(value: Any) -> Any:
    """`value` of only what marshal knows: named tuples lose their names."""
    return tuple(_plain(each) for each in value) if isinstance(value, tuple) else value


def _learnt(path: str, entry: _Entry, rules: str) -> Learnt:
    _, _, facts, directives, findings = entry
    return Learnt(
        path,
        facts_from_plain(facts),
        tuple(_diagnostic(*each) for each in findings[rules]) if rules else (),
        tuple(_directive(*each) for each in directives),
    )


def _diagnostic(*plain: Any) -> Diagnostic:
    rule, span, level, message, confidence, suggestions, fixes, related, path = plain
    return Diagnostic(
        rule,
        Span(*span),
        level,
        message,
        confidence,
        suggestions,
        tuple(
            Fix(title, tuple(Edit(Span(*place), text) for place, text in edits), safe)
            for title, edits, safe in fixes
        ),
        tuple(Related(other, Span(*place), said) for other, place, said in related),
        path,
    )


def _directive(*plain: Any) -> Directive:
    scope, rule, span, whole, reach = plain
    return Directive(scope, rule, Span(*span), Span(*whole), Span(*reach))
