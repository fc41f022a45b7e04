"""Engines for tests, and the shortest way to a translated text."""

import importlib.util
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from notelint.note.markup import MATH
from notelint.note.note import Note, read
from notelint.note.shortcode_table import default_table
from notelint.translation.asking import Asker
from notelint.translation.drafts import Translator
from notelint.translation.engine import Engine, Limits, Pair, load
from notelint.translation.fields import passages_alone
from notelint.translation.glossary import Glossary
from notelint.translation.page import Outcome, Page

PT_EN = Pair("pt", "en")
HOSTILE = Path(__file__).parents[1] / "fixtures" / "hostile_engine.py"


def _hostile() -> Callable[[str], str]:
    spec = importlib.util.spec_from_file_location("hostile_engine", HOSTILE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    function: Callable[[str], str] = module.hostile
    return function


class Saying:
    """An engine that answers with what a function makes of each text, and counts."""

    limits = Limits(characters=1_000_000, batch=1_000)

    def __init__(self, function: Callable[[str], str]) -> None:
        self.function = function
        self.asked: list[str] = []

    def translate(self, texts: Sequence[str]) -> list[str]:
        self.asked += texts
        return [self.function(text) for text in texts]


CONSTRUCTS: list[str] = json.loads(
    (Path(__file__).parent / "fixtures" / "constructs.json").read_text("utf-8")
)


def _wrapped(text: str) -> str:
    """The text between whole constructs of Markdown, HTML and Hugo; the text alone decides which."""
    chance = Random(text)
    first, last = chance.choices(CONSTRUCTS, k=2)
    return first + chance.choice(["", " ", "\n"]) + text + chance.choice(["", " ", "\n"]) + last


ENGINES: dict[str, Callable[[str], str]] = {
    "hostile": _hostile(),
    "address": lambda text: "ftp://a.b",
    "constructs": _wrapped,
    "louder": str.upper,
    "silent": lambda text: "",
    "forgets tokens": lambda text: text.replace("[", "").replace("]", ""),
    "doubles": lambda text: f"{text} {text}",
    "backwards": lambda text: " ".join(reversed(text.split(" "))),
    "lines": lambda text: text.replace(" ", "\n"),
    "one word": lambda text: "word",
    "html": lambda text: f"</p></div>{text}<div>",
    "shortcode": lambda text: f"{{{{< x >}}}} {text} {{{{% /caixa %}}}}",
}


def note_of(text: str, path: str = "nota.md") -> Note:
    return read(path, text.encode(), language="pt", markup=MATH, shortcodes=default_table())


def translated(text: str, engine: Engine | str, name: str = "command") -> tuple[str, list[Outcome]]:
    """The text of a note translated, and what became of its segments."""
    if isinstance(engine, str):
        name, engine = engine, load(engine, PT_EN)
    note = note_of(text)
    asker = Asker(PT_EN, {name: engine})
    page = Page(note, passages_alone(note), Translator(asker, Glossary(PT_EN, [])))
    return page.settle(), page.outcomes()
