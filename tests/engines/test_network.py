"""The engines of the network against local servers that behave as the real services do."""

import threading
import time
from collections.abc import Callable

import pytest
from services import (
    BROKEN,
    BUSY,
    DRIBBLE,
    HANG,
    KEY,
    NO_JSON,
    NOT_ALLOWED,
    SORRY_PAGE,
    TRUNCATED,
    Reply,
    Server,
    Service,
    baidu,
    deepl,
    google,
    libre,
    linguee,
    microsoft,
    mymemory,
    papago,
    pons,
    qcri,
    yandex,
)

from notelint.core import NotelintError
from notelint.translation.engine import Broken, Busy, Engine, Pair, Refused, load

PT_EN = Pair("pt-br", "en")
Serve = Callable[[Service], Server]

TALKERS = [
    ("google", google, "/m"),
    ("mymemory", mymemory, "/get"),
    ("deepl", deepl, "/v2/"),
    ("microsoft", microsoft, "/translate?api-version=3.0"),
    ("yandex", yandex, "/api/{version}/tr.json/{endpoint}"),
    ("baidu", baidu, "/api/trans/vip/translate"),
]


def engine_at(server: Server, name: str, path: str = "/", **settings: object) -> Engine:
    return load(name, PT_EN, {"url": server.url(path), "timeout": 5, **settings})


@pytest.mark.parametrize(("name", "service", "path"), TALKERS)
@pytest.mark.usefixtures("keys")
def test_translates(serve: Serve, name: str, service: Service, path: str) -> None:
    engine = engine_at(serve(service), name, path)
    assert engine.translate(["Olá, mundo & <b>", "a = 1"]) == ["OLÁ, MUNDO & <B>", "A = 1"]


def test_libre_translates_with_a_real_translator(serve: Serve) -> None:
    server = serve(libre)
    engine = engine_at(server, "libre")
    assert engine.translate(["O modelo aprende com os dados."]) == [
        "The model learns from the data."
    ]
    assert "api_key" not in server.asked[0].form
    assert not server.asked[0].query, "the text belongs into the body, not into the address"


def test_libre_gives_its_key_when_it_has_one(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIBRE_API_KEY", KEY)
    server = serve(libre)
    engine_at(server, "libre").translate(["Olá"])
    assert server.asked[0].form["api_key"] == KEY


@pytest.mark.filterwarnings("ignore:Call to deprecated method findAll")  # the library's own
@pytest.mark.parametrize(("name", "service"), [("linguee", linguee), ("pons", pons)])
def test_dictionaries_refuse_what_they_do_not_know(
    serve: Serve, name: str, service: Service
) -> None:
    engine = engine_at(serve(service), name)
    assert engine.translate(["rede"]) == ["network"]
    with pytest.raises(Refused):
        engine.translate(["palavra"])


FAULTS = [
    (BUSY, Busy, "asks us to wait"),
    (Reply("", 503, headers={"Retry-After": "Fri, 31 Dec 2100 23:59:59 GMT"}), Busy, "wait"),
    (BROKEN, Broken, "answered with 500"),
    (SORRY_PAGE, Broken, "no translation in the answer"),
    (TRUNCATED, Broken, "cut off"),
    (NO_JSON, Broken, "no translation in the answer"),
    (NOT_ALLOWED, Broken, "lets nobody in with this key (403)"),
    (Reply("", 400), Refused, "does not take this text"),
    (Reply("", 414), Refused, "does not take this text"),
    (Reply("", 404), Broken, "answered with 404"),
    (Reply("null"), Broken, "no translation in the answer"),
    (Reply("x" * 5_000_000), Broken, "cannot be read"),
    (HANG, Broken, "no answer from 127.0.0.1 in 1 s"),
    (DRIBBLE, Broken, "no answer from 127.0.0.1 in 1 s"),
]


@pytest.mark.parametrize(("fault", "error", "message"), FAULTS)
@pytest.mark.parametrize(("name", "service", "path"), [("libre", libre, "/"), *TALKERS[2:3]])
@pytest.mark.usefixtures("keys")
def test_faults_are_told_apart(
    serve: Serve,
    name: str,
    service: Service,
    path: str,
    fault: Reply,
    error: type[Exception],
    message: str,
) -> None:
    server = serve(service)
    server.faults = [fault]
    engine = engine_at(server, name, path, timeout=1)
    start = time.monotonic()
    with pytest.raises(error) as raised:
        engine.translate(["Olá"])
    assert time.monotonic() - start < 2.5
    assert message in str(raised.value)
    assert KEY not in str(raised.value)
    assert "Olá" not in str(raised.value)
    assert "\n" not in str(raised.value)


def test_retry_after_is_read(serve: Serve) -> None:
    server = serve(google)
    server.faults = [Reply("", 429, headers={"Retry-After": "17"}), Reply("", 429)]
    engine = engine_at(server, "google", "/m")
    for expected in (17.0, None):
        with pytest.raises(Busy) as raised:
            engine.translate(["Olá"])
        assert raised.value.retry_after == expected


def test_nobody_there() -> None:
    engine = load("libre", PT_EN, {"url": "http://127.0.0.1:9/", "timeout": 2})
    with pytest.raises(Broken, match=r"libre: no connection \(127\.0\.0\.1\)"):
        engine.translate(["Olá"])


def test_google_says_sorry_with_200(serve: Serve) -> None:
    server = serve(google)
    server.faults = [SORRY_PAGE]
    with pytest.raises(Broken, match="no translation in the answer"):
        engine_at(server, "google", "/m").translate(["Olá"])


def test_google_gives_none_for_signs(serve: Serve) -> None:
    with pytest.raises(Refused, match="google gave no answer"):
        engine_at(serve(google), "google", "/m").translate(["→"])


COMPLAINTS = [
    (
        '{"responseData": {"translatedText": "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE '
        'TRANSLATIONS FOR TODAY"}, "responseStatus": 429, "quotaFinished": true}',
        Broken,
    ),
    (
        '{"responseData": {"translatedText": "QUERY LENGTH LIMIT EXCEEDED. MAX ALLOWED QUERY : 500 '
        'CHARS"}, "responseStatus": "403", "quotaFinished": false}',
        Refused,
    ),
    ('["what"]', Broken),
]


@pytest.mark.parametrize(("body", "error"), COMPLAINTS)
def test_mymemory_complains_with_200(serve: Serve, body: str, error: type[Exception]) -> None:
    server = serve(mymemory)
    server.faults = [Reply(body)]
    with pytest.raises(error) as raised:
        engine_at(server, "mymemory", "/get").translate(["Olá"])
    assert isinstance(raised.value, Refused) or raised.value.lasting == ("MYMEMORY" in body)


def test_deepl_quota_is_lasting(serve: Serve, keys: None) -> None:
    server = serve(deepl)
    server.faults = [Reply("", 456)]
    with pytest.raises(Broken, match="quota") as raised:
        engine_at(server, "deepl", "/v2/").translate(["Olá"])
    assert raised.value.lasting


def test_threads_do_not_get_each_others_texts(serve: Serve) -> None:
    engine = engine_at(serve(google), "google", "/m")
    wrong: list[str] = []

    def ask(word: str) -> None:
        for number in range(20):
            text = f"{word} número {number}"
            if engine.translate([text]) != [text.upper()]:
                wrong.append(text)

    threads = [threading.Thread(target=ask, args=(word,)) for word in ("um", "dois", "três", "mil")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_the_library_itself_is_left_alone(serve: Serve) -> None:
    import deep_translator.google
    import requests

    engine_at(serve(google), "google", "/m")
    assert deep_translator.google.requests is requests


@pytest.mark.parametrize(
    ("name", "variable"),
    [
        ("deepl", "DEEPL_API_KEY"),
        ("microsoft", "MICROSOFT_API_KEY"),
        ("chatgpt", "OPENAI_API_KEY"),
        ("yandex", "YANDEX_API_KEY"),
        ("baidu", "BAIDU_APPID"),
        ("papago", "PAPAGO_CLIENT_ID"),
        ("qcri", "QCRI_API_KEY"),
    ],
)
def test_a_missing_key_is_named(name: str, variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(variable, raising=False)
    monkeypatch.delenv("OPEN_API_KEY", raising=False)
    with pytest.raises(NotelintError, match=f"^{name} needs a key: set {variable}"):
        load(name, PT_EN)


@pytest.mark.parametrize(("name", "service"), [("qcri", qcri), ("papago", papago)])
@pytest.mark.usefixtures("keys")
def test_engines_for_other_pairs(serve: Serve, name: str, service: Service) -> None:
    url = serve(service).url("/{endpoint}?" if name == "qcri" else "/")
    assert load(name, Pair("en", "es"), {"url": url}).translate(["Hello"]) == ["HELLO"]


@pytest.mark.parametrize("name", ["qcri", "papago"])
@pytest.mark.usefixtures("keys")
def test_a_pair_it_does_not_know(name: str) -> None:
    with pytest.raises(NotelintError, match=f"{name} does not translate pt-br → en"):
        load(name, PT_EN)
