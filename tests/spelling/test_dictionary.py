"""The compiled Portuguese dictionary against the real hunspell with the same dictionary.

The dictionary files are not in the repository: `scripts/build_dictionaries.py` fetches them, and
Debian has them as hunspell-pt-br.
"""

import os
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
from hunspell import Hunspell

from notelint.spelling.automaton import load, own
from notelint.spelling.kinds import Verdict
from notelint.spelling.lexicon import Lexicon, lexicon
from notelint.spelling.verdict import judged as judged_alone
from tests.spelling.words import ROOT, judged, known

FOLDERS = [
    Path(os.environ.get("NOTELINT_HUNSPELL", "/nowhere")),
    ROOT / "build" / "dictionaries" / "dictionary-pt",
    Path("/usr/share/hunspell"),
]


def running_text() -> list[str]:
    """50,000 different words as they stand in texts: those that we counted, and frequent ones."""
    counted = (ROOT / "scripts" / "dictionary_data" / "counts.pt.txt").read_text("utf-8")
    words = {line.split()[0] for line in counted.splitlines() if line[0] != "#"}
    words |= set(own("frequent.txt").read_text("utf-8").split())
    words |= {word.capitalize() for word in sorted(words)[::2]}
    return sorted(word for word in words if "-" not in word)


def test_same_verdicts_as_hunspell() -> None:
    folder = next((one for one in FOLDERS if (one / "pt_BR.dic").is_file()), None)
    if folder is None:
        warnings.warn("no pt_BR.dic for hunspell: the automaton was not compared", stacklevel=1)
        pytest.skip("needs pt_BR.dic (apt install hunspell-pt-br, or NOTELINT_HUNSPELL=folder)")
    judge = Hunspell("pt_BR", hunspell_data_dir=str(folder))
    words = running_text()
    assert len(words) >= 50_000
    lexicon = known()
    different = [word for word in words if judge.spell(word) != lexicon.at_home(word)]
    assert len(different) <= 10, different


def test_whoever_loads_spelling_waits_and_pays_little() -> None:
    code = """
import sys, time
def memory():
    lines = open("/proc/self/status").read().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024
import notelint.spelling.judge
from notelint.spelling.lexicon import lexicon
before, started = memory(), time.process_time()
found = lexicon("pt", ["palavra"])
assert "casa" in found.home and found.zipf_home("casa") > 5
print((time.process_time() - started) * 1000, memory() - before)
"""
    if not Path("/proc/self/status").exists():
        pytest.skip("memory is read from /proc")
    best = min(
        [float(one) for one in subprocess.check_output([sys.executable, "-c", code]).split()]
        for _ in range(3)
    )
    assert best[0] < 30, "milliseconds"
    assert best[1] < 40, "megabytes"


@pytest.mark.parametrize("word", ["casa", "você", "país", "Brasil", "implementaríamos", "ações"])
def test_words_that_are_there(word: str) -> None:
    assert known().at_home(word)


def test_pure_python_reads_the_same_files() -> None:
    dawg_python = pytest.importorskip("dawg_python", reason="the pure reader is not installed")
    pure, fast = dawg_python.DAWG().load(str(own("pt_BR.dawg"))), load(own("pt_BR.dawg"))
    for word in running_text()[::500]:
        assert (word in pure) == (word in fast)
    numbers = dawg_python.IntDAWG().load(str(own("frequency.dawg")))
    for word in ("casa", "de", "xyzzy"):
        assert numbers.get(word, 0) == known().number(word, 0)


def test_a_word_is_thought_of_once(monkeypatch: pytest.MonkeyPatch) -> None:
    thought_of: list[str] = []

    def counting(word: str, known: Lexicon, english: bool) -> Verdict:
        thought_of.append(word)
        return judged_alone(word, known, english)

    monkeypatch.setattr("notelint.spelling.verdict.judged", counting)
    text = "O problenma do modello foi resolvidro com o treino e avaliadro depois. "
    assert len(judged(text * 100)) == 400
    assert {"problenma", "modello", "resolvidro", "avaliadro"} <= set(thought_of)
    assert len(thought_of) == len(set(thought_of))


@pytest.mark.parametrize("language", ["pt", "en"])
def test_common_words_are_those_that_are_judged_right(language: str) -> None:
    """Fails after a change of the judgement: python scripts/judge_common_words.py writes them anew."""
    found = lexicon(language)
    assert found is not None
    words = own("frequent.txt").read_text("utf-8").split()
    forms = [form for word in words for form in (word, word.capitalize()) if form in found.common]
    assert len(forms) > 50_000
    assert [form for form in forms if judged_alone(form, found, False).kind != "right"] == []
