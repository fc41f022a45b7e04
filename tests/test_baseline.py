"""The baseline: old findings are known wherever they move, new ones are not."""

import json
from pathlib import Path

from tests.commands import Notelint
from tests.small_site import write, write_site

HEAD = "---\ntitle: Nota\n---\n\n"
OLD = f"{HEAD}## Um\n\n#### Fundo\n"
ONLY = ("--select", "heading-increment")


def test_known_findings_are_left_out(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"a.md": OLD, "b.md": OLD})
    done = notelint("baseline", *ONLY)
    assert done.code == 0
    assert done.out == ".notelint/baseline.json: 2 known findings written\n"
    again = notelint("check", *ONLY)
    assert again.code == 0
    assert "2 known from the baseline" in again.out


def test_a_moved_line_stays_known_and_a_new_one_is_new(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"a.md": OLD})
    notelint("baseline", *ONLY)
    moved = f"{HEAD}Um parágrafo novo.\n\n## Um\n\n#### Fundo\n\n## Dois\n\n#### Outro\n"
    write_site(tmp_path, {"a.md": moved})
    done = notelint("check", *ONLY, "--format", "json")
    assert [each["line"] for each in done.findings] == [13]


def test_each_entry_knows_one_finding(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"a.md": OLD})
    notelint("baseline", *ONLY)
    write_site(tmp_path, {"a.md": f"{OLD}\n## Dois\n\n#### Fundo\n"})
    assert len(notelint("check", *ONLY, "--format", "json").findings) == 1


def test_another_file_and_another_folder(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"a.md": OLD})
    notelint("baseline", *ONLY, "--baseline", "known.json")
    assert notelint("check", *ONLY).code == 1
    assert notelint("check", *ONLY, "--baseline", "known.json").code == 0
    notelint("baseline", *ONLY)
    notelint.folder = tmp_path / "content"
    assert notelint("check", ".", *ONLY).code == 0


def test_the_file_is_sorted_one_entry_a_line(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"b.md": OLD, "a.md": OLD, "c.md": OLD})
    notelint("baseline", *ONLY)
    text = (tmp_path / ".notelint" / "baseline.json").read_text("utf-8")
    rows = [line for line in text.splitlines() if line.startswith('["')]
    assert rows == sorted(rows)
    assert len(rows) == 3
    assert rows[0].startswith('["content/a.md", "heading-increment", "####", "')
    assert json.loads(text)["version"] == 1


def test_the_same_notes_give_the_same_file(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"a.md": OLD})
    notelint("baseline", *ONLY)
    file = tmp_path / ".notelint" / "baseline.json"
    before = file.read_bytes()
    notelint("baseline", *ONLY)
    assert file.read_bytes() == before


def test_an_empty_baseline(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"a.md": HEAD})
    assert notelint("baseline", *ONLY).out.endswith(": 0 known findings written\n")
    write(tmp_path / "content" / "b.md", OLD)
    assert notelint("check", *ONLY).code == 1


def test_what_is_known_of_other_notes_and_rules_stays(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"a.md": OLD, "b.md": OLD, "c.md": OLD, "d.md": f"{HEAD}![](x.png)\n"})
    notelint("baseline", *ONLY)
    (tmp_path / "content" / "c.md").unlink()
    write(tmp_path / "content" / "b.md", HEAD)
    done = notelint("baseline", "content/b.md", "content/d.md", "--select", "image-alt")
    assert done.out == ".notelint/baseline.json: 3 known findings written, 2 as before\n"
    done = notelint("baseline", "content/b.md", "--ignore", "image-alt")
    assert done.out == ".notelint/baseline.json: 2 known findings written, 2 as before\n"
    assert notelint("check", "--select", "heading-increment,image-alt").code == 0
    done = notelint("baseline", "--select", "heading-increment,image-alt")
    assert done.out == ".notelint/baseline.json: 2 known findings written\n"


def test_one_finding_is_one(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"a.md": OLD})
    assert notelint("baseline", *ONLY).out.endswith(": 1 known finding written\n")


def test_a_baseline_of_another_version_is_refused(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"a.md": OLD})
    write(tmp_path / ".notelint" / "baseline.json", '{"version": 2, "findings": []}')
    done = notelint("check", *ONLY)
    assert done.code == 2
    assert "another version of notelint; write it anew with: notelint baseline" in done.err
    assert notelint("baseline", *ONLY).code == 0
    assert notelint("check", *ONLY).code == 0
