"""Hugo's glob patterns: `*` stays in a folder, `**` does not, `{a,b}` is either.

https://gohugo.io/quick-reference/glob-patterns/
"""

import re
from functools import cache


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The regular expression that matches what `pattern` does."""
    out: list[str] = []
    index, depth = 0, 0
    while index < len(pattern):
        char = pattern[index]
        if pattern.startswith("**", index):
            out.append(".*")
            index += 2
            continue
        if char == "*":
            out.append("[^/]*")
        elif char == "?":
            out.append("[^/]")
        elif char == "{":
            out.append("(?:")
            depth += 1
        elif char == "}" and depth:
            out.append(")")
            depth -= 1
        elif char == "," and depth:
            out.append("|")
        elif char == "[" and "]" in pattern[index + 2 :]:
            end = pattern.index("]", index + 2)
            inner = pattern[index + 1 : end]
            out.append("[" + ("^" + inner[1:] if inner[0] == "!" else inner) + "]")
            index = end
        elif char == "\\" and index + 1 < len(pattern):
            index += 1
            out.append(re.escape(pattern[index]))
        else:
            out.append(re.escape(char))
        index += 1
    return re.compile("".join(out) + ")" * depth + r"\Z", re.DOTALL)


def matches(pattern: str, path: str) -> bool:
    """True when the whole of `path` fits `pattern`."""
    return bool(compiled(pattern).match(path))
