"""The language of a text that no path and no site tells."""

import pytest

from notelint.note.language import guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Os dados são lidos de um arquivo.", "pt"),
        ("The data is read from a file.", "en"),
        ("O *prompt engineering* é the new black para quem usa LLMs.", "pt"),
        ("", "pt"),
        ("kubectl get pods", "pt"),
    ],
)
def test_small_words_tell(text: str, language: str) -> None:
    assert guess_language(text) == language
