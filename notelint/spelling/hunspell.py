"""Hunspell dictionaries (.aff and .dic) as plain words, so that any of them becomes an automaton.

Written from hunspell(5). All affixes are expanded, also those behind other affixes; compounds are
not: they are without end. What a dictionary forbids, or only allows inside compounds, is left out.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from notelint.core import NotelintError


class Affix(NamedTuple):
    """One line of an affix class: what to take off, what to put there, and when."""

    strip: str
    add: str
    flags: frozenset[str]
    fits: Callable[[str], object]
    crosses: bool


@dataclass(slots=True)
class Affixes:
    """What an .aff file says, as far as it decides which words are right."""

    encoding: str = "utf-8"
    flag_kind: str = ""
    aliases: list[str] = field(default_factory=list)
    prefixes: dict[str, list[Affix]] = field(default_factory=dict)
    suffixes: dict[str, list[Affix]] = field(default_factory=dict)
    special: dict[str, str] = field(default_factory=dict)

    def flags(self, written: str) -> frozenset[str]:
        """The flags behind a stem's slash, in whichever of hunspell's four ways of writing them."""
        if self.aliases and written.isdigit():
            written = self.aliases[int(written) - 1]
        if self.flag_kind == "num":
            return frozenset(written.split(","))
        if self.flag_kind == "long":
            return frozenset(written[at : at + 2] for at in range(0, len(written), 2))
        return frozenset(written)


_SPECIAL = {"FORBIDDENWORD", "NEEDAFFIX", "ONLYINCOMPOUND", "CIRCUMFIX", "FULLSTRIP", "NOSUGGEST"}


def read_affixes(path: Path) -> Affixes:
    """Read an .aff file; raises NotelintError when it cannot be read."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise NotelintError(f"cannot read the dictionary {path}: {error.strerror}") from error
    declared = re.search(rb"^(?:\xef\xbb\xbf)?SET\s+(\S+)", raw, re.MULTILINE)
    affixes = Affixes(encoding=declared[1].decode("ascii") if declared else "iso8859-1")
    try:
        lines = raw.decode(affixes.encoding).lstrip("\ufeff").splitlines()
    except (LookupError, UnicodeDecodeError) as error:
        raise NotelintError(f"the dictionary {path} is not in {affixes.encoding}") from error
    crosses: dict[str, bool] = {}
    for line in lines:
        fields = line.split()
        if len(fields) < 2 or fields[0].startswith("#"):
            continue
        match fields:
            case ["FLAG", kind, *_]:
                affixes.flag_kind = kind.lower()
            case ["AF", flags, *_]:
                affixes.aliases.append(flags)
            case ["PFX" | "SFX" as kind, flag, "Y" | "N" as cross, count] if count.isdigit():
                crosses[kind + flag] = cross == "Y"
            case ["PFX" | "SFX" as kind, flag, strip, add, *rest]:
                table = affixes.prefixes if kind == "PFX" else affixes.suffixes
                condition = rest[0] if rest and not rest[0].startswith("#") else "."
                table.setdefault(flag, []).append(
                    _affix(affixes, kind, strip, add, condition, crosses.get(kind + flag, True))
                )
            case [name, *rest] if name in _SPECIAL:
                affixes.special[name] = rest[0]
    if affixes.aliases:  # the first AF line holds their number
        del affixes.aliases[0]
    return affixes


def _affix(
    affixes: Affixes, kind: str, strip: str, add: str, condition: str, crosses: bool
) -> Affix:
    added, _, flags = add.partition("/")
    pattern = re.sub(r"\\(?!.)|[(){}*+?|^$](?![^\[]*\])", lambda found: "\\" + found[0], condition)
    fits = re.compile(pattern + r"\Z" if kind == "SFX" else pattern)
    return Affix(
        strip="" if strip == "0" else strip,
        add="" if added == "0" else added,
        flags=affixes.flags(flags) if flags else frozenset(),
        fits=(fits.search if kind == "SFX" else fits.match) if condition != "." else bool,
        crosses=crosses,
    )


def read_stems(path: Path, affixes: Affixes) -> Iterator[tuple[str, frozenset[str]]]:
    """The stems of a .dic file with their flags; morphological fields are dropped."""
    try:
        lines = path.read_text(affixes.encoding, errors="replace").lstrip("\ufeff").splitlines()
    except OSError as error:
        raise NotelintError(f"cannot read the dictionary {path}: {error.strerror}") from error
    for line in lines[1:]:
        entry = re.split(r"\t|\s+(?=\w\w:)", line.rstrip(), maxsplit=1)[0]
        stem, _, flags = re.sub(r"(?<!\\)/", "\0", entry, count=1).partition("\0")
        if stem:
            yield stem.replace("\\/", "/"), affixes.flags(flags) if flags else frozenset()


def words(
    aff: Path, dic: Path, wanted: Callable[[str], bool] = lambda affix: True, marked: str = ""
) -> Iterator[str]:
    """Every word that the pair of files accepts, some of them more than once.

    `wanted` is asked of what an affix adds and can leave out whole families: the clitics of
    Portuguese (`-me`, `-lhe`) are rules of ours, and would be tens of millions of words. `marked`
    asks only for words of stems with that special flag: NOSUGGEST is for words that are right and
    never to be offered.
    """
    affixes = read_affixes(aff)
    for table in (affixes.prefixes, affixes.suffixes):
        for flag in table:
            table[flag] = [affix for affix in table[flag] if wanted(affix.add)]
    forbidden = affixes.special.get("FORBIDDENWORD")
    stems = list(read_stems(dic, affixes))
    never = {stem for stem, flags in stems if forbidden in flags}
    for stem, flags in stems:
        if stem not in never and (not marked or affixes.special.get(marked) in flags):
            for word in _expand(affixes, stem, flags):
                if word not in never:
                    yield word


def _expand(affixes: Affixes, stem: str, flags: frozenset[str]) -> Iterator[str]:
    needs_affix = affixes.special.get("NEEDAFFIX")
    only_compound = affixes.special.get("ONLYINCOMPOUND")
    circumfix = affixes.special.get("CIRCUMFIX")
    if only_compound in flags:
        return
    prefixes = [one for flag in flags for one in affixes.prefixes.get(flag, ())]
    if needs_affix not in flags:
        yield stem
        yield from _prefixed(stem, prefixes)
    crossing = [one for one in prefixes if one.crosses]
    for flag in flags:
        for suffix in affixes.suffixes.get(flag, ()):
            once = _with_suffix(stem, suffix)
            if once is None or circumfix in suffix.flags:
                continue
            if needs_affix not in suffix.flags and only_compound not in suffix.flags:
                yield once
                if suffix.crosses:
                    yield from _prefixed(once, crossing)
            for deeper in suffix.flags:
                for second in affixes.suffixes.get(deeper, ()):
                    twice = _with_suffix(once, second)
                    if twice is not None:
                        yield twice
                        if second.crosses:
                            yield from _prefixed(twice, crossing)
                yield from _prefixed(once, affixes.prefixes.get(deeper, ()))


def _with_suffix(word: str, suffix: Affix) -> str | None:
    if not word.endswith(suffix.strip) or not suffix.fits(word):
        return None
    kept = word[: len(word) - len(suffix.strip)]
    return kept + suffix.add if kept else None


def _prefixed(word: str, prefixes: "list[Affix] | tuple[Affix, ...]") -> Iterator[str]:
    for prefix in prefixes:
        if word.startswith(prefix.strip) and prefix.fits(word):
            yield prefix.add + word[len(prefix.strip) :]
