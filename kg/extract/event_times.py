"""When a happening took place, from the times that stand in its sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.event_drafts import When
from kg.extract.outlines import TIME
from kg.mention import TimeMention

if TYPE_CHECKING:
    from kg.extract.outlines import Outline

RECENT = re.compile("(?<!今)(?<!明)(?<!当)(?<!即)(?:近日|日前|连日来|这两天|近几日|近几天|最近几天|连日|这几天)|即日起")
_NOT_OF_EVENT = re.compile("(?:以来|以前|之前|前夕|年底前|期间|来(?!到)|的|第|以后|度)")
_BOUND = re.compile("(?:截至|截止|自|到|至|力争|计划|预计|将于|有望|从)$")
_AT_ONCE = re.compile("即日起")
_BARE_DAY = re.compile("(\\d{1,2})日(?!至)")
_DAY = len("2021-04-08")


def find_when(outline: Outline, start: int, verb: int, end: int, published: str | None) -> When:
    """Return the time of the happening whose verb stands at `verb` in the sentence `[start, end)`."""
    text = outline.text
    best: When | None = None
    for at, item in outline.iter_items(TIME, start, verb):
        if isinstance(item, TimeMention) and (when := _when(text, at, item, published)) is not None:
            if best is not None and best.begin and len(best.begin) >= _DAY and len(when.begin or "") < _DAY:
                continue
            if best is not None and best.open and text[at - 1] == "于" and when.begin:
                return When(best.begin, when.finish or when.begin, told=True)  # 从3月起…于7月21日完成
            best = when
    if best is None:
        for at, item in outline.iter_items(TIME, verb, end):
            if text[at - 1] == "于" and isinstance(item, TimeMention):
                best = _when(text, at, item, published)
    if best is None and (recent := RECENT.search(text, start, verb) or _AT_ONCE.search(text, verb, end)):
        best = _recent(recent[0], published)
    return best or When()


def _recent(word: str, published: str | None) -> When:
    """Return the month of publication for 近日, its day for 即日起."""
    if published is None or len(published) < len("2021-04"):
        return When(told=True)
    return When(published if word == "即日起" else published[: len("2021-04")], None, told=True)


def _recent_day(day: int, published: str) -> str:
    """Return the last day of that number up to publication: a bare 29日 is not next month's."""
    year, month = int(published[:4]), int(published[5:7])
    if day > int(published[8:10]):
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return f"{year}-{month:02}-{day:02}"


def _when(text: str, at: int, item: TimeMention, published: str | None) -> When | None:
    """Return the time that a mention gives its happening; None where it dates something else (截至…, …以来)."""
    if RECENT.fullmatch(item.text):
        return _recent(item.text, published)
    if item.begin is None:
        return When(told=True)
    if (
        item.text.endswith(("以来", "年来", "月来"))
        or _NOT_OF_EVENT.match(text, at + 1)
        or re.search("(?:截至|截止)$", text[max(0, at - 2) : at])
    ):
        return None
    return _interval(text, at, item, item.begin, published)


def _interval(text: str, at: int, item: TimeMention, begin: str, published: str | None) -> When:
    if published and len(published) == _DAY and begin > published and (bare := _BARE_DAY.match(item.text)):
        day = _recent_day(int(bare[1]), published)
        return When(day, day, told=True)
    if item.kind == "since" or text[at - 1 : at] in {"从", "自"} or text[at + 1 : at + 2] == "起":
        return When(begin, None, told=True, open=True)
    if len(begin) >= _DAY and item.kind in {"day", "days"}:
        return When(begin, item.finish or begin, told=True)
    return When(begin, item.finish if item.finish != begin else None, told=True)
