"""What render hooks make of links, images and headings, read from their templates on disk.

A template is not run: its look-ups are recognised, and the conditions they stand under. What
cannot be recognised is said to be so. https://gohugo.io/render-hooks/introduction/
"""

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

When = Literal["", "always", "rooted", "relative"]


class LinkHook(NamedTuple):
    """How a destination is turned into an address. The look-ups are tried on "always" all, on
    "rooted" those with a leading slash, on "relative" the others.

    `kind` is "plain" (as written, no hook), "embedded" (Hugo's own), "custom" or "unknown".
    `parent_prefix`: a plain page's relative destination gets `../` before it, also one that begins
    with `../` when `always_prefix`. `base_path`: the
    base path of the site is put before a rooted destination. `strips_dot`: `./` is taken off first.
    """

    kind: Literal["plain", "embedded", "custom", "unknown"]
    page: When = ""
    resource: When = ""
    asset: When = ""
    parent_prefix: bool = False
    base_path: bool = False
    always_prefix: bool = False
    pattern: bool = False
    strips_dot: bool = False


class HeadingHook(NamedTuple):
    """What becomes of heading ids: kept from level `from_level` on; or there may be others,
    unknown to us.
    """

    from_level: int = 1
    makes_other_ids: bool = False


PLAIN = LinkHook("plain")
UNKNOWN = LinkHook("unknown")
EMBEDDED_LINK = LinkHook("embedded", "always", "always", "always", strips_dot=True)
EMBEDDED_IMAGE = LinkHook("embedded", "", "always", "always", strips_dot=True)


class Hooks(NamedTuple):
    """The hooks of a site."""

    link: LinkHook = PLAIN
    image: LinkHook = PLAIN
    heading: HeadingHook = HeadingHook()


_MATCH = re.compile(r"\.(?:Get)?Match\b")
_STRIP = re.compile(r"\b(?:strings\.)?TrimPrefix\s+[\"`]\./")
_ACTION = re.compile(r"\{\{-?\s*(/\*.*?\*/|.*?)\s*-?\}\}", re.S)
_PARTIAL = re.compile(r"\b(?:partial|partialCached|partials\.Include(?:Cached)?)\s+\"([^\"]+)\"")
_ASSIGN = re.compile(r"^(\$\w+)\s*:?=\s*(.*)$", re.S)
_PAGE = re.compile(r"\.GetPage\b|\bsite\.GetPage\b|\b(?:rel)?ref\b|\.(?:Rel)?Ref\b")
_RESOURCE = re.compile(r"\.Resources\.(?:Get|GetMatch|Match)\b")
_ASSET = re.compile(r"(?<![.\w])resources\.(?:Get|GetMatch|Match|GetRemote)\b")
_ROOTED = re.compile(r"hasPrefix\s+\S+\s+[\"`]/[\"`]", re.I)
_PARENT = re.compile(r"printf\s+[\"`]\.\./%s|[\"`]\.\./[\"`]\s*\+")
_NOT_PARENT = re.compile(r"hasPrefix\s+\S+\s+[\"`]\.\./[\"`]", re.I)
_BASE = re.compile(r"\b(?:relURL|absURL|relLangURL|absLangURL|urls\.(?:Rel|Abs)\w*)\b")


_LOOKUPS = (("page", _PAGE), ("resource", _RESOURCE), ("asset", _ASSET))


def link_hook(
    text: str, include: Callable[[str], str | None], name: str = "Destination"
) -> LinkHook:
    """What the template `text` of a link or image hook does; `include` gives the text of a
    partial.
    """
    text, complete = with_partials(text, include, 0)
    if not complete or f".{name}" not in text:
        return UNKNOWN
    found: dict[str, set[When]] = {"page": set(), "resource": set(), "asset": set()}
    names: dict[str, str] = {}
    stack: list[When] = []
    parent = base = False
    for match in _ACTION.finditer(text):
        action = match.group(1)
        word = action.partition(" ")[0]
        assigned = _ASSIGN.match(action)
        if assigned:
            names[assigned.group(1)] = assigned.group(2)
        condition = _condition(action, names)
        if word in ("if", "with", "range", "block", "define"):
            stack.append(condition if word == "if" else "always")
        elif word == "end" and stack:
            stack.pop()
        elif word == "else" and stack:
            was = stack.pop()
            now: When = {"rooted": "relative", "relative": "rooted"}.get(was, "always")  # type: ignore[assignment]
            stack.append(condition if condition in ("rooted", "relative") else now)
        when: When = next((one for one in reversed(stack) if one != "always"), "always")
        for name, pattern in _LOOKUPS:
            if pattern.search(action):
                found[name].add(when)
        parent = parent or bool(_PARENT.search(action))
        base = base or bool(_BASE.search(action))
    when_of = {name: _joined(whens) for name, whens in found.items()}
    return LinkHook(
        "custom",
        when_of["page"],
        when_of["resource"],
        when_of["asset"],
        parent,
        base,
        parent and not _NOT_PARENT.search(text),
        bool(_MATCH.search(text)),
        bool(_STRIP.search(text)),
    )


def _condition(action: str, names: dict[str, str]) -> When:
    """Whether a condition asks for a leading slash, through variables too."""
    for _ in range(3):
        replaced = re.sub(
            r"\$\w+",
            lambda m: (
                f"({names[m.group(0)]})"
                if m.group(0) in names
                and ("hasPrefix" in names[m.group(0)] or "HasPrefix" in names[m.group(0)])
                else m.group(0)
            ),
            action,
        )
        if replaced == action:
            break
        action = replaced
    if not _ROOTED.search(action):
        return "always"
    return (
        "relative"
        if re.search(r"\bnot\s+\(*\s*(?:strings\.)?hasPrefix\s+\S+\s+[\"`]/", action, re.I)
        else "rooted"
    )


def _joined(whens: set[When]) -> When:
    if not whens:
        return ""
    if len(whens) == 1:
        return next(iter(whens))
    return "always"


def with_partials(text: str, include: Callable[[str], str | None], depth: int) -> tuple[str, bool]:
    """`text` followed by the partials it calls, as far as they are on disk; False when one is
    not and may matter.
    """
    parts = [text]
    complete = True
    if depth > 3:
        return text, True
    for match in _ACTION.finditer(text):
        for call in _PARTIAL.finditer(match.group(1)):
            inner = include(call.group(1))
            if inner is None and f'partials/{call.group(1)}"' in text:
                continue  # defined in this very file
            if inner is None:
                complete = complete and "icon" in call.group(1)
                continue
            more, whole = with_partials(inner, include, depth + 1)
            parts.append(more)
            complete = complete and whole
    return "".join(parts), complete


_LEVEL = re.compile(r"\b(gt|ge)\s+\.Level\s+(\d)")


def heading_hook(text: str, include: Callable[[str], str | None]) -> HeadingHook:
    """What the template `text` of a heading hook does with ids."""
    text, complete = with_partials(text, include, 0)
    levels: list[int] = []
    stack: list[int] = []
    for match in _ACTION.finditer(text):
        action = match.group(1)
        word = action.partition(" ")[0]
        if word in ("if", "with", "range", "block", "define"):
            level = _LEVEL.search(action)
            stack.append(0 if not level else int(level.group(2)) + (level.group(1) == "gt"))
        elif word == "end" and stack:
            stack.pop()
        elif word == "else" and stack:
            stack[-1] = 0
        before = text[: match.start()]
        if ".Anchor" in action and re.search(r"\bid\s*=\s*[\"']?$", before):
            levels.append(max(stack, default=0))
    if not levels and not complete:
        return HeadingHook()  # a theme that nobody can see makes it: what nearly all make
    if not levels:
        keeps = re.search(r"\brange\b[^}]*\.Attributes\b", text) is not None
        return HeadingHook(1, not keeps)
    return HeadingHook(max(min(levels), 1), False)
