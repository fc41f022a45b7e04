"""What LanguageTool said before, so that a paragraph is sent once."""

import json
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

from notelint.files import write_atomically
from notelint.languagetool.client import Match

MOST = 50_000
"""Paragraphs remembered; the ones not asked about in this run go first."""

Answers = dict[str, tuple[Match, ...]]


class Remembered:
    """The answers in one file, all of one version of the server.

    A file that cannot be read or is not ours is as good as none.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.version = ""
        self._answers: Answers = {}
        self._used: Answers = {}
        self._read()

    def _read(self) -> None:
        try:
            content = json.loads(self.path.read_text("utf-8"))
            self._answers = {
                key: tuple(Match(s, e, r, c, m, tuple(w)) for s, e, r, c, m, w in matches)
                for key, matches in content["answers"].items()
            }
            self.version = content["version"]
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            self._answers = {}

    def get(self, language: str, text: str) -> tuple[Match, ...] | None:
        """What was said of `text`, or None."""
        key = _key(language, text)
        if key in self._answers:
            self._used[key] = self._answers[key]
        return self._used.get(key)

    def forget(self) -> None:
        """Another version of the server answers now."""
        self._answers, self._used = {}, {}

    def learn(
        self, language: str, texts: Sequence[str], answers: Sequence[Sequence[Match]]
    ) -> None:
        """Remember the answers of `texts`."""
        for text, answer in zip(texts, answers, strict=True):
            self._used[_key(language, text)] = tuple(answer)

    def save(self, version: str) -> None:
        """Write down what was learnt, the oldest left out when it is too much."""
        kept: Mapping[str, tuple[Match, ...]] = self._answers | self._used
        if len(kept) > MOST:
            kept = self._used
        plain = {
            key: [(m.start, m.end, m.rule, m.category, m.message, m.replacements) for m in matches]
            for key, matches in kept.items()
        }
        content = json.dumps({"version": version, "answers": plain}, ensure_ascii=False)
        write_atomically(self.path, content.encode())


def _key(language: str, text: str) -> str:
    return blake2b(f"{language}\0{text}".encode(), digest_size=16).hexdigest()
