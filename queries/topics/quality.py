"""Quality: what is contradictory, unsure, unresolved or rejected."""

from __future__ import annotations

from queries import columns as c
from queries import parameters as p
from queries.question import Kind, Parameter, Question, Topic

TOPIC = Topic("quality", "质量", "Quality")

QUESTIONS = (
    Question(
        TOPIC,
        "doubts",
        "存疑",
        "What is in doubt",
        "哪些内容矛盾、不确定或被舍弃？",
        "What is contradictory, unsure, rejected?",
        (
            Parameter("reason", Kind.TEXT, "原因", "contradictory, unsure, rejected, or a reason.", "contradictory"),
            *p.COMMON,
        ),
        (
            c.text("doubt", "存疑类型", "contradictory, unsure or rejected."),
            c.text("reason", "原因", "What is wrong."),
            c.text("about", "内容", "The fact, or the characters that were not used."),
            c.text("detail", "对照", "What it contradicts, or the headline of the article."),
            c.text("date", "日期", "The date of the fact or of the article."),
            c.text("about_id", "编号", "The id of the fact or rejection."),
            *c.TAIL,
        ),
        whole=True,
    ),
)
