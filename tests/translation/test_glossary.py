"""The glossary: what is found in a text, what a translation lacks, and mistakes in the file."""

import time
from pathlib import Path

import pytest

from notelint.core import NotelintError
from notelint.translation.engine import Pair
from notelint.translation.glossary import Glossary, load_glossary

PT_EN = Pair("pt-br", "en")
START = """\
terms:
  - {pt: viés | vieses, en: bias | biases, avoid-en: slant | slants}
  - {pt: rede neural | redes neurais, en: neural network | neural networks}
  - {pt: rede | redes, en: network | networks, avoid-en: net | nets}
  - {pt: ajuste fino, en: fine-tuning / fine tuning, avoid-en: fine adjustment}
  - {pt: IA, en: AI, avoid-en: IA, avoid-pt: AI}
  - pt: alucinação | alucinações
    en: hallucination | hallucinations
    avoid-en: delusion | delusions
names: [Git, GitHub Actions, scikit-learn]
"""


def write(root: Path, text: str, name: str = "terms.pt-en.yaml") -> Path:
    file = root / "rules" / "data" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


@pytest.fixture
def glossary(tmp_path: Path) -> Glossary:
    """Only what START says: ours is replaced or not in the texts below."""
    write(tmp_path, START)
    return load_glossary(PT_EN, tmp_path)


@pytest.fixture(scope="module")
def ours() -> Glossary:
    return load_glossary(PT_EN)


FOUND = [
    ("O viés e os vieses.", ["viés:0", "vieses:1"]),
    ("VIÉS; Viés", ["VIÉS:0", "Viés:0"]),
    ("Redes  neurais são redes", ["Redes  neurais:1", "redes:1"]),
    ("rede\nneural", ["rede\nneural:0"]),
    ("O revés, enviesado: rede-mãe", ["rede:0"]),
    ("ele ia ver a IA", ["IA:0"]),
    ("ajuste\u00a0fino", ["ajuste\u00a0fino:0"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_find(glossary: Glossary, text: str, found: list[str]) -> None:
    assert [f"{f.span.of(text)}:{f.form}" for f in glossary.find(text)] == found


CHECKED = [
    ("O viés.", "The bias.", []),
    ("O viés.", "The biases.", []),
    ("O viés.", "The slant.", [("viés", "bias", "slant", "bias")]),
    ("Vieses.", "Slants.", [("Vieses", "Biases", "Slants", "Biases")]),
    ("VIESES", "SLANTS", [("VIESES", "BIASES", "SLANTS", "BIASES")]),
    ("O viés.", "The tendency.", [("viés", "bias", None, "")]),
    ("O viés e o viés.", "The tendency.", [("viés", "bias", None, "")]),
    ("Ajuste fino", "Fine tuning", []),
    ("A IA.", "The IA.", [("IA", "AI", "IA", "AI")]),
    ("Ele ia.", "He went.", []),
    ("A rede neural e a rede.", "The neural network.", []),
    ("Use o Git.", "Use the Git.", []),
    ("Use o Git.", "Use the Idiot.", [("Git", "Git", None, "")]),
    ("O GitHub Actions.", "The GitHub actions.", [("GitHub Actions", "GitHub Actions", None, "")]),
    ("git", "idiot", []),
]


@pytest.mark.parametrize(("source", "target", "expected"), CHECKED)
def test_check(
    glossary: Glossary, source: str, target: str, expected: list[tuple[str, str, str | None, str]]
) -> None:
    misses = [
        (miss.text, miss.expected[0], miss.wrong and miss.wrong.of(target), miss.fix)
        for miss in glossary.check(source, target)
    ]
    assert misses == expected


MENDED = [
    ("O viés.", "The slant.", "The bias."),
    ("Uma alucinação.", "A delusion.", "A hallucination."),
    ("A IA e o viés", "An IA and a slant", "An AI and a bias"),
    ("É IA", "It is a IA", "It is an AI"),
    ("Os vieses e alucinações", "Slants and delusions", "Biases and hallucinations"),
    ("O viés.", "The bias is no slant.", "The bias is no slant."),
    ("O viés da peça.", "The slant of the slant.", "The slant of the slant."),
    ("Nada disso.", "A slant.", "A slant."),
]


@pytest.mark.parametrize(("source", "target", "mended"), MENDED)
def test_mend(glossary: Glossary, source: str, target: str, mended: str) -> None:
    assert glossary.mend(source, target) == mended
    assert glossary.mend(source, mended) == mended


EXACT = [
    ("Viés", "Bias"),
    (" redes neurais ", "neural networks"),
    ("IA", "AI"),
    ("O viés", None),
    ("viés viés", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "translation"), EXACT)
def test_exact(glossary: Glossary, text: str, translation: str | None) -> None:
    assert glossary.exact(text) == translation


def test_hints(glossary: Glossary) -> None:
    assert glossary.hints("Vieses da IA no Git") == {"vieses": "biases", "ia": "AI"}


def test_the_other_direction(tmp_path: Path) -> None:
    write(tmp_path, START)
    glossary = load_glossary(Pair("en", "pt"), tmp_path)
    assert glossary.exact("Neural networks") == "Redes neurais"
    assert glossary.exact("fine tuning") == "ajuste fino"
    (miss,) = glossary.check("AI is here", "A AI está aqui")
    assert (miss.expected, miss.fix) == (("IA",), "IA")
    assert glossary.mend("AI is here", "A AI está aqui") == "A IA está aqui"


def test_a_site_adds_changes_and_drops(tmp_path: Path, ours: Glossary) -> None:
    assert (ours.exact("viés"), ours.exact("senha")) == ("bias", "password")
    write(
        tmp_path,
        "terms:\n  - {pt: viés, en: prejudice}\n  - {pt: Notas, en: Notes}\n"
        "names: [Zettel]\ndrop: [senha, Hugo]\n",
    )
    site = load_glossary(PT_EN, tmp_path, names=["Pelican"])
    assert (site.exact("viés"), site.exact("Notas")) == ("prejudice", "Notes")
    assert site.exact("senha") is None
    assert site.exact("alucinação") == "hallucination"
    text = "Zettel, Hugo, Pelican, Docker"
    assert [span.of(text) for span in site.names(text)] == ["Zettel", "Pelican", "Docker"]
    assert load_glossary(PT_EN).exact("viés") == "bias"


def test_a_pair_without_a_file() -> None:
    glossary = load_glossary(Pair("de", "fr"), names=["Hugo"])
    assert glossary.find("viés") == []
    assert len(glossary.names("Hugo")) == 1


WRONG = [
    ("terms: [viés]", 1, "not a mapping: write - {pt: viés | vieses, en: bias | biases}"),
    ("terms:\n  - {pt: viés}", 2, "“en” is missing: write - {pt:"),
    (
        "terms:\n  - {pt: viés, avoid-em: bias}",
        2,
        "there is no “avoid-em” here: did you mean “avoid-en”?",
    ),
    ("terms:\n  - {pt: viés, en: bias}\n  - {pt: a, en: [b]}", 3, "a word or phrase must stand"),
    ("terms:\n  - {pt: viés, en: }", 2, "a word or phrase must stand"),
    ("terms:\n  - {pt: viés |, en: bias}", 2, "an empty form: take one “|” or “/” away"),
    (
        "terms:\n  - {pt: viés, en: bias}\n\n  - {pt: a / viés, en: b}",
        4,
        "“viés” already stands in line 2: keep one of them",
    ),
    ("termos: []", 1, "there is no “termos” here: did you mean “terms”?"),
    ("terms: viés", 1, "“terms” must be a list: lines beginning with “- ”"),
    ("names:\n  - {a: b}", 2, "a word or phrase must stand here"),
    ("- a", 1, "not a mapping: write “terms:”"),
    ("terms:\n  - {pt: viés, en: bias", 3, "not valid YAML"),
    ("terms:\n\t- x", 2, "not valid YAML"),
]


@pytest.mark.parametrize(("text", "line", "message"), WRONG)
def test_mistakes_are_told_in_one_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    file = write(tmp_path, text + "\n")
    with pytest.raises(NotelintError) as raised:
        load_glossary(PT_EN, tmp_path)
    assert str(raised.value).startswith(f"{file}:{line}: ")
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)


def test_not_utf8(tmp_path: Path) -> None:
    file = write(tmp_path, "")
    file.write_bytes(b"names: [vi\xe9s]")
    with pytest.raises(NotelintError, match=r"not UTF-8 \(byte 10\)"):
        load_glossary(PT_EN, tmp_path)


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "terms:\nnames:\n"])
def test_an_empty_file_says_nothing(tmp_path: Path, text: str, ours: Glossary) -> None:
    write(tmp_path, text)
    assert len(load_glossary(PT_EN, tmp_path).terms) == len(ours.terms)


def test_ours_is_large_and_sound(ours: Glossary) -> None:
    assert len(ours.terms) >= 150
    assert len(load_glossary(Pair("en", "pt")).terms) == len(ours.terms)
    for term in ours.terms:
        for form in term.source:
            for word in form:
                assert ours.exact(word), word
        for wrong in term.avoid:
            for word in wrong:
                right = [w for form in term.target for w in form]
                assert word not in right, f"{term.place}: {word} is both right and wrong"
        assert len(term.avoid) in (0, 1, len(term.target)), term.place


STANDARD = [
    ("aprendizado de máquina", "machine learning"),
    ("Viés", "Bias"),
    ("vieses", "biases"),
    ("alucinações", "hallucinations"),
    ("redes neurais", "neural networks"),
    ("conjunto de dados", "dataset"),
    ("taxa de aprendizado", "learning rate"),
]


@pytest.mark.parametrize(("source", "target"), STANDARD)
def test_ours(ours: Glossary, source: str, target: str) -> None:
    assert ours.exact(source) == target


def test_ours_mends_the_offline_engine(ours: Glossary) -> None:
    """The renderings to avoid are those that were measured, not those we imagined."""
    from notelint.translation.engine import load

    sources = [f"Este texto explica {form[0]}." for term in ours.terms for form in term.source]
    answers = load("offline", PT_EN).translate(sources)
    pairs = list(zip(sources, answers, strict=True))
    missed = [pair for pair in pairs if ours.check(*pair)]
    left = [pair for pair in missed if ours.check(pair[0], ours.mend(*pair))]
    assert len(left) / len(pairs) < 0.05, left
    assert len(left) < len(missed) / 2


def test_a_long_text_takes_no_time(ours: Glossary) -> None:
    text = "O aprendizado de máquina com redes neurais tem vieses, e a palavra comum também. " * 500
    start = time.perf_counter()
    assert len(ours.find(text)) == 1_500
    assert time.perf_counter() - start < 1.0


NEAR = "terms:\n- {pt: banco | bancos, en: database | databases, avoid-en: bank | banks, near: SQL / banco de dados}\n"


@pytest.mark.parametrize(
    ("page", "answer"),
    [
        ("Consultas em SQL. O banco responde.", "The database answers."),
        ("Um banco de dados. O banco responde.", "The database answers."),
        ("Minha conta. O banco responde.", "The bank answers."),
    ],
)
def test_a_term_may_count_on_some_pages_only(tmp_path: Path, page: str, answer: str) -> None:
    folder = tmp_path / "rules" / "data"
    folder.mkdir(parents=True)
    (folder / "terms.pt-en.yaml").write_text(NEAR)
    glossary = load_glossary(PT_EN, tmp_path).on(page)
    assert glossary.mend("O banco responde.", "The bank answers.") == answer
    assert not glossary.check("O banco responde.", answer)
