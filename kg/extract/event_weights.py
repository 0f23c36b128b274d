"""What weighs too little: drafts of events that no reader would defend by pointing at the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.event_merging import same_day

if TYPE_CHECKING:
    from kg.extract.event_drafts import Draft

_SIDES = re.compile("双方|两国|两地|两省|两市|两县")
_ANY_KIND = re.compile("(?:形式多样|丰富多彩|多种形式|各类|各种|一系列|多彩).{0,10}(?:活动|比赛|演出)$")
_COUNTED = re.compile("(?:\\d+多?余?|[一二三四五六七八九十百千]+(?:多|余)|等多|等若干|一系列)[场项个次家条座]")
_BARE_PAPER = re.compile("(?:最新|初步|有关|统计|相关)*(?:数据|报告|公告|通知|通告|消息|名单)(?:：|$)")
_SUCH = re.compile("等.{0,4}(?:活动|赛事|演出|比赛)$|、.*、")
_SOME = re.compile("[一二三四五六七八九十几数多两\\d]+余?[次场个]")
_OFTEN = re.compile("(?:多次|数次|频繁|屡次|接连)")
_THAT_ONE = re.compile("[该此其它][^，。]{0,3}|两[条座个].{0,4}")
_YEAR = len("2021")


def tells_too_little(draft: Draft, full: str, published: str | None) -> bool:
    """Say whether a draft tells too little to be an event of its own."""
    begin = draft.when.begin or ""
    anything = bool(begin or draft.roles or draft.places or draft.sites)
    match draft.kind:
        case "inspection" | "visit" | "condolence":
            hollow = not (draft.roles and (begin or draft.places or draft.sites))
        case "campaign":
            hollow = not begin
        case "signing":
            told = "".join(full[start:end] for start, end in draft.spans)
            hollow = not (begin or draft.roles or _SIDES.search(told))
        case "publication":
            hollow = not (begin or draft.roles) or (
                not (begin and draft.roles) and bool(_BARE_PAPER.match(draft.topic))
            )
        case "activity" | "training":
            hollow = (
                not anything
                or ((not draft.when.told or draft.modality == "planned") and bool(_SUCH.search(draft.topic)))
                or bool(_COUNTED.search(draft.topic) or _ANY_KIND.search(draft.topic))
            )
        case "incident" if draft.modality == "planned" or (
            _OFTEN.match(draft.topic) and not draft.when.told
        ):  # a forecast; 多次袭击
            hollow = True
        case "ceremony" | "meeting" | "establishment" | "incident":
            # That something opened or began in some year is no event of its own.
            vague = len(begin) == _YEAR or _THAT_ONE.fullmatch(draft.topic) is not None
            some = not begin and _SOME.match(draft.topic) is not None
            hollow = not anything or some or (vague and not draft.roles) or bool(_COUNTED.match(draft.topic))
        case _:
            hollow = not anything
    dateless = draft.weak and not (begin and draft.roles)
    return hollow or dateless or (draft.modality == "planned" and _is_vague_plan(draft, published))


def _is_vague_plan(draft: Draft, published: str | None) -> bool:
    """Say whether a plan has no stated date ahead (a day, or for openings a month)."""
    begin = draft.when.begin or ""
    stated = same_day(draft.when) or (draft.kind == "ceremony" and bool(begin))
    past = begin < (published or "")[: len(begin)]
    return past or not (draft.when.told and stated)
