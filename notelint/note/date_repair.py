"""The date that was probably meant by one that Hugo refuses: `31/12/2024`, `1 de maio de 2024`."""

import re
from calendar import monthrange
from datetime import datetime
from typing import NamedTuple

_NAMES = {
    name: number
    for number, names in enumerate(
        (
            "jan janeiro january", "fev feb fevereiro february", "mar março marco march",
            "abr apr abril april",
            "mai may maio", "jun junho june", "jul julho july", "ago aug agosto august",
            "set sep setembro september", "out oct outubro october", "nov novembro november",
            "dez dec dezembro december",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_CLOCK = re.compile(
    r"(?:[T\s]+|\s*,\s*)(?P<hour>\d{1,2})[:h](?P<minute>\d{2})(?::(?P<second>\d{2}))?"
    r"(?P<zone>\s*(?:Z|[+-]\d{2}:?\d{2}))?$"
)
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.‐-―]\s*(\d{1,2})\s*[-/.‐-―]\s*(\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})")
_TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DAY_NAME = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|º|o)?\.?,?\s+(?:de\s+)?([^\W\d]+)\.?,?\s+(?:de\s+)?(\d{4})"
)
_NAME_DAY = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")


class Meant(NamedTuple):
    """A date as Hugo reads it (`2024-12-31`, with a time where one was written), and whether it is
    certain.
    """

    text: str
    certain: bool


def meant_date(written: str) -> Meant | None:
    """What `written` probably means; None when it is no date at all. Days come before months where
    both fit.
    """
    written = written.strip()
    clock = _CLOCK.search(written)
    day = written[: clock.start()] if clock else written
    found = _day(day.strip())
    if found is None:
        return None
    year, month, number, certain = _that_exists(*found)
    hour, minute, second = (
        int(clock.group(one) or 0) if clock else 0 for one in ("hour", "minute", "second")
    )
    try:
        moment = datetime(year, month, number, hour, minute, second)
    except ValueError:
        return None
    if not clock:
        return Meant(f"{moment:%Y-%m-%d}", certain)
    zone = (clock.group("zone") or "").strip()
    return Meant(f"{moment:%Y-%m-%dT%H:%M:%S}{zone}", certain)


def _that_exists(year: int, month: int, day: int, certain: bool) -> tuple[int, int, int, bool]:
    """A day that is in the calendar: the month and the day the other way round when only so there
    is one, the last of the month for one behind it.
    """
    if month > 12 >= day:
        return year, day, month, False
    if 1 <= month <= 12 and 1 <= year <= 9999 and day <= 31:
        last = monthrange(year, month)[1]
        if day > last:
            return year, month, last, False
    return year, month, day, certain


def _day(written: str) -> tuple[int, int, int, bool] | None:
    """Year, month, day, and whether no other reading is possible."""
    if match := _YEAR_FIRST.fullmatch(written) or _TOGETHER.fullmatch(written):
        year, month, day = map(int, match.groups())
        return year, month, day, True
    if match := _YEAR_LAST.fullmatch(written):
        first, second, year = map(int, match.groups())
        if second > 12:
            return year, first, second, True
        return year, second, first, first > 12 or first == second
    if match := _DAY_NAME.fullmatch(written):
        day_text, name, year_text = match.groups()
    elif match := _NAME_DAY.fullmatch(written):
        name, day_text, year_text = match.groups()
    else:
        return None
    month = _NAMES.get(name.lower(), 0)
    return (int(year_text), month, int(day_text), True) if month else None
