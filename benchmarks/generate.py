"""A Hugo site of N notes in the manner of our own, each of its own text, all references right.

    python -m benchmarks.generate N FOLDER [--seed S] [--mistakes M]

The same N and seed give the same bytes. Sentences, lists, tables, formulas and code are those of
content/, with words exchanged for others of the same ending; sections, bundles with images, refs
with anchors, links, footnotes, alerts and shortcodes are made anew. `--mistakes` puts so many
misspellings into each note (a letter left out): 0 gives a site without a finding.
"""

import argparse
import shutil
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.material import ROOT, Material, read_material
from benchmarks.note_text import Plan, note_text, picture, plan_note
from benchmarks.vocabulary import Vocabulary, read_vocabulary

PER_SECTION = 40
"""Notes of one section, about: ours have fewer, large sites have more."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What every note is made of."""

    material: Material
    vocabulary: Vocabulary


def main() -> None:
    """Write the site and say what it is."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("notes", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mistakes", type=int, default=0)
    options = parser.parse_args()
    if options.notes < 2:
        parser.error("a site has 2 notes or more")
    if options.folder.exists() and any(options.folder.iterdir()):
        parser.error(f"{options.folder} is not empty")
    size = generate(options.notes, options.folder, options.seed, options.mistakes)
    print(f"{options.notes} notes, {size / 1e6:.1f} MB")


def generate(count: int, folder: Path, seed: int = 1, mistakes: int = 0) -> int:
    """Write `count` notes (sections and the home page among them); return their bytes."""
    random = Random(seed)
    sources = Sources(read_material(), read_vocabulary(random))
    _write_frame(folder)
    sections = max(1, (count - 1) // (PER_SECTION + 1))
    plans: list[Plan] = []
    names = [f"parte-{number:03}" for number in range(sections)]
    for number in range(count - 1 - sections):
        section = names[number * sections // (count - 1 - sections)]
        plans.append(plan_note(number, section, sources.vocabulary, random))
    size = _write(
        folder / "content" / "_index.md",
        _section_text("Caderno", [(name, name) for name in names], random),
    )
    below = defaultdict(list)
    for plan in plans:
        below[plan.section].append(plan)
    for number, name in enumerate(names):
        topic = sources.vocabulary.topic(random)
        title = f"{topic[0].capitalize()} e {topic[1]}"
        siblings = [(plan.path, plan.title) for plan in below[name][:5]]
        text = _section_text(title, siblings, random, weight=10 * (number + 1))
        size += _write(folder / "content" / name / "_index.md", text)
    for plan in plans:
        text = note_text(plan, plans, sources.material, sources.vocabulary, mistakes)
        size += _write(folder / "content" / plan.file, text)
        for image in plan.images:
            bundle = folder / "content" / plan.path
            _write(bundle / image, picture(plan.title))
    return size


def _write(path: Path, text: str) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.write_text(text, encoding="utf-8")


def _section_text(
    title: str, targets: Sequence[tuple[str, str]], random: Random, weight: int = 1
) -> str:
    links = "\n".join(
        f'{place}. [{text}]({{{{< relref "/{target}" >}}}})'
        for place, (target, text) in enumerate(targets, 1)
    )
    date = f"2025-{random.randint(1, 9):02}-{random.randint(1, 28):02}T09:00:00-03:00"
    return (
        f'---\ntitle: "{title}"\ndate: {date}\ndraft: false\nkinds: ["Seções"]\n'
        f"weight: {weight}\n---\n\nAs notas desta parte, na ordem em que funcionam melhor:\n\n"
        f"{links}\n"
    )


def _write_frame(folder: Path) -> None:
    """Our own templates and configuration, without the menu, which leads to our own pages."""
    for part in ("layouts", "i18n", "static"):
        shutil.copytree(ROOT / part, folder / part, dirs_exist_ok=True)
    lines = (ROOT / "hugo.toml").read_text(encoding="utf-8").split("\n")
    start, end = lines.index("[menus]"), lines.index("  ]", lines.index("[menus]"))
    _write(folder / "hugo.toml", "\n".join(lines[:start] + lines[end + 1 :]))


if __name__ == "__main__":
    main()
