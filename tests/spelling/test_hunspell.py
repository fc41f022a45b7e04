"""The expansion of affixes, judged by the real hunspell on a small dictionary of our own."""

from pathlib import Path

import pytest
from hunspell import Hunspell

from notelint.core import NotelintError
from notelint.spelling.hunspell import words

AFF = """\
SET UTF-8
{flag}
NEEDAFFIX {n}
FORBIDDENWORD {f}
ONLYINCOMPOUND {o}

PFX {p} Y 2
PFX {p} 0 re [^r]
PFX {p} 0 re- r

SFX {s} Y 3
SFX {s} 0 s [aeo]
SFX {s} l is [aeou]l
SFX {s} ão ões ão

SFX {d} Y 1
SFX {d} 0 inho/{s} .

SFX {x} N 1
SFX {x} r ndo [aei]r
"""
DIC = """\
9
casa/{s}{sep}{p}
papel/{s}
ação/{s}{sep}{p}
gato/{s}{sep}{d}
usar/{x}{sep}{p}
raiz/{n}{sep}{s}
casas/{f}
meio/{o}
rede/{p} po:noun
"""
FLAGS = {
    "": dict(zip("nfopsdx", "NFOPSDX", strict=True), sep=""),
    "FLAG UTF-8": dict(zip("nfopsdx", "ñfòÃŝdẽ", strict=True), sep=""),
    "FLAG long": dict(
        zip("nfopsdx", ("Na", "Fb", "Oc", "Pd", "Se", "Df", "Xg"), strict=True), sep=""
    ),
    "FLAG num": dict(
        zip("nfopsdx", ("1", "22", "333", "4", "55", "66", "77"), strict=True), sep=","
    ),
}


@pytest.mark.parametrize("flag", FLAGS)
def test_same_words_as_hunspell(tmp_path: Path, flag: str) -> None:
    names = FLAGS[flag]
    (tmp_path / "xx.aff").write_text(AFF.format(flag=flag, **names), "utf-8")
    (tmp_path / "xx.dic").write_text(DIC.format(**names), "utf-8")
    found = set(words(tmp_path / "xx.aff", tmp_path / "xx.dic"))
    judge = Hunspell("xx", hunspell_data_dir=str(tmp_path))
    assert {"recasa", "papeis", "re-rede", "ações", "gatoinhos", "usando"} <= found
    assert found == {word for word in found if judge.spell(word)}
    stems = ["casa", "papel", "ação", "gato", "usar", "raiz", "rede", "meio"]
    tried = {
        before + stem[: len(stem) - cut] + after
        for before in ("", "re", "re-")
        for stem in stems
        for cut in (0, 1, 2)
        for after in ("", "s", "is", "ões", "inho", "inhos", "ndo")
    }
    assert {word for word in tried if judge.spell(word)} - found == set()
    assert len(found) > 12


def test_wanted_leaves_families_out(tmp_path: Path) -> None:
    (tmp_path / "xx.aff").write_text("SET UTF-8\nSFX A Y 2\nSFX A 0 -lo .\nSFX A 0 s .\n", "utf-8")
    (tmp_path / "xx.dic").write_text("1\nusa/A\n", "utf-8")
    pair = (tmp_path / "xx.aff", tmp_path / "xx.dic")
    assert sorted(words(*pair)) == ["usa", "usa-lo", "usas"]
    assert sorted(words(*pair, wanted=lambda affix: "-" not in affix)) == ["usa", "usas"]


def test_words_with_a_special_flag(tmp_path: Path) -> None:
    (tmp_path / "x.aff").write_text("SET UTF-8\nNOSUGGEST !\nSFX S Y 1\nSFX S 0 s .\n", "utf-8")
    (tmp_path / "x.dic").write_text("2\ncasa/S\nburro/S!\n", "utf-8")
    pair = tmp_path / "x.aff", tmp_path / "x.dic"
    assert set(words(*pair)) == {"casa", "casas", "burro", "burros"}
    assert set(words(*pair, marked="NOSUGGEST")) == {"burro", "burros"}


def test_missing_and_damaged_files_give_one_line(tmp_path: Path) -> None:
    with pytest.raises(NotelintError, match="cannot read the dictionary"):
        list(words(tmp_path / "no.aff", tmp_path / "no.dic"))
    (tmp_path / "xx.aff").write_bytes(b"SET UTF-8\n\xff\xfe\n")
    (tmp_path / "xx.dic").write_text("0\n")
    with pytest.raises(NotelintError, match="not in UTF-8"):
        list(words(tmp_path / "xx.aff", tmp_path / "xx.dic"))
