"""What is generated and committed says what the sources say: docs, the README's table, schemas."""

import json
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import jsonschema
import pytest
import yaml

from tests.test_config import GOOD, REFUSED, RULES_REFUSED

ROOT = Path(__file__).parent.parent


def script(name: str) -> ModuleType:
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["make_docs", "make_schemas"])
def test_generated_files_are_up_to_date(name: str) -> None:
    for path, text in script(name).generated():
        assert path.read_text("utf-8") == text, f"{path.name}: run make docs"


def schema(name: str) -> Any:
    return json.loads((ROOT / "schemas" / f"{name}.json").read_text("utf-8"))


@pytest.mark.parametrize(
    "path", sorted((ROOT / "rules").glob("*.yaml")), ids=lambda path: path.stem
)
def test_our_rules_follow_their_schema(path: Path) -> None:
    jsonschema.validate(yaml.safe_load(path.read_text("utf-8")), schema("rule"))


def test_a_configuration_follows_its_schema() -> None:
    jsonschema.validate(tomllib.loads(GOOD), schema("notelint"))


@pytest.mark.parametrize(
    "text",
    [
        text
        for text, _, message in (*REFUSED, *RULES_REFUSED)
        if "TOML" not in message and "no rule is called" not in message  # a site may have its own
    ],
)
def test_the_schema_refuses_what_notelint_refuses(text: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(tomllib.loads(text), schema("notelint"))
