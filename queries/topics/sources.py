"""Sources: which paper said what, in which words, and what it left out."""

from __future__ import annotations

from queries import columns as c
from queries import parameters as p
from queries.question import Question, Topic

TOPIC = Topic("sources", "来源", "Sources")

QUESTIONS = (
    Question(
        TOPIC,
        "evidence",
        "原文依据",
        "Passages about something",
        "哪些原文提到它？",
        "Which passages say anything about this?",
        (p.ABOUT, *p.COMMON),
        (
            c.text("fact", "事实", "The fact that the passage says."),
            c.text("label", "类型", "Tenure, Event, Programme, Measurement or Tie."),
            c.text("status", "状态", "Of a tenure: holds, appointed, removed …"),
            c.text("quote", "原文", "The passage, verbatim."),
            c.text("part", "部分", "body or headline."),
            c.HEADLINE,
            c.SOURCE,
            c.PUBLISHED,
            c.ARTICLE_ID,
            *c.TAIL,
        ),
    ),
)
