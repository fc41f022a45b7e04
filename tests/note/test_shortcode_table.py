"""shortcodes.yaml: what it says of shortcodes, what a site's templates change, and what is refused."""

from pathlib import Path

import pytest

from notelint.core import NotelintError
from notelint.note.shortcode_data import load_table
from notelint.note.shortcode_table import default_table

OURS = default_table()


def test_what_parameters_are() -> None:
    assert OURS.kind("figure", "src") == "image"
    assert OURS.kind("Figure", "ALT") == "text"
    assert OURS.kind("figure", "width") is None
    assert OURS.kind("relref", 0) == "ref"
    assert OURS.kind("relref", 1) is None
    assert OURS.kind("xyzzy", 0) is None
    assert OURS.inner("highlight") == "raw"
    assert OURS.inner("xyzzy") == "markdown"


def test_the_template_on_disk_decides() -> None:
    assert OURS.for_site({"figure": True}).uses_inner("figure") is True
    assert OURS.for_site({}).uses_inner("Figure") is False
    assert OURS.for_site({}).uses_inner("details") is True


def test_a_theme_speaks_only_where_it_is_missing() -> None:
    alone = OURS.for_site({})
    assert (alone.uses_inner("callout"), alone.knows("callout")) == (None, False)
    hextra = OURS.for_site({}, ["github.com/imfing/hextra"])
    assert (hextra.uses_inner("callout"), hextra.knows("callout")) == (True, True)
    assert (hextra.knows("pageinfo"), hextra.knows("xyzzy")) == (False, False)
    other = OURS.for_site({}, ["github.com/someone/theme"])
    assert (other.knows("xyzzy"), other.knows("figure")) == (None, True)
    assert (OURS.knows("callout"), OURS.knows("xyzzy")) == (True, False)


REFUSED = [
    ("shortcode:\n  x: {}\n", ":1: unknown key «shortcode»: did you mean “shortcodes”?"),
    ("shortcodes:\n  x: {inner: markdwn}\n", ":2: «markdwn» must be one of"),
    ("shortcodes:\n  x:\n    named: {a: txt}\n", ":3: «txt» must be one of"),
    ("shortcodes:\n  x:\n    innr: none\n", ":3: unknown key «innr»: did you mean “inner”?"),
    ("shortcodes:\n  x:\n    positional: text\n", ":3: «positional» must be a list"),
    ("shortcodes:\n  x: [a\n", ":2:"),
]


@pytest.mark.parametrize(("text", "said"), REFUSED)
def test_what_is_refused(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "shortcodes.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NotelintError) as error:
        load_table(path)
    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_a_sites_own_entries(tmp_path: Path) -> None:
    path = tmp_path / "shortcodes.yaml"
    path.write_text("shortcodes:\n  Aviso: {inner: markdown, named: {titulo: text}}\n", "utf-8")
    table = OURS.joined(load_table(path)).for_site({})
    assert table.kind("aviso", "titulo") == "text"
    assert (table.uses_inner("aviso"), table.knows("aviso")) == (True, True)
