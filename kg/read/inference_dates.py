"""The day that a masthead, a folio line, a dateline or an e-paper's address states."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_DIGITS = {char: value for value, chars in enumerate(("〇○零", *"一二三四五六七八九")) for char in chars}
_TENS = {"十": 10, "廿": 20, "卅": 30}
_WEEKDAYS = {
    "一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6,
    "MON": 0, "TUE": 1, "WED": 2, "THU": 3, "FRI": 4, "SAT": 5, "SUN": 6,
}  # fmt: skip
# Papers were printed before, but no page of theirs reaches us as a file with a date line of this form.
_FIRST_YEAR = 1900
# Where a site of the common e-paper systems keeps an issue's pages, and where a government's site keeps a notice: the
# folders are made by the system on the day of issue. A name that somebody gave to a file says nothing.
_ADDRESS = re.compile(
    r"(?:^|/)(?P<year>\d{4})-(?P<month>\d\d)/(?P<day>\d\d)/[^/]|/t(?P<year_>\d{4})(?P<month_>\d\d)(?P<day_>\d\d)_\d+\.s?html?$"
)
_DATELINE = re.compile(
    r"(?:本\s*[报报刊]|新华社|中新社)[\u4e00-\u9fff、]{0,10}?(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:专)?[电讯]"
)


def parse_number(written: str) -> int | None:
    """Return the number below a hundred, or the year, that digits or Chinese numerals write; None, if they are none."""
    if written.isascii():
        return int(written) if written.isdigit() else None
    if all(char in _DIGITS for char in written):
        return int("".join(str(_DIGITS[char]) for char in written))
    tens = next((at for at, char in enumerate(written) if char in _TENS), None)
    if tens is None:
        return None
    before, after = written[:tens], written[tens + 1 :]
    if not all(char in _DIGITS for char in before + after) or max(len(before), len(after)) > 1:
        return None
    return (_DIGITS[before] if before else 1) * _TENS[written[tens]] + (_DIGITS[after] if after else 0)


def parse_day(values: Mapping[str, str], day: str = "day") -> date | None:
    """Return the day of `year`, `month` and `day`; None, where one is missing or there is no such day."""
    numbers = [parse_number(values.get(name, "?")) for name in ("year", "month", day)]
    year, month, number = numbers
    if year is None or month is None or number is None or year < _FIRST_YEAR:
        return None
    try:
        return date(year, month, number)
    except ValueError:
        return None


def weekday_of(written: str) -> int:
    """Return the number of a weekday, Monday 0."""
    return _WEEKDAYS[written]


def find_in_address(address: str) -> date | None:
    """Return the day of issue in the address of an e-paper's page or a site's notice, as a file's path keeps it."""
    found = _ADDRESS.search(address.replace("\\", "/"))
    return parse_day(_named(found)) if found else None


def find_dateline(text: str) -> date | None:
    """Return the day with its year that all such datelines of a text name; None, where they differ or there is none."""
    days = {parse_day(found.groupdict()) for found in _DATELINE.finditer(text)}
    return days.pop() if len(days) == 1 else None


def _named(found: re.Match[str]) -> dict[str, str]:
    return {name.rstrip("_"): value for name, value in found.groupdict().items() if value is not None}
