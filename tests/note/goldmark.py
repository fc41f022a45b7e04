"""What the real Hugo makes of Markdown bodies, and what our tree says they are, as comparable
events.

`compare` renders any number of bodies in one build. Run as a script it takes folders of notes and
tells which of them are read as Hugo reads them: `python -m tests.note.goldmark content/`.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

from notelint.note.front_matter import read_front_matter
from notelint.note.markdown import parse
from notelint.note.markup import MATH, Markup
from notelint.note.shortcodes import scan
from tests.note.as_html import Writer

MARKUP = MATH

_CONFIG = """
baseURL = "https://example.org/"
disableKinds = ["page","section","taxonomy","term","rss","sitemap","robotsTXT","404"]
timeout = "600s"
[markup.goldmark.parser]
autoHeadingID = false
[markup.goldmark.parser.attribute]
block = true
title = true
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.extensions.typographer]
disable = true
[markup.goldmark.extensions.passthrough]
enable = true
[markup.goldmark.extensions.passthrough.delimiters]
block = [['\\[', '\\]'], ['$$', '$$']]
inline = [['\\(', '\\)']]
"""
_HOME = """{{- $p := . -}}
{{- range seq (int (readFile "count.txt")) -}}
{{- $n := printf "%06d" . -}}
{{- $r := try ($p.RenderString (dict "display" "block") (readFile (printf "bodies/%s.txt" $n))) -}}
@@@BODY {{ $n }} {{ with $r.Err }}ERR {{ . }}{{ else }}OK {{ $r.Value }}{{ end }}
{{ end -}}
@@@END
"""
_HOOKS = {
    "_markup/render-codeblock.html": "<pre>{{ .Inner | string | htmlEscape | safeHTML }}</pre>",
    "_markup/render-passthrough.html": (
        "<x-math>{{ .Inner | string | htmlEscape | safeHTML }}</x-math>"
    ),
    "_markup/render-heading.html": (
        '<h{{ .Level }}{{ with .Attributes.id }} id="{{ . }}"{{ end }}'
        '{{ with .Attributes.class }} class="{{ . }}"{{ end }}>{{ .Text }}</h{{ .Level }}>'
    ),
    "_markup/render-blockquote.html": (
        '<blockquote>{{ if eq .Type "alert" }}<x-alert>{{ .AlertType }}{{ .AlertSign }}</x-alert>'
        "{{ if and .AlertTitle (ne (.AlertTitle | plainify | lower) .AlertType) }}"
        "<x-title>{{ .AlertTitle }}</x-title>{{ end }}{{ end }}{{ .Text }}</blockquote>"
    ),
    "_shortcodes/one.html": "HscZ",
    "_shortcodes/two.html": (
        '{{ with .Inner }}Hsi{{ printf "%x" ($.Page.RenderString (dict "display" "block") . '
        "| string) }}Z{{ else }}HscZ{{ end }}"
    ),
    "_shortcodes/pone.html": "HspZ",
    "_shortcodes/ptwo.html": "HspZ{{ .Inner }}HspZ",
    "_shortcodes/pline.html": "\n\nHspZ\n\n",
    "_shortcodes/plines.html": "\n\nHspZ\n\n{{ .Inner }}\n\nHspZ\n\n",
}
_TOKEN = re.compile(r"Hs(?:c|p|i([0-9a-f]*))Z")
_VERBATIM = {"pre", "code", "x-math"}
_VOID = {
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "track",
    "wbr",
}


def body_of(text: str) -> str:
    """The body of a note with its shortcodes renamed to the four that have templates here."""
    text = text[read_front_matter(text).body_start :].removeprefix("\ufeff")
    calls = scan(text).shortcodes
    parts, position = [], 0
    for call in calls:
        opening = calls[call.partner] if call.closing and call.partner is not None else call
        paired = opening.inner_span is not None
        name = "two" if paired else "one"
        if opening.notation == "%":
            name = "p" + name
            tags = [opening.span, opening.close_span or opening.span]
            if all(_alone(text, *span) for span in tags):
                # what stands alone on its line is taken for a block of its own
                name = "plines" if paired else "pline"
        left, right = ("{{<", ">}}") if opening.notation == "<" else ("{{%", "%}}")
        parts.append(text[position : call.span.start])
        parts.append(f"{left} {'/' if call.closing else ''}{name} {right}")
        position = call.span.end
    # Without any call Hugo's RenderString leaves escaped calls as they are.
    return "".join(parts) + text[position:] + "\n\n{{< one >}}\n"


def _alone(text: str, start: int, end: int) -> bool:
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    before = text[line:start]
    return not before.strip() and len(before) < 4 and not text[end : max(stop, end)].strip()


def render(bodies: Sequence[str], hugo: str = "hugo") -> list[str | None]:
    """The HTML that Hugo makes of each body; None where it refuses."""
    with tempfile.TemporaryDirectory(prefix="goldmark-") as folder:
        root = Path(folder)
        files = {"hugo.toml": _CONFIG, "layouts/home.html": _HOME, "count.txt": str(len(bodies))}
        files |= {f"layouts/{name}": text for name, text in _HOOKS.items()}
        files |= {f"bodies/{number:06d}.txt": body for number, body in enumerate(bodies, 1)}
        (root / "content").mkdir()
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        command = [hugo, "--quiet", "--logLevel", "error", "-s", folder, "-d", str(root / "public")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        page = root / "public" / "index.html"
        if not page.exists():
            raise RuntimeError(f"hugo failed: {done.stderr}{done.stdout}")
        text = page.read_bytes().decode()
    results: list[str | None] = [None] * len(bodies)
    parts = re.split(r"^@@@(?:BODY (\d{6}) (OK|ERR) |END)", text, flags=re.M)
    for index in range(1, len(parts) - 3, 3):
        number, status, value = parts[index : index + 3]
        if number and status == "OK":
            results[int(number) - 1] = value
    return results


class _Events(HTMLParser):
    """Tags (with addresses and titles) and text, white space as one space."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.events: list[str] = []
        self.skipping = 0
        self.verbatim = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = dict(attrs)
        if self.skipping or "footnote-backref" in (facts.get("class") or ""):
            self.skipping += tag not in _VOID
            return
        if tag in _VERBATIM:
            self.verbatim += 1
            if self.verbatim > 1:
                return
        shown = [tag]
        for name in ("href", "src", "title", "alt"):
            if facts.get(name) is not None:
                value = _TOKEN.sub("§", unquote(facts[name] or ""))
                shown.append(f"{name}={' '.join(value.split())}")
        if tag[0] == "h" and tag[1:].isdigit():
            shown += [f"{name}={facts[name]}" for name in ("id", "class") if facts.get(name)]
        self.events.append("<" + " ".join(shown))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.skipping:
            self.skipping -= tag not in _VOID
        elif tag in _VERBATIM and self.verbatim:
            self.verbatim -= 1
            if not self.verbatim:
                self.events.append("/" + tag)
        elif tag not in _VOID:
            self.events.append("/" + tag)

    def handle_comment(self, data: str) -> None:
        self.events.append("<!" + " ".join(data.split()))

    def handle_data(self, data: str) -> None:
        if self.skipping:
            return
        position = 0
        if self.verbatim:
            data = _TOKEN.sub("§", data)
        for match in _TOKEN.finditer(data):
            self._text(data[position : match.start()])
            position = match.end()
            self.events.append("<sc")
            if match.group(1):
                self.events += events(bytes.fromhex(match.group(1)).decode())
            self.events.append("/sc")
        self._text(data[position:])

    def _text(self, data: str) -> None:
        data = " ".join(data.split())
        if data:
            if self.events and self.events[-1].startswith("="):
                self.events[-1] += " " + data
            else:
                self.events.append("=" + data)


def events(html: str) -> list[str]:
    """The events of a piece of HTML."""
    html = re.sub(r"<tbody>\s*</tbody>", "", html)
    html = re.sub(r"<p>(Hs(?:c|p|i[0-9a-f]*)Z)</p>", r"\1", html)
    parser = _Events()
    with suppress(AssertionError):  # html.parser gives up on <![x
        parser.feed(html)
        parser.close()
    return [re.sub(r"\s+", "", one) if one.startswith("=") else one for one in parser.events]


def our_events(body: str, markup: Markup = MARKUP) -> list[str]:
    """The events that our tree stands for."""
    nodes = parse(body, 0, len(body), markup, scan(body))
    return events(Writer(body, nodes).document(nodes))


def first_difference(ours: Sequence[str], theirs: Sequence[str]) -> str:
    """Where two lists of events part, for a person to read; empty when they are equal."""
    if list(ours) == list(theirs):
        return ""
    at = next(
        (i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b),
        min(len(ours), len(theirs)),
    )
    return (
        f"ours {list(ours[max(at - 2, 0) : at + 3])} Hugo {list(theirs[max(at - 2, 0) : at + 3])}"
    )


def compare(bodies: Sequence[str], hugo: str = "hugo") -> list[str | None]:
    """For each body "" when we read it as Hugo does, else how not; None when Hugo refuses it."""
    found: list[str | None] = []
    for body, html in zip(bodies, render(bodies, hugo), strict=True):
        found.append(None if html is None else first_difference(our_events(body), events(html)))
    return found


def main(folders: Sequence[str]) -> None:
    """Print the share of notes in `folders` that are read as Hugo reads them."""
    paths = [
        path for folder in folders for path in sorted(Path(folder).rglob("*.md")) if path.is_file()
    ]
    bodies = [body_of(path.read_bytes().decode("utf-8", "replace")) for path in paths]
    hugo = str(Path(sys.executable).parent / "hugo")
    results = compare(bodies, hugo)
    equal = sum(result == "" for result in results)
    judged = sum(result is not None for result in results)
    for path, result in zip(paths, results, strict=True):
        if result:
            sys.stdout.write(f"{path}\n    {result[:600]}\n")
    share = equal / max(judged, 1)
    sys.stdout.write(f"{equal} of {judged} notes ({share:.1%}) are read as Hugo reads them\n")


if __name__ == "__main__":
    main(sys.argv[1:])
