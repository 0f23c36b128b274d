"""Times as written, resolved against what was named before and the day of publication.

A bare 10日 has the month of the day named before it, a bare 9月 the year of publication; nothing lies after the day of
publication unless the text plans (将, 预计, 计划) or names the year itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from kg.annotate.numerals import ASCII, parse_number
from kg.annotate.time_patterns import MASTER, PARSE, PLAN_CUE, SPLIT
from kg.dates import MONTHS, PartialDate, exists, iso, month_days, shift_days
from kg.errors import KgError
from kg.mention import TimeMention

if TYPE_CHECKING:
    from collections.abc import Callable

_STOPS = re.compile("[。！？\n；]")
_WEEKDAYS = {c: i for i, c in enumerate("一二三四五六日")} | {"天": 6}
_CONGRESS = {"十六": "2002-11", "十七": "2007-10", "十八": "2012-11", "十九": "2017-10", "二十": "2022-10"}
_YEAR_WORDS = {"今": 0, "本": 0, "去": -1, "上": -1, "前": -2, "明": 1}
_DAY_WORDS = {"今": 0, "昨": -1, "前": -2, "明": 1}
_QUARTER = 3
_FAR_MONTHS = 6
_FIRST_PLAN, _PLAN_ZERO, _PLAN_YEARS = 6, 1981, 5  # 六五 began in 1981; five years each

Span: TypeAlias = tuple[str, str | None, str | None]
_UNKNOWN: Span = ("vague", None, None)


@dataclass(slots=True)
class _Reader:
    """What has been read so far: the day, month and year that later times lean on."""

    text: str
    today: PartialDate | None
    year: int | None = None
    month: int | None = None
    day: str | None = None
    last_month: tuple[int, int] | None = None
    year_end: int = -1
    """Where the mention ends that named `year`."""

    def planned(self, start: int, end: int) -> bool:
        """Say whether the sentence around `[start, end)` plans."""
        if self.text.endswith("以来", start, end):
            # What has gone on since then has begun, whatever else the sentence foresees.
            return False
        stops = [m.end() for m in _STOPS.finditer(self.text, max(0, start - 80), start)]
        left = stops[-1] if stops else max(0, start - 80)
        after = _STOPS.search(self.text, end, end + 60)
        right = after.start() if after else end + 60
        return bool(PLAN_CUE.search(self.text, left, min(right, len(self.text))))

    def future(self, begin: str) -> bool:
        """Say whether the ISO prefix lies wholly after the day of publication."""
        return self.today is not None and PartialDate.parse(begin).first > self.today.last

    def year_of(self, month: int, day: int | None, start: int, end: int) -> int | None:
        """Choose the year of a month and day that the text leaves without one."""
        said = self.year if self.year is not None and not _STOPS.search(self.text, self.year_end, start) else None
        if said is not None and (self.month is not None or self.text[self.year_end : self.year_end + 1] in "，的"):
            return said
        if self.today is None:
            return self.year
        year = self.today.year
        if not exists(year, month, day):
            return year
        if not self.future(iso(year, month, day)):
            ahead = (self.today.month or MONTHS) - month > _FAR_MONTHS
            return year + 1 if ahead and self.planned(start, end) and self._soon(start) else year
        return year if self.planned(start, end) else year - 1

    def _soon(self, start: int) -> bool:
        return bool(re.search("(?:将于|定于|拟于|于明年|计划)$", self.text[max(0, start - 4) : start]))

    def read_year(self, word: str) -> int | None:
        """Return the year that 2016年, 二〇一六年, 去年, 同年 mean."""
        if word[0] in "当同次":
            base = self.year if self.year is not None else (self.today.year if self.today else None)
            return None if base is None else base + (word[0] == "次")
        if word[0] in _YEAR_WORDS and not word[0].isdigit():
            return None if self.today is None else self.today.year + _YEAR_WORDS[word[0]]
        number = parse_number(word.rstrip("年"))
        return None if number is None else int(number)


def find_times(text: str, published: str | None) -> tuple[TimeMention, ...]:
    """Find the times that a text names, in order; `published` is the ISO prefix of its day of issue."""
    plain = text.translate(ASCII)
    try:
        today = PartialDate.parse(published) if published else None
    except KgError:
        today = None
    reader = _Reader(plain, today)
    out: list[TimeMention] = []
    for found in MASTER.finditer(plain):
        name = found.lastgroup or ""
        kind, begin, finish = _HANDLERS[name](reader, found)
        out.append(TimeMention(found.start(), found.end(), text[found.start() : found.end()], kind, begin, finish))
    return tuple(out)


def _vague(_reader: _Reader, _found: re.Match[str]) -> Span:
    return _UNKNOWN


def _plan(_reader: _Reader, found: re.Match[str]) -> Span:
    ordinal = parse_number(re.sub('[“”"]|五[”"]?(?:规划)?(?:期间|时期|以来|末|初)$', "", found.group()))
    if ordinal is None or ordinal < _FIRST_PLAN:
        return _UNKNOWN
    first = _PLAN_ZERO + _PLAN_YEARS * (int(ordinal) - _FIRST_PLAN)
    last = first + _PLAN_YEARS - 1
    if found.group().endswith("末"):
        return "year", iso(last), iso(last)
    if found.group().endswith("初"):
        return "year", iso(first), iso(first)
    running = found.group().endswith("以来") or (_reader.today is not None and _reader.today.year < last)
    return ("since", iso(first), None) if running else ("period", iso(first), iso(last))


def _congress(_reader: _Reader, found: re.Match[str]) -> Span:
    return "since", _CONGRESS[found.group().removeprefix("党的")[:2]], None


def _years(_reader: _Reader, found: re.Match[str]) -> Span:
    first, last = re.findall("[0-9]{4}", found.group())
    return "period", first, last


def _point(reader: _Reader, found: re.Match[str]) -> Span:
    word = found.group()
    since = word.endswith("以来")
    kind, begin, finish = _resolve(reader, word.removesuffix("以来"), found.start(), found.end())
    if since:
        # 去年以来 opens a span; a bare 6月19日 after it is not last year's.
        reader.year = None
        return "since", begin, None
    return kind, begin, finish


def _resolve(reader: _Reader, word: str, start: int, end: int) -> Span:
    parsed = PARSE.fullmatch(word)
    if parsed is None:
        return _UNKNOWN
    year_word, part, month_word, day_word = parsed.group("year", "part", "month", "day")
    month = _number(month_word, "月份") if month_word else None
    day = _number(day_word, "日号") if day_word else None
    year = reader.read_year(year_word) if year_word else None
    if part:
        return _part_of(reader, year, part, start, end) if year is not None else _UNKNOWN
    if month is None and day is not None:
        return _bare_day(reader, day, start, end)
    if year is None and month is not None:
        year = reader.year_of(month, day, start, end)
    if year is None or not exists(year, month, day):
        return _UNKNOWN
    if year_word:
        reader.year, reader.year_end, reader.month = year, end, month
    if month is not None:
        reader.last_month = year, month
    if day is not None:
        reader.day = iso(year, month, day)
    if parsed["from"] and month is not None:
        return "period", iso(year, int(parsed["from"])), iso(year, month)
    date = iso(year, month, day)
    return ("day" if day else "month" if month else "year"), date, date


def _number(word: str, tail: str) -> int:
    value = parse_number(word.rstrip(tail))
    return int(value) if value is not None else 0


def _bare_day(reader: _Reader, day: int, start: int, end: int) -> Span:
    """Give 10日 the month of the day named last, else the latest month that has passed it."""
    for base in (reader.day, str(reader.today) if reader.today and reader.today.day else None):
        if base is None:
            continue
        at = PartialDate.parse(base)
        year, month = at.year, at.month or 1
        later = _next_month(year, month)
        if (
            base == reader.day
            and at.day
            and day < at.day
            and exists(*later, day)
            and not reader.future(iso(*later, day))
        ):
            year, month = later
        if exists(year, month, day) and reader.future(iso(year, month, day)) and not reader.planned(start, end):
            year, month = (year, month - 1) if month > 1 else (year - 1, MONTHS)
        if exists(year, month, day):
            reader.day = iso(year, month, day)
            return "day", reader.day, reader.day
    return _UNKNOWN


def _next_month(year: int, month: int) -> tuple[int, int]:
    return (year, month + 1) if month < MONTHS else (year + 1, 1)


_NUMERALS = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {"两": 2} | {str(i): i for i in range(10)}


def _part_of(reader: _Reader, year: int, part: str, start: int, end: int) -> Span:
    """Resolve 底, 初, 上半年, 前三季度, 前11个月 of a known year."""
    reader.year, reader.year_end, reader.month = year, end, None
    if part in {"底", "末", "年底", "年末"}:
        return "month", iso(year, MONTHS), iso(year, MONTHS)
    if part in {"初", "年初"}:
        return "month", iso(year, 1), iso(year, 1)
    if part == "全年":
        return "year", iso(year), iso(year)
    if part.startswith("前") and part.endswith("月"):
        count = parse_number(part[1:].rstrip("个月"))
        return ("period", iso(year, 1), iso(year, int(count))) if count and count <= MONTHS else _UNKNOWN
    months = _months(part)
    if months is None or start > end:
        return _UNKNOWN
    return "period", iso(year, months[0]), iso(year, months[1])


def _months(part: str) -> tuple[int, int] | None:
    if part in {"上半年", "下半年"}:
        return (1, 6) if part == "上半年" else (7, MONTHS)
    found = re.search("(前?)第?([一二两三四1-4])个?季度", part)
    if found is None:
        return None
    last = _NUMERALS[found[2]] * _QUARTER
    return (1 if found[1] else last - _QUARTER + 1), last


def _bare_part(reader: _Reader, found: re.Match[str]) -> Span:
    """Resolve 前三季度, 上半年, 年底 without a year: the latest that has ended, or that the text plans."""
    part = found.group()
    if reader.today is None:
        return _UNKNOWN
    said = reader.year is not None and not _STOPS.search(reader.text, reader.year_end, found.start())
    year = reader.year if said and reader.year is not None else reader.today.year
    kind, begin, finish = _part_of(reader, year, part, found.start(), found.end())
    if part == "全年" and not said and not reader.planned(found.start(), found.end()):
        # A year that still runs cannot be reported on as a whole.
        year -= reader.today.month != MONTHS
        return _part_of(reader, year, part, found.start(), found.end())
    if begin is None or finish is None or said or not _unfinished(reader, part, begin, finish):
        return kind, begin, finish
    if reader.planned(found.start(), found.end()) or part in {"年底", "年末"}:
        return kind, begin, finish
    return _part_of(reader, year - 1, part, found.start(), found.end())


def _unfinished(reader: _Reader, part: str, begin: str, finish: str) -> bool:
    """Say whether a period cannot have been reported on yet: a running 一季度 may, a running 前三季度 may not."""
    last = PartialDate.parse(finish)
    return reader.future(iso(last.year, last.month, 1) if part.startswith("前") else begin)


def _months_range(reader: _Reader, found: re.Match[str]) -> Span:
    head = re.match("(.*?年)?", found.group())
    year_word = head[0] if head else ""
    first, last = (int(n) for n in re.findall("[0-9]+", found.group()[len(year_word) :]))
    year = reader.read_year(year_word) if year_word else reader.year_of(last, None, found.start(), found.end())
    if year is None or not exists(year, first) or first >= last:
        return _UNKNOWN
    return "period", iso(year, first), iso(year, last)


def _days_range(reader: _Reader, found: re.Match[str]) -> Span:
    cut = re.search("([0-9]+)(?:[^0-9]+)([0-9]+)日$", found.group())
    if cut is None:
        return _UNKNOWN
    head = found.group()[: cut.start()]
    kind, begin, _ = _resolve(reader, f"{head}{cut[1]}日", found.start(), found.end())
    if kind != "day" or begin is None:
        return _UNKNOWN
    return _until(reader, begin, int(cut[2]))


def _until(reader: _Reader, begin: str, last_day: int) -> Span:
    at = PartialDate.parse(begin)
    year, month = at.year, at.month or 1
    if at.day is not None and last_day < at.day:
        year, month = _next_month(year, month)
    if not exists(year, month, last_day):
        return _UNKNOWN
    reader.day = iso(year, month, last_day)
    return "days", begin, reader.day


def _range(reader: _Reader, found: re.Match[str]) -> Span:
    parts = _split(found.group())
    if parts is None:
        return _UNKNOWN
    kind, begin, _ = _resolve(reader, parts[0], found.start(), found.end())
    if begin is None:
        return _UNKNOWN
    parsed = PARSE.fullmatch(parts[1])
    if parsed is None:
        return _UNKNOWN
    if parsed["day"] and not parsed["month"]:
        return _until(reader, begin, _number(parsed["day"], "日号")) if kind == "day" else _UNKNOWN
    first = PartialDate.parse(begin)
    _, _, finish = _resolve(reader, parts[1], found.start(), found.end())
    if finish is None:
        return _UNKNOWN
    last = PartialDate.parse(finish)
    if not parsed["year"] and last.last < first.first and exists(first.year, last.month, last.day):
        # 12月28日至1月3日 runs over the year's end; 2019年12月至2月 says the year once.
        finish = iso(first.year + (last.month is not None and last.month < (first.month or 1)), last.month, last.day)
    if kind == "day":
        reader.day = finish
    return ("days" if kind == "day" else "period"), begin, finish


def _split(word: str) -> tuple[str, str] | None:
    for cut in SPLIT.finditer(word):
        left, right = word[: cut.start()], word[cut.end() :]
        if PARSE.fullmatch(left) and PARSE.fullmatch(right):
            return left, right
    return None


def _same_day(reader: _Reader, found: re.Match[str]) -> Span:
    if found.group().startswith("当地时间"):
        word = found.group().removeprefix("当地时间")
        return _resolve(reader, word, found.start(), found.end())
    return ("day", reader.day, reader.day) if reader.day else _UNKNOWN


def _next_day(reader: _Reader, _found: re.Match[str]) -> Span:
    if reader.day is None:
        return _UNKNOWN
    reader.day = shift_days(reader.day, 1)
    return "day", reader.day, reader.day


def _relative_day(reader: _Reader, found: re.Match[str]) -> Span:
    if reader.today is None or reader.today.day is None:
        return _UNKNOWN
    reader.day = shift_days(str(reader.today), _DAY_WORDS[found.group()[0]])
    return "day", reader.day, reader.day


def _week(reader: _Reader, found: re.Match[str]) -> Span:
    """Resolve 上周五, 周三; weeks begin on Monday, and a bare 周三 is the latest that has passed."""
    if reader.today is None or reader.today.day is None:
        return _UNKNOWN
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


def _relative_month(reader: _Reader, found: re.Match[str]) -> Span:
    if reader.today is None or reader.today.month is None:
        return _UNKNOWN
    year, month = reader.today.year, reader.today.month
    if found.group()[0] in "当同" and reader.last_month:
        year, month = reader.last_month
    if found.group()[0] == "上":
        year, month = (year, month - 1) if month > 1 else (year - 1, MONTHS)
    elif found.group()[0] == "下":
        year, month = _next_month(year, month)
    named = re.search("月([0-9一二三十]+)[日号]$", found.group())
    if named is None:
        return "month", iso(year, month), iso(year, month)
    day = _number(named[1], "")
    if not 1 <= day <= month_days(year, month):
        return _UNKNOWN
    reader.day = iso(year, month, day)
    return "day", reader.day, reader.day


_HANDLERS: dict[str, Callable[[_Reader, re.Match[str]], Span]] = {
    "plan": _plan,
    "congress": _congress,
    "years": _years,
    "months": _months_range,
    "days": _days_range,
    "range": _range,
    "point": _point,
    "bareday": _point,
    "sameday": _same_day,
    "nextday": _next_day,
    "relday": _relative_day,
    "week": _week,
    "relmonth": _relative_month,
    "part": _bare_part,
    "half": _same_day,
    "vague": _vague,
}
