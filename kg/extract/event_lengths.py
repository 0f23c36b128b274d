"""How long a happening goes on, where the text says so beside its day: 展期至10月31日, 为期5天."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kg.extract.event_drafts import When
from kg.extract.event_merging import same_day
from kg.extract.outlines import expand
from kg.mention import TimeMention

if TYPE_CHECKING:
    from kg.extract.event_drafts import Draft
    from kg.extract.outlines import Outline

_LASTS = re.compile(expand("(?:展期|会期|赛期|活动|展览|持续|延续)[^，。]{0,6}[至到]{T}"))
_FOR = re.compile("为期(?P<n>[0-9]{1,3}|[一二两三四五六七八九十]{1,3})(?P<unit>天|日|个?半?月|周|个?星期|年|个学期)")
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_LONG = {"activity", "training", "meeting", "visit"}
_OPENING = ("开幕", "启幕", "启动")
_CLOSING = re.compile("闭幕|落幕|落下帷幕|结业|收官|闭会")
# What a later sentence goes on about: 展览将持续到…, 培训为期10天.
_IT = re.compile(
    "(?:此次|本次|本届|本期|该)?(?:展览|展会|展出|活动|大赛|赛事|比赛|培训|培训班|论坛|会议|大会|博览会|文化节|访问)(?:将|预计)?"
    "(?=为期|持续|延续|展期|至)"
)
_TEN = 10


def settle_length(draft: Draft, outline: Outline, start: int, verb: int, end: int) -> None:
    """Let what is held go on up to the day, or for the days, that its sentence `[start, end)` tells behind `start`."""
    if draft.kind not in _LONG or not same_day(draft.when):
        return
    told = outline.text[verb:end]
    if draft.kind == "activity" and not told.startswith(_OPENING):  # an opening is of one day
        _up_to(draft, outline, verb, end)
    if (lasts := _FOR.search(outline.text, start, end)) is not None:
        _for_days(draft, lasts, closes=_CLOSING.search(told) is not None)


def lengthen(draft: Draft, outline: Outline, start: int, end: int) -> bool:
    """Take from a later sentence how long the happening told before it goes on, and say whether it tells that."""
    it = _IT.match(outline.text, start, end)
    if (
        it is None
        or draft.kind not in _LONG
        or not same_day(draft.when)
        or draft.when.finish not in {None, draft.when.begin}
    ):
        return False
    if (lasts := _FOR.match(outline.text, it.end(), end)) is not None:
        _for_days(draft, lasts, closes=False)
    else:
        _up_to(draft, outline, start, end)
    return True


def _up_to(draft: Draft, outline: Outline, start: int, end: int) -> None:
    match = _LASTS.search(outline.text, start, end)
    last = outline.items.get(match.end() - 1) if match else None
    begin = draft.when.begin or ""
    if isinstance(last, TimeMention) and last.begin:
        day = begin[:4] + last.begin[4:]
        finish = day if day >= begin[: len(day)] else f"{int(begin[:4]) + 1}{day[4:]}"
        draft.when = When(begin, finish, told=draft.when.told)


def _for_days(draft: Draft, lasts: re.Match[str], *, closes: bool) -> None:
    """Count the days from the first, or back from the last; a length in weeks or months leaves the other end open."""
    known = draft.when
    if known.finish not in {None, known.begin} or (known.finish is None and not known.open):
        return
    days = _number(lasts["n"]) if lasts["unit"] in {"天", "日"} else 0
    day = date.fromisoformat(known.begin or "")
    if closes:
        begin = (day - timedelta(days - 1)).isoformat() if days else None
        draft.when = When(begin or known.finish, known.finish, told=known.told)
    else:
        finish = (day + timedelta(days - 1)).isoformat() if days else None
        draft.when = When(known.begin, finish, told=known.told)


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    tens, ten, ones = word.rpartition("十")
    return (_DIGITS.get(tens, 1) * _TEN if ten else 0) + _DIGITS.get(ones, 0)
