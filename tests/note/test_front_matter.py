"""Front matter: where everything stands, all faults at once, and what mends them."""

import pytest
from hypothesis import given, settings

from notelint.core import apply_edits
from notelint.note.front_matter import FrontMatter, read_front_matter
from tests.note.broken_yaml import documents

YAML = """---
# comentário
title: "Olá 😀" # fim
date: 2024-05-01
tags: [a, 'b c']
links:
  - name: x
    url: 'y'
  -
    - um
texto: |
  duas
  linhas
vazio:
---
corpo
"""
TOML = """+++
title = "Olá 😀"
tags = ["a", 'b c']
date = 2024-05-01T10:00:00Z
[params]
cor.azul = {claro = true}
[[links]]
name = "x"
+++
corpo
"""
JSON = '{"title": "Olá 😀",\n "tags": ["a", "b c"], "params": {"cor": 1.5}}\ncorpo\n'


def listed(text: str, found: FrontMatter) -> list[tuple[str, str, str]]:
    """Path, key and value of each field, as they are written."""
    return [
        (
            ".".join(map(str, field.path)),
            field.key_span.of(text) if field.key_span else "",
            field.value_span.of(text),
        )
        for field in found.fields
    ]


def test_yaml_fields() -> None:
    found = read_front_matter(YAML)
    assert listed(YAML, found) == [
        ("title", "title", '"Olá 😀"'),
        ("date", "date", "2024-05-01"),
        ("tags", "tags", "[a, 'b c']"),
        ("tags.0", "", "a"),
        ("tags.1", "", "'b c'"),
        ("links", "links", "- name: x\n    url: 'y'\n  -\n    - um"),
        ("links.0", "", "name: x\n    url: 'y'"),
        ("links.0.name", "name", "x"),
        ("links.0.url", "url", "'y'"),
        ("links.1", "", "- um"),
        ("links.1.0", "", "um"),
        ("texto", "texto", "|\n  duas\n  linhas"),
        ("vazio", "vazio", ""),
    ]
    assert found.values["texto"] == "duas\nlinhas\n"
    assert found.values["links"] == [{"name": "x", "url": "y"}, ["um"]]
    assert YAML[found.body_start :] == "corpo\n"
    assert found.span.of(YAML).startswith("---\n")
    assert found.span.of(YAML).endswith("\n---")


def test_toml_fields() -> None:
    found = read_front_matter(TOML)
    assert listed(TOML, found) == [
        ("title", "title", '"Olá 😀"'),
        ("tags", "tags", "[\"a\", 'b c']"),
        ("tags.0", "", '"a"'),
        ("tags.1", "", "'b c'"),
        ("date", "date", "2024-05-01T10:00:00Z"),
        ("params", "[params]", ""),
        ("params.cor.azul", "cor.azul", "{claro = true}"),
        ("params.cor.azul.claro", "claro", "true"),
        ("links.0", "[[links]]", ""),
        ("links.0.name", "name", '"x"'),
    ]
    assert found.values["params"] == {"cor": {"azul": {"claro": True}}}


def test_json_fields() -> None:
    found = read_front_matter(JSON)
    assert listed(JSON, found) == [
        ("title", '"title"', '"Olá 😀"'),
        ("tags", '"tags"', '["a", "b c"]'),
        ("tags.0", "", '"a"'),
        ("tags.1", "", '"b c"'),
        ("params", '"params"', '{"cor": 1.5}'),
        ("params.cor", '"cor"', "1.5"),
    ]
    assert JSON[found.body_start :] == "corpo\n"


@pytest.mark.parametrize("text", [YAML, TOML, JSON])
def test_line_ends_and_byte_order_mark_change_nothing(text: str) -> None:
    plain = read_front_matter(text)
    for changed in (text.replace("\n", "\r\n"), "\ufeff" + text, "\n \n" + text):
        found = read_front_matter(changed)
        assert found.values == plain.values
        assert not found.faults
        rows = [tuple(one.replace("\r\n", "\n") for one in row) for row in listed(changed, found)]
        assert rows == listed(text, plain)


def test_get_ignores_case_and_takes_the_last() -> None:
    found = read_front_matter("---\ntitle: um\nTitle: dois\n---\n")
    field = found.get("TITLE")
    assert field is not None
    assert field.value == "dois"
    assert [fault.kind for fault in found.faults] == ["front-matter-duplicate"]
    assert not found.fatal


def test_many_faults_are_all_reported_and_the_rest_is_read() -> None:
    text = """---
title: Git: um
date: 2024-05-01
tags: [a, b
draft: @x
params:
\tcor: azul
  tom: claro
resumo: "sem fim
weight: 3
weight: 4
---
"""
    found = read_front_matter(text)
    at = [
        (text.count("\n", 0, fault.span.start) + 1, fault.span.of(text)) for fault in found.faults
    ]
    assert at == [(2, ":"), (4, "["), (5, "@"), (7, "\t"), (9, '"'), (11, "weight")]
    assert {"date": "2024-05-01", "weight": 4}.items() <= found.values.items()


FIXES = [
    ("title: Git: um", 'title: "Git: um"', True),
    ("title: @x", 'title: "@x"', True),
    ("title: `x`", 'title: "`x`"', True),
    ("title: {{ x }}", 'title: "{{ x }}"', True),
    ("title: 'd'água'", "title: 'd''água'", True),
    ('title: "a "b" c"', 'title: "a \\"b\\" c"', True),
    ("title:x", "title: x", True),
    ("title:\u00a0x", "title: x", True),
    ("title = x", "title: x", True),
    ('title: "C:\\dir"', 'title: "C:\\\\dir"', True),
    ("tags: [a,, b]", "tags: [a, b]", True),
    ("a:\n\tb: 1", "a:\n  b: 1", True),
    ('title: "x', 'title: "x"', False),
    ("tags: [a, b", "tags: [a, b]", False),
    ("title: *x*", 'title: "*x*"', False),
]


@pytest.mark.parametrize(("broken", "mended", "safe"), FIXES)
def test_a_fix(broken: str, mended: str, safe: bool) -> None:
    text = f"---\n{broken}\n---\n"
    fault = read_front_matter(text).faults[0]
    assert apply_edits(text, fault.fixes[0].edits) == f"---\n{mended}\n---\n"
    assert fault.fixes[0].safe == safe


@given(documents())
@settings(max_examples=300, deadline=None)
def test_a_fix_mends_and_every_span_lies_in_the_front_matter(inner: str) -> None:
    text = f"---\n{inner}---\ncorpo\n"
    found = read_front_matter(text)
    for field in found.fields:
        assert found.inner.start <= field.span.start <= field.span.end <= found.inner.end
    for fault in found.faults:
        assert found.span.start <= fault.span.start <= fault.span.end <= found.span.end + 1
        for fix in fault.fixes:
            left = read_front_matter(apply_edits(text, fix.edits))
            if left.inner.end - found.inner.end in (
                -1,
                0,
                1,
                2,
            ):  # else: taken for one never closed
                assert syntax_faults(left) < syntax_faults(found)


def syntax_faults(found: FrontMatter) -> int:
    return sum(one.fatal and one.kind == "front-matter-syntax" for one in found.faults)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("---\ntitle: a\n\nUm texto.\n", "\nUm texto.\n"),
        ("---\ntitle: a\n\n## Um\n\ntexto\n\n---\n\nmais\n", "\n## Um\n\ntexto\n\n---\n\nmais\n"),
        ("---\ntitle: a\n...\nUm texto.\n", "\nUm texto.\n"),
        ("---\ntitle: a", ""),
    ],
)
def test_front_matter_that_is_never_closed(text: str, body: str) -> None:
    found = read_front_matter(text)
    assert found.values == {"title": "a"}
    assert len(found.faults) == 1
    assert found.fatal
    assert text[found.body_start :] == body


def test_a_comment_is_moved_below_the_front_matter() -> None:
    text = "<!-- nota -->\n---\ntitle: a\n---\ncorpo\n"
    (fault,) = read_front_matter(text).faults
    mended = apply_edits(text, fault.fixes[0].edits)
    assert mended == "---\ntitle: a\n---\n<!-- nota -->\ncorpo\n"
    assert not read_front_matter(mended).faults


@pytest.mark.parametrize(
    "text",
    ["<!-- x -->\n\n---\n\ntexto\n\n---\n", "<!-- x -->\n---\n", "<!-- x --> y\n---\na: b\n---\n"],
)
def test_a_comment_before_a_rule_is_none(text: str) -> None:
    assert not read_front_matter(text).faults


SILENT = [
    ("<!-- x -->\n---\ntitle: a\n---\n", "a comment before the front matter"),
    ("---\na: 1\n...\nb: 2\n---\n", "«...» ends the front matter"),
    ("---\na: x\ty\n---\n", "drops tabs"),
    ("---\na:\n  - x\n   - y\n---\n", "no list item"),
    ("---\na:\nb\n---\n", "becomes the value of the key above"),
    ('{"a": 1, "a": 2}', "takes the last"),
]


@pytest.mark.parametrize(("text", "said"), SILENT)
def test_what_hugo_swallows(text: str, said: str) -> None:
    found = read_front_matter(text)
    assert not found.fatal
    assert said in found.faults[0].message
