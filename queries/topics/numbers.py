"""Numbers: what was counted, over time and against what else was said."""

from __future__ import annotations

from queries.question import Question, Topic

TOPIC = Topic("numbers", "数字", "Numbers")

QUESTIONS: tuple[Question, ...] = ()
