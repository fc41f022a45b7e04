"""What `notelint init` would change: files to write, each whole, and what is left to a person."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from notelint.config import FILE_NAME, load_config
from notelint.files import reading, shown_path
from notelint.site.workspace import Workspace

HOOK_FILE = ".pre-commit-config.yaml"

_HOOK = """\
- repo: local
  hooks:
    - id: notelint
      name: notelint
      entry: notelint check
      language: system
      types: [markdown]
      require_serial: true
"""

_CONFIG = """\
# What notelint asks of this site. `notelint rules` lists all rules, `notelint explain RULE` one.
# extend-select = ["product-name"]
# ignore = ["heading-increment"]
# fail-level = "warning"

# [rules.spelling]
# level = "info"

# [[per-path]]
# paths = ["content/rascunhos/**"]
# ignore = ["spelling"]
"""


class Change(NamedTuple):
    """A file to write; `before` is None when there was none. `what` says it in a few words."""

    path: Path
    before: str | None
    after: str
    what: str


class Setup(NamedTuple):
    """All changes, and what is left for a person to do."""

    changes: tuple[Change, ...]
    advice: tuple[str, ...] = ()


def plan(workspace: Workspace) -> Setup:
    """The configuration and the pre-commit entry, where they are missing."""
    changes = list(_configuration(workspace.root))
    hook = _hook(workspace.root)
    if isinstance(hook, Change):
        changes.append(hook)
    return Setup(tuple(changes), (hook,) if isinstance(hook, str) else ())


def _configuration(root: Path) -> Iterator[Change]:
    if load_config(root).file is None:  # one of the repository's root would hold no longer
        yield Change(root / FILE_NAME, None, _CONFIG, "the configuration, all of it as comments")


def _hook(root: Path) -> Change | str | None:
    """The change to the pre-commit configuration, or what to paste where it cannot be edited."""
    top = next((each for each in (root, *root.parents) if (each / ".git").exists()), root)
    file = top / HOOK_FILE
    if not file.exists():
        text = "repos:\n" + "".join(f"  {line}\n" for line in _HOOK.splitlines())
        return Change(file, None, text, "notelint on the notes of each commit")
    with reading(file):
        before = file.read_bytes().decode()
    if "notelint" in before:
        return None
    after = _with_hook(before)
    if after is None:
        return f"add to {shown_path(file)}, below `repos:`:\n{_HOOK}"
    return Change(file, before, after, "notelint on the notes of each commit")


def _with_hook(text: str) -> str | None:
    """`text` with our entry at the end of its `repos`; None when that is not sure to be right."""
    import yaml

    lines = text.splitlines(keepends=True)
    starts = [at for at, line in enumerate(lines) if line.lstrip(" ").startswith("- repo:")]
    if not starts:
        return None
    indent = " " * (len(lines[starts[-1]]) - len(lines[starts[-1]].lstrip(" ")))
    end = starts[-1] + 1
    while end < len(lines) and (not lines[end].strip() or lines[end].startswith(f"{indent} ")):
        end += 1
    while not lines[end - 1].strip():
        end -= 1
    newline = "\r\n" if "\r\n" in text else "\n"
    last = "" if lines[end - 1].endswith("\n") else newline
    entry = last + "".join(f"{indent}{line}{newline}" for line in _HOOK.splitlines())
    after = "".join(lines[:end]) + entry + "".join(lines[end:])
    try:
        wanted = yaml.safe_load(text)
        wanted["repos"].extend(yaml.safe_load(_HOOK))
        return after if yaml.safe_load(after) == wanted else None
    except (yaml.YAMLError, KeyError, TypeError, AttributeError):
        return None
