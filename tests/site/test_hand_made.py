"""Small sites made by hand, of settings that random ones do not try: Hugo and notelint must agree on
all of each: what is written where, every id, every reference.
"""

import re
from pathlib import Path
from typing import Any

import pytest

from notelint.site.config_files import read_yaml
from tests.hugo import build
from tests.site.differential import compare, load, write
from tests.site.judged import JUDGED, Public
from tests.site.random_sites import LAYOUT, RandomSite, Written

SITES = read_yaml(Path(__file__).with_name("hand_made.yaml").read_text(encoding="utf-8"))
_UNSAID = re.compile(r"/(?:index|sitemap)\.xml\Z|/(?:404|(?:tags|categories)/index)\.html\Z")
"""Files that Hugo writes without being asked, which nobody links to."""


def made(case: dict[str, Any]) -> RandomSite:
    """The site of a case, each line of a note's body that is a reference with its mark."""
    site = RandomSite(config={**JUDGED, **(case.get("hugo") or {})})
    site.files["layouts/all.html"] = LAYOUT
    for name, text in case["files"].items():
        written: list[Written] = []

        def marked(line: re.Match[str], written: list[Written] = written) -> str:
            written.append(Written(len(written), "", line[0]))
            return f"\nR{len(written) - 1}: {line[0]}\n"

        body = re.sub(r"^(?:!?\[|<a |<img ).*$", marked, text or "", flags=re.M)
        site.files[name] = body if name.endswith(".md") else text or ""
        site.references[name] = written
    return site


@pytest.mark.parametrize("case", [pytest.param(one, id=one["title"]) for one in SITES])
def test_notelint_and_hugo_agree(case: dict[str, Any], tmp_path: Path) -> None:
    import json

    site = made(case)
    site.files["hugo.json"] = json.dumps(site.config)
    write(site, tmp_path)
    done = build(tmp_path, tmp_path / "public")
    assert done.returncode == 0, done.log[-2000:]
    public = Public(tmp_path / "public", str(site.config["baseURL"]))
    loaded = load(tmp_path)
    assert list(compare(loaded, public, site, 0)) == []
    differing = public.files ^ loaded.resolver.outputs.published.keys()
    differing -= {f"/{name}" for name in loaded.files.assets}  # written where a hook asks for them
    assert sorted(one for one in differing if not _UNSAID.search(one)) == []
