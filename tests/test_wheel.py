"""The installed package, not the checkout: it brings its rules, its data and its command."""

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.small_site import write_site

ROOT = Path(__file__).parent.parent
NOTE = "---\ntitle: Nota\ndate: 2026-01-10\n---\n\n## Uso\n\n#### Fundo\n\nUma intrução.\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy without anything that only this checkout has."""
    source = tmp_path_factory.mktemp("source")
    for name in ("notelint", "rules", "LICENSES"):
        if (ROOT / name).is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / name, source / name, ignore=ignored)
    for name in ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"):
        shutil.copyfile(ROOT / name, source / name)
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", str(out), str(source)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(out.glob("*.whl"))


@pytest.mark.slow
def test_the_wheel_holds_rules_data_and_licences(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for rule in (ROOT / "rules").rglob("*.yaml"):
        assert f"notelint/_rules/{rule.relative_to(ROOT / 'rules').as_posix()}" in names
    assert any(name.endswith("/LICENSE") for name in names)
    assert "notelint/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "content/"))]


@pytest.mark.slow
def test_the_installed_command_checks_a_site(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "venv"
    venv.create(environment, with_pip=False)
    python = environment / "bin" / "python"
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps"]
    done = subprocess.run([*install, str(wheel)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    lent = next(Path(each) for each in sys.path if each.endswith("site-packages"))
    mine = next((environment / "lib").glob("python*/site-packages"))
    # What notelint needs is lent by this environment; a .pth of its own would bring the checkout.
    for package in lent.iterdir():
        if "notelint" not in package.name and package.suffix != ".pth":
            target = mine / package.name
            if not target.exists():
                target.symlink_to(package)
    site = write_site(tmp_path / "site", {"a.md": NOTE})
    command = [str(environment / "bin" / "notelint"), "check", "--format", "github"]
    plain = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    shown = subprocess.run(
        command, cwd=site, capture_output=True, text=True, env=plain, check=False
    )
    assert shown.returncode == 1, shown.stdout + shown.stderr
    assert "title=notelint heading-increment" in shown.stdout
    assert "title=notelint spelling" in shown.stdout
    where = "import notelint; print(notelint.__file__)"
    home = subprocess.run(
        [str(python), "-c", where], cwd=site, capture_output=True, text=True, check=True, env=plain
    )
    assert home.stdout.startswith(str(environment))
