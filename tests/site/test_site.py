"""The site through its public face: folders without configuration, facts, anchors, suggestions."""

import marshal
from pathlib import Path

from notelint.core import Span
from notelint.note.note import read
from notelint.note.reference import Reference
from notelint.site.facts import facts_from_plain, facts_of, facts_to_plain
from notelint.site.site import Site
from notelint.site.workspace import Settings, Workspace
from tests.site.differential import load
from tests.small_site import write


def loose(root: Path, *paths: str) -> Site:
    """The notes at `paths` of a folder that is no site."""
    workspace = Workspace.open(root, Settings(language="pt"))
    facts = {}
    for path in paths:
        note = read(
            path,
            (root / path).read_bytes(),
            language="pt",
            markup=workspace.markup,
            shortcodes=workspace.shortcode_table,
        )
        facts[path] = facts_of(note, workspace)
    return Site.of(workspace, facts)


def verdicts(site: Site, path: str) -> list[tuple[str, bool | None]]:
    """Target and verdict of every reference of a note."""
    return [(one.target, found.found) for one, found in site.resolved(site.pages[path])]


def test_a_folder_without_configuration_knows_what_lies_beside_the_note(tmp_path: Path) -> None:
    write(tmp_path / "foto.png", "")
    write(tmp_path / "outra.md", "## Aqui\n")
    text = (
        "![a](foto.png) ![b](Foto.png) ![c](nada.png) ![d](/img/x.png)\n"
        "[e](outra.md) [f](outra.md#aqui) [g](outra/) [h](fora/) [i](sumida.md)\n"
        '[j]({{< relref "outra" >}}) [k]({{< relref "docs/outra#x" >}}) <img src="foto.png">\n'
    )
    write(tmp_path / "nota.md", text)
    assert verdicts(loose(tmp_path, "nota.md", "outra.md"), "nota.md") == [
        ("foto.png", True),
        ("Foto.png", False),
        ("nada.png", False),
        ("/img/x.png", None),
        ("outra.md", True),
        ("outra.md#aqui", True),
        ("outra/", True),
        ("fora/", None),
        ("sumida.md", False),
        ("outra", True),
        ("docs/outra#x", False),
        ("foto.png", True),
    ]


def test_facts_are_plain(tmp_path: Path) -> None:
    write(tmp_path / "hugo.toml", "")
    write(
        tmp_path / "content/a.md",
        "+++\ntitle = 'A'\ndate = 2024-05-06\ntags = ['x', 'y']\n+++\n## T {#t}\n\n[x](b.md#t)\n",
    )
    facts = load(tmp_path).pages["content/a.md"].facts
    plain = marshal.loads(marshal.dumps(facts_to_plain(facts)))
    assert facts_from_plain(plain) == facts
    assert facts.front["date"] == "2024-05-06"
    assert facts.value_span("tags.1") is not None
    assert facts.headings[0].id == "t"
    assert facts.references[0] == Reference(
        "link", "markdown", "b.md#t", facts.references[0].span, facts.references[0].target_span
    )


def test_anchors_that_may_come_from_elsewhere_are_not_judged(tmp_path: Path) -> None:
    write(tmp_path / "hugo.toml", "")
    write(tmp_path / "layouts/_shortcodes/limpo.html", "<b>{{ .Inner }}</b>")
    write(tmp_path / "layouts/_shortcodes/faz.html", '<i id="faz-{{ .Ordinal }}"></i>')
    write(tmp_path / "layouts/_shortcodes/tudo.html", '<i id="{{ .Get 0 }}"></i>')
    write(tmp_path / "content/a.md", "## Um\n\n{{< limpo >}}x{{< /limpo >}}\n")
    write(tmp_path / "content/b.md", "## Um\n\n{{< faz >}}\n")
    write(tmp_path / "content/c.md", "## Um\n\n{{< tudo dois >}}\n")
    site = load(tmp_path)
    a, b, c = (site.pages[f"content/{name}.md"] for name in "abc")
    assert [site.has_anchor(a, one) for one in ("um", "dois", "Top", ":~:text=x")] == [
        True,
        False,
        True,
        True,
    ]
    assert [site.has_anchor(b, one) for one in ("um", "dois", "faz-0")] == [True, False, None]
    assert [site.has_anchor(c, one) for one in ("um", "dois")] == [True, None]


def test_front_matter_files_are_found_in_any_way_a_theme_may_look(tmp_path: Path) -> None:
    write(tmp_path / "hugo.toml", "")
    for name in ("content/n/a.png", "static/img/s.png", "assets/as.png"):
        write(tmp_path / name, "")
    images = [
        "a.png",
        "A.png",
        "/img/s.png",
        "img/s.png",
        "as.png",
        "https://x.org/y.png",
        "nada.png",
    ]
    write(tmp_path / "content/n/index.md", f"---\ntitle: N\nimages: {images}\n---\n")
    assert verdicts(load(tmp_path), "content/n/index.md") == [
        *((one, True) for one in images[:5]),
        (images[5], None),
        (images[6], False),
    ]


def test_a_reference_that_a_shortcode_makes_is_not_judged(tmp_path: Path) -> None:
    write(tmp_path / "hugo.toml", "")
    write(tmp_path / "content/a.md", "[x]({{< param base >}}/nada/) ![y]({{< param i >}}.png)\n")
    site = load(tmp_path)
    page = site.pages["content/a.md"]
    assert [found.found for _, found in site.resolved(page)] == [None, None]


def test_addresses_of_lists_and_adapters_are_left_alone(tmp_path: Path) -> None:
    write(tmp_path / "hugo.toml", "")
    write(
        tmp_path / "content/posts/a.md", "[x](/posts/page/2/) [y](/auto/coisa/) [z](/nada/page/2/)"
    )
    write(tmp_path / "content/auto/_content.gotmpl", "")
    assert [v for _, v in verdicts(load(tmp_path), "content/posts/a.md")] == [None, None, False]
    write(tmp_path / "hugo.toml", "[pagination]\npath = 'pagina'\n")
    write(tmp_path / "content/posts/b.md", "[x](/posts/pagina/2/) [y](/posts/page/2/)")
    assert [v for _, v in verdicts(load(tmp_path), "content/posts/b.md")] == [None, False]


def test_pages_that_adapters_may_make_are_not_missing(tmp_path: Path) -> None:
    refs = ("auto", "auto/coisa", "/auto/coisa.md", "../auto/coisa", "coisa", "posts/coisa")
    text = "".join(f'[x]({{{{< relref "{one}" >}}}})\n' for one in refs)
    write(tmp_path / "hugo.toml", "[markup.goldmark.renderHooks.link]\nuseEmbedded = 'always'\n")
    write(tmp_path / "content/posts/a.md", f"{text}[y](/auto/coisa.md) [z](/posts/coisa.md)\n")
    write(tmp_path / "content/Auto/_content.pt.gotmpl", "")
    site = load(tmp_path)
    assert [v for _, v in verdicts(site, "content/posts/a.md")] == [*[None] * 5, False, None, False]
    assert not any(one.endswith(".gotmpl") for one in site.resolver.outputs.published)


def test_patterns_of_files_are_not_missing(tmp_path: Path) -> None:
    write(tmp_path / "hugo.toml", "")
    hook = (
        '{{ with .Page.Resources.GetMatch (.Get "src") }}<img src="{{ .RelPermalink }}">{{ end }}'
    )
    write(tmp_path / "layouts/_shortcodes/img.html", hook)
    text = "".join(f'{{{{< img src="{one}" >}}}}\n' for one in ("a*", "{a,b}.png", "nada.png"))
    write(tmp_path / "content/n/index.md", text)
    write(tmp_path / "content/n/a.png", "")
    assert [v for _, v in verdicts(load(tmp_path), "content/n/index.md")] == [None, None, False]


def test_ids_of_defined_terms_are_not_judged(tmp_path: Path) -> None:
    write(tmp_path / "hugo.toml", "[markup.goldmark.parser]\nautoDefinitionTermID = true\n")
    write(tmp_path / "content/a.md", "## Um\n\nTermo\n: Que é\n")
    write(tmp_path / "content/b.md", "## Um\n")
    site = load(tmp_path)
    a, b = (site.pages[f"content/{name}.md"] for name in "ab")
    assert [site.has_anchor(a, one) for one in ("um", "termo")] == [True, None]
    assert site.has_anchor(b, "termo") is False


def test_a_draft_is_judged_as_if_it_were_published(tmp_path: Path) -> None:
    write(tmp_path / "hugo.toml", "")
    write(tmp_path / "content/n/a.png", "")
    write(
        tmp_path / "content/n/index.md", "---\ndraft: true\n---\n![a](a.png) ![b](b.png) [c](#x)\n"
    )
    assert [v for _, v in verdicts(load(tmp_path), "content/n/index.md")] == [True, False, True]


def test_resolving_is_quick_enough(tmp_path: Path) -> None:
    """A bound far above what is measured, to catch a look-up that became a search."""
    from time import perf_counter

    write(tmp_path / "hugo.toml", "")
    for number in range(300):
        write(tmp_path / f"content/s{number % 10}/n{number}.md", "x")
    site = load(tmp_path)
    page = site.pages["content/s1/n1.md"]
    references = [
        Reference("relref", "shortcode", f"s{n % 10}/n{n}", Span(0, 1), Span(0, 1), shortcode="ref")
        for n in range(300)
    ]
    site.resolve(references[0], page)
    start = perf_counter()
    assert all(site.resolve(one, page).found for one in references)
    assert perf_counter() - start < 0.3
