"""Where one sentence ends and the next begins, for Portuguese and English prose."""

import re

WORDS = """
    al aprox art arts av cap caps cf cia dr dra drs ed eds eng etc ex exa fig figs gen gov ind jr
    ltda máx mín n nº obs p pág págs pp prof profa profs r ref refs s séc sr sra srs sras
    sta sto tab tel univ v vol vols vs
    approx ca ch co corp dept e.g eg eq eqs est i.e ie inc ltd max messrs min mr mrs ms mt no nos pg
    pt rev sec st
"""
ABBREVIATIONS = frozenset(WORDS.split())
"""Words before a full stop that seldom end a sentence; lower case, without the last stop."""

BOUNDARY = re.compile(
    r"""
    (?P<mark>[.!?…]+)
    (?:["'”’»)\]]|\[/\d+\])*                    # what closes with the sentence, tokens [/0] too
    \s+
    (?=(?:["'“‘«(¿¡–—-]\s?|\[\d+\])*             # what opens with the next
       (?:[^\W_a-zà-öø-ÿ]|\[\d+\]|\ufffc))       # a capital, a digit, a token, a gap
    | \n\s*\n\s*                                # a blank line ends anything
    """,
    re.VERBOSE,
)
LAST_WORD = re.compile(r"(?:[^\W_]|[.'’-](?=\w))+$|[nN]\.?º$")
INITIALS = re.compile(r"(?:.*\b[^\W\d_]\. ?)?", re.DOTALL)
CLAUSE = re.compile(r"[;:,)\]–—]\s+")
SPACE = re.compile(r"\s+")


def split_sentences(text: str) -> list[str]:
    """`text` cut after each sentence; spaces stay at a piece's end, so that joining gives `text`.

    Abbreviations (`p. ex.`, `Fig. 2`), initials and numbered beginnings (`1. `) end nothing.
    """
    pieces: list[str] = []
    start = 0
    for match in BOUNDARY.finditer(text):
        if match["mark"] == "." and _goes_on(text[start : match.start()], text[match.end() :][:1]):
            continue
        pieces.append(text[start : match.end()])
        start = match.end()
    if start < len(text) or not pieces:
        pieces.append(text[start:])
    return pieces


def cut(text: str, limit: int) -> list[str]:
    """`text` in pieces of at most `limit` characters: at sentences, else at clauses, else at
    spaces, else anywhere. As few pieces as that allows; joining them gives `text`."""
    if len(text) <= limit:
        return [text]
    pieces: list[str] = []
    for sentence in split_sentences(text):
        if pieces and len(pieces[-1]) + len(sentence) <= limit:
            pieces[-1] += sentence
            continue
        while len(sentence) > limit:
            end = _cutting_point(sentence, limit)
            pieces.append(sentence[:end])
            sentence = sentence[end:]
        pieces.append(sentence)
    return [piece for piece in pieces if piece]


def _goes_on(before: str, following: str) -> bool:
    """True when a full stop after `before` belongs to an abbreviation, an initial or a number."""
    word = LAST_WORD.search(before)
    if word is None:
        return False
    last = word[0]
    if last.isdigit():
        return word.start() == 0
    if last.lower() == "etc":
        return not following.isupper()
    if len(last) == 1 and last.isupper():
        return INITIALS.fullmatch(before[: word.start()]) is not None
    return last.lower() in ABBREVIATIONS


def _cutting_point(sentence: str, limit: int) -> int:
    for pattern in (CLAUSE, SPACE):
        ends = [m.end() for m in pattern.finditer(sentence, 0, limit)]
        if ends and ends[-1] > limit // 3:
            return ends[-1]
    return limit
