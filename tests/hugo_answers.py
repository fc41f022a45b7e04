"""Questions to the real Hugo, many in one run: templates can try what would stop a build."""

import json
import tempfile
from collections.abc import Mapping, Sequence
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import HealthCheck, Phase, settings

from tests.hugo import build

CONFIG = """disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "section"]
buildDrafts = true
buildFuture = true
buildExpired = true
"""
TRY = """{{ $page := site.GetPage "/p" }}{{ range readDir "questions" }}{{ $name := .Name -}}
{{ $text := readFile (printf "questions/%s" $name) -}}
{{ $tried := try (QUESTION) -}}
{{ if $tried.Err }}{{ dict "name" $name "stops" (string $tried.Err) | jsonify | safeHTML }}
{{- else }}{{ dict "name" $name "value" ($tried.Value | ANSWER) | jsonify | safeHTML }}{{ end }}
{{ end }}"""
UNMARSHAL = 'resources.FromString (printf "x/%s" $name) $text | transform.Unmarshal'
AS_JSON = "jsonify"
RENDER = "$page.RenderString $text"
AS_DATE = 'time.AsTime (index (resources.FromString (printf "x/%s" $name) $text | transform.Unmarshal) "v")'
AS_TEXT = 'printf "%v"'
PAGE = """{{ jsonify (dict "params" .Params "draft" .Draft "date" .Date "body" .RawContent) }}"""
SHORTCODES = {
    "in": "B[{{ .Name }}]{{ .Params | jsonify }}({{ .Inner }})",
    "note": "B[{{ .Name }}]{{ .Params | jsonify }}({{ .Inner }})",
    "no": "L[{{ .Name }}]{{ .Params | jsonify }}",
    "img": "L[{{ .Name }}]{{ .Params | jsonify }}",
    "ns/x": "L[{{ .Name }}]{{ .Params | jsonify }}",
}


TOGETHER = settings(
    max_examples=6,
    derandomize=True,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
"""For random questions, many to an example: the same ones in every run, and none made smaller."""


class Answer(NamedTuple):
    """`stops` is why Hugo would stop, the empty string when it would not; `value` is its answer."""

    stops: str
    value: str = ""


def ask(
    texts: Sequence[str], question: str, ending: str = "txt", answer: str = AS_TEXT
) -> list[Answer]:
    """What Hugo answers for each text."""
    home = TRY.replace("QUESTION", question).replace("ANSWER", answer)
    files: dict[str, str] = {"hugo.toml": CONFIG, "layouts/home.html": home}
    files |= {"layouts/all.html": "{{ .Content }}", "content/p.md": "---\ntitle: p\n---\n"}
    files |= {f"layouts/_shortcodes/{name}.html": text for name, text in SHORTCODES.items()}
    files |= {f"questions/{n:06}.{ending}": text for n, text in enumerate(texts)}
    with tempfile.TemporaryDirectory() as folder:
        log = _build(Path(folder), files)
        shown = Path(folder) / "public" / "index.html"
        assert shown.is_file(), log
        lines = shown.read_text(encoding="utf-8").split("\n")
    found = sorted((json.loads(line) for line in filter(str.strip, lines)), key=itemgetter("name"))
    return [Answer(one.get("stops", ""), one.get("value", "")) for one in found]


def ask_values(texts: Sequence[str], ending: str) -> list[dict[str, Any] | None]:
    """The values of each text as YAML, TOML or JSON front matter; None where Hugo would stop."""
    answers = ask(texts, UNMARSHAL, ending, AS_JSON)
    return [None if one.stops else _table(json.loads(one.value)) for one in answers]


def _table(value: Any) -> dict[str, Any] | None:
    return {} if value is None else value if isinstance(value, dict) else None


def ask_page(text: str) -> dict[str, Any] | None:
    """What Hugo makes of a whole file as a page; None when it stops."""
    with tempfile.TemporaryDirectory() as folder:
        files = {"hugo.toml": CONFIG, "layouts/all.html": PAGE, "content/a.md": text}
        _build(Path(folder), files)
        shown = Path(folder) / "public" / "a" / "index.html"
        if not shown.is_file():
            return None
        page: dict[str, Any] = json.loads(shown.read_text(encoding="utf-8"))
        return page


def _build(root: Path, files: Mapping[str, str]) -> str:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return build(root, root / "public").log
