"""Times told from another: 当日, 次日, 昨天, 上周五, 上个月, 十年前的12月4日."""

from __future__ import annotations

import re

from kg.annotate.numerals import parse_number
from kg.annotate.time_points import count_of, next_month, resolve
from kg.annotate.time_reader import UNKNOWN, Reader, Span
from kg.dates import MONTHS, iso, month_days, shift_days

_WEEKDAYS = {c: i for i, c in enumerate("一二三四五六日")} | {"天": 6}
_DAY_WORDS = {"今": 0, "昨": -1, "前": -2, "明": 1}


def same_day(reader: Reader, found: re.Match[str]) -> Span:
    """Resolve 当日, and 当地时间 before a point."""
    if found.group().startswith("当地时间"):
        word = found.group().removeprefix("当地时间")
        return resolve(reader, word, found.start(), found.end())
    opens = found.start() == 0 or reader.text[found.start() - 1] in "。！？\n\u3000 ”"
    day = reader.news if opens and reader.news and reader.day and not reader.is_news(reader.day) else reader.day
    return ("day", day, day) if day else UNKNOWN


def next_day(reader: Reader, _found: re.Match[str]) -> Span:
    """Resolve 次日."""
    if reader.day is None:
        return UNKNOWN
    reader.day = shift_days(reader.day, 1)
    return "day", reader.day, reader.day


def relative_day(reader: Reader, found: re.Match[str]) -> Span:
    """Resolve 今天, 昨日."""
    if reader.today is None or reader.today.day is None:
        return UNKNOWN
    reader.day = shift_days(str(reader.today), _DAY_WORDS[found.group()[0]])
    return "day", reader.day, reader.day


def week_of(reader: Reader, found: re.Match[str]) -> Span:
    """Resolve 上周五, 周三; weeks begin on Monday, and a bare 周三 is the latest that has passed."""
    if reader.today is None or reader.today.day is None:
        return UNKNOWN
    today = reader.today.first
    week = {"上": -1, "下": 1}.get(found.group()[0], 0)
    named = re.search("(?:周|星期|礼拜)([一二三四五六日天])", found.group())
    monday = shift_days(str(reader.today), 7 * week - today.weekday())
    if named is None:
        return "period", monday, shift_days(monday, 6)
    day = shift_days(monday, _WEEKDAYS[named[1]])
    if found.group()[0] in "周星礼" and reader.future(day) and not reader.planned(found.start(), found.end()):
        day = shift_days(day, -7)
    reader.day = day
    return "day", day, day


def relative_month(reader: Reader, found: re.Match[str]) -> Span:
    """Resolve 本月, 上个月8日."""
    if reader.today is None or reader.today.month is None:
        return UNKNOWN
    year, month = reader.today.year, reader.today.month
    if found.group()[0] in "当同" and reader.last_month:
        year, month = reader.last_month
    if found.group()[0] == "上":
        year, month = (year, month - 1) if month > 1 else (year - 1, MONTHS)
    elif found.group()[0] == "下":
        year, month = next_month(year, month)
    named = re.search("月([0-9一二三十]+)[日号]$", found.group())
    if named is None:
        return "month", iso(year, month), iso(year, month)
    day = count_of(named[1], "")
    if not 1 <= day <= month_days(year, month):
        return UNKNOWN
    reader.day = iso(year, month, day)
    return "day", reader.day, reader.day


def years_ago(reader: Reader, found: re.Match[str]) -> Span:
    """Resolve 十年前的12月4日: so many years before the year of publication."""
    span, _, then = found.group().partition("前的")
    count = parse_number(span.rstrip("年之"))
    if reader.today is None or count is None or not count < reader.today.year:
        return UNKNOWN
    year = reader.today.year - int(count)
    day = reader.day
    kind, begin, finish = resolve(reader, f"{year}年{then}", found.start(), found.end())
    # The story then goes on in its own time: what follows must not lean on that of ten years ago.
    reader.year, reader.day = None, day
    return kind, begin, finish
