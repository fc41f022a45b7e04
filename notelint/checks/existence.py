"""Words and phrases that should not be there: a rule of this kind is a list and needs no Python."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from notelint.core import Diagnostic
from notelint.note.note import Note
from notelint.rules import Rule
from notelint.site.workspace import Workspace


def check(note: Note, rule: Rule, workspace: Workspace) -> Iterator[Diagnostic]:
    """Each of the rule's `words` in running text; `languages` says where ([]: everywhere)."""
    options = rule.options
    pattern = words_pattern(tuple(options["words"]), bool(options.get("ignore_case", True)))
    for prose in note.prose:
        if in_languages(prose.language, options.get("languages", ())):
            for match in pattern.finditer(prose.text):
                yield rule.found(prose.span(*match.span()), text=match[0])


def in_languages(language: str, wanted: Iterable[str]) -> bool:
    """True when nothing is wanted, or `language` ("pt-br" is also "pt") is among it."""
    names = {name.lower() for name in wanted}
    return not names or language.lower() in names or language.partition("-")[0].lower() in names


@lru_cache(maxsize=64)
def words_pattern(words: tuple[str, ...], ignore_case: bool) -> re.Pattern[str]:
    """Any of the words as a whole word; the longest wins, spaces stand for any white space."""
    listed = sorted(words, key=len, reverse=True)
    parts = (r"\s+".join(map(re.escape, word.split())) for word in listed if word.strip())
    any_of_them = "|".join(parts) or "(?!)"  # nothing listed: nothing is found
    return re.compile(rf"(?<!\w)(?:{any_of_them})(?!\w)", re.IGNORECASE if ignore_case else 0)
