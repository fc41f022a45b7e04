"""Which words are nouns or adjectives in the plural, by their ending and the dictionary."""

import re
from collections.abc import Callable

from notelint.spelling.word_set import word_set

_NAMES = word_set("santos campinas goiás pandas minas")
"""Names that look like plurals, in small letters."""
_NO_NOUNS = _NAMES | word_set("""
neles nelas nesses nessas nestes nestas naqueles naquelas àqueles àquelas
deles delas desses dessas destes destas daqueles daquelas
mais menos apenas antes depois através atrás após três seis simples pois nós dentro além duas jamais
aliás quaisquer juntos
""")
_SINGULARS = {"ões": "ão", "ais": "al", "éis": "el", "eis": "il", "ns": "m", "es": "", "s": ""}
"""The ending of the singular by that of the plural."""
_ENGLISH = word_set("""
strings arrays pods hooks threads frameworks containers branches commits components streams buffers tokens
queries scripts plugins servers structs traits closures callbacks promises hashes devs apps cookies sprints
endpoints headers controllers services models views templates bots chatbots notebooks smartphones
dashboards datasets clusters nodes jobs workers packages bundles layouts widgets slots props states
""")
"""Plurals that notes in Portuguese take from English, in small letters."""
_FIRST_PERSON = re.compile(r"[aeiáêí]mos\Z")


def is_plural(word: str, known: Callable[[str], bool]) -> bool:
    """True for plurals of nouns and adjectives, in small letters, that the dictionary has."""
    if len(word) < 4 or word[-1] != "s" or word in _NO_NOUNS or _FIRST_PERSON.search(word):
        return False
    return word in _ENGLISH or (
        known(word)
        and any(
            word.endswith(ending) and known(word[: -len(ending)] + singular)
            for ending, singular in _SINGULARS.items()
        )
    )
