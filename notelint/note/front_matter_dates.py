"""Dates of the front matter, read as Hugo reads them.

Hugo takes the layouts of spf13/cast: https://gohugo.io/configuration/front-matter/#dates;
each was tried on the real Hugo (tests/note/front_matter_dates.yaml).
"""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any, Literal, NamedTuple

Problem = Literal["", "unreadable", "seconds", "no-year"]

CHAINS = {
    "date": ("date",),
    "lastmod": ("lastmod", "modified"),
    "publishdate": ("publishdate", "pubdate", "published"),
    "expirydate": ("expirydate", "unpublishdate"),
}
"""Hugo's date fields, and the names that stand for each: the first that has a date counts."""

DATE_FIELDS = frozenset(name for chain in CHAINS.values() for name in chain)


class DateReading(NamedTuple):
    """What Hugo makes of a value: `moment` is None when there is no date.

    `problem` is "unreadable" where Hugo stops, "seconds" for a whole number (seconds since 1970),
    and "no-year" for a time of day without a day, which Hugo puts into the year 0.
    """

    moment: datetime | None
    problem: Problem = ""


_UNREADABLE = DateReading(None, "unreadable")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = "(?i:" + "|".join(_MONTHS) + ")"
_WEEKDAY = "(?i:mon|tue|wed|thu|fri|sat|sun)"
_LONG_DAY = "(?i:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_DAY, _YEAR = "(?P<day>[0-9]{2})", "(?P<year>[0-9]{4})"
_SHORT_YEAR, _NAME = "(?P<short>[0-9]{2})", f"(?P<name>{_MONTH})"
_HOURS = "(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})"
_CLOCK = rf"{_HOURS}:(?P<second>[0-9]{{2}})(?:[.,][0-9]+)?"
_ABBREVIATION, _OFFSET = "(?P<zone>[A-Z]{3,4})", "(?P<zone>[+-][0-9]{4})"
_ZONE = "(?P<zone>[A-Z]{3,4}|[+-][0-9]{4})"
_ISO = rf"{_YEAR}-(?P<month>[0-9]{{2}})-{_DAY}"
_LAYOUTS = tuple(
    re.compile(layout)
    for layout in (
        rf"{_ISO}(?:T{_CLOCK}(?P<zone>Z|[+-][0-9]{{2}}:?[0-9]{{2}})?)?",
        rf"{_ISO} +{_CLOCK}(?:(?P<near>Z|[+-][0-9]{{2}}:?[0-9]{{2}})"
        r"| +(?P<zone>[+-][0-9]{2}:?[0-9]{2})(?: +(?:[A-Z]{3,4}|[+-][0-9]{2}))?)?",
        rf"{_WEEKDAY}, +{_DAY} +{_NAME} +{_YEAR} +{_CLOCK} +{_ZONE}",
        rf"{_DAY} +{_NAME} +{_SHORT_YEAR} +{_HOURS} +{_ZONE}",
        rf"{_LONG_DAY}, +{_DAY}-{_NAME}-{_SHORT_YEAR} +{_CLOCK} +{_ABBREVIATION}",
        rf"{_WEEKDAY} +{_NAME} +(?P<day>[0-9]{{1,2}}) +{_CLOCK} +(?:{_ABBREVIATION} +)?{_YEAR}",
        rf"{_WEEKDAY} +{_NAME} +{_DAY} +{_CLOCK} +{_OFFSET} +{_YEAR}",
        rf"{_DAY} +{_NAME} +{_YEAR}",
    )
)
_NO_YEAR = re.compile(
    "[0-9]{1,2}:[0-9]{2}(?:AM|PM)"
    rf"|{_MONTH} +[0-9]{{1,2}} +[0-9]{{1,2}}:[0-9]{{2}}:[0-9]{{2}}(?:\.[0-9]+)?"
)


def read_date(value: Any, *, whole_numbers: bool = True) -> DateReading:
    """The date that a front matter value is for Hugo; without a zone it is taken as UTC.

    `whole_numbers` is False for JSON, whose numbers Hugo refuses as dates.
    """
    if value is None or value == "":
        return DateReading(None)
    if isinstance(value, datetime):
        return DateReading(value if value.tzinfo else value.replace(tzinfo=UTC))
    if isinstance(value, date):
        return DateReading(datetime.combine(value, time(), UTC))
    if isinstance(value, int) and not isinstance(value, bool) and whole_numbers:
        return _seconds(value)
    if not isinstance(value, str):
        return _UNREADABLE
    for layout in _LAYOUTS:
        if match := layout.fullmatch(value):
            return _moment(match.groupdict())
    return DateReading(None, "no-year") if _NO_YEAR.fullmatch(value) else _UNREADABLE


def _seconds(value: int) -> DateReading:
    try:
        return DateReading(datetime.fromtimestamp(value, UTC), "seconds")
    except (ValueError, OverflowError, OSError):
        return DateReading(None, "seconds")


def _moment(parts: dict[str, str | None]) -> DateReading:
    month = parts.get("month")
    number = int(month) if month else _MONTHS.index((parts["name"] or "").lower()) + 1
    short = parts.get("short")
    year = (
        int(parts["year"] or 0) if not short else int(short) + (1900 if int(short) >= 69 else 2000)
    )
    hour, minute, second = (int(parts.get(name) or 0) for name in ("hour", "minute", "second"))
    try:
        zone = _zone(parts.get("zone") or parts.get("near") or "")
        day = int(parts["day"] or 0)
        moment = datetime(year or 2000, number, day, hour, minute, second, tzinfo=zone)
        return DateReading(moment) if year else DateReading(None, "no-year")
    except ValueError:
        return _UNREADABLE


def _zone(written: str) -> timezone:
    """The zone of an offset; names are UTC, as they are for Go where it does not know them."""
    if not written or written[0] not in "+-":
        return UTC
    hours, minutes = int(written[1:3]), int(written[-2:])
    if hours > 24 or minutes > 59:
        raise ValueError(written)
    delta = timedelta(hours=hours, minutes=minutes)
    delta = min(delta, timedelta(hours=23, minutes=59))  # Python knows no longer ones
    return timezone(-delta if written[0] == "-" else delta)
