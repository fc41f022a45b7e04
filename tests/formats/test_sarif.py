"""SARIF: what real findings become follows the standard."""

import json
import shutil
import subprocess
from pathlib import Path

import jsonschema
import pytest

from tests.commands import Notelint
from tests.small_site import write_site

SCHEMA = Path(__file__).parent.parent / "fixtures" / "sarif.schema.json"
NOTES = {
    "guia.md": "---\ntitle: Guia\ndate: 2026-01-01\n---\n\n## Instalação\n",
    "pasta com espaço/ção.md": (
        "---\ntitle: Nota\ndate: 2026-02-30\ndraft: sim\n---\n\n#### Fundo\n\n"
        'Veja as intruções do [guia]({{< relref "guia#instalacao" >}}).\n\n![imagem](x.png)\n'
    ),
    "mau.md": b"Instala\xe7\xe3o",
}


@pytest.fixture
def log(tmp_path: Path, notelint: Notelint) -> str:
    write_site(tmp_path, NOTES)
    done = notelint("check", "--format", "sarif")
    assert done.code == 1
    return done.out


def test_real_findings_follow_the_standard(log: str) -> None:
    content = json.loads(log)
    jsonschema.validate(content, json.loads(SCHEMA.read_text("utf-8")))
    results = content["runs"][0]["results"]
    assert {"ref-missing", "spelling"} & {each["ruleId"] for each in results}
    assert any("fixes" in each for each in results)
    assert any("relatedLocations" in each for each in results)


def test_no_finding_follows_the_standard(tmp_path: Path, notelint: Notelint) -> None:
    write_site(tmp_path, {"guia.md": NOTES["guia.md"]})
    content = json.loads(notelint("check", "--format", "sarif").out)
    jsonschema.validate(content, json.loads(SCHEMA.read_text("utf-8")))
    assert content["runs"][0]["results"] == []


@pytest.mark.skipif(not shutil.which("sarif-multitool"), reason="needs Microsoft's SARIF Multitool")
def test_the_official_validator_agrees(tmp_path: Path, log: str) -> None:
    (tmp_path / "log.sarif").write_text(log, "utf-8")
    command = ["sarif-multitool", "validate", "log.sarif", "--output", "answer.sarif"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    answer = json.loads((tmp_path / "answer.sarif").read_text("utf-8-sig"))
    assert [each for each in answer["runs"][0]["results"] if each.get("level") == "error"] == []
