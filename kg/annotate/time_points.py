"""Times that name a point or a stretch of the calendar: 2021年4月8日, 10日, 前三季度, 3月至5月, 28日至次年1月3日."""

from __future__ import annotations

import re

from kg.annotate.numerals import parse_number
from kg.annotate.time_patterns import PARSE, SPLIT
from kg.annotate.time_reader import STOPS, UNKNOWN, Reader, Span
from kg.dates import MONTHS, PartialDate, exists, iso

_QUARTER = 3
_NUMERALS = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {"两": 2} | {str(i): i for i in range(10)}


def point(reader: Reader, found: re.Match[str]) -> Span:
    """Resolve a year, month or day, or any of their parts: 2021年4月8日, 去年底, 9月以来."""
    word = found.group()
    since = word.endswith("以来")
    kind, begin, finish = resolve(reader, word.removesuffix("以来"), found.start(), found.end())
    if since:
        # 去年以来 opens a span; a bare 6月19日 after it is not last year's.
        reader.year = None
        return "since", begin, None
    return kind, begin, finish


def resolve(reader: Reader, word: str, start: int, end: int) -> Span:
    """Resolve the words of a point."""
    parsed = PARSE.fullmatch(word)
    if parsed is None:
        return UNKNOWN
    year_word, part, month_word, day_word = parsed.group("year", "part", "month", "day")
    month = count_of(month_word, "月份") if month_word else None
    day = count_of(day_word, "日号") if day_word else None
    year = reader.read_year(year_word) if year_word else None
    if part:
        return _part_of(reader, year, part, start, end) if year is not None else UNKNOWN
    if month is None and day is not None:
        return _bare_day(reader, day, start, end)
    if year is None and month is not None:
        year = reader.year_of(month, day, start, end)
    if year is None or not exists(year, month, day):
        return UNKNOWN
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


def count_of(word: str, tail: str) -> int:
    """Return the number before a tail, 0 where there is none."""
    value = parse_number(word.rstrip(tail))
    return int(value) if value is not None else 0


def _bare_day(reader: Reader, day: int, start: int, end: int) -> Span:
    """Give 10日 the month of the day named last, else the latest month that has passed it."""
    for base in (reader.day, str(reader.today) if reader.today and reader.today.day else None):
        if base is None:
            continue
        at = PartialDate.parse(base)
        year, month = at.year, at.month or 1
        later = next_month(year, month)
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
    return UNKNOWN


def next_month(year: int, month: int) -> tuple[int, int]:
    """Return the month after."""
    return (year, month + 1) if month < MONTHS else (year + 1, 1)


def _part_of(reader: Reader, year: int, part: str, start: int, end: int) -> Span:
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
        return ("period", iso(year, 1), iso(year, int(count))) if count and count <= MONTHS else UNKNOWN
    months = _months(part)
    if months is None or start > end:
        return UNKNOWN
    return "period", iso(year, months[0]), iso(year, months[1])


def _months(part: str) -> tuple[int, int] | None:
    if part in {"上半年", "下半年"}:
        return (1, 6) if part == "上半年" else (7, MONTHS)
    found = re.search("(前?)第?([一二两三四1-4])个?季度", part)
    if found is None:
        return None
    last = _NUMERALS[found[2]] * _QUARTER
    return (1 if found[1] else last - _QUARTER + 1), last


def bare_part(reader: Reader, found: re.Match[str]) -> Span:
    """Resolve 前三季度, 上半年, 年底 without a year: the latest that has ended, or that the text plans."""
    part = found.group()
    if reader.today is None:
        return UNKNOWN
    said = reader.year is not None and not STOPS.search(reader.text, reader.year_end, found.start())
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


def _unfinished(reader: Reader, part: str, begin: str, finish: str) -> bool:
    """Say whether a period cannot have been reported on yet: a running 一季度 may, a running 前三季度 may not."""
    last = PartialDate.parse(finish)
    return reader.future(iso(last.year, last.month, 1) if part.startswith("前") else begin)


def months_range(reader: Reader, found: re.Match[str]) -> Span:
    """Resolve 2021年1—9月."""
    head = re.match("(.*?年)?", found.group())
    year_word = head[0] if head else ""
    first, last = (int(n) for n in re.findall("[0-9]+", found.group()[len(year_word) :]))
    year = reader.read_year(year_word) if year_word else reader.year_of(last, None, found.start(), found.end())
    if year is None or not exists(year, first) or first >= last:
        return UNKNOWN
    return "period", iso(year, first), iso(year, last)


def days_range(reader: Reader, found: re.Match[str]) -> Span:
    """Resolve 4月8日至10日 and 8、9日."""
    cut = re.search("([0-9]+)(?:[^0-9]+)([0-9]+)日$", found.group())
    if cut is None:
        return UNKNOWN
    head = found.group()[: cut.start()]
    kind, begin, _ = resolve(reader, f"{head}{cut[1]}日", found.start(), found.end())
    if kind != "day" or begin is None:
        return UNKNOWN
    return _until(reader, begin, int(cut[2]))


def _until(reader: Reader, begin: str, last_day: int) -> Span:
    at = PartialDate.parse(begin)
    year, month = at.year, at.month or 1
    if at.day is not None and last_day < at.day:
        year, month = next_month(year, month)
    if not exists(year, month, last_day):
        return UNKNOWN
    reader.day = iso(year, month, last_day)
    return "days", begin, reader.day


def points_range(reader: Reader, found: re.Match[str]) -> Span:
    """Resolve a range between two points: 去年3月至今年5月."""
    parts = _split(found.group())
    if parts is None:
        return UNKNOWN
    kind, begin, _ = resolve(reader, parts[0], found.start(), found.end())
    if begin is None:
        return UNKNOWN
    parsed = PARSE.fullmatch(parts[1])
    if parsed is None:
        return UNKNOWN
    if parsed["day"] and not parsed["month"]:
        return _until(reader, begin, count_of(parsed["day"], "日号")) if kind == "day" else UNKNOWN
    first = PartialDate.parse(begin)
    _, _, finish = resolve(reader, parts[1], found.start(), found.end())
    if finish is None:
        return UNKNOWN
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
