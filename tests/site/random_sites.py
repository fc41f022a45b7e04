"""Random small sites: many of them as sections of one, so that one run of Hugo judges them all."""

import json
import posixpath
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

from tests.site import random_templates

NAMES = (
    "uva",
    "Figo",
    "maçã",
    "kiwi roxo",
    "lima.doce",
    "v1.2",
    "2024-05-01-caju",
    "pera",
    "a&b",
    "C++",
)
HEADINGS = (
    "Olá Mundo", "Ação & Reação!", "C++ e C#", "Uso", "Uso", "uso 1", "**Negrito** e *it*", "`cod` x", "!!!",
    "É ª º", "fim-", "São Paulo — traço", "A  dois", "Emoji 😀 aqui", "barra/x\\y", "&amp; entidade", "_sub_ x_y",
    "Com [link](https://a.org/) e mais", "Meu {#meu-id}", "Outro {#meu-id}", "x <b>y</b> z", "中文 标题", "ǅ ﬁ ①",
    'aspas "retas" e’', "1. Um", "Uso-1", "a_b c", "tab\tfim", "H~2~O", "~~fora~~ dentro", "www.exemplo.org x",
    "<https://a.org/b> y",
    "Nota[^1] z", "a <!-- c --> b", "**`x` y** z", "![Imagem](s.png) dois", "http://a.org/uva e", "\\# x \\* y",
    "Meu id", "a -- b---c", "x...y", "**d'água e *mel* fim** z", "[um *dois* três](https://a.org/) q", "![](s.png)",
    "&#65;bc &lt;d&gt;", "a\\_b \\-c", "'aspas' e", "Fórmula \\(x^2\\) y", ":smile: s", "~~a `b`~~ c", "***a** b* c",
)  # fmt: skip
ABSENT = ("nada", "nao-ha.md", "/longe/daqui/", "../nada/", "x.png", "/img/nada.png")


@dataclass
class Written:
    """One reference as written: kind is "ref", "link" or "image"; `fragment` is what is after #."""

    number: int
    kind: str
    text: str


@dataclass
class RandomSite:
    """Files to write, and the references in them by file and number."""

    files: dict[str, str] = field(default_factory=dict)
    references: dict[str, list[Written]] = field(default_factory=dict)
    config: dict[str, object] = field(default_factory=dict)


def make(seed: int, sections: int = 12) -> RandomSite:
    """A site of that many independent sections; the same for the same seed."""
    rnd = random.Random(seed)
    site = RandomSite()
    site.config = _config(rnd)
    for name in ("static/img/s.png", "static/f.pdf", "assets/as.png", "static/Img/G.png"):
        site.files[name] = ""
    site.files["layouts/all.html"] = LAYOUT
    for number in range(sections):
        _Section(rnd, site, f"s{number}").write()
    _home(rnd, site)
    if seed >= RICHER:
        _richer(random.Random(seed), site)
    if seed >= TEMPLATED:
        random_templates.enrich(random.Random(seed), site.files, list(site.references))
    if seed >= ODDER:
        _odder(random.Random(seed), site)
    site.files["hugo.json"] = json.dumps(site.config, ensure_ascii=False)
    return site


LAYOUT = (
    '<html><body><article data-note="{{ with .File }}{{ .Path }}{{ end }}" '
    'data-lang="{{ .Language.Lang }}" data-here="{{ .RelPermalink }}">{{ .Content }}</article></body></html>'
)


def _config(rnd: random.Random) -> dict[str, object]:
    path = rnd.choice(("", "", "", "/sub/pasta"))
    goldmark: dict[str, object] = {
        "renderer": {"unsafe": True},
        "parser": {
            "autoIDType": rnd.choice(("github", "github", "github-ascii", "blackfriday")),
            "attribute": {"block": rnd.random() < 0.3, "title": True},
        },
        "renderHooks": {
            kind: {"useEmbedded": rnd.choice(("auto", "auto", "always", "never", "fallback"))}
            for kind in ("link", "image")
        },
    }
    if rnd.random() < 0.4:
        goldmark["extensions"] = {
            "typographer": {"disable": rnd.random() < 0.5},
            "passthrough": {"enable": True, "delimiters": {"inline": [["\\(", "\\)"]]}},
        }
    if rnd.random() < 0.2:
        goldmark["duplicateResourceFiles"] = True
    config: dict[str, object] = {
        "baseURL": f"https://exemplo.org{path}/",
        "title": "T",
        "refLinksErrorLevel": "WARNING",
        "refLinksNotFoundURL": "/REFNOTFOUND/",
        "markup": {"goldmark": goldmark},
        "outputs": {kind: ["html"] for kind in ("home", "section", "taxonomy", "term", "page")},
        "defaultContentLanguage": "pt",
    }
    mode = rnd.choice(("one", "one", "names", "names", "folders"))
    if mode == "names":
        config["languages"] = {"pt": {"weight": 1}, "en": {"weight": 2}}
        if rnd.random() < 0.3:
            config["languages"] = {"pt": {"weight": 3}, "en": {"weight": 2}, "fr": {"weight": 1}}
    elif mode == "folders":
        config["languages"] = {
            "pt": {"weight": 1, "contentDir": "content/pt"},
            "en": {"weight": 2, "contentDir": "content/en"},
        }
    if rnd.random() < 0.2:
        config["defaultContentLanguageInSubdir"] = True
    if rnd.random() < 0.15 and "defaultContentLanguageInSubdir" not in config:
        config["uglyURLs"] = True if rnd.random() < 0.5 else {"s0": True, "s1": True}
    if rnd.random() < 0.1:
        config["disablePathToLower"] = True
    if rnd.random() < 0.1:
        config["removePathAccents"] = True
    if rnd.random() < 0.3:
        patterns = (
            "/blog/:slug/", "/:section/:year/:month/:slug/", "/p/:title/", "/:sections/:contentbasename/",
            "/q/:slugorcontentbasename", "/:sections[1:]/:filename/", "/:sections[last]/:slugorfilename/:day/",
        )  # fmt: skip
        config["permalinks"] = {f"s{number}": rnd.choice(patterns) for number in range(0, 12, 2)}
        if rnd.random() < 0.3:
            config["permalinks"] = {
                "page": config["permalinks"],
                "section": {"s1": "/secao/:slug/"},
            }
    if rnd.random() < 0.15:
        config["frontmatter"] = {"date": [":filename", ":default"]}
    if rnd.random() < 0.3:
        config["enableEmoji"] = True
    if rnd.random() < 0.1:
        config["cascade"] = [{"target": {"path": "/s3/**"}, "params": {"x": 1}, "draft": True}]
    return config


RICHER = 5000
"""From this seed on sites have more settings; those below stay as they were when they were kept."""

TEMPLATED = 1_000_000
"""From this seed on sites have templates of their own and more notations, too."""


ODDER = 3_000_000
"""From this seed on sites have settings that few have."""


def _odder(rnd: random.Random, site: RandomSite) -> None:
    """One language that has a name, addresses rewritten at the end, folders that leave files out,
    types of pages.
    """
    config = site.config
    if _mode(site) == "one" and rnd.random() < 0.5:
        config["languages"] = {"pt": {"weight": 1}}
    if rnd.random() < 0.3:
        config["canonifyURLs"] = True
    if _mode(site) != "folders" and "module" not in config and rnd.random() < 0.5:
        files = rnd.choice(
            (["! **uva**"], ["s?/**", "_index.*"], ["**", "! s1/**"], ["! s2/*.png"])
        )
        config["module"] = {
            "mounts": [
                {"source": "content", "target": "content", "files": files},
                {"source": "content/s0", "target": "static/dados", "files": ["**.png"]},
            ]
        }
    hook = """{{ $u := urls.Parse .Destination }}{{ $to := .Destination }}
{{- if and $u.Path (not $u.Host) }}{{ with .Page.GetPage $u.Path }}{{ $to = .RelPermalink }}
{{- with $u.Fragment }}{{ $to = printf "%s#%s" $to . }}{{ end }}{{ end }}{{ end -}}
<a href="{{ $to | safeURL }}">{{ .Text }}</a>"""
    for kind in ("s1", "nota"):
        if rnd.random() < 0.3:
            site.files[f"layouts/{kind}/_markup/render-link.html"] = hook
    for path in [path for path in site.references if rnd.random() < 0.1]:
        site.files[path] = site.files[path].replace("---\n", "---\ntype: nota\n", 1)


def _richer(rnd: random.Random, site: RandomSite) -> None:
    """Taxonomies of other names, kinds that are off, mounts, a theme, terms with files, file names."""
    config, files = site.config, site.files
    if rnd.random() < 0.3:
        config["taxonomies"] = {"tag": "tags", "série": "Séries"}
    elif rnd.random() < 0.1:
        config["taxonomies"] = {}
    if rnd.random() < 0.25:
        off = rnd.choice((["term"], ["taxonomy", "term"], ["section"], ["taxonomy"], ["home"]))
        config["disableKinds"] = off
    folder = "content/pt" if _mode(site) == "folders" else "content"
    if rnd.random() < 0.4:
        values = rnd.choice(("draft: true", "slug: eti", "title: Etiquetas", "url: /et/"))
        files[f"{folder}/tags/_index.md"] = f"---\n{values}\n---\n"
    if rnd.random() < 0.4:
        values = rnd.choice(("draft: true", "slug: u-v-a", "title: Uva", "url: /uvinha/"))
        files[f"{folder}/tags/uva/_index.md"] = f"---\n{values}\n---\n"
        files[f"{folder}/tags/uva/a.png"] = ""
    if rnd.random() < 0.4:
        config["theme"] = "tema"
        files["themes/tema/static/img/s.png"] = ""
        files["themes/tema/static/img/nada.png"] = ""
        files["themes/tema/assets/x.png"] = ""
    if rnd.random() < 0.3 and _mode(site) != "folders":
        config["module"] = {
            "mounts": [
                {"source": "content", "target": "content"},
                {"source": "mais", "target": "content/s0/mais"},
                {"source": "static", "target": "static"},
                {"source": "fotos", "target": "static/img/f"},
                {"source": "assets", "target": "assets"},
            ]
        }
        files["mais/uva.md"] = "---\ntitle: Mais\n---\n"
        files["mais/nota/index.md"] = "---\ntitle: Nota\n---\n"
        files["mais/nota/a.png"] = ""
        files["fotos/nada.png"] = ""
    if rnd.random() < 0.3:
        config["ignoreFiles"] = [rnd.choice(("pera.*\\\\.md$", "/Fotos/", "\\\\.PNG$"))]
    if rnd.random() < 0.2:
        config["disableAliases"] = True
    for path in [path for path in site.references if rnd.random() < 0.15]:
        extra = rnd.choice(_EXTRA_VALUES)
        if f"\n{extra.partition(':')[0]}:" in files[path]:
            continue
        files[path] = files[path].replace("---\n", f"---\n{extra}\n", 1)


_EXTRA_VALUES = (
    "translationKey: chave",
    "séries: [Uva, Duas Palavras]",
    "params: {tags: [pera]}",
    "resources: [{src: '*.png', name: foto.png}]",
    "resources: [{src: '**.{png,svg}', name: 'i-:counter'}]",
    "layout: outro",
    "outputs: [html, json]",
    "publishDate: 2999-05-06",
    "modified: 2020-01-02",
    "lastmod: 2020-01-02",
    "date: 2019-08-09T23:30:00-03:00",
)


def _mode(site: RandomSite) -> str:
    languages = site.config.get("languages")
    if not isinstance(languages, dict):
        return "one"
    return "folders" if "contentDir" in languages["pt"] else "names"


def _home(rnd: random.Random, site: RandomSite) -> None:
    if rnd.random() < 0.5:
        folder = "content/pt" if _mode(site) == "folders" else "content"
        site.files[f"{folder}/_index.md"] = "---\ntitle: Casa\n---\n"
        site.files[f"{folder}/capa.png"] = ""


class _Section:
    """One small site inside a folder of its own."""

    def __init__(self, rnd: random.Random, site: RandomSite, name: str) -> None:
        self.rnd, self.site, self.name = rnd, site, name
        self.pages: list[tuple[str, str, dict[str, object]]] = []
        self.images: list[str] = []
        self.used: set[str] = set()

    def write(self) -> None:
        """Choose pages, then write them with references to one another."""
        rnd = self.rnd
        folders = [self.name]
        for _ in range(rnd.randrange(3)):
            folders.append(f"{rnd.choice(folders)}/{self._name()}")
        for folder in folders:
            if rnd.random() < 0.55:
                self._page(f"{folder}/_index", branch=True)
            for _ in range(rnd.randrange(3)):
                self._page(f"{folder}/{self._name()}")
            if rnd.random() < 0.5:
                bundle = f"{folder}/{self._name()}"
                self._page(f"{bundle}/index")
                self._image(bundle)
                if rnd.random() < 0.4:
                    self._image(f"{bundle}/{rnd.choice(('img', 'Fotos'))}")
                if rnd.random() < 0.2:
                    self._page(f"{bundle}/dentro")
            if rnd.random() < 0.5:
                self._image(folder)
        for path, language, values in self.pages:
            self._write(path, language, values)

    def _name(self) -> str:
        name = self.rnd.choice(NAMES)
        if self.rnd.random() < 0.4:
            name += f"-{self.name}"
        return name

    def _languages(self) -> list[str]:
        mode = _mode(self.site)
        if mode == "one":
            return self.rnd.choice(([""], [""], [""], ["pt"], ["en"]))
        return self.rnd.choice((["pt"], ["pt"], ["pt", "en"], ["pt", "en"], ["en"], ["", "en"]))

    def _page(self, stem: str, *, branch: bool = False) -> None:
        rnd = self.rnd
        for language in self._languages():
            values: dict[str, object] = {"title": rnd.choice(NAMES) + f" {len(self.pages)}"}
            if rnd.random() < 0.12:
                values["slug"] = rnd.choice(("outro", "Meu Slug", "açaí", f"sl-{self.name}"))
            if rnd.random() < 0.06 and not branch:
                values["url"] = rnd.choice(
                    (f"/fora/{self.name}/", f"u-{self.name}", f"/x/{self.name}.html")
                )
            if rnd.random() < 0.1:
                values["draft"] = rnd.choice((True, "yes", "true", 1, False))
            if rnd.random() < 0.05:
                values["date"] = rnd.choice(("2999-01-01", "2020-02-03T10:00:00Z"))
            if rnd.random() < 0.04:
                values["expiryDate"] = "2001-01-01"
            if rnd.random() < 0.05:
                values["build"] = {rnd.choice(("render", "list")): "never"}
            if rnd.random() < 0.03:
                values["headless"] = True
            if rnd.random() < 0.08:
                values["aliases"] = rnd.choice((["/velho/"], ["ali"], [f"/a-{self.name}.html"]))
            if rnd.random() < 0.1:
                values["tags"] = rnd.choice((["Uva"], ["dois três", "uva"], "só"))
            if branch and rnd.random() < 0.15:
                values["cascade"] = rnd.choice(
                    ({"draft": True}, {"target": {"path": f"/{self.name}/**"}, "draft": True},
                     [{"target": {"kind": "page"}, "date": "2021-07-08"}])
                )  # fmt: skip
            self._add(stem, language, values)

    def _add(self, stem: str, language: str, values: dict[str, object]) -> None:
        mode = _mode(self.site)
        if mode == "folders":
            path = f"content/{language or 'pt'}/{stem}.md"
        else:
            path = f"content/{stem}.{language}.md" if language else f"content/{stem}.md"
        if path not in self.used:
            self.used.add(path)
            self.pages.append((path, language, values))

    def _image(self, folder: str) -> None:
        name = self.rnd.choice(
            ("a.png", "B.PNG", "ção.png", "com espaço.png", "c.en.png", "d.pt.svg")
        )
        base = "content"
        if _mode(self.site) == "folders":
            base = self.rnd.choice(("content/pt", "content/en", "content/pt"))
        self.site.files[f"{base}/{folder}/{name}"] = ""
        self.images.append(f"{folder}/{name}")

    def _write(self, path: str, language: str, values: dict[str, object]) -> None:
        rnd = self.rnd
        lines: list[str] = []
        headings = rnd.sample(HEADINGS, rnd.randrange(5))
        written: list[Written] = []
        for heading in headings:
            lines += [f"{'#' * rnd.randrange(2, 5)} {heading}", ""]
        if rnd.random() < 0.2:
            lines += ['<a name="ancora"></a>', "", "> ## Na citação", "", "- ### Na lista", ""]
            lines += [
                "Duas",
                "linhas *aqui* e",
                "Sub `x` y",
                "---",
                "",
                "{#sozinho}",
                "",
                "[^1]: Nota.",
                "",
            ]
            lines += ["## Com bloco", "{#bloco}", "", "Parágrafo", "{#par .c}", ""]
        for number in range(rnd.randrange(2, 9)):
            one = self._reference(number, path)
            written.append(one)
            lines += [f"R{number}: {one.text}", ""]
        front = "".join(
            f"{key}: {value if value == 'yes' else json.dumps(value, ensure_ascii=False)}\n"
            for key, value in values.items()
        )
        self.site.files[path] = f"---\n{front}---\n" + "\n".join(lines)
        self.site.references[path] = written

    def _reference(self, number: int, path: str) -> Written:
        rnd = self.rnd
        kind = rnd.choice(("ref", "ref", "link", "link", "image", "html"))
        if kind == "image":
            return Written(number, "image", f"![i](<{self._image_target(path)}>)")
        if kind == "html":
            if rnd.random() < 0.5:
                return Written(number, "image", f'<img src="{self._image_target(path)}">')
            return Written(number, "link", f'<a href="{self._target(path, link=True)}">x</a>')
        target = self._target(path, link=kind == "link")
        if kind == "link":
            return Written(number, "link", f"[x](<{target}>)")
        name = rnd.choice(("ref", "relref"))
        if rnd.random() < 0.12 and _mode(self.site) != "one":
            code = rnd.choice(("pt", "en", "xx"))
            return Written(number, "ref", f'[x]({{{{< {name} path="{target}" lang="{code}" >}}}})')
        return Written(number, "ref", f'[x]({{{{< {name} "{target}" >}}}})')

    def _image_target(self, path: str) -> str:
        rnd = self.rnd
        if not self.images or rnd.random() < 0.2:
            return rnd.choice(
                (
                    "/img/s.png",
                    "img/s.png",
                    "as.png",
                    "/as.png",
                    "/img/S.png",
                    "nada.png",
                    "/Img/G.png",
                )
            )
        image = rnd.choice(self.images)
        folder = posixpath.dirname(
            path.removeprefix("content/").removeprefix("pt/").removeprefix("en/")
        )
        forms = [
            posixpath.basename(image),
            posixpath.relpath(image, folder),
            "../" + posixpath.basename(image),
            "../" + posixpath.relpath(image, folder),
            "/" + image,
            "./" + posixpath.basename(image),
            posixpath.relpath(image, folder).swapcase(),
            image,
        ]
        target = rnd.choice(forms)
        return quote(target, safe="/.") if rnd.random() < 0.3 else target

    def _target(self, path: str, *, link: bool) -> str:
        rnd = self.rnd
        if rnd.random() < 0.12:
            return rnd.choice(ABSENT)
        if rnd.random() < 0.08:
            return "#" + rnd.choice(("uso", "olá-mundo", "nao", "meu-id", "ancora", "top", "Uso"))
        other, _, values = rnd.choice(self.pages)
        inside = other.removeprefix("content/")
        if _mode(self.site) == "folders" and rnd.random() < 0.9:
            inside = inside.partition("/")[2]
        folder = posixpath.dirname(path.removeprefix("content/"))
        if _mode(self.site) == "folders":
            folder = folder.partition("/")[2]
        stem = inside.removesuffix(".md")
        plain = stem
        for code in (".pt", ".en"):
            plain = plain.removesuffix(code)
        logical = posixpath.dirname(plain) if plain.endswith(("/index", "/_index")) else plain
        relative = posixpath.relpath(logical, folder)
        address = "/" + logical.lower().replace(" ", "-") + "/"
        forms = [
            inside, "/" + inside, stem, "/" + stem, plain, "/" + plain, logical, "/" + logical, logical + "/",
            logical + ".md", logical + ".html", posixpath.relpath(inside, folder), relative, "./" + relative,
            relative + ".md", "../" + relative, posixpath.relpath(logical, posixpath.dirname(folder) or "."),
            posixpath.basename(logical), posixpath.basename(logical) + ".md", posixpath.basename(inside),
            logical.upper(), "content/" + inside, logical + "?x=1", logical + "/index", "_index.md", "index.md",
            "/", "..", "../..", ".", str(values.get("slug") or "x"), str(values.get("url") or "/y/"),
            "/velho/", "/tags/", "/tags/uva/", "tags", "uva", "/categories", address, address.rstrip("/"),
            "/en" + address, "/pt" + address, address + "index.html", "../" + relative + "/",
            "https://exemplo.org" + address, "https://exemplo.org/sub/pasta" + address, "/sub/pasta" + address,
        ]  # fmt: skip
        target = rnd.choice(forms)
        while link and set(target) <= set("./"):
            target = rnd.choice(forms)  # Hugo's link hook stops at [x](..): it takes it for assets/
        if rnd.random() < 0.15:
            target = quote(target, safe="/.:?#")
        if rnd.random() < 0.2 and "?" not in target:
            target += "#" + rnd.choice(
                ("uso", "uso-1", "olá-mundo", "nao-ha", "meu-id", "na-lista")
            )
        return target


def pages_of(site: RandomSite) -> Iterator[str]:
    """The paths of the notes."""
    return (path for path in site.files if path.endswith(".md"))
