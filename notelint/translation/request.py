"""What a translation run is asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from notelint.config import Translation


class Progress(NamedTuple):
    """How far a run is: notes done, of how many; `share` of all their text, 0 to 1; `characters` that engines have
    answered so far; and the note that was done last.
    """

    pages: int
    of_pages: int
    share: float
    characters: int
    path: str


@dataclass(frozen=True, slots=True)
class Request:
    """One run of `notelint translate`.

    `paths`: files or folders; none means the content of the site. `target`: the language of the edition;
    `source`: that of the notes, "" where the site or the configuration says it.
    `engines`: names in hand-over order, `command:CMD` too. `engine_options`: `[engines.<name>]` by name.
    `site`: its root; `config`: the configuration to read it by, where they are not to be looked for.
    `output`: mirror the notes below this folder instead of the site's own places; then no state is written.
    `dry_run` and `check` write nothing; `check` asks no engine either. `force` asks for every segment that is no
    person's again. `accept`: write machine translations over people's that have become stale.
    `max_characters`: the run asks engines for no more than that, and stops before, not after.
    `jobs`: pages worked on at a time, 0 for one on each core.
    """

    paths: tuple[Path, ...] = ()
    target: str = "en"
    source: str = ""
    engines: tuple[str, ...] = ("offline",)
    engine_options: Mapping[str, Mapping[str, Any]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    output: Path | None = None
    site: Path | None = None
    config: Path | None = None
    settings: Translation = field(default_factory=Translation)
    dry_run: bool = False
    check: bool = False
    force: bool = False
    accept: bool = False
    max_characters: int | None = None
    jobs: int = 0
    progress: Callable[[Progress], None] = lambda progress: None
    warn: Callable[[str], None] = lambda line: None
