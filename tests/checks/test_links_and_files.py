"""What is said of references that lead nowhere, and what is offered instead."""

from pathlib import Path

import pytest

from notelint.core import Diagnostic, apply_edits
from notelint.runner import Request, run
from tests.small_site import write_site

RULES = (
    *("ref-missing", "link-missing", "link-case", "link-draft", "image-missing", "anchor-missing"),
    "slug-duplicate",
)
SITE = {
    "hugo.toml": 'baseURL = "https://exemplo.org/"\ndefaultContentLanguage = "pt"\n'
    "markup.goldmark.renderer.unsafe = true\n[languages.pt]\nweight = 1\n[languages.en]\nweight = 2\n",
    "_index.md": "---\ntitle: Casa\n---\n",
    "curso/_index.md": "---\ntitle: Curso\n---\n",
    "curso/redes.md": "---\ntitle: Redes\n---\n## Função de perda\n\n## Treino\n\n## Treino\n",
    "curso/rnn/index.md": "---\ntitle: RNN\n---\n",
    "curso/rnn/Célula.png": "",
    "curso/rnn/esquema.svg": "",
    "curso/lado.png": "",
    "only.en.md": "---\ntitle: Only\n---\n",
    "rascunho.md": "---\ntitle: R\ndraft: true\n---\n",
    "sem.md": "---\ntitle: S\nheadless: true\n---\n",
    "outra/redes.md": "---\ntitle: Outra\nslug: nova\n---\n",
    "static/fotos/praia.jpg": "",
}
CASES = [
    # (path, text, rule, message, what stands there after the first fix)
    (
        "n.md",
        '[x]({{< relref "only" >}})',
        "ref-missing",
        'exists only in another language; write {{< relref path="only" lang="en" >}}',
        None,
    ),
    ("n.md", '[x]({{< relref "redes" >}})', "ref-missing", "“/curso/redes”, “/outra/redes”", None),
    ("n.md", '[x]({{< relref "sem" >}})', "ref-missing", "headless", None),
    ("n.md", '[x]({{< relref path="n" lang="fr" >}})', "ref-missing", "no language “fr”", None),
    ("n.md", '[x]({{< relref "n" "amp" >}})', "ref-missing", "no output format “amp”", None),
    (
        "n.md",
        '[x]({{< relref "/outra/nova" >}})',
        "ref-missing",
        "did you mean “/outra/redes”",
        "/outra/redes",
    ),
    (
        "n.md",
        '[x]({{< ref "cursos/rnn/" >}})',
        "ref-missing",
        "did you mean “curso/rnn/”",
        "curso/rnn/",
    ),
    ("n.md", '[x]({{< relref "rascunho#y" >}})', "link-draft", "is a draft", None),
    ("n.md", "[x](/rascunho/)", "link-draft", "content/rascunho.md", None),
    ("n.md", '<a href="/outra/redes/">x</a>', "link-missing", "did you mean", "/outra/nova/"),
    ("n.md", "[x](/curso/rmn/)", "link-missing", "did you mean “/curso/rnn/”", "/curso/rnn/"),
    (
        "n.md",
        '<a href="/Curso/rnn/?a=1">x</a>',
        "link-case",
        "“/curso/rnn/?a=1”",
        "/curso/rnn/?a=1",
    ),
    ("n.md", "[x](/Curso/rnn/#)", "link-case", "“/curso/rnn/#” in other letters", "/curso/rnn/#"),
    ("n.md", "[x](Curso/Redes.md)", "link-case", "Hugo finds it all the same", "curso/redes.md"),
    ("n.md", "[x](curso/redes)", None, "", None),
    (
        "curso/rnn/index.md",
        "![Um esquema](Esquema.svg)",
        "link-case",
        "other programs do not",
        "esquema.svg",
    ),
    ("n.md", "[x](/only/)", "link-missing", "did you mean “/en/only/”", "/en/only/"),
    ("n.md", "[x][r]\n\n[r]: /nada/longe/", "link-missing", "leads nowhere", None),
    ("n.md", "<https://exemplo.org/nada/>", "link-missing", "leads nowhere", None),
    (
        "n.md",
        "[x](curso/redes.md#função-da-perda)",
        "anchor-missing",
        "did you mean “#função-de-perda”",
        "função-de-perda",
    ),
    (
        "n.md",
        '[x]({{< relref "curso/redes#Funcao-de-perda" >}})',
        "anchor-missing",
        "content/curso/redes.md has no “#Funcao-de-perda”; write “#função-de-perda”",
        "função-de-perda",
    ),
    ("n.md", "[x](#nada-disso)", "anchor-missing", "this note has no “#nada-disso”", None),
    (
        "curso/rnn/x.md",
        "![Uma célula](Celula.png)",
        None,
        "",
        None,
    ),
    (
        "curso/rnn/index.md",
        "![Uma célula](Celula.png)",
        "image-missing",
        "image “Celula.png” not found; write “Célula.png”",
        "Célula.png",
    ),
    (
        "curso/rnn/index.md",
        '<img src="esquema.SVG" alt="Um esquema">',
        "image-missing",
        "differs from the file in letter case; write “esquema.svg”",
        "esquema.svg",
    ),
    (
        "curso/rnn/index.md",
        '{{< figure src="esquma.svg" alt="Um esquema" >}}',
        "image-missing",
        "did you mean “esquema.svg”",
        "esquema.svg",
    ),
    (
        "curso/n.md",
        "![Um lado](lado.png)",
        "image-missing",
        "lies beside the note, but the note's address is /curso/n/",
        "../lado.png",
    ),
    (
        "n.md",
        '<img srcset="/fotos/praia.jpg 1x, /fotos/paria.jpg 2x" alt="Uma praia">',
        "image-missing",
        "did you mean “/fotos/praia.jpg”",
        "/fotos/praia.jpg",
    ),
    ("n.md", "<video src='/v.mp4'></video>", "image-missing", "file “/v.mp4” not found", None),
]


def found_in(folder: Path, path: str, text: str) -> list[Diagnostic]:
    """What the rules of this file find in one note of the site."""
    write_site(folder, {**SITE, path: text})
    result = run(Request((folder / "content" / path,), site=folder, select=RULES))
    return [one for checked in result.checked for one in checked.diagnostics]


@pytest.mark.parametrize(("path", "body", "rule", "message", "fixed"), CASES)
def test_what_is_said(
    path: str, body: str, rule: str | None, message: str, fixed: str | None, tmp_path: Path
) -> None:
    text = f"---\ntitle: N\n---\n{body}\n"
    found = found_in(tmp_path, path, text)
    assert [one.rule for one in found] == ([rule] if rule else [])
    if rule is None:
        return
    assert message in found[0].message
    if fixed is None:
        assert not found[0].fixes
        return
    fix = found[0].fixes[0]
    assert fix.edits[0].text == fixed
    mended = apply_edits(text, fix.edits)
    assert found_in(tmp_path, path, mended) == []


def test_only_differences_of_case_and_accent_are_mended_without_asking(tmp_path: Path) -> None:
    body = "![C](Celula.png)\n\n![E](esqema.svg)\n\n## Ação\n\n[a](#acao) [b](#acaos)\n"
    found = found_in(tmp_path, "curso/rnn/index.md", f"---\ntitle: R\n---\n{body}")
    assert {one.message.split("“")[1].split("”")[0]: one.fixes[0].safe for one in found} == {
        "Celula.png": True,
        "esqema.svg": False,
        "#acao": True,
        "#acaos": False,
    }


def test_related_places_explain(tmp_path: Path) -> None:
    (draft,) = found_in(tmp_path, "n.md", "[x](/rascunho/)\n")
    assert draft.related[0].path.endswith("content/rascunho.md")
    (anchor,) = found_in(tmp_path, "n.md", "[x](curso/redes.md#trein)\n")
    assert "Treino" in anchor.related[0].message
    (double,) = found_in(tmp_path, "outra/zz.md", "---\ntitle: Z\nslug: nova\n---\n")
    assert double.rule == "slug-duplicate"
    assert double.related[0].path.endswith("content/outra/redes.md")


def test_pages_of_two_languages_or_hidden_ones_share_no_address(tmp_path: Path) -> None:
    for path in ("outra/zz.en.md",):
        assert found_in(tmp_path, path, "---\ntitle: Z\nslug: nova\n---\n") == []
    draft = "---\ntitle: Z\nslug: nova\ndraft: true\n---\n"
    assert found_in(tmp_path, "outra/zz.md", draft) == []
