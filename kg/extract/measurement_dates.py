"""The day or period that a number is of: 前三季度 of 2023 gives 2023-01 to 2023-09, dated 2023-09."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.dates import PartialDate, iso
from kg.language.cues import Tail
from kg.values import replace, value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.mention import TimeMention

_UNTIL = Tail("(?:截至|截止|截止到|到)$")
_NOW = re.compile("^(?:截至目前|截止目前|目前|至今|眼下|当前)$")
_YEAR_END = Tail("年年?[底末]$")
_SUBJECT = re.compile("(?<=，)[0-9]+个(?=[^，。0-9]{2,10}$)")  # 截至10月底，19个省市今年实施…
_THEN = re.compile("(?:最初|原来|原先|当初|以前|过去|曾经|原有|起初|开始|早先)的?$")
_BY_NOW = re.compile("(?:现在|如今|目前|当前|眼下)的?$|^(?:如今|而今|现如今)")
_THIS_WEEK = ("本周", "这周", "本星期")
_FAR = 15
_YEAR = 4


@value
class Period:
    """When a number holds; `base` is what it is compared with."""

    date: str | None = None
    start: str | None = None
    end: str | None = None
    base: str | None = None


def find_period(
    text: str, times: Sequence[TimeMention], left: int, at: int, published: str | None, *, carried: bool = False
) -> Period | None:
    """Return the period of a number at `at`, told by the times of `[left, at)`; None where they tell none.

    A time that only qualifies another number (由2015年的, 占2019年总数的) is not `carried` to this one.
    """
    for time in reversed(times):
        if time.end > at:
            continue
        if time.start < left:
            return None
        if carried and (
            text[time.end : time.end + 1] == "的" or text[time.start - 1 : time.start] in set("由从占比较")
        ):
            continue
        period = _period_of(text, time, at, published)
        if period is not None:
            return _until(text, times, time, period)
    return None


def told_now(before: str, published: str | None) -> Period | None:
    """Read 由最初的5户发展到现在的236户: the former is of no known time, the latter of the day of publication."""
    if _BY_NOW.search(before):
        return Period(date=published)
    return Period() if _THEN.search(before) else None


def _until(text: str, times: Sequence[TimeMention], time: TimeMention, period: Period) -> Period:
    """Read 截至11月末，某区今年新增: the year so far, up to the day told before it."""
    if time.begin is None or len(time.begin) != _YEAR or period.date is None or _UNTIL.search(text, 0, time.start):
        return period
    for before in reversed(times):
        gap = _SUBJECT.sub("", text[before.end : time.start])
        if before.end <= time.start and len(gap) <= _FAR and not re.search("[。；0-9]", gap):
            until = before.finish if _UNTIL.search(text, max(0, before.start - 3), before.start) else None
            if until is not None and until.startswith(time.begin):
                return replace(period, date=until, end=until if period.end else None)
    return period


def _period_of(text: str, time: TimeMention, at: int, published: str | None) -> Period | None:
    if _NOW.match(time.text):
        return Period(date=published)
    if time.begin is None or of_a_goal(text, time) or _compares(text, time):
        return None
    if text[time.start - 1 : time.start] in {"自", "从"} and re.match(
        "[^，。；]{1,30}以来", text[time.end : time.end + 33]
    ):
        return Period(published, time.begin, published)
    until = bool(_UNTIL.search(text[max(0, time.start - 3) : time.start]))
    if time.kind in {"day", "days"}:
        of_the_day = (
            time.text.startswith("当") and at - time.end <= _FAR and text[time.end : time.end + 1] in {"共", "，"}
        )
        return Period(date=time.finish) if until or of_the_day else None
    return _longer(time, published)


def _compares(text: str, time: TimeMention) -> bool:
    """Say whether a time is what a number is compared with: 比去年, 恢复至2019年, 是去年同期的5倍."""
    if re.search("(?:比|较|超过|与|恢复[到至]|相当于|[高低快慢多少]于)$", text[max(0, time.start - 3) : time.start]):
        return True
    return text[time.start - 1 : time.start] in {"是", "为"} and text.startswith(("同期", "的"), time.end)


def of_a_goal(text: str, time: TimeMention) -> bool:
    """Say whether a time only belongs to a goal: 完成全年目标的102%."""
    return bool(re.match("(?:度)?(?:总?目标|任务|计划|预算|考核)", text[time.end : time.end + 5]))


def _longer(time: TimeMention, published: str | None) -> Period:
    begin = time.begin or ""
    if time.kind == "since":
        year_only = published is not None and begin == published[:4]
        return Period(begin if year_only else published, begin, published)
    if time.kind == "month":
        # 去年底 tells the state that a year ended in.
        return Period(date=begin[:4] if _YEAR_END.search(time.text) else begin)
    if time.kind == "year" and begin == time.finish and "全年" not in time.text:
        return Period(date=begin)
    finish = time.finish
    if time.text.startswith(_THIS_WEEK) and published is not None and finish is not None and published < finish:
        finish = published
    return Period(finish or begin, begin, finish)


def with_base(period: Period, before: str) -> Period:
    """Add the period compared with: the same a year before for 同比, the one before for 环比."""
    last = period.end or period.date
    if last is None:
        return period
    if re.search("同比|[去上]年同期|[比较][去上]年", before):
        at = PartialDate.parse(last)
        day = at.day if at.day != 29 or at.month != 2 else 28  # noqa: PLR2004  29 February
        return replace(period, base=iso(at.year - 1, at.month, day))
    if (
        re.search("环比|[比较]上(?:个?月|季度)", before)
        and (at := PartialDate.parse(last)).day is None
        and at.month is not None
    ):
        return replace(period, base=_month_before(period, at))
    return period


def _month_before(period: Period, last: PartialDate) -> str:
    span = 1
    if period.start is not None and (first := PartialDate.parse(period.start)).month is not None:
        span = (last.year - first.year) * 12 + (last.month or 1) - first.month + 1
    months = last.year * 12 + (last.month or 1) - 1 - span
    return iso(months // 12, months % 12 + 1)
