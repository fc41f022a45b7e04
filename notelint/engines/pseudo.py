"""A make-believe language that shows what would be translated: ⟦··ȧċċėňṫṡ⟧, a third longer.

No letter it writes occurs in Portuguese or English, and none of its signs means anything in
Markdown, YAML or HTML, so that `undo` can give the exact source back.
"""

import re
from collections.abc import Sequence

from notelint.translation.engine import Limits, Pair, Settings

PLAIN = "acdeinorstuyACDEINORSTUY"
ACCENTED = "ȧċḋėıňȯṙṡṫūẏȦĊḊĖĪŇȮṘṠṪŪẎ"
ESCAPE = "ˌ"
OPEN, CLOSE, FILLER = "⟦", "⟧", "·"
SPECIAL = frozenset(ACCENTED + ESCAPE + OPEN + CLOSE + FILLER)

DISGUISE = str.maketrans(
    {**dict(zip(PLAIN, ACCENTED, strict=True)), **{sign: ESCAPE + sign for sign in SPECIAL}}
)
BARE = dict(zip(ACCENTED, PLAIN, strict=True))
SIGN = re.compile(f"{ESCAPE}(.)|([{ACCENTED}])", re.DOTALL)


class Pseudo:
    """The engine that disguises its texts."""

    limits = Limits(characters=1_000_000, batch=1_000, seconds=0.01)

    def __init__(self, pair: Pair, settings: Settings) -> None:
        pass

    def translate(self, texts: Sequence[str]) -> list[str]:
        """Each text disguised."""
        return [disguise(text) for text in texts]


def disguise(text: str) -> str:
    """`text` with other letters, between brackets, and a third longer.

    The filling stands in front, where it cannot be taken for the end of the text."""
    return f"{OPEN}{FILLER * max(len(text) // 3 - 2, 0)}{text.translate(DISGUISE)}{CLOSE}"


def undo(text: str) -> str:
    """What `disguise` was given."""
    body = text.removeprefix(OPEN).removesuffix(CLOSE).lstrip(FILLER)
    return SIGN.sub(lambda m: m[1] or BARE[m[2]], body)


engine = Pseudo
