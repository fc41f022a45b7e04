"""HTTP with a time limit that holds, and answers told apart: busy, refused or broken.

It also stands where deep-translator's modules expect `requests`: that library passes no time
limit, drops Retry-After, and puts keys into its messages.
"""

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import requests

from notelint.translation.engine import Broken, Busy, Refused

TIMEOUT = 30.0
"""Seconds for one request, unless the engine's `timeout` says otherwise."""
LARGEST = 4_000_000
"""Bytes of an answer: more than any translation, less than harm."""

Request = dict[str, Any]


class Transport:
    """Sends requests for one engine; safe to use from several threads.

    `prepare` may change a request before it goes; `look` may raise on an answer that says 200 and
    means something else. No message holds an address beyond its host: keys may stand there.
    """

    exceptions = requests.exceptions

    def __init__(
        self,
        engine: str,
        timeout: float = TIMEOUT,
        prepare: Callable[[Request], None] = lambda request: None,
        look: Callable[[requests.Response], None] = lambda response: None,
    ) -> None:
        self.engine = engine
        self.timeout = timeout
        self.prepare = prepare
        self.look = look
        self.session = requests.Session()
        self._under_way: set[threading.Event] = set()

    def get(self, url: str, **rest: Any) -> requests.Response:
        """As requests.get; raises Busy, Refused or Broken instead of any other answer than 2xx."""
        return self.request({"method": "GET", "url": url, **rest})

    def post(self, url: str, **rest: Any) -> requests.Response:
        """As requests.post. Parameters without a body go as a form, not into the address."""
        if not rest.get("data") and not rest.get("json"):
            rest["data"] = rest.pop("params", None)
        return self.request({"method": "POST", "url": url, **rest})

    def request(self, request: Request) -> requests.Response:
        """The answer, read to its end within the time limit.

        requests knows a limit for each read, not for the whole, and none for finding the host: so
        the work is done in a thread that is left behind when its time is up.
        """
        self.prepare(request)
        host = urlsplit(request["url"]).hostname or "?"
        outcome: list[requests.Response | Exception] = []
        ended = threading.Event()
        threading.Thread(target=self._fetch, args=(request, outcome, ended), daemon=True).start()
        self._under_way.add(ended)
        ended.wait(self.timeout)
        self._under_way.discard(ended)
        # Whichever of the two limits is reached first, ours or that of a single read.
        if not outcome or isinstance(outcome[0], requests.exceptions.Timeout):
            raise Broken(f"{self.engine}: no answer from {host} in {self.timeout:g} s")
        response = outcome[0]
        if isinstance(response, Exception):
            raise Broken(f"{self.engine}: {_plain(response)} ({host})") from None
        _judge(self.engine, response)
        self.look(response)
        return response

    def stop(self) -> None:
        """Wait for no answer any longer."""
        for ended in list(self._under_way):
            ended.set()

    def _fetch(
        self,
        request: Request,
        outcome: list[requests.Response | Exception],
        ended: threading.Event,
    ) -> None:
        try:
            response = self.session.request(**request, timeout=self.timeout, stream=True)
            with response:
                body = bytearray()
                for chunk in response.iter_content(65_536):
                    body += chunk
                    if len(body) > LARGEST:
                        raise requests.exceptions.ContentDecodingError("too large")
            response._content = bytes(body)  # what requests itself does when it reads all at once
            if "charset" not in response.headers.get("Content-Type", ""):
                response.encoding = "utf-8"  # requests takes Latin-1 for a page that does not say
            outcome.append(response)
        except (OSError, ValueError) as error:  # RequestException is an OSError
            outcome.append(error)
        finally:
            ended.set()


def json_of(engine: str, response: requests.Response) -> Any:
    """The answer as JSON; Broken when it is something else, such as a page that says sorry."""
    try:
        return response.json()
    except ValueError as error:
        kind = response.headers.get("Content-Type", "nothing known").partition(";")[0]
        raise Broken(f"{engine}: the answer is not JSON but {kind}") from error


def _judge(engine: str, response: requests.Response) -> None:
    status = response.status_code
    wait = _retry_after(response.headers.get("Retry-After"))
    if status == 429 or (status == 503 and wait is not None):
        raise Busy(f"{engine} asks us to wait", wait)
    if status in (400, 413, 414, 422):
        raise Refused(f"{engine} does not take this text ({status})")
    if status in (401, 403):
        raise Broken(f"{engine} lets nobody in with this key ({status})", lasting=True)
    if (
        status == 456
    ):  # DeepL's own: https://developers.deepl.com/docs/best-practices/error-handling
        raise Broken(f"{engine}: the quota is used up", lasting=True)
    if not 200 <= status < 300:
        raise Broken(f"{engine} answered with {status}", lasting=400 <= status < 500)


def _retry_after(value: str | None) -> float | None:
    """Seconds from a Retry-After header, which holds seconds or a date (RFC 9110, 10.2.3)."""
    if not value:
        return None
    if value.strip().isdigit():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max((moment - datetime.now(UTC)).total_seconds(), 0.0)


def _plain(error: Exception) -> str:
    """What went wrong, without the address that requests puts into its messages."""
    if isinstance(error, requests.exceptions.SSLError):
        return "the connection is not secure"
    if isinstance(error, requests.exceptions.ChunkedEncodingError):
        return "the answer was cut off"
    if isinstance(error, requests.exceptions.ConnectionError):
        return "no connection"
    return f"the answer cannot be read: {type(error).__name__}"
