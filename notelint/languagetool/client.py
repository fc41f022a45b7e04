"""Asks a LanguageTool server about paragraphs, through language-tool-python."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, NamedTuple

from language_tool_python import LanguageTool
from language_tool_python.exceptions import LanguageToolError

from notelint.core import NotelintError

_AT_ONCE = 2
_MOST = 20_000
"""Characters sent in one request: enough to be quick, too few to reach any server's limit."""
_BREAK = "\n\n"
_ODD = (AttributeError, KeyError, TypeError, IndexError)
"""What reading an answer of another shape raises."""
_FAILURES = {
    "timed out": "no answer in time",
    "refused": "the connection is refused",
    "Remote end closed": "it hangs up",
    "Name or service not known": "there is no such host",
    "not a valid host or port": "there is no such host",
    "Invalid URL": "there is no such host",
    "Invalid IPv6 URL": "there is no such host",
    "<html": "a web page answers there",
    "<!DOCTYPE": "a web page answers there",
}


class Match(NamedTuple):
    """What the server says of characters `start:end` (code points) of a text."""

    start: int
    end: int
    rule: str
    category: str
    message: str
    replacements: tuple[str, ...]


class Client(LanguageTool):
    """One language of one running server.

    The library's own `Match` converts offsets with state that all threads share, so the answer is
    read here; everything else (addresses, parameters, retries) is the library's.
    """

    def __init__(self, url: str, language: str, timeout: float) -> None:
        """`timeout` is in seconds for one request: a server that stalls must not stall us.

        Raises NotelintError when no server answers at `url` or it does not know `language`.
        """
        self._TIMEOUT = timeout  # type: ignore[assignment]
        try:
            super().__init__(language, remote_server=url)
        except (LanguageToolError, ValueError, OSError) as error:
            raise NotelintError(
                f"no LanguageTool server answers at {url}: {_short(error)}"
            ) from error
        except _ODD as error:
            raise NotelintError(f"what answers at {url} is no LanguageTool server") from error
        self.disabled_categories = {"TYPOGRAPHY", "STYLE", "CASING", "REDUNDANCY"}

    def version(self) -> str:
        """The server's version: answers of another one are not this one's."""
        answer: dict[str, Any] = self._ask("a")
        try:
            return str(answer["software"]["version"])
        except _ODD as error:
            raise NotelintError(f"what answers at {self._url} is no LanguageTool server") from error

    def ask(self, texts: Sequence[str]) -> list[list[Match]]:
        """The matches of each text. Raises NotelintError when the server fails or stalls."""
        batches = _batches(texts)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            answers = pool.map(self._ask_batch, batches)
            return [matches for answer in answers for matches in answer]

    def _ask_batch(self, texts: Sequence[str]) -> list[list[Match]]:
        joined = _BREAK.join(texts)
        found: list[list[Match]] = [[] for _ in texts]
        starts, at = [], 0
        for text in texts:
            starts.append(at)
            at += len(text) + len(_BREAK)
        try:
            matches = _matches(self._ask(joined), joined)
        except _ODD as error:
            raise NotelintError(f"what answers at {self._url} is no LanguageTool server") from error
        for match in matches:
            index = max(i for i, start in enumerate(starts) if start <= match.start)
            start, end = match.start - starts[index], match.end - starts[index]
            if end <= len(texts[index]):
                found[index].append(
                    Match(start, end, match.rule, match.category, match.message, match.replacements)
                )
        return found

    def _query_server(self, *arguments: Any, **named: Any) -> Any:
        """The library's request, given up when the whole answer is not there in time: the library
        waits anew for each byte.
        """
        answers: SimpleQueue[tuple[Any, Exception | None]] = SimpleQueue()

        def ask() -> None:
            try:
                answers.put((super(Client, self)._query_server(*arguments, **named), None))
            except Exception as error:  # noqa: BLE001 - raised again where it is waited for
                answers.put((None, error))

        Thread(target=ask, daemon=True).start()
        try:
            answer, error = answers.get(timeout=self._TIMEOUT + 1)
        except Empty:
            raise LanguageToolError("timed out") from None
        if error is not None:
            raise error
        return answer

    def _ask(self, text: str) -> dict[str, Any]:
        try:
            answer = self._query_server(
                self._url + "check", self._create_params(text), num_tries=1, method="post"
            )
        except (LanguageToolError, OSError) as error:
            raise NotelintError(f"LanguageTool at {self._url} failed: {_short(error)}") from error
        if not isinstance(answer, dict) or "matches" not in answer:
            raise NotelintError(f"what answers at {self._url} is no LanguageTool server")
        return answer


def _batches(texts: Sequence[str]) -> list[list[str]]:
    batches: list[list[str]] = []
    room = 0
    for text in texts:
        if not batches or room < len(text):
            batches.append([])
            room = _MOST
        batches[-1].append(text)
        room -= len(text)
    return batches


def _matches(answer: dict[str, Any], text: str) -> list[Match]:
    points = _code_points(text)
    matches = []
    for raw in answer["matches"]:
        start, end = int(raw["offset"]), int(raw["offset"]) + int(raw["length"])
        if end < len(points):
            rule = raw["rule"]
            words = tuple(str(each["value"]) for each in raw["replacements"])
            said = " ".join(str(raw["message"]).split())
            matches.append(
                Match(points[start], points[end], rule["id"], rule["category"]["id"], said, words)
            )
    return matches


def _code_points(text: str) -> list[int] | range:
    """For each UTF-16 unit of `text` (and its end) the code point it belongs to."""
    if text.isascii() or max(text, default="") <= "\uffff":
        return range(len(text) + 1)
    points = []
    for index, character in enumerate(text):
        points += [index] * (2 if character > "\uffff" else 1)
    return [*points, len(text)]


def _short(error: Exception) -> str:
    text = " ".join(str(error).split())
    known = (said for sign, said in _FAILURES.items() if sign in text)
    return next(known, text[:160] or type(error).__name__)
