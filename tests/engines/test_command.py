"""`command:CMD`, with real programs."""

import shlex
import sys
import time
from pathlib import Path

import pytest

from notelint.core import NotelintError
from notelint.translation.engine import Broken, Engine, Pair, load

READ = "import sys, json, os, time, subprocess; texts = json.load(sys.stdin)\n"


def program(folder: Path, code: str, **settings: object) -> Engine:
    script = folder / "it is.py"
    script.write_text(READ + code, encoding="utf-8")
    line = f"{shlex.quote(sys.executable)} {shlex.quote(str(script))} 'a b' $HOME"
    return load(f"command:{line}", Pair("pt", "en"), settings)


def test_texts_go_in_and_come_out(tmp_path: Path) -> None:
    engine = program(tmp_path, "print(json.dumps([t.upper() for t in texts]))")
    assert engine.translate(["Olá: “mundo”\n", "b"]) == ["OLÁ: “MUNDO”\n", "B"]


def test_it_is_split_as_a_shell_would_and_run_without_one(tmp_path: Path) -> None:
    engine = program(tmp_path, "print(json.dumps(sys.argv[1:]))")
    assert engine.translate(["x", "y"]) == ["a b", "$HOME"]


def test_it_knows_the_pair(tmp_path: Path) -> None:
    names = "[os.environ['NOTELINT_SOURCE'], os.environ['NOTELINT_TARGET']]"
    assert program(tmp_path, f"print(json.dumps({names}))").translate(["x", "y"]) == ["pt", "en"]


def test_a_large_batch_does_not_block(tmp_path: Path) -> None:
    code = "sys.stderr.write('x' * 300_000)\nprint(json.dumps(texts))"
    texts = ["á" * 5_000] * 100
    assert program(tmp_path, code).translate(texts) == texts


FAULTS = [
    ("print(json.dumps(texts[1:]))", "printed 1 texts for 2"),
    ("print('Olá')", "did not print JSON"),
    ("print(json.dumps(texts)[:-3])", "did not print JSON"),
    ('sys.stdout.buffer.write(b\'["\\xff", "b"]\')', "did not print JSON"),
    ("print('[')\nprint(json.dumps(texts))", "did not print JSON"),
    ("print(json.dumps({'a': texts}))", "one JSON array of strings"),
    ("print(json.dumps([1, None]))", "one JSON array of strings"),
    ("", "did not print JSON"),
    ("sys.exit(3)", "ended with 3"),
    ("raise SystemExit('line one\\nthe model is missing')", "ended with 1: the model is missing"),
    ("os.kill(os.getpid(), 9)", "ended with -9"),
    ("time.sleep(60)", "took more than 1 s"),
    ("subprocess.run([sys.executable, '-c', 'import time; time.sleep(60)'])", "more than 1 s"),
]


@pytest.mark.parametrize(("code", "message"), FAULTS)
def test_faults_are_told_in_one_line(tmp_path: Path, code: str, message: str) -> None:
    engine = program(tmp_path, code, timeout=1)
    start = time.monotonic()
    with pytest.raises(Broken) as raised:
        engine.translate(["a", "b"])
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)
    assert time.monotonic() - start < 5


def test_keys_are_not_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_TOKEN", "hush-hush-hush")
    engine = program(tmp_path, "sys.exit('refused: ' + os.environ['SOME_TOKEN'])")
    with pytest.raises(Broken, match=r"refused: \$SOME_TOKEN"):
        engine.translate(["a"])


def test_a_program_that_is_not_there() -> None:
    with pytest.raises(Broken, match=r"command “no-such-program” cannot be run") as raised:
        load("command:no-such-program --key x", Pair("pt", "en")).translate(["a"])
    assert raised.value.lasting


@pytest.mark.parametrize(
    ("name", "message"),
    [("command:", "say which"), ("command", "say which"), ("command:a 'b", "cannot split")],
)
def test_a_command_that_is_none(name: str, message: str) -> None:
    with pytest.raises(NotelintError, match=message):
        load(name, Pair("pt", "en"))
