"""What Hugo is known to do with references, case by case, each asked of notelint and of the real Hugo."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from notelint.site.config_files import read_yaml
from notelint.site.resolution import Resolution
from tests.hugo import build
from tests.site.differential import load
from tests.site.judged import JUDGED, Public

FOLDER = Path(__file__).parent / "semantics"
LAYOUT = (
    '<article data-note="{{ with .File }}{{ .Path }}{{ end }}" data-lang="{{ .Language.Lang }}" '
    'data-here="{{ .RelPermalink }}">{{ .Content }}</article>'
)


def shown(case: dict[str, Any]) -> str:
    """A case as its own test's name."""
    return f"{case['on']} {case['write']}"


def path_of(case: dict[str, Any]) -> str:
    """The file a case is written in."""
    name = case["on"]
    return f"content/{name}" if name.endswith(".md") else f"content/{name}.md"


def write_site(data: dict[str, Any], folder: Path) -> None:
    """The site of one table, with every case as a paragraph of its page."""
    files = dict(data["files"])
    config = {**JUDGED, **data["config"], **files.pop("hugo", {})}
    bodies: dict[str, list[str]] = {}
    for number, case in enumerate(data["cases"]):
        text = case["write"]
        if text.lower().startswith(("ref ", "relref ")):
            text = "[x]({{< " + text + " >}})"
        bodies.setdefault(path_of(case), []).append(f"R{number}: {text}\n")
    for name, front in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = ""
        if isinstance(front, dict):
            lines = [f"{key}: {_value(value)}\n" for key, value in front.items()]
            text = "---\n" + "".join(lines) + "---\n" + "\n".join(bodies.get(name, []))
        path.write_text(text, encoding="utf-8")
    (folder / "hugo.json").write_text(json.dumps(config), encoding="utf-8")
    layout = folder / "layouts" / "all.html"
    layout.parent.mkdir()
    layout.write_text(LAYOUT, encoding="utf-8")


def _value(value: object) -> str:
    return "yes" if value == "yes" else json.dumps(value, ensure_ascii=False)


def verdict(found: Resolution) -> str:
    """One word for where a reference leads."""
    return "found" if found.found else found.why


def tables() -> Iterator[Any]:
    """Every table of cases."""
    for path in sorted(FOLDER.glob("*.yaml")):
        yield pytest.param(path, id=path.stem)


@pytest.mark.parametrize("path", list(tables()))
def test_notelint_says_what_hugo_says(path: Path, tmp_path: Path) -> None:
    data = read_yaml(path.read_text(encoding="utf-8"))
    write_site(data, tmp_path)
    done = build(tmp_path, tmp_path / "public")
    assert done.returncode == 0, done.log[-2000:]
    public = Public(tmp_path / "public", {**JUDGED, **data["config"]}["baseURL"])
    site = load(tmp_path)
    targets = {
        number: (page, target)
        for page in public.by_source()
        for number, target in page.targets.items()
    }
    wrong: list[str] = []
    for number, case in enumerate(data["cases"]):
        page = site.pages[path_of(case)]
        text = (tmp_path / page.path).read_text(encoding="utf-8")
        start = text.index(f"R{number}: ")
        end = text.index("\n", start)
        mine = [
            found for reference, found in site.resolved(page) if start <= reference.span.start < end
        ]
        said = verdict(mine[0]) if mine else "nothing"
        if said != case["is"]:
            wrong.append(f"{shown(case)}: notelint says {said}, expected {case['is']}")
        rendered, target = targets[number]
        truth, _ = public.verdict(rendered, target)
        expected = {"found": True, "external": None}.get(case["is"], False)
        if case.get("hugo") == "none":
            expected = None
        if truth is not expected and case["is"] != "contested":
            wrong.append(f"{shown(case)}: Hugo says {truth} ({target}), expected {case['is']}")
    assert not wrong, "\n".join(wrong)
