"""Where one sentence ends and the next begins, for Portuguese and English prose."""


def split_sentences(text: str) -> list[str]:
    """`text` cut after each sentence; spaces stay at the end of a piece, so that joining gives `text`."""
    raise NotImplementedError
