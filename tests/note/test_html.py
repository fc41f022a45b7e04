"""Tags of raw HTML and texts that are not Markdown, with their places."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.core import Span
from notelint.note.html import align, tags

CASES = {
    '<img src="a.png" alt="b">': "img src=a.png alt=b",
    "<a href='x' title=\"&quot;y&quot;\">": 'a href=x title="y"',
    "<A HREF=x/y.html>": "a href=x/y.html",
    '<img src="a" />': "img src=a /",
    "<input disabled checked=>": "input disabled= checked=",
    "</div >": "close div",
    "<!-- <img src=x> -->": "!",
    "<!DOCTYPE html>": "!",
    "<script>if (a < b) '<img src=x>'</script><br>": "script; close script; br",
    '<a title="<b>" href="c">': "a title=<b> href=c",
    "a < b > c <5> <": "",
    '<p\n  id="q"\n  class="r s">': "p id=q class=r s",
    '<a href="x"target="y">': "a href=x target=y",
    '<a href="sem fim>': "",
}


@pytest.mark.parametrize("text", CASES)
def test_tags(text: str) -> None:
    shown = []
    for tag in tags(text):
        words = ["close"] * tag.closing + [tag.name]
        words += [f"{one.name}={one.value}" for one in tag.attributes]
        shown.append(" ".join(words + ["/"] * tag.self_closing))
    assert "; ".join(shown) == CASES[text]


@given(st.text(alphabet="<>/=\"'! -ab\n&;", max_size=60))
@settings(max_examples=300, deadline=None)
def test_places_of_tags(text: str) -> None:
    """A tag begins with `<`, ends with `>` unless the text does, and its attributes lie in it in order."""
    position = 0
    for tag in tags(text):
        assert position <= tag.span.start < tag.span.end <= len(text)
        assert text[tag.span.start] == "<"
        position = tag.span.end
        inside = tag.span.start
        for one in tag.attributes:
            assert (
                inside
                <= one.span.start
                <= one.value_span.start
                <= one.value_span.end
                <= one.span.end
            )
            inside = one.span.end
            assert text[one.span.start :].lower().startswith(one.name)


def test_a_text_in_a_quote_is_aligned_by_the_ends_of_its_lines() -> None:
    source = "xx\n> <div>\n>   a {{< b >}} c\r\n> </div>\n"
    start, end = source.index("<div>"), source.index("</div>") + 6
    hidden = [Span(source.index("{{<"), source.index(">}}") + 3)]
    aligned = align("<div>\n  a {{< b >}} c\n</div>\n", source, Span(start, end), hidden)
    assert (
        aligned.text
        == "<div>\n  a \ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc\ufffc c\n</div>\n"
    )
    for word in ("<div>", "a", "c", "</div>"):
        position = aligned.text.index(word)
        assert aligned.span(Span(position, position + len(word))).of(source) == word
