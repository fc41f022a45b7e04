"""The text of one generated note: its plan first, so that others can refer to it, then its parts."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.material import Material, Pattern
from benchmarks.vocabulary import Vocabulary, by_ending

SHARE = 0.35
"""Long words of a text that are exchanged."""

_HEADINGS = (
    "O que muda com {0} e {1}",
    "Por que {0}",
    "Antes de {0}",
    "{0} na prática",
    "O custo de {0}",
    "Quando {0} ajuda",
    "Um exemplo com {0}",
    "Limites de {0} e {1}",
    "{0}, {1} e o resto",
    "Duas formas de {0}",
)
_ALERTS = ("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION")
_MIDDLE, _SPREAD = 1.0, 0.65
"""Logarithm of the usual number of chapters of a note, and how much it varies."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What other notes need to know of a note. `path` is below content/, without an ending."""

    number: int
    section: str
    path: str
    bundle: bool
    title: str
    topic: tuple[str, ...]
    headings: tuple[tuple[str, ...], ...]
    images: tuple[str, ...]

    @property
    def file(self) -> str:
        """Where the note stands below content/."""
        return f"{self.path}/index.md" if self.bundle else f"{self.path}.md"

    def anchors(self) -> list[str]:
        """The ids of its headings."""
        return [heading_id(heading) for chapter in self.headings for heading in chapter]


def plan_note(number: int, section: str, vocabulary: Vocabulary, random: Random) -> Plan:
    """Decide name, title, headings and images of a note."""
    topic = vocabulary.topic(random)
    chapters = min(30, max(2, round(random.lognormvariate(_MIDDLE, _SPREAD))))
    taken: set[str] = set()
    headings: list[tuple[str, ...]] = []
    for _ in range(chapters):
        chapter: list[str] = []
        for _ in range(random.choice((1, 1, 2, 3))):
            heading = random.choice(_HEADINGS).format(*random.sample(topic, 2))
            heading = heading[:1].upper() + heading[1:]
            if heading not in taken:
                taken.add(heading)
                chapter.append(heading)
        if chapter:
            headings.append(tuple(chapter))
    name = f"{_plain(topic[0])}-{_plain(topic[1])}-{number}"
    bundle = random.random() < 0.5
    images = tuple(f"{_plain(word)}.svg" for word in topic[2 : 2 + random.randint(1, 3)])
    title = f"{topic[0].capitalize()} e {topic[1]}: {topic[2]}"
    path = f"{section}/{name}"
    return Plan(
        number, section, path, bundle, title, topic, tuple(headings), images if bundle else ()
    )


def note_text(
    plan: Plan, plans: Sequence[Plan], material: Material, vocabulary: Vocabulary, mistakes: int
) -> str:
    """The whole file. The same plan and number give the same text."""
    random = Random(plan.number)
    topic = by_ending(plan.topic)

    def vary(text: Pattern, share: float = SHARE) -> str:
        return vocabulary.vary(text, random, topic, share)

    def sentence() -> str:
        return vary(random.choice(material.sentences))

    def paragraph() -> str:
        sentences = [sentence() for _ in range(random.randint(2, 6))]
        if random.random() < 0.4:
            sentences.append(_fact(random))
        if random.random() < 0.35:
            sentences.append(_reference(random.choice(plans), plan, random))
        return " ".join(sentences)

    def items() -> str:
        found = [vary(random.choice(material.items)) for _ in range(random.randint(3, 7))]
        if random.random() < 0.3:
            return "\n".join(f"{place}. {item}" for place, item in enumerate(found, 1))
        return "\n".join(f"- {item}" for item in found)

    def callout() -> str:
        return f'{{{{< callout type="warning" >}}}}\n{paragraph()}\n{{{{< /callout >}}}}'

    others: tuple[Callable[[], str], ...] = (
        lambda: _renumbered(random.choice(material.code), random),
        lambda: vary(random.choice(material.tables)),
        lambda: random.choice(material.math),
        lambda: f"> [!{random.choice(_ALERTS)}]\n> {sentence()} {sentence()}",
        lambda: f"> {sentence()}",
        lambda: f"{plan.topic[5].capitalize()}\n: {sentence()}",
        callout,
        items,
    )
    parts = [_front_matter(plan, random, vary(random.choice(material.sentences)))]
    parts += [paragraph()]
    notes: list[str] = []
    images = list(plan.images)
    for chapter in plan.headings:
        for depth, heading in enumerate(chapter):
            parts += [f"{'#' * min(2 + depth, 3)} {heading}", paragraph()]
            parts += [_one_of((paragraph, paragraph, items), random) for _ in range(2)]
            parts.append(_one_of(others, random))
            if images:
                image = images.pop()
                words = random.sample(plan.topic, 3)
                parts.append(f"![Relação entre {words[0]} e {words[1]}]({image} '{words[2]}')")
            if random.random() < 0.15:
                notes.append(f"[^{len(notes) + 1}]: {sentence()}")
                parts.append(f"{sentence()}[^{len(notes)}]")
    parts += notes
    text = "\n\n".join(parts) + "\n"
    return _misspelt(text, mistakes, random) if mistakes else text


def heading_id(heading: str) -> str:
    """The id that Hugo gives a heading of words, commas and blanks."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def picture(title: str) -> str:
    """A small image that differs from note to note."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="80">'
        f'<rect width="320" height="80" fill="#eee"/><text x="8" y="44">{title}</text></svg>\n'
    )


def _one_of(parts: Sequence[Callable[[], str]], random: Random) -> str:
    return random.choice(parts)()


def _front_matter(plan: Plan, random: Random, summary: str) -> str:
    month, day = random.randint(1, 9), random.randint(1, 28)
    tags = ", ".join(f'"{word.capitalize()}"' for word in random.sample(plan.topic, 3))
    summary = summary.replace("\\", "").replace('"', "")
    return (
        f'---\ntitle: "{plan.title}"\ndate: 2025-{month:02}-{day:02}T{plan.number % 24:02}:30:00'
        f'-03:00\ndraft: false\nsummary: "{summary}"\nkinds: ["Notas"]\n'
        f'categories: ["Bancos de dados"]\ntags: [{tags}]\nweight: {plan.number + 1}\n---'
    )


def _reference(target: Plan, plan: Plan, random: Random) -> str:
    """A sentence that leads to another note, or to a chapter of it or of this one."""
    anchor = random.choice(("", "", "#")) and f"#{random.choice(target.anchors())}"
    words = " ".join(random.sample(target.topic, 2))
    way = random.random()
    if way < 0.5:
        return f'Veja [{words}]({{{{< relref "/{target.path}{anchor}" >}}}}).'
    if way < 0.65:
        name = target.path.rsplit("/", 1)[1]
        return f'Veja [{words}]({{{{< relref "{name}{anchor}" >}}}}).'
    if way < 0.85:
        return f"Veja [{words}](/{target.path}/{anchor})."
    return f"Veja [acima](#{random.choice(plan.anchors())})."


def _fact(random: Random) -> str:
    """A sentence with the names, numbers and code that technical prose is full of."""
    name = random.choice(("Data", "Stream", "Query", "Vector", "Cloud", "Graph", "Open", "Fast"))
    name += random.choice(("DB", "Sync", "Flow", "SQL", "Store", "Cache", "ML", "API"))
    key = f"{random.choice('abcdefgh')}_{random.randint(1, 999)}"
    number = f"{random.randint(2, 900)},{random.randint(1, 9)}"
    return random.choice(
        (
            f"No {name} {random.randint(2, 19)}, `{key}` vale {number} por padrão.",
            f'O {{{{< termo "{name}" "{name.lower()}" >}}}} leva {number} ms com `{key}`.',
            f"Com **{name}**, foram {number} GB em \\(O({key[0]} \\log n)\\).",
        )
    )


def _renumbered(code: str, random: Random) -> str:
    return re.sub(r"\b\d{2,4}\b", lambda _: str(random.randint(10, 9999)), code)


def _misspelt(text: str, mistakes: int, random: Random) -> str:
    """A letter left out of so many long words of the text."""
    words = list(re.finditer(r"(?<=[a-zà-ú] )[a-zà-ú]{8,}(?= [a-zà-ú])", text))
    for word in sorted(random.sample(words, min(mistakes, len(words))), key=lambda w: -w.start()):
        place = word.start() + random.randint(2, len(word[0]) - 3)
        text = text[:place] + text[place + 1 :]
    return text


def _plain(word: str) -> str:
    """A word as a file name: no accents."""
    return unicodedata.normalize("NFD", word).encode("ascii", "ignore").decode()
