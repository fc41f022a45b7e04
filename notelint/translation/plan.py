"""What is known of a note's segments before any engine is asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from rapidfuzz.fuzz import ratio  # here: two threads that import it first get half of it

from notelint.translation.items import Segment
from notelint.translation.memory import Entry, Memory
from notelint.translation.page import Known, Outcome
from notelint.translation.people import CONTINUED
from notelint.translation.taxonomy import GLOSSARY, Terms

ALIKE = 0.5
"""How much of a changed source text must be the same for a person's translation to be about it."""


@dataclass(frozen=True, slots=True)
class Plan:
    """`known` by segment id. `stale`: by segment id the entry of a person whose source has changed.

    `gone`: entries of people whose source is no longer there. `new`: what must be asked for.
    """

    known: dict[str, Known] = field(default_factory=dict)
    stale: dict[str, Entry] = field(default_factory=dict)
    gone: tuple[Entry, ...] = ()
    new: tuple[Segment, ...] = ()


def plan(
    segments: Sequence[Segment],
    entries: Sequence[Entry],
    memory: Memory | None,
    page: str,
    *,
    force: bool = False,
    accept: bool = False,
    again: bool = True,
    terms: Terms | None = None,
    fits: Callable[[str, str], bool] = lambda source, target: True,
    edited: frozenset[int] = frozenset(),
) -> Plan:
    """What the page's own entries, then the whole memory, say of `segments`.

    `force`: only what people wrote counts. `accept`: people's stale texts do not. `again`: what was kept in the
    source language is asked for once more. `terms`: what terms of taxonomies become. `fits`: whether an engine's
    text for another page will do here (source, target). `edited`: which entries a person has just changed, and so
    looked at.
    """
    known: dict[str, Known] = {}
    stale: dict[str, Entry] = {}
    gone: list[Entry] = []
    sources = [entry.source for entry in entries]
    matcher = SequenceMatcher(None, sources, [s.text for s in segments], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            for entry, segment in zip(entries[i:j], segments[k:m], strict=True):
                known[segment.id] = _known(entry)
            continue
        for index in range(i, j):
            entry = entries[index]
            if entry.origin != "human":
                continue
            about = _about(entry, [s for s in segments[k:m] if s.id not in known])
            if about is None:
                gone.append(entry)
            elif index in edited:
                known[about.id] = Known(entry.target, "human")
            elif not accept:
                stale[about.id] = entry
                known[about.id] = Known(entry.target, "human")
    for one in segments:
        if one.id in stale:
            continue
        found = memory.find(one.text, page) if memory else None
        own = known.get(one.id)
        if found and own is None and found.origin == "engine" and not fits(one.text, found.target):
            continue
        if found is not None and not found.kept and (own is None or _better(found, own, sources)):
            known[one.id] = _known(found)
    if again:
        known = {id_: k for id_, k in known.items() if k.origin == "human" or k.engine}
    if force:
        known = {id_: one for id_, one in known.items() if one.origin == "human"}
    for one in segments:
        if one.passage.is_term and (one.id not in known or known[one.id].origin != "human"):
            text = terms.rendering(one) if terms else one.text
            known[one.id] = Known(text, "engine", GLOSSARY)
    new = tuple(segment for segment in segments if segment.id not in known)
    moved = {one.text for one in known.values()}
    return Plan(known, stale, tuple(e for e in gone if e.target not in moved), new)


def _better(found: Entry, own: Known, sources: Sequence[str]) -> bool:
    """A text that was learnt since goes before the page's own; another page's does not."""
    if (own.text, own.origin) == (found.target, found.origin):
        return False
    if own.origin == "engine" and not own.engine:
        return True
    return found.origin == "human" and own.origin != "human" and sources.count(found.source) < 2


def _known(entry: Entry) -> Known:
    return Known(entry.target, entry.origin, entry.engine)


def _about(entry: Entry, segments: Sequence[Segment]) -> Segment | None:
    """The segment that the entry's source has become."""
    kind = entry.kind.removesuffix(CONTINUED)
    scored = [(ratio(entry.source, s.text) / 100, s) for s in segments if s.kind == kind]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= ALIKE else None


def entries_of(outcomes: Sequence[Outcome], stale: dict[str, Entry]) -> list[Entry]:
    """What the memory keeps of a page as it was written."""
    entries: list[Entry] = []
    passage: object = None
    for outcome in outcomes:
        segment = outcome.segment
        kind = segment.kind + (CONTINUED if segment.passage is passage else "")
        passage = segment.passage
        old = stale.get(segment.id)
        if old is not None:
            entries.append(replace(old, target=outcome.text, kind=kind))
            continue
        human = outcome.known is not None and outcome.known.origin == "human"
        # Of `command:CMD` only the name: the memory is for everybody, the line for this machine.
        engine = "" if human or outcome.way == "kept" else outcome.engine.partition(":")[0]
        entries.append(
            Entry(segment.text, outcome.text, "human" if human else "engine", engine, kind)
        )
    return entries
