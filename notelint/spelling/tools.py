"""Well-known languages, tools and products, which notes name on every line and misspell (`Elasticseach`)."""

from collections.abc import Mapping, Sequence
from functools import cache

from notelint.spelling.automaton import own
from notelint.spelling.edits import distance_one, slip
from notelint.spelling.kinds import Verdict
from notelint.spelling.suggest import Candidate

_SHORTEST = 5
_LONG = 8
"""Letters of a word that is no other, whatever letter it has in place of one."""
_FARTHEST = 1.1
_VOWELS = frozenset("aeiouy")


def misspelt_tool(word: str, others: Sequence[Candidate] = ()) -> Verdict | None:
    """The tool that `word`, which is in no list, is one slip away from; None when one of the `others`,
    words that it may stand for as well, is as near."""
    lower = word.lower()
    if len(lower) < _SHORTEST:
        return None
    near = [(slip(lower, tool), tool) for tool in distance_one(lower) if tool in _tools()]
    if not near:
        return None
    cost, tool = min(near)
    if cost > _FARTHEST or lower[0] != tool[0]:
        return None
    if _is_longer_name(lower, tool) or _is_another(word, tool):
        return None
    if any(other.cost <= cost and other.zipf >= 3.5 and not other.foreign for other in others):
        return None
    return Verdict("tool", (_in_letters_of(word, _tools()[tool]),), cost=cost, foreign=True)


def _is_longer_name(lower: str, tool: str) -> bool:
    """True for what is made of the tool's name: `dockers`, `Angulara`; not for a letter held down."""
    return lower[:-1] == tool and lower[-1] != lower[-2]


def _is_another(word: str, tool: str) -> bool:
    """True for one letter in place of another that nobody takes it for, or of an acronym's: `OpenML`."""
    lower = word.lower()
    changed = [at for at, (mine, its) in enumerate(zip(lower, tool, strict=False)) if mine != its]
    if len(lower) != len(tool) or len(changed) != 1:
        return False
    (at,) = changed
    if word[at].isupper() and not word.isupper():
        return True
    if len(lower) >= _LONG or lower[at] in lower[max(at - 1, 0) : at] + lower[at + 1 : at + 2]:
        return False  # the wrong letter doubled: `Haddop`
    return (lower[at] in _VOWELS) != (tool[at] in _VOWELS)


def _in_letters_of(word: str, name: str) -> str:
    if word.islower():
        return name.lower()
    return name.upper() if word.isupper() else name


@cache
def _tools() -> Mapping[str, str]:
    """The names as they are written, by the same in small letters."""
    lines = own("tools.txt").read_text("utf-8").splitlines()
    return {name.lower(): name for line in lines if line[0] != "#" for name in line.split()}
