"""Shortcodes of a text: what is where, what encloses what, and what to write instead of a faulty one."""

import pytest

from notelint.core import apply_edits
from notelint.note.shortcode_table import ShortcodeEntry, ShortcodeTable
from notelint.note.shortcodes import ScanResult, scan

TABLE = ShortcodeTable({"code": ShortcodeEntry("code", "site", "raw")}).for_site(
    {"in": True, "note": True, "no": False, "code": True}
)
TEXT = """{{< in "um \\"dois\\"" >}}Olá {{% no a=`x` b="y" %}}
{{< note >}}{{< in >}}x{{< /in >}}{{< /note >}} {{< /in >}}
`{{</* in */>}}` {{< code >}}{{< no >}}{{< /code >}}"""


def test_where_everything_stands() -> None:
    found = scan(TEXT, 0, TABLE)
    assert not found.faults
    first, lone, note, inner = found.shortcodes[:4]
    assert first.span.of(TEXT) == '{{< in "um \\"dois\\"" >}}'
    assert first.name_span.of(TEXT) == "in"
    assert first.parameters[0].value == 'um "dois"'
    assert first.parameters[0].value_span.of(TEXT) == 'um \\"dois\\"'
    assert first.parameters[0].span.of(TEXT) == '"um \\"dois\\""'
    assert first.close_span is not None
    assert first.close_span.of(TEXT) == "{{< /in >}}"
    assert TEXT[first.close_span.end :].startswith("\n`{{</*")
    assert lone.notation == "%"
    assert [(one.name, one.value) for one in lone.parameters] == [("a", "x"), ("b", "y")]
    assert (note.parent, inner.parent) == (first.index, note.index)
    assert inner.inner_span is not None
    assert inner.inner_span.of(TEXT) == "x"


def test_masks_cover_tags_escapes_and_raw_text() -> None:
    found = scan(TEXT, 0, TABLE)
    assert [(mask.kind, mask.span.of(TEXT)) for mask in found.masks][-4:] == [
        ("escape", "{{</* in */>}}"),
        ("tag", "{{< code >}}"),
        ("inner", "{{< no >}}"),
        ("tag", "{{< /code >}}"),
    ]


def test_only_the_body_is_looked_at() -> None:
    assert not scan("{{< in", 6, TABLE).faults
    assert scan("sem nada", 0, TABLE) == ScanResult()


FAULTS = [
    ("{{< in >}} x", "{{< in >}}", "never closed"),
    ("x {{< /in >}}", "{{< /in >}}", "closes nothing"),
    ("{{< no >}}x{{< /no >}}", "{{< /no >}}", "takes no inner text"),
    ("{{< no />}}", "{{< no />}}", "takes no inner text"),
    ("{{< no “a” >}}", "“", "straight"),
    ("{{< no a=“b” >}}", "“b”", "straight"),
    ('{{< no "a >}}\nb', '"a >}}', "not closed on its line"),
    ("{{< no `a >}}\nb", "`", "backquote"),
    ("{{< no }}", "}", "must end with «>}}»"),
    ("{{< no > b", ">", "must end with «>}}»"),
    ("{{% no >}}", ">", "must end with «%}}»"),
    ('{{< no a="x" "y" >}}', '"y"', "cannot be mixed"),
    ('{{< no a="x" b = "y" >}}', "b =", "leave the blanks out"),
    ("{{< no a=b>}}", "b", "write a space before it"),
    ("{{< no a: >}}", ":", "in quotes"),
    ("{{</* no >}}", "{{</*", "write «*/>}}»"),
    ("{{< >}}", "{{< >}}", "no name"),
    ("{{< no\u00a0a >}}", "\u00a0", "no-break space"),
    ("{{< In >}}x{{< /in >}}", "in", "letter case"),
    ("{{< no.x >}}", ".", "«.»"),
]


@pytest.mark.parametrize(("text", "at", "said"), FAULTS)
def test_a_fault(text: str, at: str, said: str) -> None:
    (fault,) = scan(text, 0, TABLE).faults
    assert said in fault.message
    assert fault.span.of(text) == at


def test_all_faults_at_once_and_no_more() -> None:
    text = """{{< in "a >}}
um {{< /in >}} {{< no }} dois {{< note >}} três
{{< /code >}} {{< no “x” >}} {{< in >}}fim{{< /in >}}"""
    found = scan(text, 0, TABLE)
    assert [text.count("\n", 0, one.span.start) + 1 for one in found.faults] == [1, 2, 2, 3, 3]


FIXES = [
    ("{{< no “a” >}}", '{{< no "a" >}}', True),
    ("{{< no a=“b” >}}", '{{< no a="b" >}}', True),
    ("{{< no }}", "{{< no >}}", True),
    ("{{< no >", "{{< no >}}", True),
    ("{{% no >}}", "{{% no %}}", True),
    ('{{< no "a >}}', '{{< no "a" >}}', False),
    ("{{< no a=b>}}", "{{< no a=b >}}", True),
    ("{{< no\u00a0a >}}", "{{< no a >}}", True),
    ("{{< In >}}x{{< /in >}}", "{{< In >}}x{{< /In >}}", True),
]


@pytest.mark.parametrize(("broken", "mended", "safe"), FIXES)
def test_a_fix(broken: str, mended: str, safe: bool) -> None:
    fix = scan(broken, 0, TABLE).faults[0].fixes[0]
    assert apply_edits(broken, fix.edits) == mended
    assert fix.safe == safe
    assert not scan(mended, 0, TABLE).faults


def test_crossed_tags_are_said_though_hugo_takes_them() -> None:
    found = scan("{{< in >}}{{< note >}}x{{< /in >}}{{< /note >}}", 0, TABLE)
    assert [fault.fatal for fault in found.faults] == [False, False]


def test_nothing_is_said_of_shortcodes_that_nobody_knows() -> None:
    for text in (
        "{{< x >}}",
        "{{< x >}}a{{< /x >}}",
        "{{< x />}}",
        "{{< x >}}{{< x >}}a{{< /x >}}",
    ):
        assert not scan(text).faults


def test_a_page_of_tags_takes_no_time() -> None:
    for text in ("{{< in >}}" * 3000, "{{< in >}}" * 3000 + "{{< /in >}}" * 3000, "{{<" * 9000):
        assert len(scan(text, 0, TABLE).masks) >= 3000
