"""How good grammar is on labelled sentences, with LanguageTool and without: figures that may not fall."""

import re
from pathlib import Path

import pytest

from notelint.core import Diagnostic, Span
from notelint.languagetool.grammar import Settings, grammar
from notelint.learn import learn, read_note
from notelint.rule_files import load_rules
from notelint.site.workspace import Settings as SiteSettings
from notelint.site.workspace import Workspace

LABELLED = Path(__file__).with_name("labelled.pt.txt")
MARK = re.compile(r"\{([^|{}]+)\|[^|{}]+\}")


def sentences() -> tuple[str, list[Span]]:
    """The sentences as one note, a paragraph each, and where its faults stand."""
    text, faults = "", []
    for line in LABELLED.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            start = 0
            for mark in MARK.finditer(line):
                text += line[start : mark.start()]
                faults.append(Span(len(text), len(text) + len(mark[1])))
                text += mark[1]
                start = mark.end()
            text += line[start:] + "\n\n"
    return text, faults


def figures(found: list[Diagnostic], faults: list[Span]) -> tuple[float, float]:
    """Precision and recall."""
    right = [one for one in found if any(one.span.touches(fault) for fault in faults)]
    hit = [fault for fault in faults if any(one.span.touches(fault) for one in found)]
    return len(right) / len(found), len(hit) / len(faults)


@pytest.mark.usefixtures("own_state")
def test_languagetool_finds_more_and_stays_right(tmp_path: Path) -> None:
    text, faults = sentences()
    workspace = Workspace.open(tmp_path, SiteSettings(language="pt"))
    rules = load_rules()
    built_in = (rules["spelling"], rules["phrase"])
    alone = list(learn("nota.md", text.encode(), workspace, built_in).diagnostics)
    note = read_note("nota.md", text.encode(), workspace)
    asked = grammar([note], rules["grammar"], workspace, Settings(tmp_path / "answers.json"))
    together = alone + asked["nota.md"]
    precision, recall = figures(together, faults)
    assert recall >= figures(alone, faults)[1] + 0.2, "most of these faults no phrase shows"
    assert recall >= 0.5
    assert precision >= 0.9
