"""Any engine of deep-translator, with its faults kept inside: one wrapper for all of them.

That library passes no time limit, keeps its last text in shared state, strips edge spaces, gives
None for an answer, and puts keys and texts into its messages. Edge spaces are hand_over.py's; the
rest ends here.
"""

import os
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec, module_from_spec
from types import MappingProxyType
from typing import Any

from notelint.core import NotelintError
from notelint.engines._secrets import key
from notelint.translation.engine import (
    Broken,
    Busy,
    Limits,
    Pair,
    Refused,
    Settings,
    base_language,
)

Hook = Callable[[Any], None]


def _nothing(_: Any) -> None:
    """The hook of an engine that needs none."""


@dataclass(frozen=True, slots=True)
class Wrapped:
    """How to make one engine of deep-translator; calling it makes one.

    `languages` are its words for ours (by base language). `needs` are environment variables, each
    with the argument that takes it; `optional` ones need not be set, and `missing` stands for them.
    `asked` goes with every call. `prepare` and `look` are the transport's hooks, `change` is given
    the library's module.
    """

    name: str
    translator: str
    limits: Limits
    languages: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    needs: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    optional: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    missing: str | None = None
    asked: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    prepare: Hook = _nothing
    look: Hook = _nothing
    change: Hook = _nothing

    @property
    def keys(self) -> tuple[str, ...]:
        """The environment variables that must be set."""
        return tuple(self.needs)

    def __call__(self, pair: Pair, settings: Settings) -> "Deep":
        """The engine for one pair. Settings: `url` (your own server), `timeout` in seconds."""
        from notelint.engines._http import TIMEOUT, Transport

        transport = Transport(
            self.name, float(settings.get("timeout", TIMEOUT)), self.prepare, self.look
        )
        module = _own_copy(f"deep_translator.{self.name}", transport)
        source, target = (self._language(language) for language in (pair.source, pair.target))
        options: dict[str, str | None] = {
            argument: key(self.name, name) for name, argument in self.needs.items()
        }
        options |= {
            argument: os.environ.get(name) or self.missing
            for name, argument in self.optional.items()
        }

        def client() -> Any:
            self.change(module)
            made = getattr(module, self.translator)(source=source, target=target, **options)
            made._base_url = settings.get("url") or made._base_url
            return made

        try:
            client()
        except _exceptions().LanguageNotSupportedException as error:
            raise NotelintError(f"{self.name} does not translate {pair}") from error
        return Deep(self, client, transport.stop)

    def _language(self, language: str) -> str:
        base = base_language(language)
        return self.languages.get(base, base)


class Deep:
    """One client for each thread, since a client keeps its last text in itself."""

    def __init__(self, made: Wrapped, client: Callable[[], Any], stop: Callable[[], None]) -> None:
        self.name = made.name
        self.limits = made.limits
        self.asked = made.asked
        self.client = client
        self.stop = stop
        self.local = threading.local()

    def translate(self, texts: Sequence[str]) -> list[str]:
        """One request for each text: the library's own batch is a loop."""
        return [self.one(text) for text in texts]

    def one(self, text: str) -> str:
        """One text; messages name what happened, never what was sent."""
        faults = _exceptions()
        if not hasattr(self.local, "client"):
            self.local.client = self.client()
        try:
            answer = self.local.client.translate(text, **self.asked)
        except (Busy, Refused, Broken):
            raise
        except faults.TooManyRequests as error:
            raise Busy(f"{self.name} asks us to wait") from error
        except (faults.NotValidLength, faults.NotValidPayload) as error:
            raise Refused(f"{self.name} does not take this text") from error
        except Exception as error:
            fault = Broken if self.limits.cut else Refused  # a dictionary just lacks the word
            raise fault(f"{self.name}: no translation in the answer") from error
        if isinstance(answer, list):  # Yandex
            answer = "\n".join(map(str, answer))
        if not isinstance(answer, str):
            raise Refused(f"{self.name} gave no answer")
        return answer


def _own_copy(name: str, transport: Any) -> Any:
    """The library's module, loaded once more for ourselves, with our transport as its `requests`:
    so there is a time limit, and nobody else who uses the library is touched."""
    spec = find_spec(name)
    if spec is None or spec.loader is None:
        raise NotelintError(f"{name} is not installed: run pip install deep-translator")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    if not hasattr(module, "requests"):
        raise NotelintError(f"this version of deep-translator gives {name} no time limit")
    module.requests = transport  # type: ignore[attr-defined]
    return module


def _exceptions() -> Any:
    from deep_translator import exceptions

    return exceptions
