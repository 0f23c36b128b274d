"""What reading a text for its times keeps: the day, month and year that later times lean on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from kg.annotate.numerals import parse_number
from kg.annotate.time_patterns import PLAN_CUE
from kg.dates import MONTHS, PartialDate, exists, iso, shift_days

STOPS = re.compile("[。！？\n；]")
YEAR_WORDS = {"今": 0, "本": 0, "去": -1, "上": -1, "前": -2, "明": 1}
_FAR_MONTHS = 6
_NEWS_DAYS = 31

Span: TypeAlias = tuple[str, str | None, str | None]
"""Kind, begin and finish of a time, as in `kg.mention.TimeMention`."""
UNKNOWN: Span = ("vague", None, None)


@dataclass(slots=True)
class Reader:
    """What has been read so far: the day, month and year that later times lean on."""

    text: str
    today: PartialDate | None
    year: int | None = None
    month: int | None = None
    day: str | None = None
    last_month: tuple[int, int] | None = None
    news: str | None = None
    """The last day named of those that the paper may report of."""
    year_end: int = -1
    """Where the mention ends that named `year`."""

    def planned(self, start: int, end: int) -> bool:
        """Say whether the sentence around `[start, end)` plans."""
        if self.text.endswith("以来", start, end):
            # What has gone on since then has begun, whatever else the sentence foresees.
            return False
        stops = [m.end() for m in STOPS.finditer(self.text, max(0, start - 80), start)]
        left = stops[-1] if stops else max(0, start - 80)
        after = STOPS.search(self.text, end, end + 60)
        right = after.start() if after else end + 60
        return bool(PLAN_CUE.search(self.text, left, min(right, len(self.text))))

    def future(self, begin: str) -> bool:
        """Say whether the ISO prefix lies wholly after the day of publication."""
        return self.today is not None and PartialDate.parse(begin).first > self.today.last

    def is_news(self, day: str) -> bool:
        """Say whether a day lies so near the day of publication that the paper may report of it."""
        if self.today is None or self.today.day is None:
            return False
        return shift_days(str(self.today), -_NEWS_DAYS) <= day <= shift_days(str(self.today), _NEWS_DAYS)

    def year_of(self, month: int, day: int | None, start: int, end: int) -> int | None:
        """Choose the year of a month and day that the text leaves without one."""
        said = self.year if self.year is not None and not STOPS.search(self.text, self.year_end, start) else None
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
        if word[0] in YEAR_WORDS and not word[0].isdigit():
            return None if self.today is None else self.today.year + YEAR_WORDS[word[0]]
        number = parse_number(word.rstrip("年"))
        return None if number is None else int(number)
