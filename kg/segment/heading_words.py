"""How headings are worded: what speaks for a line as a heading, what against it, where prose is cut."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.segment.lines import Line

WIDEST = 46
"""How wide a heading may be where prose is as wide."""
COMMA = 3.5
# Prose may be cut after any character; a headline does not end with a particle or a comma, nor begin with a mark.
_CUT_END = re.compile(r"[，、；,;（“《的了在和与是对为将及把被从向以由其并]$")
CLAUSE_END = re.compile(r"[，、：；（“《]$")
_CUT_START = re.compile(r"^(?:[，。、；：！？）”》’,.;:!?)」』－]|[（(]\d|[一二三四五六七八九十]{1,2}、)")
# When and where something was published, as web pages say it: 03月26日 08时47分 来源: 汾阳新报.
_STAMP = re.compile(r"^\d{1,2}月\d{1,2}日\d{1,2}[时:：]|\d{1,2}[时:：]\d{1,2}分?来源|来源[:：]")
CLOSING = re.compile("[”’》】）]")
_INNER_STOP = re.compile(r"[。；;]")
_COMMA = re.compile(r"[，,]")
SUBTITLE = re.compile(r"^[—－-]{1,4}(?=\S)")
# A label in a list: 优秀共产党员（5名）.
COUNTED = re.compile(r"（\d{1,3}[名个人家项件户所篇条]）$")
# Prose goes on with a comma after these (他强调，…), and no line begins with one.
TOLD = re.compile(r"(?:强调|要求|指出)$")
BRACKETED = re.compile(r"^【")
BODY_START = re.compile(
    r"^(?:“|\d{1,4}年|\d{1,2}月|\d{1,2}日|近年来|近日|日前|昨日|昨天|今年|去年|连日来|为了?|在|据|目前|截至|当天|"
    r"随后|会议[指强要认]|会上|"
    r"[（(]\d{4}年|[一二三四五六七八九十]{1,2}、|[\u4e00-\u9fff]{2,4}(?:指出|强调|要求|表示|说)，)"
)


def may_head(line: Line, widest: float = WIDEST) -> bool:
    """Say whether a line may be a heading at all, none of which are wider than `widest`."""
    return not (
        line.opens
        or line.byline
        or line.furniture
        or line.tabular
        or line.width > widest
        or _INNER_STOP.search(line.text)
        or _CUT_START.match(line.text)
        or line.text.endswith(("，", ",", "；", "：", ":"))
        or COUNTED.search(line.text)
        or _STAMP.search(line.text)
    )


def heading_wording(line: Line) -> float:
    """Score a line's wording as a heading's."""
    text = line.text
    score = 0.0
    if line.doubled:
        score += 6
    if SUBTITLE.match(text):
        score += 5
    if BRACKETED.match(text):
        score += 3
    if line.parted:
        score += 1.5
    if TOLD.search(text):
        score += 2
    if _COMMA.search(text):
        score -= COMMA
    if _CUT_END.search(text):
        score -= 2
    if BODY_START.match(text):
        score -= 1.5
    if text.endswith(("：", ":")) or text.startswith(("（", "(")):
        score -= 2
    return score - (1.5 if line.stops else 0)


def unpaired(text: str) -> bool:
    """Say whether a bracket or a quotation mark of a text has no other half."""
    return any(text.count(left) != text.count(right) for left, right in ("“”", "（）", "《》", "【】"))
