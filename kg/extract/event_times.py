"""When a happening took place, from the times that stand in its sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.event_drafts import When
from kg.extract.outlines import TIME
from kg.mention import TimeMention

if TYPE_CHECKING:
    from kg.extract.outlines import Outline

RECENT_WORDS = ("近日", "日前", "连日", "这两天", "近几日", "近几天", "最近几天", "这几天", "即日起")
RECENT = re.compile("(?<!今)(?<!明)(?<!当)(?<!即)(?:近日|日前|连日来|这两天|近几日|近几天|最近几天|连日|这几天)|即日起")
_NOT_OF_EVENT = re.compile(
    "(?:以来|以前|之前|前夕|年底前|期间|来(?!到)|的(?!(?:第.次)?(?:全体|闭幕|会议|开幕|表决|大会))|第|以后|度)"
)
_BOUND = re.compile("(?:截至|截止|自|到|至|力争|计划|预计|将于|有望|从)$")
_AT_ONCE = re.compile("即日起")
_BARE_DAY = re.compile("(\\d{1,2})日(?!至)")
_AHEAD = re.compile("(?<![上中少大主])将|决定|定于|预计|计划|拟于?|(?:展期|持续|延续)[^，。]{0,3}$")
_UP_TO = re.compile("(?:截至|截止)$")
# The day before this one begins what this one ends: 明天（4月15日）至5月5日, 从今年6月起至12月.
_UP_TO_THEN = re.compile(f"{TIME}）?起?[至到—]$")
_NAME = 24
_DAY = len("2021-04-08")


def find_when(outline: Outline, start: int, verb: int, end: int, published: str | None, *, recent: bool = True) -> When:
    """Return the time of the happening whose verb stands at `verb` in the sentence `[start, end)`.

    `recent` False: the article is known to hold no 近日 and its like.
    """
    text = outline.text
    best: When | None = None
    for at, item in outline.iter_items(TIME, start, verb):
        if isinstance(item, TimeMention) and (when := _when(outline, at, item, published)) is not None:
            if best is not None and best.begin and _is_coarser(when.begin or "", best.begin):
                continue
            if best is not None and _UP_TO_THEN.search(text, start, at) and when.begin:
                when = When(best.begin, _not_before(when.finish or when.begin, best.begin or ""), told=True)
            if best is not None and best.open and text[at - 1] == "于" and when.begin:
                return When(best.begin, when.finish or when.begin, told=True)  # 从3月起…于7月21日完成
            best = when
    if best is None:
        for at, item in outline.iter_items(TIME, verb, end):
            if text[at - 1] == "于" and isinstance(item, TimeMention):
                best = _when(outline, at, item, published)
    coarse = best is None or (len(best.begin or "") == len("2021") and not best.open)  # 近日公布2023年…名单
    if coarse and recent and (word := RECENT.search(text, start, verb) or _AT_ONCE.search(text, verb, end)):
        best = _recent(word[0], published)
    return best or When()


def _not_before(finish: str, begin: str) -> str:
    """Return the end of a span in the year of its beginning, where a month alone was read as the last past one."""
    return begin[:4] + finish[4:] if finish < begin[: len(finish)] else finish


def _is_coarser(begin: str, known: str) -> bool:
    """Say whether a time tells less than one told before it: a month after a day, a year (2023年…) after a month."""
    return len(known) >= _DAY > len(begin) or len(known) > len("2021") >= len(begin)


def _recent(word: str, published: str | None) -> When:
    """Return the month of publication for 近日, its day for 即日起."""
    if published is None or len(published) < len("2021-04"):
        return When(told=True)
    return When(published if word == "即日起" else published[: len("2021-04")], None, told=True)


def _recent_day(day: int, published: str) -> str:
    """Return the last day of that number up to publication: a bare 29日 is not next month's."""
    month = published[:7] if day <= int(published[8:10]) else _month_before(published[:7])
    return f"{month}-{day:02}"


def _when(outline: Outline, at: int, item: TimeMention, published: str | None) -> When | None:
    """Return the time that a mention gives its happening; None where it dates something else (截至…, …以来)."""
    text = outline.text
    if text.rfind("“", max(0, at - _NAME), at) > text.rfind("”", max(0, at - _NAME), at):
        return None  # “三月三”文化节: within a name
    if RECENT.fullmatch(item.text):
        return _recent(item.text, published)
    if item.begin is None:
        return When(told=True)
    if (
        item.text.endswith(("以来", "年来", "月来"))
        or _NOT_OF_EVENT.match(text, at + 1)
        or _UP_TO.search(text[max(0, at - 2) : at])
    ):
        return None
    bare = _BARE_DAY.match(item.text)
    if bare and published and len(published) == _DAY:
        day = _bare_day(outline, at, int(bare[1]), published)
        goes_on = text[at + 1 : at + 2] == "起"  # 10日起遭遇强降雨
        return When(day, None if goes_on else day, told=True, open=goes_on)
    when = _interval(text, at, item, item.begin)
    return _ahead(when, published) if _AHEAD.search(text[max(0, at - _NAME) : at]) and "年" not in item.text else when


def _ahead(when: When, published: str | None) -> When:
    """Return the next such day for what is planned: a month and day without a year are read as past."""
    begin, finish = when.begin or "", when.finish
    if not published or len(begin) < len("2021-04") or int(published[:4]) - int(begin[:4]) != 1:
        return when
    begin, finish = published[:4] + begin[4:], finish and str(int(finish[:4]) + 1) + finish[4:]
    return When(begin, finish, told=True, open=when.open) if begin >= published[: len(begin)] else when


def _bare_day(outline: Outline, at: int, day: int, published: str) -> str:
    """Return what 19日 means: a day of the month named before it in the paragraph, else the last one there was."""
    start = outline.text.rfind("\n", 0, at) + 1
    for _, item in sorted(outline.iter_items(TIME, start, at), reverse=True):
        if (
            isinstance(item, TimeMention)
            and item.begin
            and item.kind in {"day", "days"}
            and not _BARE_DAY.match(item.text)
        ):
            named = f"{item.begin[:7]}-{day:02}"
            near = item.begin[:7] >= _month_before(_month_before(published[:7]))
            if near and item.begin <= named <= max(published, item.finish or ""):
                return named
            break
    return _recent_day(day, published)


def _month_before(month: str) -> str:
    year, number = int(month[:4]), int(month[5:7])
    return f"{year}-{number - 1:02}" if number > 1 else f"{year - 1}-12"


def _interval(text: str, at: int, item: TimeMention, begin: str) -> When:
    if item.kind == "since" or text[at - 1 : at] in {"从", "自"} or text[at + 1 : at + 2] == "起":
        return When(begin, None, told=True, open=True)
    if len(begin) >= _DAY and item.kind in {"day", "days"}:
        return When(begin, item.finish or begin, told=True)
    return When(begin, item.finish if item.finish != begin else None, told=True)
