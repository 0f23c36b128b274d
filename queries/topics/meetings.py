"""Meetings: who appears together, how often, and in which order named."""

from __future__ import annotations

from queries import columns as c
from queries import parameters as p
from queries.question import Question, Topic

TOPIC = Topic("meetings", "会议与同场", "Meetings and co-attendance")

QUESTIONS = (
    Question(
        TOPIC,
        "together",
        "同场人物",
        "Who appears together",
        "哪些人物同场出现，谁排名在前？",
        "Who appears together, in which order named?",
        (p.PERSON, p.KINDS, p.MIN_TIMES, *p.COMMON),
        (
            c.text("first", "在前者", "Who is more often named first."),
            c.text("second", "在后者", "The other."),
            c.count("times", "次数", "Events with both."),
            c.count("in_order", "同序次数", "Events that name them in this order."),
            c.texts("kinds", "活动类别", "Kinds of those events."),
            c.text("since", "最早", "Date of the first."),
            c.text("until", "最近", "Date of the last."),
            c.text("first_id", "在前者编号", "Id of the first."),
            c.text("second_id", "在后者编号", "Id of the second."),
            *c.TAIL,
        ),
        whole=True,
    ),
)
