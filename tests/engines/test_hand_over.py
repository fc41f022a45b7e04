"""Patience and hand-over: against local servers, and engines that fail on order."""

import random
import shlex
import string
import sys
import threading
import time
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from services import (
    BROKEN,
    BUSY,
    BUSY_FOR_AN_HOUR,
    HANG,
    Reply,
    Server,
    Service,
    google,
    libre,
    shout,
)

from notelint.engines.identity import Identity
from notelint.translation.engine import Broken, Busy, Context, Limits, Pair, Refused, load
from notelint.translation.hand_over import Answer, HandOver
from notelint.translation.patience import Patience

PT_EN = Pair("pt", "en")
QUICK = Patience(tries=3, first_wait=0.01, longest_wait=2.0, failures=4, rest=60.0)
Serve = Callable[[Service], Server]


class Shouter:
    """An engine that shouts, and does what it is told first."""

    def __init__(self, *faults: Exception | list[str], limits: Limits | None = None) -> None:
        self.faults = list(faults)
        self.limits = limits or Limits(batch=10)
        self.calls: list[list[str]] = []
        self.lock = threading.Lock()

    def translate(self, texts: Sequence[str]) -> list[str]:
        with self.lock:
            self.calls.append(list(texts))
            fault = self.faults.pop(0) if self.faults else None
        if isinstance(fault, Exception):
            raise fault
        return fault if fault is not None else [shout(text) for text in texts]


def texts_of(answers: list[Answer]) -> list[str | None]:
    return [answer.text for answer in answers]


def test_edges_are_kept_and_equal_texts_asked_once() -> None:
    engine = Shouter()
    answers = HandOver({"it": engine}).translate([" olá\n", "olá", "\u00a0olá", "", " ", "mundo"])
    assert texts_of(answers) == [" OLÁ\n", "OLÁ", "\u00a0OLÁ", "", " ", "MUNDO"]
    assert engine.calls == [["olá", "mundo"]]


@pytest.mark.parametrize("text", ["→", "---", "42 %", " 3,14\n", "", "[0][/0]", "…", "🎉"])
def test_texts_without_letters_are_not_sent(text: str) -> None:
    engine = Shouter()
    assert HandOver({"it": engine}).translate([text]) == [Answer(text)]
    assert not engine.calls


def test_the_engine_of_each_answer_is_known() -> None:
    first = Shouter(["UM", ""])
    answers = HandOver({"first": first, "second": Shouter()}).translate(["um", "dois"])
    assert answers == [Answer("UM", "first"), Answer("DOIS", "second")]


def test_when_all_refuse_the_reasons_are_told() -> None:
    engines = {"a": Shouter(Refused("a does not like it")), "b": Shouter([" "])}
    assert HandOver(engines).translate(["um"]) == [
        Answer(None, reason="a does not like it; b gave no answer")
    ]


def test_one_bad_text_of_many_is_found_by_halves() -> None:
    class Picky(Shouter):
        def translate(self, texts: Sequence[str]) -> list[str]:
            if "mau" in texts:
                self.calls.append(list(texts))
                raise Refused("not this one")
            return super().translate(texts)

    engine = Picky()
    texts = ["um", "dois", "mau", "três", "seis"]
    answers = HandOver({"it": engine}).translate(texts)
    assert texts_of(answers) == ["UM", "DOIS", None, "TRÊS", "SEIS"]
    assert answers[2].reason == "not this one"


@pytest.mark.parametrize(
    "fault", [Busy("wait"), Busy("wait", 0.02), Broken("oh"), ["only one"], ["a", "b", "c"]]
)
def test_a_fault_that_passes_is_waited_for(fault: Exception | list[str]) -> None:
    engine = Shouter(fault, fault)
    assert texts_of(HandOver({"it": engine}, QUICK).translate(["um", "dois"])) == ["UM", "DOIS"]
    assert len(engine.calls) == 3


@pytest.mark.parametrize(
    "wrong", [[None], [7], ["\ud800"], ["  "]], ids=["none", "number", "surrogate", "blank"]
)
def test_what_is_no_text_is_no_answer(wrong: list[str]) -> None:
    assert texts_of(HandOver({"it": Shouter(wrong)}).translate(["um"])) == [None]


def test_a_fault_in_an_engine_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MY_API_KEY", "hush-hush-hush")
    engine = Shouter(ZeroDivisionError("division\nhush-hush-hush"), KeyError("hush-hush-hush"))
    hand_over = HandOver({"it": engine}, QUICK)
    assert hand_over.translate(["um"])[0].reason == "it: ZeroDivisionError: division"
    other = HandOver({"it": Shouter(KeyError("hush-hush-hush"))})
    assert other.translate(["um"])[0].reason == "it: KeyError: '$MY_API_KEY'"


def test_lasting_faults_close_at_once() -> None:
    engine = Shouter(Broken("wrong key", lasting=True))
    told: list[str] = []
    hand_over = HandOver({"it": engine}, QUICK, told.append)
    assert hand_over.translate(["um"])[0].reason == "wrong key"
    assert hand_over.translate(["dois"])[0].reason == "wrong key"
    assert len(engine.calls) == 1
    assert told == ["wrong key: it is not asked any more for now"]


def test_the_circuit_opens_and_closes_again() -> None:
    engine = Shouter(*[Broken("down")] * 5)
    patience = Patience(tries=2, first_wait=0.005, failures=4, rest=0.2)
    hand_over = HandOver({"it": engine, "other": Shouter()}, patience)
    for _ in range(5):
        assert hand_over.translate(["um"])[0].engine == "other"
    assert len(engine.calls) == 4, "open: not asked"
    time.sleep(0.25)
    assert hand_over.translate(["um"])[0].engine == "other"
    assert len(engine.calls) == 5, "one call tries it, and it is still down"
    time.sleep(0.45)
    assert hand_over.translate(["um"])[0].engine == "it"
    assert hand_over.translate(["dois"])[0].engine == "it"


def test_refusing_everything_opens_the_circuit_too() -> None:
    engine = Shouter(*[Refused("no")] * 100, limits=Limits())
    patience = Patience(refusals=5)
    answers = HandOver({"it": engine}, patience).translate([f"texto {c}" for c in "abcdefghij"])
    assert texts_of(answers) == [None] * 10
    assert len(engine.calls) == 5


def test_retry_after_is_respected(serve: Serve) -> None:
    server = serve(google)
    server.faults = [BUSY]
    engine = load("google", PT_EN, {"url": server.url("/m")})
    start = time.monotonic()
    assert texts_of(HandOver({"google": engine}, QUICK).translate(["olá"])) == ["OLÁ"]
    assert 1.0 <= time.monotonic() - start < 2.0


def test_too_long_a_wait_hands_over(serve: Serve) -> None:
    server = serve(google)
    server.faults = [BUSY_FOR_AN_HOUR]
    engines = {
        "google": load("google", PT_EN, {"url": server.url("/m")}),
        "libre": load("libre", PT_EN, {"url": serve(libre).url()}),
    }
    hand_over = HandOver(engines, QUICK)
    assert hand_over.translate(["O modelo aprende."]) == [Answer("The model learns.", "libre")]
    assert hand_over.translate(["O viés é um problema."])[0].engine == "libre"
    assert len(server.asked) == 1


def test_a_blocked_engine_hands_over_to_the_offline_one(serve: Serve) -> None:
    server = serve(lambda asked: BROKEN)
    engines = {
        "google": load("google", PT_EN, {"url": server.url("/m")}),
        "offline": load("offline", PT_EN),
    }
    answers = HandOver(engines, QUICK).translate([f"O modelo {n} aprende." for n in "abcdefgh"])
    assert {answer.engine for answer in answers} == {"offline"}
    assert QUICK.failures <= len(server.asked) <= QUICK.failures + 1  # one was on its way


def test_pace_is_kept_by_all_threads_together() -> None:
    engine = Shouter(limits=Limits(batch=1, per_second=20, at_once=4))
    start = time.monotonic()
    HandOver({"it": engine}).translate([f"texto {c}" for c in "abcdefghijk"])
    assert time.monotonic() - start >= 10 / 20


def test_calls_at_the_same_time_are_limited(serve: Serve) -> None:
    def slow(asked: object) -> Reply:
        time.sleep(0.05)
        return libre(asked)  # type: ignore[arg-type]

    server = serve(slow)
    engine = load("libre", PT_EN, {"url": server.url()})
    object.__setattr__(engine, "limits", Limits(batch=1, at_once=3))
    hand_over = HandOver({"libre": engine})
    texts = [f"Texto {c}." for c in "abcdefgh"]
    threads = [threading.Thread(target=hand_over.translate, args=([t],)) for t in texts]
    for thread in threads:
        thread.start()
    hand_over.translate(texts)
    for thread in threads:
        thread.join()
    assert server.most_together == 3


def test_long_texts_are_cut_at_sentences_and_joined() -> None:
    engine = Shouter(limits=Limits(characters=30, batch=5))
    text = "Uma frase aqui. Outra frase ali.\n\nMais uma frase, com vírgula, e longa."
    answers = HandOver({"it": engine}).translate([text])
    assert texts_of(answers) == [text.upper()]
    assert all(sum(map(len, call)) <= 30 for call in engine.calls)
    assert engine.calls[0] == ["Uma frase aqui."]


def test_a_text_is_whole_or_not_at_all() -> None:
    engine = Shouter(["UMA."], [""], limits=Limits(characters=12, batch=2))
    answers = HandOver({"it": engine}).translate(["Uma frase. Duas frases."])
    assert texts_of(answers) == [None]


def test_a_dictionary_is_given_no_pieces() -> None:
    engine = Shouter(limits=Limits(characters=10, cut=False))
    answers = HandOver({"words": engine, "other": Shouter()}).translate(["rede", "rede neural."])
    assert [answer.engine for answer in answers] == ["words", "other"]


def test_context_goes_to_engines_that_read() -> None:
    class Reader(Shouter):
        seen: list[Context] = []  # noqa: RUF012 - one test, one list

        def translate_in(self, context: Context, texts: Sequence[str]) -> list[str]:
            self.seen.append(context)
            return self.translate(texts)

    engine = Reader()
    HandOver({"it": engine}).translate(["um"], Context(title="Redes"))
    assert engine.seen == [Context(title="Redes")]


def test_done_is_told_as_soon_as_possible() -> None:
    told: list[tuple[str, Answer]] = []
    engine = Shouter(["UM"], Refused("no"), ["TRÊS"], limits=Limits())
    HandOver({"it": engine}).translate(
        ["um", "dois", " três"], done=lambda t, a: told.append((t, a))
    )
    assert told == [("um", Answer("UM", "it")), ("três", Answer("TRÊS", "it"))]


def test_usage_is_counted() -> None:
    hand_over = HandOver({"it": Shouter()})
    hand_over.translate(["um", "dois", "um", "42"])
    usage = hand_over.usage["it"]
    assert (usage.calls, usage.texts, usage.characters) == (1, 2, 6)


def test_stopping_ends_a_wait() -> None:
    engine = Shouter(*[Busy("wait", 30.0)] * 9)
    hand_over = HandOver({"it": engine}, Patience(longest_wait=60.0))
    threading.Timer(0.1, hand_over.stop).start()
    start = time.monotonic()
    assert texts_of(hand_over.translate(["um"])) == [None]
    assert time.monotonic() - start < 2


def test_stopping_ends_a_long_call(serve: Serve) -> None:
    """A server that hangs, and a program that sleeps."""
    sleeper = f"{shlex.quote(sys.executable)} -c 'import time; time.sleep(60)'"
    engines = [
        ("google", {"url": serve(lambda asked: HANG).url("/m")}),
        (f"command:{sleeper}", {}),
    ]
    for name, options in engines:
        hand_over = HandOver({"it": load(name, PT_EN, options)}, Patience(tries=1))
        threading.Timer(0.5, hand_over.stop).start()
        start = time.monotonic()
        assert texts_of(hand_over.translate(["olá"])) == [None]
        assert time.monotonic() - start < 3


def test_an_interrupt_leaves_the_rest_undone() -> None:
    class Interrupted(Shouter):
        def translate(self, texts: Sequence[str]) -> list[str]:
            if len(self.calls) == 2:
                raise KeyboardInterrupt
            return super().translate(texts)

    engine = Interrupted(limits=Limits(batch=1, at_once=2))
    with pytest.raises(KeyboardInterrupt):
        HandOver({"it": engine}).translate([c * 3 for c in string.ascii_lowercase])
    assert len(engine.calls) < 26


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text(max_size=40), max_size=12),
    st.integers(5, 40),
    st.integers(1, 4),
    st.integers(0, 2**32),
)
def test_identity_gives_every_text_back(
    texts: list[str], characters: int, batch: int, seed: int
) -> None:
    """Whatever the texts, the limits and the faults on the way."""
    dice = random.Random(seed)

    class Shaky(Identity):
        limits = Limits(characters=characters, batch=batch, at_once=3)

        def translate(self, texts: Sequence[str]) -> list[str]:
            assert len(texts) <= batch
            assert sum(map(len, texts)) <= characters
            assert all(text == text.strip() and text for text in texts)
            if dice.random() < 0.1:
                raise Busy("wait", 0.001)
            return super().translate(texts)

    hand_over = HandOver(
        {"it": Shaky(PT_EN, {})}, Patience(tries=50, first_wait=0.001, failures=1_000)
    )
    assert texts_of(hand_over.translate(texts)) == texts
