"""Sets of words, written as running text."""


def word_set(words: str) -> frozenset[str]:
    """The words between the spaces and line breaks of `words`."""
    return frozenset(words.split())
