"""Words with hyphens: clitics, prefixes, and compounds whose parts are judged one by one."""

from collections.abc import Callable

from notelint.spelling import orthography
from notelint.spelling.clitics import clitic, clitic_is_right, clitic_with_accent
from notelint.spelling.derivation import PREFIXES
from notelint.spelling.kinds import RIGHT, Verdict, likely
from notelint.spelling.lexicon import Lexicon
from notelint.spelling.suggest import in_case_of, nearest


def hyphenated(
    word: str, lower: str, lexicon: Lexicon, verdict: Callable[[str, Lexicon], Verdict]
) -> Verdict:
    """What to think of a hyphenated word that no list has; `verdict` judges its parts."""
    known = lexicon.knows
    verb, _, pronoun = lower.rpartition("-")
    if pronoun in _ACCENTED_PRONOUNS and lexicon.portuguese:
        parts = clitic(f"{verb}-{_ACCENTED_PRONOUNS[pronoun]}")
        accented = clitic_with_accent(*parts, known) if parts else None
        if accented is not None:
            return Verdict("clitic", (in_case_of(word, accented),))
    if pronoun == "mos" and lexicon.portuguese:
        return _first_plural(word, verb, lexicon)
    parts = clitic(lower) if lexicon.portuguese else None
    if parts is not None:
        if clitic_is_right(*parts, known):
            return RIGHT
        accented = clitic_with_accent(*parts, known)
        if accented is not None:
            return Verdict("clitic", (in_case_of(word, accented),))
        misspelt = _of_misspelt_verb(*parts, lexicon)
        if misspelt is not None:
            return Verdict("unknown", (in_case_of(word, misspelt),), 4.0, 0.9)
    joined = _joined(lower, lexicon) if lexicon.brazilian else None
    if joined is not None:
        return Verdict("hyphen", (in_case_of(word, joined),))
    first, _, rest = lower.partition("-")
    if first in _STRESSED and lexicon.portuguese and lexicon.at_home(rest):
        if not lexicon.in_english(rest):
            return Verdict("accent", (in_case_of(word, f"{_STRESSED[first]}-{rest}"),), 3.0)
    pieces = word.split("-")
    if len(pieces) > 1 and all(piece.istitle() for piece in pieces) and lexicon.portuguese:
        if any(lexicon.is_person(one) or lexicon.is_name(one.lower()) for one in pieces):
            return RIGHT  # `Jean-Côme`
    if len(pieces) > 3 and lower == word and word.isascii():
        return RIGHT  # part of an address: `erros-de-validacao-de-dados`
    wrong: list[tuple[int, Verdict]] = []
    for at, piece in enumerate(pieces):
        if piece.lower() in PREFIXES or len(piece) <= 2:
            continue
        one = verdict(piece, lexicon)
        if one.kind == "right":
            one = _beside_english(piece, pieces, lexicon)
        if one.kind not in {"right", "twin", "foreign-twin", "rare-foreign"}:
            wrong.append((at, one))
    if not wrong:
        return RIGHT
    if len(pieces) > 2 and any(
        lexicon.in_english(one) and not lexicon.at_home(one) for one in pieces
    ):
        return RIGHT
    at, one = wrong[0]
    is_verb = parts is not None and one.suggestions and one.suggestions[0][-1] == pieces[at][-1]
    if one.kind == "unknown" and (
        len(pieces) > 2
        or len(pieces[at]) < 6
        or one.zipf < 3.5
        or one.cost > (1.3 if is_verb else 1)
    ):
        return RIGHT  # the name of a program or package
    if all(one.kind == "accent" for _, one in wrong):
        for other, its in wrong:
            pieces[other] = its.suggestions[0]
        return one._replace(suggestions=("-".join(pieces),))
    if len(wrong) > 1:
        return RIGHT
    whole = tuple("-".join([*pieces[:at], other, *pieces[at + 1 :]]) for other in one.suggestions)
    return one._replace(suggestions=whole)


def _first_plural(word: str, verb: str, lexicon: Lexicon) -> Verdict:
    """`usa-mos` → `usamos`, `fizesse-mos` → `fizéssemos`: an ending, and no pronoun."""
    joined = verb + "mos"
    forms = [joined] if lexicon.at_home(joined) else lexicon.accent_twins(joined)
    if not forms:
        return RIGHT
    return Verdict("hyphen", tuple(in_case_of(word, form) for form in forms))


def _joined(lower: str, lexicon: Lexicon) -> str | None:
    rest = lower.partition("-")[2]
    if not lexicon.at_home(rest):  # English has hyphens of its own: multi-tenant
        return None
    ours = lexicon.zipf_home(rest) >= _USUAL and not lexicon.in_english(rest)

    def known(one: str) -> bool:
        return ours or lexicon.at_home(one) or one in lexicon.accepted

    return orthography.without_hyphen(lower, known)


_USUAL = 2.5
"""How common (zipf) what follows a prefix is, where no list has the two together."""

_ACCENTED_PRONOUNS = {"lá": "la", "lás": "las", "ló": "lo", "lós": "los"}
"""As they sound to many: `acessa-lás`, for `acessá-las`."""

_STRESSED = {"pre": "pré", "pos": "pós"}
_ENDINGS = {"á": "ar", "ê": "er", "í": "ir", "i": "ir"}


def _of_misspelt_verb(host: str, pronoun: str, ending: str, lexicon: Lexicon) -> str | None:
    """`analizá-lo` → `analisá-lo`: what was meant, where a pronoun follows an infinitive."""
    if ending or host[-1] not in _ENDINGS or not pronoun.startswith("l"):
        return None
    verb = host[:-1] + _ENDINGS[host[-1]]
    for one in nearest(verb, lexicon)[:2]:
        if one.cost <= 1.0 and one.zipf >= 2.8 and one.word[-2:] == verb[-2:]:
            return f"{one.word[:-2]}{host[-1]}-{pronoun}"
    return None


def _beside_english(piece: str, pieces: list[str], lexicon: Lexicon) -> Verdict:
    """A rare word of ours that only a slip can have put behind an English one (`on-premisse`)."""
    lower = piece.lower()
    if len(lower) < 6 or lexicon.zipf_home(lower) >= 2 or lexicon.in_english(piece):
        return RIGHT
    if lexicon.is_term(piece) or not any(
        lexicon.in_english(one) and not lexicon.at_home(one) for one in pieces
    ):
        return RIGHT
    candidates = nearest(lower, lexicon, english=True)
    if not candidates:
        return RIGHT
    best = candidates[0]
    if not best.foreign or best.cost > 0.7 or best.zipf < 3.0:
        return RIGHT
    return likely("unknown", piece, candidates)
