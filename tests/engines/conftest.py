"""Local services for the engines' tests."""

from collections.abc import Callable, Iterator

import pytest
from services import KEY, Server, Service

NAMES = """
    DEEPL_API_KEY MICROSOFT_API_KEY OPENAI_API_KEY YANDEX_API_KEY BAIDU_APPID BAIDU_APPKEY
    NOTELINT_LLM_KEY QCRI_API_KEY PAPAGO_CLIENT_ID PAPAGO_CLIENT_SECRET
"""


@pytest.fixture
def serve() -> Iterator[Callable[[Service], Server]]:
    """Start a service; it ends with the test."""
    servers: list[Server] = []

    def start(service: Service) -> Server:
        servers.append(Server(service))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every key set, to the one that the services ask for."""
    for name in NAMES.split():
        monkeypatch.setenv(name, KEY)
