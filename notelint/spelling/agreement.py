"""Which of several suggestions fits the word before it: `os pacots` wants `pacotes`, not `pacote`."""

from collections.abc import Sequence

_DETERMINERS = frozenset(
    (
        *("o", "os", "um", "uns", "do", "dos", "no", "nos", "ao", "aos", "este", "estes", "esse"),
        *("esses", "seu", "seus", "meu", "nosso", "nossos", "pelo", "pelos", "outro", "outros"),
        *("todo", "todos", "muitos", "vários", "alguns", "novo", "novos", "mesmo", "primeiro"),
        *("a", "as", "uma", "umas", "da", "das", "na", "nas", "à", "às", "esta", "estas", "essa"),
        *("essas", "sua", "suas", "minha", "nossa", "nossas", "pela", "pelas", "outra", "outras"),
        *("toda", "todas", "muitas", "várias", "algumas", "nova", "novas", "mesma", "primeira"),
        *("próximo", "próximos", "próxima", "próximas", "último", "últimos", "última", "últimas"),
        *("primeiros", "primeiras", "seguintes", "diferentes", "dois", "duas", "três", "quatro"),
    )
)
_BEFORE_NOUNS_TOO = frozenset({"de", "ao", "por", "sem", "até", "após", "é", "para"})
"""Of those the ones that say little: `ao temop` means `tempo`, not `temor`."""

_PLURAL = frozenset({"dois", "duas", "três", "quatro"})

_BEFORE_INFINITIVES = frozenset(
    (
        *("para", "pode", "podem", "deve", "devem", "vai", "vão", "vamos", "vou", "precisa"),
        *("precisam", "quer", "querem", "de", "ao", "por", "sem", "até", "possível", "preciso"),
        *("podemos", "devemos", "precisamos", "poderá", "deverá", "após", "é", "consegue"),
    )
)


def fitting(suggestions: Sequence[str], before: str, written: str) -> tuple[str, ...]:
    """The suggestions for `written` with the first one that fits behind the word `before` in front.

    Only those are compared that differ from the likeliest in how they end.
    """
    if before not in _DETERMINERS and before not in _BEFORE_INFINITIVES:
        return tuple(suggestions)
    first = suggestions[0]
    same = len(first) - (1 if before in _BEFORE_NOUNS_TOO else 2)
    for one in suggestions[:3]:
        alike = one[:same] == first[:same] and abs(len(one) - len(first)) < 2
        plural_lost = written.endswith("s") and first.endswith("s") and not one.endswith("s")
        if alike and not plural_lost and _fits(one.lower(), before):
            return (one, *(other for other in suggestions if other != one))
    return tuple(suggestions)


def _fits(word: str, before: str) -> bool:
    if before in _BEFORE_INFINITIVES:
        return word.endswith("r")
    if word.endswith("s") != (before.endswith("s") or before in _PLURAL):
        return False
    if before in _PLURAL or before in ("seguintes", "diferentes"):
        return True
    feminine = before.rstrip("s")[-1] in "aà"
    return word.rstrip("s")[-1:] != ("o" if feminine else "a") or word.endswith(("ção", "são"))
