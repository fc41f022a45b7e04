"""Editions on disk: where they go, what is asked again, what people wrote, what a run says."""

import json
import shlex
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from notelint.core import NotelintError
from notelint.progress import line
from notelint.translation import Report, Request, run
from notelint.translation.report import as_text
from notelint.translation.request import Progress

LOGGING = Path(__file__).parents[1] / "fixtures" / "logging_engine.py"
BY_NAME = """
defaultContentLanguage = "pt"
[languages.pt]
[languages.en]
"""
BY_FOLDER = """
defaultContentLanguage = "pt"
[languages.pt]
contentDir = "content/pt"
[languages.en]
contentDir = "content/en"
"""
NOTE = """---
title: Um título
---

## Primeira parte

Uma frase com **negrito** no meio. Outra frase aqui. A terceira frase.

- um item
- outro item

![texto da imagem](x.png)
"""


class Site:
    """A site in a temporary folder, translated by an engine that shouts."""

    def __init__(self, folder: Path, files: Mapping[str, str]) -> None:
        self.folder = folder
        self.log = folder.parent / "asked.log"
        for name, text in files.items():
            self.write(name, text)

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def change(self, name: str, before: str, after: str) -> None:
        text = self.read(name)
        assert before in text, text
        self.write(name, text.replace(before, after, 1))

    def translate(self, **options: object) -> Report:
        self.log.unlink(missing_ok=True)
        command = f"command:{shlex.join([sys.executable, str(LOGGING), str(self.log)])}"
        request = Request(site=self.folder, engines=(command,), **options)  # type: ignore[arg-type]
        return run(request)

    @property
    def asked(self) -> list[str]:
        if not self.log.exists():
            return []
        return [json.loads(line) for line in self.log.read_text().splitlines()]

    def snapshot(self) -> dict[str, tuple[int, bytes]]:
        return {
            str(path): (path.stat().st_mtime_ns, path.read_bytes())
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }


Make = Callable[..., Site]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def made(configuration: str = BY_NAME, **files: str) -> Site:
        named = {name.replace("__", "/") + ".md": text for name, text in files.items()}
        return Site(tmp_path / "site", {"hugo.toml": configuration, **named})

    return made


def site_of(tmp_path: Path, files: Mapping[str, str], configuration: str = BY_NAME) -> Site:
    return Site(tmp_path / "site", {"hugo.toml": configuration, **files})


@pytest.mark.parametrize(
    ("configuration", "source", "target"),
    [
        (BY_NAME, "content/a.md", "content/a.en.md"),
        (BY_NAME, "content/a.pt.md", "content/a.en.md"),
        (BY_NAME, "content/x/index.md", "content/x/index.en.md"),
        (BY_NAME, "content/x/index.pt.md", "content/x/index.en.md"),
        (BY_NAME, "content/x/_index.md", "content/x/_index.en.md"),
        (BY_FOLDER, "content/pt/x/a.md", "content/en/x/a.md"),
        (BY_FOLDER, "content/pt/_index.md", "content/en/_index.md"),
    ],
)
def test_the_edition_goes_where_the_site_wants_it(
    tmp_path: Path, configuration: str, source: str, target: str
) -> None:
    site = site_of(tmp_path, {source: NOTE}, configuration)
    report = site.translate()
    assert [page.state for page in report.pages] == ["written"]
    assert "title: UM TÍTULO" in site.read(target)
    assert "UMA FRASE COM **NEGRITO** NO MEIO." in site.read(target)


def test_a_note_of_the_target_language_is_no_source(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"content/a.en.md": NOTE, "content/b.md": NOTE})
    assert [Path(page.source).name for page in site.translate().pages] == ["b.md"]


def test_an_edition_made_before_the_site_is_ready_is_no_source(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"content/a.md": NOTE}, 'defaultContentLanguage = "pt"\n')
    for _ in range(2):
        report = site.translate()
        assert [Path(page.target).name for page in report.pages] == ["a.en.md"]
        assert "notelint init --to en" in report.messages[0]


def test_paths_choose_the_notes(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"content/a.md": NOTE, "content/x/b.md": NOTE})
    site.translate(paths=(site.folder / "content" / "x",))
    assert not (site.folder / "content" / "a.en.md").exists()
    assert (site.folder / "content" / "x" / "b.en.md").exists()


def test_output_mirrors_a_folder_and_writes_nothing_else(tmp_path: Path) -> None:
    source = tmp_path / "notas"
    (source / "x").mkdir(parents=True)
    (source / "x" / "a.md").write_text(NOTE)
    (source / "b.md").write_text(NOTE)
    out = tmp_path / "out"
    report = run(Request(paths=(source,), source="pt", engines=("pseudo",), output=out))
    assert sorted(p.relative_to(out).as_posix() for p in out.rglob("*.md")) == ["b.md", "x/a.md"]
    assert sorted(p.name for p in source.iterdir()) == ["b.md", "x"]
    assert report.exit_code == 0
    run(Request(paths=(source / "b.md",), source="pt", engines=("identity",), output=out))
    assert (out / "b.md").read_text() == NOTE


def test_a_second_run_asks_nothing_and_writes_nothing(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"content/a.md": NOTE, "content/b.md": NOTE.replace("item", "ponto")})
    site.translate()
    before = site.snapshot()
    report = site.translate()
    assert site.asked == []
    assert site.snapshot() == before
    assert {page.state for page in report.pages} == {"current"}


def test_the_cache_may_be_deleted(tmp_path: Path) -> None:
    import shutil

    site = site_of(tmp_path, {"content/a.md": NOTE})
    site.translate()
    before = site.read("content/a.en.md"), site.snapshot()[str(site.folder / "content/a.en.md")]
    shutil.rmtree(site.folder / ".notelint" / "cache")
    site.translate()
    assert site.asked == []
    after = site.read("content/a.en.md"), site.snapshot()[str(site.folder / "content/a.en.md")]
    assert after == before


def test_one_changed_sentence_is_one_question(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"content/a.md": NOTE, "content/b.md": NOTE})
    site.translate()
    site.change("content/a.md", "Outra frase aqui.", "Outra frase diferente.")
    site.translate()
    assert site.asked == ["Outra frase diferente."]
    assert "OUTRA FRASE DIFERENTE. A TERCEIRA FRASE." in site.read("content/a.en.md")


def test_moved_blocks_are_not_asked_again(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"content/a.md": NOTE})
    site.translate()
    text = NOTE.replace("- um item\n", "").replace(
        "## Primeira parte\n", "- um item\n\n## Primeira parte\n"
    )
    site.write("content/a.md", text)
    site.translate()
    assert site.asked == []
    assert site.read("content/a.en.md").index("UM ITEM") < site.read("content/a.en.md").index(
        "PRIMEIRA"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("OUTRA FRASE AQUI.", "A person's **own** sentence."),
        ("PRIMEIRA PARTE", "A person's heading"),
        ("title: UM TÍTULO", "title: A person's title"),
        ("OUTRO ITEM", "a person's item"),
        ("TEXTO DA IMAGEM", "a person's alt text"),
        ("UMA FRASE COM **NEGRITO** NO MEIO. OUTRA FRASE AQUI.", "Two sentences made one."),
        ("OUTRA FRASE AQUI.", "One sentence. Made two."),
        ("A TERCEIRA FRASE.", "THE third,\non two lines."),
    ],
)
def test_what_a_person_writes_stays(tmp_path: Path, before: str, after: str) -> None:
    """Through three runs, and a change of the source elsewhere in the paragraph and on the page."""
    site = site_of(tmp_path, {"content/a.md": NOTE})
    site.translate()
    site.change("content/a.en.md", before, after)
    edited = site.read("content/a.en.md")
    for _ in range(3):
        assert site.translate().exit_code == 0
        assert site.asked == []
        assert site.read("content/a.en.md") == edited
    if "TERCEIRA" not in before:
        site.change("content/a.md", "A terceira frase.", "A última frase.")
        site.translate()
        assert site.asked == ["A última frase."]
        assert site.read("content/a.en.md") == edited.replace(
            "A TERCEIRA FRASE.", "A ÚLTIMA FRASE."
        )
    site.change("content/a.md", "- um item\n", "- um item\n- mais um\n")
    site.translate()
    assert site.asked == ["mais um"]
    assert after in site.read("content/a.en.md")


def test_a_person_s_text_is_stale_when_its_source_changes(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"content/a.md": NOTE})
    site.translate()
    site.change("content/a.en.md", "OUTRA FRASE AQUI.", "A person's sentence.")
    site.translate()
    site.change("content/a.md", "Outra frase aqui.", "Outra frase ali.")
    for _ in range(2):
        report = site.translate()
        assert site.asked == []
        assert "A person's sentence." in site.read("content/a.en.md")
        assert report.counts.stale == 1
        remark = report.pages[0].remarks[0]
        assert (remark.kind, remark.source, remark.target) == (
            "stale",
            "Outra frase ali.",
            "A person's sentence.",
        )
        assert "Outra frase aqui." in remark.message
    assert site.translate(check=True).exit_code == 1
    site.translate(accept=True)
    assert site.asked == ["Outra frase ali."]
    assert "OUTRA FRASE ALI." in site.read("content/a.en.md")
    assert site.translate(check=True).exit_code == 0


def test_a_person_s_text_moves_with_its_source(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"content/a.md": NOTE})
    site.translate()
    site.change("content/a.en.md", "OUTRA FRASE AQUI.", "A person's sentence.")
    site.change("content/a.en.md", "- OUTRO ITEM", "- a person's item")
    site.translate()
    site.change("content/a.md", " Outra frase aqui.", "")
    site.change(
        "content/a.md", "- outro item\n", "- um novo\n\nOutra frase aqui.\n\n- outro item\n"
    )
    report = site.translate()
    assert site.asked == ["um novo"]
    assert report.counts.human == 2
    assert "- UM NOVO\n\nA person's sentence.\n\n- a person's item\n" in site.read(
        "content/a.en.md"
    )


def test_an_edit_settles_a_stale_text(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"content/a.md": NOTE})
    site.translate()
    site.change("content/a.en.md", "OUTRA FRASE AQUI.", "A person's sentence.")
    site.translate()
    site.change("content/a.md", "Outra frase aqui.", "Outra frase ali.")
    site.translate()
    site.change("content/a.en.md", "A person's sentence.", "A person's new sentence.")
    report = site.translate()
    assert report.counts.stale == 0
    assert site.translate(check=True).exit_code == 0
    assert "A person's new sentence." in site.read("content/a.en.md")


def test_blocks_that_a_person_added_are_not_lost(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"content/a.md": NOTE})
    site.translate()
    site.change("content/a.en.md", "- UM ITEM", "A paragraph for English readers.\n\n- UM ITEM")
    edited = site.read("content/a.en.md")
    site.translate()
    assert site.read("content/a.en.md") == edited
    site.change("content/a.md", "A terceira frase.", "A última frase.")
    report = site.translate()
    assert "A paragraph for English readers." in site.read("content/a.en.md")
    assert report.pages[0].state == "stale"


def test_a_page_that_a_person_wrote_is_learnt(tmp_path: Path) -> None:
    page = NOTE.replace("Outra frase aqui.", "Another sentence here.").replace("um item", "an item")
    site = site_of(tmp_path, {"content/a.md": NOTE, "content/a.en.md": page})
    report = site.translate()
    assert site.asked == []
    assert site.read("content/a.en.md") == page
    assert report.counts.human == report.counts.all
    site.change(
        "content/a.md", "A terceira frase.", "A última frase, nova em folha e bem diferente dela."
    )
    site.translate()
    assert "Another sentence here." in site.read("content/a.en.md")


def test_a_page_built_otherwise_is_left_alone(tmp_path: Path) -> None:
    page = "---\ntitle: Mine\n---\n\nQuite another page.\n"
    site = site_of(tmp_path, {"content/a.md": NOTE, "content/a.en.md": page})
    report = site.translate()
    assert site.read("content/a.en.md") == page
    assert "left alone" in report.pages[0].message
    assert site.asked == []


def test_check_says_what_is_missing_and_stale_and_writes_nothing(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"content/a.md": NOTE, "content/b.md": NOTE})
    site.translate(paths=(site.folder / "content" / "a.md",))
    site.change("content/a.md", "um item", "um ponto")
    before = site.snapshot()
    report = site.translate(check=True)
    assert [page.state for page in report.pages] == ["stale", "missing"]
    assert report.exit_code == 1
    assert site.snapshot() == before
    assert site.asked == []


def test_a_dry_run_counts_and_writes_nothing(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"content/a.md": NOTE})
    before = site.snapshot()
    report = site.translate(dry_run=True)
    assert site.snapshot() == before
    assert site.asked == []
    assert report.counts.new == 8
    assert report.characters > 80
    assert report.exit_code == 0
    shown = as_text(report)
    assert "1 note (1 missing); 8 segments (8 new); " in shown
    assert "characters to ask, about 1 s" in shown


def test_force_asks_again_but_not_for_what_people_wrote(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"content/a.md": NOTE})
    site.translate()
    site.change("content/a.en.md", "OUTRA FRASE AQUI.", "A person's sentence.")
    site.translate()
    site.translate(force=True)
    assert "Um título" in site.asked
    assert "Outra frase aqui." not in site.asked
    assert "A person's sentence." in site.read("content/a.en.md")


def test_no_more_characters_than_allowed(tmp_path: Path) -> None:
    """What may be asked is asked and remembered, so that so much a day gets there in the end."""
    site = site_of(tmp_path, {"content/a.md": NOTE})
    asked: list[str] = []
    while True:
        report = site.translate(max_characters=40)
        assert sum(map(len, site.asked)) <= 40
        asked += site.asked
        if report.pages[0].state == "written":
            break
        assert report.exit_code == 1
        assert "--max-characters" in report.pages[0].message
        assert not (site.folder / "content" / "a.en.md").exists()
    assert len(asked) > 1
    assert sorted(asked) == sorted(set(asked))
    assert site.translate().exit_code == 0


def test_one_bad_note_does_not_stop_the_others(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"content/a.md": NOTE})
    (site.folder / "content" / "b.md").write_bytes(b"---\ntitle: \xff\xfe\n---\n\nabc \x80\n")
    (site.folder / "content" / "c.md").symlink_to("nowhere.md")
    report = site.translate()
    states = {Path(page.source).name: page.state for page in report.pages}
    assert states == {"a.md": "written", "b.md": "failed", "c.md": "failed"}
    assert report.exit_code == 2
    assert all("\n" not in page.message for page in report.pages)


def test_an_engine_that_is_down_writes_no_page(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"content/a.md": NOTE})
    report = run(Request(site=site.folder, engines=("command:/nowhere/at/all",)))
    assert report.pages[0].state == "failed"
    assert not (site.folder / "content" / "a.en.md").exists()
    assert site.translate().exit_code == 0


def test_requests_that_cannot_be_carried_out(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"content/a.md": NOTE})
    with pytest.raises(NotelintError, match="no engine"):
        run(Request(site=site.folder, engines=("nobody",)))
    with pytest.raises(NotelintError, match="already"):
        run(Request(site=site.folder, source="en", target="en"))


def test_translate_false_and_off(tmp_path: Path) -> None:
    text = (
        NOTE
        + "\n<!-- notelint-translate off -->\n\nFica assim.\n\n<!-- notelint-translate on -->\n\nIsto muda.\n"
    )
    files = {
        "content/a.md": text,
        "content/b.md": NOTE.replace("---\n\n", "translate: false\n---\n\n", 1),
    }
    site = site_of(tmp_path, files)
    site.translate()
    assert "Fica assim." in site.read("content/a.en.md")
    assert "ISTO MUDA." in site.read("content/a.en.md")
    assert site.read("content/b.en.md") == site.read("content/b.md")


def test_the_report_is_json(tmp_path: Path) -> None:
    from notelint.translation.report import as_json

    site = site_of(tmp_path, {"content/a.md": NOTE})
    report = site.translate()
    data = json.loads(as_json(report))
    assert data["pages"][0]["state"] == "written"
    assert data["counts"]["new"] == 8
    assert data["exit_code"] == 0
    assert "1 written" in as_text(replace(report, seconds=0.0))


def test_progress_goes_forward_to_its_end(tmp_path: Path) -> None:
    seen: list[Progress] = []
    site = site_of(tmp_path, {"content/a.md": NOTE, "content/b.md": NOTE.replace("item", "ponto")})
    site.translate(progress=seen.append)
    shares = [one.share for one in seen]
    assert all(0 <= share <= 1 for share in shares)
    assert shares[-1] == 1
    assert (seen[-1].pages, seen[-1].of_pages) == (2, 2)
    assert len(seen) > 10, "engines' answers are seen, not only pages"
    assert line(seen[-1], 2.0).startswith("[####################] 2/2 notes, ")
    half = Progress(1, 2, 0.5, 1_000, "content/a.md")
    expected = "[##########----------] 1/2 notes, 500 characters/s, 0:02 left  content/a.md"
    assert line(half, 2.0) == expected
