"""Local HTTP servers that speak the translators' protocols, and misbehave as they do."""

import hashlib
import html
import json
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from notelint.engines.offline import Offline
from notelint.translation.engine import Pair

KEY = "sk-do-not-show-me-0123456789"
"""The key that every service here asks for; it must be in no message."""


@dataclass(frozen=True)
class Asked:
    """One request as it came in."""

    method: str
    path: str
    query: dict[str, str]
    form: dict[str, str]
    json: Any
    headers: dict[str, str]


@dataclass(frozen=True)
class Reply:
    """What goes back: `promised` says a longer body than is sent; `pause` seconds between bytes."""

    body: str = ""
    status: int = 200
    kind: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)
    promised: int = 0
    pause: float = 0.0


Service = Callable[[Asked], Reply]

BUSY = Reply("slow down", 429, headers={"Retry-After": "1"})
BUSY_FOR_AN_HOUR = Reply("come back later", 429, headers={"Retry-After": "3600"})
BROKEN = Reply("Internal Server Error", 500, "text/plain")
SORRY_PAGE = Reply("<html><body><h1>Unusual traffic</h1></body></html>", 200, "text/html")
TRUNCATED = Reply('{"translatedText": "half of', promised=500)
NOT_ALLOWED = Reply('{"error": "Forbidden"}', 403)
NO_JSON = Reply("{]", 200)
DRIBBLE = Reply("x" * 100, pause=0.2)
HANG = Reply("late", pause=-1.0)


class QuietServer(ThreadingHTTPServer):
    """Says nothing of clients that have gone: going is what the tests want of them."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Anything else is a fault of the service, and is shown."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Server:
    """A service on 127.0.0.1; `faults` are given back first, one a request."""

    def __init__(self, service: Service) -> None:
        self.faults: list[Reply] = []
        self.asked: list[Asked] = []
        self.together = self.most_together = 0
        self.released = threading.Event()
        lock = threading.Lock()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_any(self) -> None:
                asked = _asked(self)
                with lock:
                    outer.asked.append(asked)
                    reply = outer.faults.pop(0) if outer.faults else None
                    outer.together += 1
                    outer.most_together = max(outer.together, outer.most_together)
                try:
                    _send(self, reply or service(asked), outer.released)
                finally:
                    with lock:
                        outer.together -= 1

            do_GET = do_POST = handle_any  # noqa: N815 - the names http.server wants

            def log_message(self, *_: object) -> None:
                """Keep the tests' output clean."""

        self.server = QuietServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    def url(self, path: str = "/") -> str:
        """An address on this server."""
        return f"http://127.0.0.1:{self.server.server_port}{path}"

    def close(self) -> None:
        """Let hanging answers go and stop."""
        self.released.set()
        self.server.shutdown()
        self.server.server_close()


def _asked(handler: BaseHTTPRequestHandler) -> Asked:
    body = handler.rfile.read(int(handler.headers.get("Content-Length") or 0)).decode()
    parts = urlsplit(handler.path)
    is_json = "json" in handler.headers.get("Content-Type", "")
    return Asked(
        handler.command,
        parts.path,
        _flat(parts.query),
        {} if is_json else _flat(body),
        json.loads(body) if is_json and body else None,
        {name.lower(): value for name, value in handler.headers.items()},
    )


def _flat(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query, keep_blank_values=True).items()}


def _send(handler: BaseHTTPRequestHandler, reply: Reply, released: threading.Event) -> None:
    data = reply.body.encode()
    if reply.pause < 0:
        released.wait(30)
        handler.close_connection = True
        return
    try:
        handler.send_response(reply.status)
        handler.send_header("Content-Type", reply.kind)
        handler.send_header("Content-Length", str(reply.promised or len(data)))
        for name, value in reply.headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        for sign in [data] if not reply.pause else [data[i : i + 1] for i in range(len(data))]:
            handler.wfile.write(sign)
            if reply.pause and released.wait(reply.pause):
                return
        if reply.promised:
            handler.close_connection = True
    except (BrokenPipeError, ConnectionResetError):
        handler.close_connection = True  # the other side has gone, as it should


def offline(texts: list[str]) -> list[str]:
    """A real translator behind the protocols."""
    return Offline(Pair("pt", "en"), {}).translate(texts)


def libre(asked: Asked) -> Reply:
    """LibreTranslate's /translate."""
    form = asked.json or asked.form or asked.query
    if asked.method != "POST" or asked.path != "/translate":
        return Reply('{"error": "not found"}', 404)
    if form.get("api_key", KEY) != KEY:
        return Reply('{"error": "Invalid API key"}', 403)
    if form["target"] not in ("pt", "en"):
        return Reply(json.dumps({"error": f"{form['target']} is not supported"}), 400)
    return Reply(json.dumps({"translatedText": offline([form["q"]])[0]}))


def chat(asked: Asked) -> Reply:
    """The OpenAI chat protocol, answered with JSON in a code fence as many models do."""
    if asked.path != "/v1/chat/completions":
        return Reply('{"error": {"message": "no such route"}}', 404)
    if asked.headers.get("authorization") != f"Bearer {KEY}":
        return Reply(json.dumps({"error": {"message": f"Incorrect API key: {KEY}"}}), 401)
    texts = json.loads(asked.json["messages"][-1]["content"])["texts"]
    answers = offline([item["text"] for item in texts])
    items = [{"id": t["id"], "text": a} for t, a in zip(texts, answers, strict=True)]
    content = f"```json\n{json.dumps({'translations': items[::-1]})}\n```"
    return chat_reply(content)


def chat_reply(content: str | None, finish: str = "stop") -> Reply:
    """A chat completion that says `content`."""
    choice = {"index": 0, "message": {"content": content}, "finish_reason": finish}
    return Reply(json.dumps({"id": "x", "object": "chat.completion", "choices": [choice]}))


def google(asked: Asked) -> Reply:
    """The page for phones that deep-translator reads."""
    if asked.path != "/m" or (asked.query["sl"], asked.query["tl"]) != ("pt", "en"):
        return Reply("<html>404</html>", 404, "text/html")
    answer = html.escape(shout(asked.query["q"]))
    return Reply(f'<div class="result-container">{answer}</div>', kind="text/html")


def mymemory(asked: Asked) -> Reply:
    """MyMemory's /get."""
    if asked.query["langpair"] != "pt-BR|en-US":
        return Reply(
            json.dumps({"responseData": {"translatedText": "INVALID"}, "responseStatus": "403"})
        )
    data = {"translatedText": shout(asked.query["q"])}
    return Reply(json.dumps({"responseData": data, "responseStatus": 200, "quotaFinished": False}))


def deepl(asked: Asked) -> Reply:
    """DeepL's /v2/translate, which wants the key in a header and languages in capitals."""
    if asked.headers.get("authorization") != f"DeepL-Auth-Key {KEY}" or "auth_key" in asked.query:
        return Reply("", 403)
    if (asked.form["source_lang"], asked.form["target_lang"]) != ("PT", "EN"):
        return Reply('{"message": "Value for target_lang not supported."}', 400)
    return Reply(json.dumps({"translations": [{"text": shout(asked.form["text"])}]}))


def microsoft(asked: Asked) -> Reply:
    """Microsoft's /translate."""
    if asked.headers.get("ocp-apim-subscription-key") != KEY:
        return Reply('{"error": {"code": 401000, "message": "not authorized"}}', 401)
    text = shout(asked.json[0]["text"])
    return Reply(json.dumps([{"translations": [{"text": text, "to": asked.query["to"]}]}]))


def yandex(asked: Asked) -> Reply:
    """Yandex 1.5, which gives a list."""
    if asked.form["key"] != KEY:
        return Reply('{"code": 401, "message": "API key is invalid"}')
    return Reply(json.dumps({"code": 200, "lang": "pt-en", "text": [shout(asked.form["text"])]}))


def baidu(asked: Asked) -> Reply:
    """Baidu, which wants a signature."""
    form = asked.form
    signed = hashlib.md5((KEY + form["q"] + form["salt"] + KEY).encode()).hexdigest()
    if form["sign"] != signed:
        return Reply('{"error_code": "54001", "error_msg": "Invalid Sign"}')
    return Reply(json.dumps({"trans_result": [{"src": form["q"], "dst": shout(form["q"])}]}))


def papago(asked: Asked) -> Reply:
    """Papago; the library reads this shape of answer."""
    if asked.headers.get("x-naver-client-secret") != KEY or asked.form["source"] != "en":
        return Reply("{}", 401)
    return Reply(json.dumps({"message": {"result": {"translatedText": shout(asked.form["text"])}}}))


def qcri(asked: Asked) -> Reply:
    """QCRI's translate."""
    if asked.query["key"] != KEY or asked.query["langpair"] != "en-es":
        return Reply("{}", 401)
    return Reply(json.dumps({"translatedText": shout(asked.query["text"])}))


def linguee(asked: Asked) -> Reply:
    """A dictionary: it knows one word."""
    found = '<a class="dictLink featured">network</a>' if asked.query["query"] == "rede" else ""
    return Reply(f"<html>{found}</html>", kind="text/html")


def pons(asked: Asked) -> Reply:
    """Another dictionary with one word."""
    found = '<div class="target"><a>network</a></div>' if asked.path.endswith("/rede") else ""
    return Reply(f'<div class="result_list">{found}</div>', kind="text/html")


def shout(text: str) -> str:
    """A translation anybody can check."""
    return text.upper()
