"""How good spelling and phrases are: precision, recall, F1, right word first.

    python scripts/evaluate_spelling.py note.md labels.jsonl     # a labelled note
    python scripts/evaluate_spelling.py --slips text.txt         # slips made in right sentences
    python scripts/evaluate_spelling.py --alarms text.txt        # what is found in right sentences

labels.jsonl has one misspelling a line: {"line", "column", "wrong", "right", "kind"}, line and column
1-based code points of the note, kind "ignore" counting neither way.
"""

import argparse
import json
import random
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from notelint.note.prose import Prose  # noqa: E402
from notelint.spelling.edits import without_accents  # noqa: E402
from notelint.spelling.judge import Misspelling, judge  # noqa: E402
from notelint.spelling.lexicon import Lexicon, lexicon  # noqa: E402
from notelint.spelling.tokens import tokens  # noqa: E402

KEYS = ("qwertyuiop", "asdfghjklç", "zxcvbnm")
RULES = ("spelling", "phrase")


def known_words() -> Lexicon:
    lines = [
        line
        for name in ("words.pt.txt", "words.en.txt")
        for line in (ROOT / "rules" / "data" / name).read_text("utf-8").splitlines()
    ]
    found = lexicon("pt", lines)
    assert found is not None
    return found


def found_in(text: str, known: Lexicon) -> list[Misspelling]:
    return list(judge(Prose("paragraph", "pt", text, ()), known))


def labelled_note(note: Path, labels: Path) -> None:
    """Judge a note by its labels, with the rules as a user has them."""
    from notelint.runner import Request, run

    text = note.read_text("utf-8")
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    wanted, ignored = {}, []
    for entry in map(json.loads, labels.read_text("utf-8").splitlines()):
        start = starts[entry["line"] - 1] + entry["column"] - 1
        span = (start, start + len(entry["wrong"]))
        if entry["kind"] == "ignore":
            ignored.append(span)
        else:
            wanted[span] = entry
    result = run(Request((note,), site=note.parent))
    found = [
        each
        for checked in result.checked
        for each in checked.diagnostics
        if each.rule in RULES
        and not any(each.span.start < end and start < each.span.end for start, end in ignored)
    ]
    hit: set[tuple[int, int]] = set()
    first, alarms = 0, []
    for each in found:
        touched = [span for span in wanted if each.span.start < span[1] and span[0] < each.span.end]
        hit.update(touched)
        if not touched:
            alarms.append(f"{each.rule}: {each.span.of(text)} → {each.suggestions[:1]}")
        elif each.suggestions and wanted[touched[0]]["right"] in each.suggestions[0]:
            first += 1
    print("false alarms:", *alarms, sep="\n  ")
    print(
        "missed:",
        *(f"{wanted[one]['wrong']} → {wanted[one]['right']}" for one in wanted if one not in hit),
        sep="\n  ",
    )
    report(len(hit), len(alarms), len(wanted) - len(hit), first, len(found) - len(alarms))


def report(hits: int, alarms: int, missed: int, first: int, suggested: int) -> None:
    precision, recall = hits / max(hits + alarms, 1), hits / max(hits + missed, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    print(f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}", end="  ")
    print(f"right word first {first / max(suggested, 1):.3f}")


def slips(path: Path) -> None:
    """Make one slip in each sentence and see whether it is found and mended."""
    random.seed(7)
    known = known_words()
    numbers: Counter[tuple[str, str]] = Counter()
    for line in path.read_text("utf-8").splitlines():
        words = [
            word
            for word in tokens(line)
            if len(word.text) >= 4 and word.text.islower() and known.zipf_home(word.text) >= 2
        ]
        if len(words) < 4:
            continue
        word = random.choice(words)
        wrong, kind = slip_of(word.text)
        if wrong == word.text or known.knows(wrong):
            continue
        text = line[: word.start] + wrong + line[word.end :]
        found = [one for one in found_in(text, known) if one.start <= word.start < one.end]
        numbers[kind, "made"] += 1
        numbers[kind, "found"] += bool(found)
        numbers[kind, "first"] += bool(found) and found[0].suggestions[:1] == (word.text,)
    for kind in sorted({kind for kind, _ in numbers}):
        made, hits = numbers[kind, "made"], numbers[kind, "found"]
        print(f"{kind}: {made} made, {hits / made:.3f} found", end=", ")
        print(f"{numbers[kind, 'first'] / max(hits, 1):.3f} right word first")


def slip_of(word: str) -> tuple[str, str]:
    """The word with one ordinary slip, and of which kind it is."""
    bare = without_accents(word)
    if bare != word and random.random() < 0.5:
        return bare, "accent"
    at = random.randrange(1, len(word) - 1)
    kind = random.choices(("missing", "extra", "swapped", "other key"), (4, 2, 3, 2))[0]
    row = next((row for row in KEYS if word[at] in row), "aeiou")
    near = row[(row.find(word[at]) + 1) % len(row)]
    match kind:
        case "missing":
            return word[:at] + word[at + 1 :], kind
        case "extra":
            return word[:at] + near + word[at:], kind
        case "swapped":
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :], kind
        case _:
            return word[:at] + near + word[at + 1 :], kind


def alarms(path: Path) -> None:
    """Print what is found in text that should be right, most frequent first."""
    known = known_words()
    words, found = 0, Counter[str]()
    for line in path.read_text("utf-8").splitlines():
        words += len(line.split())
        for one in found_in(line, known):
            found[f"{one.kind}: {one.word} → {', '.join(one.suggestions[:1])}"] += 1
    for text, number in found.most_common():
        print(number, text)
    print(f"{found.total() / max(words, 1) * 10_000:.1f} in 10,000 words")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--slips", action="store_true")
    parser.add_argument("--alarms", action="store_true")
    options = parser.parse_args()
    if options.slips or options.alarms:
        for path in options.files:
            (slips if options.slips else alarms)(path)
    else:
        labelled_note(*options.files)


if __name__ == "__main__":
    main()
