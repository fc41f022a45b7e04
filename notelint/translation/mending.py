"""Signs that small models lose beside numbers and brackets, put back where the source has them."""

import re
from collections.abc import Iterator

from notelint.translation.engine import Pair
from notelint.translation.protect import TOKEN

NUMBER = r"\d+(?:[.,]\d+)*"
_SIGNED = re.compile(rf"(?<![\w~≈±<>≤≥])([~≈±≤≥]|[<>]=?)(\s?)({NUMBER})")
_ABOUT = re.compile(
    r"\b(?:about|around|approximately|roughly|nearly|some|over|under|than|least|most|"
    r"cerca de|aproximadamente|quase|menos|mais|mínimo|máximo)\s*$",
    re.IGNORECASE,
)
_PERCENT = re.compile(rf"({NUMBER})(\s?)%")
_BARE_PERCENT = re.compile(r"(?:(?<=\s)|^)(?:a |an |one |um |uma )?%", re.IGNORECASE)
_DECIMAL = re.compile(r"(?<![\w.,\[(])(\d+),(\d{1,2}|(?<=\b0,)\d+)(?![\w.,\])]|\s*%?\s*,\s*\d)")
_ECHO = re.compile(r"\b(\w[\w -]*) \(\1\)", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*\)")


def mended(source: str, answer: str, pair: Pair) -> str:
    """`answer` with the signs before its numbers, the numbers before `%`, and decimals as its language has them."""
    answer = _with_percentages(source, _with_signs(source, answer))
    if pair.base == ("pt", "en"):
        answer = _DECIMAL.sub(lambda m: f"{m[1]}.{m[2]}" if m[0] in source else m[0], answer)
    return answer


def lost_asides(source: str, answer: str) -> int:
    """How many of the source's brackets the answer has not, or has only to say the same again."""
    ours, theirs = (len(_ASIDE.findall(TOKEN.sub("", text))) for text in (source, answer))
    again = 0 if _ECHO.search(source) else len(_ECHO.findall(answer))
    return max(ours - theirs, 0) + again


def _with_signs(source: str, answer: str) -> str:
    """`~20` is not `20`: a sign before a number that both texts have once."""
    for sign, space, number in _SIGNED.findall(source):
        places = list(_number(number, source)), list(_number(number, answer))
        if len(places[0]) != 1 or len(places[1]) != 1:
            continue
        start = places[1][0].start()
        before = answer[:start]
        if before.rstrip()[-1:] in tuple("~≈±<>≤≥=") or _ABOUT.search(before):
            continue
        answer = f"{before}{sign}{space}{answer[start:]}"
    return answer


def _with_percentages(source: str, answer: str) -> str:
    """`1 % de chance` may become “a % chance”: the number that the answer lacks."""
    lost = [m for m in _PERCENT.finditer(source) if not any(_number(m[1], answer))]
    bare = list(_BARE_PERCENT.finditer(answer))
    if len(lost) != 1 or len(bare) != 1:
        return answer
    place, (number, space) = bare[0], lost[0].groups()
    article = place[0][:-1] if place[0][:1].lower() in ("a", "u") else ""
    return f"{answer[: place.start()]}{article}{number}{space}%{answer[place.end() :]}"


def _number(number: str, text: str) -> Iterator[re.Match[str]]:
    """The places of a number in a text, whatever parts its digits."""
    digits = r"[.,\u00a0\u202f]?".join(re.escape(digit) for digit in re.sub(r"\D", "", number))
    return re.finditer(rf"(?<![\d.,]){digits}(?![\d]|[.,]\d)", text)
