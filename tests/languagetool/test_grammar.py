"""Grammar with the real server: findings in place, nothing sent twice, every failure one line."""

import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from notelint.languagetool import server

NOTE = """---
title: Rede
---

As `GPUs` são caras 😀, e **eles tem** acesso ao cluster. Os dados não está no servidor.

Rode `curl as vezes` e espere o `x` e a `y`.
"""


def check(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "notelint", "check", "nota.md", "--format", "json", *options],
        cwd=folder,
        capture_output=True,
        text=True,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "notelint.toml").write_text('language = "pt"\nselect = ["grammar"]\n')
    (tmp_path / "nota.md").write_text(NOTE, encoding="utf-8")
    return tmp_path


@contextmanager
def answering(reply: bytes) -> Iterator[str]:
    """A server that accepts and sends `reply`: nothing at all when that is empty, and a letter now
    and then after one that ends in dots.
    """
    with socket.create_server(("127.0.0.1", 0)) as listener:
        held: list[socket.socket] = []

        def serve() -> None:
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                held.append(connection)
                if reply:
                    connection.recv(65536)
                    connection.sendall(reply.removesuffix(b"..."))
                    with suppress(OSError):
                        while reply.endswith(b"..."):
                            time.sleep(0.2)
                            connection.sendall(b" ")
                    connection.close()

        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        for connection in held:
            connection.close()


@pytest.mark.usefixtures("own_state")
class TestRealServer:
    def test_findings_stand_where_they_belong(self, folder: Path) -> None:
        done = check(folder, "--engine", "languagetool")
        assert done.returncode == 1, done.stderr
        found = {(f["line"], f["text"]): f for f in json.loads(done.stdout)}
        wrong = found[5, "tem"]
        assert wrong["suggestions"] == ["têm"]
        assert wrong["rule"] == "grammar"
        assert "CONFUSÃO_TEM_TÊM" in wrong["message"]
        assert wrong["column"] == NOTE.splitlines()[4].index("tem**") + 1
        assert [line for line, _ in found] == [5, 5], "code is not prose"

    def test_the_second_run_sends_nothing(self, folder: Path) -> None:
        first = check(folder, "--engine", "languagetool")
        server.stop()
        assert server.running() is None
        second = check(folder, "--engine", "languagetool")
        assert (second.returncode, second.stdout) == (1, first.stdout), second.stderr
        assert server.running() is None, "a server was started for what is known already"

    def test_two_runs_at_once_share_one_server(self, own_state: None) -> None:
        server.stop()
        with ThreadPoolExecutor(4) as pool:
            assert len(set(pool.map(lambda _: server.start(), range(4)))) == 1

    def test_an_idle_server_ends(self, own_state: None) -> None:
        server.stop()
        server.start(idle=0.0)
        for _ in range(100):
            if server.running() is None:
                return
            threading.Event().wait(0.1)
        pytest.fail("the server is still there")

    def test_a_server_that_died_is_replaced(self, own_state: None) -> None:
        server.start()
        address = json.loads((server.state_folder() / "server.json").read_text())
        subprocess.run(["pkill", "-KILL", "-P", str(address["pid"])], check=True)
        url = server.start()
        assert url == server.running()

    def test_the_commands(self, own_state: None) -> None:
        def said(action: str) -> tuple[int, str]:
            command = [sys.executable, "-m", "notelint", "languagetool", action]
            done = subprocess.run(command, capture_output=True, text=True)
            return done.returncode, done.stdout.strip()

        code, text = said("start")
        assert (code, text.startswith("LanguageTool at http://127.0.0.1:")) == (0, True)
        assert said("status") == (0, text)
        assert said("stop") == (0, "stopped")
        assert said("stop") == (0, "no server was running")
        assert said("status") == (1, "no server is running")


def test_asked_by_name_and_missing_is_an_error(folder: Path, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
        patch.setenv(server.HOME_VARIABLE, str(tmp_path / "nothing"))
        done = check(folder, "--engine", "languagetool")
        assert (done.returncode, done.stdout.strip()) == (2, "[]")
        assert done.stderr.startswith("notelint: no LanguageTool in")
        assert len(done.stderr.splitlines()) == 1
        with (folder / "notelint.toml").open("a") as file:
            file.write("[languagetool]\nenabled = true\n")
        done = check(folder)
        assert done.returncode == 0, "only configured: the other rules decide"
        assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "reply",
    [
        b"",
        b"HTTP/1.0 200 OK\r\n\r\n{...",
        b"HTTP/1.0 500 Oops\r\n\r\nno",
        b"HTTP/1.0 200 OK\r\n\r\n<html>",
        b'HTTP/1.0 200 OK\r\n\r\n{"matches": 5}',
        b"garbage",
    ],
    ids=["stalls", "drips", "fails", "is a web page", "is something else", "is no web server"],
)
def test_a_bad_server_is_one_line(folder: Path, reply: bytes) -> None:
    with answering(reply) as url:
        with (folder / "notelint.toml").open("a") as file:
            file.write(f'[languagetool]\nurl = "{url}"\ntimeout = 1.0\n')
        done = check(folder, "--engine", "languagetool")
    assert done.returncode == 2
    assert url in done.stderr
    assert len(done.stderr.splitlines()) == 1, done.stderr


def test_a_web_page_is_no_server(folder: Path) -> None:
    page = b"<!DOCTYPE HTML>\n<html><body><p>Error code: 404</p></body></html>"
    head = f"HTTP/1.1 404 Not Found\r\nContent-Length: {len(page)}\r\n\r\n".encode()
    with answering(head + page) as url:
        with (folder / "notelint.toml").open("a") as file:
            file.write(f'[languagetool]\nurl = "{url}"\ntimeout = 1.0\n')
        done = check(folder, "--engine", "languagetool")
    said = f"notelint: no LanguageTool server answers at {url}: a web page answers there\n"
    assert (done.returncode, done.stderr) == (2, said)
