"""What is translated, sentence by sentence, and what is not."""

import pytest

from notelint.translation.fields import passages_alone
from notelint.translation.protect import protect
from notelint.translation.restore import with_lost_tokens
from notelint.translation.segments import segments_of
from tests.translation.engines import note_of

CASES = {
    "sentences": ("Uma frase. Outra frase.", ["Uma frase.", "Outra frase."]),
    "abbreviations": ("O Sr. Silva viu a Fig. 2.", ["O Sr. Silva viu a Fig. 2."]),
    "marks are not cut": ("**Um. Dois.** Três.", ["Um.", "Dois.", "Três."]),
    "a mark over two sentences holds them together": (
        "Antes **meio. Depois** fim.",
        ["Antes **meio. Depois** fim."],
    ),
    "wrappers stay outside": ("[**Todo o texto**](/x)", ["Todo o texto"]),
    "a row of links": ("[um](/a) | [dois](/b)", ["um", "dois"]),
    "code inside": ("Use `x` aqui.", ["Use `x` aqui."]),
    "no letters": ("12 + 3 = `15`", []),
    "footnotes at the end": ("Texto.[^1] Mais.\n\n[^1]: Nota.", ["Texto.", "Mais.", "Nota."]),
    "hard breaks": ("um\\\ndois  \ntrês", ["um", "dois", "três"]),
    "soft breaks are spaces": ("> uma\n> linha", ["uma linha"]),
    "table": ("| a | b `c` |\n|---|---|\n| d | 1 |", ["a", "b `c`", "d"]),
    "alt and titles": ('![alt *a*](x.png "título")', ["alt *a*", "título"]),
    "reference titles": ('[x]\n\n[x]: /y "título"', ["x", "título"]),
    "alert": ("> [!NOTE] Título\n> Texto.", ["Título", "Texto."]),
    "definition list": ("Termo\n: Definição.", ["Termo", "Definição."]),
    "task": ("- [x] feito", ["feito"]),
    "html text and attributes": (
        '<div title="dica"><p>Um <b>texto</b>.</p><code>não</code></div>',
        ["Um <b>texto</b>.", "dica"],
    ),
    "html not for translation": ('<p translate="no">não</p><p class="notranslate">nem</p>', []),
    "tags that are none": (
        '<p>Um</p>\n<!-- <b title="não"> -->\n<script title="sim">\'<i title="não">\'</script>',
        ["Um", "sim"],
    ),
    "code blocks and math": ("```\nnão\n```\n\n    nem\n\n\\[ x \\]", []),
    "addresses": ("https://x.org/aqui e a@b.co", ["https://x.org/aqui e a@b.co"]),
    "shortcode parameters": (
        '{{< figure src="a.png" title="Um título" class="c" >}}',
        ["Um título"],
    ),
    "inner markdown": (
        '{{< desconhecido x="não" >}}\nTexto **aqui**.\n{{< /desconhecido >}}',
        ["Texto **aqui**."],
    ),
    "raw inner text": ("{{< highlight go >}}\nnão\n{{< /highlight >}}", []),
    "comments": ("Texto. <!-- não --> Mais.", ["Texto.", "Mais."]),
    "summary divider": ("Antes. <!--more--> Depois.", ["Antes.", "Depois."]),
}


@pytest.mark.parametrize("name", CASES)
def test_segments(name: str) -> None:
    text, expected = CASES[name]
    assert [
        segment.text for segment in segments_of(passages_alone(note_of(f"{text}\n")))
    ] == expected


FRONT = {
    "yaml": "---\ntitle: Um título\nLinkTitle: 'Curto'\ntags: [não]\ndescription: >\n  Duas frases. Aqui.\n---\n",
    "toml": (
        "+++\ntitle = \"Um título\"\nlinkTitle = 'Curto'\ntags = ['não']\n"
        "description = 'Duas frases. Aqui.'\n+++\n"
    ),
    "json": '{"title": "Um título", "linkTitle": "Curto", "tags": ["não"], "description": "Duas frases. Aqui."}\n',
}


@pytest.mark.parametrize("style", FRONT)
def test_front_matter(style: str) -> None:
    found = [segment.text for segment in segments_of(passages_alone(note_of(FRONT[style])))]
    assert found == ["Um título", "Curto", "Duas frases.", "Aqui."]


def test_ids_stay_while_texts_do() -> None:
    before = segments_of(passages_alone(note_of("Um.\n\nDois. Três.\n\nDois.\n")))
    after = segments_of(passages_alone(note_of("Novo.\n\nUm.\n\nDois. Três mudou.\n\nDois.\n")))
    assert {s.id for s in before if s.text in ("Um.", "Dois.")} <= {s.id for s in after}
    assert len({segment.id for segment in before}) == len(before)


def test_what_an_engine_is_sent() -> None:
    (segment,) = segments_of(passages_alone(note_of("O **[link](/x) em `a`** e `b` [1].\n")))
    protected = protect(segment)
    assert protected.clean == "O link em [2] e [3] [1]."
    assert protected.with_tokens() == "O [4][5]link[/5] em [2][/4] e [3] [1]."
    assert protected.with_tokens(hollow=True) == "O [4] e [3] [1]."


@pytest.mark.parametrize(
    ("source", "answer", "expected"),
    [
        ("grava e **apaga** a chave", "saves and [0] deletes the key", "saves and [0] deletes[/0] the key"),
        ("grava e **apaga** a chave", "saves and deletes[/0] the key", "saves and [0]deletes[/0] the key"),
        ("grava e **apaga** a chave", "saves and deletes the key", "saves and deletes the key"),
        ("**muito** e [pouco](x)", "[1] little[/1] and [0] much.", "[1] little[/1] and [0] much[/0]."),
        ("**um dois três** quatro", "[0] one two three four", "[0] one two three four"),
    ],
)  # fmt: skip
def test_a_token_that_lost_its_partner(source: str, answer: str, expected: str) -> None:
    (segment,) = segments_of(passages_alone(note_of(f"{source}\n")))
    protected = protect(segment)
    assert with_lost_tokens(protected, answer) == expected
