"""Subjects of a word or three, read from the left: `você`, `a gente`, `o time`, `cada teste do Git`."""

from collections.abc import Sequence

from notelint.spelling.word_set import word_set

_PRONOUNS = word_set("""
eu você vocês ele ela eles elas isso isto aquilo tudo todos todas alguém ninguém nós
""")
_PAIRS = {("a", "gente"), ("todo", "mundo"), ("cada", "um"), ("cada", "uma")}
_ARTICLES = word_set("""
o a os as um uma uns umas este esta esse essa estes estas esses essas aquele aquela cada nosso nossa seu sua
seus suas meu minha meus minhas nossos nossas algum alguma nenhum nenhuma alguns algumas outro outra todos todas
""")
_ADVERBS = word_set(
    "não já também ainda só sempre realmente nunca hoje agora se me te nos lhe lhes"
)
_OF = word_set("de do da dos das")


def place_of_verb(small: Sequence[str], words: Sequence[str]) -> tuple[int, bool]:
    """Where the verb should stand, and whether a subject stands before it."""
    at = _behind_adverbs(small, 0)
    if at >= len(small):
        return at, False
    start = at
    if tuple(small[at : at + 2]) in _PAIRS:
        at += 2
    elif small[at] in _PRONOUNS and not (
        small[at] in _ARTICLES and small[at + 1 : at + 2] == ["os"]
    ):
        at += 1
    elif small[at] in _ARTICLES and small[at + 1 : at + 2] != ["pouco"]:
        at += 3 if small[at + 1 : at + 2] and small[at + 1] in _ARTICLES else 2
        if small[at : at + 1] and small[at] in _OF:
            at += 2
        elif small[at : at + 1] and words[at] != small[at]:
            at += 1
    elif words[at] != small[at]:
        at += 1
    has_subject = at > start
    return _behind_adverbs(small, at), has_subject


def _behind_adverbs(small: Sequence[str], at: int) -> int:
    while at < len(small) and small[at] in _ADVERBS:
        if small[at] == "se" and small[at + 1 : at + 2] and small[at + 1] in _ARTICLES | _PRONOUNS:
            break  # `mesmo que se o teste`
        at += 1
    return at
