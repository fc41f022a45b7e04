"""Builds notelint/spelling/data from its sources: run `python scripts/build_dictionaries.py`.

Sources, fetched by npm and pip at the versions below (kept in --sources and used again):

* dictionary-pt 4.0.0 (npm): VERO pt_BR 3.2, Raimundo Santos Moura, LGPL-3.0 or MPL-2.0
* dictionary-en 4.0.0, dictionary-en-gb 3.0.0 (npm): SCOWL 2020.12.07, MIT and BSD
* @cspell/dict-* (npm): lists of computing terms and companies, Street Side Software, MIT
* @cspell/dict-en-common-misspellings 2.2.6 (npm): what is often written wrong, CC BY-SA 4.0
* wordfreq 3.1.1 (PyPI): frequencies of running text, Robyn Speer, CC BY-SA 4.0
* scripts/dictionary_data/counts.pt.txt: our own counts on technical manuals

Wants the `dictionaries` extra (chunspell, the real hunspell, is the judge). One or two minutes.
"""

import argparse
import gzip
import json
import math
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import dawg
import msgpack

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from notelint.spelling.edits import distance_one, without_accents  # noqa: E402
from notelint.spelling.hunspell import words  # noqa: E402

DATA = ROOT / "notelint" / "spelling" / "data"
NPM = ["dictionary-pt@4.0.0", "dictionary-en@4.0.0", "dictionary-en-gb@3.0.0"]
TERMS = {
    "software-terms": "5.4.9",
    "companies": "3.2.13",
    "data-science": "2.0.16",
    "k8s": "1.0.13",
    "aws": "4.0.17",
    "docker": "1.1.17",
    "python": "4.5.2",
    "node": "5.0.9",
    "fullstack": "3.2.9",
    "google": "1.0.9",
    "filetypes": "3.0.18",
    "sql": "2.2.1",
    "html": "4.0.16",
    "css": "4.1.2",
    "typescript": "3.2.3",
    "git": "3.1.1",
    "people-names": "1.1.16",
}
JARGON = {
    "npm": "5.2.56",
    "bash": "4.2.3",
    "cpp": "7.2.0",
    "java": "5.0.12",
    "golang": "6.0.29",
    "rust": "4.1.2",
    "php": "4.1.3",
    "ruby": "5.1.4",
    "powershell": "5.0.17",
    "django": "4.1.7",
    "latex": "5.1.0",
    "r": "2.1.1",
    "scala": "5.0.11",
    "csharp": "4.0.8",
    "swift": "2.0.6",
    "kotlin": "1.1.1",
    "dart": "2.3.2",
    "elixir": "4.0.8",
    "haskell": "4.0.6",
    "vue": "3.0.5",
    "svelte": "1.0.7",
    "terraform": "1.1.4",
    "julia": "1.1.1",
    "lua": "4.0.8",
    "dotnet": "5.0.15",
    "scientific-terms-us": "3.1.0",
    "cryptocurrencies": "5.0.5",
}
"""Lists of what only programs call their things: right when met, never what somebody meant."""

MISSPELLINGS = "@cspell/dict-en-common-misspellings@2.2.6"
WORDFREQ = "wordfreq==3.1.1"
LEAST_PT, LEAST_EN = 1.5, 2.5  # zipf: rarer words have no frequency (and are 0 in the table)


def fetch(sources: Path) -> None:
    """Fetch and unpack what is not there yet."""
    sources.mkdir(parents=True, exist_ok=True)
    packages = [
        *NPM,
        *(f"@cspell/dict-{name}@{at}" for name, at in (TERMS | JARGON).items()),
        MISSPELLINGS,
    ]
    for package in packages:
        folder = sources / package.rpartition("@")[0].replace("@cspell/dict-", "cspell-")
        if not folder.exists():
            done = subprocess.run(
                ["npm", "pack", "--silent", package],
                cwd=sources, check=True, capture_output=True, text=True,
            )  # fmt: skip
            with tarfile.open(sources / done.stdout.split()[-1]) as archive:
                archive.extractall(folder, filter="data")
    if not (sources / "wordfreq").exists():
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", sources, WORDFREQ],
            check=True,
        )
        with zipfile.ZipFile(next(sources.glob("wordfreq-*.whl"))) as wheel:
            wheel.extractall(sources)


def hunspell_words(folder: Path, locale: str) -> set[str]:
    """All words of a dictionary, without clitics; each is put to the real hunspell."""
    from hunspell import Hunspell

    for kind in ("aff", "dic"):
        target = folder / f"{locale}.{kind}"
        if not target.exists():
            target.write_bytes((folder / "package" / f"index.{kind}").read_bytes())
    found = set(
        words(
            folder / f"{locale}.aff",
            folder / f"{locale}.dic",
            wanted=lambda affix: "-" not in affix.rstrip("-"),
        )
    )
    judge = Hunspell(locale, hunspell_data_dir=str(folder))
    wrong = {word for word in found if not judge.spell(word)}
    print(f"{locale}: {len(found)} words, {len(wrong)} of them unknown to hunspell")
    return found - wrong


def unsuggested(sources: Path) -> set[str]:
    """Words that are right and never offered: those that the English dictionaries mark, and our own list."""
    lines = (
        (ROOT / "scripts" / "dictionary_data" / "unsuggested.pt.txt")
        .read_text("utf-8")
        .splitlines()
    )
    own = {line for line in lines if not line.startswith("#")}
    pairs = (sources / "dictionary-en" / "en_US", sources / "dictionary-en-gb" / "en_GB")
    return own | {
        word
        for pair in pairs
        for word in words(pair.with_suffix(".aff"), pair.with_suffix(".dic"), marked="NOSUGGEST")
    }


def frequencies(sources: Path, language: str) -> dict[str, float]:
    """Word → zipf (log10 of its occurrences in a thousand million words)."""
    path = sources / "wordfreq" / "data" / f"large_{language}.msgpack.gz"
    with gzip.open(path) as stream:
        _, *buckets = msgpack.load(stream, raw=False)
    return {word: 9 - at / 100 for at, bucket in enumerate(buckets) for word in bucket}


def with_manuals(general: dict[str, float]) -> dict[str, float]:
    """General frequencies mixed with those of technical text, which is nearer to notes."""
    path = ROOT / "scripts" / "dictionary_data" / "counts.pt.txt"
    lines = (line.split() for line in path.read_text("utf-8").splitlines() if line[0] != "#")
    technical = {word: int(tenths) / 10 for word, tenths in lines}
    for word in ("media", "medias"):  # storage media in the European manuals among them
        technical.pop(word, None)
    return {
        word: math.log10(0.6 * 10 ** general.get(word, 0) + 0.4 * 10 ** technical.get(word, 0))
        for word in general | technical
    }


def listed_terms(sources: Path, lists: Iterable[str]) -> Iterator[str]:
    """The plain words of the term lists, small letters; identifiers of programs are left out."""
    for name in sorted(lists):
        package = sources / f"cspell-{name}" / "package"
        for path in sorted(package.rglob("*.txt*")):
            raw = path.read_bytes()
            text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
            for line in text.splitlines():
                for word in line.partition("#")[0].strip("!~*+ ").split():
                    lower = word.lower().removesuffix("'s")
                    if lower.isalpha() and len(lower) > 2 and word[1:] == lower[1:]:
                        yield lower


def people(sources: Path, dictionary: set[str]) -> set[str]:
    """Names of people that are no words of the dictionaries."""
    (path,) = (sources / "cspell-people-names" / "package").rglob("people-names.txt")
    return {
        name
        for line in path.read_text("utf-8").splitlines()
        if (name := line.partition("#")[0].strip().capitalize()).isalpha()
        and len(name) > 2
        and name.lower() not in dictionary
    }


def known(word: str, dictionary: set[str]) -> bool:
    return word in dictionary or word.capitalize() in dictionary or word.upper() in dictionary


def keep_terms(
    candidates: Iterable[str],
    dictionaries: list[set[str]],
    zipf: dict[str, float],
    wrong: set[str],
    least: float,
) -> Iterator[str]:
    """Terms which no dictionary knows, and which are not just a common word written wrongly."""
    bare: dict[str, float] = {}
    for word, value in zipf.items():
        if any(known(word, one) for one in dictionaries):
            plain = without_accents(word)
            bare[plain] = max(value, bare.get(plain, 0))
    for word in sorted(set(candidates)):
        own = zipf.get(word, 0)
        if word in wrong or any(known(word, one) for one in dictionaries):
            continue
        if bare.get(without_accents(word), 0) > max(own, 2.5):
            continue
        commoner = (
            other
            for other in distance_one(word)
            if zipf.get(other, 0) >= max(own + 1.0, least)
            and any(known(other, one) for one in dictionaries)
        )
        if len(word) < 5 or next(commoner, None) is None:
            yield word


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sources", type=Path, default=ROOT / "build" / "dictionaries")
    sources: Path = options.parse_args().sources
    fetch(sources)

    pt = hunspell_words(sources / "dictionary-pt", "pt_BR")
    en = hunspell_words(sources / "dictionary-en", "en_US")
    gb = hunspell_words(sources / "dictionary-en-gb", "en_GB")
    zipf_pt = with_manuals(frequencies(sources, "pt"))
    zipf_en = frequencies(sources, "en")
    british = {word for word in gb - en if zipf_en.get(word, 0) >= 2}

    wrong_list = json.loads(
        next((sources / "cspell-en-common-misspellings").rglob("dict-en.json")).read_text("utf-8")
    )
    wrong = set(_misspellings(wrong_list))
    both = {word: max(zipf_pt.get(word, 0), zipf_en.get(word, 0)) for word in zipf_pt | zipf_en}
    listed = listed_terms(sources, TERMS.keys() - {"people-names"})
    terms = set(keep_terms(listed, [pt, en], both, wrong, 4.5))
    jargon = set(keep_terms(listed_terms(sources, JARGON), [pt, en], both, wrong, 4.5)) - terms
    frequent = (
        word
        for word, value in both.items()
        if word.isalpha()
        and len(word) > 1
        and (zipf_pt.get(word, 0) >= 3.0 or zipf_en.get(word, 0) >= 3.0)
    )
    names = set(keep_terms(frequent, [pt, en], both, wrong, 3.0))
    print(
        f"{len(terms)} terms, {len(jargon)} jargon, {len(names)} frequent names, {len(british)} British spellings"
    )

    DATA.mkdir(parents=True, exist_ok=True)
    dawg.DAWG(sorted(pt)).save(str(DATA / "pt_BR.dawg"))
    dawg.DAWG(sorted(en | british)).save(str(DATA / "en_US.dawg"))
    dawg.DAWG(sorted(terms | names)).save(str(DATA / "terms.dawg"))
    dawg.DAWG(sorted(jargon - names)).save(str(DATA / "jargon.dawg"))
    dawg.DAWG(sorted(unsuggested(sources))).save(str(DATA / "unsuggested.dawg"))
    dawg.DAWG(sorted(people(sources, pt | en))).save(str(DATA / "names.dawg"))
    slips = {
        word
        for word in wrong
        if len(word) > 3
        and word.isalpha()
        and word not in terms | names
        and not any(known(word, one) for one in (pt, en, british))
    }
    dawg.DAWG(sorted(slips)).save(str(DATA / "misspelt.dawg"))
    table: dict[str, int] = {}
    for word in sorted(zipf_pt | zipf_en):
        at_home = zipf_pt.get(word, 0) if zipf_pt.get(word, 0) >= LEAST_PT else 0
        abroad = zipf_en.get(word, 0) if zipf_en.get(word, 0) >= LEAST_EN else 0
        if any(known(word, one) for one in (pt, en, british)) or word in terms or word in names:
            value = round(at_home * 10) * 100 + round(abroad * 10)
            if value and word.replace("-", "").isalpha():
                table[word] = value
    dawg.IntDAWG(sorted(table.items())).save(str(DATA / "frequency.dawg"))
    _write_frequent(
        {
            word
            for word, value in table.items()
            if value // 100 >= 32 or (value % 100 >= 37 and (known(word, en) or word in terms))
        }
    )
    for path in sorted(DATA.iterdir()):
        print(f"{path.name}: {path.stat().st_size:,} bytes")


def _write_frequent(words: set[str]) -> None:
    """The words worth two edits, one line for each length."""
    by_length: dict[int, list[str]] = {}
    for word in sorted(words):
        if word.isalpha() and len(word) >= 4:
            by_length.setdefault(len(word), []).append(word)
    lines = [" ".join(by_length[length]) for length in sorted(by_length)]
    (DATA / "frequent.txt").write_text("\n".join(lines) + "\n", "utf-8")


def _misspellings(node: object) -> Iterator[str]:
    """The wrong words anywhere in cspell's JSON list (`wrong->right` or `wrong:right` entries)."""
    if isinstance(node, str):
        yield node.replace("->", ":").partition(":")[0].strip("!~ ").lower()
    elif isinstance(node, list):
        for one in node:
            yield from _misspellings(one)
    elif isinstance(node, dict):
        for value in node.values():
            yield from _misspellings(value)


if __name__ == "__main__":
    main()
