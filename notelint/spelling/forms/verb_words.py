"""Which words of a note are infinitives, and which may be infinitives that lost their last letter."""

from typing import NamedTuple, cast

from notelint.note.prose import ProseGroup
from notelint.spelling.forms.conjugation import is_infinitive, is_nominal, subjunctive
from notelint.spelling.forms.irregular_verbs import FUTURES
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.word_set import word_set

NO_VERBS = word_set("""
para nada casa volta conta fora parte frente causa base cara vista ajuda tudo segue embora junta pratica
mas sua suas falta nota pauta busca troca consulta compra entrega segura este umas
""")
"""Words that stand in such places for themselves."""
NO_PLAIN = word_set("deve pode significa depende permanece parece")
"""Verbs of which no infinitive is meant, but a word is missing before: `o valor de deve ser`."""
SHORT = word_set("ser ter ver dar ler")
"""Infinitives of three letters, of which no form is shortened."""
_NOT_PLAIN = NO_VERBS | NO_PLAIN
_KEPT = ("forms of verbs",)


class VerbWords(NamedTuple):
    """Words in small letters.

    `suspects` may have the form of another place: `infinitives`, participles, gerunds, what has the pronoun
    `se`, and what is `shortened`, infinitives without their r (`usa`) or with another letter in its place
    (`usam`). `plain` are those of the shortened that are no nouns or adjectives. `indicatives` have another
    form in the subjunctive.
    """

    infinitives: set[str]
    shortened: set[str]
    plain: set[str]
    indicatives: set[str]
    suspects: set[str]
    seen: set[str]


def verb_words(group: ProseGroup, lexicon: Lexicon) -> VerbWords:
    """Of all notes so far; words come back by the thousand."""
    kept = cast(
        VerbWords, lexicon.memory.setdefault(_KEPT, VerbWords(*(set() for _ in VerbWords._fields)))
    )
    new = group.words - kept.seen
    kept.seen.update(new)
    for word in new:
        if not word.islower():
            continue
        if subjunctive(word, lexicon):
            kept.indicatives.add(word)
        if len(word) < 2:
            continue
        if word[-1] == "r" or word in FUTURES:
            if word in SHORT or word in FUTURES or is_infinitive(word, lexicon):
                kept.infinitives.add(word)
        elif is_infinitive(word + "r", lexicon):
            kept.shortened.add(word)
            if len(word) > 2 and word not in _NOT_PLAIN and not is_nominal(word, lexicon):
                kept.plain.add(word)
        elif word[-1] == "z" and is_infinitive(word + "er", lexicon):
            kept.shortened.add(word)
            kept.plain.add(word)
        elif word[-1] in "sm" and is_infinitive(word[:-1] + "r", lexicon):
            kept.shortened.add(word)
        elif word.endswith(("ado", "ido", "ndo", "-se")):
            kept.suspects.add(word)
    kept.suspects.update(kept.infinitives & new, kept.shortened & new)
    return kept
