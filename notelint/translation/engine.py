"""What an engine is: texts in, texts out, or one of three errors. Engines see no Markdown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import Any, Protocol, runtime_checkable

from notelint.core import NotelintError
from notelint.nearest import did_you_mean

Settings = Mapping[str, Any]
"""`[engines.<name>]` of the configuration. Keys are never in it: they come from the environment."""


@dataclass(frozen=True, slots=True)
class Pair:
    """From which language into which, as the site writes them: `pt`, `pt-br`, `en`."""

    source: str
    target: str

    @property
    def base(self) -> tuple[str, str]:
        """Both languages in lower case without region: (`pt`, `en`)."""
        return base_language(self.source), base_language(self.target)

    def __str__(self) -> str:
        return f"{self.source} → {self.target}"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one call of an engine may hold, and how often it may be called.

    `characters`: in one call, all its texts together. `per_second`: calls, None for no pace.
    `batch`: texts in one call. `at_once`: calls at the same time. `cut`: whether a text that is
    too long may be sent sentence by sentence (a dictionary of words says no, and passes it on).
    `invents`: a small model that makes words up; another question costs nothing and may do better.
    For estimates only: `price` in US dollars for a million characters, `seconds` that a call usually takes.
    """

    characters: int = 5_000
    per_second: float | None = None
    batch: int = 1
    at_once: int = 1
    cut: bool = True
    invents: bool = False
    price: float = 0.0
    seconds: float = 0.3


@dataclass(frozen=True, slots=True)
class Context:
    """What may help an engine that reads: the page's title, the text before, terms to use."""

    title: str = ""
    before: str = ""
    terms: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


class Busy(Exception):  # noqa: N818 - the three words of the contract
    """Asked too often: come back in `retry_after` seconds, if it said so."""

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class Refused(Exception):  # noqa: N818
    """This text gets no answer here, asked again or not. Of several texts, ask one by one."""


class Broken(Exception):  # noqa: N818
    """The engine did not work. `lasting`: trying again is of no use (a wrong key, say)."""

    def __init__(self, message: str, *, lasting: bool = False) -> None:
        super().__init__(message)
        self.lasting = lasting


class Engine(Protocol):
    """Who translates.

    `translate` returns exactly as many texts as it was given, in the same order; an empty
    string says that this text got no answer. It may raise Busy, Refused or Broken, and
    nothing else. It must be safe to call from several threads. It leaves to its caller
    (hand_over.py): edge spaces, texts without letters, lengths, pace, waits and retries.
    """

    @property
    def limits(self) -> Limits: ...

    def translate(self, texts: Sequence[str]) -> list[str]: ...


@runtime_checkable
class ReadingEngine(Protocol):
    """An engine that can also make use of what stands around the texts."""

    def translate_in(self, context: Context, texts: Sequence[str]) -> list[str]: ...


@runtime_checkable
class StoppableEngine(Protocol):
    """An engine whose calls may take long, and can be ended from another thread."""

    def stop(self) -> None: ...


def load(name: str, pair: Pair, settings: Settings | None = None) -> Engine:
    """The engine called `name` (a file of notelint/engines/), ready for `pair`.

    `command:CMD` runs CMD. Raises NotelintError, in one line, when there is no such engine, it
    lacks a key or a package, or does not translate this pair.
    """
    argument = name.partition(":")[2]
    settings = {**(settings or {}), **({"argument": argument} if argument else {})}
    engine: Engine = _module(known_engine(name)).engine(pair, settings)
    return engine


def known_engine(called: str) -> str:
    """The name of the engine that `called`, `command:CMD` say, asks for.

    Raises NotelintError when there is no such engine.
    """
    name = called.partition(":")[0]
    if name not in names():
        hint = did_you_mean(name, names()) or f": there are {', '.join(names())}"
        raise NotelintError(f"there is no engine “{name}”{hint}")
    return name


@cache
def names() -> tuple[str, ...]:
    """The engines there are, sorted: the file name is the name."""
    from notelint import engines

    return tuple(sorted(m.name for m in iter_modules(engines.__path__) if m.name[0] != "_"))


def about(name: str) -> str:
    """What the engine `name` is, in one line: the first of its file."""
    return (_module(name).__doc__ or "").partition("\n")[0]


def keys(name: str) -> tuple[str, ...]:
    """The environment variables from which the engine `name` needs its keys."""
    return tuple(getattr(_module(name).engine, "keys", ()))


def base_language(language: str) -> str:
    """`pt-BR` and `pt_br` → `pt`."""
    return language.replace("_", "-").partition("-")[0].lower()


def _module(name: str) -> Any:
    return import_module(f"notelint.engines.{name}")
