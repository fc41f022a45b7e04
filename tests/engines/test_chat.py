"""Chat models: the protocol, and answers that are not what was asked for."""

import json
from collections.abc import Callable

import pytest
from services import KEY, SORRY_PAGE, Asked, Reply, Server, Service, chat, chat_reply

from notelint.core import NotelintError
from notelint.translation.engine import (
    Broken,
    Context,
    Engine,
    Pair,
    ReadingEngine,
    Refused,
    load,
)

PT_EN = Pair("pt", "en")
Serve = Callable[[Service], Server]
pytestmark = pytest.mark.usefixtures("keys")


def engine_at(server: Server, **settings: object) -> Engine:
    return load("llm", PT_EN, {"url": server.url("/v1"), "model": "m", "timeout": 5, **settings})


def test_translates_with_a_real_translator(serve: Serve) -> None:
    server = serve(chat)
    texts = ["O modelo aprende.", "O viés é um problema."]
    assert engine_at(server).translate(texts) == ["The model learns.", "The bias is a problem."]
    assert server.asked[0].json["response_format"]["type"] == "json_schema"


def test_chatgpt_is_the_same_elsewhere(serve: Serve) -> None:
    engine = load("chatgpt", PT_EN, {"url": serve(chat).url("/v1")})
    assert engine.translate(["O modelo aprende."]) == ["The model learns."]


def test_context_is_told(serve: Serve) -> None:
    server = serve(chat)
    engine = engine_at(server)
    assert isinstance(engine, ReadingEngine)
    engine.translate_in(Context("Redes\nneurais", "Antes disso.", {"viés": "bias"}), ["Olá."])
    told = server.asked[0].json["messages"][0]["content"]
    for part in ("Portuguese (Brazil)", "English", "Redes neurais", "Antes disso.", "viés → bias"):
        assert part in told


def test_a_server_that_takes_no_format_is_asked_plainly_from_then_on(serve: Serve) -> None:
    def plain(asked: Asked) -> Reply:
        if "response_format" in asked.json or "temperature" in asked.json:
            return Reply('{"error": "unknown field"}', 400)
        return chat(asked)

    server = serve(plain)
    engine = engine_at(server)
    for _ in range(2):
        assert engine.translate(["O modelo aprende."]) == ["The model learns."]
    assert len(server.asked) == 5


def translations(*items: tuple[int, object]) -> str:
    return json.dumps({"translations": [{"id": i, "text": text} for i, text in items]})


WRONG = [
    (chat_reply(translations((1, "a"))), Refused, "gave 1 texts for 2"),
    (chat_reply(translations((1, "a"), (1, "b"))), Refused, "gave 2 texts for 2"),
    (chat_reply(translations((1, "a"), (2, "b"), (2, "c"))), Refused, "gave 3 texts for 2"),
    (chat_reply(translations((1, "a"), (2, None))), Refused, "form"),
    (chat_reply("I'm sorry, I can't do that."), Refused, "form"),
    (chat_reply('["a", "b"]'), Refused, "form"),
    (chat_reply('{"translations": [{"id": 1, "te'), Refused, "form"),
    (chat_reply(translations((1, "a"), (2, "b")), "length"), Refused, "before the end"),
    (chat_reply(None), Refused, "no answer"),
    (Reply('{"choices": []}'), Broken, "not a chat completion"),
    (Reply('["a"]'), Broken, "not a chat completion"),
    (SORRY_PAGE, Broken, "not JSON but text/html"),
    (Reply("", 401), Broken, "lets nobody in"),
]


@pytest.mark.parametrize(("reply", "error", "message"), WRONG)
def test_answers_are_checked(
    serve: Serve, reply: Reply, error: type[Exception], message: str
) -> None:
    server = serve(chat)
    server.faults = [reply]
    with pytest.raises(error, match=message) as raised:
        engine_at(server).translate(["um", "dois"])
    assert KEY not in str(raised.value)


def test_thinking_aloud_is_skipped(serve: Serve) -> None:
    server = serve(chat)
    server.faults = [chat_reply('<think>{"translations": []}?</think>' + translations((1, "one")))]
    assert engine_at(server).translate(["um"]) == ["one"]


def test_a_local_server_needs_no_key(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NOTELINT_LLM_KEY")
    server = serve(lambda asked: chat_reply(translations((1, "one"))))
    assert engine_at(server).translate(["um"]) == ["one"]
    assert "authorization" not in server.asked[0].headers


def test_what_is_missing_is_said() -> None:
    with pytest.raises(NotelintError, match="llm needs “url” and “model”"):
        load("llm", PT_EN)
