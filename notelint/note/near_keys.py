"""Is a name a slip of the pen for another one, with letters swapped, lost or put in?"""

from collections.abc import Iterable


def near_key(name: str, known: Iterable[str]) -> str | None:
    """The known name that `name` (both in lower case) was probably meant to be, or None.

    Short names must differ by one letter only, and very short ones by their plural alone: `tag` is
    `tags`, but `cat` is not `tag`.
    """
    best: tuple[int, str] | None = None
    for candidate in known:
        allowed = 2 if min(len(name), len(candidate)) >= 7 else 1
        if candidate in (name + "s", name + "es") or name in (candidate + "s", candidate + "es"):
            distance = 1
        elif min(len(name), len(candidate)) <= 3 or abs(len(name) - len(candidate)) > allowed:
            continue
        else:
            distance = edit_distance(name, candidate, allowed)
        if distance <= allowed and (best is None or (distance, candidate) < best):
            best = distance, candidate
    return best[1] if best else None


def edit_distance(first: str, second: str, limit: int) -> int:
    """How many letters must be put in, left out, changed or swapped with the next; `limit` + 1 for
    more.
    """
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, one in enumerate(first, 1):
        older, before = before, row
        row = [i]
        for j, other in enumerate(second, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (one != other))
            if i > 1 and j > 1 and one == second[j - 2] and first[i - 2] == other:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]
