"""Texts of the site that stand in no note: its title, menus, params and i18n, translated into a file for review.

Nothing is written in place: what of a configuration is text for readers can only be guessed.
"""

import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from notelint.core import NotelintError
from notelint.files import shown_path
from notelint.note.markup import MATH
from notelint.note.note import read
from notelint.note.shortcode_table import default_table
from notelint.site.config_files import read_yaml
from notelint.site.workspace import Workspace
from notelint.translation.asking import Asks
from notelint.translation.drafts import Translator
from notelint.translation.glossary import Glossary
from notelint.translation.page import Page
from notelint.translation.passages import PLAIN_PARAMETERS, passages_of

Keys = tuple[str | int, ...]

TEXT_KEYS = PLAIN_PARAMETERS | frozenset(
    "bio content copyright footer greeting heading headline message motto name placeholder tagline "
    "other one few many zero two".split()
)
NO_TEXT = re.compile(r"author|class|colou?r|date|email|format|icon|id$|key|path|ref$|src|time|url")
"""Keys whose values are no text, however many words they have."""
WORDS = re.compile(r"[^\W\d_]{2,}")
TEMPLATE = re.compile(r"\{\{.*?\}\}")
READERS: Mapping[str, Callable[[str], Any]] = {
    ".toml": tomllib.loads,
    ".json": json.loads,
    ".yaml": read_yaml,
    ".yml": read_yaml,
}
ENDINGS = (".toml", ".yaml", ".yml")


class SiteString(NamedTuple):
    """One text: where it belongs in the configuration, what it is, and what it becomes."""

    keys: Keys
    source: str
    target: str = ""


def strings_of(workspace: Workspace, source: str, target: str) -> list[SiteString]:
    """The texts of the site in its language `source`, at the places where `target` has its own.

    What `target` has already is left out. Keys are in lower case, as Hugo's are at no one's notice.
    """
    hugo = workspace.hugo
    own = dict(hugo.language(source).values)
    there = next((one.own for one in hugo.languages if one.code == target), {})
    found = list(_in_languages(own, there, ("languages", target)))
    return found + list(_of_i18n(workspace.root / "i18n", source, target))


def translated(strings: list[SiteString], asker: Asks, glossary: Glossary) -> list[SiteString]:
    """The same with their translations, written as JSON, which is TOML and YAML as well."""
    return [
        one._replace(target=_quoted(_translated(one.source, asker, glossary)))
        if one.source
        else one
        for one in strings
    ]


def as_file(strings: list[SiteString], ending: str, target: str) -> str:
    """The strings as TOML or YAML, each below its source as a comment."""
    head = (
        f"# The site's own texts in “{target}”, for review: move what is right into the configuration\n"
        "# of the site, and what stands under “i18n” into the folder of that name.\n"
    )
    tree: dict[str | int, Any] = {}
    for one in strings:
        table = tree
        for key in one.keys[:-1]:
            table = table.setdefault(key, {})
        table[one.keys[-1]] = one
    if ending == ".toml":
        return head + "".join(_toml(tree, ()))
    return head + "\n" + "".join(_yaml(tree, ""))


def check_name(file: Path) -> None:
    """Raise NotelintError when a file cannot be written in the form that its name asks for."""
    if file.suffix.lower() not in ENDINGS:
        raise NotelintError(f"{shown_path(file)}: the name must end in {', '.join(ENDINGS)}")


def _in_languages(
    own: Mapping[str, Any], there: Mapping[str, Any], place: Keys
) -> Iterator[SiteString]:
    for key in ("title", "copyright"):
        if isinstance(own.get(key), str) and own[key].strip() and not there.get(key):
            yield SiteString((*place, key), own[key])
    params = own.get("params")
    if isinstance(params, Mapping):
        yield from _of_params(params, there.get("params") or {}, (*place, "params"))
    menus = own.get("menus") or own.get("menu")
    if isinstance(menus, Mapping) and not there.get("menus") and not there.get("menu"):
        for name, entries in menus.items():
            for number, entry in enumerate(entries if isinstance(entries, list) else []):
                yield from _of_entry(entry, (*place, "menus", name, number))


def _of_params(values: Any, there: Any, place: Keys) -> Iterator[SiteString]:
    pairs = values.items() if isinstance(values, Mapping) else enumerate(values)
    for key, value in pairs:
        mine = there.get(key) if isinstance(there, Mapping) else None
        if isinstance(value, Mapping | list):
            yield from _of_params(value, mine, (*place, key))
        elif isinstance(value, str) and not mine and _is_text(str(key).lower(), value):
            yield SiteString((*place, key), value)


def _of_entry(entry: Any, place: Keys) -> Iterator[SiteString]:
    """All of a menu's entry: a language with menus of its own has no others."""
    if isinstance(entry, Mapping):
        for key, value in entry.items():
            if key in ("name", "title") and value:
                yield SiteString((*place, key), str(value))
            elif isinstance(value, str | int):
                yield SiteString((*place, key), "", _quoted(value))


def _of_i18n(folder: Path, source: str, target: str) -> Iterator[SiteString]:
    ours, theirs = _table(folder, source), _table(folder, target)
    for key, value in ours.items():
        if key in theirs:
            continue
        if isinstance(value, str):
            yield SiteString(("i18n", key), value)
        elif isinstance(value, Mapping):
            for form, text in value.items():
                if isinstance(text, str):
                    yield SiteString(("i18n", key, form), text)


def _table(folder: Path, language: str) -> Mapping[str, Any]:
    for file in sorted(folder.glob(f"{language}.*")) if folder.is_dir() else ():
        reader = READERS.get(file.suffix.lower())
        if reader is not None:
            try:
                found = reader(file.read_text("utf-8-sig"))
            except (OSError, ValueError) as error:
                why = " ".join(str(error).split())
                raise NotelintError(f"{shown_path(file)}: cannot be read: {why}") from error
            return found if isinstance(found, Mapping) else {}
    return {}


def _is_text(key: str, value: str) -> bool:
    if NO_TEXT.search(key) or "://" in value or '="' in value or not WORDS.search(value):
        return False
    return key in TEXT_KEYS or len(WORDS.findall(value)) >= 3


def _translated(text: str, asker: Asks, glossary: Glossary) -> str:
    """A text as a note of its own, so that markup in it is kept; templates are code to it."""
    masked = TEMPLATE.sub(lambda match: f"`{match[0]}`", text) if "`" not in text else text
    language = asker.pair.source
    note = read(
        "text.md", masked.encode(), language=language, markup=MATH, shortcodes=default_table()
    )
    page = Page(note, passages_of(note, ()), Translator(asker, glossary))
    result = page.settle()
    return re.sub(r"`(\{\{.*?\}\})`", r"\1", result) if masked != text else result


def _quoted(value: str | int) -> str:
    return json.dumps(value, ensure_ascii=False)


def _toml(table: Mapping[str | int, Any], path: Keys) -> Iterator[str]:
    """The values of a table, then its tables; one with numbers for keys is a list of tables."""
    leaves = {key: one for key, one in table.items() if isinstance(one, SiteString)}
    name = ".".join(_key(key) for key in path if isinstance(key, str))
    if leaves and path:
        listed = isinstance(path[-1], int)
        yield f"\n[[{name}]]\n" if listed else f"\n[{name}]\n"
    for key, one in leaves.items():
        yield from _leaf(one, f"{_key(key)} = ", "")
    for key, below in table.items():
        if not isinstance(below, SiteString):
            yield from _toml(below, (*path, key))


def _yaml(table: Mapping[str | int, Any], indent: str) -> Iterator[str]:
    for key, one in table.items():
        if isinstance(one, SiteString):
            yield from _leaf(one, "- " if isinstance(key, int) else f"{_key(key)}: ", indent)
        else:
            yield f"{indent}-\n" if isinstance(key, int) else f"{indent}{_key(key)}:\n"
            yield from _yaml(one, indent + "  ")


def _leaf(one: SiteString, start: str, indent: str) -> Iterator[str]:
    for line in one.source.splitlines():
        yield f"{indent}# {line}\n"
    yield f"{indent}{start}{one.target}\n"


def _key(key: str | int) -> str:
    return str(key) if re.fullmatch(r"[A-Za-z][\w-]*", str(key), re.ASCII) else _quoted(str(key))
