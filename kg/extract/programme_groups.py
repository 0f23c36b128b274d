"""Groups: whom a programme is for, and what it is said to have done for them in numbers."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from kg.fact import Group
from kg.language.units import unit_kind
from kg.vocabulary import GroupRelation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.mention import Annotated, Quantity

_PEOPLE = (
    "(?:[\u4e00-\u9fff]{0,10}?(?:妇女|劳动力|人员|群众|学员|农民工?|村民|青年|学生|残疾人|退役军人|毕业生|贫困户|"
    "农户|居民|老人|儿童|护工|月嫂|工人|职工|木工|焊工|电工|匠人|技师))"
)
_TRADES = re.compile("(护工|厨工|月嫂|焊工|的哥|装潢工|裁缝|绣娘|保姆|司机|技工|巧嫂|电工|瓦工|木工|巧匠|师傅)$")
_RELATIONS = (
    (GroupRelation.TRAINS, re.compile("培训(?!班)|轮训|参训|实训|结业|培养")),
    (GroupRelation.EMPLOYS, re.compile("就业|务工|上岗|用工|吸纳|创业")),
    (GroupRelation.SERVES, re.compile("惠及|服务|受益|覆盖|帮扶|救助|资助")),
)
_BEFORE_PEOPLE = re.compile(
    "^.*(?:累计|全年|先后|共有|今年|去年|当年|年均|每年|工程|项目|行动|活动|计划|品牌|其中)(?=..)"
)
_PLANNED = re.compile("力争|计划|预计|将|拟|确保|目标")
_REACH = 140


def find_groups(annotated: Annotated, mentions: Sequence[tuple[int, int]], name: str, kind: str) -> tuple[Group, ...]:
    """Find the groups of a programme in the sentences that name it and in the one after each."""
    if kind not in {"labour_brand", "training", "campaign"}:
        return ()
    text = annotated.article.full.text
    starts = [q.start for q in annotated.quantities]
    out: list[Group] = []
    for _, end in mentions:
        stop = text.find("\n", end)
        stop = min(end + _REACH, stop if stop >= 0 else len(text))
        for quantity in annotated.quantities[bisect_left(starts, end) : bisect_left(starts, stop)]:
            group = _group(text, quantity, name, end)
            if group is not None and group not in out:
                out.append(group)
    trade = _TRADES.search(name)
    if trade and not any(group.name == trade[1] for group in out):
        relation = GroupRelation.TRAINS if kind == "training" else GroupRelation.EMPLOYS
        out.append(Group(trade[1], relation))
    return tuple(out)


def _group(text: str, quantity: Quantity, name: str, floor: int) -> Group | None:
    if unit_kind(quantity.unit) != "person":
        return None
    stops = "[，。；\n]" if text[quantity.end : quantity.end + 1] == "在" else "[，。；、\n]"
    left = max((m.end() for m in re.finditer("[，。；\n]", text[floor : quantity.start])), default=0) + floor
    stop = re.search(stops, text[quantity.end :])
    right = quantity.end + (stop.start() if stop else len(text))
    before, after = text[left : quantity.start], text[quantity.end : right]
    if _PLANNED.search(before):
        return None
    for relation, verb in _RELATIONS:
        if verb.search(before) or verb.search(after):
            people = re.match(_PEOPLE, after) or re.search(_PEOPLE + "$", before)
            trade = _TRADES.search(name)
            called = people.group() if people else (trade[1] if trade else "人员")
            called = verb.sub("", called) or called
            called = _BEFORE_PEOPLE.sub("", called) or called
            return Group(called, relation, quantity.value, quantity.unit)
    return None
