"""Places: what happened there, who is in office there, what was counted there."""

from __future__ import annotations

from queries.question import Question, Topic

TOPIC = Topic("places", "地方", "Places")

QUESTIONS: tuple[Question, ...] = ()
