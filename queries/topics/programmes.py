"""Programmes: what was launched, for whom, and what came of it."""

from __future__ import annotations

from queries import columns as c
from queries import parameters as p
from queries.question import Question, Topic

TOPIC = Topic("programmes", "项目", "Programmes and outcomes")

QUESTIONS = (
    Question(
        TOPIC,
        "outcomes",
        "项目成效",
        "What programmes did",
        "项目做了什么，惠及谁，数字多少？",
        "What did programmes do, for whom, in numbers?",
        (p.PROGRAMME, p.PLACE, p.INDICATOR, *p.COMMON),
        (
            c.PROGRAMME,
            c.text("kind", "类别", "Its kind."),
            c.text("what", "对象或指标", "The group it is for, or what was counted."),
            c.text("relation", "关系", "trains, employs, serves, or measured."),
            c.number("value", "数值", "The number, where the text gives one."),
            c.text("unit", "单位", "Its unit."),
            c.text("comparator", "约数", ">= at least, <= at most, ~ about; empty: exact."),
            c.text("change", "变化", "growth, decline or share."),
            c.text("date", "日期", "What time it is of."),
            c.texts("run_by", "组织者", "Who runs the programme."),
            c.PROGRAMME_ID,
            *c.TAIL,
        ),
    ),
)
