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
    )
)
_BEFORE_INFINITIVES = frozenset(
    (
        *("para", "pode", "podem", "deve", "devem", "vai", "vão", "vamos", "vou", "precisa"),
        *("precisam", "quer", "querem", "de", "ao", "por", "sem", "até", "possível", "preciso"),
        *("podemos", "devemos", "precisamos", "poderá", "deverá", "após", "é", "consegue"),
    )
)


def fitting(suggestions: Sequence[str], before: str) -> tuple[str, ...]:
    """The suggestions with the first one that fits behind the word `before` in front.

    Only those are compared that differ from the likeliest in how they end.
    """
    if before not in _DETERMINERS and before not in _BEFORE_INFINITIVES:
        return tuple(suggestions)
    first = suggestions[0]
    for one in suggestions[:3]:
        alike = one[: len(first) - 2] == first[: len(first) - 2] and abs(len(one) - len(first)) < 2
        if alike and _fits(one.lower(), before):
            return (one, *(other for other in suggestions if other != one))
    return tuple(suggestions)


def _fits(word: str, before: str) -> bool:
    if before in _BEFORE_INFINITIVES:
        return word.endswith("r")
    if word.endswith("s") != before.endswith("s"):
        return False
    feminine = before.rstrip("s")[-1] in "aà"
    return word.rstrip("s")[-1:] != ("o" if feminine else "a") or word.endswith(("ção", "são"))
