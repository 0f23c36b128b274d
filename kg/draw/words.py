"""The Chinese words of the page: what a reader sees for labels, links, kinds and roles.

Closed sets are those of `kg.vocabulary`; a test holds that each has its word.
"""

from __future__ import annotations

from functools import cache

from ontology import read_table

NODE_WORDS = {
    "Person": "人物",
    "Organization": "机构",
    "Office": "职务",
    "Place": "地点",
    "Event": "活动",
    "Delegation": "代表团",
    "Programme": "项目",
    "Group": "人群",
    "Measurement": "数据",
}
"""Drawn labels, in the order of the legend."""

FACT_WORDS = {"Tenure": "任职", "Event": "活动", "Programme": "项目", "Measurement": "数据", "Tie": "归属"}

LINK_WORDS = {
    "HAS_TENURE": "任职",
    "POST_IN": "设于",
    "IN_PLACE": "位于",
    "PART_OF": "隶属",
    "SUCCEEDED_BY": "改为",
    "PARTICIPATED": "参加",
    "HAPPENED_AT": "地点",
    "MEMBER_OF": "成员",
    "SENT_BY": "派出",
    "RUN_BY": "主办",
    "SET_IN": "实施地",
    "SERVES": "面向",
    "ABOUT": "关于",
    "TIED_TO": "归属",
    "VISITED": "到访",
    "TRAINED": "培训",
    "MET": "会面",
}

STATUS_WORDS = {
    "holds": "在任",
    "appointed": "任命",
    "elected": "当选",
    "acting": "代理",
    "removed": "免职",
    "resigned": "辞职",
    "former": "曾任",
    "nominated": "提名",
}
ENDED = frozenset({"removed", "resigned", "former", "nominated"})
"""Statuses that alone do not say that somebody is in office."""

ROLE_WORDS = {
    "leader": "率队",
    "host": "主持",
    "speaker": "讲话",
    "participant": "参加",
    "organizer": "主办",
    "recipient": "接受",
    "subject": "涉及",
    "member": "成员",
}

EVENT_WORDS = {
    "visit": "考察访问",
    "inspection": "调研检查",
    "condolence": "慰问",
    "meeting": "会议",
    "talks": "会见会谈",
    "lecture": "授课",
    "training": "培训",
    "signing": "签约",
    "ceremony": "仪式",
    "recognition": "表彰",
    "campaign": "行动",
    "appointment": "任免",
    "investigation": "审查调查",
    "establishment": "成立",
    "publication": "发布",
    "incident": "事故",
    "activity": "活动",
}

PROGRAMME_WORDS = {
    "labour_brand": "劳务品牌",
    "training": "培训",
    "campaign": "行动",
    "construction_project": "建设项目",
    "plan": "规划",
    "base": "基地",
    "policy": "政策",
}

MODALITY_WORDS = {"actual": "已发生", "planned": "计划", "denied": "否认", "reported": "据称"}
GROUP_WORDS = {"trains": "培训", "employs": "就业", "serves": "服务"}
TIE_WORDS = {"resident_of": "居民", "works_at": "工作于", "member_of": "成员"}
COMPARATOR_WORDS = {">=": "≥", "<=": "≤", "~": "约"}
CHANGE_WORDS = {"growth": "增长", "decline": "下降", "share": "占"}
LEVEL_WORDS = {
    "country": "国家",
    "province": "省级",
    "prefecture": "地级",
    "county": "县级",
    "township": "乡级",
    "village": "村级",
    "site": "场所",
}
PLACE_USE_WORDS = {"area": "地点", "site": "会址"}


@cache
def reason_words() -> dict[str, str]:
    """Return the words for reasons of rejections, which the lexicon keeps."""
    return {row["reason"]: row["zh"] for row in read_table("rejection_reasons")}


def word(words: dict[str, str], key: object) -> str:
    """Return the word for a key, or the key itself where a later ontology knows more than this page."""
    text = "" if key is None else str(key)
    return words.get(text, text)


def number(value: object) -> str:
    """Return a value as a reader writes it: 580, 12.5."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def span_of(first: object, last: object) -> str:
    """Return `2021-04-08 至 2021-04-10`, or one day, or nothing."""
    if first and last and first != last:
        return f"{first} 至 {last}"
    return str(first or last or "")
