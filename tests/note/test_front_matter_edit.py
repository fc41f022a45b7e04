"""A new text in the place of an old one: read back as it is, and nothing else is touched."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.core import apply_edits
from notelint.note.front_matter import read_front_matter
from notelint.note.front_matter_edit import text_edit
from tests.hugo_answers import ask_values

YAML = """---
plain: um texto # comentário
single: 'd''água'
double: "a\\tb"
literal: |
  um

  dois
folded: >-
  um
  dois

  três
list: [a, "b c", 'd']
map:
  key: valor
  list:
    - x
    - |
      y
    - >
      z
number: 1
---
corpo
"""
TOML = '''+++
basic = "a"
raw = 'b'
lines = """
um
dois"""
rawlines = \'\'\'um\'\'\'
list = ["x", 'y', 3]
[params]
a.b = {c = "z", d = 1}
+++
corpo
'''
JSON = '{"title": "a", "list": ["x", 1], "map": {"key": "v"}}\ncorpo\n'
FILES = {
    "yaml": YAML,
    "yaml crlf": YAML.replace("\n", "\r\n"),
    "yaml bom": "\ufeff" + YAML,
    "toml": TOML,
    "toml crlf": TOML.replace("\n", "\r\n"),
    "json": JSON,
}
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.text(" abé\n\t:#'\"-[]{},&*!|>%@`\\?.=~01", max_size=30),
    st.sampled_from(
        ("yes", "null", "~", "1.10", "2024-05-01", "true", "", " ", "\n", "---", "...", "a\n---\nb")
    ),
)


@pytest.mark.parametrize("name", FILES)
@given(data=st.data(), new=TEXTS)
@settings(max_examples=120, deadline=None)
def test_any_text_can_be_written(name: str, data: st.DataObject, new: str) -> None:
    text = FILES[name]
    before = read_front_matter(text)
    fields = [one for one in before.fields if isinstance(one.value, str)]
    field = data.draw(st.sampled_from(fields))
    edit = text_edit(text, before, field, new)
    assert edit is not None
    changed = apply_edits(text, [edit])
    after = read_front_matter(changed)
    assert [one.path for one in after.fields] == [one.path for one in before.fields]
    for one, other in zip(before.fields, after.fields, strict=True):
        if one.path == field.path:
            assert other.value == new
        elif not isinstance(one.value, dict | list):
            assert (other.value, other.style) == (one.value, one.style)
    assert changed[: edit.span.start] == text[: edit.span.start]
    assert changed.endswith(text[edit.span.end :])


STYLES = [
    ("plain", "Olá", "Olá"),
    ("plain", "Olá: mundo", '"Olá: mundo"'),
    ("plain", "yes", "yes"),
    ("plain", "1.10", '"1.10"'),
    ("single", "d'água", "'d''água'"),
    ("single", "a\nb", '"a\\nb"'),
    ("double", 'diz "sim"', '"diz \\"sim\\""'),
    ("literal", "a\n\n  b\n", "|\n  a\n\n    b"),
    ("literal", "a", "|-\n  a"),
    ("folded", "a\nb", ">-\n  a\n\n  b"),
]


@pytest.mark.parametrize(("name", "new", "written"), STYLES)
def test_the_style_is_kept(name: str, new: str, written: str) -> None:
    found = read_front_matter(YAML)
    field = found.get(name)
    assert field is not None
    edit = text_edit(YAML, found, field, new)
    assert edit is not None
    assert edit.text == written


def test_what_is_no_text_is_not_written() -> None:
    found = read_front_matter(YAML)
    for path in (("number",), ("list",), ("map",)):
        field = found.at(path)
        assert field is not None
        assert text_edit(YAML, found, field, "x") is None
    broken = YAML.replace("number: 1", "number: @x")
    found = read_front_matter(broken)
    field = found.get("plain")
    assert field is not None
    assert text_edit(broken, found, field, "x") is None


@settings(max_examples=2, derandomize=True, deadline=None)
@given(st.lists(TEXTS, min_size=40, max_size=60, unique=True))
def test_hugo_reads_what_was_written(texts: list[str]) -> None:
    for ending, text in (("yaml", YAML), ("toml", TOML), ("json", JSON)):
        before = read_front_matter(text)
        fields = [one for one in before.fields if isinstance(one.value, str)]
        written = []
        for number, new in enumerate(texts):
            field = fields[number % len(fields)]
            edit = text_edit(text, before, field, new)
            assert edit is not None
            changed = apply_edits(text, [edit])
            written.append((new, field.path, read_front_matter(changed).inner.of(changed)))
        for (new, path, _), answer in zip(
            written, ask_values([one for *_, one in written], ending), strict=True
        ):
            value: object = answer
            for part in path:
                value = value[part]  # type: ignore[index]
            assert value == new
