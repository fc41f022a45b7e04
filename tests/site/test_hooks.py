"""Render hooks of themes: what their templates do is read, not run; the real Hugo is the judge."""

from pathlib import Path

import pytest

from notelint.site.hooks import HeadingHook, LinkHook, heading_hook, link_hook
from tests.hugo import build
from tests.site.differential import load
from tests.site.judged import Public
from tests.site.test_semantics import LAYOUT, verdict
from tests.small_site import write

PREFIXES = """
{{- $to := .Destination -}}{{- $parts := urls.Parse $to -}}
{{- $single := and (eq .Page.Kind "page") (not .Page.BundleType) -}}
{{- if hasPrefix $to "/" -}}
  {{- with .Page.Resources.Get $parts.Path -}}{{- $to = .RelPermalink -}}
  {{- else -}}{{- $to = relURL (strings.TrimPrefix "/" $to) -}}{{- end -}}
{{- else if $single -}}
  {{- $to = printf "../%s" $to -}}
{{- end -}}
<img src="{{ $to }}" alt="{{ .PlainText }}">
"""
ROOTED_PAGES = """
{{- $to := .Destination -}}
{{- if strings.HasPrefix $to "/" -}}
  {{- with .Page.GetPage $to -}}{{- $to = .RelPermalink -}}{{- end -}}
{{- end -}}
<a href="{{ $to }}">{{ .Text }}</a>
"""
RESOURCES = """
{{- $u := urls.Parse .Destination -}}{{ $s := $u.String }}
{{- with or (.Page.Resources.Get $u.Path) (resources.Get $u.Path) }}{{ $s = .RelPermalink }}{{ end -}}
<img src="{{ $s }}" alt="{{ .Text }}">
"""
BY_PARTIAL = '{{ partial "elo.html" . }}'
CASES = [
    ("image", PREFIXES, "docs/plain", "![i](lado.png)", "found"),
    ("image", PREFIXES, "docs/plain", "![i](nada.png)", "missing"),
    ("image", PREFIXES, "docs/bun/index", "![i](a.png)", "found"),
    ("image", PREFIXES, "docs/bun/index", "![i](A.png)", "case"),
    ("image", RESOURCES, "docs/bun/index", "![i](A.png)", "found"),
    ("image", RESOURCES, "docs/plain", "![i](as.png)", "found"),
    ("image", RESOURCES, "docs/plain", "![i](lado.png)", "missing"),
    ("link", ROOTED_PAGES, "docs/plain", "[x](/docs/Bun/)", "found"),
    ("link", ROOTED_PAGES, "docs/plain", "[x](/docs/bun/index.md)", "found"),
    ("link", ROOTED_PAGES, "docs/plain", "[x](bun.md)", "missing"),
    ("link", ROOTED_PAGES, "docs/plain", "[x](../bun/)", "found"),
    ("link", BY_PARTIAL, "docs/plain", "[x](bun.md)", "found"),
]


@pytest.mark.parametrize(("kind", "template", "on", "text", "expected"), CASES)
def test_a_hook_is_understood(
    kind: str, template: str, on: str, text: str, expected: str, tmp_path: Path
) -> None:
    write(tmp_path / "hugo.toml", 'baseURL = "https://exemplo.org/"\n')
    write(tmp_path / "layouts/all.html", LAYOUT)
    write(tmp_path / f"layouts/_markup/render-{kind}.html", template)
    partial = "{{ $h := .Destination }}{{ with .Page.GetPage $h }}{{ $h = .RelPermalink }}{{ end }}"
    write(tmp_path / "layouts/_partials/elo.html", partial + '<a href="{{ $h }}">x</a>')
    for name in ("docs/_index", "docs/plain", "docs/bun/index"):
        body = f"R0: {text}\n" if name == on else ""
        write(tmp_path / f"content/{name}.md", f"---\ntitle: T\n---\n{body}")
    for name in ("content/docs/bun/a.png", "content/docs/lado.png", "assets/as.png"):
        write(tmp_path / name, "")
    site = load(tmp_path)
    ((_, found),) = site.resolved(site.pages[f"content/{on}.md"])
    assert verdict(found) == expected
    assert build(tmp_path, tmp_path / "public").returncode == 0
    public = Public(tmp_path / "public", "https://exemplo.org/")
    page = next(one for one in public.by_source() if one.source == f"{on}.md")
    assert public.verdict(page, page.targets[0])[0] is (expected == "found")


def nothing(name: str) -> None:
    """No partial is on disk."""


def test_a_hook_that_cannot_be_read_is_unknown() -> None:
    assert link_hook('{{ partial "nao-ha" . }}', nothing).kind == "unknown"
    assert link_hook("<a>{{ .Text }}</a>", nothing).kind == "unknown"
    assert link_hook('<a href="{{ .Destination }}">', nothing) == LinkHook("custom")


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ('<h{{ .Level }} id="{{ .Anchor }}">{{ .Text }}</h{{ .Level }}>', HeadingHook()),
        (
            '<h{{ .Level }}>{{ if gt .Level 1 }}<a id="{{ .Anchor | safeURL }}"></a>{{ end }}',
            HeadingHook(2),
        ),
        ('<h2 id="{{ .Text | urlize }}">{{ .Text }}</h2>', HeadingHook(1, True)),
        ("<h2{{ range $k, $v := .Attributes }} {{ $k }}={{ $v }}{{ end }}>", HeadingHook()),
    ],
)
def test_heading_hooks(template: str, expected: HeadingHook) -> None:
    assert heading_hook(template, nothing) == expected


def test_an_unknown_theme_is_given_the_benefit_of_the_doubt(tmp_path: Path) -> None:
    from notelint.site.workspace import Settings, Workspace

    write(tmp_path / "hugo.toml", 'theme = "fora-do-disco"\n')
    write(tmp_path / "content/docs/plain.md", "![i](lado.png) ![n](nada.png) [x](outro.md)\n")
    write(tmp_path / "content/docs/outro.md", "x")
    write(tmp_path / "content/docs/lado.png", "")
    site = load(tmp_path)
    page = site.pages["content/docs/plain.md"]
    assert [found.found for _, found in site.resolved(page)] == [True, False, True]
    workspace = Workspace.find(tmp_path, Settings(unknown_hooks="strict"))
    strict = type(site).of(workspace, {one.path: one.facts for one in site.pages.values()})
    found = [found.found for _, found in strict.resolved(strict.pages[page.path])]
    assert found == [False, False, False]


def test_what_an_unseen_theme_may_make_is_not_reported_and_what_it_cannot_is(
    tmp_path: Path,
) -> None:
    write(tmp_path / "hugo.toml", 'theme = "fora"\n[outputs]\nhome = ["html", "impresso"]\n')
    write(tmp_path / "layouts/_markup/render-heading.html", '{{ partial "do/tema.html" . }}')
    write(
        tmp_path / "content/docs/a.md",
        "## Uso\n\n[x](#uso) [y](#nada) [z](outro.md) [w](/index.json) [v](/lista.png)\n",
    )
    site = load(tmp_path)
    page = site.pages["content/docs/a.md"]
    assert [found.found for _, found in site.resolved(page)] == [True, True, False, None, False]
    assert site.has_anchor(page, "uso")
    assert site.has_anchor(page, "nada") is False


def test_an_empty_folder_is_no_theme(tmp_path: Path) -> None:
    from notelint.site.workspace import Workspace

    write(tmp_path / "site/hugo.toml", 'theme = "tema"\n')
    (tmp_path / "site/themes/tema").mkdir(parents=True)
    assert Workspace.find(tmp_path / "site").missing_themes == ("tema",)
    write(tmp_path / "site/themes/tema/theme.toml", "")
    assert Workspace.find(tmp_path / "site").missing_themes == ()


@pytest.mark.parametrize(
    ("template", "starts"),
    [
        ('<div id="aba-{{ .Ordinal }}">{{ .Inner }}</div>', ("aba-",)),
        ('{{ $id := printf "capa-%d" .Ordinal }}<div id="{{ $id }}"></div>', ("capa-",)),
        ('{{ $id := .Get "id" }}<div id="{{ $id }}"></div>', ("",)),
        ('<div id="{{ .Get 0 }}"></div>', ("",)),
        ("<div>{{ .Inner }}</div>", None),
    ],
)
def test_how_the_ids_of_a_shortcode_begin(
    template: str, starts: tuple[str, ...] | None, tmp_path: Path
) -> None:
    from notelint.site.workspace import Workspace

    write(tmp_path / "hugo.toml", "")
    write(tmp_path / "layouts/_shortcodes/x.html", template)
    assert Workspace.find(tmp_path).id_shortcodes.get("x") == starts
