"""More of what real sites have, put into a random one: render hooks, shortcodes, other notations of
the same references, front matter in TOML and JSON.
"""

import json
import random
import re

LINK_HOOKS = (
    '<a href="{{ .Destination | safeURL }}">{{ .Text | safeHTML }}</a>',
    """{{- $to := .Destination -}}{{- $parts := urls.Parse $to -}}
{{- if hasPrefix $to "/" -}}
  {{- with .Page.GetPage $parts.Path -}}
    {{- $to = .RelPermalink -}}{{- with $parts.Fragment }}{{ $to = printf "%s#%s" $to . }}{{ end -}}
  {{- end -}}
{{- end -}}<a href="{{ $to }}">{{ .Text | safeHTML }}</a>""",
    """{{- $to := .Destination -}}{{- $parts := urls.Parse $to -}}
{{- if and $parts.Path (not $parts.IsAbs) -}}
  {{- with or (.PageInner.GetPage $parts.Path) (.PageInner.Resources.Get $parts.Path) -}}
    {{- $to = .RelPermalink -}}{{- with $parts.Fragment }}{{ $to = printf "%s#%s" $to . }}{{ end -}}
  {{- end -}}
{{- end -}}<a href="{{ $to }}">{{ .Text | safeHTML }}</a>""",
)
IMAGE_HOOKS = (
    '<img src="{{ .Destination | safeURL }}" alt="{{ .PlainText }}">',
    """{{- $to := .Destination -}}{{- $parts := urls.Parse $to -}}
{{- with or (.PageInner.Resources.Get $parts.Path) (resources.Get $parts.Path) -}}
  {{- $to = .RelPermalink -}}
{{- end -}}<img src="{{ $to }}" alt="{{ .PlainText }}">""",
    """{{- $to := .Destination -}}
{{- if hasPrefix $to "/" -}}
  {{- $to = relURL (strings.TrimPrefix "/" $to) -}}
{{- else if and (eq .Page.Kind "page") (not .Page.BundleType) -}}
  {{- $to = printf "../%s" $to -}}
{{- end -}}<img src="{{ $to }}" alt="{{ .PlainText }}">""",
)
HEADING_HOOKS = (
    '<h{{ .Level }} id="{{ .Anchor }}">{{ .Text | safeHTML }}</h{{ .Level }}>\n',
    '<h{{ .Level }}{{ if gt .Level 2 }} id="{{ .Anchor }}"{{ end }}>{{ .Text | safeHTML }}</h{{ .Level }}>\n',
)
SHORTCODES = {
    "md": "<div>{{ .Inner | markdownify }}</div>",
    "bloco": '<div>{{ .Page.RenderString (dict "display" "block") .Inner }}</div>',
    "cru": "<div>{{ .Inner | safeHTML }}</div>",
    "nu": "{{ .Inner }}",
    "solo": "<b>solo</b>",
}
INSERTS = (
    "{{< bloco >}}\n## Uso\n\n## Novo\n\n## Uso\n{{< /bloco >}}",
    "{{< md >}}\n## Olá Mundo\n\ntexto\n\n### Dentro\n{{< /md >}}",
    "{{< cru >}}\n<i id=\"ancora\">x</i>\n\n## Nada\n{{< /cru >}}",
    "{{% nu %}}\n## Uso\n\n## Perc\n{{% /nu %}}",
    "{{< bloco >}}\n{{< md >}}\n## Fundo\n{{< /md >}}\n\n## Fundo\n{{< /bloco >}}",
    "## Com {{< solo >}} dentro",
    "## Com {{% nu %}}mais{{% /nu %}} dentro",
    '{{< details summary="d" >}}\n## Uso\n\n<span id="na-lista">x</span>\n{{< /details >}}',
    "Texto[^a] e[^a].\n\n[^a]: Nota.",
)  # fmt: skip
_MARK = re.compile(r"^R(\d+): (.*)$", re.M)


def enrich(rnd: random.Random, files: dict[str, str], notes: list[str]) -> None:
    """Change `files`, of which `notes` are the paths with marked references."""
    for kind, hooks in (("link", LINK_HOOKS), ("image", IMAGE_HOOKS), ("heading", HEADING_HOOKS)):
        if rnd.random() < 0.3:
            folder = rnd.choice(("layouts/_markup", "layouts/_default/_markup"))
            files[f"{folder}/render-{kind}.html"] = rnd.choice(hooks)
    for name, text in SHORTCODES.items():
        files[f"layouts/_shortcodes/{name}.html"] = text
    for path in notes:
        front, body = files[path].removeprefix("---\n").split("---\n", 1)
        body = _MARK.sub(lambda match: _rewritten(rnd, match[1], match[2]), body)
        for _ in range(rnd.choice((0, 0, 1, 2))):
            body = rnd.choice((f"{_insert(rnd)}\n\n{body}", f"{body}\n\n{_insert(rnd)}\n"))
        files[path] = _front(rnd, front) + body


def _insert(rnd: random.Random) -> str:
    return rnd.choice(INSERTS)


def _rewritten(rnd: random.Random, number: str, text: str) -> str:
    """The reference in another notation, or as it is."""
    if rnd.random() < 0.6:
        return f"R{number}: {text}"
    link = re.fullmatch(r"\[x\]\(<([^>]*)>\)", text)
    image = re.fullmatch(r"!\[i\]\(<([^>]*)>\)", text)
    ref = re.fullmatch(r'\[x\]\(\{\{< (\w+) "([^"]*)" >\}\}\)', text)
    if link is not None:
        target = link[1]
        if (
            target.startswith("https://")
            and rnd.random() < 0.5
            and not re.search(r"[\s<>]", target)
        ):
            return f"R{number}: <{target}>"
        return f"R{number}: [x][d{number}]\n\n[d{number}]: <{target}>"
    if image is not None:
        target = image[1]
        ways = (f"![i][d{number}]\n\n[d{number}]: <{target}>", f'![i](<{target}> "Título")')
        return f"R{number}: {rnd.choice(ways)}"
    if ref is not None:
        name, target = ref[1], ref[2]
        ways = (
            f'[x]({{{{% {name} "{target}" %}}}} "Título")',
            f'[x]({{{{< {name} path="{target}" >}}}})',
            f"[x]({{{{< {name} `{target}` >}}}})",
            f'[x]({{{{< {name} "{target}" "html" >}}}})',
            f'[x]({{{{< {name} path="{target}" outputFormat="rss" >}}}})',
            f'[x]({{{{<{name} "{target}">}}}})',
        )
        return f"R{number}: {rnd.choice(ways)}"
    return f"R{number}: {text}"


def _front(rnd: random.Random, front: str) -> str:
    """The front matter (lines of `key: JSON`) as YAML, TOML or JSON."""
    lines = [line.partition(": ") for line in front.splitlines()]
    values = {key: _value(value) for key, _, value in lines}
    form = rnd.choice(("yaml", "yaml", "toml", "json"))
    if form == "yaml" or len(values) != len(lines) or any(one is None for one in values.values()):
        return f"---\n{front}---\n"
    if form == "json":
        return json.dumps(values, ensure_ascii=False, indent=1) + "\n"
    return "+++\n" + "".join(f"{key} = {_toml(one)}\n" for key, one in values.items()) + "+++\n"


def _value(text: str) -> object:
    """The value of a line, None for what is no JSON."""
    try:
        found: object = json.loads(text)
    except ValueError:
        return "yes" if text == "yes" else None
    return found


def _toml(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k)} = {_toml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
