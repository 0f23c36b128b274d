"""Partial dates: as much of a date as the text determines, as an ISO prefix with its precision.

A month is never made into its first day in silence: `bounds` gives the first and the last day that a prefix admits.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from kg.errors import KgError
from kg.values import value
from kg.vocabulary import Precision

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_USER = re.compile(r"(\d{4})(?:\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2}))?)?\s*[年月日号]?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
MONTHS = 12


@value
class PartialDate:
    """A year, a month or a day."""

    year: int
    month: int | None = None
    day: int | None = None

    @staticmethod
    def parse(text: str) -> PartialDate:
        """Parse an ISO prefix.

        Raises:
            KgError: the text is no ISO prefix, or there is no such day.
        """
        found = _ISO.fullmatch(text)
        parts = [int(part) for part in found.groups() if part is not None] if found else []
        if not parts or not exists(*parts):
            raise KgError(f"not a date: {text!r}; write YYYY, YYYY-MM or YYYY-MM-DD")
        return PartialDate(*parts)

    @property
    def precision(self) -> Precision:
        """Say how much of the date is known."""
        if self.month is None:
            return Precision.YEAR
        return Precision.MONTH if self.day is None else Precision.DAY

    @property
    def first(self) -> date:
        """Return the first day that the date admits."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """Return the last day that the date admits."""
        month = self.month or MONTHS
        return date(self.year, month, self.day or month_days(self.year, month))

    def __str__(self) -> str:
        """Return the ISO prefix."""
        return iso(self.year, self.month, self.day)


@value
class Interval:
    """From a start to an end, both as far as they are known."""

    start: PartialDate | None
    end: PartialDate | None

    @property
    def bounds(self) -> tuple[date | None, date | None]:
        """Return the first day that the start admits and the last that the end admits."""
        return (self.start.first if self.start else None, self.end.last if self.end else None)


def iso(year: int, month: int | None = None, day: int | None = None) -> str:
    """Return the ISO prefix of the given parts."""
    if month is None:
        return f"{year:04d}"
    return f"{year:04d}-{month:02d}" if day is None else f"{year:04d}-{month:02d}-{day:02d}"


def month_days(year: int, month: int) -> int:
    """Return how many days a month has."""
    return calendar.monthrange(year, month)[1]


def exists(year: int, month: int | None = None, day: int | None = None) -> bool:
    """Say whether there is such a year, month or day."""
    if not 1 <= year <= date.max.year:
        return False
    if month is None:
        return day is None
    return 1 <= month <= MONTHS and (day is None or 1 <= day <= month_days(year, month))


def bounds(text: str) -> tuple[date, date]:
    """Return the first and the last day that an ISO prefix admits: 2021-04 is 1 to 30 April 2021."""
    partial = PartialDate.parse(text)
    return partial.first, partial.last


def shift_days(text: str, days: int) -> str:
    """Return the ISO day that lies `days` after the ISO day `text`."""
    return (PartialDate.parse(text).first + timedelta(days=days)).isoformat()


def parse_user_date(text: str) -> str:
    """Parse a date as people write it (2021-4-8, 2021/04/08, 20210408, 2021年4月8日) into an ISO prefix.

    Raises:
        KgError: the text is no date.
    """
    found = _COMPACT.fullmatch(text.strip()) or _USER.fullmatch(text.strip())
    parts = [int(part) for part in found.groups() if part is not None] if found else []
    if not parts or not exists(*parts):
        raise KgError(f"not a date: {text!r}; write YYYY, YYYY-MM or YYYY-MM-DD")
    return iso(*parts)
