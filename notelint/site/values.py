"""Front matter values as Hugo casts them: to truth, to text, to lists, to points in time.

https://gohugo.io/content-management/front-matter/
"""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Any

_TRUE = frozenset(("1", "t", "T", "TRUE", "true", "True"))


def truth(value: Any) -> bool:
    """True for true, 1 and the words Go takes for true; `yes` is not one of them."""
    if isinstance(value, str):
        return value in _TRUE
    return isinstance(value, bool | int | float) and bool(value)


def text(value: Any) -> str:
    """A scalar as text; the empty string for nothing, lists and tables."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float | str):
        return str(value)
    return ""


def texts(value: Any) -> list[str]:
    """A list of texts; one text is a list of one."""
    if isinstance(value, list | tuple):
        return [each if type(each) is str else text(each) for each in value]
    return [] if value is None or isinstance(value, Mapping) else [text(value)]


_DATE = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)"
    r"(?:[Tt ]+(\d\d):(\d\d):(\d\d)(?:[.,]\d+)?\s*(Z|z|UTC|GMT|[+-]\d\d:?\d\d)?)?\s*\Z"
)
_LONG_DATE = re.compile(
    r"(?:[A-Za-z]{3}, )?(\d\d) ([A-Z][a-z]{2}) (\d{4})(?: (\d\d):(\d\d):(\d\d)(?: (?:GMT|UTC|([+-]\d{4})))?)?\Z"
)
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def moment(value: Any, zone: tzinfo = UTC) -> datetime | None:
    """The point in time that a date field means; None when it has none (or Hugo would refuse
    it).
    """
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=zone)
    if isinstance(value, date):
        return datetime.combine(value, time(), zone)
    if isinstance(value, bool):
        return None
    try:
        if isinstance(value, int | float):
            return datetime.fromtimestamp(value, UTC)
        return _parsed(value, zone) if isinstance(value, str) else None
    except (ValueError, OverflowError, OSError):
        return None


def _parsed(value: str, zone: tzinfo) -> datetime | None:
    found = _DATE.match(value.strip())
    if found:
        year, month, day, hour, minute, second, offset = found.groups()
        clock = (int(hour or 0), int(minute or 0), int(second or 0))
        return datetime(int(year), int(month), int(day), *clock, tzinfo=_zone(offset, zone))
    found = _LONG_DATE.match(value.strip())
    if found and found.group(2) in _MONTHS:
        day, name, year, hour, minute, second, offset = found.groups()
        clock = (int(hour or 0), int(minute or 0), int(second or 0))
        place = _zone(offset, UTC)
        return datetime(int(year), _MONTHS.index(name) + 1, int(day), *clock, tzinfo=place)
    return None


def _zone(offset: str | None, default: tzinfo) -> tzinfo:
    if not offset:
        return default
    if offset in ("Z", "z", "UTC", "GMT"):
        return UTC
    digits = offset[1:].replace(":", "")
    delta = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-delta if offset[0] == "-" else delta)
