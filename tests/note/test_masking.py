"""Masks: as long as what they hide, letters for Markdown, and the text again on demand."""

from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.core import Span
from notelint.note.masking import Masker
from notelint.note.shortcodes import scan

TEXTS = st.lists(
    st.sampled_from(
        [
            "{{< a >}}",
            "{{< /a >}}",
            "{{% b %}}",
            "{{% /b %}}",
            '{{< c d="e" >}}',
            "{{</* f */>}}",
            "{{< g",
            "texto",
            "\n",
            "\n\n",
            " ",
            "**",
            "ꀀ",
            "㐀",
            "\r\n",
        ]
    ),
    max_size=20,
).map("".join)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_a_masked_text_is_as_long_and_can_be_restored(text: str) -> None:
    masked = Masker(text, scan(text)).masked(Span(0, len(text)))
    assert len(masked.text) == len(text)
    assert masked.restore(masked.text) == (text.replace("\r\n", "\n") if masked.masks else text)
    position = 0
    for number, mask in enumerate(masked.masks):
        start, end = mask.span
        assert masked.text[position:start] == text[position:start]
        hidden = masked.text[start:end]
        assert hidden.isalpha()
        assert masked.alphabet.read(hidden) == number
        position = end
    assert masked.text[position:] == text[position:]


def test_a_pair_is_one_mask_and_percent_tags_are_one_each() -> None:
    text = "{{< a >}} **x** {{< b >}}{{< /a >}} {{% c %}} y {{% /c %}}"
    masks = Masker(text, scan(text)).masked(Span(0, len(text))).masks
    assert [mask.span.of(text) for mask in masks] == [
        "{{< a >}} **x** {{< b >}}{{< /a >}}",
        "{{% c %}}",
        "{{% /c %}}",
    ]
    assert [mask.percent for mask in masks] == [False, True, True]


def test_a_part_knows_only_its_own_masks() -> None:
    text = "{{< a >}}{{< b >}}{{< /a >}}{{< c >}}"
    found = scan(text)
    inner = found.shortcodes[0].inner_span
    assert inner is not None
    masked = Masker(text, found).masked(inner)
    assert [mask.span.of(text) for mask in masked.masks] == ["{{< b >}}"]
    assert len(masked.text) == inner.end - inner.start
