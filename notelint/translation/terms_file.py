"""Reads terms.pt-en.yaml; says what is wrong in one line, with its place and the remedy.

    terms:
      - {pt: viés | vieses, en: bias | biases, avoid-en: slant | slants}
      - {pt: banco, en: database, avoid-en: bank, near: SQL / banco de dados}
    taxonomies:
      - {pt: Notas, en: Notes}
    names: [Hugo, PyTorch]
    drop: [lote]

`|` stands between inflections, ` / ` between words that are as good as each other, best first.
`near`: the term counts only on pages that have one of these words, in either language.
What stands under `taxonomies` holds for whole terms of taxonomies (tags, categories …) and nowhere else.
`drop` takes terms of ours away.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from notelint.core import NotelintError
from notelint.nearest import did_you_mean

Forms = tuple[tuple[str, ...], ...]
"""Inflections, each with its equivalents: `(("fine-tuning", "fine tuning"),)`."""


@dataclass(frozen=True, slots=True)
class Line:
    """One term, both ways: forms by language, and forms to avoid by language."""

    place: str
    forms: dict[str, Forms]
    avoid: dict[str, Forms]
    near: tuple[str, ...] = ()


@dataclass(slots=True)
class TermsFile:
    """What one file says."""

    lines: list[Line] = field(default_factory=list)
    taxonomies: list[Line] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    drop: list[str] = field(default_factory=list)


def read_terms(path: Path, languages: tuple[str, str]) -> TermsFile:
    """The file at `path`; raises NotelintError naming file and line."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose(path.read_text("utf-8"), Loader=loader)
    except OSError as error:
        raise NotelintError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise NotelintError(f"{path}: not UTF-8 (byte {error.start})") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise NotelintError(f"{path}:{line}: not valid YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise NotelintError(f"{path}: not valid YAML: {' '.join(str(error).split())}") from error
    return _Reader(path, languages).whole(root)


class _Reader:
    """Walks the nodes of one file, which know their lines."""

    def __init__(self, path: Path, languages: tuple[str, str]) -> None:
        self.path = path
        self.languages = languages
        self.seen: dict[tuple[str, str], int] = {}

    def whole(self, root: Any) -> TermsFile:
        found = TermsFile()
        if root is None:
            return found
        for key, value in self.mapping(
            root, "write “terms:”, “taxonomies:”, “names:” and “drop:” at its top"
        ):
            self.known(key, ("terms", "taxonomies", "names", "drop"))
            items = self.items(value, f"“{key.value}” must be a list: lines beginning with “- ”")
            if key.value == "terms":
                found.lines = [self.term(item) for item in items]
            elif key.value == "taxonomies":
                self.seen.clear()
                found.taxonomies = [self.term(item) for item in items]
                self.seen.clear()
            elif key.value == "names":
                found.names = [self.text(item) for item in items]
            else:
                found.drop = [self.text(item) for item in items]
        return found

    def term(self, node: Any) -> Line:
        one, other = self.languages
        remedy = f"write - {{{one}: viés | vieses, {other}: bias | biases}}"
        forms: dict[str, Forms] = {}
        avoid: dict[str, Forms] = {}
        near: tuple[str, ...] = ()
        for key, value in self.mapping(node, remedy):
            self.known(key, (one, other, f"avoid-{one}", f"avoid-{other}", "near"))
            if key.value == "near":
                near = tuple(word for form in self.forms(value) for word in form)
                continue
            language = key.value.removeprefix("avoid-")
            (avoid if key.value.startswith("avoid-") else forms)[language] = self.forms(value)
        for language in self.languages:
            if language not in forms:
                raise self.error(node, f"“{language}” is missing: {remedy}")
        self.once(node, one, forms[one])
        return Line(f"{self.path}:{_line(node)}", forms, avoid, near)

    def once(self, node: Any, language: str, forms: Forms) -> None:
        for word in (word for form in forms for word in form):
            before = self.seen.setdefault((language, word), _line(node))
            if before != _line(node):
                raise self.error(
                    node, f"“{word}” already stands in line {before}: keep one of them"
                )

    def forms(self, node: Any) -> Forms:
        text = self.text(node)
        forms = tuple(
            tuple(" ".join(word.split()) for word in form.split(" / ")) for form in text.split("|")
        )
        if not all(word for form in forms for word in form):
            raise self.error(node, "an empty form: take one “|” or “/” away")
        return forms

    def mapping(self, node: Any, remedy: str) -> Iterator[tuple[Any, Any]]:
        if node.id != "mapping":
            raise self.error(node, f"not a mapping: {remedy}")
        return iter(node.value)

    def items(self, node: Any, remedy: str) -> list[Any]:
        if node.id == "scalar" and not node.value:
            return []
        if node.id != "sequence":
            raise self.error(node, remedy)
        return list(node.value)

    def text(self, node: Any) -> str:
        if node.id != "scalar" or not node.value.strip():
            raise self.error(node, "a word or phrase must stand here, in quotes if it has a “:”")
        return str(node.value).strip()

    def known(self, key: Any, keys: tuple[str, ...]) -> None:
        name = key.value if key.id == "scalar" else "?"
        if name not in keys:
            hint = did_you_mean(name, keys) or f": there are {', '.join(keys)}"
            raise self.error(key, f"there is no “{name}” here{hint}")

    def error(self, node: Any, what: str) -> NotelintError:
        return NotelintError(f"{self.path}:{_line(node)}: {what}")


def _line(node: Any) -> int:
    return int(node.start_mark.line) + 1
