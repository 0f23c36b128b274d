"""Times as written, resolved against what was named before and the day of publication.

A bare 10日 has the month of the day named before it, a bare 9月 the year of publication; nothing lies after the day of
publication unless the text plans (将, 预计, 计划) or names the year itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.annotate.numerals import parse_number, to_ascii
from kg.annotate.time_patterns import MASTER
from kg.annotate.time_points import bare_part, days_range, months_range, point, points_range
from kg.annotate.time_reader import UNKNOWN, Reader, Span
from kg.annotate.time_relative import next_day, relative_day, relative_month, same_day, week_of, years_ago
from kg.dates import PartialDate, iso
from kg.errors import KgError
from kg.mention import TimeMention

if TYPE_CHECKING:
    from collections.abc import Callable

# No number of a time: digits without end would be tried from each of them on.
_ENDLESS = re.compile("[0-9〇零一二三四五六七八九十百千]{30,}")
_CONGRESS = {"十六": "2002-11", "十七": "2007-10", "十八": "2012-11", "十九": "2017-10", "二十": "2022-10"}
_FIRST_PLAN, _PLAN_ZERO, _PLAN_YEARS = 6, 1981, 5  # 六五 began in 1981; five years each


def find_times(text: str, published: str | None) -> tuple[TimeMention, ...]:
    """Find the times that a text names, in order; `published` is the ISO prefix of its day of issue."""
    plain = _ENDLESS.sub(_blank, to_ascii(text))
    try:
        today = PartialDate.parse(published) if published else None
    except KgError:
        today = None
    reader = Reader(plain, today)
    out: list[TimeMention] = []
    for found in MASTER.finditer(plain):
        name = found.lastgroup or ""
        kind, begin, finish = _HANDLERS[name](reader, found)
        if kind == "day" and begin is not None and reader.is_news(begin):
            reader.news = begin
        out.append(TimeMention(found.start(), found.end(), text[found.start() : found.end()], kind, begin, finish))
    return tuple(out)


def _blank(found: re.Match[str]) -> str:
    return " " * (found.end() - found.start())


def _vague(_reader: Reader, _found: re.Match[str]) -> Span:
    return UNKNOWN


def _plan(_reader: Reader, found: re.Match[str]) -> Span:
    ordinal = parse_number(re.sub('[“”"]|五[”"]?(?:规划)?(?:期间|时期|以来|末|初)$', "", found.group()))
    if ordinal is None or ordinal < _FIRST_PLAN:
        return UNKNOWN
    first = _PLAN_ZERO + _PLAN_YEARS * (int(ordinal) - _FIRST_PLAN)
    last = first + _PLAN_YEARS - 1
    if found.group().endswith("末"):
        return "year", iso(last), iso(last)
    if found.group().endswith("初"):
        return "year", iso(first), iso(first)
    running = found.group().endswith("以来") or (_reader.today is not None and _reader.today.year < last)
    return ("since", iso(first), None) if running else ("period", iso(first), iso(last))


def _congress(_reader: Reader, found: re.Match[str]) -> Span:
    return "since", _CONGRESS[found.group().removeprefix("党的")[:2]], None


def _years(_reader: Reader, found: re.Match[str]) -> Span:
    first, last = re.findall("[0-9]{4}", found.group())
    return "period", first, last


_HANDLERS: dict[str, Callable[[Reader, re.Match[str]], Span]] = {
    "ago": years_ago,
    "plan": _plan,
    "congress": _congress,
    "years": _years,
    "months": months_range,
    "days": days_range,
    "range": points_range,
    "point": point,
    "bareday": point,
    "sameday": same_day,
    "nextday": next_day,
    "relday": relative_day,
    "week": week_of,
    "relmonth": relative_month,
    "part": bare_part,
    "half": same_day,
    "vague": _vague,
}
