"""Words to think of accepting, since a site uses them often, and accepted ones it never uses."""

from collections import Counter
from collections.abc import Iterable, Iterator

from notelint.note.prose import Prose
from notelint.spelling.accepted import parse
from notelint.spelling.judge import judge
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.tokens import tokens
from notelint.spelling.verdict import verdict


def strangers(blocks: Iterable[Prose], lexicon: Lexicon) -> Counter[str]:
    """How often each word stands in `blocks` that is reported, or would be if a like word were near.

    Names and acronyms are left out: they need no list.
    """
    found: Counter[str] = Counter()
    for prose in blocks:
        wrong = {(one.start, one.end) for one in judge(prose, lexicon)}
        for token in tokens(prose.text):
            if (token.start, token.end) in wrong or (
                token.text.islower() and verdict(token.text, lexicon).kind == "unknown"
            ):
                found[token.text] += 1
    return found


def unused(lines: Iterable[str], words: Iterable[str]) -> Iterator[str]:
    """The lines of a word list that accept none of `words`, in the order of the list."""
    met = set(words)
    for line in lines:
        accepted = parse([line])
        if (accepted.plain or accepted.exact) and not any(word in accepted for word in met):
            yield line
